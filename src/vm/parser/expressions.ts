/** Expressions (language reference, chapter 6), by precedence climbing for the binary operators. */
import type * as ast from "./ast.js";
import { MAX_CHAIN, NO_PARSE } from "./cursor.js";
import { numberValue } from "./numbers.js";
import { ParameterParser } from "./parameters.js";
import { expressionName, invalidTarget, setContext } from "./targets.js";
import * as T from "./tokens.js";

const PRECEDENCE = new Uint8Array(T.KINDS);
const OPERATOR: ast.Operator[] = [];
for (const [kind, precedence, name] of [
  [T.VBAR, 1, "BitOr"],
  [T.CIRCUMFLEX, 2, "BitXor"],
  [T.AMPER, 3, "BitAnd"],
  [T.LEFTSHIFT, 4, "LShift"],
  [T.RIGHTSHIFT, 4, "RShift"],
  [T.PLUS, 5, "Add"],
  [T.MINUS, 5, "Sub"],
  [T.STAR, 6, "Mult"],
  [T.SLASH, 6, "Div"],
  [T.DOUBLESLASH, 6, "FloorDiv"],
  [T.PERCENT, 6, "Mod"],
  [T.AT, 6, "MatMult"],
  [T.DOUBLESTAR, 0, "Pow"],
] as const) {
  PRECEDENCE[kind] = precedence;
  OPERATOR[kind] = name;
}

/** The operator of a token such as `+` (and of `+=` less T.AUGMENTED). */
export function operatorOf(kind: number): ast.Operator {
  return OPERATOR[kind];
}

const NONE: ast.ConstantValue = { kind: "None" };
const TRUE: ast.ConstantValue = { kind: "True" };
const FALSE: ast.ConstantValue = { kind: "False" };
const ELLIPSIS: ast.ConstantValue = { kind: "Ellipsis" };

export abstract class ExpressionParser extends ParameterParser {
  // --- lists of expressions ---

  /** `a, *b` without walrus: right sides, return values, ... ; a tuple if there is a comma. */
  starExpressions(): ast.Expr {
    const start = this.p;
    const first = this.starExpression();
    if (!this.at(T.COMMA)) return first;
    const elts = [first];
    while (this.take(T.COMMA)) {
      if (!this.startsExpression()) break;
      elts.push(this.starExpression());
    }
    return this.tuple(start, elts);
  }

  protected starExpression(): ast.Expr {
    return this.at(T.STAR) ? this.starred() : this.expression();
  }

  /** As starExpression(), but `:=` is allowed. */
  protected starNamedExpression(): ast.Expr {
    return this.at(T.STAR) ? this.starred() : this.namedExpression();
  }

  /** `*bitwise_or` */
  protected starred(): ast.Starred {
    const start = this.p++;
    const value = this.binary(1);
    return {
      type: "Starred",
      value,
      ctx: "Load",
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  protected tuple(start: number, elts: ast.Expr[]): ast.Tuple {
    return {
      type: "Tuple",
      elts,
      ctx: "Load",
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** Whether the next token may begin an expression (or a starred one): what may follow a comma. */
  protected startsExpression(): boolean {
    switch (this.kind[this.p]) {
      case T.NAME:
      case T.NUMBER:
      case T.STRING:
      case T.FSTRING_START:
      case T.LPAR:
      case T.LSQB:
      case T.LBRACE:
      case T.MINUS:
      case T.PLUS:
      case T.TILDE:
      case T.STAR:
      case T.NOT:
      case T.LAMBDA:
      case T.AWAIT:
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
      case T.ELLIPSIS:
        return true;
      default:
        return false;
    }
  }

  protected yieldOrStarExpressions(): ast.Expr {
    return this.at(T.YIELD) ? this.yieldExpression() : this.starExpressions();
  }

  protected fieldExpression(): ast.Expr {
    return this.yieldOrStarExpressions();
  }

  protected yieldExpression(): ast.Yield | ast.YieldFrom {
    const start = this.p++;
    if (this.take(T.FROM)) {
      const value = this.expression();
      return {
        type: "YieldFrom",
        value,
        lineno: this.lineOf(start),
        col_offset: this.columnOf(start),
        end_lineno: this.lastLine(),
        end_col_offset: this.lastColumn(),
      };
    }
    const value = this.startsExpression() ? this.starExpressions() : null;
    return {
      type: "Yield",
      value,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  // --- walrus ---

  /** `NAME := expression`, or an expression. */
  namedExpression(): ast.Expr {
    if (this.at(T.NAME) && this.kind[this.p + 1] === T.COLONEQUAL) return this.assignmentExpression();
    const start = this.p;
    const value = this.expression();
    if (this.at(T.COLONEQUAL)) {
      const known = this.diagnosing && this.lookAhead(() => (this.p++, this.expression())) !== undefined;
      if (known) this.failNode(value, `cannot use assignment expressions with ${expressionName(value)}`);
      this.noParse();
    }
    if (this.diagnosing && this.at(T.EQUAL)) this.assignmentInExpression(start, value);
    return value;
  }

  protected argumentExpression(): ast.Expr {
    if (this.at(T.NAME) && this.kind[this.p + 1] === T.COLONEQUAL) return this.assignmentExpression();
    const value = this.expression();
    if (this.at(T.COLONEQUAL)) this.noParse();
    return value;
  }

  private assignmentExpression(): ast.NamedExpr {
    const start = this.p;
    const id = this.needName();
    const target: ast.Name = {
      type: "Name",
      id,
      ctx: "Store",
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
    this.p++;
    const value = this.expression();
    return {
      type: "NamedExpr",
      target,
      value,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** `=` where a condition or element was expected (invalid_named_expression). */
  private assignmentInExpression(start: number, left: ast.Expr): void {
    const after = this.lookAhead(() => {
      this.p++;
      const right = this.attempt(() => this.binary(1)) ?? this.expressionPrefix();
      if (this.at(T.EQUAL) || this.at(T.COLONEQUAL)) this.noParse();
      return right;
    });
    if (after === undefined) return;
    if (this.kind[start] === T.NAME && this.p === start + 1)
      this.failNode(left, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", after.result);
    const operand = this.lookBackBinary(start);
    if (operand === undefined) return;
    switch (operand.type) {
      case "List":
      case "Tuple":
      case "GeneratorExp":
        return;
      case "Constant":
        if (operand.value.kind === "True" || operand.value.kind === "False" || operand.value.kind === "None")
          return;
        break;
      default:
        break;
    }
    this.failNode(
      operand,
      `cannot assign to ${expressionName(operand)} here. Maybe you meant '==' instead of '='?`,
    );
  }

  /** The expression from `start` up to here if it is no more than a bitwise_or. */
  private lookBackBinary(start: number): ast.Expr | undefined {
    const end = this.p;
    this.p = start;
    const found = this.lookAhead(() => this.binary(1));
    this.p = end;
    return found?.end === end ? found.result : undefined;
  }

  // --- from lambda down to operands ---

  expression(): ast.Expr {
    this.enter();
    const result = this.at(T.LAMBDA) ? this.lambda() : this.conditional();
    this.leave();
    return result;
  }

  private conditional(): ast.Expr {
    const start = this.p;
    if (this.diagnosing) this.legacyCall();
    const body = this.disjunction();
    if (this.diagnosing) this.missingComma(start, body);
    if (!this.at(T.IF)) return body;
    const mark = this.p++;
    const test = this.disjunction();
    if (!this.at(T.ELSE)) {
      if (this.diagnosing && !this.at(T.COLON))
        this.failNode(body, "expected 'else' after 'if' expression", test);
      this.p = this.bareIf(mark);
      return body;
    }
    this.p++;
    const orelse = this.diagnosing ? this.attempt(() => this.expression()) : this.expression();
    if (orelse === undefined) {
      this.p = mark;
      return body;
    }
    return {
      type: "IfExp",
      test,
      body,
      orelse,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** An `if` without `else` is no part of this expression: a comprehension's or a case's condition may begin here. */
  private bareIf(mark: number): number {
    if (this.p > this.furthest) this.furthest = this.p;
    return mark;
  }

  private lambda(): ast.Lambda {
    const start = this.p++;
    const args = this.parameters(T.COLON);
    const colon = this.p;
    this.force(T.COLON);
    if (this.at(T.FSTRING_MIDDLE) || (this.fields > 0 && (this.at(T.RBRACE) || this.at(T.LBRACE)))) {
      if (!this.diagnosing) this.noParse();
      this.failTokens(start, colon, "f-string: lambda expressions are not allowed without parentheses");
    }
    const body = this.expression();
    return {
      type: "Lambda",
      args,
      body,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  protected disjunction(): ast.Expr {
    const start = this.p;
    const first = this.conjunction();
    return this.at(T.OR) ? this.boolOp(start, first, T.OR) : first;
  }

  private conjunction(): ast.Expr {
    const start = this.p;
    const first = this.inversion();
    return this.at(T.AND) ? this.boolOp(start, first, T.AND) : first;
  }

  private boolOp(start: number, first: ast.Expr, kind: typeof T.OR | typeof T.AND): ast.BoolOp {
    const values = [first];
    while (this.take(kind)) values.push(kind === T.OR ? this.conjunction() : this.inversion());
    return {
      type: "BoolOp",
      op: kind === T.OR ? "Or" : "And",
      values,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private inversion(): ast.Expr {
    if (!this.at(T.NOT)) return this.comparison();
    const start = this.p++;
    this.enter();
    const operand = this.inversion();
    this.leave();
    return this.unaryNode(start, "Not", operand);
  }

  private unaryNode(start: number, op: ast.UnaryOperator, operand: ast.Expr): ast.UnaryOp {
    return {
      type: "UnaryOp",
      op,
      operand,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private comparison(): ast.Expr {
    const start = this.p;
    const left = this.binary(1);
    let op = this.takeComparison();
    if (op === undefined) return left;
    const ops: ast.CmpOp[] = [];
    const comparators: ast.Expr[] = [];
    while (op !== undefined) {
      ops.push(op);
      comparators.push(this.binary(1));
      op = this.takeComparison();
    }
    return {
      type: "Compare",
      left,
      ops,
      comparators,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private takeComparison(): ast.CmpOp | undefined {
    const kind = this.kind[this.p];
    if (kind < T.EQEQUAL || kind > T.NOT) return undefined;
    switch (kind) {
      case T.EQEQUAL:
        this.p++;
        return "Eq";
      case T.NOTEQUAL:
        this.p++;
        return "NotEq";
      case T.LESS:
        this.p++;
        return "Lt";
      case T.LESSEQUAL:
        this.p++;
        return "LtE";
      case T.GREATER:
        this.p++;
        return "Gt";
      case T.GREATEREQUAL:
        this.p++;
        return "GtE";
      case T.IN:
        this.p++;
        return "In";
      case T.IS:
        this.p++;
        return this.take(T.NOT) ? "IsNot" : "Is";
      case T.NOT:
        if (this.kind[this.p + 1] !== T.IN) {
          this.saw(this.p + 1);
          return undefined;
        }
        this.p += 2;
        return "NotIn";
      default:
        return undefined;
    }
  }

  /** Operators from `|` (1) to `*` (6), those of `least` and above. */
  protected binary(least: number): ast.Expr {
    const start = this.p;
    let left = this.unary();
    let chain = 0;
    for (;;) {
      const kind = this.kind[this.p];
      const precedence = PRECEDENCE[kind];
      if (precedence === 0 || precedence < least) return left;
      if (++chain > MAX_CHAIN) this.tooDeep();
      this.p++;
      if (this.diagnosing && precedence >= 5 && this.at(T.NOT)) this.notAfterOperator(() => this.inversion());
      const right = this.binary(precedence + 1);
      left = {
        type: "BinOp",
        left,
        op: OPERATOR[kind],
        right,
        lineno: this.lineOf(start),
        col_offset: this.columnOf(start),
        end_lineno: this.lastLine(),
        end_col_offset: this.lastColumn(),
      };
    }
  }

  private unary(): ast.Expr {
    const start = this.p;
    const kind = this.kind[start];
    if (kind === T.MINUS || kind === T.PLUS || kind === T.TILDE) {
      this.p++;
      if (this.diagnosing && this.at(T.NOT)) this.notAfterOperator(() => (this.p++, this.unary()));
      this.enter();
      const operand = this.unary();
      this.leave();
      return this.unaryNode(start, kind === T.MINUS ? "USub" : kind === T.PLUS ? "UAdd" : "Invert", operand);
    }
    let left: ast.Expr;
    if (kind === T.AWAIT) {
      this.p++;
      const value = this.primary();
      left = {
        type: "Await",
        value,
        lineno: this.lineOf(start),
        col_offset: this.columnOf(start),
        end_lineno: this.lastLine(),
        end_col_offset: this.lastColumn(),
      };
    } else left = this.primary();
    if (!this.at(T.DOUBLESTAR)) return left;
    this.p++;
    this.enter();
    const right = this.unary();
    this.leave();
    return {
      type: "BinOp",
      left,
      op: "Pow",
      right,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** An atom with its attributes, calls and subscripts. */
  protected primary(): ast.Expr {
    const start = this.p;
    let value = this.atom();
    let chain = 0;
    for (;;) {
      switch (this.kind[this.p]) {
        case T.DOT: {
          this.p++;
          const attr = this.needName();
          value = {
            type: "Attribute",
            value,
            attr,
            ctx: "Load",
            lineno: this.lineOf(start),
            col_offset: this.columnOf(start),
            end_lineno: this.lastLine(),
            end_col_offset: this.lastColumn(),
          };
          break;
        }
        case T.LPAR: {
          this.p++;
          const { args, keywords } = this.callArguments(true);
          value = {
            type: "Call",
            func: value,
            args,
            keywords,
            lineno: this.lineOf(start),
            col_offset: this.columnOf(start),
            end_lineno: this.lastLine(),
            end_col_offset: this.lastColumn(),
          };
          break;
        }
        case T.LSQB: {
          this.p++;
          const slice = this.slices();
          this.need(T.RSQB);
          value = {
            type: "Subscript",
            value,
            slice,
            ctx: "Load",
            lineno: this.lineOf(start),
            col_offset: this.columnOf(start),
            end_lineno: this.lastLine(),
            end_col_offset: this.lastColumn(),
          };
          break;
        }
        default:
          return value;
      }
      if (++chain > MAX_CHAIN) this.tooDeep();
    }
  }

  private slices(): ast.Expr {
    const start = this.p;
    const first = this.slice();
    if (!this.at(T.COMMA)) {
      if (first.type !== "Starred") return first;
      return this.tuple(start, [first]);
    }
    const elts = [first];
    while (this.take(T.COMMA)) {
      if (this.at(T.RSQB)) break;
      elts.push(this.slice());
    }
    return this.tuple(start, elts);
  }

  private slice(): ast.Expr {
    const start = this.p;
    if (this.at(T.STAR)) {
      const value = this.starredValue();
      return {
        type: "Starred",
        value,
        ctx: "Load",
        lineno: this.lineOf(start),
        col_offset: this.columnOf(start),
        end_lineno: this.lastLine(),
        end_col_offset: this.lastColumn(),
      };
    }
    let lower: ast.Expr | null = null;
    if (!this.at(T.COLON)) {
      lower = this.namedExpression();
      if (!this.at(T.COLON)) return lower;
      if (lower.type === "NamedExpr" && this.kind[start] === T.NAME) this.noParse();
    }
    this.p++;
    const part = (): ast.Expr | null =>
      this.at(T.COLON) || this.at(T.COMMA) || this.at(T.RSQB) ? null : this.expression();
    const upper = part();
    const step = this.take(T.COLON) ? part() : null;
    return {
      type: "Slice",
      lower,
      upper,
      step,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  // --- atoms ---

  protected atom(): ast.Expr {
    const p = this.p;
    switch (this.kind[p]) {
      case T.NAME:
        this.p++;
        return {
          type: "Name",
          id: this.textAt(p),
          ctx: "Load",
          lineno: this.lineOf(p),
          col_offset: this.columnOf(p),
          end_lineno: this.lastLine(),
          end_col_offset: this.lastColumn(),
        };
      case T.STRING:
      case T.FSTRING_START:
        return this.strings();
      case T.NUMBER:
        return this.constant(numberValue(this.sourceOf(p, p)));
      case T.NONE:
        return this.constant(NONE);
      case T.TRUE:
        return this.constant(TRUE);
      case T.FALSE:
        return this.constant(FALSE);
      case T.ELLIPSIS:
        return this.constant(ELLIPSIS);
      case T.LPAR:
        return this.parenthesis();
      case T.LSQB:
        return this.listDisplay();
      case T.LBRACE:
        return this.braceDisplay();
      default:
        return this.noParse();
    }
  }

  private constant(value: ast.ConstantValue): ast.Constant {
    const p = this.p++;
    return {
      type: "Constant",
      value,
      kind: null,
      lineno: this.lineOf(p),
      col_offset: this.columnOf(p),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** `()`, a group, a tuple or a generator expression. */
  private parenthesis(): ast.Expr {
    const start = this.p++;
    if (this.take(T.RPAR)) return this.tuple(start, []);
    if (this.at(T.YIELD)) {
      const value = this.yieldExpression();
      this.need(T.RPAR);
      return value;
    }
    if (this.diagnosing && this.at(T.DOUBLESTAR)) {
      const inner = this.lookAhead(() => (this.p++, this.expression()));
      if (inner !== undefined && this.kind[inner.end] === T.RPAR)
        this.failTokens(start + 1, start + 1, "cannot use double starred expression here");
    }
    const first = this.starNamedExpression();
    if (this.take(T.RPAR)) {
      if (first.type === "Starred" && this.kind[start + 1] === T.STAR)
        this.invalidStarred(first, "cannot use starred expression here");
      return first;
    }
    if (this.atComprehension()) {
      const generators = this.clausesAfter(start, first, undefined);
      this.need(T.RPAR);
      return {
        type: "GeneratorExp",
        elt: first,
        generators,
        lineno: this.lineOf(start),
        col_offset: this.columnOf(start),
        end_lineno: this.lastLine(),
        end_col_offset: this.lastColumn(),
      };
    }
    if (!this.at(T.COMMA)) this.noParse();
    const elts = this.elements(first, T.RPAR);
    this.need(T.RPAR);
    return this.tuple(start, elts);
  }

  /** A lone starred expression in parentheses; CPython points at it, not at the bracket. */
  private invalidStarred(node: ast.Starred, message: string): never {
    this.p--;
    this.invalid(message, node);
  }

  /** The elements after a first one, up to the closing bracket. */
  private elements(first: ast.Expr, end: number): ast.Expr[] {
    const elts = [first];
    while (this.take(T.COMMA)) {
      if (this.at(end)) break;
      if (this.diagnosing && end !== T.RPAR && elts.length === 1 && this.atComprehension()) break;
      elts.push(this.starNamedExpression());
    }
    return elts;
  }

  private listDisplay(): ast.Expr {
    const start = this.p++;
    let elts: ast.Expr[] = [];
    if (!this.at(T.RSQB)) {
      const first = this.starNamedExpression();
      if (this.atComprehension()) {
        const generators = this.clausesAfter(start, first, undefined);
        this.need(T.RSQB);
        return {
          type: "ListComp",
          elt: first,
          generators,
          lineno: this.lineOf(start),
          col_offset: this.columnOf(start),
          end_lineno: this.lastLine(),
          end_col_offset: this.lastColumn(),
        };
      }
      elts = this.elements(first, T.RSQB);
      if (this.atComprehension()) this.clausesAfter(start, first, elts);
    }
    this.need(T.RSQB);
    return {
      type: "List",
      elts,
      ctx: "Load",
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private braceDisplay(): ast.Expr {
    const start = this.p++;
    if (this.at(T.RBRACE) || this.at(T.DOUBLESTAR)) return this.dictDisplay(start, []);
    const first = this.starNamedExpression();
    if (this.at(T.COLON) && first.type !== "Starred") return this.dictDisplay(start, [first]);
    if (this.atComprehension()) {
      const generators = this.clausesAfter(start, first, undefined);
      this.need(T.RBRACE);
      return {
        type: "SetComp",
        elt: first,
        generators,
        lineno: this.lineOf(start),
        col_offset: this.columnOf(start),
        end_lineno: this.lastLine(),
        end_col_offset: this.lastColumn(),
      };
    }
    const elts = this.elements(first, T.RBRACE);
    if (this.atComprehension()) this.clausesAfter(start, first, elts);
    this.need(T.RBRACE);
    return {
      type: "Set",
      elts,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** A dict or dict comprehension; `firstKey` holds the key already read, or nothing. */
  private dictDisplay(start: number, firstKey: ast.Expr[]): ast.Expr {
    const keys: (ast.Expr | null)[] = [];
    const values: ast.Expr[] = [];
    let pending: ast.Expr | undefined = firstKey[0];
    while (pending !== undefined || !this.at(T.RBRACE)) {
      if (pending === undefined && this.at(T.DOUBLESTAR)) {
        const stars = this.p++;
        keys.push(null);
        values.push(this.binary(1));
        if (this.atComprehension()) {
          if (this.diagnosing) this.failToken(stars, "dict unpacking cannot be used in dict comprehension");
          this.noParse();
        }
      } else {
        const key = pending ?? this.expression();
        pending = undefined;
        if (!this.at(T.COLON)) this.missingDictColon(key);
        this.p++;
        const value = this.dictValue();
        if (keys.length === 0 && this.atComprehension()) return this.dictComprehension(start, key, value);
        keys.push(key);
        values.push(value);
      }
      if (!this.take(T.COMMA)) break;
    }
    this.need(T.RBRACE);
    return {
      type: "Dict",
      keys,
      values,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private missingDictColon(key: ast.Expr): never {
    throw this.source.error(
      "':' expected after dictionary key",
      key.lineno,
      key.end_col_offset - 1,
      key.end_lineno,
      -1,
    );
  }

  private dictValue(): ast.Expr {
    // CPython says these in its first reading already
    if (this.at(T.STAR)) {
      const star = this.p;
      const found = this.lookAhead(() => (this.p++, this.binary(1)));
      if (found !== undefined) {
        this.saw(found.end);
        this.failStartingFrom(
          this.lineOf(star),
          this.columnOf(star),
          "cannot use a starred expression in a dictionary value",
        );
      }
    }
    if (this.at(T.RBRACE) || this.at(T.COMMA))
      this.failToken(this.p - 1, "expression expected after dictionary key and ':'");
    return this.expression();
  }

  private dictComprehension(start: number, key: ast.Expr, value: ast.Expr): ast.DictComp {
    const generators = this.comprehensionClauses();
    this.need(T.RBRACE);
    return {
      type: "DictComp",
      key,
      value,
      generators,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  // --- comprehensions ---

  protected atComprehension(): boolean {
    const kind = this.kind[this.p];
    return kind === T.FOR || (kind === T.ASYNC && this.kind[this.p + 1] === T.FOR);
  }

  /** The clauses after an element; refuses `[*a for ...]` and `[a, b for ...]`. */
  private clausesAfter(open: number, first: ast.Expr, elts: ast.Expr[] | undefined): ast.Comprehension[] {
    if (first.type === "Starred" && this.kind[open + 1] === T.STAR) {
      if (this.diagnosing) this.comprehensionClauses();
      this.invalid("iterable unpacking cannot be used in comprehension", first);
    }
    if (elts !== undefined) {
      if (!this.diagnosing) this.noParse();
      const mark = this.p;
      this.comprehensionClauses();
      const message = "did you forget parentheses around the comprehension target?";
      this.failTokens(open + 1, mark - 1, message);
    }
    return this.comprehensionClauses();
  }

  protected comprehensionClauses(): ast.Comprehension[] {
    const clauses: ast.Comprehension[] = [];
    do {
      const isAsync = this.take(T.ASYNC) ? 1 : 0;
      this.need(T.FOR);
      const target = this.loopTarget(true);
      this.need(T.IN);
      const iter = this.disjunction();
      const ifs: ast.Expr[] = [];
      while (this.take(T.IF)) ifs.push(this.disjunction());
      clauses.push({ type: "comprehension", target, iter, ifs, is_async: isAsync });
    } while (this.atComprehension());
    return clauses;
  }

  /** star_targets after `for`. */
  protected loopTarget(inComprehension: boolean): ast.Expr {
    const start = this.p;
    const one = (): ast.Expr => (this.at(T.STAR) ? this.starred() : this.binary(1));
    let target = one();
    if (this.at(T.COMMA)) {
      const elts = [target];
      while (this.take(T.COMMA)) {
        if (!this.startsExpression()) break;
        elts.push(one());
      }
      target = this.tuple(start, elts);
    }
    if (inComprehension && !this.at(T.IN)) this.failFurthest("'in' expected after for-loop variables");
    if (invalidTarget(target, "for") !== undefined || !this.at(T.IN)) {
      if (!this.diagnosing) this.noParse();
      this.p = start;
      const invalid = invalidTarget(this.starExpressions(), "for");
      if (invalid !== undefined) this.failNode(invalid, `cannot assign to ${expressionName(invalid)}`);
      this.noParse();
    }
    setContext(target, "Store");
    return target;
  }

  // --- diagnosing ---

  /** The least part of an expression that a backtracking parser would be content with: its first operand. */
  protected expressionPrefix(): ast.Expr {
    this.take(T.STAR);
    while (
      this.take(T.NOT) ||
      this.take(T.MINUS) ||
      this.take(T.PLUS) ||
      this.take(T.TILDE) ||
      this.take(T.AWAIT)
    );
    return this.atom();
  }

  /** `1 + not 2` (invalid_arithmetic, invalid_factor) */
  private notAfterOperator(operand: () => ast.Expr): void {
    const found = this.lookAhead(operand);
    if (found !== undefined)
      this.failTokens(this.p, found.end - 1, "'not' after an operator must be parenthesized");
  }

  /** `print "x"` (invalid_legacy_expression). */
  private legacyCall(): void {
    const name = this.p;
    if (!this.at(T.NAME) || this.kind[name + 1] === T.LPAR) return;
    const word = this.textAt(name);
    if (word !== "print" && word !== "exec") return;
    const rest = this.lookAhead(() => (this.p++, this.starExpressions()));
    if (rest === undefined) return;
    this.failTokens(
      name,
      rest.end - 1,
      `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`,
    );
  }

  /** Two expressions side by side within brackets (invalid_expression). */
  private missingComma(start: number, left: ast.Expr): void {
    if (!this.startsExpression() && !this.at(T.LAMBDA)) return;
    if (this.at(T.STAR)) return;
    if (this.kind[start] === T.NAME) {
      if (this.kind[start + 1] === T.STRING || this.kind[start + 1] === T.FSTRING_START) return;
      if (T.SOFT_KEYWORDS.has(this.textAt(start))) return;
    }
    const right = this.lookAhead(() => this.expression());
    if (right !== undefined) this.saw(right.end);
    if (right === undefined || this.tokens.level[right.end - 1] === 0) return;
    if (left.type === "Name" && (left.id === "print" || left.id === "exec")) return;
    this.failNode(left, "invalid syntax. Perhaps you forgot a comma?", right.result);
  }
}

/** Whether `e` is the signal that the grammar did not fit (for callers outside the parser classes). */
export function isNoParse(e: unknown): boolean {
  return e === NO_PARSE;
}
