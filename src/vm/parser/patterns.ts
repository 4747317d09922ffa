/** Patterns of `case` (PEP 634; language reference 8.6). */
import type * as ast from "./ast.js";
import { ExpressionParser } from "./expressions.js";
import * as T from "./tokens.js";

export abstract class PatternParser extends ExpressionParser {
  private place(start: number): ast.Located {
    return {
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** What stands between `case` and its guard or colon. */
  protected patterns(): ast.Pattern {
    const start = this.p;
    const first = this.maybeStarPattern();
    if (!this.at(T.COMMA)) {
      if (first.type === "MatchStar") this.noParse();
      return first;
    }
    const patterns = this.sequenceRest(first);
    return { type: "MatchSequence", patterns, ...this.place(start) };
  }

  private sequenceRest(first: ast.Pattern): ast.Pattern[] {
    const patterns = [first];
    while (this.take(T.COMMA)) {
      if (this.at(T.COLON) || this.at(T.IF) || this.at(T.RPAR) || this.at(T.RSQB)) break;
      patterns.push(this.maybeStarPattern());
    }
    return patterns;
  }

  private maybeStarPattern(): ast.Pattern {
    if (!this.at(T.STAR)) return this.pattern();
    const start = this.p++;
    const name = this.needName();
    return { type: "MatchStar", name: name === "_" ? null : name, ...this.place(start) };
  }

  private pattern(): ast.Pattern {
    const start = this.p;
    this.enter();
    const first = this.closedPattern();
    let pattern = first;
    if (this.at(T.VBAR)) {
      const patterns = [first];
      while (this.take(T.VBAR)) patterns.push(this.closedPattern());
      pattern = { type: "MatchOr", patterns, ...this.place(start) };
    }
    this.leave();
    if (!this.take(T.AS)) return pattern;
    if (!this.at(T.NAME)) {
      if (this.diagnosing) {
        const target = this.lookAhead(() => this.expression());
        if (target !== undefined) this.failNode(target.result, "invalid pattern target");
      }
      this.noParse();
    }
    const name = this.textAt(this.p);
    const after = this.kind[this.p + 1];
    if (name === "_") {
      if (this.diagnosing) this.failToken(this.p, "cannot use '_' as a target");
      this.noParse();
    }
    if (after === T.DOT || after === T.LPAR || after === T.EQUAL) this.noParse(this.p + 1);
    this.p++;
    return { type: "MatchAs", pattern, name, ...this.place(start) };
  }

  private closedPattern(): ast.Pattern {
    const start = this.p;
    switch (this.kind[start]) {
      case T.NUMBER:
      case T.MINUS: {
        const value = this.numberPattern();
        return { type: "MatchValue", value, ...this.place(start) };
      }
      case T.STRING:
      case T.FSTRING_START: {
        const value = this.strings();
        return { type: "MatchValue", value, ...this.place(start) };
      }
      case T.NONE:
      case T.TRUE:
      case T.FALSE: {
        const kind = this.at(T.NONE) ? "None" : this.at(T.TRUE) ? "True" : "False";
        this.p++;
        return { type: "MatchSingleton", value: { kind }, ...this.place(start) };
      }
      case T.NAME:
        return this.nameOrClassPattern();
      case T.LPAR:
        return this.groupOrSequence();
      case T.LSQB: {
        this.p++;
        const patterns = this.at(T.RSQB) ? [] : this.sequenceRest(this.maybeStarPattern());
        this.need(T.RSQB);
        return { type: "MatchSequence", patterns, ...this.place(start) };
      }
      case T.LBRACE:
        return this.mappingPattern();
      default:
        return this.noParse();
    }
  }

  /** `-1`, `2.5`, `1+2j` */
  private numberPattern(): ast.Expr {
    const start = this.p;
    const left = this.signedNumber();
    if (!this.at(T.PLUS) && !this.at(T.MINUS)) return left;
    const operand = left.type === "UnaryOp" ? left.operand : left;
    if (isImaginary(operand)) this.failNode(left, "real number required in complex literal");
    const op = this.at(T.PLUS) ? "Add" : "Sub";
    this.p++;
    const right = this.numberLiteral();
    if (!isImaginary(right)) this.failNode(right, "imaginary number required in complex literal");
    return { type: "BinOp", left, op, right, ...this.place(start) };
  }

  private signedNumber(): ast.Expr {
    const start = this.p;
    if (!this.take(T.MINUS)) return this.numberLiteral();
    const operand = this.numberLiteral();
    return { type: "UnaryOp", op: "USub", operand, ...this.place(start) };
  }

  private numberLiteral(): ast.Constant {
    const start = this.p;
    this.need(T.NUMBER);
    const value = this.number(start);
    return { type: "Constant", value, kind: null, ...this.place(start) };
  }

  private nameNode(): ast.Name {
    const start = this.p;
    const id = this.needName();
    return { type: "Name", id, ctx: "Load", ...this.place(start) };
  }

  /** A dotted name, at least one name long. */
  private dottedValue(): ast.Name | ast.Attribute {
    const start = this.p;
    let value: ast.Name | ast.Attribute = this.nameNode();
    while (this.take(T.DOT)) {
      const attr = this.needName();
      value = { type: "Attribute", value, attr, ctx: "Load", ...this.place(start) };
    }
    return value;
  }

  private nameOrClassPattern(): ast.Pattern {
    const start = this.p;
    const value = this.dottedValue();
    if (this.at(T.LPAR)) return this.classPattern(start, value);
    if (value.type === "Attribute") return { type: "MatchValue", value, ...this.place(start) };
    if (this.at(T.EQUAL)) this.noParse();
    return { type: "MatchAs", pattern: null, name: value.id === "_" ? null : value.id, ...this.place(start) };
  }

  private classPattern(start: number, cls: ast.Name | ast.Attribute): ast.MatchClass {
    this.p++;
    const patterns: ast.Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: ast.Pattern[] = [];
    while (!this.at(T.RPAR)) {
      if (this.at(T.NAME) && this.kind[this.p + 1] === T.EQUAL) {
        kwd_attrs.push(this.needName());
        this.p++;
        kwd_patterns.push(this.pattern());
      } else {
        const at = this.p;
        const pattern = this.pattern();
        if (kwd_attrs.length > 0) {
          if (!this.diagnosing) this.noParse(at);
          // CPython's range goes on to the last of the positional patterns in this place
          let last = pattern;
          while (this.at(T.COMMA) && this.kind[this.p + 2] !== T.EQUAL && this.kind[this.p + 1] !== T.RPAR) {
            this.p++;
            last = this.pattern();
          }
          this.failNode(pattern, "positional patterns follow keyword patterns", last);
        }
        patterns.push(pattern);
      }
      if (!this.take(T.COMMA)) break;
    }
    this.need(T.RPAR);
    return { type: "MatchClass", cls, patterns, kwd_attrs, kwd_patterns, ...this.place(start) };
  }

  private groupOrSequence(): ast.Pattern {
    const start = this.p++;
    if (this.take(T.RPAR)) return { type: "MatchSequence", patterns: [], ...this.place(start) };
    const first = this.maybeStarPattern();
    if (first.type !== "MatchStar" && this.take(T.RPAR)) return first;
    if (!this.at(T.COMMA)) this.noParse();
    const patterns = this.sequenceRest(first);
    this.need(T.RPAR);
    return { type: "MatchSequence", patterns, ...this.place(start) };
  }

  private mappingPattern(): ast.MatchMapping {
    const start = this.p++;
    const keys: ast.Expr[] = [];
    const patterns: ast.Pattern[] = [];
    let rest: string | null = null;
    while (!this.at(T.RBRACE)) {
      if (this.take(T.DOUBLESTAR)) {
        rest = this.needName();
        if (rest === "_") this.noParse(this.p - 1);
        this.take(T.COMMA);
        break;
      }
      keys.push(this.mappingKey());
      this.need(T.COLON);
      patterns.push(this.pattern());
      if (!this.take(T.COMMA)) break;
    }
    this.need(T.RBRACE);
    return { type: "MatchMapping", keys, patterns, rest, ...this.place(start) };
  }

  private mappingKey(): ast.Expr {
    switch (this.kind[this.p]) {
      case T.NUMBER:
      case T.MINUS:
        return this.numberPattern();
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
        return this.atom();
      case T.STRING:
      case T.FSTRING_START:
        return this.strings();
      case T.NAME: {
        const value = this.dottedValue();
        if (value.type === "Name") this.noParse();
        return value;
      }
      default:
        return this.noParse();
    }
  }
}

function isImaginary(e: ast.Expr): boolean {
  return e.type === "Constant" && e.value.kind === "complex";
}
