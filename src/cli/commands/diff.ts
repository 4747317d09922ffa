/** `sandbake diff RECIPE`: what a recipe is under two configurations: machines, distros, builds, with or without a layer. */
import { storeRecord } from "../../layers/record.js";
import { compareDumps, parseVolatile, type Difference, type DumpRecord, type Json } from "../compare.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, paint, UsageError, type Io } from "../output.js";

/** What a second side is to differ in. */
export interface OtherSide {
  readonly toMachine?: string;
  readonly toDistro?: string;
  readonly toBuild?: string;
  readonly toLayers?: readonly string[];
  readonly toSet?: readonly string[];
  readonly withoutLayer?: readonly string[];
}

export interface DiffOptions extends OpenOptions, OtherSide {
  readonly only?: readonly string[];
  readonly json?: boolean;
}

export function diff(io: Io, recipe: string, options: DiffOptions): number {
  const other = otherSide(options);
  const differences = compareDumps(
    [read(io, recipe, options)],
    [read(io, recipe, other)],
    parseVolatile(""),
  ).differences.filter(({ name }) => wantedName(name, options.only));
  if (options.json) {
    const rows = differences.map(({ area, name, ours, theirs }) => ({
      area,
      name,
      from: ours ?? null,
      to: theirs ?? null,
    }));
    io.out(`${JSON.stringify({ schemaVersion: 1, recipe, differences: rows }, null, 2)}\n`);
  } else io.out(renderDifferences(recipe, differences));
  return exitCodes.ok;
}

/** The options of the second side: those of the first but for what `--to-...` and `--without-layer` say. */
export function otherSide(options: OpenOptions & OtherSide, command = "diff"): OpenOptions {
  const { toMachine, toDistro, toBuild, toLayers, toSet = [], withoutLayer = [] } = options;
  const set = [
    ...(options.set ?? []),
    ...toSet,
    ...(withoutLayer.length > 0 ? [`BBLAYERS:remove=${withoutLayer.join(" ")}`] : []),
  ];
  const changes = [toMachine, toDistro, toBuild, toLayers, ...toSet, ...withoutLayer].filter(Boolean);
  if (changes.length === 0) {
    throw new UsageError(
      `${command}: say what differs: --to-machine, --to-distro, --to-build, --to-layers, --to-set or --without-layer`,
    );
  }
  return {
    ...options,
    ...(toMachine === undefined ? {} : { machine: toMachine }),
    ...(toDistro === undefined ? {} : { distro: toDistro }),
    ...(toBuild === undefined ? {} : { build: toBuild }),
    ...(toLayers === undefined ? {} : { layers: toLayers }),
    ...(set.length > 0 ? { set } : {}),
  };
}

function read(io: Io, recipe: string, options: OpenOptions): DumpRecord {
  const workspace = openWorkspace(io, options, false);
  const { store } = workspace.find(recipe).variant;
  const record = storeRecord(store, workspace.evaluator, (path) => path);
  return { kind: "recipe", key: recipe, ...(record as unknown as Record<string, Json>) };
}

/** Not told unless asked for: BitBake's copies of the tasks, and every file that was read or looked for. */
const internal = /^(_task_deps|BBINCLUDED)$|\[deps\]$/;

/** Whether a difference is to be told: what was asked for, or all that is not internal. */
export function wantedName(name: string, only: readonly string[] | undefined): boolean {
  return only === undefined
    ? !internal.test(name)
    : only.some((each) => name === each || name.startsWith(`${each}[`));
}
const titles = new Map([
  ["vars", "Variables"],
  ["flags", "Flags"],
  ["funcs", "Functions whose text differs"],
  ["inherits", "Inherited classes"],
  ["task order", "Tasks"],
  ["task deps", "Dependencies of tasks"],
  ["basehash", "Base hashes"],
]);

/** Differences by area, what was in red and what is in green. */
export function renderDifferences(recipe: string, differences: readonly Difference[]): string {
  if (differences.length === 0) return `${recipe}: no difference\n`;
  const areas = new Map<string, Difference[]>();
  for (const difference of differences) {
    const known = areas.get(difference.area);
    if (known) known.push(difference);
    else areas.set(difference.area, [difference]);
  }
  const lines: string[] = [];
  for (const [area, found] of areas) {
    lines.push(`${titles.get(area) ?? area} (${found.length}):`);
    for (const difference of found) lines.push(...rows(area, difference));
    lines.push("");
  }
  return lines.join("\n");
}

const removed = (text: string): string => paint(31, `    - ${text}`, process.stdout);
const added = (text: string): string => paint(32, `    + ${text}`, process.stdout);

function rows(area: string, { name, ours, theirs }: Difference): string[] {
  if (area === "funcs")
    return [`  ${name}${ours === undefined ? " (added)" : theirs === undefined ? " (removed)" : ""}`];
  const lists = [words(ours), words(theirs)] as const;
  // Long lists: only the words that came and went, if that is the whole difference.
  if (lists[0].length + lists[1].length > 24) {
    const [gone, come] = [without(lists[0], lists[1]), without(lists[1], lists[0])];
    if (gone.length + come.length > 0) return [`  ${name}`, ...gone.map(removed), ...come.map(added)];
  }
  return [
    `  ${name}`,
    ...(ours === undefined ? [] : [removed(shown(ours))]),
    ...(theirs === undefined ? [] : [added(shown(theirs))]),
  ];
}

const words = (value: Json | undefined): string[] =>
  Array.isArray(value)
    ? value.map(shown)
    : typeof value === "string"
      ? value.split(/\s+/).filter(Boolean)
      : [];

function without(from: readonly string[], what: readonly string[]): string[] {
  const known = new Set(what);
  return from.filter((word) => !known.has(word));
}

const shown = (value: Json): string =>
  typeof value === "string" ? `"${value.replace(/\s+/g, " ")}"` : JSON.stringify(value);
