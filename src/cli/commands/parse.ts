/** `sandbake parse`: evaluates every recipe, as `bitbake -p`. */
import { failuresOf, countLine } from "../../layers/catalog.js";
import { openCatalog, summaryText } from "../catalog.js";
import { exitCodes, type Io } from "../output.js";
import type { RunCommandOptions } from "../runs.js";

export interface ParseOptions extends RunCommandOptions {
  readonly json?: boolean;
}

export async function parse(io: Io, options: ParseOptions): Promise<number> {
  const { catalog, print } = await openCatalog(io, options, true);
  if (options.json) {
    io.out(
      `${JSON.stringify({ schemaVersion: 1, counts: catalog.counts, failures: failuresOf(catalog) }, null, 2)}\n`,
    );
  } else io.out(`${countLine(catalog.counts)}\n`);
  if (options.quiet !== true || print.counts.errors > 0) io.err(summaryText(print.counts));
  return print.counts.errors > 0 ? exitCodes.error : exitCodes.ok;
}
