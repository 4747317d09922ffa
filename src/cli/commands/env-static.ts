/** `sandbake env [RECIPE] --static`: what is known of each variable when no Python is run (docs/tasks.md). */
import { causeText } from "../../evaluate/static/report.js";
import { openStaticWorkspace } from "../../layers/open-static.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import type { LimitError } from "../../diagnostics/errors.js";
import { exitCodes, printError, type Io } from "../output.js";
import { prepare } from "../open.js";
import type { EnvOptions } from "./env.js";

/** `stopped`: the limit that stopped the full evaluation, in whose place this is printed; the exit code is an error's. */
export function staticEnv(
  io: Io,
  recipe: string | undefined,
  options: EnvOptions,
  stopped?: LimitError,
): number {
  const status = stopped === undefined ? exitCodes.ok : exitCodes.error;
  const { host, topdir, onLayers, prefiles, postfiles, log } = prepare(io, options);
  const opened = openStaticWorkspace({ host, topdir, onLayers, prefiles, postfiles, log });
  const { workspace } = opened;
  const store = recipe === undefined ? workspace.configuration : workspace.find(recipe).variant.store;
  const names = store
    .keys()
    .filter((name) => !name.startsWith("__") && store.getVarFlag(name, "func", false) === null)
    .sort(byCodePoint);
  const counts = { known: 0, partly: 0, unknown: 0 };
  const found = names.map((name) => {
    const variable = opened.variable(store, name);
    counts[variable.state]++;
    return [name, variable] as const;
  });
  if (options.json === true) {
    const variables = found.map(([name, variable]) => ({ name, ...variable }));
    io.out(
      `${JSON.stringify({ schemaVersion: 1, kind: "static", ...stoppedJson(stopped), counts, variables }, null, 2)}\n`,
    );
    return status;
  }
  for (const [name, variable] of found) {
    if (variable.state === "known") {
      if (variable.value !== null)
        io.out(`${name}="${variable.value.replaceAll('"', '\\"').replaceAll("\n", "\\\n")}"\n`);
      continue;
    }
    io.out(
      `# ${name} is ${variable.state === "partly" ? "partly known" : "unknown"}: ${causeText(variable.cause).replaceAll("\n", "\n#   ")}\n`,
    );
    if (variable.state === "partly")
      io.out(`#   ${variable.parts.map((part) => part?.replaceAll("\n", "\\n") ?? "<?>").join("")}\n`);
  }
  io.err(`${counts.known} known, ${counts.partly} partly known, ${counts.unknown} unknown\n`);
  return status;
}

/** Why a result is static, as JSON. */
export function stoppedJson(stopped: LimitError | undefined): object {
  if (stopped === undefined) return {};
  const { limit, maximum, place } = stopped;
  return { stopped: { limit, maximum, ...place } };
}

/** Tells that a limit stopped the evaluation and that static mode answers. */
export function tellFallback(io: Io, stopped: LimitError): void {
  printError(io, stopped);
  io.err(
    "NOTE: what follows is from static mode, which runs none of the metadata's Python (docs/tasks.md)\n",
  );
}
