/** `sandbake explain NAME [-r RECIPE]`: a readable account of how a variable came to its value. */
import {
  explainVariable,
  type ExplainedOperation,
  type ExplainedPart,
  type Explanation,
  type Place,
} from "../../datastore/index.js";
import type { Workspace } from "../../layers/workspace.js";
import { dirname } from "../../sandbox/paths.js";
import { openWorkspace, type OpenOptions } from "../open.js";
import { exitCodes, paint, plainText, printHint, suggestion, type Io } from "../output.js";

export interface ExplainOptions extends OpenOptions {
  readonly recipe?: string;
  readonly json?: boolean;
}

export function explain(io: Io, name: string, options: ExplainOptions): number {
  const workspace = openWorkspace(io, options, true);
  const evaluated = options.recipe ?? "the configuration";
  return workspace.underHardStop(evaluated, () => printExplanation(io, workspace, name, options));
}

function printExplanation(io: Io, workspace: Workspace, name: string, options: ExplainOptions): number {
  const store =
    options.recipe === undefined
      ? workspace.configuration.createCopy()
      : workspace.find(options.recipe).variant.store;
  const told = explainVariable(store, name);
  if (told.value === null && told.operations.length === 0) {
    io.err(`The variable '${name}' is not defined\n`);
    printHint(io, suggestion(name, store.keys()));
    return exitCodes.error;
  }
  const plain = (value: unknown): unknown =>
    value === null ? null : workspace.evaluator.python.plain(value);
  const shown = told.value === null ? "(not set)" : plainText(plain(told.value));
  if (options.json) {
    const record = { ...told, value: plain(told.value), unexpanded: plain(told.unexpanded) };
    io.out(`${JSON.stringify({ schemaVersion: 1, ...record }, null, 2)}\n`);
  } else io.out(renderExplanation(told, shown, shortener(workspace)));
  return exitCodes.ok;
}

/** Paths as people name them: from the layer's own folder on, or from the build directory on. */
function shortener(workspace: Workspace): (path: string) => string {
  const { host } = workspace.evaluator;
  const bases = layersOf(workspace).map((layer) => `${dirname(layer)}/`);
  bases.sort((a, b) => b.length - a.length);
  return (path) => {
    const base = [...bases, `${host.cwd}/`].find((each) => path.startsWith(each));
    return base === undefined ? path : path.slice(base.length);
  };
}

function layersOf(workspace: Workspace): string[] {
  const layers = workspace.configuration.getVar("BBLAYERS");
  return typeof layers === "string" ? layers.split(/\s+/).filter(Boolean) : [];
}

const bold = (text: string): string => paint(1, text, process.stdout);
const dim = (text: string): string => paint(2, text, process.stdout);
const yellow = (text: string): string => paint(33, text, process.stdout);

/**
 * The account as text: the value, every operation with what became of it, the parts in the order applied, what it refers
 * to, traps. `short` shortens paths.
 */
export function renderExplanation(told: Explanation, value: string, short: (path: string) => string): string {
  const place = (where: Partial<Place>): string => placeText(where, short);
  const lines = [`${bold(told.name)} = ${quote(value)}`, ""];
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push(title, ...rows, "");
  };
  section(
    "Every operation, in the order read (+ counts, - does not):",
    told.operations
      .filter(({ effect }) => effect !== "flag")
      .map((operation) => {
        const counts = operation.effect === "counts";
        const line = `  ${counts ? "+" : "-"} ${statement(operation)}  ${dim(place(operation))}`;
        const reason = operation.replacedBy ? `replaced at ${place(operation.replacedBy)}` : operation.reason;
        return counts ? line : `${line}\n      ${reason}`;
      }),
  );
  if (told.parts.length > 1) {
    section(
      "Put together in this order:",
      told.parts.map((part, i) => `  ${i + 1}. ${partText(told, part)}`),
    );
  }
  section(
    "Refers to:",
    told.references.map(({ text, value, place: set }) => {
      const shown = value === null ? "not set, so it stays as it is" : quote(value);
      return `  \${${text}}  ${shown}${set ? dim(`  ${place(set)}`) : ""}`;
    }),
  );
  section(
    yellow("Watch out:"),
    told.traps.map(
      ({ message, hint, place: at }) =>
        `  ${at ? `${place(at)}: ` : ""}${message}\n    ${dim("hint:")} ${hint}`,
    ),
  );
  return lines.join("\n");
}

const roles: Readonly<Record<ExplainedPart["role"], string>> = {
  value: "the value",
  override: "an override's value",
  "weak default": "the weak default",
  append: ":append",
  prepend: ":prepend",
  remove: ":remove",
  filter: "filter",
};

function partText(told: Explanation, part: ExplainedPart): string {
  const condition = part.condition ? `:${part.condition}` : "";
  const variant = part.variable === told.name ? "" : ` of ${part.variable}`;
  return `${roles[part.role]}${condition}${variant}: ${quote(part.text)}`;
}

function statement({ variable, operator, condition, text }: ExplainedOperation): string {
  if (operator.startsWith(":") && operator !== ":=")
    return `${variable}${operator}${condition ? `:${condition}` : ""} = ${quote(text)}`;
  return operator.includes("=")
    ? `${variable} ${operator} ${quote(text)}`
    : `${variable} (${operator}) ${quote(text)}`;
}

function placeText({ file = "?", line = 0, func }: Partial<Place>, short: (path: string) => string): string {
  const place = line > 0 ? `${short(file)}:${line}` : short(file);
  return func === undefined ? place : `${place} [${func}]`;
}

/** A value on one line, in quotes, runs of blanks as one; a long one is cut in the middle (never in `--json`). */
function quote(value: string): string {
  const text = value.replace(/\s+/g, " ");
  return text.length > 300
    ? `"${text.slice(0, 240)} ... ${text.slice(-50)}" (${value.length} characters)`
    : `"${text}"`;
}
