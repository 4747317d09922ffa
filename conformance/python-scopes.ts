/**
 * Compares our scope analysis with CPython's `symtable` and code objects over whole directories:
 *
 *   npx tsx conformance/python-scopes.ts [--python PYTHON] DIRECTORY-OR-FILE...
 *
 * Prints the files that differ with the first difference, and totals; exits 1 on a difference. CPython must be 3.11:
 * scopes of type parameters are newer, so a text that needs them is not in its standard library.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PySyntaxError } from "../src/vm/parser/errors.js";
import { parse } from "../src/vm/parser/parse.js";
import { analyse } from "../src/vm/scope/analyse.js";
import { canonicalScopes } from "./canonical-scopes.js";

const script = new URL("python-scopes.py", import.meta.url).pathname;
const argv = process.argv.slice(2);
const python = argv[0] === "--python" ? argv.splice(0, 2)[1] : "/usr/bin/python3";

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) yield* files(child);
      else if (entry.isFile() && entry.name.endsWith(".py")) yield child;
    }
}

function ourText(path: string): string {
  const source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  const root = analyse(parse(source, { filename: path, unicodeName: () => "?" }), {
    filename: path,
    source,
  }).root;
  return canonicalScopes(root, true);
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
    if (bad) totals.errors++;
    else totals.differ++;
    if (error !== expected) {
      totals.errorsDiffer++;
      console.log(`${path}: we refuse: ${error}, CPython: ${expected}`);
    }
    continue;
  }
  if (createHash("sha256").update(ours).digest("hex") === expected) totals.equal++;
  else {
    totals.differ++;
    if (bad) {
      console.log(`${path}: we accept what CPython refuses: ${expected}`);
      continue;
    }
    const show = execFileSync(python, [script, "show", path], { encoding: "utf8", maxBuffer: 1 << 28 }).split(
      "\n",
    );
    const mine = ours.split("\n");
    const at = mine.findIndex((l, i) => l !== show[i]);
    console.log(`${path}: ${mine[at]}\n    CPython: ${show[at]}`.slice(0, 500));
  }
}
console.log(JSON.stringify(totals));
process.exitCode = totals.differ > 0 ? 1 : 0;
