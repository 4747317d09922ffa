/** Flags of `re` with CPython's values. */
export const Flag = {
  TEMPLATE: 1,
  IGNORECASE: 2,
  LOCALE: 4,
  MULTILINE: 8,
  DOTALL: 16,
  UNICODE: 32,
  VERBOSE: 64,
  DEBUG: 128,
  ASCII: 256,
} as const;

/** The letters of inline flags. */
export const flagLetters: ReadonlyMap<string, number> = new Map([
  ["i", Flag.IGNORECASE],
  ["L", Flag.LOCALE],
  ["m", Flag.MULTILINE],
  ["s", Flag.DOTALL],
  ["x", Flag.VERBOSE],
  ["a", Flag.ASCII],
  ["t", Flag.TEMPLATE],
  ["u", Flag.UNICODE],
]);

export const TYPE_FLAGS = Flag.ASCII | Flag.LOCALE | Flag.UNICODE;
export const GLOBAL_FLAGS = Flag.DEBUG | Flag.TEMPLATE;
