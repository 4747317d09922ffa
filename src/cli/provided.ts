/**
 * Names that a recipe provides without being called so (virtual/kernel, libz): the catalog of all recipes is asked, as BitBake
 * does, with the threads and the cache of `parse`. Commands about one recipe are synchronous and open it at once; only one
 * that meets such a name is left, and run again when the catalog is there.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import { collectCatalog, type CatalogPart } from "../layers/catalog.js";
import { nearNames } from "../layers/find.js";
import { recipeKey } from "../layers/summary.js";
import type { Workspace } from "../layers/workspace.js";
import type { OpenOptions } from "./open.js";
import { messagePrinter, type Io } from "./output.js";
import { startProgress } from "./progress.js";
import { openRun, runKey } from "./runs.js";

/** Thrown out of a command that needs to know who provides a name. */
export class NeedsCatalog extends Error {
  constructor(
    readonly options: OpenOptions,
    readonly target: string,
    readonly near: readonly string[],
  ) {
    super(`the catalog of all recipes is needed to find ${target}`);
  }
}

/** Who provides what, as far as it was asked, by the options' key and the name: a recipe's key, or why there is none. */
export type Provided = Map<string, ProvidedBy>;
type ProvidedBy = { readonly key: string } | { readonly missing: SandbakeError };

/** What a workspace of these options asks (`WorkspaceOptions.provider`). */
export function providerOf(
  io: Io,
  options: OpenOptions,
): ((name: string, workspace: Workspace) => string | undefined) | undefined {
  const { provided } = io;
  if (provided === undefined) return undefined; // no command line: recipes are evaluated one by one
  return (name, workspace) => {
    const found = provided.get(keyOf(options, workspace.mc, name));
    if (found === undefined)
      throw new NeedsCatalog(options, mcName(workspace.mc, name), nearNames(name, workspace));
    if ("missing" in found) throw found.missing;
    return found.key;
  };
}

const mcName = (mc: string, name: string): string => (mc === "" ? name : `mc:${mc}:${name}`);
const keyOf = (options: OpenOptions, mc: string, name: string): string =>
  `${runKey(options)}\0${mcName(mc, name)}`;

/** Evaluates all recipes, or reads what is kept of them; faults of other recipes are not told here. */
export async function resolveProvided(io: Io, { options, target, near }: NeedsCatalog): Promise<void> {
  const quiet = options.quiet === true;
  const print = messagePrinter(io, quiet);
  const hint = near.length > 0 ? ` (did you mean ${near.join(" or ")}?)` : "";
  const run = openRun(io, options, () => undefined);
  try {
    const { parts } = run.open();
    const sources = parts.map(({ mc, files, facts }) => ({
      mc,
      total: files.length,
      ...facts,
      workspace: () => run.workspace.multiconfig(mc) ?? run.workspace,
    }));
    const total = sources.reduce((sum, source) => sum + source.total, 0);
    let told = false;
    let progress = startProgress(io, "Parsing recipes", 0, true);
    const catalog = await collectCatalog(sources, run.results(), (result) => {
      if (result.cached === true) return void progress.step();
      if (!told) {
        told = true;
        print({
          level: "note",
          message: `no recipe file is called ${target}${hint}: looking in all recipes who provides it`,
        });
        progress = startProgress(io, "Parsing recipes", total, quiet);
      }
      progress.step();
    });
    progress.end();
    const [, mc = "", name = target] = /^mc:([^:]*):(.*)$/s.exec(target) ?? [];
    io.provided?.set(keyOf(options, mc, name), choose(name, catalog.parts.get(mc), near));
  } finally {
    await run.close();
  }
}

function choose(name: string, part: CatalogPart | undefined, near: readonly string[]): ProvidedBy {
  const providers = part?.providers;
  const [best] = providers?.build(name)?.eligible ?? [];
  // The workspace that asks is that of the multiconfig already.
  if (best !== undefined) return { key: recipeKey(best.file, best.variant) };
  const [packager] = providers?.runtime(name)?.eligible ?? [];
  const reason = providers?.explainMissing(name) ?? `Nothing PROVIDES '${name}'`;
  const hint =
    packager !== undefined
      ? `A package is called ${name}; the recipe that makes it is ${packager.pn}.`
      : near.length > 0 && !reason.includes("Close matches")
        ? `Did you mean ${near.join(" or ")}?`
        : undefined;
  const missing = `no recipe '${name}': ${reason}`;
  return { missing: new SandbakeError("no-recipe", missing, hint === undefined ? {} : { hint }) };
}
