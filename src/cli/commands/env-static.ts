/** `sandbake env [RECIPE] --static`: what is known of each variable when no Python is run (docs/tasks.md). */
import { causeText, staticVariable } from "../../evaluate/static/report.js";
import { startStatic, type StaticPython } from "../../evaluate/static/side.js";
import { SandbakeError } from "../../diagnostics/errors.js";
import { Workspace } from "../../layers/workspace.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import { exitCodes, type Io } from "../output.js";
import { prepare } from "../open.js";
import type { EnvOptions } from "./env.js";

export function staticEnv(io: Io, recipe: string | undefined, options: EnvOptions): number {
  let python: StaticPython | undefined;
  const prepared = prepare(io, options);
  const workspace = new Workspace({
    host: prepared.host,
    topdir: prepared.topdir,
    onLayers: prepared.onLayers,
    prefiles: prepared.prefiles,
    postfiles: prepared.postfiles,
    log: prepared.log,
    startPython: (log) => {
      const started = startStatic(prepared.host, log);
      ({ python } = started);
      return started;
    },
  });
  if (python === undefined) throw new SandbakeError("static-mode", "static mode did not start");
  const store = recipe === undefined ? workspace.configuration : workspace.find(recipe).variant.store;
  const names = store
    .keys()
    .filter((name) => !name.startsWith("__") && store.getVarFlag(name, "func", false) === null)
    .sort(byCodePoint);
  const counts = { known: 0, partly: 0, unknown: 0 };
  const found = names.map((name) => {
    const variable = staticVariable(store, name, python as StaticPython);
    counts[variable.state]++;
    return [name, variable] as const;
  });
  if (options.json === true) {
    const variables = found.map(([name, variable]) => ({ name, ...variable }));
    io.out(`${JSON.stringify({ schemaVersion: 1, kind: "static", counts, variables }, null, 2)}\n`);
    return exitCodes.ok;
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
  return exitCodes.ok;
}
