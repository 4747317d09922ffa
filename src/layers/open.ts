/** The short way to a workspace: the files of a host, and Python started over them. */
import type { CodeCache } from "../vm/codegen/cache.js";
import { startPython } from "../evaluate/python.js";
import type { Limits } from "../sandbox/budget.js";
import { Workspace, type WorkspaceOptions } from "./workspace.js";

/** What `Workspace` takes, but for Python, which is started here. */
export interface OpenWorkspaceOptions extends Omit<WorkspaceOptions, "startPython"> {
  /** Limits of the metadata's Python: steps, depth, memory (defaultLimits unless given). */
  readonly limits?: Partial<Limits>;
  /** Seconds of a monotonic clock, for the limit `seconds` (`machineClock` of sandbake/node); none: no such limit. */
  readonly clock?: () => number;
  /** Generated code of the metadata's Python, shared with other workspaces or kept on disk. */
  readonly codeCache?: CodeCache;
}

/**
 * Opens the build directory `topdir` of `host`. Nothing is evaluated before something is asked for; what is wrong with the
 * metadata is thrown then, as SandbakeError with file and line.
 */
export function openWorkspace({ limits, clock, codeCache, ...options }: OpenWorkspaceOptions): Workspace {
  const { host } = options;
  return new Workspace({
    ...options,
    startPython: (log) =>
      startPython({
        host,
        log,
        ...(limits ? { limits } : {}),
        ...(clock ? { clock } : {}),
        ...(codeCache ? { codeCache } : {}),
      }),
  });
}
