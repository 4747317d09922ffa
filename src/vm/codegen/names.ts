/**
 * Reading, storing and deleting a Python name from generated code, by what scope analysis found. The places: a JS
 * variable, a cell, the globals (through a cached cell of the dictionary), or a namespace object that any Python code
 * may look into (class bodies, exec with locals of its own).
 */
import type { NameInfo } from "../scope/scope.js";
import type { Emitter } from "./emitter.js";
import type { Place } from "./unit.js";

/** Expression that reads `name` (as the tree spells it); the node is where it stands. */
export function load(e: Emitter, name: string, node: Place): string {
  if (name === "__debug__") return "TRUE";
  return loadResolved(e, e.resolve(name), node);
}

// What may have no value is told its place, so that reading a name sets none.
function loadResolved(e: Emitter, info: NameInfo, node: Place): string {
  const name = info.name;
  const call = (op: string, ...args: string[]): string =>
    `${e.op(op)}(${args.join(",")},${e.str(name)},${e.unit.place(node)})`;
  const unbound = (op: string): string => `${e.op(op)}(${e.str(name)},${e.unit.place(node)})`;
  switch (info.resolution) {
    case "local":
      if (e.mode === "globals") return loadGlobal(e, name, node);
      if (e.mode === "mapping") return call("ln", "NS", "G");
      if (e.assigned.has(name)) return e.local(name);
      return `(${e.local(name)}??${unbound("ub")})`;
    case "cell":
      if (e.scope.kind === "class") return call("lc", "NS", e.cell(name));
      // Inner functions and `cell_contents` can empty a cell at any time.
      return `(${e.cell(name)}.v??${unbound("ub")})`;
    case "free":
      if (e.scope.kind === "class") return call("lc", "NS", e.cell(name));
      if (e.scope.canSeeClassScope) return call("lcd", e.cell("__classdict__"), e.cell(name));
      return `(${e.cell(name)}.v??${unbound("uf")})`;
    case "implicit":
      if (e.scope.kind === "class" || e.mode === "mapping") return call("ln", "NS", "G");
      if (e.scope.canSeeClassScope && e.cells.has("__classdict__"))
        return call("ln", `${e.cell("__classdict__")}.v`, "G");
      return loadGlobal(e, name, node);
    case "global":
      return loadGlobal(e, name, node);
  }
}

function loadGlobal(e: Emitter, name: string, node: Place): string {
  return `${globalCell(e, name)}.get(${e.unit.place(node)})`;
}

function globalCell(e: Emitter, name: string): string {
  return `(${e.factory.global(name)}??=${e.op("gc")}(G,${e.str(name)}))`;
}

/** Statement text that stores the value of the expression `value` in `name`. */
export function store(e: Emitter, name: string, value: string): string {
  return `${storeExpr(e, name, value)};`;
}

/** The same as an expression (its own value is meaningless). */
export function storeExpr(e: Emitter, name: string, value: string): string {
  const info = e.resolve(name);
  const n = info.name;
  switch (info.resolution) {
    case "local":
      if (e.mode === "none") {
        e.markAssigned(n);
        return `${e.local(n)}=${value}`;
      }
      if (e.mode === "globals") return `${globalCell(e, n)}.set(${value})`;
      return e.call("sn", "NS", e.str(n), value);
    case "cell":
      if (e.scope.kind === "class") return e.call("sn", "NS", e.str(n), value);
      e.markAssigned(n);
      return `${e.cell(n)}.v=${value}`;
    case "free":
      return `${e.cell(n)}.v=${value}`;
    case "implicit":
    case "global":
      return `${globalCell(e, n)}.set(${value})`;
  }
}

/** Statement text for `del name`. */
export function remove(e: Emitter, name: string): string {
  const info = e.resolve(name);
  const n = info.name;
  e.raises = true;
  switch (info.resolution) {
    case "local":
      if (e.mode === "none") {
        e.assigned.delete(n);
        const v = e.local(n);
        return `if(${v}===U)${e.op("ub")}(${e.str(n)});${v}=U;`;
      }
      return `${e.call("dn", e.mode === "globals" ? "G" : "NS", e.str(n))};`;
    case "cell":
    case "free": {
      if (e.scope.kind === "class" && info.resolution === "cell") return `${e.call("dn", "NS", e.str(n))};`;
      e.assigned.delete(n);
      const c = e.cell(n);
      const unbound = info.resolution === "cell" ? "ub" : "uf";
      return `if(${c}.v===U)${e.op(unbound)}(${e.str(n)});${c}.v=U;`;
    }
    case "implicit":
    case "global":
      return `${e.call("dn", "G", e.str(n))};`;
  }
}

/** Statement text that unbinds `name` if it is bound (end of an `except ... as name`). */
export function unbind(e: Emitter, name: string): string {
  const info = e.resolve(name);
  const n = info.name;
  switch (info.resolution) {
    case "local":
      if (e.mode === "none") return `${e.local(n)}=U;`;
      return `${e.call("xn", e.mode === "globals" ? "G" : "NS", e.str(n))};`;
    case "cell":
    case "free":
      if (e.scope.kind === "class" && info.resolution === "cell") return `${e.call("xn", "NS", e.str(n))};`;
      return `${e.cell(n)}.v=U;`;
    case "implicit":
    case "global":
      return `${e.call("xn", "G", e.str(n))};`;
  }
}
