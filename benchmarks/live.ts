/**
 * An editor's keystroke: a file of a build directory is edited in memory and a recipe evaluated again.
 *
 *     npx tsx benchmarks/live.ts BUILD BITBAKE [RECIPE-FILE-PATTERN] [CLASS]
 *
 * Prints user CPU milliseconds (the median of 9 after 3 to warm up) of evaluating the recipe after an edit of its own file,
 * and after one of a class that it inherits (both targets of issue 7: 50 ms and 300 ms).
 */
import { openLiveBuild } from "../src/node.js";

const [build = ".", bitbake = "bitbake", pattern = "/zlib_", className = "autotools"] = process.argv.slice(2);
const live = openLiveBuild(build, { bitbake, run: ["git"] });
const recipe = live.workspace.files.recipes.find((file) => file.includes(pattern));
if (recipe === undefined) throw new Error(`no recipe file has ${pattern} in its path`);
const { sources } = live.workspace.evaluator;
live.evaluate(recipe);
const inherited = live.workspace.evaluator.inherited(live.evaluate(recipe)[0].store);
const classFile = inherited.find((file) => file.endsWith(`/${className}.bbclass`)) ?? inherited.at(-1)!;
for (const file of [recipe, classFile]) {
  const text = sources.text(file);
  const times: number[] = [];
  for (let i = 0; i < 12; i++) {
    const effect = live.edit(file, `${text}\n# ${i}\n`);
    if (effect.configuration) throw new Error(`${file} belongs to the configuration`);
    const start = process.cpuUsage();
    live.evaluate(recipe);
    if (i >= 3) times.push(process.cpuUsage(start).user / 1000);
  }
  times.sort((a, b) => a - b);
  console.log(
    `${times[4].toFixed(1)} ms user (${times[0].toFixed(1)} to ${times[8].toFixed(1)}): after an edit of ${file}`,
  );
}
