/** How a worker thread opens the workspace that a command's options name: as the command itself does, saying nothing. */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Message } from "../evaluate/evaluator.js";
import type { Opened } from "../runs/opener.js";
import { DiskContentStore } from "../sandbox/host/node-store.js";
import { NodeHost } from "../sandbox/host/node.js";
import { CodeCache } from "../vm/index.js";
import { openWorkspace, type OpenOptions } from "./open.js";
import type { Io } from "./output.js";

export function openForWorker(data: unknown): Opened {
  const { request, codeFolder } = data as { request: OpenOptions; codeFolder?: string };
  return openQuietly(request, codeFolder);
}

const silence: Io = { out: () => undefined, err: () => undefined };

/**
 * The workspace of the options; what its evaluation says goes nowhere unless it is collected or `print` is given.
 * `codeFolder` keeps generated code.
 */
export function openQuietly(
  options: OpenOptions,
  codeFolder?: string,
  io: Io = silence,
  print: (message: Message) => void = () => undefined,
): Opened & { readonly host: NodeHost } {
  const codeCache = codeFolder === undefined ? undefined : new CodeCache(new DiskContentStore(codeFolder));
  const workspace = openWorkspace(io, options, false, print, codeCache);
  const { host } = workspace.evaluator;
  if (!(host instanceof NodeHost))
    throw new SandbakeError("host", "a workspace of the command line has a host of Node");
  return { workspace, host, finished: () => codeCache?.flush() };
}
