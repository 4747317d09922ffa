/** `sandbake export`: what each recipe is, one JSON object a line (schemas/recipe-metadata.schema.json). */
import { failureOf } from "../../evaluate/failure.js";
import { metadataFormat, recipeMetadata } from "../../layers/metadata.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, printError, type Io } from "../output.js";
import { fileSink, matches } from "./dump.js";

export interface ExportOptions extends OpenOptions {
  readonly recipes?: readonly string[];
  readonly output?: string;
}

/** Writes the metadata of the chosen recipes; one that fails is a line with its error. */
export function exportMetadata(io: Io, options: ExportOptions): number {
  const workspace = openWorkspace(io, options, false);
  const { recipes = ["*"], output = "-" } = options;
  const sink = output === "-" ? { write: io.out, close: () => undefined } : fileSink(output);
  const write = (line: unknown): void => sink.write(Buffer.from(`${JSON.stringify(line)}\n`, "utf8"));
  let status: number = exitCodes.ok;
  for (const part of workspace.multiconfigs()) {
    for (const file of part.files.recipes.filter((f) => recipes.some((pattern) => matches(f, pattern)))) {
      const { files, mc, evaluator } = part;
      const place = { file, mc, layer: files.layerOf(file).name, appends: files.appendsOf(file) };
      try {
        const found = part.evaluate(file, undefined, (variant) => recipeMetadata(variant, place, evaluator));
        for (const metadata of found) write(metadata);
      } catch (error) {
        status = exitCodes.error;
        printError(io, error);
        write({ format: metadataFormat, file, multiconfig: mc, error: failureOf(error) });
      }
    }
  }
  sink.close();
  return status;
}
