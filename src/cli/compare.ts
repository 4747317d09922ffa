/**
 * Compares two dumps in the oracle's format, value by value: what is equal, what differs, and why as far as the records
 * tell. Works on parsed records; reading and printing are the command's (commands/compare.ts).
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export interface DumpRecord {
  readonly kind: string;
  readonly key: string;
  readonly [field: string]: Json;
}

/** How two values differ. */
export type Cause =
  "only in ours" | "only in theirs" | "value" | "error in ours" | "error in theirs" | "type";

export interface Difference {
  readonly record: string;
  /** "vars", "flags", "funcs", "tasks", ... */
  readonly area: string;
  /** The variable, or `VAR[flag]`. */
  readonly name: string;
  readonly cause: Cause;
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
}

export interface AreaCount {
  equal: number;
  total: number;
}

export interface Comparison {
  readonly records: { compared: number; onlyOurs: string[]; onlyTheirs: string[]; failed: string[] };
  readonly areas: ReadonlyMap<string, AreaCount>;
  readonly differences: readonly Difference[];
}

/** Names left out, and names whose value is a set of words (a file of lines `NAME` or `word:NAME`, `#` comments). */
export interface Volatile {
  readonly skip: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export function parseVolatile(text: string): Volatile {
  const skip = new Set<string>();
  const words = new Set<string>();
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("word:")) words.add(line.slice(5));
    else skip.add(line);
  }
  return { skip, words };
}

/** Sets that BitBake joins in Python's hash order: compared as sets. */
export const defaultVolatile = `
# joined from Python sets, whose order is the hash seed's
word:COMBINED_FEATURES
word:do_image[vardeps]
word:do_write_qemuboot_conf[vardeps]
word:do_image_ext4[vardeps]
word:do_image_wic[vardeps]
# the reasons of features_check, which join sets too
word:skipped
`;

/** Compares two dumps. A record that only one side has counts with all that it holds. */
export function compareDumps(
  ours: Iterable<DumpRecord>,
  theirs: Iterable<DumpRecord>,
  volatile: Volatile = parseVolatile(defaultVolatile),
): Comparison {
  const areas = new Map<string, AreaCount>();
  const differences: Difference[] = [];
  const left = new Map<string, DumpRecord>();
  for (const record of ours)
    if (record.kind !== "header") left.set(`${record.kind === "base" ? "base" : ""}${record.key}`, record);
  const onlyTheirs: string[] = [];
  const failed: string[] = [];
  let compared = 0;
  const seen = new Set<string>();

  const area = (name: string): AreaCount => {
    let count = areas.get(name);
    if (!count) areas.set(name, (count = { equal: 0, total: 0 }));
    return count;
  };
  const check = (
    record: string,
    where: string,
    name: string,
    a: Json | undefined,
    b: Json | undefined,
  ): void => {
    if (volatile.skip.has(name)) return;
    const count = area(where);
    count.total++;
    if (isEqual(a, b) || bothFail(a, b) || (volatile.words.has(name) && sameWords(a, b))) count.equal++;
    else differences.push({ record, area: where, name, cause: causeOf(a, b), ours: a, theirs: b });
  };

  for (const record of theirs) {
    if (record.kind === "header") continue;
    const key = `${record.kind === "base" ? "base" : ""}${record.key}`;
    const mine = left.get(key);
    seen.add(key);
    const name = key === "" ? "(base)" : key;
    if (!mine) {
      onlyTheirs.push(name);
      continue;
    }
    compared++;
    if (mine.kind === "failed" || record.kind === "failed") {
      const count = area("failed");
      count.total++;
      if (mine.kind === record.kind) count.equal++;
      else failed.push(`${name}: ${plainText((mine.kind === "failed" ? mine : record)["error"])}`);
      continue;
    }
    for (const field of [
      "pn",
      "variant",
      "layer",
      "appends",
      "skipped",
      "inherits",
      "anonfuncs",
      "handlers",
    ]) {
      if (field in record || field in mine) check(name, field, field, mine[field], record[field]);
    }
    forEachKey(mine["vars"], record["vars"], (key_, a, b) => check(name, "vars", key_, a, b));
    forEachKey(mine["flags"], record["flags"], (key_, a, b) =>
      forEachKey(a, b, (flag, x, y) => check(name, "flags", `${key_}[${flag}]`, x, y)),
    );
    forEachKey(mine["funcs"], record["funcs"], (key_, a, b) =>
      check(name, "funcs", key_, comparable(a), comparable(b)),
    );
    compareTasks(name, mine["tasks"], record["tasks"], check);
  }
  const onlyOurs = [...left.keys()].filter((key) => !seen.has(key));
  return { records: { compared, onlyOurs, onlyTheirs, failed }, areas, differences };
}

function forEachKey(
  a: Json | undefined,
  b: Json | undefined,
  visit: (key: string, a: Json | undefined, b: Json | undefined) => void,
): void {
  const left = isObject(a) ? a : {};
  const right = isObject(b) ? b : {};
  for (const key of Object.keys(right))
    visit(key, Object.hasOwn(left, key) ? left[key] : undefined, right[key]);
  for (const key of Object.keys(left)) if (!Object.hasOwn(right, key)) visit(key, left[key], undefined);
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A Python function's text is never expanded by BitBake: only the raw hash counts; the bodies of dumps are left out. */
function comparable(value: Json | undefined): Json | undefined {
  if (!isObject(value)) return value;
  const { python, task, fakeroot, sha256, raw_sha256 } = value;
  const kinds = {
    python: python ?? false,
    task: task ?? false,
    fakeroot: fakeroot ?? false,
    raw_sha256: raw_sha256 ?? null,
  };
  return python === true ? kinds : { ...kinds, sha256: isObject(sha256) ? "error" : (sha256 ?? null) };
}

function compareTasks(
  record: string,
  ours: Json | undefined,
  theirs: Json | undefined,
  check: (record: string, area: string, name: string, a: Json | undefined, b: Json | undefined) => void,
): void {
  const list = (value: Json | undefined): { [key: string]: Json }[] =>
    Array.isArray(value) ? value.filter(isObject) : [];
  const mine = new Map(list(ours).map((task) => [task["name"], task]));
  const other = list(theirs);
  check(
    record,
    "task order",
    "(tasks)",
    [...mine.keys()] as Json[],
    other.map((task) => task["name"]),
  );
  for (const task of other) {
    const own = mine.get(task["name"]);
    const name = plainText(task["name"]);
    check(record, "task deps", name, own?.["deps"], task["deps"]);
    if (own && own["basehash"] !== null && own["basehash"] !== undefined) {
      check(record, "basehash", name, own["basehash"], task["basehash"]);
    }
  }
}

export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((x, i) => isEqual(x, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
    );
  }
  return false;
}

function plainText(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isError(value: Json | undefined): boolean {
  return isObject(value) && "error" in value;
}

/** That both fail is what counts, not the wording. */
function bothFail(a: Json | undefined, b: Json | undefined): boolean {
  return isError(a) && isError(b);
}

function sameWords(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== "string" || typeof b !== "string") return false;
  const sorted = (text: string): string =>
    [...new Set(text.split(/[\s'"]+/).filter(Boolean))].sort().join(" ");
  return sorted(a) === sorted(b);
}

function causeOf(a: Json | undefined, b: Json | undefined): Cause {
  if (a === undefined) return "only in theirs";
  if (b === undefined) return "only in ours";
  if (isError(a)) return "error in ours";
  if (isError(b)) return "error in theirs";
  return typeof a === typeof b ? "value" : "type";
}
