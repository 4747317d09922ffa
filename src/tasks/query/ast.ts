/** Query expressions as plain data; every node knows where it stands. */
import type { Span } from "../../diagnostics/span.js";

export type SetOperator = "union" | "except" | "intersect";

export type QueryExpression =
  | { readonly kind: "word"; readonly text: string; readonly span: Span }
  | { readonly kind: "set"; readonly words: readonly QueryWord[]; readonly span: Span }
  | { readonly kind: "variable"; readonly name: string; readonly span: Span }
  | {
      readonly kind: "let";
      readonly name: string;
      readonly value: QueryExpression;
      readonly body: QueryExpression;
      readonly span: Span;
    }
  | {
      readonly kind: "operator";
      readonly operator: SetOperator;
      readonly left: QueryExpression;
      readonly right: QueryExpression;
      readonly span: Span;
    }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly QueryExpression[];
      readonly span: Span;
      /** Of the name alone. */
      readonly nameSpan: Span;
    };

export type QueryWord = Extract<QueryExpression, { kind: "word" }>;
