/**
 * What a logical line says, read by the grammar: the way from Ohm's match to plain data with offsets into the line. One
 * `HeadReader` remembers the matches of the shapes that it has met (skeleton.ts), of which a layer has a few hundred.
 */
import type * as ohm from "ohm-js";
import type { AssignmentOperator, Range } from "./ast.js";
import { grammar } from "./compiled.js";
import { LONGEST_SKELETON, type Skeleton, skeletonOf } from "./skeleton.js";

/** The start rules for logical lines. */
export type LineRule = "recipeLine" | "confLine" | "baseConfLine";

export type TextKind =
  | "include"
  | "require"
  | "include-all"
  | "inherit"
  | "inherit-defer"
  | "addtask"
  | "deltask"
  | "addhandler"
  | "export-functions"
  | "addpylib"
  | "addfragments";

/** The meaning of one line; every number is an offset into the line. */
export type Head =
  | { readonly kind: "blank" | "comment" }
  | {
      readonly kind: "assignment";
      readonly exported: boolean;
      readonly name: Range;
      readonly flag: Range | undefined;
      readonly operator: AssignmentOperator;
      readonly operatorRange: Range;
      /** White space stands on both sides of the operator. */
      readonly spaced: boolean;
      readonly quote: '"' | "'";
      /** Between the quotes. */
      readonly value: Range;
    }
  | { readonly kind: "export"; readonly name: Range }
  | { readonly kind: "unset"; readonly name: Range; readonly flag: Range | undefined }
  | { readonly kind: TextKind; readonly text: Range }
  | { readonly kind: "function"; readonly name: Range; readonly python: boolean; readonly fakeroot: boolean }
  | { readonly kind: "def"; readonly name: Range };

/** More shapes than any layer has; beyond it the memory is emptied, so that hostile input cannot fill it. */
const MAXIMUM_SHAPES = 4096;
const LONGEST_SHAPE = 256;

/** Reads lines of files; keep one for many files. */
export class HeadReader {
  readonly #shapes = new Map<LineRule, Map<string, Head | undefined>>();

  /** The meaning of a logical line, undefined when no rule takes it, "too-long" when it is not asked. */
  read(line: string, rule: LineRule): Head | undefined | "too-long" {
    const skeleton = skeletonOf(line);
    if (skeleton.text.length > LONGEST_SKELETON) return "too-long";
    let shapes = this.#shapes.get(rule);
    if (!shapes) this.#shapes.set(rule, (shapes = new Map<string, Head | undefined>()));
    let head = shapes.get(skeleton.text);
    if (head === undefined && !shapes.has(skeleton.text)) {
      head = readWhole(skeleton.text, rule);
      if (shapes.size >= MAXIMUM_SHAPES) shapes.clear();
      if (skeleton.text.length <= LONGEST_SHAPE) shapes.set(skeleton.text, head);
    }
    return head && relocate(head, skeleton);
  }
}

/** The meaning of a line, every character through the rules: what HeadReader.read gives, slowly. */
export function readWhole(line: string, rule: LineRule): Head | undefined {
  const match = grammar.match(line, rule);
  return match.succeeded() ? (semantics(match) as unknown as { head(): Head }).head() : undefined;
}

/** The offset in a line at which no rule goes on; 0 for a line that a rule takes, or that is too long to ask about. */
export function failureOffset(line: string, rule: LineRule): number {
  const { text, offsets } = skeletonOf(line);
  if (text.length > LONGEST_SKELETON) return 0;
  const match = grammar.match(text, rule);
  return match.failed() ? offsets[Math.min(match.getRightmostFailurePosition(), text.length)] : 0;
}

/** From offsets in the skeleton to offsets in its line. */
function relocate(head: Head, { offsets }: Skeleton): Head {
  const range = ({ start, end }: Range): Range => ({ start: offsets[start], end: offsets[end] });
  switch (head.kind) {
    case "blank":
    case "comment":
      return head;
    case "assignment":
      return {
        ...head,
        name: range(head.name),
        flag: head.flag && range(head.flag),
        operatorRange: range(head.operatorRange),
        // Behind the opening quote characters may be left out: count from the quote.
        value: { start: offsets[head.value.start - 1] + 1, end: offsets[head.value.end] },
      };
    case "unset":
      return { ...head, name: range(head.name), flag: head.flag && range(head.flag) };
    case "export":
    case "function":
    case "def":
      return { ...head, name: range(head.name) };
    default:
      return { ...head, text: range(head.text) };
  }
}

/** Where a node of the match stands. */
function at(node: ohm.Node): Range {
  return { start: node.source.startIdx, end: node.source.endIdx };
}

function textHead(kind: TextKind) {
  return (_keyword: ohm.Node, _gap: ohm.Node, text: ohm.Node): Head => ({ kind, text: at(text) });
}

function taskHead(kind: TextKind) {
  return (_keyword: ohm.Node, _gap: ohm.Node, text: ohm.Node, _comment: ohm.Node, _end: ohm.Node): Head => ({
    kind,
    text: at(text),
  });
}

const semantics = grammar.createSemantics().addOperation<Head>("head", {
  blank: (_end) => ({ kind: "blank" }),
  comment: (_sign, _text) => ({ kind: "comment" }),
  assignment: (exported, name, flag, before, operator, after, value, _end) => {
    const inner = flag.numChildren > 0 ? at(flag) : undefined;
    const whole = at(value);
    return {
      kind: "assignment",
      exported: exported.numChildren > 0,
      name: at(name),
      flag: inner && { start: inner.start + 1, end: inner.end - 1 },
      operator: operator.sourceString as AssignmentOperator,
      operatorRange: at(operator),
      spaced: before.numChildren > 0 && after.numChildren > 0,
      quote: value.sourceString[0] as '"' | "'",
      value: { start: whole.start + 1, end: whole.end - 1 },
    };
  },
  export: (_keyword, _gap, name, _end) => ({ kind: "export", name: at(name) }),
  unset: (_keyword, _gap, name, _end) => ({ kind: "unset", name: at(name), flag: undefined }),
  unsetFlag: (_keyword, _gap, name, _open, first, rest, _close, _end) => ({
    kind: "unset",
    name: at(name),
    flag: { start: at(first).start, end: at(rest).end },
  }),
  functionHead: (markers, name, space, _s1, _open, _s2, _close, _s3, _end) => {
    const words = markers.sourceString;
    return {
      kind: "function",
      name: name.numChildren > 0 ? at(name) : { start: at(space).start, end: at(space).start },
      python: words.includes("python"),
      fakeroot: words.includes("fakeroot"),
    };
  },
  defHead: (_keyword, _gap, name, _arguments, _colon, _rest) => ({ kind: "def", name: at(name) }),
  include: textHead("include"),
  require: textHead("require"),
  includeAll: textHead("include-all"),
  inherit: textHead("inherit"),
  inheritDefer: textHead("inherit-defer"),
  addhandler: textHead("addhandler"),
  exportFunctions: textHead("export-functions"),
  addpylib: textHead("addpylib"),
  addfragments: textHead("addfragments"),
  addtask: taskHead("addtask"),
  deltask: taskHead("deltask"),
});
