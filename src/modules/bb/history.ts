/**
 * `d.varhistory` and `d.inchistory` for Python: where each variable was touched, as lists of dicts and in the form that
 * `bitbake -e` prints.
 */
import type { DataStore, HistoryEntry } from "../../datastore/index.js";
import type { TypeSpec } from "../../vm/runtime/native.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { splitWords } from "./text.js";

export function historySpec(binding: Binding): TypeSpec {
  const { rt } = binding;
  const history = (self: PyObject, name: PyObject): readonly HistoryEntry[] =>
    (self["$store"] as DataStore).history(binding.text(name));
  const entry = (h: HistoryEntry): PyObject => {
    const out = rt.newDict();
    out.setStr("file", rt.str(h.file));
    out.setStr("line", rt.int(h.line));
    out.setStr("op", rt.str(h.op));
    if (h.flag !== undefined) out.setStr("flag", rt.str(h.flag));
    if (h.func !== undefined) out.setStr("func", rt.str(h.func));
    out.setStr("variable", rt.str(h.variable));
    out.setStr("detail", binding.toPy(h.detail));
    return out;
  };
  return {
    name: "VariableHistory",
    module: "bitbake_internal",
    subclassable: false,
    methods: {
      variable: ["(self, var)", (self: PyObject, name: PyObject) => rt.list(history(self, name).map(entry))],
      get_variable_files: [
        "(self, var)",
        (self: PyObject, name: PyObject) => binding.list(history(self, name).map((h) => h.file)),
      ],
      get_variable_lines: [
        "(self, var, f)",
        (self: PyObject, name: PyObject, file: PyObject) =>
          rt.list(
            history(self, name)
              .filter((h) => h.file === binding.text(file))
              .map((h) => rt.int(h.line)),
          ),
      ],
      get_variable_refs: [
        "(self, var)",
        (self: PyObject, name: PyObject) => {
          const lines = new Map<string, PyObject[]>();
          for (const h of history(self, name)) {
            const list = lines.get(h.file);
            if (list === undefined) lines.set(h.file, [rt.int(h.line)]);
            else list.push(rt.int(h.line));
          }
          return rt.dict([...lines].map(([file, list]) => [file, rt.list(list)] as const));
        },
      ],
      get_variable_items_files: [
        "(self, var)",
        binding.guard((self: PyObject, name: PyObject) => {
          const store = self["$store"] as DataStore;
          const files = new Map<string, string>();
          for (const h of history(self, name)) {
            if (h.flag !== undefined || typeof h.detail !== "string") continue;
            const items = splitWords(store.expand(h.detail));
            if (h.op.includes("remove")) for (const item of items) files.delete(item);
            else {
              if (!/append|prepend/.test(h.op)) files.clear();
              for (const item of items) files.set(item, h.file);
            }
          }
          return rt.dict([...files].map(([item, file]) => [item, rt.str(file)] as const));
        }),
      ],
      emit: [
        "(self, var, oval, val, o, d)",
        () => {
          throw rt.error(
            "NotImplementedError",
            "sandbake: VariableHistory.emit is not available: use bb.data.emit_var",
          );
        },
      ],
    },
  };
}

export function includeHistorySpec(binding: Binding): TypeSpec {
  const { rt } = binding;
  const refused = (name: string) => (): never => {
    throw rt.error(
      "NotImplementedError",
      `sandbake: IncludeHistory.${name} is not available: files are included by the evaluator`,
    );
  };
  return {
    name: "IncludeHistory",
    module: "bitbake_internal",
    subclassable: false,
    methods: {
      include: ["(self, filename)", refused("include")],
      emit: ["(self, o, level=0)", refused("emit")],
    },
  };
}
