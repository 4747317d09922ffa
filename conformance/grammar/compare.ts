/**
 * Compares every metadata file of some layers with what BitBake itself reads in it, statement by statement:
 *
 *     find LAYERS -type f -name '*.bb' ... | python3 oracle.py BITBAKE files > answers.jsonl
 *     npx tsx conformance/grammar/compare.ts answers.jsonl
 *
 * Exit code 1 when a file differs, or when its tree does not print as the file.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { print, RecipeParser } from "../../src/recipe-grammar/index.js";
import { type Answer, answerOf } from "./normal-form.js";

const parser = new RecipeParser();
const counts = { files: 0, statements: 0, refused: 0, different: 0, unfaithful: 0, unreadable: 0 };
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  if (line === "") continue;
  const { path, ...theirs } = JSON.parse(line) as Answer & { path: string };
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = decoder.decode(readFileSync(path));
  } catch {
    counts.unreadable++;
    continue;
  }
  const tree = parser.parse(text, path);
  const ours = answerOf(tree);
  counts.files++;
  counts.statements += ours.statements?.length ?? 0;
  if (ours.error) counts.refused++;
  if (print(tree) !== text) {
    counts.unfaithful++;
    console.log(`${path}: prints differently`);
  }
  if (!isDeepStrictEqual(plain(ours), plain(theirs))) {
    counts.different++;
    console.log(`${path}: ${difference(ours, theirs)}`);
  }
}
console.log(counts);
process.exitCode = counts.different + counts.unfaithful > 0 ? 1 : 0;

function plain(answer: Answer): unknown {
  return JSON.parse(JSON.stringify(answer));
}

function difference(ours: Answer, theirs: Answer): string {
  if (ours.error || theirs.error)
    return `${JSON.stringify(ours.error)} / BitBake: ${JSON.stringify(theirs.error)}`;
  for (let i = 0; ; i++) {
    const a = ours.statements?.[i];
    const b = theirs.statements?.[i];
    if (!a && !b)
      return `warnings: ${JSON.stringify(ours.warnings)} / BitBake: ${JSON.stringify(theirs.warnings)}`;
    if (!a || !b || !isDeepStrictEqual(plain(a as never), plain(b as never))) {
      return `${JSON.stringify(a)?.slice(0, 400)} / BitBake: ${JSON.stringify(b)?.slice(0, 400)}`;
    }
  }
}
