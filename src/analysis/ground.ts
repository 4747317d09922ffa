/**
 * What the configuration says of names stands in every recipe that does not write them: most of a recipe's names. Of these
 * an answer holds without a look at the store, if what it looked at further (are these values plain, are these names
 * variables) is as it was. So a walk begins with the names that were written above the configuration, a few hundred.
 */
import type { DataStore } from "../datastore/index.js";
import type { Answer } from "./answers.js";
import type { LibraryFunction } from "./dependencies.js";
import type { FlagShapes } from "./flags.js";
import type { Key, KeyTable } from "./keys.js";

/** All that facts are facts by: the configuration's records, and how answers are made of them. Compared by identity. */
export interface Ground {
  readonly base: NonNullable<DataStore["base"]>;
  readonly shapes: FlagShapes;
  readonly library: ReadonlyMap<string, LibraryFunction>;
}

/** An answer for a name that stands, and what else it holds by. */
export interface Settled {
  readonly answer: Answer;
  /** Names whose values are plain. */
  readonly plain: readonly Key[];
  /** Names that code calls, and whether each is a variable. */
  readonly calls: readonly Key[];
  readonly areVariables: readonly boolean[];
}

/** What is known of a name on a ground. */
export class Fact {
  settled: Settled | undefined;
  /** Its value is plain if the values of these names are. */
  parts: readonly Key[] | undefined;
  isVariable: boolean | undefined;

  constructor(
    readonly ground: Ground,
    /** Overrides have no say in its value. */
    readonly isFixed: boolean,
  ) {}
}

/** The names of one store that stand as the configuration has them. To be renewed after a write. */
export class Standing {
  readonly #base: DataStore["base"];
  #filtered: ReadonlySet<string> | undefined;
  #top: DataStore["top"] | undefined;

  constructor(
    private readonly store: DataStore,
    private readonly keys: KeyTable,
    /** Undefined for a store that nothing is written above. */
    private readonly ground: Ground | undefined,
    /** A number that no other store's names are marked with. */
    private readonly stamp: number,
  ) {
    this.#base = ground?.base;
    this.renew();
  }

  /** Marks the names that do not stand (any more). */
  renew(): void {
    if (this.#base === undefined) return;
    const filtered = this.store.filteredNames();
    this.#filtered = filtered.length === 0 ? undefined : new Set(filtered);
    this.store.eachAboveBase(this.#mark, this.store.top === this.#top);
    this.#top = this.store.top;
  }

  readonly #mark = (_: unknown, name: string): void => {
    const key = this.keys.known(name);
    if (key !== undefined) key.writtenAt = this.stamp;
  };

  /** What is known of a name that stands; undefined if it does not, or nothing is known yet. */
  of(key: Key): Fact | undefined {
    const { owner } = key;
    const { fact } = owner;
    if (fact === undefined || fact.ground !== this.ground || owner.writtenAt === this.stamp) return undefined;
    if (this.#filtered?.has(owner.base) === true || !fact.isFixed) return undefined;
    return key === owner ? fact : key.fact;
  }

  /** The same, for a name of which nothing is known yet. */
  learn(key: Key): Fact | undefined {
    const { ground } = this;
    if (ground === undefined || key.owner.writtenAt === this.stamp) return undefined;
    const { name } = key.owner;
    if (key.owner.fact?.ground !== ground) {
      if (this.store.isAboveBase(name)) return undefined;
      const record = ground.base.records.get(name);
      key.owner.fact = new Fact(ground, record?.isUnconditional !== false);
    }
    if (key !== key.owner && key.fact?.ground !== ground) key.fact = new Fact(ground, true);
    return this.of(key);
  }
}
