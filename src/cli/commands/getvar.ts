/** `sandbake getvar NAME [-r RECIPE]`: one variable, answered as bitbake-getvar does. */
import type { Workspace } from "../../layers/workspace.js";
import { exitCodes, plainText, printHint, suggestion, UsageError, type Io } from "../output.js";
import type { LimitError } from "../../diagnostics/errors.js";
import { causeText } from "../../evaluate/static/report.js";
import { limitOf } from "../../layers/fallback.js";
import { openStaticWorkspace } from "../../layers/open-static.js";
import { openWorkspace, prepare, type OpenOptions } from "../open.js";
import { stoppedJson, tellFallback } from "./env-static.js";

export interface GetvarOptions extends OpenOptions {
  readonly recipe?: string;
  readonly value?: boolean;
  readonly flag?: string;
  readonly unexpand?: boolean;
  readonly ignoreUndefined?: boolean;
  readonly json?: boolean;
}

export function getvar(io: Io, name: string, options: GetvarOptions): number {
  if (!options.value && !options.json) {
    if (options.unexpand) throw new UsageError("--unexpand only makes sense with --value");
    if (options.flag !== undefined) throw new UsageError("--flag only makes sense with --value");
  }
  try {
    return fullGetvar(io, name, options);
  } catch (error) {
    const stopped = limitOf(error);
    if (stopped === undefined || options.flag !== undefined || options.unexpand === true) throw error;
    return staticGetvar(io, name, options, stopped);
  }
}

/** One variable from static mode, where a limit stopped the evaluation: a known value is the right one. */
function staticGetvar(io: Io, name: string, options: GetvarOptions, stopped: LimitError): number {
  tellFallback(io, stopped);
  const { host, topdir, onLayers, prefiles, postfiles, log } = prepare(io, options);
  const opened = openStaticWorkspace({ host, topdir, onLayers, prefiles, postfiles, log });
  const { workspace } = opened;
  const store =
    options.recipe === undefined ? workspace.configuration : workspace.find(options.recipe).variant.store;
  const found = opened.variable(store, name);
  if (options.json) {
    io.out(
      `${JSON.stringify({ schemaVersion: 1, name, kind: "static", ...stoppedJson(stopped), ...found }, null, 2)}\n`,
    );
  } else if (found.state !== "known")
    io.err(`The variable '${name}' is not known: ${causeText(found.cause)}\n`);
  else if (found.value === null) io.err(`The variable '${name}' is not defined\n`);
  else io.out(options.value ? `${found.value}\n` : `${name}="${found.value}"\n`);
  return exitCodes.error;
}

function fullGetvar(io: Io, name: string, options: GetvarOptions): number {
  const workspace = openWorkspace(io, options, !options.value);
  const evaluated = options.recipe ?? "the configuration";
  return workspace.underHardStop(evaluated, () => printVariable(io, workspace, name, options));
}

function printVariable(io: Io, workspace: Workspace, name: string, options: GetvarOptions): number {
  const store =
    options.recipe === undefined
      ? workspace.configuration.createCopy()
      : workspace.find(options.recipe).variant.store;
  const expand = options.unexpand !== true;
  const value =
    options.flag === undefined ? store.getVar(name, expand) : store.getVarFlag(name, options.flag, expand);
  const shown = options.flag === undefined ? name : `${name}[${options.flag}]`;
  if (options.json) {
    const history = store
      .history(name)
      .map(({ op, file, line, detail, flag }) => ({ op, file, line, detail, flag }));
    const plain = value === null ? null : workspace.evaluator.python.plain(value);
    io.out(`${JSON.stringify({ schemaVersion: 1, name: shown, value: plain, history }, null, 2)}\n`);
    return value === null && !options.ignoreUndefined ? exitCodes.error : exitCodes.ok;
  }
  if (value === null && !options.ignoreUndefined) {
    io.err(
      options.flag === undefined
        ? `The variable '${name}' is not defined\n`
        : `The flag '${options.flag}' is not defined for variable '${name}'\n`,
    );
    printHint(io, suggestion(options.flag === undefined ? name : "", store.keys()));
    return exitCodes.error;
  }
  if (options.value) io.out(`${value === null ? "" : plainText(workspace.evaluator.python.plain(value))}\n`);
  else io.out(store.emitVar(name, true));
  return exitCodes.ok;
}
