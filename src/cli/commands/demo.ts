/** `sandbake demo`: the bundled example layers, evaluated for both machines, with a word on each step. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openWorkspace } from "../open.js";
import { exitCodes, type Io } from "../output.js";

const shown = ["PV", "INGREDIENTS", "WATER_TEMPERATURE", "STEEP_MINUTES", "DESCRIPTION"];

export function demo(io: Io, { json = false }: { readonly json?: boolean } = {}): number {
  const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
  const example = join(root, "examples/teapot");
  const machines: object[] = [];
  const write = (text: string): void => {
    if (!json) io.out(`${text}\n`);
  };
  write("sandbake evaluates BitBake metadata: here the example layers in examples/teapot,");
  write("one recipe (green-tea_2.1.bb + a bbappend + a class with Python) for two machines.\n");
  for (const machine of ["samovar", "travel-mug"]) {
    const workspace = openWorkspace(io, { build: join(example, "build"), machine, quiet: true }, true);
    const { store } = workspace.find("green-tea").variant;
    write(`MACHINE = ${machine}`);
    for (const name of shown) write(`  ${name.padEnd(18)} ${String(store.getVar(name))}`);
    const values = Object.fromEntries(shown.map((name) => [name, store.getVar(name)]));
    const tasks = workspace.evaluator.stringList(store.getVar("__BBTASKS", false));
    write(`  ${"tasks".padEnd(18)} ${tasks.join(" ")}\n`);
    machines.push({ machine, values, tasks });
    if (machine === "travel-mug") {
      write("Why has INGREDIENTS this value? Every operation in the order applied:\n");
      write(store.emitVar("INGREDIENTS", true).replaceAll(`${root}/`, ""));
    }
  }
  if (json) io.out(`${JSON.stringify({ schemaVersion: 1, recipe: "green-tea", machines }, null, 2)}\n`);
  write("Try next:");
  write("  npx sandbake getvar INGREDIENTS -r green-tea --build examples/teapot/build");
  write("  npx sandbake env kettle --build examples/teapot/build --json");
  write("  npx sandbake env zlib --layers PATH/TO/openembedded-core/meta --machine qemux86-64");
  return exitCodes.ok;
}
