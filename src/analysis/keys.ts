/**
 * The names that signatures are asked about (variables, `NAME[flag]`, library functions), one object each for all recipes of
 * a run: what was answered before lies with the name, and so does what one walk over a recipe's dependencies has found,
 * so that neither is looked up by text. Names are kept in order, since base hashes are made in the order of names.
 */
import { flat } from "../diagnostics/flat.js";
import { byCodePoint } from "../sandbox/overlay.js";
import type { Answer, Kept } from "./answers.js";
import type { Fact } from "./ground.js";
import type { Laid } from "./layout.js";

const NONE: readonly never[] = [];
/** After so many walks the answers of names that were not asked for meanwhile are forgotten, and names that nothing refers to. */
const WALKS = 128;
/** After so many walks names are ranked. */
const RANKING = 64;
/** So many names are known at most; then all is forgotten. Those of oe-core that more than one recipe has are some 12,000. */
const NAMES = 200_000;

/** A name, with what the walk of the moment knows of it. */
export class Key implements Laid {
  /** Of `NAME[flag]` the parts. */
  readonly flag: { readonly name: string; readonly flag: string } | undefined;
  /** Answers, the one used last first. */
  kept: Kept[] = NONE as unknown as Kept[];
  /** Its place among the names that several walks met; -1: none yet. */
  rank = -1;
  met = 0;
  /** When something was last seen to refer to it. */
  neededAt = 0;

  // Layout's.
  laidIn = 0;
  laidAt = 0;
  laidSize = 0;

  /** The walk that asked for it last, its answer, and its place among the names of that walk. */
  walk = 0;
  answer: Answer | undefined;
  position = 0;

  // What holds until the next write to the store.
  plainAt = 0;
  isPlain = false;
  variableAt = 0;
  isVariable = false;

  /** Of `NAME[flag]` NAME's key, else this one. */
  owner: Key = this;
  /** What stands of it in recipes that do not write it (ground.ts), and which of them last did. */
  fact: Fact | undefined;
  writtenAt = 0;

  /** Beyond U+FFFF the order of UTF-16 units is not that of code points. */
  readonly isWide: boolean;
  /** The functions of the metadata's own modules that it was last looked for among, and whether it is one. */
  library: unknown;
  isLibrary = false;

  constructor(readonly name: string) {
    this.flag = flagOf(name);
    this.isWide = /[\ud800-\udfff]/.test(name);
  }

  /** What stands before the first colon. */
  get base(): string {
    const colon = this.name.indexOf(":");
    return colon < 0 ? this.name : this.name.slice(0, colon);
  }
}

/** The parts of `NAME[flag]`; undefined for a key of another form. */
export function flagOf(key: string): { readonly name: string; readonly flag: string } | undefined {
  if (!key.endsWith("]")) return undefined;
  const at = key.indexOf("[");
  if (at < 0 || key.includes("[", at + 1)) return undefined;
  return { name: flat(key.slice(0, at)), flag: flat(key.slice(at + 1, -1)) };
}

/** See the file's comment. */
export class KeyTable {
  #known = new Map<string, Key>();
  #ordered: Key[] = [];
  #shared: Key[] = [];
  #walk = 0;
  #time = 0;
  #isWalked = false;

  of(name: string): Key {
    let key = this.#known.get(name);
    if (key === undefined) {
      key = new Key(flat(name));
      this.#known.set(key.name, key);
      if (key.flag !== undefined) key.owner = this.of(key.flag.name);
    }
    return key;
  }

  /** The key of a name that was met before. */
  known(name: string): Key | undefined {
    return this.#known.get(name);
  }

  /** A walk is under way: the marks are its own (Python may ask for signatures while a value is expanded for one). */
  get isWalked(): boolean {
    return this.#isWalked;
  }

  /** Runs a walk with the number by which it marks keys; one at a time. */
  walk<T>(body: (walk: number) => T): T {
    if (this.#known.size >= NAMES) this.#forgetAll();
    const walk = ++this.#walk;
    if (walk % RANKING === 1) this.#rankShared();
    if (walk % WALKS === 0) this.#forgetOld(walk);
    this.#isWalked = true;
    try {
      return body(walk);
    } finally {
      this.#isWalked = false;
    }
  }

  /** A number for what holds from now to the next write. */
  now(): number {
    return ++this.#time;
  }

  /** Keys in the order of their names, by code point; numbers their positions. */
  sort(keys: readonly Key[]): Key[] {
    const ranks = new Int32Array(keys.length);
    const fresh: Key[] = [];
    let ranked = 0;
    for (const key of keys) {
      if (key.rank < 0) {
        fresh.push(key);
        if (++key.met === 2) this.#shared.push(key);
      } else ranks[ranked++] = key.rank;
    }
    ranks.subarray(0, ranked).sort();
    const known: Key[] = [];
    for (let i = 0; i < ranked; i++) known.push(this.#ordered[ranks[i]]);
    const sorted = fresh.length === 0 ? known : merged(known, fresh.sort(inOrder));
    for (let position = 0; position < sorted.length; position++) sorted[position].position = position;
    return sorted;
  }

  /** Gives the names that a second walk met their places among the others. What one recipe alone has never gets one. */
  #rankShared(): void {
    if (this.#shared.length === 0) return;
    this.#ordered = merged(this.#ordered, this.#shared.sort(inOrder));
    this.#shared = [];
    for (let rank = 0; rank < this.#ordered.length; rank++) this.#ordered[rank].rank = rank;
  }

  #forgetOld(now: number): void {
    // With forEach: an iterator makes an object for each of the names.
    const before = now - WALKS;
    const isOld = (key: Key): boolean => key.walk < before;
    const need = (key: Key): void => {
      key.neededAt = now;
    };
    this.#known.forEach((key) => {
      if (isOld(key)) {
        key.kept = NONE as unknown as Kept[];
        key.answer = undefined;
        key.fact = undefined;
      }
    });
    this.#known.forEach(({ kept, fact, owner }) => {
      for (const { answer, plain, calls } of kept) {
        answer.keys.forEach(need);
        plain.forEach(need);
        calls.forEach(need);
      }
      need(owner);
      fact?.parts?.forEach(need);
      fact?.settled?.plain.forEach(need);
      fact?.settled?.calls.forEach(need);
      fact?.settled?.answer.keys.forEach(need);
    });
    this.#known.forEach((key, name) => {
      if (key.rank < 0 && isOld(key) && key.neededAt !== now) this.#known.delete(name);
    });
  }

  #forgetAll(): void {
    this.#known = new Map();
    this.#ordered = [];
    this.#shared = [];
  }
}

function inOrder(a: Key, b: Key): number {
  if (a.isWide || b.isWide) return byCodePoint(a.name, b.name);
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** A long sorted list with a short one put in. */
function merged(long: readonly Key[], short: readonly Key[]): Key[] {
  const all: Key[] = [];
  let at = 0;
  for (const key of short) {
    let [low, high] = [at, long.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(long[middle], key) < 0) low = middle + 1;
      else high = middle;
    }
    while (at < low) all.push(long[at++]);
    all.push(key);
  }
  while (at < long.length) all.push(long[at++]);
  return all;
}
