/** Compound statements (language reference, chapter 8), blocks and whole texts. */
import type * as ast from "./ast.js";
import { SimpleStatementParser } from "./simple.js";
import { expressionName, invalidTarget, setContext } from "./targets.js";
import * as T from "./tokens.js";

export class Parser extends SimpleStatementParser {
  // --- whole texts ---

  module(): ast.Module {
    const body: ast.Stmt[] = [];
    while (!this.at(T.ENDMARKER)) this.statement(body);
    return { type: "Module", body };
  }

  expressionInput(): ast.Expression {
    const body = this.starExpressions();
    while (this.take(T.NEWLINE));
    this.need(T.ENDMARKER);
    return { type: "Expression", body };
  }

  /** One statement line, or one compound statement. */
  interactive(): ast.Interactive {
    const body: ast.Stmt[] = [];
    if (!this.take(T.NEWLINE)) this.statement(body);
    while (this.take(T.NEWLINE));
    if (!this.at(T.ENDMARKER))
      throw this.errorAtToken(this.p, "multiple statements found while compiling a single statement");
    return { type: "Interactive", body };
  }

  functionType(): ast.FunctionType {
    this.need(T.LPAR);
    const argtypes: ast.Expr[] = [];
    while (!this.at(T.RPAR)) {
      if (!this.take(T.STAR)) this.take(T.DOUBLESTAR);
      argtypes.push(this.expression());
      if (!this.take(T.COMMA)) break;
    }
    this.need(T.RPAR);
    this.need(T.RARROW);
    const returns = this.expression();
    while (this.take(T.NEWLINE));
    this.need(T.ENDMARKER);
    return { type: "FunctionType", argtypes, returns };
  }

  // --- statements and blocks ---

  private statement(into: ast.Stmt[]): void {
    switch (this.kind[this.p]) {
      case T.IF:
        into.push(this.ifStatement());
        return;
      case T.FOR:
        into.push(this.forStatement(this.p));
        return;
      case T.WHILE:
        into.push(this.whileStatement());
        return;
      case T.TRY:
        into.push(this.tryStatement());
        return;
      case T.WITH:
        into.push(this.withStatement(this.p));
        return;
      case T.DEF:
        into.push(this.functionDef(this.p, []));
        return;
      case T.CLASS:
        into.push(this.classDef([]));
        return;
      case T.AT:
        into.push(this.decorated());
        return;
      case T.ASYNC:
        into.push(this.asyncStatement());
        return;
      case T.NAME:
        if (this.textAt(this.p) === "match" && this.atMatchStatement()) {
          into.push(this.matchStatement());
          return;
        }
        this.simpleStatements(into);
        return;
      default:
        this.simpleStatements(into);
    }
  }

  /** The block after a colon; `what` and `line` name its statement in an error. */
  private block(what: string, headAt: number): ast.Stmt[] {
    const body: ast.Stmt[] = [];
    if (!this.take(T.NEWLINE)) {
      this.simpleStatements(body);
      return body;
    }
    if (!this.at(T.INDENT)) {
      if (!this.diagnosing) this.noParse();
      const message = `expected an indented block after ${what} on line ${this.lineOf(headAt)}`;
      this.failFurthest(message, "IndentationError");
    }
    this.p++;
    while (!this.take(T.DEDENT)) {
      if (this.at(T.ENDMARKER)) this.noParse();
      this.statement(body);
    }
    return body;
  }

  /** The colon of a head; a missing one has its own message when the line ends there. */
  private colon(): void {
    if (this.take(T.COLON)) return;
    if (this.diagnosing && this.at(T.NEWLINE)) this.failFurthest("expected ':'");
    this.noParse();
  }

  private ifStatement(): ast.If {
    const start = this.p;
    const what = this.at(T.IF) ? "'if' statement" : "'elif' statement";
    this.p++;
    const test = this.namedExpression();
    this.colon();
    const body = this.block(what, start);
    let orelse: ast.Stmt[];
    if (this.at(T.ELIF)) {
      this.enter();
      orelse = [this.ifStatement()];
      this.leave();
    } else orelse = this.elseBlock();
    return { type: "If", test, body, orelse, ...this.endOfBlock(start) };
  }

  private elseBlock(): ast.Stmt[] {
    const start = this.p;
    if (!this.take(T.ELSE)) return [];
    this.force(T.COLON);
    return this.block("'else' statement", start);
  }

  /** From `start` to the end of the block taken last: DEDENT and NEWLINE have no place of their own. */
  private endOfBlock(start: number): ast.Located {
    const { p } = this;
    let last = p - 1;
    while (this.kind[last] === T.DEDENT || this.kind[last] === T.NEWLINE) last--;
    this.p = last + 1;
    const place = this.placeFrom(start);
    this.p = p;
    return place;
  }

  private whileStatement(): ast.While {
    const start = this.p++;
    const test = this.namedExpression();
    this.colon();
    const body = this.block("'while' statement", start);
    const orelse = this.elseBlock();
    return { type: "While", test, body, orelse, ...this.endOfBlock(start) };
  }

  private forStatement(start: number): ast.For | ast.AsyncFor {
    const isAsync = start !== this.p;
    const head = this.p++;
    const target = this.loopTarget(false);
    this.need(T.IN);
    const iter = this.starExpressions();
    this.colon();
    const body = this.block("'for' statement", head);
    const orelse = this.elseBlock();
    return { type: isAsync ? "AsyncFor" : "For", target, iter, body, orelse, ...this.endOfBlock(start) };
  }

  // --- with ---

  private withStatement(start: number): ast.With | ast.AsyncWith {
    const isAsync = start !== this.p;
    const head = this.p++;
    const items = this.withItems();
    this.colon();
    const body = this.block("'with' statement", head);
    return { type: isAsync ? "AsyncWith" : "With", items, body, ...this.endOfBlock(start) };
  }

  private withItems(): ast.WithItem[] {
    if (this.at(T.LPAR) && this.parenthesisBeforeColon()) {
      const grouped = this.attempt(() => {
        this.p++;
        const items: ast.WithItem[] = [];
        do {
          if (this.at(T.RPAR) && items.length > 0) break;
          items.push(this.withItem());
        } while (this.take(T.COMMA));
        this.need(T.RPAR);
        if (this.diagnosing && this.at(T.NEWLINE)) this.failFurthest("expected ':'");
        if (!this.at(T.COLON)) this.noParse();
        return items;
      });
      if (grouped !== undefined) return grouped;
    }
    const items: ast.WithItem[] = [];
    do items.push(this.withItem());
    while (this.take(T.COMMA));
    return items;
  }

  /** Whether the bracket here closes right before a colon: only then it may enclose with-items. */
  private parenthesisBeforeColon(): boolean {
    let depth = 0;
    // The tokens of a text that the tokenizer gave up may end without an ENDMARKER.
    for (let i = this.p; i < this.tokens.count; i++) {
      const kind = this.kind[i];
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) depth++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) {
        if (--depth === 0) return this.kind[i + 1] === T.COLON || this.diagnosing;
      } else if (kind === T.NEWLINE || kind === T.ENDMARKER) return false;
    }
    return false;
  }

  private withItem(): ast.WithItem {
    const context_expr = this.expression();
    if (!this.take(T.AS)) return { type: "withitem", context_expr, optional_vars: null };
    const target = this.at(T.STAR) ? this.starred() : this.binary(1);
    const follows = this.at(T.COMMA) || this.at(T.RPAR) || this.at(T.COLON);
    const invalid = invalidTarget(target, "assign");
    if (invalid !== undefined) {
      if (!follows) this.noParse();
      this.invalid(`cannot assign to ${expressionName(invalid)}`, invalid);
    }
    setContext(target, "Store");
    return { type: "withitem", context_expr, optional_vars: target };
  }

  // --- try ---

  private tryStatement(): ast.Try | ast.TryStar {
    const start = this.p++;
    this.force(T.COLON);
    const body = this.block("'try' statement", start);
    const handlers: ast.ExceptHandler[] = [];
    let star: boolean | undefined;
    while (this.at(T.EXCEPT)) {
      const isStar = this.kind[this.p + 1] === T.STAR;
      if (star !== undefined && star !== isStar) {
        if (!this.diagnosing) this.noParse();
        const at = this.p;
        const message = "cannot have both 'except' and 'except*' on the same 'try'";
        this.handlerHead(isStar);
        this.failTokens(at, isStar ? at + 1 : at, message);
      }
      star = isStar;
      handlers.push(this.handler(isStar));
    }
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const finallyAt = this.p;
    let finalbody: ast.Stmt[] = [];
    if (this.take(T.FINALLY)) {
      this.force(T.COLON);
      finalbody = this.block("'finally' statement", finallyAt);
    } else if (handlers.length === 0) {
      if (!this.diagnosing) this.noParse();
      this.failFurthest("expected 'except' or 'finally' block");
    }
    return {
      type: star === true ? "TryStar" : "Try",
      body,
      handlers,
      orelse,
      finalbody,
      ...this.endOfBlock(start),
    };
  }

  private handler(star: boolean): ast.ExceptHandler {
    const start = this.p;
    const { exc_type, name } = this.handlerHead(star);
    const what = star ? "'except*' statement" : "'except' statement";
    const body = this.block(what, start);
    return { type: "ExceptHandler", exc_type, name, body, ...this.endOfBlock(start) };
  }

  private handlerHead(star: boolean): { exc_type: ast.Expr | null; name: string | null } {
    this.p += star ? 2 : 1;
    let exc_type: ast.Expr | null = null;
    let name: string | null = null;
    if (this.at(T.COLON) || this.at(T.NEWLINE)) {
      if (star) {
        if (!this.diagnosing) this.noParse();
        this.failFurthest("expected one or more exception types");
      }
    } else {
      exc_type = this.expression();
      if (this.diagnosing && this.at(T.COMMA)) this.unbracketedTypes(exc_type);
      if (this.take(T.AS)) name = this.needName();
    }
    this.colon();
    return { exc_type, name };
  }

  private unbracketedTypes(first: ast.Expr): void {
    const found = this.lookAhead(() => {
      while (this.take(T.COMMA)) if (this.startsExpression()) this.expression();
      if (this.take(T.AS)) this.needName();
      this.need(T.COLON);
      return this.p;
    });
    if (found === undefined) return;
    this.saw(found.end - 1);
    this.failStartingFrom(first.lineno, first.col_offset, "multiple exception types must be parenthesized");
  }

  // --- definitions ---

  private decorated(): ast.Stmt {
    const decorators: ast.Expr[] = [];
    while (this.take(T.AT)) {
      decorators.push(this.namedExpression());
      this.need(T.NEWLINE);
    }
    if (this.at(T.CLASS)) return this.classDef(decorators);
    if (this.at(T.DEF)) return this.functionDef(this.p, decorators);
    const start = this.p;
    this.need(T.ASYNC);
    if (!this.at(T.DEF)) this.noParse();
    return this.functionDef(start, decorators);
  }

  private asyncStatement(): ast.Stmt {
    const start = this.p++;
    if (this.at(T.DEF)) return this.functionDef(start, []);
    if (this.at(T.FOR)) return this.forStatement(start);
    if (this.at(T.WITH)) return this.withStatement(start);
    return this.noParse();
  }

  private functionDef(start: number, decorator_list: ast.Expr[]): ast.FunctionDef | ast.AsyncFunctionDef {
    const isAsync = start !== this.p;
    const head = this.p++;
    const name = this.needName();
    const type_params = this.typeParameters();
    this.force(T.LPAR);
    const args = this.parameters(T.RPAR);
    this.need(T.RPAR);
    // when the annotation does not parse, CPython goes back and misses the colon
    const returns = this.at(T.RARROW) ? this.attempt(() => (this.p++, this.expression())) : null;
    this.force(T.COLON);
    const body = this.block("function definition", head);
    return {
      type: isAsync ? "AsyncFunctionDef" : "FunctionDef",
      name,
      args,
      body,
      decorator_list,
      returns: returns ?? null,
      type_params,
      ...this.endOfBlock(start),
    };
  }

  private classDef(decorator_list: ast.Expr[]): ast.ClassDef {
    const start = this.p++;
    const name = this.needName();
    const type_params = this.typeParameters();
    const { args, keywords } = this.take(T.LPAR) ? this.callArguments(false) : { args: [], keywords: [] };
    this.colon();
    const body = this.block("class definition", start);
    return {
      type: "ClassDef",
      name,
      bases: args,
      keywords,
      body,
      decorator_list,
      type_params,
      ...this.endOfBlock(start),
    };
  }

  // --- match ---

  /** `match` is a keyword when its line ends with a colon and an indented `case` follows. */
  private atMatchStatement(): boolean {
    switch (this.kind[this.p + 1]) {
      case T.EQUAL:
      case T.DOT:
      case T.NEWLINE:
      case T.COMMA:
      case T.COLON:
      case T.RPAR:
        return false;
      default:
        break;
    }
    let i = this.p + 1;
    while (i < this.tokens.count && this.kind[i] !== T.NEWLINE && this.kind[i] !== T.ENDMARKER) i++;
    if (this.kind[i - 1] !== T.COLON) return this.diagnosing && this.headWithoutColon();
    if (this.kind[i + 1] === T.INDENT) {
      if (this.kind[i + 2] === T.NAME && this.textAt(i + 2) === "case") return true;
      this.saw(i + 2);
      return false;
    }
    return this.diagnosing;
  }

  /** `match x` and nothing more on the line. */
  private headWithoutColon(): boolean {
    const subject = this.lookAhead(() => (this.p++, this.matchSubject()));
    return subject !== undefined && this.kind[subject.end] === T.NEWLINE && subject.result.type !== "Starred";
  }

  private matchSubject(): ast.Expr {
    const start = this.p;
    const first = this.starNamedExpression();
    if (!this.at(T.COMMA)) {
      if (first.type === "Starred") this.noParse();
      return first;
    }
    const elts = [first];
    while (this.take(T.COMMA)) {
      if (!this.startsExpression()) break;
      elts.push(this.starNamedExpression());
    }
    return this.tuple(start, elts);
  }

  private matchStatement(): ast.Match {
    const start = this.p++;
    const subject = this.matchSubject();
    this.colon();
    this.need(T.NEWLINE);
    if (!this.at(T.INDENT)) {
      if (!this.diagnosing) this.noParse();
      const message = `expected an indented block after 'match' statement on line ${this.lineOf(start)}`;
      this.failFurthest(message, "IndentationError");
    }
    this.p++;
    const cases: ast.MatchCase[] = [];
    while (!this.take(T.DEDENT)) cases.push(this.caseBlock());
    return { type: "Match", subject, cases, ...this.endOfBlock(start) };
  }

  private caseBlock(): ast.MatchCase {
    const start = this.p;
    if (!this.at(T.NAME) || this.textAt(start) !== "case") this.noParse();
    this.p++;
    const pattern = this.patterns();
    const guard = this.take(T.IF) ? this.namedExpression() : null;
    this.colon();
    const body = this.block("'case' statement", start);
    return { type: "match_case", pattern, guard, body };
  }
}
