/** How every Python in JavaScript is timed: least CPU time (all threads) of a call of `run()`. */

/** A program that one of them has loaded: a call of its `run()`, and what `repr` says of the value. */
export interface Loaded {
  readonly run: () => unknown;
  readonly repr: (value: any) => string;
}

/** Milliseconds and value; or why it does not run. */
export type Timing = readonly [milliseconds: number, value: string] | { readonly error: string };

/** CPU milliseconds of this process so far. */
export const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Calls for `seconds` of CPU time, in rounds of 20 ms. */
export function time(seconds: number, load: () => Loaded): Timing {
  try {
    const { run, repr } = load();
    const value = repr(run());
    let best = Infinity;
    const began = cpu();
    while (cpu() - began < seconds * 1000) {
      const start = cpu();
      let n = 0;
      while (cpu() - start < 20) {
        run();
        n++;
      }
      best = Math.min(best, (cpu() - start) / n);
    }
    return [best, value];
  } catch (e) {
    return {
      error: String((e as { message?: unknown }).message ?? e)
        .split("\n")[0]
        .slice(0, 80),
    };
  }
}
