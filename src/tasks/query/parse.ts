/** Query text to expressions. The Ohm grammar is in grammar.ts; errors say where, what stands there and what could. */
import type * as ohm from "ohm-js";
import { SandbakeError } from "../../diagnostics/errors.js";
import type { Position, Span } from "../../diagnostics/span.js";
import type { QueryExpression, QueryWord, SetOperator } from "./ast.js";
import { queryGrammar } from "./compiled.js";

/** The name that spans of a query carry as their file. */
export const QUERY_FILE = "query";

/** An error of a query: what is wrong and where. `detail.span` is its place, the query's text its source. */
export function queryError(message: string, span: Span, hint?: string): SandbakeError {
  const { line, column } = span.start;
  return new SandbakeError("query", `${QUERY_FILE}:${line}:${column}: ${message}`, {
    span,
    file: QUERY_FILE,
    line,
    ...(hint === undefined ? {} : { hint }),
  });
}

const operators: ReadonlyMap<string, SetOperator> = new Map([
  ["+", "union"],
  ["union", "union"],
  ["-", "except"],
  ["except", "except"],
  ["^", "intersect"],
  ["intersect", "intersect"],
]);

/** @throws {SandbakeError} "query", with a span */
export function parseQuery(text: string): QueryExpression {
  const positions = new Positions(text);
  const match = queryGrammar.match(text, "Query");
  if (match.failed()) {
    // Ohm's types leave the method out.
    const { _rightmostFailurePosition: offset } = match as unknown as { _rightmostFailurePosition: number };
    const at = skipBlanks(text, offset);
    const found = at >= text.length ? "the end of the query" : `'${text.slice(at).split(/\s/, 1)[0] ?? ""}'`;
    throw queryError(
      `syntax error: ${found} is not expected here`,
      positions.span(at, at + 1),
      hintFor(text, at),
    );
  }
  return reader(positions)(match).expression() as QueryExpression;
}

function skipBlanks(text: string, offset: number): number {
  const blank = /\s*/y;
  blank.lastIndex = offset;
  blank.exec(text);
  return Math.min(blank.lastIndex, text.length);
}

function hintFor(text: string, at: number): string {
  const before = text.slice(0, at);
  const open = [...before].filter((c) => c === "(").length - [...before].filter((c) => c === ")").length;
  if (at >= text.length && open > 0) return `${open} parenthes${open === 1 ? "is is" : "es are"} not closed.`;
  if (text.charAt(at) === ")" && open <= 0) return "There is no open parenthesis.";
  return "An expression is a name, deps(x), rdeps(x), somepath(a, b), allpaths(a, b), kind(regex, x), attr(VAR, regex, x), filter(regex, x), set(a b), let x = e in e, joined by union (+), except (-), intersect (^).";
}

type Reader = (match: ohm.MatchResult) => { expression(): unknown };

function reader(positions: Positions): Reader {
  const spanOf = (node: ohm.Node): Span => positions.span(node.source.startIdx, node.source.endIdx);
  const read = (node: ohm.Node | undefined): QueryExpression => {
    const actions = node as unknown as { expression(): QueryExpression };
    return actions.expression();
  };
  const word = (node: ohm.Node, text: string): QueryWord => ({ kind: "word", text, span: spanOf(node) });
  const semantics = queryGrammar.createSemantics().addOperation("expression", {
    Binary(left, operator, right): QueryExpression {
      return {
        kind: "operator",
        operator: operators.get(operator.sourceString.trim()) ?? "union",
        left: read(left),
        right: read(right),
        span: spanOf(this),
      };
    },
    Group: (_open, inner, _close) => read(inner),
    Let(_let, name, _equals, value, _in, body): QueryExpression {
      const span = spanOf(this);
      return { kind: "let", name: name.sourceString, value: read(value), body: read(body), span };
    },
    Set(_set, _open, words, _close): QueryExpression {
      return {
        kind: "set",
        words: words.children.map((child) => read(child) as QueryWord),
        span: spanOf(this),
      };
    },
    Call(name, _open, args, _close): QueryExpression {
      return {
        kind: "call",
        name: name.sourceString,
        args: (args.child(0)?.asIteration().children ?? []).map((child) => read(child)),
        span: spanOf(this),
        nameSpan: spanOf(name),
      };
    },
    Variable(_dollar, name): QueryExpression {
      return { kind: "variable", name: name.sourceString, span: spanOf(this) };
    },
    quoted_double: (open, text, _close) => word(open, text.sourceString),
    quoted_single: (open, text, _close) => word(open, text.sourceString),
    word(_first, _rest): QueryExpression {
      return word(this, this.sourceString);
    },
  });
  return semantics as unknown as Reader;
}

/** Offsets to lines and columns. */
class Positions {
  readonly #starts: number[] = [0];
  constructor(text: string) {
    for (let i = 0; i < text.length; i++) if (text.charAt(i) === "\n") this.#starts.push(i + 1);
  }

  span(from: number, to: number): Span {
    return { file: QUERY_FILE, start: this.#at(from), end: this.#at(to) };
  }

  #at(offset: number): Position {
    const line = this.#starts.findLastIndex((start) => start <= offset) + 1;
    return { offset, line, column: offset - (this.#starts[line - 1] ?? 0) + 1 };
  }
}
