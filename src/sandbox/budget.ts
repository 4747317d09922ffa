/**
 * Counted limits of one run. Generated code and every native function charge the budget before they work, so that the
 * same program stops at the same step on every machine. A limit that is reached throws LimitError, which Python cannot
 * catch. Defaults stand far above what all of oe-core needs for one recipe (docs/architecture.md, Budget).
 */
import { LimitError } from "../diagnostics/errors.js";

/** What each limit means; every figure can be overridden. */
export interface Limits {
  /** Loop iterations and calls for one unit of work (a recipe variant, an expression of an embedder). */
  readonly steps: number;
  /** Nested Python calls before RecursionError is raised (sys.getrecursionlimit). */
  readonly depth: number;
  /** Bytes that one single value may take (a string, bytes, list storage). */
  readonly valueBytes: number;
  /** Digits that an integer may have, in bits. */
  readonly integerBits: number;
}

export const defaultLimits: Limits = {
  steps: 2_000_000_000,
  depth: 1000,
  valueBytes: 512 * 1024 * 1024,
  integerBits: 64 * 1024 * 1024,
};

/** One run's account. `left` is public because generated code decrements it inline. */
export class Budget {
  /** Steps left; generated code does `if (--budget.left < 0) budget.exhausted()`. */
  left: number;
  /** Current depth of nested Python calls. */
  depth = 0;
  readonly limits: Limits;

  constructor(limits: Partial<Limits> = {}) {
    this.limits = { ...defaultLimits, ...limits };
    this.left = this.limits.steps;
  }

  /** Steps spent since the last `renew`. */
  get spent(): number {
    return this.limits.steps - this.left;
  }

  /** Starts a new unit of work with the full number of steps. */
  renew(): void {
    this.left = this.limits.steps;
  }

  /** Charges `n` steps. */
  step(n = 1): void {
    if ((this.left -= n) < 0) this.exhausted();
  }

  /** Throws the step limit's error. */
  exhausted(): never {
    throw new LimitError("steps", this.limits.steps);
  }

  /** To be asked before a value of `bytes` bytes is made. */
  allocate(bytes: number): void {
    if (bytes > this.limits.valueBytes) throw new LimitError("valueBytes", this.limits.valueBytes);
    // Large values cost steps too, so that a loop of large values ends in time.
    if (bytes > 4096) this.step(bytes >>> 10);
  }
}
