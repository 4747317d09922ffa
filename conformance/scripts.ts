/**
 * Tasks' run scripts against real BitBake's (conformance/tasks/emit.py):
 *
 *     python3 conformance/tasks/emit.py --bitbake DIR --build DIR --random 30 --seed 20261128 > theirs.jsonl
 *     npx tsx conformance/scripts.ts --build DIR --bitbake DIR [--allow-run git] [--allow-read DIR] theirs.jsonl
 *
 * Functions and exported variables are compared as sets (BitBake writes those that a Python function calls in the order of a
 * set), and the texts. Prints how many tasks are equal, and of the others what differs. Exits 1 when one differs.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { pythonScriptText, shellScriptText } from "../src/analysis/scripts.js";
import { openWorkspace } from "../src/cli/open.js";
import { Recipe } from "../src/tasks/recipe.js";
import { taskScript } from "../src/tasks/script.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    build: { type: "string" },
    bitbake: { type: "string" },
    "allow-run": { type: "string", multiple: true, default: [] },
    "allow-read": { type: "string", multiple: true, default: [] },
  },
});
const [theirsFile] = positionals;
const { build, bitbake } = options;
if (theirsFile === undefined || build === undefined || bitbake === undefined) {
  console.error("usage: scripts.ts --build DIR --bitbake DIR THEIRS.jsonl");
  process.exit(2);
}
interface Theirs {
  readonly key: string;
  readonly task: string;
  readonly kind: string;
  readonly text?: string;
  readonly error?: string;
}
const theirs = readFileSync(theirsFile, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Theirs);

const out = {
  out: (data: unknown) => console.log(String(data)),
  err: (data: unknown) => console.error(String(data)),
};
const workspace = openWorkspace(
  out,
  { build, bitbake, allowRun: options["allow-run"], allowRead: options["allow-read"] },
  false,
);

/** The pieces of a script: exports line by line, functions whole. */
function pieces(text: string, kind: string): string[] {
  const starts =
    kind === "shell" ? /^(?=(?:export |unset |# line: |# expansion of ))/m : /^(?=(?:def |do_\w+\(d\)$))/m;
  return text
    .split(starts)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .sort();
}

let [equal, alike, different] = [0, 0, 0];
let recipe: Recipe | undefined;
const kinds = new Map<string, number>();
for (const { key, task, kind, text, error } of theirs) {
  if (recipe?.key !== key) recipe = new Recipe(workspace, workspace.find(key));
  let ours: string;
  try {
    const made = taskScript(recipe, task);
    ours = made.kind === "shell" ? shellScriptText(made) : pythonScriptText(task, made);
  } catch (problem) {
    ours = `error: ${problem instanceof Error ? problem.message : String(problem)}`;
    if (error !== undefined) ours = "";
  }
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (ours === (text ?? "")) {
    equal++;
    continue;
  }
  const [a, b] = [pieces(ours, kind), pieces(text ?? "", kind)];
  if (JSON.stringify(a) === JSON.stringify(b)) {
    alike++;
    continue;
  }
  different++;
  if (different > 20) continue;
  console.log(`${key}:${task}${error === undefined ? "" : ` (BitBake: ${error})`}`);
  for (const piece of a.filter((each) => !b.includes(each)).slice(0, 3))
    console.log(`  ours:   ${piece.slice(0, 300)}`);
  for (const piece of b.filter((each) => !a.includes(each)).slice(0, 3))
    console.log(`  theirs: ${piece.slice(0, 300)}`);
}
const recipes = new Set(theirs.map(({ key }) => key)).size;
console.log(
  `${recipes} recipes, ${theirs.length} tasks (${[...kinds].map(([kind, n]) => `${n} ${kind}`).join(", ")}): ` +
    `${equal} scripts equal, ${alike} equal but for the order of functions, ${different} different`,
);
process.exit(different === 0 ? 0 : 1);
