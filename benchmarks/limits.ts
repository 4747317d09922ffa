/**
 * What the limits cost: the same recipes with the budget's methods as they are and emptied, in turn, as a ratio of CPU
 * seconds. The counter that generated code decrements stays in both.
 *
 *     npx tsx benchmarks/limits.ts BUILD BITBAKE RECIPE...
 */
import { openWorkspace } from "../src/cli/open.js";
import { storeRecord } from "../src/layers/record.js";
import { Budget } from "../src/sandbox/budget.js";

const [build = "", bitbake = "", ...recipes] = process.argv.slice(2);
const names = ["step", "allocate", "expand", "write"] as const;
// eslint-disable-next-line @typescript-eslint/unbound-method -- put back as they were
const originals = names.map((name) => Budget.prototype[name]);
const nothing = (): void => undefined;

function seconds(limited: boolean): number {
  names.forEach((name, i) => {
    Object.assign(Budget.prototype, { [name]: limited ? originals[i] : nothing });
  });
  const before = process.cpuUsage();
  const io = { out: nothing, err: nothing };
  const workspace = openWorkspace(io, { build, bitbake, allowRun: ["git"], quiet: true }, false);
  for (const name of recipes)
    storeRecord(workspace.find(name).variant.store, workspace.evaluator, (path) => path);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

seconds(true); // warm
const ratios: number[] = [];
const best = { limited: Infinity, free: Infinity };
for (let round = 0; round < 5; round++) {
  const [limited, free] =
    round % 2 === 0 ? [seconds(true), seconds(false)] : [seconds(false), seconds(true)].reverse();
  best.limited = Math.min(best.limited, limited ?? 0);
  best.free = Math.min(best.free, free ?? 0);
  ratios.push((limited ?? 0) / (free ?? 1));
  console.log(`round ${round + 1}: ${limited?.toFixed(2)} s with limits, ${free?.toFixed(2)} s without`);
}
const sorted = ratios.sort((a, b) => a - b);
console.log(
  `ratio: median ${sorted[2]?.toFixed(3)}, from ${sorted[0]?.toFixed(3)} to ${sorted[4]?.toFixed(3)}`,
);
console.log(`ratio of the best: ${(best.limited / best.free).toFixed(3)}`);
