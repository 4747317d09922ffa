/**
 * The VM has no table of Unicode names yet, so a module with one `\N{EM SPACE}` would not compile at all. These are the
 * names in the sources of the tests that run.ts runs; `withoutNames` writes them as escapes. Names that Python itself
 * meets at run time (eval of a text, unicodedata.lookup) still fail.
 */
const names = new Map<string, number>([
  ["AMPERSAND", 0x26],
  ["CIRCLED NUMBER THIRTY NINE", 0x32b4],
  ["DIGIT SEVEN", 0x37],
  ["EM SPACE", 0x2003],
  ["EN SPACE", 0x2002],
  ["FULLWIDTH DIGIT ZERO", 0xff10],
  ["GREATER-THAN SIGN", 0x3e],
  ["GREEK CAPITAL LETTER DELTA", 0x394],
  ["GREEK CAPITAL LETTER OMEGA", 0x3a9],
  ["GREEK SMALL LETTER ALPHA", 0x3b1],
  ["HANGZHOU NUMERAL TWENTY", 0x3039],
  ["LEFT CURLY BRACKET", 0x7b],
  ["LESS-THAN SIGN", 0x3c],
  ["NARROW NO-BREAK SPACE", 0x202f],
  ["NO-BREAK SPACE", 0xa0],
  ["RIGHT CURLY BRACKET", 0x7d],
  ["ROMAN NUMERAL SIX", 0x2165],
  ["SUBSCRIPT TWO", 0x2082],
  ["SNAKE", 0x1f40d],
  ["THAI DIGIT SIX", 0xe56],
]);

/** The text of a module with the names above written as `\\UXXXXXXXX`. */
export function withoutNames(source: string): string {
  return source.replace(/(?<!\\)(?:\\\\)*\\N\{([A-Z -]+)\}/gi, (whole, name: string) => {
    const code = names.get(name.toUpperCase());
    const escape = `\\U${(code ?? 0).toString(16).padStart(8, "0")}`;
    return code === undefined ? whole : whole.slice(0, whole.indexOf("\\N{")) + escape;
  });
}
