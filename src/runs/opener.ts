/** How a thread comes to its workspace: a module that exports `openForWorker`, and plain data for it. */
import type { Limits } from "../sandbox/budget.js";
import type { Workspace } from "../layers/workspace.js";
import type { OverlayHost } from "../sandbox/host/memory.js";

export interface Opened {
  readonly workspace: Workspace;
  readonly host: OverlayHost;
  /** Called when no more is evaluated: generated code goes to its store. */
  readonly finished: () => void;
}

export interface Opener {
  /** URL of a module that exports `openForWorker(request: unknown): Opened`. */
  readonly module: string;
  /** What goes through structured clone to it. */
  readonly request: unknown;
  /** The limits of the workspace, as far as they are not the defaults: a worker's heap and time are by them. */
  readonly limits?: Partial<Limits>;
}
