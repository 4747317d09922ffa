/** The public subpath `sandbake/node`: workspaces over the real file system, which is read and never written. */
import { LiveWorkspace } from "./layers/live.js";
import { openWorkspace, type OpenWorkspaceOptions } from "./layers/open.js";
import type { Workspace } from "./layers/workspace.js";
import type { RecipeResult } from "./layers/evaluate-all.js";
import { runBuild, type BuildRunOptions, type ResultOptions } from "./runs/build.js";
import { machineGauges } from "./sandbox/host/guarded.js";
import {
  checkoutOf,
  hostFactFiles,
  machineFacts,
  nodeHost,
  type NodePermissions,
} from "./sandbox/host/node.js";
import { literalPath } from "./sandbox/permissions.js";

export { machineGauges } from "./sandbox/host/guarded.js";
export { machineFacts, nodeHost, type NodeHost, type NodePermissions } from "./sandbox/host/node.js";

export type { BuildRunOptions, ResultOptions } from "./runs/build.js";

export interface OpenBuildOptions extends Omit<OpenWorkspaceOptions, "host" | "topdir" | "onLayers"> {
  /** Files and folders that the metadata may read besides the build directory and its layers: patterns (docs/security.md). */
  readonly read?: readonly string[];
  /** What of what is read or run is closed all the same. */
  readonly deny?: NodePermissions["deny"];
  /** A bitbake checkout: its bin folder stands first in PATH, as bitbake puts it. */
  readonly bitbake?: string;
  /** Programs that the metadata may run; none by default. */
  readonly run?: readonly string[];
  /** The environment that BitBake would see; not this process's unless given. */
  readonly env?: ReadonlyMap<string, string>;
}

/** Opens a BitBake build directory (absolute path; it holds conf/bblayers.conf). */
export function openBuild(topdir: string, options: OpenBuildOptions = {}): Workspace {
  return openWorkspace(buildOptions(topdir, options));
}

/** The same for a workspace that is edited in memory; the files on the disk stay as they are. */
export function openLiveBuild(topdir: string, options: OpenBuildOptions = {}): LiveWorkspace {
  return new LiveWorkspace(buildOptions(topdir, options));
}

/** What `openBuild` takes, as far as it is plain data that goes to worker threads, and how to run. */
export interface EvaluateBuildOptions
  extends
    Pick<OpenBuildOptions, "read" | "bitbake" | "run" | "deny" | "env" | "prefiles" | "postfiles" | "limits">,
    BuildRunOptions,
    ResultOptions {}

/**
 * Evaluates every recipe of a build directory (absolute path), with worker threads and a cache where they are asked for: one
 * result a recipe file, in the order of the files, a broken one with its error. Leaving the loop ends the threads.
 * @throws what is wrong with the configuration
 */
export function evaluateBuild(
  topdir: string,
  { jobs, cache, files, signal, log, ...options }: EvaluateBuildOptions = {},
): AsyncGenerator<RecipeResult, void, void> {
  const file = `./node-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`;
  const module = new URL(file, import.meta.url).href;
  return runBuild(
    { open: openBuild, module, request: { topdir, options } },
    { jobs, cache, files, signal, log },
  );
}

function buildOptions(topdir: string, options: OpenBuildOptions): OpenWorkspaceOptions {
  const { read = [], run = [], deny, env: given, bitbake, ...rest } = options;
  const env = new Map(given ?? machineFacts().env);
  env.set("BBPATH", topdir).set("PWD", topdir);
  if (bitbake !== undefined) env.set("PATH", `${bitbake}/bin:${env.get("PATH") ?? ""}`);
  const path = (env.get("PATH") ?? "").split(":");
  const host = nodeHost(
    {
      read: [
        ...[topdir, ...hostFactFiles, ...(bitbake === undefined ? [] : [bitbake])].map(literalPath),
        ...read,
      ],
      // Host tools, and the links through which Debian chooses them.
      stat: [...path, "/etc/alternatives"].map(literalPath),
      run,
      ...(deny === undefined ? {} : { deny }),
    },
    { env, cwd: topdir },
  );
  return {
    gauges: machineGauges(rest.limits),
    ...rest,
    host,
    topdir,
    onLayers: (layers) => host.grantRead(layers.map(checkoutOf)),
  };
}
