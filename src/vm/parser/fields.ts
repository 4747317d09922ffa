/** Names and order of fields and attributes of Python's `ast` classes (Python.asdl of 3.13), as data. */

export interface NodeDescription {
  /** `_fields`, in order. A trailing `?` or `*` of the ASDL is in `kinds`. */
  readonly fields: readonly string[];
  /** For each field: "1" required, "?" None allowed, "*" a list. */
  readonly kinds: readonly ("1" | "?" | "*")[];
  /** The class it derives from: "stmt", "expr", "mod", ... or "AST" for those that stand alone. */
  readonly base: string;
  /** Has lineno, col_offset, end_lineno, end_col_offset. */
  readonly located: boolean;
}

/** `_attributes` of located nodes. */
export const ATTRIBUTES = ["lineno", "col_offset", "end_lineno", "end_col_offset"] as const;

const ASDL = `
mod
  Module body* type_ignores*
  Interactive body*
  Expression body
  FunctionType argtypes* returns
stmt +
  FunctionDef name args body* decorator_list* returns? type_comment? type_params*
  AsyncFunctionDef name args body* decorator_list* returns? type_comment? type_params*
  ClassDef name bases* keywords* body* decorator_list* type_params*
  Return value?
  Delete targets*
  Assign targets* value type_comment?
  TypeAlias name type_params* value
  AugAssign target op value
  AnnAssign target annotation value? simple
  For target iter body* orelse* type_comment?
  AsyncFor target iter body* orelse* type_comment?
  While test body* orelse*
  If test body* orelse*
  With items* body* type_comment?
  AsyncWith items* body* type_comment?
  Match subject cases*
  Raise exc? cause?
  Try body* handlers* orelse* finalbody*
  TryStar body* handlers* orelse* finalbody*
  Assert test msg?
  Import names*
  ImportFrom module? names* level?
  Global names*
  Nonlocal names*
  Expr value
  Pass
  Break
  Continue
expr +
  BoolOp op values*
  NamedExpr target value
  BinOp left op right
  UnaryOp op operand
  Lambda args body
  IfExp test body orelse
  Dict keys* values*
  Set elts*
  ListComp elt generators*
  SetComp elt generators*
  DictComp key value generators*
  GeneratorExp elt generators*
  Await value
  Yield value?
  YieldFrom value
  Compare left ops* comparators*
  Call func args* keywords*
  FormattedValue value conversion format_spec?
  JoinedStr values*
  Constant value kind?
  Attribute value attr ctx
  Subscript value slice ctx
  Starred value ctx
  Name id ctx
  List elts* ctx
  Tuple elts* ctx
  Slice lower? upper? step?
expr_context
  Load
  Store
  Del
boolop
  And
  Or
operator
  Add
  Sub
  Mult
  MatMult
  Div
  Mod
  Pow
  LShift
  RShift
  BitOr
  BitXor
  BitAnd
  FloorDiv
unaryop
  Invert
  Not
  UAdd
  USub
cmpop
  Eq
  NotEq
  Lt
  LtE
  Gt
  GtE
  Is
  IsNot
  In
  NotIn
excepthandler +
  ExceptHandler type? name? body*
pattern +
  MatchValue value
  MatchSingleton value
  MatchSequence patterns*
  MatchMapping keys* patterns* rest?
  MatchClass cls patterns* kwd_attrs* kwd_patterns*
  MatchStar name?
  MatchAs pattern? name?
  MatchOr patterns*
type_ignore
  TypeIgnore lineno tag
type_param +
  TypeVar name bound? default_value?
  ParamSpec name default_value?
  TypeVarTuple name default_value?
AST
  comprehension target iter ifs* is_async
  arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*
  withitem context_expr optional_vars?
  match_case pattern guard? body*
AST +
  arg arg annotation? type_comment?
  keyword arg? value
  alias name asname?
`;

/**
 * Every concrete class by name. Two of our nodes differ from it: `ExceptHandler.type` is `exc_type` in ast.ts, and
 * type_comment, type_ignores are not stored.
 */
export const FIELDS: ReadonlyMap<string, NodeDescription> = new Map(describe(ASDL));

function* describe(text: string): Generator<[string, NodeDescription]> {
  let base = "AST";
  let located = false;
  for (const line of text.trim().split("\n")) {
    if (!line.startsWith(" ")) {
      [base] = line.split(" ");
      located = line.endsWith("+");
      continue;
    }
    const [name, ...fields] = line.trim().split(" ");
    const kinds = fields.map((f) => (f.endsWith("*") ? "*" : f.endsWith("?") ? "?" : "1"));
    yield [name, { fields: fields.map((f) => f.replace(/[*?]$/, "")), kinds, base, located }];
  }
}
