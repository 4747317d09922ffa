/** The example's layers in a folder of their own, and runs over them: what a process of tests or a child of it does. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { limitsOf } from "../../src/cli/open.js";
import { openQuietly } from "../../src/cli/worker.js";
import { RunStore } from "../../src/runs/disk.js";
import { LayerRun } from "../../src/runs/run.js";
import { openForWorker } from "./faulty.js";

/** Copies the example to `folder`. */
export function copyExample(folder: string): void {
  cpSync(join(import.meta.dirname, "../../examples/teapot"), folder, { recursive: true });
}

export interface Outcome {
  /** Each result as JSON. */
  readonly results: string[];
  readonly messages: string[];
  readonly cached: number;
  readonly files: string[];
  /** The configuration was evaluated. */
  readonly configured: boolean;
}

/** Evaluates all of the example in `folder`, or only until there are `most` results. */
export async function runExample(
  folder: string,
  jobs: number,
  cache?: string,
  {
    limit = [],
    faulty = false,
    most = Infinity,
  }: { readonly limit?: readonly string[]; readonly faulty?: boolean; readonly most?: number } = {},
): Promise<Outcome> {
  const options = { build: join(folder, "build"), allowRead: [folder], limit };
  const module = faulty ? "./faulty.ts" : "../../src/cli/worker.ts";
  let configured = false;
  const run = new LayerRun({
    open: () => {
      configured = true;
      return faulty ? openForWorker(options) : openQuietly(options);
    },
    opener: {
      module: new URL(module, import.meta.url).href,
      request: faulty ? options : { request: options },
      limits: limitsOf(limit),
    },
    jobs,
    ...(cache === undefined ? {} : { store: new RunStore(cache, "example") }),
    host: () => {
      throw new Error("no program is to be run again");
    },
    facts: ({ files }) => ({ masked: files.masked }),
  });
  const { messages } = run.open();
  const results: string[] = [];
  const files: string[] = [];
  let cached = 0;
  for await (const result of run.results()) {
    files.push(result.file);
    if (result.cached === true) cached++;
    const rest = "error" in result ? { error: result.error } : { summaries: result.summaries };
    results.push(JSON.stringify({ file: result.file, mc: result.mc, messages: result.messages, ...rest }));
    if (results.length >= most) break;
  }
  await run.close();
  return { results, messages: messages.map(({ message }) => message), cached, files, configured };
}
