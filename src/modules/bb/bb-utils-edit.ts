/** bb.utils, the part that edits metadata files: edit_metadata and what is built on it, goh1 checksums. */
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { editMetadata, type Edit, type Replacement } from "./edit-metadata.js";
import { abspath } from "./path.js";
import { splitWords } from "./text.js";

export function utilsEdit(binding: Binding): Record<string, NativeSpec[1]> {
  const { rt, context } = binding;
  const { host } = context;
  const full = (o: PyObject): string => abspath(binding.text(o), host.cwd);
  const readText = (path: string): string => new TextDecoder().decode(host.readFile(path));
  const readLines = (path: string): string[] => readText(path).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const writeLines = (path: string, lines: readonly string[]): void =>
    host.writeFile(path, new TextEncoder().encode(lines.join("")));

  /** The callback of Python as an Edit; the list it may push to is Python's. */
  const callback =
    (f: PyObject): Edit =>
    (name, value, operator, lines) => {
      const list = binding.list(lines);
      const answer = rt.toArray(rt.call(f, [rt.str(name), rt.str(value), rt.str(operator), list]));
      lines.splice(0, lines.length, ...(binding.strings(list) ?? []));
      const [given = rt.none, op = rt.none, indent = rt.none, minimal = rt.none] = answer;
      return {
        value: given === rt.none ? undefined : rt.isStr(given) ? binding.text(given) : binding.strings(given),
        operator: op === rt.none ? undefined : binding.text(op),
        indent: rt.isStr(indent) ? binding.text(indent) : Number(rt.index(indent)),
        minimalBreak: rt.isTrue(minimal),
      } satisfies Replacement;
    };
  const names = (o: PyObject): string[] => rt.toArray(o).map((name) => binding.text(name));

  return {
    "edit_metadata(meta_lines, variables, varfunc, match_overrides=False)": (
      lines: PyObject,
      variables: PyObject,
      f: PyObject,
      overrides: PyObject,
    ) => {
      const edited = editMetadata(
        rt.toArray(lines).map((line) => binding.text(line)),
        names(variables),
        callback(f),
        rt.isTrue(overrides),
      );
      return rt.tuple([rt.bool(edited.changed), binding.list(edited.lines)]);
    },
    "edit_metadata_file(meta_file, variables, varfunc)": (
      file: PyObject,
      variables: PyObject,
      f: PyObject,
    ) => {
      const path = full(file);
      const edited = editMetadata(readLines(path), names(variables), callback(f), false);
      if (edited.changed) writeLines(path, edited.lines);
      return edited.changed;
    },
    "edit_bblayers_conf(bblayers_conf, add, remove, edit_cb=None)": (
      file: PyObject,
      add: PyObject,
      remove: PyObject,
      edit: PyObject,
    ) => {
      const path = full(file);
      const list = (o: PyObject): string[] =>
        o === rt.none ? [] : rt.isStr(o) ? [binding.text(o)] : (binding.strings(o) ?? []);
      const home = host.env.get("HOME") ?? "";
      const change = new LayerList(list(add), list(remove), home, (layer) =>
        edit === rt.none ? layer : rt.strOf(rt.call(edit, [rt.str(layer), rt.str(home)])),
      );
      const before = readLines(path);
      const edited = editMetadata(before, ["BBLAYERS"], change.remove, false);
      const more = change.left.length === 0 ? edited : change.append(edited.lines);
      if (edited.changed || more !== edited) writeLines(path, more.lines);
      return rt.tuple([binding.list(change.notAdded), binding.list(change.notRemoved)]);
    },
    "goh1_file(filename)": (file: PyObject) => {
      const path = full(file);
      const data = host.readFile(path);
      const sha256 = (bytes: PyObject): string =>
        rt.strOf(
          rt.callMethod0(rt.call(rt.getattr(rt.importModule("hashlib"), "sha256"), [bytes]), "hexdigest"),
        );
      const lines = zipMembers(data)
        ? zipLines(binding, data, sha256)
        : [`${sha256(rt.bytes(data))}  go.mod\n`];
      return sha256(rt.bytes(new TextEncoder().encode(lines.join(""))));
    },
  };
}

/** A zip file begins with a member or is empty. */
function zipMembers(data: Uint8Array): boolean {
  return data[0] === 0x50 && data[1] === 0x4b && (data[2] === 3 || data[2] === 5);
}

/** The line of every member of a zip, by name (Go's "h1:" of a module). */
function zipLines(binding: Binding, data: Uint8Array, sha256: (bytes: PyObject) => string): string[] {
  const { rt } = binding;
  const buffer = rt.call(rt.getattr(rt.importModule("io"), "BytesIO"), [rt.bytes(data)]);
  const zip = rt.call(rt.getattr(rt.importModule("zipfile"), "ZipFile"), [buffer]);
  const members = rt.toArray(rt.callMethod0(zip, "namelist")).map((name) => binding.text(name));
  return members.sort().map((name) => `${sha256(rt.callMethod1(zip, "read", rt.str(name)))}  ${name}\n`);
}

/** BBLAYERS of a bblayers.conf: which layers go, which come, what could not be done. */
class LayerList {
  readonly notAdded: string[] = [];
  readonly notRemoved: string[];
  /** Layers still to be added. */
  readonly left: string[];
  readonly #removed: string[];

  constructor(
    add: readonly string[],
    remove: readonly string[],
    private readonly home: string,
    private readonly edited: (layer: string) => string,
  ) {
    const trimmed = (layer: string): string => layer.replace(/(.)\/+$/, "$1");
    this.left = add.map(trimmed);
    this.#removed = remove.map(trimmed);
    this.notRemoved = [...this.#removed];
  }

  #same(a: string, b: string): boolean {
    const full = (path: string): string => (path.startsWith("~/") ? this.home + path.slice(1) : path);
    return full(a) === full(b);
  }

  /** Takes the layers to remove out of one assignment and notes those that are there already. */
  readonly remove: Edit = (_name, value, operator) => {
    const layers = splitWords(value);
    const kept: string[] = [];
    for (const layer of layers) {
      const gone = this.#removed.find((wanted) => this.#same(wanted, layer));
      if (gone !== undefined) {
        const at = this.notRemoved.indexOf(gone);
        if (at >= 0) this.notRemoved.splice(at, 1);
        continue;
      }
      const present = this.left.findIndex((wanted) => this.#same(wanted, layer));
      if (present >= 0) this.notAdded.push(...this.left.splice(present, 1));
      kept.push(this.edited(layer));
    }
    if (kept.join(" ") === layers.join(" ")) return unchanged(value, operator);
    if (kept.length === 0 && operator === "+=") return { ...unchanged("", operator), value: undefined };
    return {
      value: kept.length === 1 && layers.length === 1 ? kept.join(" ") : kept,
      operator,
      indent: 2,
      minimalBreak: false,
    };
  };

  /** Adds what is left to the last assignment. */
  append(lines: readonly string[]): { changed: boolean; lines: string[] } {
    let count = 0;
    editMetadata(lines, ["BBLAYERS"], (_n, value, operator) => (count++, unchanged(value, operator)), false);
    let seen = 0;
    const add: Edit = (_name, value, operator, out) => {
      if (++seen < count) return unchanged(value, operator);
      // A one-line assignment stays, and each layer gets one of its own after it.
      if (operator === "+=" && !value.includes("  ") && splitWords(value).length === 1) {
        out.push(`BBLAYERS ${operator} "${value}"\n`);
        const [first = "", ...rest] = this.left;
        for (const layer of [first, ...rest].slice(0, -1)) out.push(`BBLAYERS ${operator} "${layer}"\n`);
        return { value: this.left.at(-1) ?? "", operator, indent: 2, minimalBreak: true };
      }
      return { value: [...splitWords(value), ...this.left], operator, indent: 2, minimalBreak: false };
    };
    return { changed: true, lines: editMetadata(lines, ["BBLAYERS"], add, false).lines };
  }
}

function unchanged(value: string, operator: string): Replacement {
  return { value, operator, indent: 2, minimalBreak: false };
}
