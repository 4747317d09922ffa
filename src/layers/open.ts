/** The short way to a workspace: the files of a host, and Python started over them. */
import type { CodeCache } from "../vm/codegen/cache.js";
import { startPython } from "../evaluate/python.js";
import type { Gauges, Limits } from "../sandbox/budget.js";
import { Workspace, type WorkspaceOptions } from "./workspace.js";

/** What `Workspace` takes, but for Python, which is started here. */
export interface OpenWorkspaceOptions extends Omit<WorkspaceOptions, "startPython"> {
  /** Limits of the metadata's Python: steps, depth, memory (defaultLimits unless given). */
  readonly limits?: Partial<Limits>;
  /** What of the machine the limits need (`machineGauges` of sandbake/node); none: the counted limits alone. */
  readonly gauges?: Gauges;
  /** Generated code of the metadata's Python, shared with other workspaces or kept on disk. */
  readonly codeCache?: CodeCache;
}

/**
 * Opens the build directory `topdir` of `host`. Nothing is evaluated before something is asked for; what is wrong with the
 * metadata is thrown then, as SandbakeError with file and line.
 */
export function openWorkspace({
  limits,
  gauges = {},
  codeCache,
  ...options
}: OpenWorkspaceOptions): Workspace {
  const { host } = options;
  return new Workspace({
    ...options,
    ...(gauges.stop ? { stop: gauges.stop } : {}),
    startPython: (log) =>
      startPython({
        host,
        log,
        ...(limits ? { limits } : {}),
        gauges,
        ...(codeCache ? { codeCache } : {}),
      }),
  });
}
