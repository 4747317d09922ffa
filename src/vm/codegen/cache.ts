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

/** A unit and what of it the store has. */
interface Kept {
  readonly unit: UnitData;
  /** Functions with generated code that the store knows; -1: none of the unit. */
  stored: number;
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
    let kept = text === undefined ? undefined : read(text, generate);
    kept ??= { unit: generate(), stored: -1 };
    this.units.set(key, kept);
    if (this.units.size > limit) this.units.delete(this.units.keys().next().value!);
    return kept.unit;
  }

  /** Puts what was generated since into the store. */
  flush(): void {
    if (this.store === undefined) return;
    for (const [key, kept] of this.units) {
      const count = generatedCount(kept.unit);
      if (count === kept.stored) continue;
      this.store.put(space, key, JSON.stringify(plain(kept.unit)));
      kept.stored = count;
    }
  }
}

/** What is written of a code object: `deferred` marks one whose text is generated when it is first called. */
type StoredCode = Omit<CodeData, "body" | "generated"> & { deferred?: true; generated?: StoredUnit };
type StoredUnit = Omit<UnitData, "codes"> & { readonly codes: readonly StoredCode[] };

function plain(unit: UnitData): StoredUnit {
  const codes = unit.codes.map((code): StoredCode => {
    const { body, generated, ...rest } = code;
    if (body === undefined) return rest;
    return { ...rest, deferred: true, ...(generated === undefined ? {} : { generated: plain(generated) }) };
  });
  return { ...unit, codes };
}

function read(text: string, generate: () => UnitData): Kept | undefined {
  let stored: StoredUnit;
  try {
    stored = JSON.parse(text) as StoredUnit;
  } catch {
    return undefined; // a damaged entry
  }
  let whole: UnitData | undefined;
  const unit = revive(stored, () => (whole ??= generate()));
  return { unit, stored: generatedCount(unit) };
}

/** `source` generates the same unit anew: generation depends on the text alone, so indexes agree. */
function revive(stored: StoredUnit, source: () => UnitData): UnitData {
  const codes = stored.codes.map((code, index): CodeData => {
    const { deferred, generated, ...rest } = code;
    if (deferred === undefined) return rest;
    const own = (): UnitData => {
      const fresh = source().codes[index];
      return (fresh.generated ??= fresh.body!());
    };
    return { ...rest, body: own, ...(generated === undefined ? {} : { generated: revive(generated, own) }) };
  });
  return { ...stored, codes };
}

function generatedCount(unit: UnitData): number {
  let n = 0;
  for (const code of unit.codes) if (code.generated !== undefined) n += 1 + generatedCount(code.generated);
  return n;
}
