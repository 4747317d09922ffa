/** Threads and caches as the command line chooses them. */
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import type { Message } from "../evaluate/evaluator.js";
import type { Workspace } from "../layers/workspace.js";
import { RunStore } from "../runs/disk.js";
import { sha256 } from "../runs/recorder.js";
import { LayerRun } from "../runs/run.js";
import { machineFacts } from "../sandbox/host/node.js";
import { cacheFolder } from "./caches.js";
import { tuneForThreads } from "./engine.js";
import { absolutePatterns, absolutePrograms, limitsOf, passedEnvironment, type OpenOptions } from "./open.js";
import type { Io } from "./output.js";
import { openQuietly, type WorkerRequest } from "./worker.js";

/** The options of commands that evaluate all recipes. */
export interface RunCommandOptions extends OpenOptions {
  readonly jobs?: number;
  /** Summaries hold the base hash of each task. */
  readonly hashes?: boolean;
  /** Results hold what `export` writes. */
  readonly metadata?: boolean;
}

/** What is told of a configuration beside its files. */
export interface RunFacts {
  readonly masked: number;
  /** bbappends without a recipe. */
  readonly dangling: readonly string[];
}

/** Adds the options of `RunCommandOptions`. */
export function withRunOptions(command: Command): Command {
  return command.option(
    "-j, --jobs <n>",
    "threads that evaluate recipes (default: one for each core, at most 8)",
    count,
  );
}

function count(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError("expected a number from 1 on");
  return n;
}

export function factsOf({ files }: Workspace): RunFacts {
  return { masked: files.masked, dangling: files.dangling() };
}

/** A run over everything that the options name. */
export function openRun(
  io: Io,
  options: RunCommandOptions,
  print: (message: Message) => void,
): LayerRun<RunFacts> {
  const request = requestOf(options);
  const facts = machineFacts();
  const folder = cacheFolder(options);
  // Runs with other options, another environment or machine have results of their own.
  const { env, ...machine } = { ...facts, env: [...facts.env] };
  const name = sha256(JSON.stringify([request, env, machine])).slice(0, 24);
  const cores = availableParallelism();
  const jobs = options.jobs ?? Math.min(cores, 8);
  if (jobs > 1 && jobs >= cores) tuneForThreads();
  return new LayerRun({
    open: () => openQuietly(request, folder, io, print),
    opener: {
      module: new URL(`./worker.${extension}`, import.meta.url).href,
      request: { request, cache: folder },
      limits: limitsOf(options.limit ?? []),
    },
    jobs,
    ...(folder === undefined ? {} : { store: new RunStore(join(folder, "runs"), name) }),
    host: () => openQuietly(request).host,
    facts: factsOf,
  });
}

const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** Tells runs apart that may come to another outcome. */
export const runKey = (options: OpenOptions): string => JSON.stringify(requestOf(options));

/** What of the options decides the outcome, with absolute paths. */
function requestOf(options: RunCommandOptions): WorkerRequest {
  const {
    build,
    layers,
    machine,
    distro,
    bitbake,
    set,
    read,
    postread,
    allowRead,
    allowRun,
    allowStat,
    denyRead,
    denyRun,
    fixedFacts,
    limit,
  } = options;
  const all = (paths: readonly string[] | undefined): string[] | undefined =>
    paths?.map((path) => resolve(path));
  const wanted = {
    build: build === undefined ? (layers === undefined ? resolve(".") : undefined) : resolve(build),
    layers: all(layers),
    machine,
    distro,
    bitbake: bitbake === undefined ? undefined : resolve(bitbake),
    set,
    read: all(read),
    postread: all(postread),
    allowRead: allowRead && absolutePatterns(allowRead),
    allowRun: allowRun && absolutePrograms(allowRun),
    allowStat: allowStat && absolutePatterns(allowStat),
    denyRead: denyRead && absolutePatterns(denyRead),
    denyRun: denyRun && absolutePrograms(denyRun),
    // Resolved here: workers do not see this process's environment.
    env: [...passedEnvironment(options)].map(([name, value]) => `${name}=${value}`),
    limit,
    fixedFacts,
    hashes: options.hashes,
    metadata: options.metadata,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
