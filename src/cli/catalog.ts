/** From command line options to all recipes evaluated: with progress, and what the evaluation says as it comes. */
import { errorOf } from "../evaluate/failure.js";
import { collectCatalog, type Catalog, type CatalogPart, type CatalogSource } from "../layers/catalog.js";
import { evaluateAll, type RecipeResult } from "../layers/evaluate-all.js";
import type { Workspace } from "../layers/workspace.js";
import { messagePrinter, printError, UsageError, type Io, type MessagePrinter } from "./output.js";
import { startProgress } from "./progress.js";
import { factsOf, openRun, type RunCommandOptions, type RunFacts } from "./runs.js";

/** A catalog with the count of what was said while it was made. */
export interface OpenedCatalog {
  readonly catalog: Catalog;
  /** Prints a message; its counts hold all printed so far. */
  readonly print: MessagePrinter;
}

/**
 * Evaluates everything that the options name, with the threads and the cache that they choose. A broken recipe is printed
 * and counted; the others go on. `progressLines`: tell how far it is also where stderr is no terminal.
 */
export async function openCatalog(
  io: Io,
  options: RunCommandOptions,
  progressLines = false,
): Promise<OpenedCatalog> {
  const print = messagePrinter(io, options.quiet === true);
  const run = openRun(io, options, print);
  try {
    const { parts, messages } = run.open();
    for (const message of messages) print(message);
    const sources = parts.map(({ mc, files, facts }) => ({
      mc,
      total: files.length,
      ...facts,
      workspace: () => run.workspace.multiconfig(mc) ?? run.workspace,
    }));
    const catalog = await collect(io, sources, run.results(), print, options.quiet === true, progressLines);
    return { catalog, print };
  } finally {
    await run.close();
  }
}

/** Evaluates all recipes of an opened workspace, in this thread. */
export function evaluateCatalog(
  io: Io,
  workspace: Workspace,
  print: MessagePrinter,
  quiet: boolean,
): Promise<Catalog> {
  const sources = workspace.multiconfigs().map((part) => ({
    mc: part.mc,
    total: part.files.recipes.length,
    ...factsOf(part),
    workspace: () => part,
  }));
  return collect(io, sources, evaluateAll(workspace), print, quiet);
}

async function collect(
  io: Io,
  sources: readonly (CatalogSource & RunFacts & { readonly total: number })[],
  results: AsyncIterable<RecipeResult>,
  print: MessagePrinter,
  quiet: boolean,
  progressLines = false,
): Promise<Catalog> {
  const total = sources.reduce((sum, source) => sum + source.total, 0);
  const progress = startProgress(io, "Parsing recipes", total, quiet, progressLines);
  const catalog = await collectCatalog(sources, results, (result) => {
    if (result.messages.length > 0 || "error" in result) progress.clear();
    for (const message of result.messages) print(message);
    if ("error" in result) {
      print.counts.errors++;
      printError(io, errorOf(result.error));
    }
    progress.step();
  });
  progress.end();
  for (const { mc, dangling } of sources) {
    if (dangling.length === 0) continue;
    const name = mc === "" ? "default" : mc;
    print({
      level: "error",
      message: `No recipes in ${name} available for:\n  ${dangling.join("\n  ")}`,
    });
  }
  return catalog;
}

/** The recipes of one multiconfig, "" for the default one. */
export function partOf(catalog: Catalog, mc = ""): CatalogPart {
  const part = catalog.parts.get(mc);
  if (part) return part;
  const names = [...catalog.parts.keys()].filter((name) => name !== "");
  throw new UsageError(
    `no multiconfig '${mc}': ${names.length === 0 ? "BBMULTICONFIG is not set" : `BBMULTICONFIG has ${names.join(", ")}`}`,
  );
}

/** BitBake's last lines: how many warnings and errors there were. */
export function summaryText({ warnings, errors }: { warnings: number; errors: number }): string {
  const count = (n: number, word: string): string =>
    n === 1 ? `There was 1 ${word} message` : `There were ${n} ${word} messages`;
  return [
    ...(warnings > 0 ? [`Summary: ${count(warnings, "WARNING")}.\n`] : []),
    ...(errors > 0 ? [`Summary: ${count(errors, "ERROR")}, returning a non-zero exit code.\n`] : []),
  ].join("");
}
