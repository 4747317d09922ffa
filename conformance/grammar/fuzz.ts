/**
 * Random files that nearly mean something, read by us and by BitBake:
 *
 *     npx tsx conformance/grammar/fuzz.ts BITBAKE_DIR [SEED [COUNT [STATEMENTS]]]
 *     npx tsx conformance/grammar/fuzz.ts --cases SEED COUNT      prints cases for test/recipe-grammar/cases
 *
 * Exit code 1 when an answer differs. 120,000 files of seeds 1 to 4 agree.
 */
import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { print, RecipeParser } from "../../src/recipe-grammar/index.js";
import { type Answer, answerOf, expectedOf } from "./normal-form.js";

interface Case {
  readonly file: string;
  readonly text: string;
  readonly baseConfig?: boolean;
}

const one = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);
const many = (max: number, ...choices: string[]): fc.Arbitrary<string> =>
  fc.array(one(...choices), { maxLength: max }).map((all) => all.join(""));
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(""));

const NAMES = [
  ...[
    "A",
    "do_x",
    "${PN}",
    "é",
    "٣",
    "𝟘",
    "1",
    "+",
    "-",
    ".",
    "/",
    "~",
    ":append",
    ":",
    "@",
    "{",
    "}",
    "$",
    "_",
  ],
  ...["[f]", "[ff@.x]", "[ff]", "[", "]"],
];
const WORDS = [
  ...[
    "a",
    "b",
    "after",
    " after ",
    "before",
    " before ",
    " ",
    "  ",
    "\t",
    "#",
    "# c",
    '"x"',
    "${A}",
    ":",
    "c d e",
  ],
  ...["(", ")", "()", " () {", "(){", "{", "\\\n", " \\\n  "],
];
const KEYWORDS = [
  ...[
    "export ",
    "unset ",
    "include ",
    "require ",
    "include_all ",
    "inherit ",
    "inherit_defer ",
    "addtask ",
    "deltask ",
  ],
  ...[
    "addhandler ",
    "EXPORT_FUNCTIONS ",
    "addpylib ",
    "addfragments ",
    "def ",
    "python ",
    "fakeroot ",
    "python",
  ],
];
const VALUES = [
  ...[
    '"x"',
    "'x'",
    '"a\\\n  b"',
    '"a \\\n# b"',
    '"x"y"',
    '"x"y"z"',
    '"',
    "'\"'",
    '"# a"',
    "x",
    '"a" # c',
    '"${@x("y")}"',
  ],
  ...['"é"', '""', "''", '"x" \\\n', '"\\\n\\\n"'],
];
const OPERATORS = ["=", " = ", "?=", " ??= ", " := ", "+=", " =+ ", ".=", " =. ", " ", "", "==", "\t=\u00a0"];
const BODY = ["  a\n", "\tb \n", "\n", "# c\\\n", " }\n", 'A = "1"\n', "} \\\n", "c\\\n"];

const assignment = joined(
  one("", "", "", "export ", " ", "#"),
  many(4, ...NAMES),
  one(...OPERATORS),
  one(...VALUES),
  one("", "", "", "\\\n", " ", "x"),
);
const directive = joined(one(...KEYWORDS), many(6, ...WORDS));
const shell = joined(
  many(2, "python ", "fakeroot ", "python", "fakeroot", " "),
  many(2, ...NAMES),
  one(" () {\n", "(){\n", "() {  \n", " ( ) { #\n", "()\\\n {\n"),
  many(4, ...BODY),
  one("}", "}", "} ", "", "}\n}"),
);
const def = joined(
  one("def f(x):\n", "def f:\n", "def é():\n", "def f()\n", " def f():\n", "def f(a,\\\n b):\n"),
  many(4, "  a\n", "\tb \n", "\n", "# c\\\n", " x \\\n", "#\n"),
);
const comment = one("#", "# x", "#a\\\n#b", "# a\\\n", " # x", "#\\", "\\", " \\", "", "  ");
const statement = fc.oneof(
  { weight: 5, arbitrary: assignment },
  { weight: 3, arbitrary: directive },
  { weight: 3, arbitrary: shell },
  { weight: 1, arbitrary: def },
  { weight: 1, arbitrary: comment },
);

function cases(seed: number, count: number, statements: number): Case[] {
  const text = fc
    .array(joined(statement, one("\n", "\n", "\n", "\r\n", "\r", "\n\n", "")), {
      minLength: 1,
      maxLength: statements,
    })
    .map((all) => all.join(""));
  const file = fc.constantFrom("case.bb", "case.bb", "case.conf");
  return fc
    .sample(fc.record({ file, text }), { seed, numRuns: count })
    .map((sample, i) =>
      sample.file.endsWith(".conf") && i % 2 === 0 ? { ...sample, baseConfig: true } : sample,
    );
}

const [first, seed = "1", count = "10000", statements = "2"] = process.argv.slice(2);
if (first === undefined) {
  console.error("usage: fuzz.ts BITBAKE_DIR|--cases [SEED [COUNT [STATEMENTS]]]");
  process.exit(2);
}
const chosen = cases(Number(seed), Number(count), Number(statements));
if (first === "--cases") {
  console.log(`[\n${chosen.map((one) => JSON.stringify(one)).join(",\n")}\n]`);
} else {
  process.exitCode = compare(chosen, first) > 0 ? 1 : 0;
}

function compare(chosen: readonly Case[], bitbake: string): number {
  const folder = mkdtempSync(join(tmpdir(), "grammar-fuzz-"));
  writeFileSync(join(folder, "random.json"), JSON.stringify(chosen));
  execFileSync("python3", [new URL("oracle.py", import.meta.url).pathname, bitbake, "cases", folder]);
  const answers = JSON.parse(readFileSync(join(folder, "random.expected.json"), "utf8")) as Answer[];
  rmSync(folder, { recursive: true });
  const parser = new RecipeParser();
  let different = 0;
  chosen.forEach(({ file, text, baseConfig = false }, i) => {
    const tree = parser.parse(text, file, { baseConfig });
    const ours = JSON.parse(JSON.stringify(answerOf(tree))) as Answer;
    const theirs = expectedOf(answers[i], ours);
    if (print(tree) === text && isDeepStrictEqual(ours, theirs)) return;
    different++;
    console.log(
      `${JSON.stringify(chosen[i])}\n  ours    ${JSON.stringify(ours)}\n  BitBake ${JSON.stringify(theirs)}`,
    );
  });
  console.log({ files: chosen.length, refused: answers.filter((answer) => answer.error).length, different });
  return different;
}
