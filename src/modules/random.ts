/** `_random.Random`: the Mersenne Twister (MT19937), number for number as CPython's for a seed. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { ModuleContext } from "./context.js";
import { indexOf } from "./support.js";

const N = 624;
const M = 397;

/** The generator alone. */
export class MersenneTwister {
  readonly state = new Uint32Array(N);
  index = N;

  /** Seeds from one 32-bit number (init_genrand of the reference implementation). */
  private seedNumber(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < N; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    this.index = N;
  }

  /** Seeds from an array of 32-bit numbers (init_by_array). */
  seed(key: readonly number[]): void {
    const { state } = this;
    this.seedNumber(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1664525)) + key[j] + j;
      if (++i >= N) {
        state[0] = state[N - 1];
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1566083941)) - i;
      if (++i >= N) {
        state[0] = state[N - 1];
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  /** The next 32 bits. */
  next(): number {
    const { state } = this;
    if (this.index >= N) {
      for (let k = 0; k < N; k++) {
        const y = (state[k] & 0x80000000) | (state[(k + 1) % N] & 0x7fffffff);
        state[k] = state[(k + M) % N] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      this.index = 0;
    }
    let y = state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** A float in [0, 1) with 53 bits. */
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /** `k` random bits. */
  bits(k: number): bigint {
    const words: string[] = [];
    for (let left = k; left > 0; left -= 32) {
      let word = this.next();
      if (left < 32) word >>>= 32 - left;
      words.push(word.toString(16).padStart(8, "0"));
    }
    // The first word drawn is the lowest.
    return words.length === 0 ? 0n : BigInt(`0x${words.reverse().join("")}`);
  }
}

/**
 * The generator of a Random. One that lives longer than the unit of work that made it (the one behind random.random, say)
 * is in every unit as it was made: none sees what another drew or seeded. What the host seeds is seeded when it is used
 * first in a unit, so that it does not matter which unit imported the module.
 */
class ModuleTwister extends MersenneTwister {
  #seeded = false;
  #made: { readonly state: Uint32Array; readonly index: number } | undefined;

  /** @param generation the host's, when it is made */
  constructor(private generation: number) {
    super();
  }

  /** The constructor has seeded it, or left that to the host. */
  made(): void {
    if (this.#seeded) this.#made = { state: this.state.slice(), index: this.index };
  }

  override seed(key: readonly number[]): void {
    super.seed(key);
    this.#seeded = true;
  }

  unseed(): void {
    this.#seeded = false;
  }

  /** To be called before it is seeded. */
  enter({ generation = 0 }: ModuleContext["host"]): void {
    if (generation === this.generation) return;
    this.generation = generation;
    this.#seeded = this.#made !== undefined;
    if (this.#made === undefined) return;
    this.state.set(this.#made.state);
    this.index = this.#made.index;
  }

  /** To be called before it is drawn from. */
  prepare(host: ModuleContext["host"]): void {
    host.noteQuestion();
    this.enter(host);
    if (this.#seeded) return;
    const view = new DataView(host.randomBytes(4 * 8).slice().buffer);
    this.seed(Array.from({ length: 8 }, (_, i) => view.getUint32(i * 4)));
  }
}

export function installRandom(rt: Runtime, context: ModuleContext): void {
  rt.registerModule("_random", (_, module) => {
    const mt = (self: any): MersenneTwister => {
      const { twister } = self as { twister: ModuleTwister };
      twister.prepare(context.host);
      return twister;
    };
    const words = (value: bigint): number[] => {
      const key: number[] = [];
      for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 32n)
        key.push(Number(rest & 0xffffffffn));
      return key.length === 0 ? [0] : key;
    };
    const seed = (self: any, value: PyObject | undefined): void => {
      const { twister } = self as { twister: ModuleTwister };
      twister.enter(context.host);
      if (value === undefined || value === rt.none) twister.unseed();
      else
        twister.seed(
          words(
            BigInt(rt.isInt(value) ? (value.v as number | bigint) : rt.hash(value)) &
              (rt.isInt(value) ? -1n : 0xffffffffffffffffn),
          ),
        );
    };
    module.setStr(
      "Random",
      rt.defineType({
        name: "Random",
        module: "_random",
        new: [
          "(cls, *args, **kw)",
          (cls: PyType, args: PyObject[]) => {
            const self = rt.alloc(cls);
            self.twister = new ModuleTwister(context.host.generation);
            seed(self, args[0] !== undefined && rt.isInt(args[0]) ? args[0] : undefined);
            self.twister.made();
            return self as PyObject;
          },
        ],
        init: ["(self, *args, **kw)", () => undefined],
        methods: {
          random: ["(self)", (self: any) => rt.float(mt(self).random())],
          seed: ["(self, n=None, /)", seed],
          getrandbits: [
            "(self, k, /)",
            (self: any, k: PyObject) => {
              const n = indexOf(rt, k);
              if (n < 0) throw rt.error("ValueError", "number of bits must be non-negative");
              rt.budget.allocate(n >> 3);
              rt.budget.step(1 + (n >> 5));
              return rt.int(mt(self).bits(n));
            },
          ],
          getstate: [
            "(self)",
            (self: any) =>
              rt.tuple([...Array.from(mt(self).state, (word) => rt.int(word)), rt.int(mt(self).index)]),
          ],
          setstate: [
            "(self, state, /)",
            (self: any, state: PyObject) => {
              if (!rt.isInstance(state, rt.types["tuple"]))
                throw rt.error("TypeError", "state vector must be a tuple");
              const items = rt.toArray(state).map((item) => Number(rt.index(item)));
              if (items.length !== N + 1) throw rt.error("ValueError", "state vector is the wrong size");
              if (items[N] < 0 || items[N] > N) throw rt.error("ValueError", "invalid state");
              mt(self).state.set(items.slice(0, N));
              mt(self).index = items[N];
            },
          ],
        },
      }) as PyType,
    );
  });
}
