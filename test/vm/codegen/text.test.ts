/** Generated JavaScript holds nothing of the source: every identifier is ours, every string is in a table. */
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../../../src/vm/codegen/generate.js";
import { parse } from "../../../src/vm/parser/parse.js";
import { analyse } from "../../../src/vm/scope/analyse.js";

const programs = join(dirname(fileURLToPath(import.meta.url)), "..", "programs");

function text(source: string): string {
  const tree = parse(source, { filename: "x'+evil+'.py", mode: "exec" });
  return generate(tree, analyse(tree, { filename: "x" }), "globals", source).text;
}

/** Words of JavaScript and of the conventions in emitter.ts. */
const ours =
  /^(?:const|let|function|return|if|else|for|try|catch|finally|throw|new|break|continue|yield|this|null|true|false|undefined|[klstcgfhiLvCKQF]\d*|[GFRSTNBUPVdemrjxyabs]|NS|NONE|TRUE|FALSE|T|exc|left|exhausted|get|set|v|push|raised|tp\$iternext|typeof|number|length|ob\$type|\$shape|\$f|\$n|\$call[0-4]|\$js)$/;

/** Support functions are the names destructured from R in the second line. */
function support(js: string): Set<string> {
  return new Set(/const \{([^}]*)\}=R;/.exec(js)?.[1]?.split(",") ?? []);
}

/** The text without its own two literals. */
function bare(js: string): string {
  return js.replace(/^"use strict";/, "").replaceAll('=="number"', "");
}

describe("generated text", () => {
  it("has no word that comes from the source", () => {
    const js = text(
      [
        "__proto__ = constructor = 1",
        "class Évil(object):",
        "  def process(self, require, *globalThis, eval=1, **window): 'doc `${x}`'; return self.prototype, f'{require!r:>9}'",
        "for alert in 'a\\u2028b', b'\\'\"': del alert",
        "import os.path as top; from sys import exit as leave",
        "lambda arguments: [await_ for await_ in arguments if (yield_ := await_)]",
        "match x:\n  case {'k': Function(name='v')}: pass",
        "with open as file: print(file=1.5e300, x=10**40, y=123456789012345678901234567890)",
      ].join("\n"),
    );
    const known = support(js);
    const words = js.replace(/^"use strict";/, "").match(/[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/g) ?? [];
    expect(words.filter((w) => !ours.test(w) && !known.has(w))).to.deep.equal([]);
    expect(bare(js)).to.not.match(/["'`\\/]/);
  });

  it("is only made of plain ASCII, for every program of the tests", () => {
    for (const name of readdirSync(programs, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".py") || name.startsWith("errors")) continue;
      const js = bare(text(readFileSync(join(programs, name), "utf8")));
      expect(js, name).to.match(/^[\n\x20-\x7e]*$/);
      expect(js, name).to.not.match(/["'`\\]/);
    }
  });

  it("is the same for the same source", () => {
    const source = "def f(a, b=[1, 2], *c, d): return [x for x in a if x], lambda: b";
    expect(text(source)).to.equal(text(source));
  });
});
