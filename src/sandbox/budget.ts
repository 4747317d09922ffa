/**
 * Counted limits of one run. Generated code and every native function charge the budget before they work, so that the
 * same program stops at the same step on every machine. A limit that is reached throws LimitError, which Python cannot
 * catch. Every limit stands far above what any recipe of oe-core needs (docs/security.md has the figures). Only `seconds`
 * depends on the machine: it is the last resort within the process, and needs a clock from the embedder.
 */
import { LimitError } from "../diagnostics/errors.js";

/** What each limit means; every figure can be overridden, Infinity takes a limit away. */
export interface Limits {
  /** Loop iterations and calls for one unit of work (a recipe with its variants, an expression of an embedder). */
  readonly steps: number;
  /** Nested Python calls before RecursionError is raised (sys.getrecursionlimit). */
  readonly depth: number;
  /** Bytes that one single value may take (a string, bytes, list storage). */
  readonly valueBytes: number;
  /** Digits that an integer may have, in bits. */
  readonly integerBits: number;
  /** Bytes of all values above 4 KiB that one unit of work makes, also of those that it drops again. */
  readonly memoryBytes: number;
  /** Texts in which a unit of work has `${...}` replaced. */
  readonly expansions: number;
  /** Characters that a unit of work prints or logs. */
  readonly outputChars: number;
  /** Steps of one search of a regular expression. */
  readonly regexSteps: number;
  /** Files that include or inherit each other. */
  readonly includeDepth: number;
  /** Seconds for one unit of work, where the embedder gives a clock. */
  readonly seconds: number;
}

export const defaultLimits: Limits = {
  steps: 500_000_000,
  depth: 1000,
  valueBytes: 128 * 1024 * 1024,
  integerBits: 64 * 1024 * 1024,
  memoryBytes: 8 * 1024 ** 3,
  expansions: 50_000_000,
  outputChars: 64 * 1024 * 1024,
  regexSteps: 100_000_000,
  includeDepth: 100,
  seconds: 600,
};

/** Steps between two looks at the clock. */
const slice = 5_000_000;

/** One run's account. `left` is public because generated code decrements it inline. */
export class Budget {
  /** Steps left of this slice; generated code does `if (--budget.left < 0) budget.exhausted()`. */
  left: number;
  /** Current depth of nested Python calls. */
  depth = 0;
  readonly limits: Limits;
  /** Tells the file and line that runs, for the errors. */
  where: (() => { readonly file: string; readonly line: number } | undefined) | undefined;
  readonly #clock: (() => number) | undefined;
  /** Steps left beyond this slice. */
  #reserve = 0;
  #until = Infinity;
  #memory = 0;
  #expansions = 0;
  #output = 0;

  /** @param clock seconds of a monotonic clock; without one `seconds` is no limit */
  constructor(limits: Partial<Limits> = {}, clock?: () => number) {
    this.limits = { ...defaultLimits, ...limits };
    this.#clock = clock;
    this.left = 0;
    this.renew();
  }

  /** Steps spent since the last `renew`. */
  get spent(): number {
    return this.limits.steps - this.left - this.#reserve;
  }
  /** Expansions, bytes of large values and characters of output since the last `renew`. */
  get used(): Pick<Limits, "steps" | "expansions" | "memoryBytes" | "outputChars"> {
    return {
      steps: this.spent,
      expansions: this.#expansions,
      memoryBytes: this.#memory,
      outputChars: this.#output,
    };
  }

  /** Starts a new unit of work with the full number of everything. */
  renew(): void {
    this.left = Math.min(slice, this.limits.steps);
    this.#reserve = this.limits.steps - this.left;
    this.#memory = this.#expansions = this.#output = 0;
    this.#until = this.#clock === undefined ? Infinity : this.#clock() + this.limits.seconds;
  }

  /** Charges `n` steps. */
  step(n = 1): void {
    if ((this.left -= n) < 0) this.exhausted();
  }

  /** Goes on with the next slice. @throws LimitError where steps or time are over */
  exhausted(): void {
    const more = Math.min(slice - this.left, this.#reserve);
    this.left += more;
    this.#reserve -= more;
    if (this.left < 0) this.fail("steps");
    if (this.#clock !== undefined && this.#clock() > this.#until) this.fail("seconds");
  }

  /** To be asked before a value of `bytes` bytes is made. */
  allocate(bytes: number): void {
    if (bytes <= 4096) return;
    if (bytes > this.limits.valueBytes) this.fail("valueBytes");
    if ((this.#memory += bytes) > this.limits.memoryBytes) this.fail("memoryBytes");
    // Large values cost steps too, so that a loop of large values ends in time.
    this.step(bytes >>> 10);
  }

  /** To be asked before a text of `length` characters is expanded. */
  expand(length: number): void {
    if (++this.#expansions > this.limits.expansions) this.fail("expansions");
    if (length > 4096) this.allocate(length);
  }

  /** To be asked before `length` characters are printed or logged. */
  write(length: number): void {
    if ((this.#output += length) > this.limits.outputChars) this.fail("outputChars");
  }

  /** Throws the limit's error, with the place that runs. */
  fail(limit: keyof Limits): never {
    throw new LimitError(limit, this.limits[limit], this.where?.());
  }
}
