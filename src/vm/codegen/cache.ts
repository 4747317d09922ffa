/**
 * Generated code kept by content: for all VMs that are given the same `CodeCache`, and for later processes when it has a
 * store. A stored unit holds the functions that some run has called; another function is generated from the source when
 * it is called, as ever, and joins them at the next `flush`.
 */
import type { ContentStore } from "../../sandbox/store.js";
import type { UnitBody } from "../runtime/code.js";
import type { CodeData, UnitData } from "./unit.js";
import { codegenVersion } from "./version.generated.js";

/** Most texts that a cache keeps in memory; the oldest goes first. */
const limit = 20_000;
const space = `python-${codegenVersion}`;

/** A unit, and whether something of it has been generated that the store has not. */
interface Kept {
  readonly unit: UnitData;
  fresh: boolean;
}

export class CodeCache {
  private readonly units = new Map<string, Kept>();
  /** The JavaScript function of each text; V8 compiles a text once for all VMs. */
  readonly bodies = new WeakMap<UnitData, UnitBody>();

  /** @param store where units are kept for other processes; nothing is written before `flush` */
  constructor(private readonly store?: ContentStore) {}

  /**
   * The unit of a source text in a mode.
   * @param generate makes it; also asked when a function is called that the store has no code for
   */
  unit(mode: string, source: string, generate: () => UnitData): UnitData {
    const key = `${mode}\0${source}`;
    const known = this.units.get(key);
    if (known !== undefined) return known.unit;
    const text = this.store?.get(space, key);
    const kept = (text === undefined ? undefined : read(text, generate)) ?? keep(generate());
    this.units.set(key, kept);
    if (this.units.size > limit) this.units.delete(this.units.keys().next().value!);
    return kept.unit;
  }

  /** Puts what was generated since into the store. */
  flush(): void {
    if (this.store === undefined) return;
    for (const [key, kept] of this.units) {
      if (!kept.fresh) continue;
      this.store.put(space, key, JSON.stringify(plain(kept.unit)));
      kept.fresh = false;
    }
  }
}

/**
 * The text that a store holds of a source text when every function of it has been called: for stores that are made ahead.
 * @param generate makes the unit of the source
 */
export function storedWhole(generate: () => UnitData): string {
  const whole = (unit: UnitData): UnitData => {
    for (const code of unit.codes) {
      if (code.body === undefined) continue;
      code.generated = whole(code.body());
    }
    return unit;
  };
  return JSON.stringify(plain(whole(generate())));
}

/** Under which space and content a store holds the unit of a source text that modules are made of. */
export function storedUnder(source: string): readonly [space: string, content: string] {
  return [space, `globals\0exec\0${source}`];
}

/**
 * What is written of a code object: `deferred` marks one whose text is generated when it is first called, `generated` is
 * the JSON of its unit, read when it is first called.
 */
type StoredCode = Omit<CodeData, "body" | "generated"> & { deferred?: true; generated?: string };
type StoredUnit = Omit<UnitData, "codes"> & { readonly codes: readonly StoredCode[] };

/** JSON of a code's unit, by the function that reads it. */
const unread = Symbol("unread");
type Body = (() => UnitData) & { [unread]?: string };

function plain(unit: UnitData): StoredUnit {
  const codes = unit.codes.map((code): StoredCode => {
    const { body, generated, ...rest } = code;
    if (body === undefined) return rest;
    const text = generated === undefined ? (body as Body)[unread] : JSON.stringify(plain(generated));
    return { ...rest, deferred: true, ...(text === undefined ? {} : { generated: text }) };
  });
  return { ...unit, codes };
}

/** A generated unit: what is generated of it later is fresh too. */
function keep(unit: UnitData): Kept {
  const kept: Kept = { unit, fresh: true };
  watch(unit, kept);
  return kept;
}

function watch(unit: UnitData, kept: Kept): UnitData {
  for (const code of unit.codes) {
    const { body } = code;
    if (body === undefined) continue;
    (code as { body: Body }).body = () => {
      kept.fresh = true;
      return watch(body(), kept);
    };
  }
  return unit;
}

function read(text: string, generate: () => UnitData): Kept | undefined {
  let stored: StoredUnit;
  try {
    stored = JSON.parse(text) as StoredUnit;
  } catch {
    return undefined; // a damaged entry
  }
  let whole: UnitData | undefined;
  const kept = { fresh: false } as { unit: UnitData; fresh: boolean };
  kept.unit = revive(stored, () => (whole ??= generate()), kept);
  return kept;
}

/** `source` generates the same unit anew: generation depends on the text alone, so indexes agree. */
function revive(stored: StoredUnit, source: () => UnitData, kept: Kept): UnitData {
  const codes = stored.codes.map((code, index): CodeData => {
    const { deferred, generated, ...rest } = code;
    if (deferred === undefined) return rest;
    const own = (): UnitData => {
      const fresh = source().codes[index];
      return (fresh.generated ??= fresh.body!());
    };
    const body: Body = () => {
      if (generated !== undefined) return revive(JSON.parse(generated) as StoredUnit, own, kept);
      kept.fresh = true;
      return watch(own(), kept);
    };
    if (generated !== undefined) body[unread] = generated;
    return { ...rest, body };
  });
  return { ...stored, codes };
}
