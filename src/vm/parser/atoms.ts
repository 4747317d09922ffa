/** Atoms (language reference 6.2): names, literals, and what stands in brackets: displays and comprehensions. */
import type * as ast from "./ast.js";
import { numberRefusal, numberValue } from "./numbers.js";
import { ParameterParser } from "./parameters.js";
import { expressionName, invalidTarget, setContext } from "./targets.js";
import * as T from "./tokens.js";

const NONE: ast.ConstantValue = { kind: "None" };
const TRUE: ast.ConstantValue = { kind: "True" };
const FALSE: ast.ConstantValue = { kind: "False" };
const ELLIPSIS: ast.ConstantValue = { kind: "Ellipsis" };

export abstract class AtomParser extends ParameterParser {
  protected abstract starExpressions(): ast.Expr;
  protected abstract starNamedExpression(): ast.Expr;
  protected abstract yieldExpression(): ast.Expr;
  protected abstract disjunction(): ast.Expr;
  /** Operators of at least this precedence; 1 is all of them (bitwise_or). */
  protected abstract binary(least: number): ast.Expr;
  protected abstract starred(): ast.Starred;

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
        return this.constant(this.number(p));
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

  /** The value of the number at token `p`. */
  protected number(p: number): ast.ConstantValue {
    const literal = this.sourceOf(p, p);
    const refusal = numberRefusal(literal);
    if (refusal !== undefined) this.failToken(p, refusal);
    return numberValue(literal);
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
}
