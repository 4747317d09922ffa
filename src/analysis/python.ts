/**
 * Variables, functions and `contains` lookups in a piece of Python, from its syntax tree (src/vm/parser).
 * Which calls count is what BitBake's code parser answers for them, call by call (conformance/analysis).
 */
import type * as ast from "../vm/parser/ast.js";
import { FIELDS } from "../vm/parser/fields.js";
import { parse } from "../vm/parser/parse.js";
import type { Contains, PythonAnalysis } from "./types.js";

/** Thrown for a call that BitBake cannot read either: a lookup without the argument that names the variable. */
export class AnalysisError extends Error {
  override readonly name = "AnalysisError";
}

const GET_VAR = [".getVar", ".appendVar", ".prependVar", "oe.utils.conditional"];
const GET_FLAG = [".getVarFlag", ".appendVarFlag", ".prependVarFlag"];
/** The second argument is one thing to look for, ... */
const CONTAINS = new Set(["bb.utils.contains", "base_contains"]);
/** ... or several words. */
const CONTAINS_ANY = new Set(["bb.utils.contains_any", "bb.utils.filter"]);
const EXPAND = [".expand"];
const RUN = new Set(["bb.build.exec_func", "bb.build.exec_task"]);

const REFERENCE = /\$\{([a-zA-Z0-9\-_+./~:]+)\}/g;
const INLINE = /\$\{@((?:\{[^\n]*?\}|[^\n])+?)\}/g;

const NOTHING: PythonAnalysis = {
  references: new Set(),
  execs: new Set(),
  varExecs: new Set(),
  contains: new Map(),
  unhandled: [],
};

/** What a function of a layer's library says of a call of itself (its `visitorcode`). */
export interface VisitorAnswer {
  readonly contains: Contains;
  readonly execs: Iterable<string>;
}
/** Answers for calls of functions that have a visitor; undefined for all others. */
export type Visitor = (name: string, args: readonly ast.Expr[]) => VisitorAnswer | undefined;

/**
 * Analyses statements or an expression; a body that is indented as a whole is taken as it stands.
 * @throws {PySyntaxError} with the place in the text; {AnalysisError} for a lookup without arguments
 */
export function analysePython(text: string, visitor?: Visitor): PythonAnalysis {
  if (text.trim() === "") return NOTHING;
  return analyseTree(
    parse(unindented(text), { filename: "<code>", mode: "exec", warn: () => undefined }),
    visitor,
  );
}

/** As analysePython, for a part of a tree. */
export function analyseTree(tree: ast.Node, visitor?: Visitor): PythonAnalysis {
  const collector = new Collector(visitor);
  collector.visit(tree);
  return collector;
}

/** An indented body becomes the body of an `if`, on the same lines where it begins with an empty one. */
function unindented(text: string): string {
  const first = /[^\n\t ]/.exec(text)?.index ?? 0;
  const before = text[first - 1];
  if (before !== " " && before !== "\t") return text;
  return text.startsWith("\n") ? `if 1:${text}` : `if 1:\n${text}`;
}

class Collector implements PythonAnalysis {
  readonly references = new Set<string>();
  readonly execs = new Set<string>();
  readonly varExecs = new Set<string>();
  readonly contains = new Map<string, Set<string>>();
  readonly unhandled: { func: string; line: number }[] = [];

  constructor(private readonly visitor: Visitor | undefined) {}

  /** Breadth first, as Python's ast.walk: what a visitor says of a later call replaces what one said before. */
  visit(tree: ast.Node): void {
    const queue: ast.Node[] = [tree];
    for (const node of queue) {
      if (node.type === "Call") this.call(node);
      // Names and constants hold no calls; every other field that is a node or a list of nodes may.
      if (node.type === "Name" || node.type === "Constant") continue;
      const fields = node as unknown as Record<string, unknown>;
      for (const name of FIELDS.get(node.type)?.fields ?? []) {
        const field = name === "type" ? fields["exc_type"] : fields[name];
        if (Array.isArray(field)) {
          for (const item of field) if (isNode(item)) queue.push(item);
        } else if (isNode(field)) queue.push(field);
      }
    }
  }

  private call(node: ast.Call): void {
    const name = dotted(node.func);
    if (name === undefined) return;
    const answer = this.visitor?.(name, node.args);
    if (answer !== undefined) {
      for (const exec of answer.execs) this.execs.add(exec);
      for (const [variable, items] of answer.contains) this.contains.set(variable, new Set(items));
      return;
    }
    const isOf = (suffixes: readonly string[]): boolean => suffixes.some((suffix) => name.endsWith(suffix));
    if (isOf(GET_FLAG)) this.flag(node, name);
    else if (isOf(GET_VAR)) this.variable(node, name);
    else if (CONTAINS.has(name)) this.lookup(node, name, (text) => [text]);
    else if (CONTAINS_ANY.has(name)) this.lookup(node, name, words);
    else if (isOf(EXPAND)) {
      const text = argument(node, 0, name);
      if (text === undefined) this.cannot(node, name);
      else this.expansion(text);
    } else if (RUN.has(name)) {
      const text = argument(node, 0, name);
      if (text === undefined) this.cannot(node, name);
      else {
        this.varExecs.add(text);
        this.execs.add(text);
      }
    } else this.execs.add(name);
  }

  private variable(node: ast.Call, name: string): void {
    const variable = argument(node, 0, name);
    if (variable === undefined) this.cannot(node, name);
    else this.references.add(variable);
  }

  private flag(node: ast.Call, name: string): void {
    const variable = argument(node, 0, name);
    const flag = argument(node, 1, name);
    if (variable === undefined || flag === undefined) this.cannot(node, name);
    else this.references.add(`${variable}[${flag}]`);
  }

  private lookup(node: ast.Call, name: string, split: (text: string) => readonly string[]): void {
    const variable = argument(node, 0, name);
    const wanted = argument(node, 1, name);
    if (variable === undefined) this.cannot(node, name);
    else if (wanted === undefined) this.references.add(variable);
    else this.addContains(variable, split(wanted));
  }

  private addContains(variable: string, items: Iterable<string>): void {
    let found = this.contains.get(variable);
    if (found === undefined) this.contains.set(variable, (found = new Set()));
    for (const item of items) found.add(item);
  }

  /** A literal text that the code expands: its names, and its Python in turn. */
  private expansion(text: string): void {
    for (const [, name] of text.matchAll(REFERENCE)) this.references.add(name ?? "");
    for (const [, code] of text.matchAll(INLINE)) {
      const inner = analysePython((code ?? "").trim(), this.visitor);
      for (const name of inner.references) this.references.add(name);
      for (const name of inner.execs) this.execs.add(name);
      for (const [variable, items] of inner.contains) this.addContains(variable, items);
    }
  }

  private cannot(node: ast.Call, func: string): void {
    this.unhandled.push({ func, line: node.lineno });
  }
}

function isNode(value: unknown): value is ast.Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** `a.b.c` of a name or of attributes of a name. */
function dotted(node: ast.Expr): string | undefined {
  if (node.type === "Name") return node.id;
  if (node.type !== "Attribute") return undefined;
  const base = dotted(node.value);
  return base === undefined ? undefined : `${base}.${node.attr}`;
}

/** A positional argument that is a literal text; undefined for another expression. */
function argument(node: ast.Call, index: number, name: string): string | undefined {
  const value = node.args[index];
  if (value === undefined) {
    // `f(*x)` counts as an argument.
    if (index > 0 && node.args[0] !== undefined && literal(node.args[0]) === undefined) return undefined;
    throw new AnalysisError(
      `line ${node.lineno}: ${name}() names its variable in argument ${index + 1}, which is missing`,
    );
  }
  return literal(value);
}

function literal(node: ast.Expr): string | undefined {
  return node.type === "Constant" && node.value.kind === "str" ? node.value.value : undefined;
}
