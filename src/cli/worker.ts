/** How a worker thread opens the workspace that a command's options name: as the command itself does, saying nothing. */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Message } from "../evaluate/evaluator.js";
import type { Opened } from "../runs/opener.js";
import { NodeHost } from "../sandbox/host/node.js";
import { codeCacheIn } from "./caches.js";
import { openWorkspace, type OpenOptions } from "./open.js";
import type { Io } from "./output.js";

/** What decides the outcome of a run. */
export interface WorkerRequest extends OpenOptions {
  /** Base hashes are computed. */
  readonly hashes?: boolean;
  /** Results hold each variant's metadata. */
  readonly metadata?: boolean;
}

export function openForWorker(data: unknown): Opened {
  const { request, cache } = data as { request: WorkerRequest; cache?: string };
  return openQuietly(request, cache);
}

const silence: Io = { out: () => undefined, err: () => undefined };

/**
 * The workspace of the options; what its evaluation says goes nowhere unless it is collected or `print` is given.
 * `cache` is the folder that keeps generated code.
 */
export function openQuietly(
  options: WorkerRequest,
  cache?: string,
  io: Io = silence,
  print: (message: Message) => void = () => undefined,
): Opened & { readonly host: NodeHost } {
  const codeCache = codeCacheIn(cache);
  const workspace = openWorkspace(io, options, false, print, codeCache);
  if (options.hashes === true) workspace.computeSignatures = true;
  if (options.metadata === true) workspace.computeMetadata = true;
  const { host } = workspace.evaluator;
  if (!(host instanceof NodeHost))
    throw new SandbakeError("host", "a workspace of the command line has a host of Node");
  return { workspace, host, finished: () => (cache === undefined ? undefined : codeCache.flush()) };
}
