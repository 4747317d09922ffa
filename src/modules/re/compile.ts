/**
 * The tree of a pattern to a program for the matcher: a flat array of instructions with targets, and the table of its
 * character sets. Repeats of one character become one instruction; other repeats loop with registers, so that no
 * pattern and no subject makes the matcher recurse.
 */
import { CharSet, type SetItem } from "./charset.js";
import { Flag } from "./flags.js";
import { UNBOUNDED, width, type Node, type ParsedPattern, type Sequence } from "./tree.js";
import { asciiLower, lower, lowerVariants, upper, withLower } from "./unicode.js";

/** Instructions; operands follow in the program. */
export const Op = {
  MATCH: 0,
  /** code */
  CHAR: 1,
  ANY: 2,
  ALL: 3,
  /** set */
  SET: 4,
  /** other: try what follows, on failure continue at `other` */
  SPLIT: 5,
  /** set, other: go to `other` at once when the next character is not in the set */
  PEEK: 6,
  JUMP: 7,
  /** register: stores the position */
  SAVE: 8,
  /** group: stores the end and lastindex */
  CLOSE: 9,
  /** position test (AtOp) */
  AT: 10,
  /** set or -1 (any but newline) or -2 (any), min, max, next literal or -1 */
  GREEDY: 11,
  LAZY: 12,
  POSSESSIVE: 13,
  /** register of count (and of last position after it) */
  LOOP_INIT: 14,
  /** register, min, max, exit, lazy */
  LOOP: 15,
  /** group, fold (0 none, 1 unicode, 2 ascii) */
  REFERENCE: 16,
  /** group, no */
  CONDITION: 17,
  /** register, back: remembers height and position */
  LOOK: 18,
  LOOK_END: 19,
  /** register, back, after */
  LOOK_NOT: 20,
  LOOK_NOT_END: 21,
  ATOMIC: 22,
  ATOMIC_END: 23,
  FAIL: 24,
} as const;

export const AtOp = {
  BEGIN: 0,
  BEGIN_LINE: 1,
  END: 2,
  END_LINE: 3,
  END_STRING: 4,
  BOUNDARY: 5,
  NOT_BOUNDARY: 6,
  ASCII_BOUNDARY: 7,
  NOT_ASCII_BOUNDARY: 8,
} as const;

export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  /** Registers: 0 and 1 are group 0, then two for each group, lastindex, then those of loops. */
  readonly registers: number;
  readonly lastIndex: number;
  readonly groups: number;
  /** Text that every match begins with. */
  readonly prefix: string;
  /** The characters that a match can begin with; undefined when it may be empty or anything. */
  readonly first: CharSet | undefined;
  /** Matches stand at the beginning of the text only. */
  readonly anchored: boolean;
  readonly minWidth: number;
}

/** Limits of a program, so that nested counted repeats are never unrolled. */
export function compileTree(parsed: ParsedPattern): Program {
  return new Compiler(parsed).compile();
}

const int32 = (n: number): number => (n >= UNBOUNDED ? 0x7fffffff : Math.min(n, 0x7fffffff));

class Compiler {
  private readonly code: number[] = [];
  private readonly sets: CharSet[] = [];
  private registers: number;
  private readonly lastIndex: number;
  private readonly widths: ([number, number] | undefined)[] = [];

  constructor(private readonly parsed: ParsedPattern) {
    this.lastIndex = 2 * (parsed.groups + 1);
    this.registers = this.lastIndex + 1;
    this.collectWidths(parsed.root);
  }

  compile(): Program {
    const { root, flags } = this.parsed;
    this.sequence(root, flags);
    this.code.push(Op.MATCH);
    const head = root[0];
    return {
      code: Int32Array.from(this.code),
      sets: this.sets,
      registers: this.registers,
      lastIndex: this.lastIndex,
      groups: this.parsed.groups,
      prefix: this.prefix(root, flags),
      first: this.firstOf(root, flags),
      anchored:
        head?.kind === "at" &&
        (head.where === "begin-string" || (head.where === "begin" && (flags & Flag.MULTILINE) === 0)),
      minWidth: width(root, this.widths)[0],
    };
  }

  private collectWidths(sequence: Sequence): void {
    for (const node of sequence) {
      if (node.kind === "branch") for (const item of node.items) this.collectWidths(item);
      else if (node.kind === "condition") {
        this.collectWidths(node.yes);
        if (node.no !== undefined) this.collectWidths(node.no);
      } else if ("item" in node) {
        this.collectWidths(node.item);
        if (node.kind === "group" && node.index !== undefined)
          this.widths[node.index] = width(node.item, this.widths);
      }
    }
  }

  private isAscii(flags: number): boolean {
    return (flags & Flag.UNICODE) === 0;
  }

  /** The set of a node that matches exactly one character; undefined for other nodes. */
  private singleSet(node: Node, flags: number): CharSet | undefined {
    const ascii = this.isAscii(flags);
    const ignoreCase = (flags & Flag.IGNORECASE) !== 0;
    switch (node.kind) {
      case "literal":
        return this.isCased(node.code, flags)
          ? CharSet.of([{ lo: node.code, hi: node.code }], { negate: false, ignoreCase, ascii })
          : CharSet.single(node.code);
      case "set":
        return CharSet.of(node.items, { negate: node.negate, ignoreCase, ascii });
      case "any":
        return (flags & Flag.DOTALL) !== 0
          ? CharSet.of([{ lo: 0, hi: 0x10ffff }], { negate: false, ignoreCase: false, ascii })
          : CharSet.except(10);
      case "branch": {
        const sets = node.items.map((item) =>
          item.length === 1 ? this.singleSet(item[0], flags) : undefined,
        );
        return sets.every((set) => set !== undefined) && sets.length > 0 ? CharSet.union(sets) : undefined;
      }
      case "group":
        if (node.index !== undefined || node.item.length !== 1) return undefined;
        return this.singleSet(node.item[0], this.groupFlags(node, flags));
      case "at":
      case "repeat":
      case "atomic":
      case "look":
      case "reference":
      case "condition":
        return undefined;
    }
  }

  private isCased(code: number, flags: number): boolean {
    if ((flags & Flag.IGNORECASE) === 0) return false;
    if (this.isAscii(flags)) return asciiLower(code) !== code || (code >= 97 && code <= 122);
    const lowered = lower(code);
    return (
      lowered !== code ||
      upper(code) !== code ||
      lowerVariants(lowered).length > 1 ||
      (code > 127 && withLower(lowered).length > 1)
    );
  }

  private groupFlags(node: Node & { kind: "group" }, flags: number): number {
    // A type flag (a, L, u) of a group replaces the outer one.
    const types = Flag.ASCII | Flag.LOCALE | Flag.UNICODE;
    const kept = (node.add & types) !== 0 ? flags & ~types : flags;
    return (kept | node.add) & ~node.remove;
  }

  private addSet(set: CharSet): number {
    return this.sets.push(set) - 1;
  }

  private label(): number {
    return this.code.length;
  }

  private sequence(nodes: Sequence, flags: number): void {
    nodes.forEach((node, i) => this.node(node, flags, nodes[i + 1]));
  }

  private node(node: Node, flags: number, next: Node | undefined): void {
    const code = this.code;
    switch (node.kind) {
      case "literal":
        if (this.isCased(node.code, flags)) code.push(Op.SET, this.addSet(this.singleSet(node, flags)!));
        else code.push(Op.CHAR, node.code);
        return;
      case "any":
        code.push((flags & Flag.DOTALL) !== 0 ? Op.ALL : Op.ANY);
        return;
      case "set":
        code.push(Op.SET, this.addSet(this.singleSet(node, flags)!));
        return;
      case "at":
        this.at(node.where, flags);
        return;
      case "branch":
        this.branch(node, flags);
        return;
      case "repeat":
        this.repeat(node, flags, next);
        return;
      case "group": {
        const inner = this.groupFlags(node, flags);
        if (node.index === undefined) {
          this.sequence(node.item, inner);
          return;
        }
        code.push(Op.SAVE, 2 * node.index);
        this.sequence(node.item, inner);
        code.push(Op.CLOSE, node.index);
        return;
      }
      case "atomic": {
        const register = this.newRegisters(1);
        code.push(Op.ATOMIC, register);
        this.sequence(node.item, flags);
        code.push(Op.ATOMIC_END, register);
        return;
      }
      case "look": {
        const register = this.newRegisters(2);
        const back = node.behind ? width(node.item, this.widths)[0] : 0;
        if (!node.negate) {
          code.push(Op.LOOK, register, back);
          this.sequence(node.item, flags);
          code.push(Op.LOOK_END, register);
          return;
        }
        code.push(Op.LOOK_NOT, register, back, 0);
        const after = code.length - 1;
        this.sequence(node.item, flags);
        code.push(Op.LOOK_NOT_END, register);
        code[after] = this.label();
        return;
      }
      case "reference":
        code.push(
          Op.REFERENCE,
          node.group,
          (flags & Flag.IGNORECASE) === 0 ? 0 : this.isAscii(flags) ? 2 : 1,
        );
        return;
      case "condition": {
        code.push(Op.CONDITION, node.group, 0);
        const no = code.length - 1;
        this.sequence(node.yes, flags);
        if (node.no === undefined) {
          code[no] = this.label();
          return;
        }
        code.push(Op.JUMP, 0);
        const end = code.length - 1;
        code[no] = this.label();
        this.sequence(node.no, flags);
        code[end] = this.label();
        return;
      }
    }
  }

  private newRegisters(n: number): number {
    const register = this.registers;
    this.registers += n;
    return register;
  }

  private at(where: (Node & { kind: "at" })["where"], flags: number): void {
    const multiline = (flags & Flag.MULTILINE) !== 0;
    const ascii = this.isAscii(flags);
    const operation = {
      begin: multiline ? AtOp.BEGIN_LINE : AtOp.BEGIN,
      "begin-string": AtOp.BEGIN,
      end: multiline ? AtOp.END_LINE : AtOp.END,
      "end-string": AtOp.END_STRING,
      boundary: ascii ? AtOp.ASCII_BOUNDARY : AtOp.BOUNDARY,
      "not-boundary": ascii ? AtOp.NOT_ASCII_BOUNDARY : AtOp.NOT_BOUNDARY,
    }[where];
    this.code.push(Op.AT, operation);
  }

  private branch(node: Node & { kind: "branch" }, flags: number): void {
    const code = this.code;
    const single = this.singleSet(node, flags);
    if (single !== undefined) {
      code.push(Op.SET, this.addSet(single));
      return;
    }
    const ends: number[] = [];
    node.items.forEach((item, i) => {
      if (i === node.items.length - 1) {
        this.sequence(item, flags);
        return;
      }
      const first = this.firstOf(item, flags);
      let peek = -1;
      if (first !== undefined) {
        code.push(Op.PEEK, this.addSet(first), 0);
        peek = code.length - 1;
      }
      code.push(Op.SPLIT, 0);
      const split = code.length - 1;
      this.sequence(item, flags);
      code.push(Op.JUMP, 0);
      ends.push(code.length - 1);
      code[split] = this.label();
      if (peek >= 0) code[peek] = this.label();
    });
    for (const end of ends) code[end] = this.label();
  }

  private repeat(node: Node & { kind: "repeat" }, flags: number, next: Node | undefined): void {
    const code = this.code;
    const { item, mode } = node;
    const min = int32(node.min);
    const max = int32(node.max);
    const only = item.length === 1 ? item[0] : undefined;
    const set = only === undefined ? undefined : this.singleSet(only, flags);
    if (set !== undefined) {
      const what = only!.kind === "any" ? ((flags & Flag.DOTALL) !== 0 ? -2 : -1) : this.addSet(set);
      const literal = next?.kind === "literal" && !this.isCased(next.code, flags) ? next.code : -1;
      code.push(
        mode === "greedy" ? Op.GREEDY : mode === "lazy" ? Op.LAZY : Op.POSSESSIVE,
        what,
        min,
        max,
        literal,
      );
      return;
    }
    const atomic = mode === "possessive" ? this.newRegisters(1) : -1;
    if (atomic >= 0) code.push(Op.ATOMIC, atomic);
    const register = this.newRegisters(2);
    code.push(Op.LOOP_INIT, register);
    const loop = this.label();
    code.push(Op.LOOP, register, min, max, 0, mode === "lazy" ? 1 : 0);
    const exit = loop + 4;
    this.sequence(item, flags);
    code.push(Op.JUMP, loop);
    code[exit] = this.label();
    if (atomic >= 0) code.push(Op.ATOMIC_END, atomic);
  }

  /** Literal text at the head of a sequence. */
  private prefix(nodes: Sequence, flags: number): string {
    let text = "";
    for (const node of nodes) {
      if (node.kind === "literal" && !this.isCased(node.code, flags)) text += String.fromCodePoint(node.code);
      else if (node.kind === "group" && node.add === 0 && node.remove === 0) {
        const inner = this.prefix(node.item, flags);
        text += inner;
        if (node.item.some((n) => n.kind !== "literal" || this.isCased(n.code, flags))) break;
      } else break;
    }
    return text;
  }

  /** The characters a sequence can begin with; undefined when it can match nothing or that is not known. */
  private firstOf(nodes: Sequence, flags: number): CharSet | undefined {
    const sets: CharSet[] = [];
    for (const node of nodes) {
      if (node.kind === "at" || node.kind === "look") continue; // they only narrow
      const single = this.singleSet(node, flags);
      if (single !== undefined) return CharSet.union([...sets, single]);
      if (node.kind === "repeat") {
        const inner = this.firstOf(node.item, flags);
        if (inner === undefined) return undefined;
        sets.push(inner);
        if (node.min > 0) return CharSet.union(sets);
        continue;
      }
      let inner: CharSet | undefined;
      if (node.kind === "group") inner = this.firstOf(node.item, this.groupFlags(node, flags));
      else if (node.kind === "atomic") inner = this.firstOf(node.item, flags);
      else if (node.kind === "branch") {
        const all = node.items.map((item) => this.firstOf(item, flags));
        inner = all.every((set) => set !== undefined) ? CharSet.union(all) : undefined;
      }
      return inner === undefined ? undefined : CharSet.union([...sets, inner]);
    }
    return undefined;
  }
}

export type { SetItem };
