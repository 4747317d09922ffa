/** The tree of a parsed pattern. Flags are those of the whole pattern; a group may add or remove some for its inside. */
import type { Category, SetItem } from "./charset.js";

export type AtCode = "begin" | "begin-string" | "end" | "end-string" | "boundary" | "not-boundary";
export type RepeatMode = "greedy" | "lazy" | "possessive";

export type Node =
  | { readonly kind: "literal"; readonly code: number }
  | { readonly kind: "any" }
  | { readonly kind: "set"; readonly negate: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: "at"; readonly where: AtCode }
  | { readonly kind: "branch"; readonly items: readonly Sequence[] }
  | {
      readonly kind: "repeat";
      readonly mode: RepeatMode;
      readonly min: number;
      readonly max: number;
      readonly item: Sequence;
    }
  | {
      readonly kind: "group";
      readonly index: number | undefined;
      readonly add: number;
      readonly remove: number;
      readonly item: Sequence;
    }
  | { readonly kind: "atomic"; readonly item: Sequence }
  | { readonly kind: "look"; readonly behind: boolean; readonly negate: boolean; readonly item: Sequence }
  | { readonly kind: "reference"; readonly group: number }
  | {
      readonly kind: "condition";
      readonly group: number;
      readonly yes: Sequence;
      readonly no: Sequence | undefined;
    };

export type Sequence = readonly Node[];
export type { Category, SetItem };

/** No upper bound. */
export const UNBOUNDED = 4294967295;

export interface ParsedPattern {
  readonly root: Sequence;
  readonly flags: number;
  /** Number of groups without group 0. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** FutureWarning and DeprecationWarning texts, in order. */
  readonly warnings: readonly {
    readonly category: "FutureWarning" | "DeprecationWarning";
    readonly message: string;
  }[];
}

/** Least and greatest number of characters that a sequence can match. */
export function width(
  sequence: Sequence,
  groupWidths: readonly ([number, number] | undefined)[],
): [number, number] {
  let lo = 0;
  let hi = 0;
  for (const node of sequence) {
    const [l, h] = nodeWidth(node, groupWidths);
    lo += l;
    hi += h;
  }
  return [Math.min(lo, UNBOUNDED - 1), Math.min(hi, UNBOUNDED)];
}

function nodeWidth(node: Node, widths: readonly ([number, number] | undefined)[]): [number, number] {
  switch (node.kind) {
    case "literal":
    case "any":
    case "set":
      return [1, 1];
    case "at":
    case "look":
      return [0, 0];
    case "branch": {
      let lo = UNBOUNDED - 1;
      let hi = 0;
      for (const item of node.items) {
        const [l, h] = width(item, widths);
        lo = Math.min(lo, l);
        hi = Math.max(hi, h);
      }
      return [lo, hi];
    }
    case "repeat": {
      const [l, h] = width(node.item, widths);
      return [l * node.min, h === 0 ? 0 : h * node.max];
    }
    case "group":
    case "atomic":
      return width(node.item, widths);
    case "reference":
      return widths[node.group] ?? [0, 0];
    case "condition": {
      const [l, h] = width(node.yes, widths);
      if (node.no === undefined) return [0, h];
      const [l2, h2] = width(node.no, widths);
      return [Math.min(l, l2), Math.max(h, h2)];
    }
  }
}
