/**
 * The operations on each variable, in the order applied. Copies share what was recorded before they parted.
 */
import type { HistoryEntry, LogInfo, Value } from "./types.js";

/** What was done, before it is known where. */
export interface Operated {
  readonly op: string;
  readonly variable: string;
  readonly detail: Value;
  readonly flag?: string;
}

/** An entry of the operation, with what its caller told of it; `place` is where the caller stands if it did not say. */
export function historyEntry(
  info: LogInfo,
  done: Operated,
  place: { readonly file: string; readonly line: number; readonly func?: string } | undefined,
): HistoryEntry {
  const func = place?.func ?? info.func;
  return {
    ...done,
    variable: info.variable ?? done.variable,
    file: info.file ?? place?.file ?? "<unknown>",
    line: info.line ?? place?.line ?? 0,
    detail: info.detail ?? done.detail,
    ...(func === undefined ? {} : { func }),
  };
}

const NO_ENTRIES: readonly HistoryEntry[] = [];

interface HistoryLayer {
  readonly entries: Map<string, readonly HistoryEntry[]>;
  readonly parent: HistoryLayer | null;
}

/** See the file's comment. A list that was handed out never changes. */
export class VariableHistory {
  private top: HistoryLayer = { entries: new Map(), parent: null };

  variable(name: string): readonly HistoryEntry[] {
    for (let layer: HistoryLayer | null = this.top; layer !== null; layer = layer.parent) {
      const entries = layer.entries.get(name);
      if (entries !== undefined) return entries;
    }
    return NO_ENTRIES;
  }

  /** Adds an entry to `entry.variable`, or to `name` (a renamed variable keeps its entries' names). */
  record(entry: HistoryEntry, name = entry.variable): void {
    this.top.entries.set(name, [...this.variable(name), entry]);
  }

  /** The new name's history becomes the old one's. */
  rename(oldName: string, newName: string): void {
    this.top.entries.set(newName, this.variable(oldName));
  }

  /** Removes the entries of a variable, of one file and line if they are given. */
  remove(name: string, file?: string, line?: number): void {
    const left = this.variable(name).filter(
      (entry) => file !== undefined && (entry.file !== file || (line !== undefined && entry.line !== line)),
    );
    this.top.entries.set(name, left);
  }

  /** All names with entries. */
  variables(): Set<string> {
    const names = new Set<string>();
    for (let layer: HistoryLayer | null = this.top; layer !== null; layer = layer.parent) {
      for (const name of layer.entries.keys()) names.add(name);
    }
    return names;
  }

  copy(): VariableHistory {
    const copy = new VariableHistory();
    if (this.top.entries.size > 0) this.top = { entries: new Map(), parent: this.top };
    copy.top = { entries: new Map(), parent: this.top.parent };
    return copy;
  }
}
