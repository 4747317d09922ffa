/**
 * The text of an exception as CPython's default hook prints it: the place of a syntax error, what was probably meant
 * ("Did you mean"), notes, and groups as a tree. Marks below the lines of a stack
 * are drawn in carets.ts.
 */
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";
import type { PyTraceback } from "./traceback.js";

/** What the printer needs of tracebacks. */
export interface Stacks {
  formatStack(tb: PyTraceback | undefined): string;
  /** Names that the innermost frame of a traceback sees, nearest first. */
  namesSeen(tb: PyTraceback): string[];
  /** `self` of the innermost frame, if it has one. */
  selfOf(tb: PyTraceback): PyObject | undefined;
}

/** Exceptions of a group that are shown, and how deep groups in groups are. */
const maxWidth = 15;
const maxDepth = 10;

export class ErrorText {
  constructor(
    private readonly rt: Runtime,
    private readonly stacks: Stacks,
  ) {}

  /** Class and message, notes and all: what follows the stack. */
  only(e: PyObject): string {
    const { rt } = this;
    let out = rt.isException(e, "SyntaxError") ? this.syntaxError(e) : undefined;
    out ??= `${this.head(e).replace(/\n$/, "")}${this.suggestion(e)}\n`;
    const notes = (e.$d as { getStr(name: string): PyObject | undefined } | undefined)?.getStr("__notes__");
    if (notes === undefined || notes === rt.none) return out;
    const isText = (note: PyObject): boolean => rt.isStr(note);
    if (!rt.isSequence(notes) || isText(notes))
      return `${out}${this.safe(() => rt.repr(notes), "__notes__ repr()")}\n`;
    for (const note of rt.iterate(notes))
      for (const line of this.safe(
        () => (isText(note) ? (note.v as string) : rt.strOf(note)),
        "note str()",
      ).split("\n"))
        out += `${line}\n`;
    return out;
  }

  private safe(text: () => string, what: string): string {
    try {
      return text();
    } catch (error) {
      if (!this.rt.isException(error)) throw error;
      return `<${what} failed>`;
    }
  }

  private typeName(e: PyObject): string {
    const module = this.rt.lookup(e.ob$type, "__module__");
    const own = module !== undefined && this.rt.isStr(module) ? (module.v as string) : "builtins";
    return (own === "builtins" || own === "__main__" ? "" : `${own}.`) + e.ob$type.$qualname;
  }

  /** `Type: message`. */
  head(e: PyObject): string {
    const message = this.safe(() => this.rt.strOf(e), "exception str()");
    return `${this.typeName(e)}${message === "" ? "" : `: ${message}`}\n`;
  }

  /** The place and the message of a SyntaxError; undefined when it has no place. */
  private syntaxError(e: any): string | undefined {
    const { rt } = this;
    const number = (value: PyObject | undefined): number | undefined =>
      value !== undefined && rt.isInt(value) ? Number(value.v) : undefined;
    const line = number(e.$lineno);
    const name = e.$filename !== undefined && e.$filename !== rt.none ? rt.strOf(e.$filename) : undefined;
    if (line === undefined && name === undefined) return undefined;
    const message = e.$msg === undefined || e.$msg === rt.none ? "<no detail available>" : rt.strOf(e.$msg);
    if (line === undefined) return `${this.typeName(e)}: ${message} (${name})\n`;
    let out = `  File "${name ?? "<string>"}", line ${line}\n`;
    if (e.$text !== undefined && rt.isStr(e.$text as PyObject)) {
      const whole = (e.$text.v as string).replace(/\n+$/, "");
      const text = whole.replace(/^[ \n\f]+/, "");
      const spaces = whole.length - text.length;
      out += `    ${text}\n`;
      const offset = number(e.$offset);
      if (offset !== undefined) {
        let end = number(e.$end_offset) ?? 0;
        if (end === 0) end = offset;
        if (end === offset || end === -1) end = offset + 1;
        const column = offset - 1 - spaces;
        if (column >= 0) {
          const before = Array.from(text).slice(0, column);
          const blank = before.map((c) => (/\s/.test(c) ? c : " ")).join("");
          out += `    ${blank}${"^".repeat(Math.max(0, end - 1 - spaces - column))}\n`;
        }
      }
    }
    return `${out}${this.typeName(e)}: ${message}\n`;
  }

  // ------------------------------------------------------------------------------------------------- suggestions

  private suggestion(e: any): string {
    const { rt } = this;
    if (rt.isException(e as PyObject, "UnboundLocalError")) return "";
    const wrong =
      e.$nameText !== undefined && rt.isStr(e.$nameText as PyObject) ? (e.$nameText.v as string) : undefined;
    if (wrong === undefined) return "";
    const tb = lastOf(e.$traceback as PyTraceback | undefined);
    try {
      if (rt.isException(e, "AttributeError") && e.$obj !== undefined && e.$obj !== rt.none)
        return mean(nearest(wrong, this.attributes(e.$obj as PyObject)));
      if (!rt.isException(e, "NameError") || tb === undefined) return "";
      const names = this.stacks.namesSeen(tb);
      const self = this.stacks.selfOf(tb);
      const member =
        self !== undefined && this.attributes(self).includes(wrong) ? `self.${wrong}` : undefined;
      const text = mean(member ?? nearest(wrong, names));
      if (!rt.imports.nativeNames.includes(wrong)) return text;
      return text === ""
        ? `. Did you forget to import '${wrong}'?`
        : `${text.slice(0, -1)} Or did you forget to import '${wrong}'?`;
    } catch (error) {
      // A __dir__ of the program may raise; then there is nothing to suggest.
      if (!rt.isException(error)) throw error;
      return "";
    }
  }

  private attributes(object: PyObject): string[] {
    const { rt } = this;
    return [...rt.iterate(rt.call(rt.builtin("dir"), [object]))].flatMap((name) =>
      rt.isStr(name) ? [name.v as string] : [],
    );
  }

  // ------------------------------------------------------------------------------------------------------ groups

  /** All of an exception: causes and contexts first, groups as trees. */
  format(e: PyObject): string {
    return this.chain(e, new Set(), { prefix: "", depth: 0 });
  }

  private chain(e: PyObject, seen: Set<PyObject>, tree: Tree): string {
    const { rt } = this;
    seen.add(e);
    let out = "";
    const cause = e.$cause as PyObject | undefined;
    const context = e.$context as PyObject | undefined;
    const earlier = (other: PyObject, words: string): void => {
      out += this.chain(other, seen, tree);
      out += indent(`\n${words}\n\n`, tree.prefix === "" ? "" : `${tree.prefix}| `);
    };
    if (cause !== undefined && cause !== rt.none) {
      if (!seen.has(cause))
        earlier(cause, "The above exception was the direct cause of the following exception:");
    } else if (context !== undefined && e.$suppress !== true && !seen.has(context))
      earlier(context, "During handling of the above exception, another exception occurred:");
    return out + this.one(e, seen, tree);
  }

  private one(e: PyObject, seen: Set<PyObject>, tree: Tree): string {
    const tb = e.$traceback as PyTraceback | undefined;
    const stack = this.stacks.formatStack(tb);
    const exceptions = e.$exceptions as PyObject[] | undefined;
    if (exceptions === undefined) {
      const text = `${tb === undefined ? "" : `Traceback (most recent call last):\n${stack}`}${this.only(e)}`;
      return indent(text, tree.prefix === "" ? "" : `${tree.prefix}| `);
    }
    if (tree.depth > maxDepth) return indent(`... (max_group_depth is ${maxDepth})\n`, `${tree.prefix}| `);
    const top = tree.depth === 0;
    const prefix = top ? "  " : tree.prefix;
    let out = "";
    if (tb !== undefined)
      out += `${prefix}${top ? "+ " : "| "}Exception Group Traceback (most recent call last):\n${indent(stack, `${prefix}| `)}`;
    out += indent(this.only(e), `${prefix}| `);
    const shown = exceptions.slice(0, maxWidth);
    const count = exceptions.length > maxWidth ? maxWidth + 1 : exceptions.length;
    const inner: Tree = { prefix: `${prefix}  `, depth: tree.depth + 1 };
    for (let i = 0; i < count; i++) {
      const title = i < maxWidth ? String(i + 1) : "...";
      out += `${prefix}${i === 0 ? "+-" : "  "}+---------------- ${title} ----------------\n`;
      if (i < maxWidth) out += this.chain(shown[i], seen, inner);
      else {
        const more = exceptions.length - maxWidth;
        out += `${inner.prefix}| and ${more} more exception${more === 1 ? "" : "s"}\n`;
      }
    }
    // The line that closes an inner group closes those around it whose last member it is.
    return out.endsWith("+------------------------------------\n")
      ? out
      : `${out}${inner.prefix}+------------------------------------\n`;
  }
}

interface Tree {
  readonly prefix: string;
  readonly depth: number;
}

const indent = (text: string, prefix: string): string =>
  prefix === "" ? text : text.replace(/^.*\n/gm, (line) => `${prefix}${line}`);

function lastOf(tb: PyTraceback | undefined): PyTraceback | undefined {
  let last = tb;
  while (last?.next !== undefined) last = last.next;
  return last;
}

const mean = (word: string | undefined): string => (word === undefined ? "" : `. Did you mean: '${word}'?`);

/** Costs of CPython's distance between names: a change of case is cheaper than another letter. */
const moveCost = 2;
const caseCost = 1;

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? caseCost : moveCost;
}

/** Levenshtein's distance with these costs, or more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const x = a.slice(start, endA);
  const y = b.slice(start, endB);
  if (x === "" || y === "") return moveCost * (x.length + y.length);
  if (x.length > 40 || y.length > 40) return limit + 1;
  if (Math.abs(x.length - y.length) * moveCost > limit) return limit + 1;
  let row = Array.from({ length: x.length + 1 }, (_, i) => i * moveCost);
  for (let j = 1; j <= y.length; j++) {
    const next = [j * moveCost];
    for (let i = 1; i <= x.length; i++)
      next.push(
        Math.min(row[i] + moveCost, next[i - 1] + moveCost, row[i - 1] + substitution(x[i - 1], y[j - 1])),
      );
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[x.length];
}

/** The name that was probably meant, if one is near enough. */
export function nearest(wrong: string, candidates: readonly string[]): string | undefined {
  if (candidates.length > 750 || wrong.length > 40) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of candidates) {
    if (name === wrong) continue;
    // A third of the letters may differ.
    let limit = Math.floor(((wrong.length + name.length + 3) * moveCost) / 6);
    limit = Math.min(limit, bestDistance - 1);
    const d = distance(wrong, name, limit);
    if (d > limit) continue;
    best = name;
    bestDistance = d;
  }
  return best;
}
