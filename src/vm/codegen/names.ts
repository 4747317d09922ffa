/**
 * Reading, storing and deleting a Python name from generated code, by what scope analysis found. The places: a JS
 * variable, a cell, the globals (through a cached cell of the dictionary), or a namespace object that any Python code
 * may look into (class bodies, exec with locals of its own).
 */
import type { NameInfo } from "../scope/scope.js";
import type { Emitter } from "./emitter.js";

/** Expression that reads `name` (as the tree spells it). */
export function load(e: Emitter, name: string): string {
  if (name === "__debug__") return "TRUE";
  return loadResolved(e, e.resolve(name));
}

function loadResolved(e: Emitter, info: NameInfo): string {
  const name = info.name;
  switch (info.resolution) {
    case "local":
      if (e.mode === "globals") return loadGlobal(e, name);
      if (e.mode === "mapping") return e.call("ln", "NS", "G", e.str(name));
      if (e.assigned.has(name)) return e.local(name);
      e.raises = true;
      return `(${e.local(name)}??${e.op("ub")}(${e.str(name)}))`;
    case "cell":
      if (e.scope.kind === "class") return e.call("lc", "NS", e.cell(name), e.str(name));
      // Inner functions and `cell_contents` can empty a cell at any time.
      e.raises = true;
      return `(${e.cell(name)}.v??${e.op("ub")}(${e.str(name)}))`;
    case "free":
      if (e.scope.kind === "class") return e.call("lc", "NS", e.cell(name), e.str(name));
      e.raises = true;
      if (e.scope.canSeeClassScope) return e.call("lcd", e.cell("__classdict__"), e.cell(name), e.str(name));
      return `(${e.cell(name)}.v??${e.op("uf")}(${e.str(name)}))`;
    case "implicit":
      if (e.scope.kind === "class" || e.mode === "mapping") return e.call("ln", "NS", "G", e.str(name));
      if (e.scope.canSeeClassScope && e.cells.has("__classdict__"))
        return e.call("ln", `${e.cell("__classdict__")}.v`, "G", e.str(name));
      return loadGlobal(e, name);
    case "global":
      return loadGlobal(e, name);
  }
}

export function loadGlobal(e: Emitter, name: string): string {
  e.raises = true;
  return `${globalCell(e, name)}.get()`;
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
