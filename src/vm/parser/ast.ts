/**
 * The syntax tree of Python 3.13: one interface for each constructor of CPython's Python.asdl, with its field names.
 *
 * Every node carries `type` (the ASDL constructor's name) and is a plain object. A field that Python shows as None is
 * `null`. Operators and contexts, which hold nothing, are strings. Two fields are never stored because we never fill
 * them: `type_comment` (always None) and `Module.type_ignores` (always []); fields.ts lists them for Python's `ast`.
 *
 * Use it as `import type * as ast from "../parser/ast.js"`: some names (Set, Name) are those of JS globals.
 */

/** Position of a node as CPython gives it: lines from 1, columns from 0 in bytes of the line's UTF-8. */
export interface Located {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

// --- mod ---------------------------------------------------------------------------------------------------------

export interface Module {
  type: "Module";
  body: Stmt[];
}
export interface Interactive {
  type: "Interactive";
  body: Stmt[];
}
export interface Expression {
  type: "Expression";
  body: Expr;
}
export interface FunctionType {
  type: "FunctionType";
  argtypes: Expr[];
  returns: Expr;
}
export type Mod = Module | Interactive | Expression | FunctionType;

// --- stmt --------------------------------------------------------------------------------------------------------

export interface FunctionDef extends Located {
  type: "FunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface AsyncFunctionDef extends Located {
  type: "AsyncFunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface ClassDef extends Located {
  type: "ClassDef";
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}
export interface Return extends Located {
  type: "Return";
  value: Expr | null;
}
export interface Delete extends Located {
  type: "Delete";
  targets: Expr[];
}
export interface Assign extends Located {
  type: "Assign";
  targets: Expr[];
  value: Expr;
}
export interface TypeAlias extends Located {
  type: "TypeAlias";
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}
export interface AugAssign extends Located {
  type: "AugAssign";
  target: Name | Attribute | Subscript;
  op: Operator;
  value: Expr;
}
export interface AnnAssign extends Located {
  type: "AnnAssign";
  target: Name | Attribute | Subscript;
  annotation: Expr;
  value: Expr | null;
  /** 1 for a bare name without parentheses, else 0. */
  simple: 0 | 1;
}
export interface For extends Located {
  type: "For";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface AsyncFor extends Located {
  type: "AsyncFor";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface While extends Located {
  type: "While";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface If extends Located {
  type: "If";
  test: Expr;
  body: Stmt[];
  /** An `elif` is an If alone in here. */
  orelse: Stmt[];
}
export interface With extends Located {
  type: "With";
  items: WithItem[];
  body: Stmt[];
}
export interface AsyncWith extends Located {
  type: "AsyncWith";
  items: WithItem[];
  body: Stmt[];
}
export interface Match extends Located {
  type: "Match";
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends Located {
  type: "Raise";
  exc: Expr | null;
  cause: Expr | null;
}
export interface Try extends Located {
  type: "Try";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
/** `try` with `except*` (PEP 654). */
export interface TryStar extends Located {
  type: "TryStar";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Assert extends Located {
  type: "Assert";
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Located {
  type: "Import";
  names: Alias[];
}
export interface ImportFrom extends Located {
  type: "ImportFrom";
  /** null for `from . import x`. */
  module: string | null;
  names: Alias[];
  level: number;
}
export interface Global extends Located {
  type: "Global";
  names: string[];
}
export interface Nonlocal extends Located {
  type: "Nonlocal";
  names: string[];
}
/** An expression as a statement (ASDL: Expr); the type `Expr` is the union of expressions. */
export interface ExprStmt extends Located {
  type: "Expr";
  value: Expr;
}
export interface Pass extends Located {
  type: "Pass";
}
export interface Break extends Located {
  type: "Break";
}
export interface Continue extends Located {
  type: "Continue";
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// --- expr --------------------------------------------------------------------------------------------------------

export type ExprContext = "Load" | "Store" | "Del";
export type BoolOperator = "And" | "Or";
export type Operator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type CmpOp = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

export interface BoolOp extends Located {
  type: "BoolOp";
  op: BoolOperator;
  /** Two or more. */
  values: Expr[];
}
export interface NamedExpr extends Located {
  type: "NamedExpr";
  target: Name;
  value: Expr;
}
export interface BinOp extends Located {
  type: "BinOp";
  left: Expr;
  op: Operator;
  right: Expr;
}
export interface UnaryOp extends Located {
  type: "UnaryOp";
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Located {
  type: "Lambda";
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Located {
  type: "IfExp";
  test: Expr;
  body: Expr;
  orelse: Expr;
}
export interface Dict extends Located {
  type: "Dict";
  /** null where `**value` stands. */
  keys: (Expr | null)[];
  values: Expr[];
}
export interface Set extends Located {
  type: "Set";
  elts: Expr[];
}
export interface ListComp extends Located {
  type: "ListComp";
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends Located {
  type: "SetComp";
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends Located {
  type: "DictComp";
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends Located {
  type: "GeneratorExp";
  elt: Expr;
  generators: Comprehension[];
}
export interface Await extends Located {
  type: "Await";
  value: Expr;
}
export interface Yield extends Located {
  type: "Yield";
  value: Expr | null;
}
export interface YieldFrom extends Located {
  type: "YieldFrom";
  value: Expr;
}
export interface Compare extends Located {
  type: "Compare";
  left: Expr;
  ops: CmpOp[];
  comparators: Expr[];
}
export interface Call extends Located {
  type: "Call";
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
export interface FormattedValue extends Located {
  type: "FormattedValue";
  value: Expr;
  /** -1 none, 115 `!s`, 114 `!r`, 97 `!a`. */
  conversion: -1 | 115 | 114 | 97;
  format_spec: JoinedStr | null;
}
export interface JoinedStr extends Located {
  type: "JoinedStr";
  /** Constant (str) and FormattedValue. */
  values: Expr[];
}
export interface Constant extends Located {
  type: "Constant";
  value: ConstantValue;
  /** "u" for a literal with the prefix u. */
  kind: "u" | null;
}
export interface Attribute extends Located {
  type: "Attribute";
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
export interface Subscript extends Located {
  type: "Subscript";
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}
export interface Starred extends Located {
  type: "Starred";
  value: Expr;
  ctx: ExprContext;
}
export interface Name extends Located {
  type: "Name";
  id: string;
  ctx: ExprContext;
}
export interface List extends Located {
  type: "List";
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Located {
  type: "Tuple";
  elts: Expr[];
  ctx: ExprContext;
}
/** Only inside Subscript.slice (or a Tuple there). */
export interface Slice extends Located {
  type: "Slice";
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

/** A comprehension in the wide sense. */
export type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

/**
 * What a Constant holds. An int is a JS number when it is a safe integer and a bigint otherwise; bytes are a string
 * whose characters are all below 256 (latin-1); a str is UTF-16, `\ud800`-like escapes are kept as they are.
 */
export type ConstantValue =
  | { kind: "int"; value: number | bigint }
  | { kind: "float"; value: number }
  /** `2j`: the imaginary part; a literal never has a real one. */
  | { kind: "complex"; imag: number }
  | { kind: "str"; value: string }
  | { kind: "bytes"; value: string }
  | { kind: "None" }
  | { kind: "True" }
  | { kind: "False" }
  | { kind: "Ellipsis" };

// --- parts -------------------------------------------------------------------------------------------------------

export interface Comprehension {
  type: "comprehension";
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: 0 | 1;
}
export interface ExceptHandler extends Located {
  type: "ExceptHandler";
  /** The exception expression: ASDL's field `type`, which would meet our discriminant. */
  exc_type: Expr | null;
  name: string | null;
  body: Stmt[];
}
export interface Arguments {
  type: "arguments";
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  /** As long as kwonlyargs; null where there is no default. */
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  /** Of the last positional parameters (posonlyargs + args). */
  defaults: Expr[];
}
export interface Arg extends Located {
  type: "arg";
  arg: string;
  annotation: Expr | null;
}
export interface Keyword extends Located {
  type: "keyword";
  /** null for `**value`. */
  arg: string | null;
  value: Expr;
}
export interface Alias extends Located {
  type: "alias";
  /** Dotted for `import a.b`; "*" for a star import. */
  name: string;
  asname: string | null;
}
export interface WithItem {
  type: "withitem";
  context_expr: Expr;
  optional_vars: Expr | null;
}
export interface MatchCase {
  type: "match_case";
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

// --- pattern -----------------------------------------------------------------------------------------------------

export interface MatchValue extends Located {
  type: "MatchValue";
  value: Expr;
}
export interface MatchSingleton extends Located {
  type: "MatchSingleton";
  value: { kind: "None" } | { kind: "True" } | { kind: "False" };
}
export interface MatchSequence extends Located {
  type: "MatchSequence";
  patterns: Pattern[];
}
export interface MatchMapping extends Located {
  type: "MatchMapping";
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Located {
  type: "MatchClass";
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}
export interface MatchStar extends Located {
  type: "MatchStar";
  /** null for `*_`. */
  name: string | null;
}
export interface MatchAs extends Located {
  type: "MatchAs";
  pattern: Pattern | null;
  /** null for `_`. */
  name: string | null;
}
export interface MatchOr extends Located {
  type: "MatchOr";
  patterns: Pattern[];
}
export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// --- type_param (PEP 695, PEP 696) -------------------------------------------------------------------------------

export interface TypeVar extends Located {
  type: "TypeVar";
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}
export interface ParamSpec extends Located {
  type: "ParamSpec";
  name: string;
  default_value: Expr | null;
}
export interface TypeVarTuple extends Located {
  type: "TypeVarTuple";
  name: string;
  default_value: Expr | null;
}
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

export type AnyFunctionDef = FunctionDef | AsyncFunctionDef;

/** Any node of the tree. */
export type Node =
  | Mod
  | Stmt
  | Expr
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | Pattern
  | TypeParam;
