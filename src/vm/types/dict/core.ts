/**
 * The storage of dict and of set: an insertion-ordered hash table over a JS Map, without Python methods.
 *
 * A str is stored under its JS string, an int, bool or float under a JS number (or a bigint, beyond the safe integers),
 * an object that compares by identity under itself. Everything else (tuples, classes with `__eq__`) goes through
 * `__hash__` and `__eq__`: a bucket for each hash finds the stored key object, which is then the Map's key.
 * Objects of one kind can equal keys of the other (a class whose instances equal "a"): `foreign` counts stored keys of
 * such classes, and an index from hash to primitive key is kept from the first time such an object is looked up.
 *
 * Tables can be made before the runtime exists: string keys need none of it; `HashServices` are asked for the rest.
 * Order is insertion order, for dicts as in Python and, documented, for sets.
 */

import { SandbakeError } from "../../../diagnostics/errors.js";

/** Any Python object; the slots live on its prototype. */
export type PyObject = any;

/** What a Map is keyed by: the value of a str or number, else the key object itself. */
export type Key = string | number | bigint | object;

/** A Python hash: a safe integer, or a bigint beyond. */
export type Hash = number | bigint;

/** What the table needs of the runtime when a key is not a str; filled in by `installTypes`. */
export interface HashServices {
  /** `hash(o)`; TypeError for unhashable objects. */
  hash(o: PyObject): Hash;
  /** `a == b` as a truth value (identity first). */
  equal(a: PyObject, b: PyObject): boolean;
  /** A Python str of a JS string. */
  str(s: string): PyObject;
  hashString(s: string): Hash;
  hashNumber(n: number | bigint): Hash;
  /** Asked before a table of 65536 entries or more doubles. */
  grow(entries: number): void;
  /** The slots `tp$hash` and `tp$richcompare` of str, int, float and object, by which a key's kind is told. */
  /** The type str. */
  strType: unknown;
  strHash: unknown;
  strEqual: unknown;
  intHash: unknown;
  intEqual: unknown;
  floatHash: unknown;
  floatEqual: unknown;
  objectHash: unknown;
  objectEqual: unknown;
}

/**
 * One key and its value; stable while the key is present, so generated code may keep it as a cell for a global.
 * `value` is undefined once the key was deleted.
 */
export interface Entry {
  /** The Map's key. */
  readonly k: Key;
  /** The key object; made on demand for keys that were set by JS string (see `keyOf`). */
  key: PyObject;
  value: PyObject;
  /** The hash under which the key stands in a bucket; undefined for keys that need none. */
  h: Hash | undefined;
}

/** What only tables with keys other than str, numbers and identity objects need, and those that pop. */
class Extra {
  buckets = new Map<Hash, Entry[]>();
  /** Hash to primitive and identity keys; may hold entries that are gone (their value is undefined). */
  primitives: Map<Hash, Entry[]> | undefined = undefined;
  stale = 0;
  /** Stored keys whose class may equal a str, number or identity object. */
  foreign = 0;
  /** Entries in order, kept from the first popLast on. */
  tail: Entry[] | undefined = undefined;
}

/** What is kept of a dict that serves as a namespace, by whoever runs code in it. */
export interface Namespace {
  /** The cells of its globals (codegen/support/names.ts). */
  readonly cells: Map<string, unknown>;
  /** A copy of it with names added, and the version that it is a copy of (src/evaluate/python.ts). */
  extended: { readonly globals: PyObject; readonly version: number } | undefined;
}

/** JS number or bigint under which a number is stored; undefined for NaN, which equals nothing but itself. */
export function numberKey(v: number | bigint): Key | undefined {
  if (typeof v === "bigint") return v;
  if (v !== v) return undefined;
  if (Number.isInteger(v) && !Number.isSafeInteger(v)) return BigInt(v);
  return v;
}

/**
 * The table's methods; PyDict and PySet are plain functions (a Python class must be able to extend them) whose
 * prototypes receive these by `installTable`.
 */
export class HashTable {
  declare readonly $h: HashServices;
  /** Sets share entries with their copies (the value is always the same); a removed one keeps its value. */
  declare readonly $shares: boolean | undefined;
  map: Map<Key, Entry> = new Map();
  /** Bumped when a key appears or goes, not when a value changes: caches of entries are valid while it stands. */
  version = 0;
  extra: Extra | undefined = undefined;
  /** Of a dict that code runs in. With the dict itself: V8's collections of young objects take what a WeakMap leads to for alive. */
  space: Namespace | undefined = undefined;

  get size(): number {
    return this.map.size;
  }

  /** What is kept of this table as a namespace; made when it is first asked for. */
  get asNamespace(): Namespace {
    return (this.space ??= { cells: new Map(), extended: undefined });
  }

  // -- by JS string

  /** The cell of a str key. */
  entryStr(k: string): Entry | undefined {
    const e = this.map.get(k);
    if (e === undefined && this.extra !== undefined && this.extra.foreign > 0)
      return this.inBucket(this.$h.hashString(k), this.$h.str(k));
    return e;
  }

  getStr(k: string): PyObject {
    const e = this.map.get(k);
    if (e !== undefined) return e.value;
    return this.extra === undefined ? undefined : this.entryStr(k)?.value;
  }

  hasStr(k: string): boolean {
    return this.entryStr(k) !== undefined;
  }

  setStr(k: string, value: PyObject): void {
    const e = this.entryStr(k);
    if (e !== undefined) e.value = value;
    else this.insert({ k, key: undefined, value, h: undefined });
  }

  /** False when there was no such key. */
  delStr(k: string): boolean {
    const e = this.entryStr(k);
    if (e === undefined) return false;
    this.remove(e);
    return true;
  }

  // -- by Python object

  /** The entry of a key, or undefined. Raises TypeError for an unhashable key. */
  find(o: PyObject): Entry | undefined {
    const k = this.directKey(o);
    if (k === undefined) return this.inBuckets(this.$h.hash(o), o);
    const e = this.map.get(k);
    if (e !== undefined || this.extra === undefined || this.extra.foreign === 0) return e;
    return this.inBucket(this.$h.hash(o), o);
  }

  /** Sets a value; the first key object stays, as in Python. */
  put(o: PyObject, value: PyObject): void {
    const k = this.directKey(o);
    if (k !== undefined) {
      let e = this.map.get(k);
      if (e === undefined && this.extra !== undefined && this.extra.foreign > 0)
        e = this.inBucket(this.$h.hash(o), o);
      if (e !== undefined) e.value = value;
      else this.insert({ k, key: o, value, h: undefined });
      return;
    }
    const hash = this.$h.hash(o);
    const e = this.inBuckets(hash, o);
    if (e !== undefined) e.value = value;
    else this.insertHashed(hash, { k: o, key: o, value, h: hash });
  }

  /** The entry of a key, made with this value when absent. */
  findOrPut(o: PyObject, value: PyObject): Entry {
    const k = this.directKey(o);
    if (k === undefined) {
      // hashed and compared once
      const hash = this.$h.hash(o);
      const found = this.inBuckets(hash, o);
      if (found !== undefined) return found;
      const made: Entry = { k: o, key: o, value, h: hash };
      this.insertHashed(hash, made);
      return made;
    }
    const e = this.find(o);
    if (e !== undefined) return e;
    const made: Entry = { k, key: o, value, h: undefined };
    this.insert(made);
    return made;
  }

  /** Puts an entry of another table of the same VM; hashes only keys that need it. */
  putEntry(from: Entry, value: PyObject): void {
    if (from.h !== undefined) {
      const e = this.inBuckets(from.h, from.key);
      if (e !== undefined) e.value = value;
      else this.insertHashed(from.h, { k: from.k, key: from.key, value, h: from.h });
    } else if (typeof from.k === "object" || this.extra !== undefined) this.put(this.keyOf(from), value);
    else {
      const e = this.map.get(from.k);
      if (e !== undefined) e.value = value;
      else this.insert({ k: from.k, key: from.key, value, h: undefined });
    }
  }

  /** Takes over an entry of another set, whose key is not here yet. */
  adopt(from: Entry): void {
    if (from.h !== undefined) this.insertHashed(from.h, from);
    else this.insert(from);
  }

  /** The entry here of a key of another table of the same VM. */
  findEntry(from: Entry): Entry | undefined {
    if (from.h !== undefined) return this.inBuckets(from.h, from.key);
    if (typeof from.k === "object" || this.extra !== undefined) return this.find(this.keyOf(from));
    return this.map.get(from.k);
  }

  /** Removes a key and returns the value it had, or undefined. */
  take(o: PyObject): PyObject {
    const e = this.find(o);
    if (e === undefined) return undefined;
    const value = e.value;
    this.remove(e);
    return value;
  }

  /** The key object of an entry. */
  keyOf(e: Entry): PyObject {
    return (e.key ??= this.$h.str(e.k as string));
  }

  remove(e: Entry): void {
    this.map.delete(e.k);
    this.version++;
    if (this.$shares !== true) e.value = undefined;
    if (this.extra !== undefined) this.unindex(this.extra, e);
  }

  private unindex(x: Extra, e: Entry): void {
    if (x.primitives !== undefined && ++x.stale > 2 * this.map.size + 32) x.primitives = undefined;
    if (e.h === undefined) return;
    const bucket = x.buckets.get(e.h);
    const at = bucket === undefined ? -1 : bucket.indexOf(e);
    if (at < 0) return;
    bucket!.splice(at, 1);
    if (bucket!.length === 0) x.buckets.delete(e.h);
    if (isForeign(e.key)) x.foreign--;
  }

  /** Removes the last entry and returns it with the value it had. */
  popLast(): { entry: Entry; value: PyObject } | undefined {
    if (this.map.size === 0) return undefined;
    const x = (this.extra ??= new Extra());
    const tail = (x.tail ??= [...this.map.values()]);
    for (;;) {
      const entry = tail.pop();
      if (entry === undefined) {
        x.tail = undefined;
        return this.popLast();
      }
      if (this.map.get(entry.k) !== entry) continue; // deleted since
      const value = entry.value;
      this.remove(entry);
      return { entry, value };
    }
  }

  /** Empties the table; a running iterator keeps the old Map and sees the size change. */
  clear(): void {
    if (this.$shares !== true) for (const e of this.map.values()) e.value = undefined;
    this.map = new Map();
    this.version++;
    this.extra = undefined;
  }

  /** Makes this empty table a copy of another of the same VM; needs no hashing. Values may be replaced by `value`. */
  copyFrom(other: HashTable, value?: PyObject): void {
    if (this.$shares === true && other.$shares === true) {
      this.map = new Map(other.map);
      this.version++;
      this.extra = undefined;
      if (other.extra !== undefined) {
        const x = (this.extra = new Extra());
        x.foreign = other.extra.foreign;
        for (const [hash, bucket] of other.extra.buckets) x.buckets.set(hash, bucket.slice());
      }
      return;
    }
    const renewed = other.extra === undefined ? undefined : new Map<Entry, Entry>();
    const map = new Map<Key, Entry>();
    for (const e of other.map.values()) {
      const c: Entry = { k: e.k, key: e.key, value: value ?? e.value, h: e.h };
      map.set(c.k, c);
      renewed?.set(e, c);
    }
    this.map = map;
    this.version++;
    this.extra = undefined;
    if (renewed === undefined || other.extra!.buckets.size === 0) return;
    const x = (this.extra = new Extra());
    x.foreign = other.extra!.foreign;
    for (const [hash, bucket] of other.extra!.buckets)
      x.buckets.set(
        hash,
        bucket.map((e) => renewed.get(e)!),
      );
  }

  /** Takes over the contents of another table, which must not be used afterwards. */
  become(other: HashTable): void {
    this.map = other.map;
    this.extra = other.extra;
    this.version++;
  }

  /** Moves an entry to the end, or to the front (which costs a pass over the table). */
  move(e: Entry, last: boolean): void {
    this.map.delete(e.k);
    this.version++;
    if (this.extra !== undefined) this.extra.tail = undefined;
    if (last) {
      this.map.set(e.k, e);
      return;
    }
    const rest = [...this.map];
    this.map.clear();
    this.map.set(e.k, e);
    for (const [k, v] of rest) this.map.set(k, v);
  }

  private insert(e: Entry): void {
    this.map.set(e.k, e);
    const { size } = this.map;
    if ((size & 65535) === 0 && (size & (size - 1)) === 0) this.$h.grow(size);
    this.version++;
    const x = this.extra;
    if (x === undefined) return;
    if (x.tail !== undefined) this.pushTail(x, e);
    if (x.primitives !== undefined) addTo(x.primitives, this.hashOfEntry(e), e);
  }

  private insertHashed(hash: Hash, e: Entry): void {
    this.map.set(e.k, e);
    const { size } = this.map;
    if ((size & 65535) === 0 && (size & (size - 1)) === 0) this.$h.grow(size);
    this.version++;
    const x = (this.extra ??= new Extra());
    if (x.tail !== undefined) this.pushTail(x, e);
    addTo(x.buckets, hash, e);
    if (isForeign(e.key)) x.foreign++;
  }

  private pushTail(x: Extra, e: Entry): void {
    x.tail!.push(e);
    if (x.tail!.length > 2 * this.map.size + 32) x.tail = undefined;
  }

  private hashOfEntry(e: Entry): Hash {
    if (typeof e.k === "string") return this.$h.hashString(e.k);
    if (typeof e.k === "object") return this.$h.hash(e.key);
    return this.$h.hashNumber(e.k);
  }

  /** Among the keys that hash through `__hash__` (and, for a class that may equal them, the direct ones too). */
  private inBuckets(hash: Hash, o: PyObject): Entry | undefined {
    const e = this.extra === undefined ? undefined : this.inBucket(hash, o);
    if (e !== undefined || this.map.size === 0 || !isForeign(o)) return e;
    const x = (this.extra ??= new Extra());
    if (x.primitives === undefined) {
      x.primitives = new Map();
      x.stale = 0;
      for (const p of this.map.values())
        if (typeof p.k !== "object" || this.directKey(p.key) === p.k)
          addTo(x.primitives, this.hashOfEntry(p), p);
    }
    for (const p of [...(x.primitives.get(hash) ?? [])])
      if (this.map.get(p.k) === p && this.$h.equal(this.keyOf(p), o)) return p;
    return undefined;
  }

  private inBucket(hash: Hash, o: PyObject): Entry | undefined {
    const bucket = this.extra!.buckets.get(hash);
    if (bucket === undefined) return undefined;
    for (const e of bucket.length === 1 ? bucket : [...bucket])
      if (e.key === o || this.$h.equal(e.key, o)) return e;
    return undefined;
  }

  /** The Map key of an object whose hash and equality are those of str, int, float or object; else undefined. */
  private directKey(o: PyObject): Key | undefined {
    const h = this.$h;
    if (o.ob$type === h.strType) return o.v as string;
    const hash = o.tp$hash;
    const equal = o.tp$richcompare;
    if (hash === h.strHash) return equal === h.strEqual ? (o.v as string) : undefined;
    if (hash === h.intHash) return equal === h.intEqual ? (o.v as number | bigint) : undefined;
    if (hash === h.objectHash) return equal === h.objectEqual ? (o as object) : undefined;
    if (hash === h.floatHash && equal === h.floatEqual) return numberKey(o.v as number) ?? (o as object);
    return undefined;
  }
}

/** Gives a constructor's prototype the table's methods; its instances must be prepared with `initTable`. */
export function installTable(proto: object, services: HashServices): void {
  for (const name of Object.getOwnPropertyNames(HashTable.prototype)) {
    if (name === "constructor") continue;
    Object.defineProperty(proto, name, {
      ...Object.getOwnPropertyDescriptor(HashTable.prototype, name),
      enumerable: false,
    });
  }
  Object.defineProperty(proto, "$h", { value: services, writable: true });
}

/** The dict of one VM: a plain function, so that Python classes can extend it. */
export interface PyDictType {
  new (): HashTable & Record<string, any>;
  prototype: any;
}

/**
 * Makes the constructor of a VM's dict. Its instances work at once with string keys (`getStr`, `setStr`, `delStr`,
 * `hasStr`, `entryStr`); other keys need the services filled in, Python's methods need dict/type.ts.
 */
export function createDictConstructor(services: HashServices): PyDictType {
  const dict = function (this: HashTable): void {
    initTable(this);
  } as unknown as PyDictType;
  installTable(dict.prototype as object, services);
  return dict;
}

/** Services of a VM whose types are not installed yet: asking for a hash is an error that says so. */
export function emptyServices(): HashServices {
  const missing = (): never => {
    throw new SandbakeError(
      "vm-order",
      "a dict was given a key that is not a str before the types were installed",
    );
  };
  return {
    hash: missing,
    equal: missing,
    str: missing,
    hashString: missing,
    hashNumber: missing,
    grow: () => undefined,
    strType: undefined,
    strHash: missing,
    strEqual: missing,
    intHash: missing,
    intEqual: missing,
    floatHash: missing,
    floatEqual: missing,
    objectHash: missing,
    objectEqual: missing,
  };
}

/** Sets the fields of a fresh table (what HashTable's constructor does, for plain-function constructors). */
export function initTable(self: Pick<HashTable, "map" | "version" | "extra" | "space">): void {
  self.map = new Map();
  self.version = 0;
  self.extra = undefined;
  self.space = undefined;
}

function addTo(index: Map<Hash, Entry[]>, hash: Hash, e: Entry): void {
  const bucket = index.get(hash);
  if (bucket === undefined) index.set(hash, [e]);
  else bucket.push(e);
}

/** Can an object of this class equal a str, a number or an object by identity? Those that can't say `$closed`. */
function isForeign(o: PyObject): boolean {
  return o.$closed !== true || o.tp$richcompare !== o.$closedCompare;
}
