/** The names of a store, and the renaming of names that hold `${...}` (bb.data.expandKeys). */
import type { Layer } from "./layer.js";
import { NO_VARIANTS, type VarRecord } from "./record.js";
import type { DataStore } from "./store.js";
import type { LogInfo } from "./types.js";

/** Names in the order first written: a name keeps its place, and has the record that was written last. */
export function listKeys(store: DataStore): string[] {
  store.needOverrides();
  const above: Layer[] = [];
  let root = store.top;
  for (; root.parent !== null; root = root.parent) above.push(root);
  const { names, places, records } = root.listing();
  const last = [...records];
  const added = new Map<string, VarRecord>();
  for (const layer of above.reverse()) {
    for (const [name, record] of layer.records) {
      const place = places.get(name);
      if (place === undefined) added.set(name, record);
      else last[place] = record;
    }
  }
  const keys = names.filter((_, i) => counts(store, last[i]));
  for (const [name, record] of added) if (counts(store, record)) keys.push(name);
  return keys;
}

function counts(store: DataStore, record: VarRecord): boolean {
  return record.holds || (record.variants !== NO_VARIANTS && store.reader.activeVariants(record).length > 0);
}

/** Whether listKeys names it: something of its own, or of an active variant. */
export function isKey(store: DataStore, name: string): boolean {
  const record = store.top.find(name);
  return record !== undefined && counts(store, record);
}

/** Renames, in the order of the names; a name that meets another replaces it, with a warning. */
export function expandKeys(store: DataStore, source: DataStore, info?: LogInfo): void {
  const found = new Set<string>();
  for (let layer: Layer | null = store.top; layer !== null; layer = layer.parent) {
    for (const name of layer.unexpandedNames) found.add(name);
  }
  const renames: [string, string][] = [];
  for (const name of found) {
    if (!isKey(store, name)) continue;
    const expanded = source.expand(name);
    if (expanded !== name) renames.push([name, expanded]);
  }
  renames.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = store.context.values.toText;
  for (const [name, expanded] of renames) {
    const old = store.getVar(expanded, false);
    if (old !== null) {
      const value = store.getVar(name, false);
      if (value !== null) {
        const what = `Variable key ${name} (${text(value)}) replaces original key ${expanded} (${text(old)}).`;
        store.context.tell("warning", "key-replaced", what);
      }
    }
    store.renameVar(name, expanded, info);
  }
}
