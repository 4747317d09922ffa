/**
 * Which recipe files a configuration has: layers' collections with their patterns and priorities, BBFILES, BBMASK,
 * bbappends and the layer of each file.
 */
import type { DataStore } from "../datastore/index.js";
import { EvaluationError } from "../evaluate/errors.js";
import type { Message } from "../evaluate/evaluator.js";
import type { MatchCompiler } from "../evaluate/python-side.js";
import type { Host } from "../sandbox/host.js";
import { byCodePoint } from "../sandbox/overlay.js";
import { joinPath } from "../sandbox/paths.js";
import { AppendIndex } from "./appends.js";
import { checkLayerDependencies, layerNames } from "./dependencies.js";
import { globFiles } from "./glob.js";

/** One collection of BBFILE_COLLECTIONS. */
export interface Collection {
  readonly name: string;
  /** BBFILE_PATTERN, a Python regular expression that matches at the start of a path. */
  readonly pattern: string;
  readonly priority: number;
}

/** What a configuration's files are. */
export interface RecipeFiles {
  /** .bb files in BitBake's order: by priority, as listed. */
  readonly recipes: readonly string[];
  /** .bbappend files in the order applied. */
  readonly appends: readonly string[];
  readonly masked: number;
  /** The entries of BBFILES by the priority of their layers (BBFILES_PRIORITIZED). */
  readonly entries: readonly string[];
  readonly collections: readonly Collection[];
  /** The appends of one recipe file, in the order applied. */
  appendsOf(recipe: string): string[];
  /** The bbappends that no recipe file has, in the order applied. */
  dangling(): string[];
  layerOf(file: string): { readonly name: string; readonly priority: number };
}

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/**
 * Reads the collections. A priority that is not set is one more than the highest of the layers depended on and of those
 * recommended that are there. Throws EvaluationError with all that is wrong.
 */
export function readCollections(store: DataStore): Collection[] {
  const names = words(store.getVar("BBFILE_COLLECTIONS"));
  const errors = checkLayerDependencies(store, names);
  const priorities = new Map<string, number>();
  for (const name of names) {
    const text = store.getVar(`BBFILE_PRIORITY_${name}`);
    if (typeof text !== "string" || text === "") continue;
    if (/^\s*[-+]?\d+\s*$/.test(text)) priorities.set(name, Number(text));
    else errors.push(`invalid value for BBFILE_PRIORITY_${name}: "${text}"`);
  }
  const decide = (name: string, path: readonly string[]): number => {
    const known = priorities.get(name);
    if (known !== undefined) return known;
    const depends = path.includes(name) ? [] : layerNames(store, name, names);
    const priority = Math.max(0, ...depends.map((d) => decide(d, [...path, name]))) + 1;
    priorities.set(name, priority);
    return priority;
  };
  const found: Collection[] = [];
  for (const name of names) {
    const pattern = store.getVar(`BBFILE_PATTERN_${name}`);
    if (typeof pattern !== "string") errors.push(`BBFILE_PATTERN_${name} not defined`);
    else found.push({ name, pattern, priority: decide(name, []) });
  }
  if (errors.length > 0) throw new EvaluationError("layers", errors.join("\n"), "layer.conf", 0);
  return found;
}

/** Lists the recipe files of a configuration. `matcher` compiles Python's regular expressions. */
export function collectRecipeFiles(
  store: DataStore,
  host: Host,
  matcher: MatchCompiler,
  search: MatchCompiler,
  log: (message: Message) => void = () => undefined,
): RecipeFiles {
  const collections = readCollections(store);
  const tests = compilePatterns(collections, matcher);
  const layerOf = (file: string): { name: string; priority: number } => {
    const hit = tests.find(({ test }) => test(file));
    return hit ? { name: hit.collection.name, priority: hit.collection.priority } : { name: "", priority: 0 };
  };
  const priorityOf = (file: string): number => layerOf(file).priority;

  const entries = sortedBy(words(store.getVar("BBFILES")), priorityOf);
  const { recipes, appends, masked } = maskFiles(
    listFiles(words(store.getVar("BBFILES")), host),
    store,
    search,
    log,
  );
  const appendIndex = new AppendIndex(sortedBy(appends, priorityOf));
  const files: RecipeFiles = {
    recipes: sortedBy(recipes, priorityOf),
    appends: sortedBy(appends, priorityOf),
    masked: masked.length,
    entries,
    collections,
    layerOf,
    appendsOf: (recipe) => appendIndex.of(recipe),
    dangling: () => {
      const used = new Set(recipes.flatMap((recipe) => appendIndex.of(recipe)));
      return sortedBy(appends, priorityOf).filter((append) => !used.has(append));
    },
  };
  warnOfUnmatched(
    store,
    collections,
    new Set([...recipes, ...appends, ...masked].map((file) => layerOf(file).name)),
    log,
  );
  return files;
}

/** A copy in the order of a number; equal ones keep their order. */
function sortedBy(files: readonly string[], key: (file: string) => number): string[] {
  const keys = new Map(files.map((file) => [file, key(file)]));
  return [...files].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}

/** The patterns in the order in which they are asked: a layer inside another one's folder has its own files. */
function compilePatterns(
  collections: readonly Collection[],
  matcher: MatchCompiler,
): { readonly collection: Collection; readonly test: (text: string) => boolean }[] {
  return collections
    .filter(({ pattern }) => pattern !== "")
    .sort((a, b) => byCodePoint(b.pattern, a.pattern))
    .map((collection) => {
      const { name, pattern } = collection;
      try {
        return { collection, test: matcher(pattern) };
      } catch (cause) {
        const text = `BBFILE_PATTERN_${name} "${pattern}" is not a valid regular expression`;
        throw new EvaluationError("layers", text, "layer.conf", 0, cause);
      }
    });
}

/**
 * The files that BBFILES names, each once, in the order of its entries and sorted within one: it decides in which order
 * appends of equal priority apply. An entry is a pattern, a file or a folder to search.
 */
function listFiles(entries: readonly string[], host: Host): string[] {
  const listed = new Set<string>();
  for (const entry of entries) {
    const path = joinPath(host.cwd, entry);
    if (/[*?[]/.test(path)) for (const file of globFiles(path, host)) listed.add(file);
    else if (host.exists(path)) {
      if (host.stat(path).kind === "directory") for (const file of findRecipes(path, host)) listed.add(file);
      else listed.add(path);
    }
  }
  return [...listed].filter((file) => file.endsWith(".bb") || file.endsWith(".bbappend"));
}

/** BBMASK: leaves out the files that one of its expressions is found in; one that does not compile is told and skipped. */
function maskFiles(
  files: readonly string[],
  store: DataStore,
  search: MatchCompiler,
  log: (message: Message) => void,
): { recipes: string[]; appends: string[]; masked: string[] } {
  const masks = words(store.getVar("BBMASK")).flatMap((mask) => {
    try {
      return [search(mask)];
    } catch {
      log({ level: "error", message: `BBMASK contains an invalid regular expression, ignoring: ${mask}` });
      return [];
    }
  });
  const [recipes, appends, masked]: [string[], string[], string[]] = [[], [], []];
  for (const file of files) {
    if (masks.some((mask) => mask(file))) masked.push(file);
    else (file.endsWith(".bb") ? recipes : appends).push(file);
  }
  return { recipes, appends, masked };
}

/** Layers none of whose files is among BBFILES, unless they say that this may be. */
function warnOfUnmatched(
  store: DataStore,
  collections: readonly Collection[],
  matched: ReadonlySet<string>,
  log: (message: Message) => void,
): void {
  const mc = store.getVar("BB_CURRENT_MC");
  for (const { name, pattern } of collections) {
    if (matched.has(name)) continue;
    if (store.getVar(`BBFILE_PATTERN_IGNORE_EMPTY_${name}`) === "1") continue;
    log({
      level: "warn",
      message: `No bb files in ${typeof mc === "string" && mc !== "" ? mc : "default"} matched BBFILE_PATTERN_${name} '${pattern}'`,
    });
  }
}

/** All .bb and .bbappend files below a folder, the folders of old version control systems left out. */
function findRecipes(folder: string, host: Host): string[] {
  const out: string[] = [];
  const visit = (dir: string): void => {
    for (const name of host.list(dir)) {
      const path = joinPath(dir, name);
      const { kind } = host.stat(path);
      if (kind === "directory") {
        if (!["SCCS", "CVS", ".svn"].includes(name)) visit(path);
      } else if (name.endsWith(".bb") || name.endsWith(".bbappend")) out.push(path);
    }
  };
  visit(folder);
  return out;
}
