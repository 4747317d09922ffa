/** What differs between two signatures of a task, in the words of bitbake-diffsigs, causes before their consequences. */
import { hunks, wordChanges } from "./text-diff.js";
import type { SigData } from "./sigdata.js";

export type DifferenceKind =
  | "value"
  | "direct-dependencies"
  | "dependency-added"
  | "dependency-removed"
  | "file"
  | "task-added"
  | "task-removed"
  | "task-hash"
  | "taint"
  | "ignored"
  | "dependencies"
  | "basehash";

/** One difference. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The variable, file or task. */
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The sentence of bitbake-diffsigs, perhaps of several lines. */
  readonly text: string;
}

/**
 * The differences, the first cause first: values and what is read, then files, then other tasks, and last what follows
 * from them (the list of dependencies, the base hash). Sets are printed in order, which BitBake's are not.
 */
export function compareSigData(a: SigData, b: SigData): Difference[] {
  const found: Difference[] = [];
  const tell = (
    kind: DifferenceKind,
    name: string,
    from: string | null,
    to: string | null,
    text: string,
  ): void => {
    found.push({ kind, name, from, to, text });
  };
  const common = union(a.dependencies, b.dependencies, [a.task]).filter(
    (name) => a.values.has(name) && b.values.has(name),
  );
  for (const name of common) {
    const [from = null, to = null] = [a.values.get(name), b.values.get(name)];
    if (from !== to) tell("value", name, from, to, valueText(name, from, to));
  }
  for (const name of union([...a.direct.keys()], [...b.direct.keys()])) {
    const from = a.direct.get(name);
    const to = b.direct.get(name);
    if (from === undefined || to === undefined || same(from, to)) continue;
    const changed = frozen(symmetric(from, to));
    const text = `List of dependencies for variable ${name} changed from '${frozen(from)}' to '${frozen(to)}'`;
    const items = from.length > 0 && to.length > 0 ? `\nchanged items: ${changed}` : "";
    tell("direct-dependencies", name, from.join(" "), to.join(" "), text + items);
  }
  for (const name of without(b.dependencies, a.dependencies))
    tell(
      "dependency-added",
      name,
      null,
      b.values.get(name) ?? null,
      `Dependency on variable ${name} was added`,
    );
  for (const name of without(a.dependencies, b.dependencies))
    tell(
      "dependency-removed",
      name,
      a.values.get(name) ?? null,
      null,
      `Dependency on Variable ${name} was removed`,
    );
  compareFiles(a, b, tell);
  compareTasks(a, b, tell);
  if (a.taint !== b.taint) {
    const text = `Taint (by forced/invalidated task) changed from ${taintText(a.taint)} to ${taintText(b.taint)}`;
    tell("taint", "", a.taint, b.taint, text);
  }
  if (!same(a.ignored, b.ignored)) {
    const text = `basehash_ignore_vars changed from '${frozen(a.ignored)}' to '${frozen(b.ignored)}'`;
    tell("ignored", "", a.ignored.join(" "), b.ignored.join(" "), text);
  }
  if (a.ignoredTasks !== b.ignoredTasks) {
    const text = `taskhash_ignore_tasks changed from '${a.ignoredTasks ?? "None"}' to '${b.ignoredTasks ?? "None"}'`;
    tell("ignored", "", a.ignoredTasks, b.ignoredTasks, text);
  }
  if (!same(a.dependencies, b.dependencies)) {
    const text = `Task dependencies changed from:\n${list(a.dependencies)}\nto:\n${list(b.dependencies)}`;
    tell("dependencies", a.task, a.dependencies.join(" "), b.dependencies.join(" "), text);
  }
  if (a.basehash !== b.basehash) {
    const [from = "None", to = "None"] = [a.basehash, b.basehash];
    tell("basehash", a.task, from, to, `basehash changed from ${from} to ${to}`);
  }
  return found;
}

type Tell = (
  kind: DifferenceKind,
  name: string,
  from: string | null,
  to: string | null,
  text: string,
) => void;

function compareFiles(a: SigData, b: SigData, tell: Tell): void {
  const [before, after] = [new Map(a.files), new Map(b.files)];
  for (const [name, sum] of after) {
    const old = before.get(name);
    if (old !== undefined && old !== sum)
      tell("file", name, old, sum, `Checksum for file ${name} changed from ${old} to ${sum}`);
  }
  for (const [name, sum] of after)
    if (!before.has(name)) tell("file", name, null, sum, `Dependency on checksum of file ${name} was added`);
  for (const [name, sum] of before)
    if (!after.has(name)) tell("file", name, sum, null, `Dependency on checksum of file ${name} was removed`);
}

function compareTasks(a: SigData, b: SigData, tell: Tell): void {
  for (const [name, hash] of b.tasks) {
    if (!a.tasks.has(name))
      tell("task-added", name, null, hash, `Dependency on task ${name} was added with hash ${hash}`);
  }
  for (const [name, hash] of a.tasks) {
    if (!b.tasks.has(name))
      tell("task-removed", name, hash, null, `Dependency on task ${name} was removed with hash ${hash}`);
  }
  for (const [name, hash] of b.tasks) {
    const old = a.tasks.get(name);
    if (old !== undefined && old !== hash)
      tell("task-hash", name, old, hash, `Hash for task dependency ${name} changed from ${old} to ${hash}`);
  }
}

/** Lines as a patch, words with `[-old-] {+new+}`, a word alone as it is. */
function valueText(name: string, from: string | null, to: string | null): string {
  const [before, after] = [from ?? "", to ?? ""];
  if (before !== "" && after !== "") {
    if (before.includes("\n") || after.includes("\n"))
      return `Variable ${name} value changed:\n${patch(before, after)}`;
    if (before.includes(" ") || after.includes(" "))
      return `Variable ${name} value changed:\n"${wordDiff(before, after)}"`;
  }
  return `Variable ${name} value changed from '${from ?? "None"}' to '${to ?? "None"}'`;
}

function patch(before: string, after: string): string {
  const lines = (text: string): string[] => (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  return hunks(lines(before), lines(after)).join("\n");
}

function wordDiff(before: string, after: string): string {
  return wordChanges(before.split(" "), after.split(" ")).join(" ");
}

const list = (names: readonly string[]): string => `[${names.map((name) => `'${name}'`).join(", ")}]`;
const frozen = (names: readonly string[]): string =>
  names.length === 0 ? "frozenset()" : `frozenset({${names.map((name) => `'${name}'`).join(", ")}})`;
const taintText = (taint: string | null): string =>
  taint === null ? "None" : taint.startsWith("nostamp:") ? `nostamp(uuid4):${taint.slice(8)}` : taint;

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

function without(a: readonly string[], b: readonly string[]): string[] {
  const gone = new Set(b);
  return a.filter((name) => !gone.has(name));
}

function symmetric(a: readonly string[], b: readonly string[]): string[] {
  return [...without(a, b), ...without(b, a)].sort();
}

function union(...lists: (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
