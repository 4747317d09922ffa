/** Parameter lists of `def` and `lambda`, arguments of calls and classes, type parameters (PEP 695, 696). */
import type * as ast from "./ast.js";
import { LiteralParser } from "./literals.js";
import * as T from "./tokens.js";

/** What has been seen in an argument list: decides what may follow. */
const POSITIONAL = 0;
const AFTER_KEYWORD = 1;
const AFTER_UNPACKING = 2;

export interface CallArguments {
  args: ast.Expr[];
  keywords: ast.Keyword[];
}

export abstract class ParameterParser extends LiteralParser {
  abstract expression(): ast.Expr;
  /** `*bitwise_or` or an expression (annotation of `*args`, default of a TypeVarTuple). */
  protected abstract starExpression(): ast.Expr;
  /** `NAME := expression` or an expression that no `:=` follows. */
  protected abstract argumentExpression(): ast.Expr;
  protected abstract comprehensionClauses(): ast.Comprehension[];
  protected abstract atComprehension(): boolean;

  // --- parameters ---

  /** Parameters up to (not with) `end`, which is `)` for def and `:` for lambda. */
  protected parameters(end: typeof T.RPAR | typeof T.COLON): ast.Arguments {
    const annotated = end === T.RPAR;
    const result: ast.Arguments = {
      type: "arguments",
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    };
    let slash = false;
    let star = false;
    while (this.kind[this.p] !== end) {
      const at = this.p;
      const kind = this.kind[at];
      if (kind === T.SLASH) {
        this.p++;
        if (slash || star || result.args.length === 0) this.badSlash(at, slash, star);
        slash = true;
        result.posonlyargs = result.args;
        result.args = [];
        if (this.diagnosing && this.at(T.STAR)) this.failToken(this.p, "expected comma between / and *");
      } else if (kind === T.STAR) {
        this.p++;
        if (star) this.invalidToken(at, "* argument may appear only once");
        star = true;
        this.afterStar(result, annotated, end);
      } else if (kind === T.DOUBLESTAR) {
        this.p++;
        result.kwarg = this.parameter(annotated, false);
        if (this.at(T.EQUAL)) this.invalidToken(this.p, "var-keyword argument cannot have default value");
        if (this.take(T.COMMA) && this.kind[this.p] !== end) {
          const k = this.kind[this.p];
          if (k === T.NAME || k === T.STAR || k === T.DOUBLESTAR || k === T.SLASH)
            this.invalidToken(this.p, "arguments cannot follow var-keyword argument");
          this.noParse();
        }
        break;
      } else if (kind === T.NAME) this.oneParameter(result, star, annotated);
      else {
        if (kind === T.LPAR && this.diagnosing) this.parenthesized(at, annotated);
        this.noParse();
      }
      if (this.kind[this.p] !== end) this.need(T.COMMA);
    }
    return result;
  }

  private invalidToken(index: number, message: string): never {
    if (!this.diagnosing) this.noParse();
    this.failToken(index, message);
  }

  private badSlash(at: number, slash: boolean, star: boolean): never {
    if (star) this.invalidToken(at, "/ must be ahead of *");
    if (slash) this.invalidToken(at, "/ may appear only once");
    if (!this.at(T.COMMA)) this.noParse(at);
    return this.invalidToken(at, "at least one argument must precede /");
  }

  private afterStar(result: ast.Arguments, annotated: boolean, end: number): void {
    if (this.at(T.COMMA)) {
      const next = this.kind[this.p + 1];
      if (next === end || next === T.DOUBLESTAR) this.bareStar(this.p + 1, annotated);
      if (next === T.STAR) this.invalidToken(this.p + 1, "* argument may appear only once");
      if (next === T.SLASH) this.invalidToken(this.p + 1, "/ must be ahead of *");
      if (next !== T.NAME) this.noParse(this.p + 1);
      return;
    }
    if (this.kind[this.p] === end) this.bareStar(this.p, annotated);
    result.vararg = this.parameter(annotated, true);
    if (this.at(T.EQUAL)) this.invalidToken(this.p, "var-positional argument cannot have default value");
  }

  /** `*` with nothing after it; in a lambda CPython points at what follows. */
  private bareStar(next: number, annotated: boolean): never {
    const star = this.p - 1;
    this.saw(next);
    this.invalidToken(annotated ? star : this.furthestToken(), "named arguments must follow bare *");
  }

  private oneParameter(result: ast.Arguments, star: boolean, annotated: boolean): void {
    const at = this.p;
    const parameter = this.parameter(annotated, false);
    let value: ast.Expr | null = null;
    if (this.take(T.EQUAL)) {
      if (this.diagnosing && (this.at(T.RPAR) || this.at(T.COMMA)))
        this.failToken(this.p - 1, "expected default value expression");
      value = this.expression();
    }
    if (star) {
      result.kwonlyargs.push(parameter);
      result.kw_defaults.push(value);
    } else {
      result.args.push(parameter);
      if (value !== null) result.defaults.push(value);
      else if (result.defaults.length > 0)
        this.invalidToken(at, "parameter without a default follows parameter with a default");
    }
  }

  private parenthesized(at: number, annotated: boolean): void {
    let i = at + 1;
    while (this.kind[i] === T.NAME || this.kind[i] === T.COMMA) i++;
    if (i === at + 1 || this.kind[i] !== T.RPAR) return;
    const what = annotated ? "Function" : "Lambda expression";
    this.failTokens(at, i, `${what} parameters cannot be parenthesized`);
  }

  private parameter(annotated: boolean, starAnnotation: boolean): ast.Arg {
    const start = this.p;
    const arg = this.needName();
    let annotation: ast.Expr | null = null;
    if (annotated && this.take(T.COLON))
      annotation = starAnnotation ? this.starExpression() : this.expression();
    return {
      type: "arg",
      arg,
      annotation,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  // --- arguments ---

  /** Arguments of a call or class after its `(` (the token before), with the `)`. */
  protected callArguments(allowGenerator: boolean): CallArguments {
    const open = this.p - 1;
    const args: ast.Expr[] = [];
    const keywords: ast.Keyword[] = [];
    let state = POSITIONAL;
    while (!this.at(T.RPAR)) {
      const at = this.p;
      const kind = this.kind[at];
      if (kind === T.DOUBLESTAR) {
        this.p++;
        const value = this.expression();
        if (this.diagnosing && this.at(T.EQUAL))
          this.assignedUnpacking(at, "cannot assign to keyword argument unpacking");
        keywords.push(this.keyword(at, null, value));
        state = AFTER_UNPACKING;
      } else if (kind === T.STAR) {
        if (state === AFTER_UNPACKING) this.misplacedStar();
        args.push(this.starredArgument());
        if (this.diagnosing && this.atComprehension()) this.starredGenerator(args, keywords);
      } else if (kind === T.NAME && this.kind[at + 1] === T.EQUAL) {
        this.p += 2;
        const value = this.diagnosing ? this.keywordValue(at) : this.expression();
        keywords.push(this.keyword(at, this.textAt(at), value));
        if (state === POSITIONAL) state = AFTER_KEYWORD;
      } else {
        const value = this.argumentExpression();
        if (this.atComprehension()) {
          const generator = this.soleGenerator(
            open,
            value,
            args.length + keywords.length === 0,
            allowGenerator,
          );
          return { args: [generator], keywords };
        }
        if (this.at(T.EQUAL)) this.badKeyword(at, value);
        if (state !== POSITIONAL) this.misplacedPositional(state);
        args.push(value);
      }
      if (!this.take(T.COMMA)) break;
    }
    if (!this.at(T.RPAR)) this.noParse();
    this.p++;
    return { args, keywords };
  }

  private keyword(start: number, arg: string | null, value: ast.Expr): ast.Keyword {
    return {
      type: "keyword",
      arg,
      value,
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  private starredArgument(): ast.Starred {
    const start = this.p;
    const value = this.starredValue();
    if (this.diagnosing && this.at(T.EQUAL))
      this.assignedUnpacking(start, "cannot assign to iterable argument unpacking");
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

  /** `f(*x for x in y)` */
  private starredGenerator(args: ast.Expr[], keywords: ast.Keyword[]): void {
    const starred = args[args.length - 1];
    const generators = this.comprehensionClauses();
    if (args.length + keywords.length === 1)
      this.failNode(starred, "iterable unpacking cannot be used in comprehension");
    const last = generators[generators.length - 1];
    const end = last.ifs.length > 0 ? last.ifs[last.ifs.length - 1] : last.iter;
    this.failNode(starred, "Generator expression must be parenthesized", end);
  }

  /** The expression after a `*` in a call or subscript. */
  protected starredValue(): ast.Expr {
    this.p++;
    const value = this.diagnosing ? this.attempt(() => this.expression()) : this.expression();
    return value ?? this.failFurthest("Invalid star expression");
  }

  /** `f(*a=b)`, `f(**a=b)` */
  private assignedUnpacking(start: number, message: string): void {
    const end = this.lookAhead(() => (this.p++, this.expression()))?.end;
    if (end !== undefined) this.failTokens(start, end - 1, message);
  }

  /** `f(**a, *b)` */
  private misplacedStar(): never {
    if (!this.diagnosing) this.noParse();
    const comma = this.p - 1;
    do {
      this.starredValue();
    } while (this.take(T.COMMA) && this.at(T.STAR));
    this.failStartingFrom(
      this.lineOf(comma),
      this.columnOf(comma),
      "iterable argument unpacking follows keyword argument unpacking",
    );
  }

  private soleGenerator(open: number, elt: ast.Expr, first: boolean, inCall: boolean): ast.GeneratorExp {
    const allowed = first && inCall;
    if (!allowed && !this.diagnosing) this.noParse();
    const generators = this.comprehensionClauses();
    if (!allowed || !this.at(T.RPAR)) {
      const last = generators[generators.length - 1];
      const end = last.ifs.length > 0 ? last.ifs[last.ifs.length - 1] : last.iter;
      if (this.at(T.COMMA) || (this.at(T.RPAR) && !first))
        this.invalid("Generator expression must be parenthesized", elt, end);
      this.noParse();
    }
    this.p++;
    return {
      type: "GeneratorExp",
      elt,
      generators,
      lineno: this.lineOf(open),
      col_offset: this.columnOf(open),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** Value of `name=value`, looking for `f(a=b for ...)` and for a missing value. */
  private keywordValue(nameAt: number): ast.Expr {
    if (this.at(T.RPAR) || this.at(T.COMMA))
      this.failTokens(nameAt, nameAt + 1, "expected argument value expression");
    const value = this.expression();
    if (this.atComprehension())
      this.failTokens(nameAt, nameAt + 1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return value;
  }

  private badKeyword(at: number, value: ast.Expr): never {
    if (!this.diagnosing) this.noParse();
    if (value.type === "Constant" && this.p === at + 1) {
      const kind = value.value.kind;
      if (kind === "None" || kind === "True" || kind === "False")
        this.failTokens(at, this.p, `cannot assign to ${kind}`);
    }
    throw this.source.error(
      'expression cannot contain assignment, perhaps you meant "=="?',
      value.lineno,
      value.col_offset,
      this.lineOf(this.p),
      this.columnOf(this.p) + 1,
    );
  }

  private misplacedPositional(state: number): never {
    if (!this.diagnosing) this.noParse();
    this.failFurthest(
      state === AFTER_UNPACKING
        ? "positional argument follows keyword argument unpacking"
        : "positional argument follows keyword argument",
    );
  }

  // --- type parameters ---

  /** `[T: int = str, *Ts, **P]` if there is one here. */
  protected typeParameters(): ast.TypeParam[] {
    if (!this.at(T.LSQB)) return [];
    return this.attempt(() => this.typeParameterList()) ?? [];
  }

  private typeParameterList(): ast.TypeParam[] {
    this.p++;
    const result: ast.TypeParam[] = [];
    if (this.at(T.RSQB)) {
      const message = "Type parameter list cannot be empty";
      this.failStartingFrom(this.lineOf(this.p), this.columnOf(this.p), message);
    }
    do {
      if (this.at(T.RSQB) && result.length > 0) break;
      result.push(this.typeParameter());
    } while (this.take(T.COMMA));
    this.need(T.RSQB);
    return result;
  }

  private typeParameter(): ast.TypeParam {
    const start = this.p;
    const type = this.take(T.STAR) ? "TypeVarTuple" : this.take(T.DOUBLESTAR) ? "ParamSpec" : "TypeVar";
    const name = this.needName();
    let bound: ast.Expr | null = null;
    if (this.at(T.COLON)) {
      const colon = this.p++;
      bound = this.expression();
      if (type !== "TypeVar") {
        const what = bound.type === "Tuple" ? "constraints" : "bound";
        this.failStartingFrom(this.lineOf(colon), this.columnOf(colon), `cannot use ${what} with ${type}`);
      }
    }
    let value: ast.Expr | null = null;
    if (this.take(T.EQUAL)) value = type === "TypeVarTuple" ? this.starExpression() : this.expression();
    const place = {
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
    if (type === "TypeVar") return { type, name, bound, default_value: value, ...place };
    return { type, name, default_value: value, ...place };
  }
}
