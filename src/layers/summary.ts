/**
 * What is kept of an evaluated variant without its datastore: as BitBake's recipe cache, all that provider resolution,
 * layer listings and the task graph need. Plain data: it goes through JSON and structured clone unchanged, so that
 * workers hand it over and caches keep it. Lists keep the order of the metadata.
 */
import type { RecipeSignatures } from "../analysis/signatures.js";
import type { DataStore } from "../datastore/index.js";
import { dependencies } from "../evaluate/dependencies.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { Variant } from "../evaluate/finalise.js";
import { explodeDeps } from "../modules/bb/dependencies.js";

/** The version of the form of `RecipeSummary`: a cache holding another one is not read. */
export const summaryVersion = 2;

/** One entry of PACKAGES. Names only; version constraints are left out. */
export interface PackageSummary {
  readonly name: string;
  /** RPROVIDES:name, and those of the recipe as a whole. */
  readonly rprovides: readonly string[];
  readonly rdepends: readonly string[];
  readonly rrecommends: readonly string[];
}

/** One task. Flags are expanded texts and absent where the metadata does not set them. */
export interface TaskSummary {
  readonly name: string;
  /** Tasks of the same recipe that come before it. */
  readonly deps: readonly string[];
  readonly depends?: string;
  readonly rdepends?: string;
  readonly deptask?: string;
  readonly rdeptask?: string;
  readonly recrdeptask?: string;
  readonly recideptask?: string;
  readonly mcdepends?: string;
  readonly noexec?: string;
  readonly nostamp?: string;
  readonly fakeroot?: string;
  readonly umask?: string;
  readonly lockfiles?: string;
  readonly cleandirs?: string;
  readonly stampExtraInfo?: string;
  /** The flag file-checksums. */
  readonly fileChecksums?: string;
  /** By src/tasks; absent where no hash is computed (no signature handler, or not asked for). */
  readonly basehash?: string;
}

export interface RecipeSummary {
  /** The .bb file. */
  readonly file: string;
  /** "", "native", "nativesdk", "devupstream:target", ... */
  readonly variant: string;
  /** The multiconfig's name, "" for the default configuration. */
  readonly mc: string;
  /** As BitBake names it: FILE, virtual:VARIANT:FILE, mc:MC:FILE, mc:MC:virtual:VARIANT:FILE. */
  readonly key: string;
  /** The collection that the file belongs to, "" if none. */
  readonly layer: string;
  /** The bbappends applied, in order. */
  readonly appends: readonly string[];
  readonly pn: string;
  readonly pe: string;
  readonly pv: string;
  readonly pr: string;
  /** Why the recipe is skipped; absent if it is not. A skipped recipe has no tasks and no packages. */
  readonly skipped?: string;
  /** DEFAULT_PREFERENCE, 0 if unset or no number. */
  readonly defaultPreference: number;
  /** PN and PROVIDES. */
  readonly provides: readonly string[];
  /** PACKAGES, or PN alone where that is empty. */
  readonly packages: readonly PackageSummary[];
  /** Patterns of package names that may come into being (regular expressions of Python). */
  readonly packagesDynamic: readonly string[];
  /** DEPENDS. */
  readonly depends: readonly string[];
  /** RPROVIDES, RDEPENDS, RRECOMMENDS of the recipe as a whole (without a package's name). */
  readonly rprovides: readonly string[];
  readonly rdepends: readonly string[];
  readonly rrecommends: readonly string[];
  /** The files of the classes inherited, in order. */
  readonly inherits: readonly string[];
  readonly tasks: readonly TaskSummary[];
  /** EXCLUDE_FROM_WORLD is set. */
  readonly notWorld: boolean;
  readonly stamp: string;
  readonly stampClean: string;
  readonly fakerootEnv: string;
  readonly fakerootDirs: string;
  readonly fakerootNoEnv: string;
  /** BB_HASHFILENAME, for signature handlers; absent where it is not set. */
  readonly hashFilename?: string;
  /** The text of calculate_extra_depends, which adds dependencies once all recipes are known; mostly absent. */
  readonly extraDepends?: string;
  /** BB_DONT_CACHE is set. */
  readonly dontCache: boolean;
  /** Every file read for the recipe and every place where one was looked for in vain, without the configuration's. */
  readonly fileDepends: readonly string[];
}

/** Where a variant comes from. */
export interface SummaryPlace {
  readonly file: string;
  readonly layer: string;
  readonly appends: readonly string[];
  readonly mc?: string;
}

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/** The name BitBake gives a variant: `virtual:native:FILE`, in a multiconfig `mc:NAME:virtual:native:FILE`. */
export function recipeKey(file: string, variant: string, mc = ""): string {
  const virtual = variant === "" ? file : `virtual:${variant}:${file}`;
  return mc === "" ? virtual : `mc:${mc}:${virtual}`;
}

/** The file, variant and multiconfig of a `recipeKey`. */
export function splitRecipeKey(key: string): { file: string; variant: string; mc: string } {
  const mc = /^mc:([^:]*):(.*)$/s.exec(key);
  const rest = mc?.[2] ?? key;
  const virtual = /^virtual:(.*?):(\/.*)$/s.exec(rest);
  return { file: virtual?.[2] ?? rest, variant: virtual?.[1] ?? "", mc: mc?.[1] ?? "" };
}

/** Reads a summary out of an evaluated variant. Throws what an expansion throws: then the recipe is broken. */
export function summarise(variant: Variant, place: SummaryPlace, evaluator: Evaluator): RecipeSummary {
  const { store } = variant;
  const text = (name: string): string => {
    const value = store.getVar(name);
    return typeof value === "string" ? value : value === null ? "" : String(evaluator.python.toJs(value));
  };
  const names = (name: string): string[] => explodeDeps(text(name));
  const { mc = "" } = place;
  const pn = text("PN");
  const skipped = variant.skipped !== undefined;
  const packages = words(text("PACKAGES"));
  if (packages.length === 0) packages.push(pn);
  const rprovides = names("RPROVIDES");
  return {
    file: place.file,
    variant: variant.name,
    mc,
    key: recipeKey(place.file, variant.name, mc),
    layer: place.layer,
    appends: [...place.appends],
    pn,
    pe: text("PE"),
    pv: text("PV"),
    pr: text("PR"),
    ...(variant.skipped === undefined ? {} : { skipped: variant.skipped }),
    defaultPreference: Number.parseInt(text("DEFAULT_PREFERENCE"), 10) || 0,
    provides: unique([pn, ...words(text("PROVIDES"))]),
    packages: skipped
      ? []
      : packages.map((name) => ({
          name,
          rprovides: unique([...rprovides, ...names(`RPROVIDES:${name}`)]),
          rdepends: names(`RDEPENDS:${name}`),
          rrecommends: names(`RRECOMMENDS:${name}`),
        })),
    packagesDynamic: skipped ? [] : words(text("PACKAGES_DYNAMIC")),
    depends: skipped ? [] : names("DEPENDS"),
    rprovides,
    rdepends: skipped ? [] : names("RDEPENDS"),
    rrecommends: skipped ? [] : names("RRECOMMENDS"),
    inherits: evaluator.inherited(store),
    tasks: skipped ? [] : taskSummaries(store, variant.signatures),
    notWorld: text("EXCLUDE_FROM_WORLD") !== "",
    stamp: skipped ? "" : text("STAMP"),
    stampClean: skipped ? "" : text("STAMPCLEAN"),
    fakerootEnv: skipped ? "" : text("FAKEROOTENV"),
    fakerootDirs: skipped ? "" : text("FAKEROOTDIRS"),
    fakerootNoEnv: skipped ? "" : text("FAKEROOTNOENV"),
    ...(skipped ? {} : optional("hashFilename", text("BB_HASHFILENAME"))),
    ...(skipped ? {} : optional("extraDepends", text("calculate_extra_depends"))),
    dontCache: text("BB_DONT_CACHE") !== "",
    fileDepends: [...dependencies(store)],
  };
}

const optional = (name: "hashFilename" | "extraDepends", value: string): Partial<RecipeSummary> =>
  value === "" ? {} : { [name]: value };
const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Flags of a task that `_task_deps` holds. */
const graphFlags = [
  "depends",
  "rdepends",
  "deptask",
  "rdeptask",
  "recrdeptask",
  "recideptask",
  "mcdepends",
  "noexec",
  "nostamp",
  "fakeroot",
  "umask",
] as const;
/** Flags read from the task itself, and their fields. */
const ownFlags = ["lockfiles", "cleandirs", "stamp-extra-info", "file-checksums"] as const;
const ownFields = ["lockfiles", "cleandirs", "stampExtraInfo", "fileChecksums"] as const;

/** The tasks as `_task_deps` has them, in the order of addition. */
function taskSummaries(store: DataStore, signatures: RecipeSignatures | undefined): TaskSummary[] {
  const table = store.getVar("_task_deps", false);
  if (!(table instanceof Map)) return [];
  const parents = table.get("parents") as ReadonlyMap<string, readonly string[]> | undefined;
  const tasks = new Map<string, Record<string, unknown>>();
  const names = table.get("tasks") as readonly string[];
  for (const name of names) tasks.set(name, { name, deps: [...(parents?.get(name) ?? [])] });
  for (const flag of graphFlags) {
    for (const [name, value] of (table.get(flag) as ReadonlyMap<string, unknown> | undefined) ?? []) {
      const task = tasks.get(name);
      if (task !== undefined && typeof value === "string") task[flag] = value;
    }
  }
  for (const [name, task] of tasks) {
    const own = store.readFlags(name, ownFlags);
    for (let i = 0; i < ownFields.length; i++) if (typeof own[i] === "string") task[ownFields[i]] = own[i];
    const basehash = signatures?.tasks.get(name)?.basehash;
    if (basehash !== undefined) task["basehash"] = basehash;
  }
  return [...tasks.values()] as unknown as TaskSummary[];
}
