/** `sandbake layers show-...`: what the layers hold, listed as bitbake-layers does. */
import { listCrossDependencies } from "../../layers/cross-depends.js";
import {
  listAppends,
  listLayers,
  listMachines,
  listRecipes,
  overlayedClasses,
  type ListedName,
  type RecipeFilter,
} from "../../layers/listings.js";
import type { CatalogPart } from "../../layers/catalog.js";
import type { Workspace } from "../../layers/workspace.js";
import { basename } from "../../sandbox/paths.js";
import { openCatalog, partOf, type OpenedCatalog } from "../catalog.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, printMessage, type Io } from "../output.js";

interface ListingOptions extends OpenOptions {
  readonly json?: boolean;
}

export interface ShowRecipesOptions extends ListingOptions {
  readonly filenames?: boolean;
  readonly recipesOnly?: boolean;
  readonly multiple?: boolean;
  readonly inherits?: readonly string[];
  readonly layer?: string;
  readonly bare?: boolean;
  readonly showVariants?: boolean;
  readonly mc?: string;
}

export interface ShowOverlayedOptions extends ListingOptions {
  readonly filenames?: boolean;
  readonly sameVersion?: boolean;
  readonly mc?: string;
}

export interface ShowCrossDependsOptions extends ListingOptions {
  readonly filenames?: boolean;
  readonly ignore?: readonly string[];
}

export interface ShowMachinesOptions extends ListingOptions {
  readonly bare?: boolean;
  readonly layer?: string;
}

const json = (io: Io, data: object): void =>
  io.out(`${JSON.stringify({ schemaVersion: 1, ...data }, null, 2)}\n`);
const lines = (io: Io, text: readonly string[]): void => io.out(text.map((line) => `${line}\n`).join(""));

/** Listings need a build without errors; where there were some, what can be listed is, and the exit code says so. */
const statusOf = ({ print }: OpenedCatalog): number =>
  print.counts.errors > 0 ? exitCodes.error : exitCodes.ok;

export function showLayers(io: Io, options: ListingOptions): number {
  return printLayers(io, openWorkspace(io, options, false), options);
}

export function printLayers(io: Io, workspace: Workspace, options: { readonly json?: boolean }): number {
  const layers = listLayers(workspace);
  if (options.json) json(io, { layers });
  else {
    const row = (name: string, path: string, priority: string): string =>
      `${name.padEnd(20)}  ${path.padEnd(70)}  ${priority}`;
    lines(io, [
      row("layer", "path", "priority"),
      "=".repeat(104),
      ...layers.map(({ name, path, priority }) => row(name, path, String(priority))),
    ]);
  }
  return exitCodes.ok;
}

export async function showRecipes(
  io: Io,
  patterns: readonly string[],
  options: ShowRecipesOptions,
): Promise<number> {
  const opened = await openCatalog(io, options);
  return printRecipes(io, partOf(opened.catalog, options.mc), patterns, options) || statusOf(opened);
}

export function printRecipes(
  io: Io,
  part: CatalogPart,
  patterns: readonly string[],
  options: Omit<ShowRecipesOptions, keyof OpenOptions>,
): number {
  const { inherits, layer } = options;
  for (const name of inherits ?? []) {
    if (!classExists(part.workspace, name)) {
      printMessage(io, { level: "error", message: `No class named ${name} found in BBPATH` }, false);
      return exitCodes.error;
    }
  }
  const filter: RecipeFilter = {
    patterns,
    multiple: options.multiple === true,
    variants: options.showVariants === true,
    ...(inherits ? { inherits } : {}),
    ...(layer === undefined ? {} : { layer }),
  };
  const names = listRecipes(part, filter);
  if (options.json) {
    json(io, { recipes: names });
    return exitCodes.ok;
  }
  const filtered = patterns.length > 0 || options.multiple === true || inherits !== undefined;
  if (filtered && names.length === 0) return exitCodes.ok;
  lines(io, [
    `=== ${filtered ? "Matching" : "Available"} recipes: ===`,
    ...names.flatMap((name) => nameLines(name, options)),
  ]);
  return exitCodes.ok;
}

/** A name with its recipes; with file names, these alone. */
function nameLines(
  { pn, recipes }: ListedName,
  options: { readonly filenames?: boolean; readonly recipesOnly?: boolean; readonly bare?: boolean },
): string[] {
  const mark = ({ skipped }: { readonly skipped?: string }): string =>
    skipped === undefined || options.bare === true ? "" : ` (skipped: ${skipped})`;
  if (options.filenames)
    return recipes.map((recipe) => `${recipe.taken ? "" : "  "}${recipe.file}${mark(recipe)}`);
  if (options.recipesOnly) return recipes.flatMap((recipe) => (recipe.taken ? [`${pn}${mark(recipe)}`] : []));
  // Limited to a layer, BitBake names the recipe only where the one taken is in it.
  return recipes.flatMap((recipe) => [
    ...(recipe.taken ? [`${pn}:`] : []),
    `  ${recipe.layer.padEnd(20)} ${recipe.version}${mark(recipe)}`,
  ]);
}

function classExists(workspace: Workspace, name: string): boolean {
  const { host } = workspace.evaluator;
  const bbpath = workspace.configuration.getVar("BBPATH");
  return (typeof bbpath === "string" ? bbpath.split(":") : []).some((folder) =>
    ["classes", "classes-recipe", "classes-global"].some((kind) =>
      host.exists(`${folder}/${kind}/${name}.bbclass`),
    ),
  );
}

export async function showOverlayed(io: Io, options: ShowOverlayedOptions): Promise<number> {
  const opened = await openCatalog(io, options);
  return printOverlayed(io, partOf(opened.catalog, options.mc), options) || statusOf(opened);
}

export function printOverlayed(
  io: Io,
  part: CatalogPart,
  options: Omit<ShowOverlayedOptions, keyof OpenOptions>,
): number {
  const recipes = listRecipes(part, {
    overlayed: true,
    sameVersion: options.sameVersion === true,
  });
  const classes = overlayedClasses(part.workspace);
  if (options.json) json(io, { recipes, classes });
  else {
    const text: string[] = [];
    if (recipes.length > 0) {
      text.push("=== Overlayed recipes ===", ...recipes.flatMap((name) => nameLines(name, options)));
    }
    if (classes.length > 0) {
      text.push("=== Overlayed classes ===");
      for (const { name, files } of classes) {
        if (options.filenames) text.push(...files.map((file, index) => `${index === 0 ? "" : "  "}${file}`));
        else text.push(`${name}:`, ...files.map((file) => `  ${layerFolderOf(part.workspace, file)}`));
      }
    }
    lines(io, text.length > 0 ? text : ["No overlayed files found."]);
  }
  return exitCodes.ok;
}

function layerFolderOf(workspace: Workspace, file: string): string {
  const inside = listLayers(workspace).filter(({ path }) => file.startsWith(`${path}/`));
  return inside.sort((a, b) => b.path.length - a.path.length)[0]?.folder ?? "?";
}

export async function showAppends(
  io: Io,
  patterns: readonly string[],
  options: ListingOptions,
): Promise<number> {
  const opened = await openCatalog(io, options);
  return printAppends(io, partOf(opened.catalog), patterns, options) || statusOf(opened);
}

export function printAppends(
  io: Io,
  part: CatalogPart,
  patterns: readonly string[],
  options: { readonly json?: boolean; readonly quiet?: boolean },
): number {
  const entries = listAppends(part, patterns);
  const appended = entries.filter(({ appends }) => appends.length > 0);
  if (options.json) {
    json(io, { appends: appended });
    return exitCodes.ok;
  }
  const text = [`=== ${patterns.length > 0 ? "Matched appended" : "Appended"} recipes ===`];
  if (appended.length === 0) text.push("No append files found");
  const pns = new Set(appended.map(({ pn }) => pn));
  for (const pn of pns) {
    for (const { file, appends, skipped } of appended.filter((entry) => entry.pn === pn)) {
      text.push(`${basename(file)}${skipped === undefined ? "" : " (skipped)"}:`);
      text.push(...appends.map((append) => `  ${append}`));
    }
  }
  lines(io, text);
  for (const { pn, file, appends, taken, skipped } of entries) {
    if (!pns.has(pn) || !taken || skipped !== undefined || appends.length > 0) continue;
    printMessage(
      io,
      { level: "warn", message: `${basename(file)}: missing append for preferred version` },
      options.quiet === true,
    );
  }
  return exitCodes.ok;
}

export async function showCrossDepends(io: Io, options: ShowCrossDependsOptions): Promise<number> {
  const opened = await openCatalog(io, options);
  return printCrossDepends(io, partOf(opened.catalog), options) || statusOf(opened);
}

export function printCrossDepends(
  io: Io,
  part: CatalogPart,
  options: Omit<ShowCrossDependsOptions, keyof OpenOptions>,
): number {
  const found = listCrossDependencies(part, options.ignore);
  if (options.json) json(io, { dependencies: found });
  else {
    const layers = listLayers(part.workspace);
    const shown = (file: string): string => {
      const inside = layers.filter(({ path }) => file.startsWith(`${path}/`));
      const layer = inside.sort((a, b) => b.path.length - a.path.length)[0];
      return options.filenames === true || !layer ? file : `${layer.folder}${file.slice(layer.path.length)}`;
    };
    lines(
      io,
      found.map(({ file, kind, target }) => `${shown(file)} ${kind} ${shown(target)}`),
    );
  }
  return exitCodes.ok;
}

export function showMachines(io: Io, options: ShowMachinesOptions): number {
  return printMachines(io, openWorkspace(io, options, false), options);
}

export function printMachines(
  io: Io,
  workspace: Workspace,
  options: Omit<ShowMachinesOptions, keyof OpenOptions>,
): number {
  const machines = listMachines(workspace, options.layer);
  if (options.json) json(io, { machines });
  else {
    lines(
      io,
      machines.map(({ name, layer }) => (options.bare === true ? name : `${name} (${layer})`)),
    );
  }
  return exitCodes.ok;
}
