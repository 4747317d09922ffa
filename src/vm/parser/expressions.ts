/** Expressions (language reference, chapter 6), by precedence climbing for the binary operators. */
import type * as ast from "./ast.js";
import { AtomParser } from "./atoms.js";
import { MAX_CHAIN, NO_PARSE } from "./cursor.js";
import { operatorOf, PRECEDENCE } from "./operators.js";
import { expressionName } from "./targets.js";
import * as T from "./tokens.js";

/** How many names in a row legacyCall() follows. */
const MAX_LEGACY = 30;

export abstract class ExpressionParser extends AtomParser {
  /** Names that are being followed by legacyCall(). */
  private legacy = 0;

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
    const body = this.disjunction();
    if (this.diagnosing) this.misplacedOperand(start, body);
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
        op: operatorOf(kind),
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

  /** What CPython looks for once a disjunction is read (invalid_expression, invalid_legacy_expression). */
  private misplacedOperand(start: number, body: ast.Expr): void {
    this.missingComma(start, body);
    if (this.kind[start] === T.NAME && this.p === start + 1) this.legacyCall(start);
  }

  /** `print "x"`; reading on after any name is also how CPython comes to the errors in what follows it. */
  private legacyCall(name: number): void {
    if (!this.startsExpression() || this.at(T.LPAR) || this.legacy >= MAX_LEGACY) return;
    this.legacy++;
    const rest = this.attempt(() => this.starExpressions());
    this.legacy--;
    const end = this.p;
    this.p = name + 1;
    const word = this.textAt(name);
    if (rest === undefined || (word !== "print" && word !== "exec")) return;
    this.failTokens(name, end - 1, `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`);
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
