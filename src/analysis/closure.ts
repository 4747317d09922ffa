/**
 * What every key of a walk leads to, directly or not: a row of bits for each strongly connected part of the graph (Tarjan's
 * algorithm), made of the rows of the parts that it leads to. Most tasks lead to most of a recipe's names, by ways that
 * they share; a search from each task went over the same edges forty times.
 */
import type { Answer } from "./answers.js";
import type { Key } from "./keys.js";

/** Whole positions side by side, from `first` to before `end`. */
export type VisitRun = (first: number, end: number) => void;

/** See the file's comment. A key's position is its place among the keys. */
export class Closure {
  /** Where each key's edges begin among all edges, which are positions; one position more than keys stands for all exported names. */
  private readonly start: Int32Array;
  private readonly edges: Int32Array;
  /** Ints in a row. */
  private readonly width: number;
  private readonly rows: Int32Array;
  private count = 0;

  // Tarjan's: when a position was met, the earliest that it leads back to, its row (-1 until its part is finished), which
  // of its edges comes next, the positions whose part is not finished, and the way to the one of the moment.
  private readonly met: Int32Array;
  private readonly low: Int32Array;
  private readonly rowOf: Int32Array;
  private readonly next: Int32Array;
  private readonly open: Int32Array;
  private readonly way: Int32Array;
  private opened = 0;
  private time = 0;

  /**
   * @param keys in the order of their positions, answered
   * @param exported what keys lead to whose answers are `onExported`
   * @param walk keys of other walks are led to by nothing
   */
  constructor(keys: readonly Key[], exported: readonly Key[], walk: number) {
    const size = keys.length + 1;
    this.width = (size + 31) >> 5;
    this.rows = new Int32Array(this.width * size);
    this.start = new Int32Array(size + 1);
    this.met = new Int32Array(size);
    this.low = new Int32Array(size);
    this.rowOf = new Int32Array(size).fill(-1);
    this.next = new Int32Array(size);
    this.open = new Int32Array(size);
    this.way = new Int32Array(size);
    const { start } = this;
    let most = exported.length;
    for (const { answer } of keys) most += (answer as Answer).keys.length + 1;
    const edges = (this.edges = new Int32Array(most));
    let at = 0;
    const add = (to: readonly Key[]): void => {
      for (let i = 0; i < to.length; i++) if (to[i].walk === walk) edges[at++] = to[i].position;
    };
    for (let i = 0; i < keys.length; i++) {
      const answer = keys[i].answer as Answer;
      add(answer.keys);
      if (answer.onExported) edges[at++] = keys.length;
      start[i + 1] = at;
    }
    add(exported);
    start[size] = at;
  }

  /** All that a key leads to, directly or not; itself only if it leads to itself. */
  of({ position }: Key): Reached {
    if (this.met[position] === 0) this.explore(position);
    const at = this.rowOf[position] * this.width;
    return new Reached(this.rows.subarray(at, at + this.width), this.rowOf.length - 1);
  }

  private explore(from: number): void {
    const { start, edges, rowOf, met, low, next, way } = this;
    let depth = 0;
    this.enter((way[0] = from));
    while (depth >= 0) {
      const at = way[depth];
      const end = start[at + 1];
      let i = next[at];
      let deeper = -1;
      for (; i < end; i++) {
        const to = edges[i];
        if (met[to] === 0) {
          deeper = to;
          break;
        }
        if (rowOf[to] < 0 && met[to] < low[at]) low[at] = met[to];
      }
      next[at] = i;
      if (deeper >= 0) {
        this.enter((way[++depth] = deeper));
        continue;
      }
      if (low[at] === met[at]) this.finish(at);
      depth--;
      if (depth >= 0 && low[at] < low[way[depth]]) low[way[depth]] = low[at];
    }
  }

  private enter(at: number): void {
    this.met[at] = this.low[at] = ++this.time;
    this.next[at] = this.start[at];
    this.open[this.opened++] = at;
  }

  /** What was opened since `first` makes up a part: fills its row with what its members lead to. */
  private finish(first: number): void {
    const { start, edges, open, rowOf, rows, width } = this;
    const row = this.count++;
    let members = this.opened;
    do members--;
    while (open[members] !== first);
    for (let i = members; i < this.opened; i++) rowOf[open[i]] = row;
    const to = row * width;
    for (let i = members; i < this.opened; i++) {
      const end = start[open[i] + 1];
      for (let edge = start[open[i]]; edge < end; edge++) {
        const position = edges[edge];
        const word = to + (position >> 5);
        const bit = 1 << (position & 31);
        // What is in the row came with all that it leads to.
        if ((rows[word] & bit) !== 0) continue;
        rows[word] |= bit;
        const other = rowOf[position];
        if (other === row) continue;
        const from = other * width;
        for (let j = 0; j < width; j++) rows[to + j] |= rows[from + j];
      }
    }
    this.opened = members;
  }
}

/** Positions in order. */
export class Reached {
  /** @param size positions from here on are none */
  constructor(
    private readonly bits: Int32Array,
    size: number,
  ) {
    bits[size >> 5] &= ~(1 << (size & 31));
  }

  /** Those of a list that stand at these positions. */
  of<T>(list: readonly T[]): T[] {
    const found: T[] = [];
    this.eachRun((first, end) => {
      for (let i = first; i < end; i++) found.push(list[i]);
    });
    return found;
  }

  eachRun(visit: VisitRun): void {
    const { bits } = this;
    let first = -1;
    for (let i = 0; i < bits.length; i++) {
      let word = bits[i];
      const base = i << 5;
      if (first >= 0) {
        if (word === -1) continue;
        const ones = Math.clz32(~word & -~word) ^ 31; // how many bits are set from the lowest on
        if (ones > 0) word &= -1 << ones;
        visit(first, base + ones);
        first = -1;
      }
      while (word !== 0) {
        const from = Math.clz32(word & -word) ^ 31;
        const rest = ~(word >> from); // the run ends where this has its lowest bit
        if (rest === 0) {
          first = base + from;
          break;
        }
        const length = Math.clz32(rest & -rest) ^ 31;
        visit(base + from, base + from + length);
        word &= -1 << (from + length);
      }
    }
    if (first >= 0) visit(first, bits.length << 5);
  }
}
