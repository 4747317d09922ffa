/**
 * Which recipe files a configuration has: layers' collections with their patterns and priorities, BBFILES, BBMASK,
 * bbappends and the layer of each file.
 */
import type { DataStore } from "../datastore/index.js";
import { EvaluationError } from "../evaluate/errors.js";
import type { MatchCompiler } from "../evaluate/python-side.js";
import type { Host } from "../sandbox/host.js";
import { byCodePoint } from "../sandbox/overlay.js";
import { basename, joinPath, normalise } from "../sandbox/paths.js";

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
  layerOf(file: string): { readonly name: string; readonly priority: number };
}

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/** Reads the collections; a priority that is not set is one more than those of the layers depended on. */
export function readCollections(store: DataStore): Collection[] {
  const names = words(store.getVar("BBFILE_COLLECTIONS"));
  const priorities = new Map<string, number>();
  const undecided = new Map<string, string[]>();
  for (const name of names) {
    const text = store.getVar(`BBFILE_PRIORITY_${name}`);
    const depends = words(store.getVar(`LAYERDEPENDS_${name}`)).filter((d) => !/^\(|\)$|^[<>=]/.test(d));
    if (typeof text === "string" && text !== "") {
      const priority = Number(text);
      if (!Number.isInteger(priority)) {
        throw new EvaluationError(
          "layers",
          `invalid value for BBFILE_PRIORITY_${name}: "${text}"`,
          "layer.conf",
          0,
        );
      }
      priorities.set(name, priority);
    } else undecided.set(name, depends);
  }
  const decide = (name: string, path: readonly string[]): number => {
    const known = priorities.get(name);
    if (known !== undefined) return known;
    const depends = path.includes(name) ? [] : (undecided.get(name) ?? []);
    const priority = Math.max(0, ...depends.map((d) => decide(d, [...path, name]))) + 1;
    priorities.set(name, priority);
    return priority;
  };
  const found: Collection[] = [];
  for (const name of names) {
    const pattern = store.getVar(`BBFILE_PATTERN_${name}`);
    if (typeof pattern !== "string") {
      throw new EvaluationError("layers", `BBFILE_PATTERN_${name} not defined`, "layer.conf", 0);
    }
    const priority = decide(name, []);
    if (pattern !== "") found.push({ name, pattern, priority });
  }
  // The longest path first: a layer inside another one's folder has its own files.
  return found.sort((a, b) => byCodePoint(b.pattern, a.pattern));
}

/** Lists the recipe files of a configuration. `matcher` compiles Python's regular expressions. */
export function collectRecipeFiles(
  store: DataStore,
  host: Host,
  matcher: MatchCompiler,
  search: MatchCompiler,
): RecipeFiles {
  const collections = readCollections(store);
  const tests = collections.map((collection) => ({ collection, test: matcher(collection.pattern) }));
  const layerOf = (file: string): { name: string; priority: number } => {
    const hit = tests.find(({ test }) => test(file));
    return hit ? { name: hit.collection.name, priority: hit.collection.priority } : { name: "", priority: 0 };
  };

  const listed = new Set<string>();
  const entries = words(store.getVar("BBFILES"));
  for (const entry of entries) {
    const path = normalise(entry.startsWith("/") ? entry : joinPath(host.cwd, entry));
    if (/[*?[]/.test(path)) for (const file of globFiles(path, host)) listed.add(file);
    else if (host.exists(path)) {
      if (host.stat(path).kind === "directory") for (const file of findRecipes(path, host)) listed.add(file);
      else listed.add(path);
    }
  }
  const masks = words(store.getVar("BBMASK")).map((mask) => search(mask));
  let masked = 0;
  const recipes: string[] = [];
  const appends: string[] = [];
  // In the order of BBFILES, each pattern sorted: it decides in which order appends of equal priority apply.
  for (const file of listed) {
    if (!file.endsWith(".bb") && !file.endsWith(".bbappend")) continue;
    if (masks.some((mask) => mask(file))) masked++;
    else (file.endsWith(".bb") ? recipes : appends).push(file);
  }
  const byPriority = (files: string[]): string[] => {
    const priority = new Map(files.map((file) => [file, layerOf(file).priority]));
    return files.sort((a, b) => (priority.get(a) ?? 0) - (priority.get(b) ?? 0));
  };
  byPriority(entries);
  byPriority(recipes);
  byPriority(appends);

  const appendIndex = new AppendIndex(appends);
  return {
    recipes,
    appends,
    masked,
    entries,
    collections,
    layerOf,
    appendsOf: (recipe) => appendIndex.of(recipe),
  };
}

/** Finds the appends of a recipe by name: `name_1.0.bbappend`, or `name_%.bbappend` for any version. */
class AppendIndex {
  readonly #exact = new Map<string, [number, string][]>();
  readonly #wild: { prefix: string; order: number; file: string }[] = [];

  constructor(appends: readonly string[]) {
    appends.forEach((file, order) => {
      const stem = basename(file).slice(0, -".bbappend".length);
      const percent = stem.indexOf("%");
      if (percent >= 0) this.#wild.push({ prefix: stem.slice(0, percent), order, file });
      else {
        const known = this.#exact.get(stem);
        if (known) known.push([order, file]);
        else this.#exact.set(stem, [[order, file]]);
      }
    });
  }

  of(recipe: string): string[] {
    const stem = basename(recipe).slice(0, -".bb".length);
    const found: [number, string][] = [...(this.#exact.get(stem) ?? [])];
    for (const { prefix, order, file } of this.#wild) if (stem.startsWith(prefix)) found.push([order, file]);
    return found.sort((a, b) => a[0] - b[0]).map(([, file]) => file);
  }
}

/** All .bb and .bbappend files below a folder, hidden folders and SCM folders left out. */
function findRecipes(folder: string, host: Host): string[] {
  const out: string[] = [];
  const visit = (dir: string): void => {
    for (const name of host.list(dir)) {
      const path = joinPath(dir, name);
      const { kind } = host.stat(path);
      if (kind === "directory") {
        if (!["CVS", ".svn", ".git", "SCCS"].includes(name)) visit(path);
      } else if (name.endsWith(".bb") || name.endsWith(".bbappend")) out.push(path);
    }
  };
  visit(folder);
  return out;
}

/** The files that match a path pattern with `*`, `?` and `[...]` (Python's glob: a star does not match a leading dot). */
export function globFiles(pattern: string, host: Host): string[] {
  let found = ["/"];
  const parts = pattern.split("/").filter(Boolean);
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    const next: string[] = [];
    const test = /[*?[]/.test(part) ? wildcard(part) : undefined;
    for (const dir of found) {
      if (!test) {
        const path = joinPath(dir, part);
        // Folders on the way need no check: what lies below decides.
        if (!last || host.exists(path)) next.push(path);
        continue;
      }
      if (!host.exists(dir) || host.stat(dir).kind !== "directory") continue;
      for (const name of host.list(dir)) {
        if (!test.test(name) || (name.startsWith(".") && !part.startsWith("."))) continue;
        const path = joinPath(dir, name);
        if (last || host.stat(path).kind === "directory") next.push(path);
      }
    }
    found = next;
  });
  return found;
}

/** Python's fnmatch.translate for one path component. */
function wildcard(part: string): RegExp {
  let out = "";
  for (let i = 0; i < part.length; i++) {
    const c = part.charAt(i);
    if (c === "*") out += ".*";
    else if (c === "?") out += ".";
    else if (c === "[") {
      let end = part.indexOf("]", i + (part[i + 1] === "!" || part[i + 1] === "]" ? 2 : 1));
      if (end < 0) end = -1;
      if (end < 0) out += "\\[";
      else {
        const body = part
          .slice(i + 1, end)
          .replace(/\\/g, "\\\\")
          .replace(/^!/, "^");
        out += `[${body}]`;
        i = end;
      }
    } else out += c.replace(/[.+^${}()|\\\]]/g, "\\$&");
  }
  return new RegExp(`^${out}$`, "su");
}
