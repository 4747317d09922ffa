/**
 * Replays cases answered by real BitBake and prints what differs:
 *     oracle.py BITBAKE_LIB fuzz 0 1000 > cases.json; npx tsx conformance/datastore/compare.ts cases.json [SHOWN]
 */
import { readFileSync } from "node:fs";
import { firstDifference } from "../../test/datastore/replay.js";
import type { Case } from "../../test/datastore/replay.js";

const [file, shown = "5"] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: compare.ts CASES.json [SHOWN]");
const cases = JSON.parse(readFileSync(file, "utf8")) as Case[];
let bad = 0;
for (const one of cases) {
  const difference = firstDifference(one.steps);
  if (difference === undefined) continue;
  if (++bad > Number(shown)) continue;
  console.log(`\n== ${one.name}, step ${difference.step}: ${JSON.stringify(difference.what)}`);
  console.log(
    `   BitBake: ${JSON.stringify(difference.theirs)}\n   ours:    ${JSON.stringify(difference.ours)}`,
  );
  const reads = /^(get|keys|has|overrides|local|expand$)/;
  const history = one.steps.slice(0, difference.step).filter(([operation]) => !reads.test(operation));
  for (const step of history) console.log(`     ${JSON.stringify(step.slice(0, -1))}`);
}
console.log(`${cases.length} cases, ${bad} differ`);
process.exitCode = bad === 0 ? 0 : 1;
