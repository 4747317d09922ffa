/** Simple statements (language reference, chapter 7), several of which may share a line. */
import type * as ast from "./ast.js";
import { operatorOf } from "./operators.js";
import { PatternParser } from "./patterns.js";
import { expressionName, invalidTarget, setContext } from "./targets.js";
import * as T from "./tokens.js";

export abstract class SimpleStatementParser extends PatternParser {
  protected placeFrom(start: number): ast.Located {
    return {
      lineno: this.lineOf(start),
      col_offset: this.columnOf(start),
      end_lineno: this.lastLine(),
      end_col_offset: this.lastColumn(),
    };
  }

  /** One line: statements divided by `;`, and the newline. */
  protected simpleStatements(into: ast.Stmt[]): void {
    for (;;) {
      into.push(this.simpleStatement());
      if (!this.take(T.SEMI)) break;
      if (this.at(T.NEWLINE)) break;
    }
    this.need(T.NEWLINE);
  }

  private simpleStatement(): ast.Stmt {
    const start = this.p;
    switch (this.kind[start]) {
      case T.RETURN: {
        this.p++;
        const value = this.startsExpression() ? this.starExpressions() : null;
        return { type: "Return", value, ...this.placeFrom(start) };
      }
      case T.IMPORT:
        return this.importNames();
      case T.FROM:
        return this.importFrom();
      case T.RAISE:
        return this.raise();
      case T.PASS:
        this.p++;
        return { type: "Pass", ...this.placeFrom(start) };
      case T.BREAK:
        this.p++;
        return { type: "Break", ...this.placeFrom(start) };
      case T.CONTINUE:
        this.p++;
        return { type: "Continue", ...this.placeFrom(start) };
      case T.DEL:
        return this.del();
      case T.ASSERT: {
        this.p++;
        const test = this.expression();
        const msg = this.take(T.COMMA) ? this.expression() : null;
        return { type: "Assert", test, msg, ...this.placeFrom(start) };
      }
      case T.GLOBAL: {
        const names = this.declaredNames();
        return { type: "Global", names, ...this.placeFrom(start) };
      }
      case T.NONLOCAL: {
        const names = this.declaredNames();
        return { type: "Nonlocal", names, ...this.placeFrom(start) };
      }
      case T.NAME:
        if (this.textAt(start) === "type" && this.kind[start + 1] === T.NAME) {
          const after = this.kind[start + 2];
          if (after === T.EQUAL || after === T.LSQB) return this.typeAlias();
          this.saw(start + 2);
        }
        return this.expressionStatement();
      case T.YIELD: {
        const value = this.yieldExpression();
        if (this.at(T.EQUAL)) this.invalid("assignment to yield expression not possible", value);
        return { type: "Expr", value, ...this.placeFrom(start) };
      }
      default:
        return this.expressionStatement();
    }
  }

  private declaredNames(): string[] {
    this.p++;
    const names = [this.needName()];
    while (this.take(T.COMMA)) names.push(this.needName());
    return names;
  }

  private typeAlias(): ast.TypeAlias {
    const start = this.p++;
    const at = this.p;
    const id = this.needName();
    const name: ast.Name = { type: "Name", id, ctx: "Store", ...this.placeFrom(at) };
    const type_params = this.typeParameters();
    this.need(T.EQUAL);
    const value = this.expression();
    return { type: "TypeAlias", name, type_params, value, ...this.placeFrom(start) };
  }

  private raise(): ast.Raise {
    const start = this.p++;
    let exc: ast.Expr | null = null;
    let cause: ast.Expr | null = null;
    if (this.startsExpression() && !this.at(T.STAR)) {
      exc = this.expression();
      if (this.take(T.FROM)) cause = this.expression();
    }
    return { type: "Raise", exc, cause, ...this.placeFrom(start) };
  }

  private del(): ast.Delete {
    const start = this.p++;
    const at = this.p;
    const whole = this.starExpressions();
    const invalid = invalidTarget(whole, "delete");
    if (invalid !== undefined) this.invalid(`cannot delete ${expressionName(invalid)}`, invalid);
    if (!this.at(T.NEWLINE) && !this.at(T.SEMI)) this.noParse();
    setContext(whole, "Del");
    // `del a, b` deletes two targets, `del (a, b)` one tuple
    const bare = whole.type === "Tuple" && (this.kind[at] !== T.LPAR || !this.spansOneParenthesis(at));
    const targets = bare ? whole.elts : [whole];
    return { type: "Delete", targets, ...this.placeFrom(start) };
  }

  /** Whether the bracket at `open` closes with the token taken last. */
  private spansOneParenthesis(open: number): boolean {
    let depth = 0;
    for (let i = open; i < this.p; i++) {
      const kind = this.kind[i];
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) depth++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) {
        if (--depth === 0) return i === this.p - 1;
      }
    }
    return false;
  }

  // --- imports ---

  private dottedName(): string {
    let name = this.needName();
    while (this.take(T.DOT)) name += `.${this.needName()}`;
    return name;
  }

  private importNames(): ast.Import {
    const start = this.p++;
    if (this.diagnosing && this.at(T.NEWLINE))
      this.failStartingFrom(
        this.lineOf(this.p),
        this.columnOf(this.p),
        "Expected one or more names after 'import'",
      );
    const names: ast.Alias[] = [];
    do {
      const at = this.p;
      const name = this.dottedName();
      const asname = this.take(T.AS) ? this.asName() : null;
      names.push({ type: "alias", name, asname, ...this.placeFrom(at) });
    } while (this.take(T.COMMA));
    if (this.diagnosing && this.at(T.FROM)) {
      const rest = this.lookAhead(() => (this.p++, this.dottedName()));
      if (rest !== undefined) {
        this.saw(rest.end);
        const message = "Did you mean to use 'from ... import ...' instead?";
        this.failStartingFrom(this.lineOf(start), this.columnOf(start), message);
      }
    }
    return { type: "Import", names, ...this.placeFrom(start) };
  }

  private asName(): string {
    return this.needName();
  }

  private importFrom(): ast.ImportFrom {
    const start = this.p++;
    let level = 0;
    for (;;) {
      if (this.take(T.DOT)) level++;
      else if (this.take(T.ELLIPSIS)) level += 3;
      else break;
    }
    const module = level > 0 && !this.at(T.NAME) ? null : this.dottedName();
    this.need(T.IMPORT);
    const names: ast.Alias[] = [];
    if (this.at(T.STAR)) {
      const at = this.p++;
      names.push({ type: "alias", name: "*", asname: null, ...this.placeFrom(at) });
    } else if (this.take(T.LPAR)) {
      do {
        if (this.at(T.RPAR) && names.length > 0) break;
        names.push(this.importedName());
      } while (this.take(T.COMMA));
      this.need(T.RPAR);
    } else {
      if (this.diagnosing && this.at(T.NEWLINE))
        this.failStartingFrom(
          this.lineOf(this.p),
          this.columnOf(this.p),
          "Expected one or more names after 'import'",
        );
      do {
        if (this.at(T.NEWLINE) && names.length > 0) {
          if (!this.diagnosing) this.noParse();
          this.failFurthest("trailing comma not allowed without surrounding parentheses");
        }
        names.push(this.importedName());
      } while (this.take(T.COMMA));
    }
    return { type: "ImportFrom", module, names, level, ...this.placeFrom(start) };
  }

  private importedName(): ast.Alias {
    const at = this.p;
    const name = this.needName();
    const asname = this.take(T.AS) ? this.asName() : null;
    return { type: "alias", name, asname, ...this.placeFrom(at) };
  }

  // --- expressions and assignments ---

  private expressionStatement(): ast.Stmt {
    const start = this.p;
    if (this.diagnosing) {
      // an assignment that parses is one, whatever follows; only then CPython asks what else was meant
      const whole = this.attempt(() => this.assignmentOrExpression());
      if (whole !== undefined && whole.type !== "Expr") return whole;
      this.p = start;
      this.invalidAssignment();
      this.p = start;
      const value = this.starExpressions();
      return { type: "Expr", value, ...this.placeFrom(start) };
    }
    return this.assignmentOrExpression();
  }

  private assignmentOrExpression(): ast.Stmt {
    const start = this.p;
    const value = this.starExpressions();
    const kind = this.kind[this.p];
    if (kind === T.NEWLINE || kind === T.SEMI) return { type: "Expr", value, ...this.placeFrom(start) };
    if (kind === T.EQUAL) return this.assignment(start, value);
    if (kind === T.COLON) return this.annotated(start, value);
    if (kind >= T.VBAREQUAL && kind <= T.DOUBLESTAREQUAL) return this.augmented(start, value, kind);
    return this.noParse();
  }

  private assignment(start: number, first: ast.Expr): ast.Assign {
    const targets: ast.Expr[] = [];
    let value = first;
    while (this.at(T.EQUAL)) {
      if (value.type === "Yield" || value.type === "YieldFrom") this.noParse();
      if (invalidTarget(value, "assign") !== undefined) this.noParse();
      this.p++;
      setContext(value, "Store");
      targets.push(value);
      value = this.assignedValue();
    }
    return { type: "Assign", targets, value, ...this.placeFrom(start) };
  }

  private annotated(start: number, target: ast.Expr): ast.AnnAssign {
    if (!isSingleTarget(target)) this.noParse();
    const parenthesized = this.kind[start] === T.LPAR;
    this.p++;
    setContext(target, "Store");
    const annotation = this.expression();
    const value = this.at(T.EQUAL) ? this.annotatedValue() : null;
    const simple = target.type === "Name" && !parenthesized ? 1 : 0;
    return { type: "AnnAssign", target, annotation, value, simple, ...this.placeFrom(start) };
  }

  private augmented(start: number, target: ast.Expr, kind: number): ast.AugAssign {
    if (!isSingleTarget(target)) this.noParse();
    this.p++;
    setContext(target, "Store");
    const value = this.assignedValue();
    return { type: "AugAssign", target, op: operatorOf(kind - T.AUGMENTED), value, ...this.placeFrom(start) };
  }

  private annotatedValue(): ast.Expr | null {
    const equal = this.p++;
    if (!this.diagnosing) return this.yieldOrStarExpressions();
    const value = this.attempt(() => this.assignedValue());
    if (value === undefined) this.p = equal;
    return value ?? null;
  }

  private assignedValue(): ast.Expr {
    if (!this.diagnosing) return this.yieldOrStarExpressions();
    return this.attempt(() => this.yieldOrStarExpressions()) ?? this.expressionPrefix();
  }

  // --- diagnosing (CPython's invalid_assignment) ---

  /** Looks for a statement that was meant to assign; returns when there is nothing to say. */
  private invalidAssignment(): void {
    const start = this.p;
    this.invalidAnnotation();
    this.p = start;
    for (;;) {
      const value = this.attempt(() => this.yieldOrStarExpressions());
      if (value === undefined) return;
      const kind = this.kind[this.p];
      if (kind >= T.VBAREQUAL && kind <= T.DOUBLESTAREQUAL && !isSingleTarget(value)) {
        this.p++;
        if (this.attempt(() => this.yieldOrStarExpressions()) === undefined) return;
        this.failNode(value, `'${expressionName(value)}' is an illegal expression for augmented assignment`);
      }
      if (kind !== T.EQUAL) return;
      if (value.type === "Yield" || value.type === "YieldFrom")
        this.failNode(value, "assignment to yield expression not possible");
      const invalid = invalidTarget(value, "assign");
      if (invalid !== undefined) this.failNode(invalid, `cannot assign to ${expressionName(invalid)}`);
      this.p++;
    }
  }

  /** Its first three alternatives, which on their way find `f() = 1` by reading named expressions. */
  private invalidAnnotation(): void {
    const start = this.p;
    const annotationFollows = (): boolean =>
      this.at(T.COLON) && this.lookAhead(() => (this.p++, this.expression())) !== undefined;
    const first = this.attempt(() => this.starNamedExpression());
    if (first === undefined) return;
    if ((first.type === "List" || first.type === "Tuple") && annotationFollows())
      this.failNode(first, `only single target (not ${expressionName(first)}) can be annotated`);
    if (this.take(T.COMMA)) {
      while (this.startsExpression() && this.attempt(() => this.starNamedExpression()) !== undefined)
        if (!this.take(T.COMMA)) break;
      if (annotationFollows()) this.failNode(first, "only single target (not tuple) can be annotated");
    }
    this.p = start;
    const whole = this.attempt(() => this.expression());
    if (whole !== undefined && annotationFollows()) this.failNode(whole, "illegal target for annotation");
  }
}

/** What may be annotated or assigned with an operator. */
function isSingleTarget(e: ast.Expr): e is ast.Name | ast.Attribute | ast.Subscript {
  return e.type === "Name" || e.type === "Attribute" || e.type === "Subscript";
}
