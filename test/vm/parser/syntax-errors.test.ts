// Syntax errors against CPython 3.13's: kind, message and place. syntax-errors.json is made by ../make-expected.sh.
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { PySyntaxError } from "../../../src/vm/parser/errors.js";
import { parse } from "../../../src/vm/parser/parse.js";
import { analyse } from "../../../src/vm/scope/analyse.js";

type Entry = [string, string | null, string?, number?, number?, number?, (number | null)?];
const cases = JSON.parse(readFileSync(new URL("syntax-errors.json", import.meta.url), "utf8")) as Entry[];

function errorOf(source: string): Entry {
  try {
    analyse(parse(source, { filename: "s" }), { filename: "s", source });
  } catch (e) {
    if (!(e instanceof PySyntaxError)) throw e;
    return [source, e.kind, e.message, e.lineno, e.offset, e.end_lineno, e.end_offset];
  }
  return [source, null];
}

describe("Python parser and scope analysis: syntax errors as CPython 3.13's", () => {
  for (const expected of cases)
    it(expected[0].replaceAll("\n", " / "), () => {
      const ours = errorOf(expected[0]);
      // CPython gives no end for unknown features of __future__
      if (expected[6] === null) ours[6] = null;
      expect(ours).to.deep.equal(expected);
    });
});
