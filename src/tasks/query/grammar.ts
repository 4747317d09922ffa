/**
 * The query language, as users of Bazel's know it: set operators (all of one rank, from left to right), functions,
 * `let NAME = EXPR in EXPR`, `set(a b c)`, quoted words. After a change run
 * `node --import tsx scripts/compile-grammar.mjs`; a test compares the two.
 */
export const queryGrammarText = String.raw`
  Query {
    Query = Expr
    Expr = Binary | Unary
    Binary = Expr Operator Unary
    Operator = "+" | "-" | "^" | keyword
    keyword = ("union" | "except" | "intersect") ~wordChar
    Unary = Let | Set | Call | Group | Variable | Word
    Group = "(" Expr ")"
    Let = let name "=" Expr in Expr
    let = "let" ~wordChar
    in = "in" ~wordChar
    Set = "set" "(" Word* ")"
    Call = functionName "(" Arguments ")"
    Arguments = ListOf<Expr, ",">
    Variable = "$" name
    Word = quoted | word
    functionName = ~(reserved ~wordChar) name
    name = letter (alnum | "_")*
    quoted = "\"" (~"\"" any)* "\"" -- double
           | "'" (~"'" any)* "'"     -- single
    word = ~(reserved ~wordChar) wordFirst wordChar*
    reserved = "union" | "except" | "intersect" | "let" | "in" | "set"
    wordFirst = ~("-" | "+" | "$") wordChar
    wordChar = alnum | "*" | "/" | "@" | "." | "-" | "_" | ":" | "$" | "~" | "[" | "]" | "?" | "+"
  }
`;
