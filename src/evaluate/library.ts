/**
 * The functions and classes of the namespaces that layers bring (`addpylib`), as signatures see them: what their source
 * refers to, and a hash of it. Which members of a module count, where a source begins and ends, and what decorators and
 * flags change is measured on BitBake (conformance/hashes).
 */
import type { CodeAnalyser } from "../analysis/code.js";
import type { LibraryFunction } from "../analysis/dependencies.js";
import { analyseTree, type Visitor } from "../analysis/python.js";
import { words, type DataStore } from "../datastore/index.js";
import type * as ast from "../vm/parser/ast.js";
import { parse } from "../vm/parser/parse.js";
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";

export interface LibraryOptions {
  readonly rt: Runtime;
  /** The imported modules' names in the order of BBIMPORTS, namespaces in the order of addpylib. */
  readonly modules: readonly string[];
  /** The configuration: `vardepsexclude` flags of library functions in it count. */
  readonly configuration: DataStore;
  readonly code: CodeAnalyser;
  readonly readFile: (path: string) => string;
  readonly sha256: (text: string) => string;
}

/** Analyses all of them and gives the analyser the visitors that were found. */
export function analyseLibrary(options: LibraryOptions): Map<string, LibraryFunction> {
  const found = new Map<string, LibraryFunction>();
  const visitors = new Map<string, PyObject>();
  const visitor = visitorOf(options.rt, visitors);
  const sources = new Map<string, SourceFile>();
  for (const name of options.modules) {
    const module = options.rt.importModule(name);
    const members = membersOf(options.rt, module);
    for (const [member, object] of members) {
      const home = options.rt.lookup(object, "__module__");
      if (home === undefined || options.rt.strOf(home) !== name) continue;
      const part = sourceOf(object, options, sources);
      if (part === undefined) continue;
      const { references, execs, contains } = analyseTree(part.node, visitor);
      const key = `${name}.${member}`;
      const excluded = new Set([
        ...names(options.rt, object, "bb_vardepsexclude"),
        ...words(text(options.configuration.getVarFlag(key, "vardepsexclude"))),
      ]);
      const all = new Set([...references, ...names(options.rt, object, "bb_vardeps")]);
      const calls = [...execs].map((exec) => (members.has(exec) ? `${name}.${exec}` : exec));
      found.set(key, {
        references: without(all, excluded),
        execs: without(new Set(calls), excluded),
        contains,
        hash: options.sha256("\n".repeat(part.line) + part.text),
      });
      const own = options.rt.lookup(object, "visitorcode");
      if (own !== undefined && own !== options.rt.none) visitors.set(key, own);
    }
  }
  if (visitors.size > 0) options.code.visitor = visitor;
  return found;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function without(set: Set<string>, excluded: ReadonlySet<string>): Set<string> {
  for (const name of excluded) set.delete(name);
  return set;
}

function names(rt: Runtime, object: PyObject, attribute: string): string[] {
  const set = rt.lookup(object, attribute);
  return set === undefined ? [] : rt.toArray(set).map((name) => rt.strOf(name));
}

/**
 * The module's functions and classes by name, in order, without those that begin with an underscore. Imported ones are
 * no functions of the module, but a call of one is counted as a call of one.
 */
function membersOf(rt: Runtime, module: PyObject): Map<string, PyObject> {
  const dict = rt.getattr(module, "__dict__");
  const members: [string, PyObject][] = [];
  for (const key of rt.toArray(dict)) {
    const member = rt.strOf(key);
    if (member.startsWith("_")) continue;
    const object = rt.getItem(dict, key);
    if (object.ob$type !== rt.types["function"] && !rt.isInstance(object, rt.types["type"])) continue;
    members.push([member, object]);
  }
  return new Map(members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Asks the metadata's own function what a call means. */
function visitorOf(rt: Runtime, visitors: ReadonlyMap<string, PyObject>): Visitor {
  return (name, args) => {
    const visitor = visitors.get(name);
    if (visitor === undefined) return undefined;
    const nodes = args.map((node) => rt.compiler?.nodeToAst?.(node) ?? rt.none);
    const [contains, execs] = rt.toArray(rt.call(visitor, [rt.str(name), rt.list(nodes)]));
    const found = new Map<string, Set<string>>();
    for (const key of rt.toArray(contains)) {
      const items = rt.toArray(rt.getItem(contains, key)).map((item) => rt.strOf(item));
      found.set(rt.strOf(key), new Set(items));
    }
    return { contains: found, execs: rt.toArray(execs).map((exec) => rt.strOf(exec)) };
  };
}

interface SourceFile {
  readonly lines: readonly string[];
  readonly tree: ast.Module;
  readonly definitions: readonly Definition[];
}

interface SourcePart {
  readonly node: ast.Node;
  /** Of the first line, from 1; a decorator counts. */
  readonly line: number;
  readonly text: string;
}

type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef;

/** Where the function (the one that a decorator wraps) or class stands in its file; undefined if it has no source. */
function sourceOf(
  object: PyObject,
  { rt, readFile }: LibraryOptions,
  sources: Map<string, SourceFile>,
): SourcePart | undefined {
  let inner = object;
  for (let next = rt.lookup(inner, "__wrapped__"); next !== undefined; next = rt.lookup(inner, "__wrapped__"))
    inner = next;
  const code = rt.lookup(inner, "__code__");
  const path =
    code === undefined
      ? rt.lookup(rt.importModule(rt.strOf(rt.getattr(inner, "__module__"))), "__file__")
      : rt.getattr(code, "co_filename");
  if (path === undefined) return undefined;
  const file = rt.strOf(path);
  let source = sources.get(file);
  if (source === undefined) {
    const content = readFile(file);
    const tree = (rt.code.treeOf(content, file) ??
      parse(content, { filename: file, warn: () => undefined })) as ast.Module;
    source = { lines: content.split(/(?<=\n)/), tree, definitions: definitions(tree) };
    sources.set(file, source);
  }
  if (code === undefined) {
    const name = rt.strOf(rt.getattr(inner, "__qualname__"));
    const all = source.definitions.filter((node) => node.type === "ClassDef" && node.name === name);
    const node = all.at(-1);
    return node && part(node, firstLine(node), source);
  }
  const line = Number(rt.toJs(rt.getattr(code, "co_firstlineno")));
  const node = source.definitions.find((one) => one.type !== "ClassDef" && firstLine(one) === line);
  if (node !== undefined) return part(node, line, source);
  const statement = source.tree.body.find((one) => one.lineno <= line && one.end_lineno >= line);
  return (
    statement && { node: statement, line, text: source.lines.slice(line - 1, statement.end_lineno).join("") }
  );
}

function part(node: Definition, line: number, { lines }: SourceFile): SourcePart {
  return { node, line, text: lines.slice(line - 1, lastLine(node, lines)).join("") };
}

function firstLine(node: Definition): number {
  return Math.min(node.lineno, ...node.decorator_list.map((decorator) => decorator.lineno));
}

/** With the comments below that are indented as its body is, as Python's inspect counts them. */
function lastLine(node: Definition, lines: readonly string[]): number {
  let last = node.end_lineno;
  const [first] = node.body;
  const indent = /^[ \t]*/.exec(lines[(first?.lineno ?? 1) - 1] ?? "")?.[0].length ?? 0;
  if (first === undefined || first.lineno === node.lineno || indent !== first.col_offset) return last;
  for (let i = last; i < lines.length; i++) {
    const [, space = "", rest = ""] = /^([ \t\f]*)(.*)/.exec(lines[i] ?? "") ?? [];
    if (rest === "") continue;
    if (!rest.startsWith("#")) break;
    if (space.length >= indent) last = i + 1;
  }
  return last;
}

/** All functions and classes, inner ones too, in the order of the file. */
function definitions(tree: ast.Module): Definition[] {
  const found: Definition[] = [];
  const visit = (statements: readonly ast.Stmt[]): void => {
    for (const node of statements) {
      if (node.type === "FunctionDef" || node.type === "AsyncFunctionDef" || node.type === "ClassDef")
        found.push(node);
      for (const field of ["body", "orelse", "finalbody", "handlers"] as const) {
        const inner = (node as unknown as Record<string, unknown>)[field];
        if (Array.isArray(inner)) visit(inner as ast.Stmt[]);
      }
    }
  };
  visit(tree.body);
  return found;
}
