/** References from a recipe of one layer into another layer: what it depends on, inherits and includes. */
import { byCodePoint } from "../sandbox/overlay.js";
import { words } from "../datastore/index.js";
import { basename, normalise } from "../sandbox/paths.js";
import type { RecipeSummary } from "./summary.js";
import type { CatalogPart } from "./catalog.js";
import { folderNames, listLayers } from "./listings.js";

export type CrossReference = "DEPENDS" | "RDEPENDS" | "RRECOMMENDS" | "inherits" | "requires" | "includes";

export interface CrossDependency {
  readonly file: string;
  readonly kind: CrossReference;
  readonly target: string;
}

/**
 * All references that lead out of a recipe's layer, by file; one for each variant and name, as BitBake has it, also where several names
 * lead to the same recipe. Layers in `ignored` (folder names) count as targets no more.
 */
export function listCrossDependencies(part: CatalogPart, ignored: readonly string[] = []): CrossDependency[] {
  const { workspace, providers } = part;
  const layers = listLayers(workspace);
  const recipeFolder = folderNames(workspace);
  /** The folder of any file of a layer: the longest path that it lies in. */
  const folderOf = (file: string): string => {
    const path = normalise(file);
    const inside = layers.filter((layer) => path.startsWith(`${normalise(layer.path)}/`));
    return inside.sort((a, b) => b.path.length - a.path.length)[0]?.folder ?? recipeFolder(file);
  };
  const inherit = workspace.configuration.getVar("INHERIT");
  // Classes that the configuration INHERITs are no choice of a recipe.
  const everywhere = new Set(
    words(typeof inherit === "string" ? inherit : "").map((name) => `${basename(name)}.bbclass`),
  );
  const found: CrossDependency[] = [];
  const bases = new Map(
    part.summaries.flatMap((summary) =>
      summary.variant === "" && summary.skipped === undefined ? [[summary.file, summary]] : [],
    ),
  );
  for (const summary of part.summaries) {
    if (summary.skipped !== undefined) continue;
    const { file } = summary;
    const own = folderOf(file);
    const note = (kind: CrossReference, target: string | undefined): void => {
      if (target === undefined) return;
      const folder = folderOf(target);
      if (folder === own || folder === "?" || ignored.includes(folder)) return;
      found.push({ file, kind, target });
    };
    for (const { kind, target } of included(summary, part)) note(kind, target);
    // Of a variant BitBake tells what the recipe itself has, again.
    const base = bases.get(file);
    if (base === undefined) continue;
    // Only names that are a PN: who provides virtual/libc is not told.
    for (const name of new Set(base.depends)) note("DEPENDS", providers.choose(name)?.chosen?.file);
    const runtime = (list: "rdepends" | "rrecommends"): Set<string> =>
      new Set([...base[list], ...base.packages.flatMap((entry) => entry[list])]);
    for (const name of runtime("rdepends")) note("RDEPENDS", providers.runtime(name)?.eligible[0]?.file);
    for (const name of runtime("rrecommends"))
      note("RRECOMMENDS", providers.runtime(name)?.eligible[0]?.file);
    for (const target of base.inherits) if (!everywhere.has(basename(target))) note("inherits", target);
  }
  return found.sort((a, b) => byCodePoint(a.file, b.file));
}

/** The files that a recipe's own text includes, as far as they were read. */
function included(
  { file, fileDepends }: RecipeSummary,
  { workspace: { evaluator } }: CatalogPart,
): { kind: CrossReference; target: string }[] {
  return evaluator.sources.tree(file, false).statements.flatMap((statement) => {
    if (statement.kind !== "include") return [];
    // The text may hold variables of the recipe; which file it meant shows in what was read.
    const pattern = statement.path
      .trim()
      .split(/\$\{[^}]*\}/)
      .map(escape)
      .join(".*");
    const ends = new RegExp(`(^|/)${pattern}$`, "u");
    const target = fileDepends.find((path) => ends.test(path) && evaluator.host.exists(path));
    return target === undefined ? [] : [{ kind: statement.force ? "requires" : "includes", target }];
  });
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
