/** Kinds of tokens as small integers (fast to switch on), with the keyword table and the operators' texts. */

export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const STRING = 3;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const FSTRING_START = 7;
export const FSTRING_MIDDLE = 8;
export const FSTRING_END = 9;
/** A character that no token begins with: the parser meets it as an invalid token. */
export const ERRORTOKEN = 10;

export const LPAR = 11;
export const RPAR = 12;
export const LSQB = 13;
export const RSQB = 14;
export const LBRACE = 15;
export const RBRACE = 16;
export const COLON = 17;
export const COMMA = 18;
export const SEMI = 19;
export const DOT = 20;
export const ELLIPSIS = 21;
export const RARROW = 22;
export const COLONEQUAL = 23;
export const EQUAL = 24;
export const EXCLAMATION = 25;
export const TILDE = 26;

export const VBAR = 30;
export const CIRCUMFLEX = 31;
export const AMPER = 32;
export const LEFTSHIFT = 33;
export const RIGHTSHIFT = 34;
export const PLUS = 35;
export const MINUS = 36;
export const STAR = 37;
export const SLASH = 38;
export const DOUBLESLASH = 39;
export const PERCENT = 40;
export const AT = 41;
export const DOUBLESTAR = 42;

/** Augmented assignments: the operator's kind + 15. */
export const AUGMENTED = 15;
export const VBAREQUAL = 45;
export const DOUBLESTAREQUAL = 57;

export const EQEQUAL = 60;
export const NOTEQUAL = 61;
export const LESS = 62;
export const LESSEQUAL = 63;
export const GREATER = 64;
export const GREATEREQUAL = 65;

export const FALSE = 70;
export const NONE = 71;
export const TRUE = 72;
export const AND = 73;
export const AS = 74;
export const ASSERT = 75;
export const ASYNC = 76;
export const AWAIT = 77;
export const BREAK = 78;
export const CLASS = 79;
export const CONTINUE = 80;
export const DEF = 81;
export const DEL = 82;
export const ELIF = 83;
export const ELSE = 84;
export const EXCEPT = 85;
export const FINALLY = 86;
export const FOR = 87;
export const FROM = 88;
export const GLOBAL = 89;
export const IF = 90;
export const IMPORT = 91;
export const IN = 92;
export const IS = 93;
export const LAMBDA = 94;
export const NONLOCAL = 95;
export const NOT = 96;
export const OR = 97;
export const PASS = 98;
export const RAISE = 99;
export const RETURN = 100;
export const TRY = 101;
export const WHILE = 102;
export const WITH = 103;
export const YIELD = 104;

/** One more than the largest kind. */
export const KINDS = 105;

export const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ["False", FALSE],
  ["None", NONE],
  ["True", TRUE],
  ["and", AND],
  ["as", AS],
  ["assert", ASSERT],
  ["async", ASYNC],
  ["await", AWAIT],
  ["break", BREAK],
  ["class", CLASS],
  ["continue", CONTINUE],
  ["def", DEF],
  ["del", DEL],
  ["elif", ELIF],
  ["else", ELSE],
  ["except", EXCEPT],
  ["finally", FINALLY],
  ["for", FOR],
  ["from", FROM],
  ["global", GLOBAL],
  ["if", IF],
  ["import", IMPORT],
  ["in", IN],
  ["is", IS],
  ["lambda", LAMBDA],
  ["nonlocal", NONLOCAL],
  ["not", NOT],
  ["or", OR],
  ["pass", PASS],
  ["raise", RAISE],
  ["return", RETURN],
  ["try", TRY],
  ["while", WHILE],
  ["with", WITH],
  ["yield", YIELD],
]);

/** First letter -> 1 when a keyword begins with it; spares most names the look-up. */
export const KEYWORD_INITIALS: Uint8Array = (() => {
  const initials = new Uint8Array(128);
  for (const word of KEYWORDS.keys()) initials[word.charCodeAt(0)] = 1;
  return initials;
})();

/** How a token is called in "expected '...'" messages. */
export const TOKEN_TEXT: ReadonlyMap<number, string> = new Map([
  [LPAR, "("],
  [RPAR, ")"],
  [LSQB, "["],
  [RSQB, "]"],
  [LBRACE, "{"],
  [RBRACE, "}"],
  [COLON, ":"],
  [COMMA, ","],
  [EQUAL, "="],
  [IN, "in"],
  [ELSE, "else"],
  [IMPORT, "import"],
]);

/** Soft keywords (language reference 2.3.2): names except where a statement begins with them. */
export const SOFT_KEYWORDS: ReadonlySet<string> = new Set(["_", "case", "match", "type"]);

/** Prefixes of string literals in every mixture of cases, and none. */
export const STRING_PREFIXES: ReadonlySet<string> = new Set(
  ["", "r", "b", "u", "f", "br", "rb", "fr", "rf"].flatMap((p) =>
    [...p].reduce((heads: string[], c) => heads.flatMap((h) => [h + c, h + c.toUpperCase()]), [""]),
  ),
);
