/** From an evaluated variant to what the page shows of it: plain data. */
import { explainVariable, storeRecord } from "../../src/index.js";
import type { DataStore, Message, Variant, Workspace } from "../../src/index.js";
import type { Evaluated, Finding, TaskNode, VariableRow } from "./protocol.js";

/** All that the panels show of one variant. */
export function readVariant(
  workspace: Workspace,
  { store, skipped }: Variant,
  variable: string,
): Partial<Evaluated> {
  return {
    skipped: skipped ?? null,
    variables: variablesOf(store, workspace),
    explanation: explained(store, variable, workspace),
    tasks: tasksOf(store, workspace),
    record: {
      kind: "recipe",
      pn: store.getVar("PN"),
      ...storeRecord(store, workspace.evaluator, (path) => path),
    },
  };
}

function explained(store: DataStore, name: string, workspace: Workspace): Evaluated["explanation"] {
  const { python } = workspace.evaluator;
  const plain = (value: unknown): unknown => (value === null ? null : python.plain(value));
  try {
    const told = explainVariable(store, name);
    return { ...told, value: plain(told.value), unexpanded: plain(told.unexpanded) };
  } catch {
    return null; // its expansion fails: the row of the variable says how
  }
}

function variablesOf(store: DataStore, workspace: Workspace): VariableRow[] {
  const rows: VariableRow[] = [];
  for (const name of store.keys().sort()) {
    if (name.startsWith("__")) continue;
    const set = store.history(name).findLast(({ flag }) => flag === undefined);
    const isFunction = Boolean(store.getVarFlag(name, "func", false));
    const kind = isFunction ? (store.getVarFlag(name, "python", false) ? "python" : "function") : "variable";
    const place = isFunction ? functionPlace(store, name) : { file: set?.file ?? "", line: set?.line ?? 0 };
    try {
      const value = kind === "python" ? store.getVar(name, false) : store.getVar(name);
      rows.push({ name, kind, value: value === null ? "" : text(value, workspace), ...place });
    } catch (error) {
      rows.push({ name, kind, value: "", error: messageOf(error), ...place });
    }
  }
  return rows;
}

function text(value: unknown, workspace: Workspace): string {
  const plain = workspace.evaluator.python.plain(value);
  return typeof plain === "string" ? plain : JSON.stringify(plain);
}

function functionPlace(store: DataStore, name: string): { file: string; line: number } {
  const file = store.getVarFlag(name, "filename", false);
  return {
    file: typeof file === "string" ? file : "",
    line: Number(store.getVarFlag(name, "lineno", false)) || 0,
  };
}

function tasksOf(store: DataStore, workspace: Workspace): TaskNode[] {
  const names = workspace.evaluator.stringList(store.getVar("__BBTASKS", false));
  return names.map((name) => ({
    name,
    after: workspace.evaluator.stringList(store.getVarFlag(name, "deps", false)),
    python: Boolean(store.getVarFlag(name, "python", false)),
    ...functionPlace(store, name),
  }));
}

export function findingOf({ level, message, file = "", line = 0 }: Message): Finding[] {
  return level === "debug" ? [] : [{ severity: level === "warn" ? "warning" : level, message, file, line }];
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function errorFinding(error: unknown): Finding {
  const { file, line, text, traceback, detail } = error as {
    file?: string;
    line?: number;
    text?: string;
    traceback?: string;
    detail?: { file?: string; line?: number; hint?: string };
  };
  return {
    severity: "error",
    file: file ?? detail?.file ?? "",
    line: line ?? detail?.line ?? 0,
    message: text ?? messageOf(error),
    ...(detail?.hint === undefined ? {} : { hint: detail.hint }),
    ...(traceback === undefined ? {} : { traceback }),
  };
}
