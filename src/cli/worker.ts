/** How a worker thread opens the workspace that a command's options name: as the command itself does, saying nothing. */
import { SandbakeError } from "../diagnostics/errors.js";
import type { Opened } from "../runs/opener.js";
import { NodeHost } from "../sandbox/host/node.js";
import { openWorkspace, type OpenOptions } from "./open.js";
import type { Io } from "./output.js";

export function openForWorker(request: unknown): Opened {
  return openQuietly(request as OpenOptions);
}

/** The workspace of the options; what its evaluation says goes nowhere unless it is collected. */
export function openQuietly(options: OpenOptions): Opened {
  const io: Io = { out: () => undefined, err: () => undefined };
  const workspace = openWorkspace(io, options, false);
  const { host } = workspace.evaluator;
  if (!(host instanceof NodeHost))
    throw new SandbakeError("host", "a workspace of the command line has a host of Node");
  return { workspace, host, finished: () => undefined };
}
