/**
 * Counted limits of one run. Generated code and every native function charge the budget before they work, so that the
 * same program stops at the same step on every machine. A limit that is reached throws LimitError, which Python cannot
 * catch. Every limit stands far above what any recipe of oe-core needs (docs/security.md has the figures). Only `seconds`
 * and `heapBytes` depend on the machine: they are the last resort within the thread, and need a clock and a look at the
 * heap from the embedder.
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
  /** Bytes of all strings, bytes and lists that one unit of work makes at once, also of those that it drops again. */
  readonly memoryBytes: number;
  /** Bytes of the thread's heap, where the embedder can tell: what is kept in many small values. */
  readonly heapBytes: number;
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
  heapBytes: 3 * 1024 ** 3,
  expansions: 50_000_000,
  outputChars: 64 * 1024 * 1024,
  regexSteps: 100_000_000,
  includeDepth: 100,
  seconds: 600,
};

/** Steps between two looks at the clock and the heap, and bytes asked for between two looks at the heap. */
const slice = 2_000_000;
const heapSlice = 256 * 1024 ** 2;

/**
 * Runs `body`, an evaluation of `file`, and ends it in the middle where it takes too long. No `catch` or `finally` of the
 * body runs then: nothing that it changed may be used again.
 * @throws LimitError "seconds"
 */
export type HardStop = <T>(file: string, body: () => T) => T;

/** The machine's side of the limits; a host that has none leaves all to the counted ones. */
export interface Gauges {
  /** Seconds of a monotonic clock; without one `seconds` is no limit. */
  readonly clock?: (() => number) | undefined;
  /** Bytes that the thread's heap holds, `exactly`: without what nothing refers to; without one `heapBytes` is no limit. */
  readonly heap?: ((exactly: boolean) => number) | undefined;
  /** The most of `heapBytes` that the thread has room for. */
  readonly heapRoom?: number | undefined;
  /** Ends what no limit ended. */
  readonly stop?: HardStop | undefined;
}

/** One run's account. `left` is public because generated code decrements it inline. */
export class Budget {
  /** Steps left of this slice; generated code does `if (--budget.left < 0) budget.exhausted()`. */
  left: number;
  /** Current depth of nested Python calls. */
  depth = 0;
  readonly limits: Limits;
  /** Tells the file and line that runs, for the errors. */
  where: (() => { readonly file: string; readonly line: number } | undefined) | undefined;
  readonly #gauges: Gauges;
  /** Steps left beyond this slice. */
  #reserve = 0;
  #until = Infinity;
  #memory = 0;
  /** The bytes asked for at which the heap is looked at next. */
  #nextLook = heapSlice;
  #expansions = 0;
  #output = 0;

  constructor(limits: Partial<Limits> = {}, gauges: Gauges = {}) {
    this.limits = { ...defaultLimits, ...limits };
    this.#gauges = gauges;
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
    this.#nextLook = Math.min(heapSlice, this.limits.memoryBytes);
    const { clock } = this.#gauges;
    this.#until = clock === undefined ? Infinity : clock() + this.limits.seconds;
  }

  /** Charges `n` steps. */
  step(n = 1): void {
    if ((this.left -= n) < 0) this.exhausted();
  }

  /** Goes on with the next slice. @throws LimitError where steps, time or the heap are over */
  exhausted(): void {
    const more = Math.min(slice - this.left, this.#reserve);
    this.left += more;
    this.#reserve -= more;
    if (this.left < 0) this.fail("steps");
    const { clock } = this.#gauges;
    if (clock !== undefined && clock() > this.#until) this.fail("seconds");
    this.#lookAtHeap();
  }

  #lookAtHeap(): void {
    const { heap, heapRoom = Infinity } = this.#gauges;
    const most = Math.min(this.limits.heapBytes, heapRoom);
    this.#nextLook = Math.min(this.#memory + heapSlice, this.limits.memoryBytes);
    if (heap !== undefined && heap(false) > most && heap(true) > most) this.fail("heapBytes", most);
  }

  /** To be asked before a value of `bytes` bytes is made. */
  allocate(bytes: number): void {
    if ((this.#memory += bytes) > this.#nextLook) this.#lookAtMemory();
    if (bytes <= 4096) return;
    if (bytes > this.limits.valueBytes) this.fail("valueBytes");
    // Large values cost steps too, so that a loop of large values ends in time.
    this.step(bytes >>> 10);
  }

  #lookAtMemory(): void {
    if (this.#memory > this.limits.memoryBytes) this.fail("memoryBytes");
    this.#lookAtHeap();
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
  fail(limit: keyof Limits, most = this.limits[limit]): never {
    throw new LimitError(limit, most, this.where?.());
  }
}
