/**
 * Compares our parser with CPython's `ast.parse` over whole directories:
 *
 *   npx tsx conformance/python-ast.ts [--python PYTHON] DIRECTORY-OR-FILE...
 *
 * Prints the files whose trees (with positions) or whose syntax errors differ, the first difference of each, and
 * totals; exits 1 when a tree differs. With CPython 3.13 everything is compared; with 3.11 not the positions within
 * f-strings.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PySyntaxError } from "../src/vm/parser/errors.js";
import { canonicalTree } from "./canonical-ast.js";
import { parse } from "../src/vm/parser/parse.js";

const script = new URL("python-ast.py", import.meta.url).pathname;
const argv = process.argv.slice(2);
const python = argv[0] === "--python" ? argv.splice(0, 2)[1] : "/usr/bin/python3";
const verbose = argv[0] === "--errors" && argv.shift() !== undefined;

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) yield* files(child);
      else if (entry.isFile() && entry.name.endsWith(".py")) yield child;
    }
}

const newPlaces = !execFileSync(python, ["-V"], { encoding: "utf8" }).startsWith("Python 3.11");

const names = new Map<string, string>();
/** Names of characters are CPython's: the table is not ours to prove. */
function unicodeName(name: string): string | undefined {
  let known = names.get(name);
  if (known === undefined) {
    const code = "import sys, unicodedata; print(ascii(unicodedata.lookup(sys.argv[1])))";
    const shown = spawnSync(python, ["-c", code, name], { encoding: "utf8" }).stdout.trim();
    if (shown === "") return undefined;
    known = String(evaluate(shown));
    names.set(name, known);
  }
  return known;
}

function evaluate(literal: string): string {
  const tree = parse(literal, { filename: "", mode: "eval" }).body;
  return tree.type === "Constant" && tree.value.kind === "str" ? tree.value.value : "";
}

function ourText(path: string): string {
  const source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  return canonicalTree(parse(source, { filename: path, unicodeName }), newPlaces);
}

const list = argv.flatMap((path) => [...files(path)]);
const theirs = spawnSync(python, [script, "hash"], {
  input: list.join("\n"),
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const totals = { files: 0, equal: 0, differ: 0, skipped: 0, errors: 0, errorsDiffer: 0 };
for (const line of theirs.stdout.split("\n")) {
  if (line === "") continue;
  totals.files++;
  const bad = line.startsWith("!") || line.startsWith("?");
  const cut = line.indexOf(bad ? "\t" : " ");
  const expected = line.slice(0, cut);
  const path = line.slice(cut + 1);
  if (line.startsWith("?")) {
    totals.skipped++;
    continue;
  }
  let ours: string;
  try {
    ours = ourText(path);
  } catch (e) {
    if (!(e instanceof PySyntaxError)) throw e;
    const error = `!${e.kind}|${e.message}|${e.lineno}|${e.offset}`;
    if (!bad) {
      totals.differ++;
      console.log(`${path}: we refuse: ${error}`);
    } else {
      totals.errors++;
      if (error !== expected) {
        totals.errorsDiffer++;
        if (verbose) console.log(`${path}: error ${error}, CPython ${expected}`);
      }
    }
    continue;
  }
  if (bad) {
    totals.errors++;
    totals.errorsDiffer++;
    console.log(`${path}: we accept what CPython refuses: ${expected}`);
  } else if (createHash("sha256").update(ours).digest("hex") === expected) totals.equal++;
  else {
    const show = execFileSync(python, [script, "show", path], { encoding: "utf8", maxBuffer: 1 << 28 }).split(
      "\n",
    );
    const mine = ours.split("\n");
    const at = mine.findIndex((l, i) => l !== show[i]);
    if (at >= 0) {
      console.log(
        `${path}: ${mine.slice(Math.max(0, at - 2), at + 1).join(" / ")}  CPython: ${show[at]}`.slice(0, 400),
      );
    }
    totals.differ++;
  }
}
console.log(JSON.stringify(totals));
process.exitCode = totals.differ > 0 ? 1 : 0;
