/**
 * Which overrides are active, and which variant of a name they choose.
 */
import type { Variant } from "./record.js";

/** The active overrides, as OVERRIDES has them (the strongest last). Immutable. */
export class OverrideState {
  private readonly first = new Map<string, number>();
  constructor(
    readonly list: readonly string[],
    /** The variables that OVERRIDES was made of: writing one makes the state stale. */
    readonly sources: ReadonlySet<string>,
  ) {
    list.forEach((name, i) => {
      if (!this.first.has(name)) this.first.set(name, i);
    });
  }

  has(override: string): boolean {
    return this.first.has(override);
  }

  /** The rank of an override: its first place in the list, or -1. */
  rank(override: string): number {
    return this.first.get(override) ?? -1;
  }

  /** Whether all overrides of "x:y" are active. */
  all(condition: string): boolean {
    if (!condition.includes(":")) return this.first.has(condition);
    for (const part of condition.split(":")) if (!this.first.has(part)) return false;
    return true;
  }

  /** The overrides in one state but not in the other. */
  difference(other: OverrideState): string[] {
    const found: string[] = [];
    for (const name of this.first.keys()) if (!other.first.has(name)) found.push(name);
    for (const name of other.first.keys()) if (!this.first.has(name)) found.push(name);
    return found;
  }

  /** Whether the overrides active in both have the same order. */
  sameOrder(other: OverrideState): boolean {
    const mine = [...this.first.keys()].filter((name) => other.first.has(name));
    const theirs = [...other.first.keys()].filter((name) => this.first.has(name));
    return mine.every((name, i) => name === theirs[i]);
  }

  /**
   * The variant that wins among `active` ones (each with all its overrides active). BitBake walks the list from the
   * weakest to the strongest, again and again, taking the override it is at off the end of each variant's suffix;
   * the variant whose last override is taken off latest wins, and a longer variant displaces a shorter one that it
   * has become equal to.
   */
  choose(active: readonly Variant[]): Variant | undefined {
    if (active.length === 1 || active.every((variant) => !variant.suffix.includes(":"))) {
      let best: Variant | undefined;
      for (const variant of active) {
        if (best === undefined || this.rank(variant.suffix) > this.rank(best.suffix)) best = variant;
      }
      return best;
    }
    const remaining = new Map(active.map((variant) => [variant.suffix, variant]));
    let winner: Variant | undefined;
    for (let changed = true; changed;) {
      changed = false;
      for (const override of this.list) {
        for (const suffix of [...remaining.keys()]) {
          const variant = remaining.get(suffix) as Variant;
          if (suffix === override) {
            winner = variant;
          } else if (suffix.endsWith(`:${override}`)) {
            remaining.set(suffix.slice(0, -override.length - 1), variant);
          } else {
            continue;
          }
          remaining.delete(suffix);
          changed = true;
        }
      }
    }
    return winner;
  }
}

/** Before OVERRIDES was ever looked at. */
export const NO_OVERRIDES = new OverrideState([""], new Set(["OVERRIDES", "FILE"]));
