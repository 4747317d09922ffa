/** `sandbake env [RECIPE]`: all variables and functions as `bitbake -e` prints them, or as JSON. */
import type { DataStore, IncludeNode } from "../../datastore/index.js";
import { places } from "../../modules/bb/places.js";
import { storeRecord } from "../../layers/record.js";
import type { Workspace } from "../../layers/workspace.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import { exitCodes, type Io } from "../output.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { limitOf } from "../../layers/fallback.js";
import { staticEnv, tellFallback } from "./env-static.js";

export interface EnvOptions extends OpenOptions {
  readonly json?: boolean;
  readonly static?: boolean;
}

export function env(io: Io, recipe: string | undefined, options: EnvOptions): number {
  if (options.static === true) return staticEnv(io, recipe, options);
  try {
    return fullEnv(io, recipe, options);
  } catch (error) {
    const stopped = limitOf(error);
    if (stopped === undefined) throw error;
    tellFallback(io, stopped);
    return staticEnv(io, recipe, options, stopped);
  }
}

function fullEnv(io: Io, recipe: string | undefined, options: EnvOptions): number {
  const workspace = openWorkspace(io, options, options.json !== true);
  return workspace.underHardStop(recipe ?? "the configuration", () =>
    printEnv(io, workspace, recipe, options),
  );
}

function printEnv(io: Io, workspace: Workspace, recipe: string | undefined, options: EnvOptions): number {
  const { evaluator } = workspace;
  if (recipe === undefined) {
    if (options.json) {
      const store = workspace.configuration.createCopy();
      print(io, { schemaVersion: 1, kind: "base", key: "", ...storeRecord(store, evaluator, same) });
    } else io.out(environmentText(workspace.printedConfiguration(), workspace.configuration));
    return exitCodes.ok;
  }
  const { file, variant } = workspace.find(recipe);
  const { store, name, skipped } = variant;
  if (options.json) {
    print(io, {
      schemaVersion: 1,
      kind: "recipe",
      key: name === "" ? file : `virtual:${name}:${file}`,
      pn: store.getVar("PN"),
      variant: name,
      layer: workspace.files.layerOf(file).name,
      appends: workspace.files.appendsOf(file),
      skipped: store.getVar("__SKIPPED", false),
      ...storeRecord(store, evaluator, same),
    });
  } else io.out(environmentText(store, workspace.configuration));
  if (skipped !== undefined && options.quiet !== true)
    io.err(`NOTE: ${String(store.getVar("PN"))} is skipped: ${skipped}\n`);
  return exitCodes.ok;
}

const same = (path: string): string => path;

function print(io: Io, record: object): void {
  io.out(`${JSON.stringify(record, null, 2)}\n`);
}

/** The head of `bitbake -e`: which file included which. */
function includeHistoryText(roots: readonly IncludeNode[]): string {
  const lines = ["#", "# INCLUDE HISTORY:", "#"];
  const visit = (node: IncludeNode, depth: number): void => {
    lines.push(`# ${"  ".repeat(depth)}${node.file}${node.children.length > 0 ? " includes:" : ""}`);
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  return `${lines.join("\n")}\n`;
}

/** The text of `bitbake -e`: include history, variables, shell functions, then the Python functions. */
export function environmentText(store: DataStore, configuration: DataStore): string {
  // BitBake's tree ends with the configuration: what the recipe includes is not in it.
  const out: string[] = [includeHistoryText(configuration.inchistory.tree())];
  store.delVar("BBFILES_PRIORITIZED", { ignore: true }); // bitbake -e does not look for recipes first
  // As bitbake does for -e only: names that stay unexpanded in a configuration's store are expanded here.
  store.expandKeys(store, places.expandKeys);
  const isFunction = (key: string): boolean => Boolean(store.getVarFlag(key, "func", false));
  const keys = store.keys().sort(byCodePoint);
  const functions = keys.filter(isFunction);
  const text = (value: unknown): string => (typeof value === "string" ? value : "None");
  for (const key of keys) {
    if (key.startsWith("__") || isFunction(key)) continue;
    out.push(store.emitVar(key, true));
  }
  for (const key of functions) {
    const text = store.emitVar(key, false);
    if (text !== "") out.push(text, "\n");
  }
  out.push("\n");
  for (const key of functions) {
    if (store.getVarFlag(key, "python", false) !== null) {
      out.push(`\npython ${key} () {\n${text(store.getVar(key, false))}}\n\n`);
    }
  }
  return out.join("");
}
