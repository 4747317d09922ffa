/** `sandbake export`: what each recipe is, one JSON object a line (schemas/recipe-metadata.schema.json). */
import { errorOf } from "../../evaluate/failure.js";
import { metadataFormat } from "../../layers/metadata.js";
import { chosenFiles } from "../choose.js";
import { exitCodes, messagePrinter, printError, type Io } from "../output.js";
import { startProgress } from "../progress.js";
import { openRun, type RunCommandOptions } from "../runs.js";
import { fileSink } from "./dump.js";

export interface ExportOptions extends RunCommandOptions {
  readonly recipes?: readonly string[];
  readonly output?: string;
}

/** Writes the metadata of the chosen recipes; one that fails is a line with its error. */
export async function exportMetadata(io: Io, options: ExportOptions): Promise<number> {
  const { recipes, output = "-", quiet = false } = options;
  const print = messagePrinter(io, quiet);
  const run = openRun(io, { ...options, metadata: true }, print);
  try {
    const { parts, messages } = run.open(recipes === undefined);
    for (const message of messages) print(message);
    const files = recipes && chosenFiles([...new Set(parts.flatMap((part) => part.files))], recipes);
    const known = new Map(parts.map((part) => [part.mc, new Set(part.files)]));
    const sink = output === "-" ? { write: io.out, close: () => undefined } : fileSink(output);
    const write = (line: unknown): void => sink.write(Buffer.from(`${JSON.stringify(line)}\n`, "utf8"));
    const total = parts.reduce((sum, part) => sum + (files ?? part.files).length, 0);
    const progress = startProgress(io, "Parsing recipes", total, quiet);
    for await (const result of run.results(files ? { files } : {})) {
      progress.step();
      const { file, mc } = result;
      if (known.get(mc)?.has(file) !== true) continue; // BBMASK of that multiconfig leaves it out
      if (result.messages.length > 0 || "error" in result) progress.clear();
      for (const message of result.messages) print(message);
      if ("error" in result) {
        print.counts.errors++;
        printError(io, errorOf(result.error));
        write({ format: metadataFormat, file, multiconfig: mc, error: result.error });
      } else for (const metadata of result.metadata ?? []) write(metadata);
    }
    progress.end();
    sink.close();
  } finally {
    await run.close();
  }
  return print.counts.errors > 0 ? exitCodes.error : exitCodes.ok;
}
