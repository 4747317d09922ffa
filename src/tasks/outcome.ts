/**
 * What a task's run left: the next snapshot, the Immer patches that lead to it and back, and a summary for people. As
 * JSON it can be kept, compared (equal outcomes have equal text) and applied to a snapshot again, in another process too.
 */
import type { Edit, Snapshot, SnapshotPatch } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { EncodedValue, FunctionSide } from "../evaluate/python-side.js";

/** How one variable changed; values unexpanded. */
export interface Change {
  readonly variable: string;
  readonly kind: "set" | "appended" | "prepended" | "deleted" | "flags";
  /** null: there was, or is, none. For "appended" and "prepended", `after` is the text added. */
  readonly before: unknown;
  readonly after: unknown;
  /** Flags that differ: before and after. */
  readonly flags: ReadonlyMap<string, readonly [before: unknown, after: unknown]>;
}

/** A patch as JSON. */
export interface EncodedPatch {
  readonly op: "add" | "replace" | "remove";
  readonly path: readonly (string | number)[];
  readonly value?: EncodedState;
}
/** A record as an object of its fields, or a value. */
export type EncodedState =
  { readonly record: Readonly<Record<RecordField, EncodedValue>> } | { readonly value: EncodedValue };

const recordFields = ["content", "flags", "append", "prepend", "remove", "variants", "declared"] as const;
type RecordField = (typeof recordFields)[number];

/** See the file's comment. */
export class TaskOutcome {
  readonly snapshot: Snapshot;
  readonly patches: readonly SnapshotPatch[];
  readonly inverse: readonly SnapshotPatch[];

  constructor(
    readonly before: Snapshot,
    edit: Edit,
    private readonly values: Pick<FunctionSide, "encode" | "decode">,
  ) {
    ({ snapshot: this.snapshot, patches: this.patches, inverse: this.inverse } = edit);
  }

  /** The variables that the run changed, by name. */
  changes(): Change[] {
    const names = new Set<string>();
    for (const { path } of this.patches) if (path[0] === "records") names.add(String(path[1]));
    const found: Change[] = [];
    for (const variable of [...names].sort()) {
      const change = this.#change(variable);
      if (change !== undefined) found.push(change);
    }
    return found;
  }

  #change(variable: string): Change | undefined {
    const before = this.before.get(variable, false);
    const after = this.snapshot.get(variable, false);
    const flags = new Map<string, readonly [unknown, unknown]>();
    const [old, now] = [this.before.flags(variable), this.snapshot.flags(variable)];
    for (const flag of [...new Set([...old.keys(), ...now.keys()])].sort()) {
      const [a, b] = [old.get(flag) ?? null, now.get(flag) ?? null];
      if (!this.#same(a, b)) flags.set(flag, [a, b]);
    }
    const made = { variable, before, flags };
    if (this.#same(before, after)) {
      return flags.size > 0 ? { ...made, kind: "flags", after } : undefined;
    }
    if (after === null) return { ...made, kind: "deleted", after };
    if (typeof before === "string" && typeof after === "string" && before !== "") {
      if (after.startsWith(before)) return { ...made, kind: "appended", after: after.slice(before.length) };
      if (after.endsWith(before))
        return { ...made, kind: "prepended", after: after.slice(0, -before.length) };
    }
    return { ...made, kind: "set", after };
  }

  #same(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    try {
      return JSON.stringify(this.values.encode(a)) === JSON.stringify(this.values.encode(b));
    } catch {
      return false; // objects of other classes are the same only when they are one
    }
  }

  /**
   * The patches as JSON text, in the order of names.
   * @throws {SandbakeError} "not-serialisable" for a value that is no data
   */
  serialise(): string {
    const patches = this.patches.map((patch) => this.#encode(patch));
    const key = ({ path }: EncodedPatch): string => JSON.stringify(path);
    patches.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    return JSON.stringify({ schemaVersion: 1, patches });
  }

  #encode({ op, path, value }: SnapshotPatch): EncodedPatch {
    if (op === "remove") return { op, path };
    if (isRecord(value) && path[0] === "records" && path.length === 2) {
      const record = Object.fromEntries(
        recordFields.map((field) => [field, this.#encodeField(field, value[field])] as const),
      );
      return { op, path, value: { record: record as Record<RecordField, EncodedValue> } };
    }
    return { op, path, value: { value: this.#encodeField(String(path[2]), value) } };
  }

  /** Pending operations and variants are lists of objects of two texts (or nulls). */
  #encodeField(field: string, value: unknown): EncodedValue {
    if (!["append", "prepend", "remove", "variants"].includes(field) || value === null)
      return this.values.encode(value);
    const entries = Array.isArray(value) ? (value as object[]) : [value as object];
    return this.values.encode(entries.map((entry) => new Map<string, unknown>(Object.entries(entry))));
  }
}

/**
 * The snapshot that a serialised outcome leads to from `snapshot`: that of the same task, or another's, whose variables
 * the outcome then replaces.
 * @throws {SandbakeError} "bad-patches"
 */
export function applyOutcome(
  snapshot: Snapshot,
  text: string,
  values: Pick<FunctionSide, "decode">,
): Snapshot {
  let patches: readonly EncodedPatch[];
  try {
    const parsed = JSON.parse(text) as { schemaVersion?: unknown; patches?: unknown };
    if (parsed.schemaVersion !== 1 || !Array.isArray(parsed.patches)) throw new Error("no patches");
    patches = parsed.patches as EncodedPatch[];
  } catch (cause) {
    throw new SandbakeError("bad-patches", "this is no serialised outcome of a task", { cause });
  }
  return snapshot.apply(
    patches.map(({ op, path, value }) => ({
      op,
      path: [...path],
      ...(value === undefined ? {} : { value: decodeState(value, String(path[2]), values) }),
    })),
  );
}

function decodeState(state: EncodedState, field: string, values: Pick<FunctionSide, "decode">): unknown {
  if ("value" in state) return decodeField(field, state.value, values);
  const entries = recordFields.map((name) => [name, decodeField(name, state.record[name], values)] as const);
  return Object.fromEntries(entries);
}

/** The store's own form of a record's field. */
function decodeField(field: string, encoded: EncodedValue, values: Pick<FunctionSide, "decode">): unknown {
  const typed = typeof encoded === "object" && encoded !== null ? encoded : undefined;
  switch (field) {
    case "flags":
      if (typed?.type === "dict")
        return new Map(typed.entries.map(([k, v]) => [nameOf(k), values.decode(v)] as const));
      return values.decode(encoded); // one flag's value
    case "append":
    case "prepend":
    case "remove":
    case "variants":
      if (typed?.type !== "list") return null;
      return typed.items.map((item) => {
        if (typeof item !== "object" || item?.type !== "dict")
          throw new SandbakeError("bad-patches", `${field} holds something else than operations`);
        return Object.fromEntries(item.entries.map(([k, v]) => [nameOf(k), values.decode(v)] as const));
      });
    case "declared":
      return typed?.type === "bool" && typed.value;
    default:
      return values.decode(encoded);
  }
}

function isRecord(value: unknown): value is Record<RecordField, unknown> {
  return typeof value === "object" && value !== null && "variants" in value && "declared" in value;
}

function nameOf(encoded: EncodedValue): string {
  if (typeof encoded === "string") return encoded;
  throw new SandbakeError("bad-patches", "the name of a flag or field is no text");
}
