/** A workspace in static mode: nothing of the metadata's Python is run, and every answer says whether it is known. */
import type { DataStore } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import { staticVariable, type StaticVariable } from "../evaluate/static/report.js";
import { startStatic, type StaticPython } from "../evaluate/static/side.js";
import { Workspace, type WorkspaceOptions } from "./workspace.js";

export interface StaticWorkspace {
  readonly workspace: Workspace;
  /** A variable of one of its stores: known, partly known, or unknown with the place that may write it. */
  readonly variable: (store: DataStore, name: string) => StaticVariable;
}

/** As openWorkspace, without Python: for an editor that was not given trust, and where a limit stops evaluation. */
export function openStaticWorkspace(options: Omit<WorkspaceOptions, "startPython">): StaticWorkspace {
  let python: StaticPython | undefined;
  const workspace = new Workspace({
    ...options,
    startPython: (log) => {
      const started = startStatic(options.host, log);
      ({ python } = started);
      return started;
    },
  });
  if (python === undefined) throw new SandbakeError("static-mode", "static mode did not start");
  const side = python;
  return { workspace, variable: (store, name) => staticVariable(store, name, side) };
}
