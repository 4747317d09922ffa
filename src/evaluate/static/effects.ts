/**
 * Which variables a function may write, as far as its text tells: the literal names that it gives to the writing methods
 * of a datastore, its own and those of the functions that it hands one to. For functions that are not followed.
 */
import type * as ast from "../../vm/parser/ast.js";
import { FunctionValue, ModuleValue, NativeValue } from "./values.js";
import type { StaticWorld } from "./world.js";

const writes: ReadonlySet<string> = new Set([
  "setVar",
  "appendVar",
  "prependVar",
  "delVar",
  "renameVar",
  "setVarFlag",
  "appendVarFlag",
  "prependVarFlag",
  "delVarFlag",
  "setVarFlags",
  "setVarFilter",
  "initVar",
]);

/** The names; undefined: any. */
export function mayWrite(
  f: FunctionValue,
  world: StaticWorld,
  seen = new Set<ast.Node>(),
): Set<string> | undefined {
  if (seen.has(f.node)) return new Set();
  seen.add(f.node);
  const names = new Set<string>();
  let any = false;
  // Any name may stand for the datastore: what is handed on in a variable counts as one.
  const visit = (tree: unknown): void => {
    if (any || typeof tree !== "object" || tree === null) return;
    if (Array.isArray(tree)) return tree.forEach(visit);
    const node = tree as ast.Node;
    if (node.type === "Call") call(node);
    Object.values(tree).forEach(visit);
  };
  const call = ({ func, args, keywords }: ast.Call): void => {
    if (func.type === "Attribute" && writes.has(func.attr)) {
      for (const arg of func.attr === "renameVar" ? args.slice(0, 2) : args.slice(0, 1)) {
        if (arg.type === "Constant" && arg.value.kind === "str") names.add(arg.value.value);
        else any = true;
      }
      return;
    }
    const handed = [...args, ...keywords.map(({ value }) => value)].some(
      (arg) => arg.type === "Name" && /^(d|data|localdata|dd|ld|copyd?|e)$/.test(arg.id),
    );
    if (!handed) return;
    const callee = resolve(func, f, world);
    if (callee instanceof NativeValue) return;
    const inner = callee instanceof FunctionValue ? mayWrite(callee, world, seen) : undefined;
    if (inner === undefined) any = true;
    else for (const name of inner) names.add(name);
  };
  visit(f.node.body);
  return any ? undefined : names;
}

/** What a callee's name means, where the text tells. */
function resolve(func: ast.Expr, f: FunctionValue, world: StaticWorld): unknown {
  const frame = {
    scope: { names: new Map(), outer: undefined },
    file: f.file,
    module: f.module,
    globals: new Set<string>(),
  };
  if (func.type === "Name") return world.name(func.id, frame);
  if (func.type !== "Attribute") return undefined;
  const owner =
    func.value.type === "Name"
      ? (world.name(func.value.id, frame) ?? new ModuleValue(func.value.id))
      : resolve(func.value, f, world);
  return owner instanceof ModuleValue ? world.moduleAttribute(owner.name, func.attr) : undefined;
}
