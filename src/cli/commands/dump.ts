/** `sandbake dump`: everything that chosen recipes evaluate to, as JSON Lines in the oracle's format. */
import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { storeRecord } from "../../layers/record.js";
import type { Workspace } from "../../layers/workspace.js";
import { chosenFiles } from "../choose.js";
import { exitCodes, printError, UsageError, type Io } from "../output.js";
import { openWorkspace, type OpenOptions } from "../open.js";

export interface DumpOptions extends OpenOptions {
  readonly recipes?: readonly string[];
  readonly output?: string;
  readonly layersRoot?: string;
}

export function dump(io: Io, options: DumpOptions): number {
  const { output } = options;
  if (output === undefined) throw new UsageError("dump: name the output with -o FILE (.jsonl or .jsonl.gz)");
  const workspace = openWorkspace(io, options, false);
  const sink = output === "-" ? { write: io.out, close: () => undefined } : fileSink(output);
  let status: number = exitCodes.ok;
  const failed = (error: unknown): void => printError(io, error);
  for (const record of dumpRecords(workspace, options.recipes ?? ["*"], options.layersRoot, failed)) {
    if (record.kind === "failed") {
      status = exitCodes.error;
      io.err(`failed: ${String(record["key"])}\n`);
    }
    sink.write(Buffer.from(`${JSON.stringify(record)}\n`, "utf8"));
  }
  sink.close();
  return status;
}

/** A file written record by record beside its place, and put there when it is whole; .gz: a gzip member a record. */
export function fileSink(path: string): { write: (data: Uint8Array) => void; close: () => void } {
  const part = `${path}.part`;
  const file = openSync(part, "w");
  return {
    write: (data) => void writeSync(file, path.endsWith(".gz") ? gzipSync(data, { level: 6 }) : data),
    close: () => {
      closeSync(file);
      renameSync(part, path);
    },
  };
}

type AnyRecord = { readonly kind: string } & Record<string, unknown>;

/** The records of the chosen recipes, the header and the configuration first. A recipe that fails is a record too. */
export function* dumpRecords(
  workspace: Workspace,
  patterns: readonly string[],
  layersRoot?: string,
  onFailure: (error: unknown) => void = () => undefined,
): Generator<AnyRecord> {
  const { evaluator } = workspace;
  const root = layersRoot === undefined ? undefined : `${layersRoot.replace(/\/$/, "")}/`;
  const short = (path: string): string => (root === undefined ? path : path.split(root).join("${LAYERS}/"));
  const files = chosenFiles(workspace.files.recipes, patterns);
  yield {
    kind: "header",
    format: 1,
    generator: "sandbake",
    layers_root: layersRoot ?? null,
    files: files.length,
  };
  yield { kind: "base", key: "", ...storeRecord(workspace.configuration.createCopy(), evaluator, short) };
  workspace.computeSignatures = true;
  for (const file of files) {
    try {
      const variants = workspace.evaluate(file);
      // The order of the oracle: variants by name backwards, the recipe itself last.
      for (const { name, store, signatures, signatureError } of [...variants].sort((a, b) =>
        a.name < b.name ? 1 : -1,
      )) {
        if (signatureError !== undefined) onFailure(signatureError);
        yield {
          kind: "recipe",
          key: short(name === "" ? file : `virtual:${name}:${file}`),
          pn: store.getVar("PN"),
          variant: name,
          layer: workspace.files.layerOf(file).name,
          appends: workspace.files.appendsOf(file).map(short),
          skipped: store.getVar("__SKIPPED", false),
          ...storeRecord(store, evaluator, short, signatures),
        };
      }
    } catch (error) {
      onFailure(error);
      yield {
        kind: "failed",
        key: short(file),
        error: error instanceof Error ? error.message : String(error),
      };
    }
  }
}
