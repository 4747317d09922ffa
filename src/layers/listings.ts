/**
 * What the layers of a build hold, as bitbake-layers lists it: layers, recipes with all their versions, overlays,
 * bbappends, references from one layer into another, machines. Data only; the texts are the command line's.
 */
import { byCodePoint } from "../sandbox/overlay.js";
import { basename } from "../sandbox/paths.js";
import type { CatalogPart } from "./catalog.js";
import { layersOf } from "./configuration.js";
import { shownVersion } from "./providers.js";
import { wildcard } from "./glob.js";
import type { RecipeSummary } from "./summary.js";
import type { Workspace } from "./workspace.js";

/** One layer. `name` is the collection, `folder` the last part of the path, by which recipes name their layer. */
export interface ListedLayer {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  readonly priority: number;
}

/** The layers in the order of BBFILE_COLLECTIONS. */
export function listLayers(workspace: Workspace): ListedLayer[] {
  const folders = layersOf(workspace.configuration);
  return workspace.files.collections.map(({ name, priority }) => {
    const path = folders.find(({ collections }) => collections.includes(name))?.path ?? name;
    return { name, path, folder: basename(path), priority };
  });
}

/** Gives for a recipe file the folder name of its layer, "?" if it belongs to none. */
export function folderNames(workspace: Workspace): (file: string) => string {
  const byName = new Map(listLayers(workspace).map(({ name, folder }) => [name, folder]));
  return (file) => byName.get(workspace.files.layerOf(file).name) ?? "?";
}

/** One recipe file under a name. */
export interface ListedRecipe {
  readonly file: string;
  readonly variant: string;
  /** It is the one that is built for the name. */
  readonly taken: boolean;
  /** The folder name of its layer. */
  readonly layer: string;
  /** `[PE:]PV`; of a skipped recipe what the file name says. */
  readonly version: string;
  /** Why the recipe file is skipped. */
  readonly skipped?: string;
}

/** All recipes of one PN, the one that is taken first. */
export interface ListedName {
  readonly pn: string;
  readonly recipes: readonly ListedRecipe[];
}

export interface RecipeFilter {
  /** Names with `*`, `?` and `[...]`; default all. */
  readonly patterns?: readonly string[];
  /** Only names of which there is more than one recipe. */
  readonly multiple?: boolean;
  /** Only names with recipes in more than one layer. */
  readonly overlayed?: boolean;
  /** With `overlayed`: only where all versions are the same. */
  readonly sameVersion?: boolean;
  /** Only names whose taken recipe inherits all of these classes. */
  readonly inherits?: readonly string[];
  /** Only recipes in the layer with this folder name. */
  readonly layer?: string;
  /** A variant may stand for its file, and the other variants of the file that is taken are listed too. */
  readonly variants?: boolean;
}

/** The recipes by name. */
export function listRecipes(part: CatalogPart, filter: RecipeFilter = {}): ListedName[] {
  const folderOf = folderNames(part.workspace);
  const tests = (filter.patterns ?? []).map(wildcard);
  const names = new Map<string, RecipeSummary[]>();
  for (const summary of part.summaries) {
    const pn = summary.skipped === undefined ? summary.pn : fileParts(summary.file)[0];
    const known = names.get(pn);
    if (known) known.push(summary);
    else names.set(pn, [summary]);
  }
  const usable = new Set(
    part.summaries.flatMap(({ skipped, variant, file }) =>
      skipped === undefined && variant === "" ? [file] : [],
    ),
  );
  const shownFiles = new Set<string>();
  // The mark of a recipe is that of its file: a variant skipped by itself has none.
  const reasons = new Map(
    part.summaries.flatMap(({ file, variant, skipped }) =>
      variant === "" && skipped !== undefined ? [[file, skipped]] : [],
    ),
  );
  const listed: ListedName[] = [];
  for (const pn of [...names.keys()].sort(byCodePoint)) {
    if (tests.length > 0 && !tests.some((test) => test.test(pn))) continue;
    const all = takenFirst(pn, names.get(pn) ?? [], part);
    const [taken] = all;
    // A file is listed once, and zlib-native not where zlib is; with `variants` under the first of its names.
    if (!taken || shownFiles.has(taken.file)) continue;
    if (taken.variant !== "" && filter.variants !== true && usable.has(taken.file)) continue;
    shownFiles.add(taken.file);
    if (filter.inherits && !filter.inherits.every((name) => inheritsClass(taken, name))) continue;
    if (filter.multiple && all.length < 2) continue;
    if (filter.overlayed && new Set(all.map(({ file }) => folderOf(file))).size < 2) continue;
    const shown = all.filter((one) => one === taken || one.file !== taken.file || filter.variants === true);
    const every = shown.map((summary) =>
      listedRecipe(summary, summary === taken, folderOf(summary.file), reasons.get(summary.file)),
    );
    if (filter.sameVersion && new Set(every.map((one) => one.skipped ?? one.version)).size > 1) continue;
    const recipes = every.filter(({ layer }) => filter.layer === undefined || layer === filter.layer);
    if (recipes.length === 0) continue;
    listed.push({ pn, recipes });
  }
  return listed;
}

function listedRecipe(
  summary: RecipeSummary,
  taken: boolean,
  layer: string,
  mark: string | undefined,
): ListedRecipe {
  const { file, variant, skipped } = summary;
  return {
    file,
    variant,
    taken,
    layer,
    version: skipped === undefined ? shownVersion(summary) : fileParts(file)[1],
    ...(mark === undefined ? {} : { skipped: mark }),
  };
}

/** Name and version as a file name tells them. */
function fileParts(file: string): [name: string, version: string] {
  const [name = "", version = "unknown"] = basename(file).replace(/\.bb$/, "").split("_");
  return [name, version];
}

/** The recipe that is taken, the others by rank (BitBake's order of these changes from run to run), skipped ones last. */
function takenFirst(pn: string, recipes: readonly RecipeSummary[], part: CatalogPart): RecipeSummary[] {
  const usable = part.providers.ranked(recipes.filter(({ skipped }) => skipped === undefined));
  const choice = part.providers.choose(pn);
  const taken = choice?.chosen ?? choice?.latest;
  const skipped = recipes.filter((recipe) => recipe.skipped !== undefined);
  return [...new Set([...usable.filter((recipe) => recipe === taken), ...usable, ...skipped])];
}

const inheritsClass = (summary: RecipeSummary, name: string): boolean =>
  summary.skipped === undefined && summary.inherits.some((file) => basename(file) === `${name}.bbclass`);

/** Classes that are in more than one layer, the one that is taken (the first on BBPATH) first. */
export function overlayedClasses(workspace: Workspace): { name: string; files: string[] }[] {
  const { host } = workspace.evaluator;
  const bbpath = workspace.configuration.getVar("BBPATH");
  const found = new Map<string, string[]>();
  for (const folder of typeof bbpath === "string" ? bbpath.split(":") : []) {
    for (const kind of ["classes", "classes-recipe", "classes-global"]) {
      const path = `${folder}/${kind}`;
      if (!host.exists(path) || host.stat(path).kind !== "directory") continue;
      for (const name of host.list(path)) {
        if (!name.endsWith(".bbclass")) continue;
        const files = found.get(name);
        if (files) files.push(`${path}/${name}`);
        else found.set(name, [`${path}/${name}`]);
      }
    }
  }
  return [...found]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => ({ name, files }))
    .sort((a, b) => byCodePoint(a.name, b.name));
}

/** One recipe file with its bbappends. */
export interface ListedAppends {
  readonly pn: string;
  readonly file: string;
  readonly appends: readonly string[];
  /** The recipe is the one that is built for its name. */
  readonly taken: boolean;
  readonly skipped?: string;
}

/** The recipes that have bbappends; `patterns` match their names. */
export function listAppends(part: CatalogPart, patterns: readonly string[] = []): ListedAppends[] {
  const { files } = part.workspace;
  return listRecipes(part, { patterns }).flatMap(({ pn, recipes }) =>
    // BitBake looks at skipped recipes only where no pattern is given.
    recipes
      .filter(({ skipped }) => skipped === undefined || patterns.length === 0)
      .map(({ file, taken, skipped }) => ({
        pn,
        file,
        appends: files.appendsOf(file),
        taken,
        ...(skipped === undefined ? {} : { skipped }),
      })),
  );
}

/** The machines that the layers bring, by layer. */
export function listMachines(workspace: Workspace, layer?: string): { name: string; layer: string }[] {
  const { host } = workspace.evaluator;
  return layersOf(workspace.configuration).flatMap(({ path }) => {
    const folder = `${path}/conf/machine`;
    if (layer !== undefined && basename(path) !== layer) return [];
    if (!host.exists(folder) || host.stat(folder).kind !== "directory") return [];
    return host
      .list(folder)
      .filter((name) => name.endsWith(".conf"))
      .sort(byCodePoint)
      .map((name) => ({ name: name.slice(0, -".conf".length), layer: basename(path) }));
  });
}
