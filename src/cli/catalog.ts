/** From command line options to all recipes evaluated: with progress, and what the evaluation says as it comes. */
import { errorOf } from "../evaluate/failure.js";
import { readCatalog, type Catalog, type CatalogPart } from "../layers/catalog.js";
import type { Workspace } from "../layers/workspace.js";
import { openWorkspace, type OpenOptions } from "./open.js";
import { messagePrinter, printError, UsageError, type Io, type MessagePrinter } from "./output.js";
import { startProgress } from "./progress.js";

/** A catalog with the count of what was said while it was made. */
export interface OpenedCatalog {
  readonly workspace: Workspace;
  readonly catalog: Catalog;
  /** Prints a message; its counts hold all printed so far. */
  readonly print: MessagePrinter;
}

/** Evaluates everything that the options name. A broken recipe is printed and counted; the others go on. */
export async function openCatalog(io: Io, options: OpenOptions): Promise<OpenedCatalog> {
  const print = messagePrinter(io, options.quiet === true);
  const workspace = openWorkspace(io, options, false, print);
  return { workspace, catalog: await evaluateCatalog(io, workspace, print, options.quiet === true), print };
}

/** Evaluates all recipes of an opened workspace. */
export async function evaluateCatalog(
  io: Io,
  workspace: Workspace,
  print: MessagePrinter,
  quiet: boolean,
): Promise<Catalog> {
  const parts = workspace.multiconfigs();
  const total = parts.reduce((sum, { files }) => sum + files.recipes.length, 0);
  const progress = startProgress(io, "Parsing recipes", total, quiet);
  const catalog = await readCatalog(workspace, {
    onResult: (result) => {
      if (result.messages.length > 0 || "error" in result) progress.clear();
      for (const message of result.messages) print(message);
      if ("error" in result) {
        print.counts.errors++;
        printError(io, errorOf(result.error));
      }
      progress.step();
    },
  });
  progress.end();
  for (const part of parts) {
    const dangling = part.files.dangling();
    if (dangling.length === 0) continue;
    const name = part.mc === "" ? "default" : part.mc;
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
