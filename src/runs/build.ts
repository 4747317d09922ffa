/** Whole runs for embedders: a folder's recipes over worker threads and a cache on disk, results as they come. */
import { availableParallelism } from "node:os";
import type { Message } from "../evaluate/evaluator.js";
import type { RecipeResult } from "../layers/evaluate-all.js";
import type { Workspace } from "../layers/workspace.js";
import type { Limits } from "../sandbox/budget.js";
import { machineFacts, NodeHost } from "../sandbox/host/node.js";
import { RunStore } from "./disk.js";
import type { Opened } from "./opener.js";
import { sha256 } from "./recorder.js";
import { LayerRun } from "./run.js";

/** How to run. */
export interface BuildRunOptions {
  /** Threads that evaluate, this one included; default: one for each core, at most 8. Results do not depend on it. */
  readonly jobs?: number;
  /** A folder in which results are kept: what stands is not evaluated again by a later run. Default: nothing is kept. */
  readonly cache?: string;
  /** Only these recipe files, in this order. */
  readonly files?: readonly string[];
  /** Aborting ends the iteration with the signal's reason, and the threads. */
  readonly signal?: AbortSignal;
  /** Warnings and notes of the configuration; those of a recipe are in its result. */
  readonly log?: (message: Message) => void;
}

/** What results hold beside the summaries' plain facts. */
export interface ResultOptions {
  /** Compute the base hash of every task (`RecipeSummary.tasks`). */
  readonly hashes?: boolean;
  /** Results hold the metadata of each variant (`RecipeMetadata`). */
  readonly metadata?: boolean;
}

/** What is run. Plain data that decides the outcome; `env`: the environment, this machine's fixed one if absent. */
export interface BuildRequest<Options> {
  readonly topdir: string;
  readonly options: Options &
    ResultOptions & { readonly env?: ReadonlyMap<string, string>; readonly limits?: Partial<Limits> };
}

/** What is run, and how it is opened here and, by `module` (opener.ts), in a worker. */
export interface BuildRun<Options> {
  readonly open: (topdir: string, options: Options) => Workspace;
  readonly module: string;
  readonly request: BuildRequest<Options>;
}

/** Opens it for one thread. */
export function openedBuild<Options>(
  open: BuildRun<Options>["open"],
  { topdir, options }: BuildRequest<Options>,
): Opened & { readonly host: NodeHost } {
  const { hashes, metadata, ...rest } = options;
  const workspace = open(topdir, rest as Options);
  if (hashes === true) workspace.computeSignatures = true;
  if (metadata === true) workspace.computeMetadata = true;
  const { host } = workspace.evaluator;
  if (!(host instanceof NodeHost)) throw new Error("unreachable: a build directory has a host of Node");
  return { workspace, host, finished: () => undefined };
}

export async function* runBuild<Options>(
  { open, module, request }: BuildRun<Options>,
  {
    jobs = Math.min(availableParallelism(), 8),
    cache,
    files,
    signal,
    log,
  }: { readonly [Name in keyof BuildRunOptions]: BuildRunOptions[Name] | undefined },
): AsyncGenerator<RecipeResult, void, void> {
  signal?.throwIfAborted();
  // Runs with other options, another environment or machine have results of their own.
  const { env, ...machine } = machineFacts();
  const told = { ...request, env: [...(request.options.env ?? env)] };
  const name = sha256(
    JSON.stringify(["build", told, machine], (_, value: unknown) => (value === Infinity ? "none" : value)),
  ).slice(0, 24);
  const run = new LayerRun({
    open: () => openedBuild(open, request),
    opener: { module, request, ...(request.options.limits ? { limits: request.options.limits } : {}) },
    jobs,
    ...(cache === undefined ? {} : { store: new RunStore(cache, name) }),
    host: () => openedBuild(open, request).host,
    facts: () => null,
  });
  try {
    for (const message of run.open(files === undefined).messages) log?.(message);
    yield* run.results({ ...(files ? { files } : {}), ...(signal ? { signal } : {}) });
  } finally {
    await run.close();
  }
}
