/** Evaluates in a Web Worker: files in, values out. The page ends the worker when it takes too long. */
import { explainVariable, memoryHost, openWorkspace, storeRecord } from "../../src/index.js";
import type { DataStore, Host, Message, Variant, Workspace } from "../../src/index.js";
import type {
  Configuration,
  Evaluated,
  EvaluateAnswer,
  EvaluateRequest,
  Files,
  Finding,
  HostQuestion,
  TaskNode,
  VariableRow,
} from "./protocol.js";
import { watched } from "./questions.js";

const topdir = "/build";

self.onmessage = ({ data }: MessageEvent<EvaluateRequest>) => {
  self.postMessage(evaluate(data));
};

function evaluate(request: EvaluateRequest): EvaluateAnswer {
  const recipes = new Set<string>();
  const results = request.configurations.map((configuration) => evaluateOne(request, configuration, recipes));
  return { id: request.id, recipes: [...recipes], results };
}

function evaluateOne(
  request: EvaluateRequest,
  configuration: Configuration,
  recipes: Set<string>,
): Evaluated {
  const started = performance.now();
  const findings: Finding[] = [];
  const questions: HostQuestion[] = [];
  const done = (rest: Partial<Evaluated>): Evaluated => ({
    configuration,
    variants: [],
    skipped: null,
    variables: [],
    explanation: null,
    tasks: [],
    record: null,
    ...rest,
    findings: [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()],
    questions,
    time: performance.now() - started,
  });
  try {
    const host = watched(memoryHost(hostFiles(request.files, configuration)), questions);
    const workspace = openWorkspace({
      host,
      topdir,
      tracking: true,
      prefiles: [chosen],
      log: (message) => findings.push(...findingOf(message)),
    });
    for (const file of workspace.files.recipes) recipes.add(file);
    const file =
      workspace.files.recipes.find((each) => each === request.recipe) ?? workspace.files.recipes[0];
    if (file === undefined) {
      findings.push({ severity: "warning", file: "", line: 0, message: "BBFILES names no recipe." });
      return done({});
    }
    const variants = workspace.evaluate(file);
    const variant = variants.find(({ name }) => name === request.variant) ?? variants[0];
    if (variant === undefined) return done({});
    return done({
      variants: variants.map(({ name }) => name),
      ...readVariant(workspace, variant, request.variable, host),
    });
  } catch (error) {
    findings.push(errorFinding(error));
    return done({});
  }
}

/** A file that says which machine and distro, read before all others, as `sandbake --machine` does it. */
const chosen = "/build/conf/chosen-on-the-page.conf";

function hostFiles(files: Files, { machine, distro }: Configuration): Record<string, string> {
  const lines = [machine && `MACHINE = "${machine}"`, distro && `DISTRO = "${distro}"`].filter(Boolean);
  return { ...files, [chosen]: lines.map((line) => `${line}\n`).join("") };
}

function readVariant(
  workspace: Workspace,
  { store, skipped }: Variant,
  variable: string,
  host: Host,
): Partial<Evaluated> {
  return {
    skipped: skipped ?? null,
    variables: variablesOf(store, workspace),
    explanation: explained(store, variable, workspace),
    tasks: tasksOf(store, workspace, host),
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

function tasksOf(store: DataStore, workspace: Workspace, _host: Host): TaskNode[] {
  const names = workspace.evaluator.stringList(store.getVar("__BBTASKS", false));
  return names.map((name) => ({
    name,
    after: workspace.evaluator.stringList(store.getVarFlag(name, "deps", false)),
    python: Boolean(store.getVarFlag(name, "python", false)),
    ...functionPlace(store, name),
  }));
}

function findingOf({ level, message, file = "", line = 0 }: Message): Finding[] {
  return level === "debug" ? [] : [{ severity: level === "warn" ? "warning" : level, message, file, line }];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function errorFinding(error: unknown): Finding {
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
