/** `sandbake dump`: everything that chosen recipes evaluate to, as JSON Lines in the oracle's format. */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { storeRecord } from "../../layers/record.js";
import type { Workspace } from "../../layers/workspace.js";
import { basename } from "../../sandbox/paths.js";
import { exitCodes, printError, UsageError, type Io } from "../output.js";
import { openWorkspace, type OpenOptions } from "../open.js";

export interface DumpOptions extends OpenOptions {
  readonly recipes?: readonly string[];
  readonly output?: string;
  readonly layersRoot?: string;
}

export function dump(io: Io, options: DumpOptions): number {
  if (options.output === undefined)
    throw new UsageError("dump: name the output with -o FILE (.jsonl or .jsonl.gz)");
  const workspace = openWorkspace(io, options, false);
  const chunks: Buffer[] = [];
  let status: number = exitCodes.ok;
  const failed = (error: unknown): void => printError(io, error);
  for (const record of dumpRecords(workspace, options.recipes ?? ["*"], options.layersRoot, failed)) {
    if (record.kind === "failed") {
      status = exitCodes.error;
      io.err(`failed: ${String(record["key"])}\n`);
    }
    const line = Buffer.from(`${JSON.stringify(record)}\n`, "utf8");
    chunks.push(options.output.endsWith(".gz") ? gzipSync(line, { level: 6 }) : line);
  }
  if (options.output === "-") for (const chunk of chunks) io.out(chunk);
  else writeFileSync(options.output, Buffer.concat(chunks));
  return status;
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
  const files = workspace.files.recipes.filter((file) => patterns.some((pattern) => matches(file, pattern)));
  yield {
    kind: "header",
    format: 1,
    generator: "sandbake",
    layers_root: layersRoot ?? null,
    files: files.length,
  };
  yield { kind: "base", key: "", ...storeRecord(workspace.configuration.createCopy(), evaluator, short) };
  for (const file of files) {
    try {
      const variants = workspace.evaluate(file);
      // The order of the oracle: variants by name backwards, the recipe itself last.
      for (const { name, store, skipped } of [...variants].sort((a, b) => (a.name < b.name ? 1 : -1))) {
        yield {
          kind: "recipe",
          key: short(name === "" ? file : `virtual:${name}:${file}`),
          pn: store.getVar("PN"),
          variant: name,
          layer: workspace.files.layerOf(file).name,
          appends: workspace.files.appendsOf(file).map(short),
          skipped: skipped ?? null,
          ...storeRecord(store, evaluator, short),
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

/** A pattern is a glob over the file's name or its PN (`zlib`, `zlib_*`, `*`). */
function matches(file: string, pattern: string): boolean {
  const name = basename(file).replace(/\.bb$/, "");
  const regex = new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
  );
  return regex.test(name) || regex.test(name.split("_", 1)[0] ?? "") || regex.test(file);
}
