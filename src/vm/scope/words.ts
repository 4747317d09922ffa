/** Names that mean something to scope analysis, and words of its errors. */

/** Calls by these names see the local variables as a dict. */
export const LOCALS_READERS: ReadonlySet<string> = new Set(["locals", "vars", "dir", "eval", "exec"]);

/** How scopes of comprehensions are called. */
export const COMPREHENSION_NAMES = {
  ListComp: "listcomp",
  SetComp: "setcomp",
  DictComp: "dictcomp",
  GeneratorExp: "genexpr",
} as const;

/** How errors call them. */
export const YIELD_PLACES = {
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  GeneratorExp: "generator expression",
} as const;
