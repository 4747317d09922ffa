/** How the worker threads of `evaluateBuild` open their workspace. */
import { openBuild } from "./node.js";
import { openedBuild, type BuildRequest } from "./runs/build.js";
import type { Opened } from "./runs/opener.js";

export function openForWorker(request: unknown): Opened {
  return openedBuild(openBuild, request as BuildRequest<object>);
}
