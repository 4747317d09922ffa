/**
 * Compares our syntax errors with CPython's:
 *
 *   npx tsx conformance/python-errors.ts EXPECTED.json
 *
 * EXPECTED.json is made by python-errors.py. Prints what differs in kind, message or place, and totals.
 */
import { readFileSync } from "node:fs";
import { PySyntaxError } from "../src/vm/parser/errors.js";
import { parse } from "../src/vm/parser/parse.js";
import { analyse } from "../src/vm/scope/analyse.js";

type Entry = [string, string | null, string?, number?, number?, number?, number?];

const entries = JSON.parse(readFileSync(process.argv[2], "utf8")) as Entry[];
const totals = { snippets: entries.length, equal: 0, message: 0, place: 0, end: 0, accepted: 0, refused: 0 };
for (const [snippet, kind, message, line, offset, endLine, endOffset] of entries) {
  let ours: PySyntaxError | undefined;
  try {
    const options = { filename: "<string>", source: snippet };
    analyse(parse(snippet, { filename: "<string>" }), options);
  } catch (e) {
    if (!(e instanceof PySyntaxError)) throw e;
    ours = e;
  }
  const report = (what: string): void =>
    console.log(
      `${what}\n${snippet.replace(/^/gm, "    | ")}\n    ours    ${ours === undefined ? "accepted" : `${ours.kind}: ${ours.message} @${ours.lineno}:${ours.offset}-${ours.end_lineno}:${ours.end_offset}`}` +
        `\n    CPython ${kind === null ? "accepts" : `${kind}: ${message} @${line}:${offset}-${endLine}:${endOffset}`}`,
    );
  if (kind === null) {
    if (ours === undefined) totals.equal++;
    else {
      totals.refused++;
      report("REFUSED");
    }
  } else if (ours === undefined) {
    totals.accepted++;
    report("ACCEPTED");
  } else if (ours.kind !== kind || ours.message !== message) {
    totals.message++;
    report("MESSAGE");
  } else if (ours.lineno !== line || ours.offset !== offset) {
    totals.place++;
    report("PLACE");
  } else if (endLine != null && (ours.end_lineno !== endLine || ours.end_offset !== endOffset)) {
    totals.end++;
    report("END");
  } else totals.equal++;
}
console.log(JSON.stringify(totals));
