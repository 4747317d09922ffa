/**
 * An editor's keystroke: a file of a build directory is edited in memory and a recipe evaluated again.
 *
 *     npx tsx benchmarks/live.ts BUILD BITBAKE [RECIPE-FILE-PATTERN] [CLASS]
 *
 * Prints user CPU milliseconds (the median of 21 after 9 to warm up, least and most) of evaluating the recipe after an edit of
 * its own file, and after one of a class that it inherits (targets of issue 7: 50 ms and 300 ms); the variant that an
 * editor shows, and all of them.
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
let edits = 0;
for (const file of [recipe, classFile]) {
  const text = sources.text(file);
  for (const [what, evaluate] of [
    ["the recipe alone", () => live.evaluateVariant(recipe)],
    ["all variants", () => live.evaluate(recipe)],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < 30; i++) {
      const effect = live.edit(file, `${text}\n# ${edits++}\n`);
      if (effect.configuration) throw new Error(`${file} belongs to the configuration`);
      const start = process.cpuUsage();
      evaluate();
      if (i >= 9) times.push(process.cpuUsage(start).user / 1000);
    }
    times.sort((a, b) => a - b);
    const [least = 0, median = 0, most = 0] = [times[0], times[10], times[20]];
    console.log(
      `${median.toFixed(1)} ms user (${least.toFixed(1)} to ${most.toFixed(1)}): ${what}, after an edit of ${file}`,
    );
  }
}
