/**
 * Syntax trees of expressions by their shape: what a text is apart from what stands in its string literals. Of the inline
 * expressions of oe-core and meta-openembedded three in four differ from an earlier one in literals alone; their
 * closures (closures/, which know no columns) are made of the earlier tree and the values, which costs a part of reading the text.
 *
 * Taken are texts of one line of ASCII whose literals have no prefix, no escape, and do not stand side by side.
 */
import { flat } from "../../diagnostics/flat.js";
import type * as ast from "../parser/ast.js";

/** The string literals of a text: where they begin and what they are. */
export interface Literals {
  /** The text with empty literals. */
  readonly shape: string;
  readonly starts: readonly number[];
  readonly values: readonly string[];
}

/** Shapes that are kept at most; the oldest goes first. */
const limit = 4000;
/** One line of ASCII without escapes and comments. */
const plain = /^[ -"$-[\]-~]+$/;

/** The literals of a text; undefined where it has none or is not of the kind that is taken. */
export function literalsOf(text: string): Literals | undefined {
  if (!plain.test(text)) return undefined;
  const starts: number[] = [];
  const values: string[] = [];
  let shape = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const quote = text[i];
    if (quote !== "'" && quote !== '"') continue;
    const end = text.indexOf(quote, i + 1);
    if (end < 0 || /[\w'"]/.test(text[i - 1] ?? "") || /['"]/.test(text[end + 1] ?? "")) return undefined;
    const before = text.slice(from, i);
    if (starts.length > 0 && before.trim() === "") return undefined;
    starts.push(i);
    values.push(flat(text.slice(i + 1, end)));
    shape += `${before}''`;
    from = i = end;
    from++;
  }
  return starts.length === 0 ? undefined : { shape: shape + text.slice(from), starts, values };
}

/** A tree of the shape, and the values that the text has at its literals' columns. */
export interface Shaped {
  readonly tree: ast.Expression;
  readonly values: ReadonlyMap<number, string>;
}

export class Shapes {
  private readonly kept = new Map<
    string,
    { readonly tree: ast.Expression; readonly starts: readonly number[] }
  >();

  /** What is known of a text whose shape has been read before. */
  find({ shape, values }: Literals): Shaped | undefined {
    const known = this.kept.get(shape);
    if (known === undefined) return undefined;
    const { tree, starts } = known;
    return { tree, values: new Map(values.map((value, i) => [starts[i], value])) };
  }

  /** Keeps the tree of a text that is in order. Reading it said nothing: warnings are of escapes. */
  keep({ shape, starts }: Literals, tree: ast.Expression): void {
    this.kept.set(shape, { tree, starts });
    if (this.kept.size > limit) this.kept.delete(this.kept.keys().next().value!);
  }
}
