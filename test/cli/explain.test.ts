/** `sandbake explain`: what became of each operation, and the traps of the manual's "Syntax and Operators". */
import { expect } from "chai";
import { explainVariable, memoryHost, openWorkspace, type Explanation } from "../../src/index.js";

const host = memoryHost({
  "/build/conf/bblayers.conf": 'BBPATH = "${TOPDIR}"\nBBFILES = "/layer/*.bb"\nBBLAYERS = "/layer"\n',
  "/layer/conf/layer.conf":
    'BBPATH .= ":${LAYERDIR}"\nBBFILE_COLLECTIONS = "demo"\nBBFILE_PATTERN_demo = "^/layer/"\n',
  "/layer/conf/bitbake.conf":
    "PN = \"${@bb.parse.vars_from_file(d.getVar('FILE', False), d)[0]}\"\n" +
    'OVERRIDES = "linux:hotel"\nPROVIDES = "${PN}"\n',
  "/layer/classes/base.bbclass": "",
  "/layer/cocoa_1.0.bb": `LOST ??= "default"
LOST += "more"
EARLY += "first"
EARLY ?= "second"
REPLACED = "base"
REPLACED:linux:append = " only"
LIST = "x y"
LIST:append:hotl = " z"
LIST:append = "q"
LIST:remove = "x"
BOTH = "one"
BOTH:linux = "two"
BOTH:hotel = "three"
BOTH:append:linux = " four"
TWICE = "a"
TWICE .= "b"
TWICE = "c"
TWICE .= "d"
VERSION = "1.0"
VERSION:append = "-rc1"
python () {
    d.appendVar("BOTH", " five")
    d.setVar("FROM_PYTHON", "\${LIST}-\${@1+1}-\${NOPE}")
}
`,
});

describe("explain", () => {
  const { store } = openWorkspace({ host, topdir: "/build", tracking: true }).find("cocoa").variant;
  const told = new Map<string, Explanation>();
  const of = (name: string): Explanation => {
    const known = told.get(name) ?? explainVariable(store, name);
    told.set(name, known);
    return known;
  };
  const effects = (name: string): string[] =>
    of(name).operations.map(
      ({ variable, operator, condition, effect, line }) =>
        `${line}: ${variable} ${operator}${condition === null ? "" : `:${condition}`} ${effect}`,
    );
  const traps = (name: string): string[] =>
    of(name).traps.map(({ code, place }) => `${code} at ${place?.file}:${place?.line}`);

  it("a weak default is lost to +=", () => {
    expect(effects("LOST")).to.deep.equal(["1: LOST ??= no effect", "2: LOST += counts"]);
    expect(traps("LOST")).to.deep.equal(["append-to-weak-default at /layer/cocoa_1.0.bb:2"]);
  });

  it("?= after += has no effect", () => {
    expect(effects("EARLY")).to.deep.equal(["3: EARLY += counts", "4: EARLY ?= no effect"]);
    expect(traps("EARLY")).to.deep.equal(["append-before-default at /layer/cocoa_1.0.bb:3"]);
  });

  it("A:x:append replaces A", () => {
    expect(of("REPLACED").value).to.equal(" only");
    expect(effects("REPLACED")).to.deep.equal([
      "5: REPLACED = lost to override",
      "6: REPLACED:linux :append counts",
    ]);
    expect(traps("REPLACED")).to.deep.equal(["override-append-replaces at /layer/cocoa_1.0.bb:6"]);
    expect(of("REPLACED").traps[0]?.hint).to.contain("REPLACED:append:linux");
  });

  it("an override that is not active, and what it may have meant; an append without a space", () => {
    expect(of("LIST").value).to.equal(" yq");
    expect(effects("LIST")).to.deep.equal([
      "7: LIST = counts",
      "8: LIST :append:hotl not active",
      "9: LIST :append counts",
      "10: LIST :remove counts",
    ]);
    expect(traps("LIST")).to.deep.equal([
      "unknown-override at /layer/cocoa_1.0.bb:8",
      "no-space at /layer/cocoa_1.0.bb:9",
    ]);
    expect(of("LIST").traps[0]?.hint).to.equal("Did you mean 'hotel'?");
  });

  it("which override won, and what was added to it", () => {
    expect(of("BOTH").value).to.equal("three four five");
    expect(of("BOTH").parts.map(({ role, variable, text }) => [role, variable, text])).to.deep.equal([
      ["override", "BOTH:hotel", "three"],
      ["append", "BOTH", " four"],
      ["append", "BOTH", " five"],
    ]);
    expect(effects("BOTH").filter((line) => line.includes("lost"))).to.deep.equal([
      "11: BOTH = lost to override",
      "12: BOTH:linux = lost to override",
    ]);
    expect(traps("BOTH")).to.deep.equal([]);
  });

  it("what a later assignment replaces", () => {
    expect(effects("TWICE")).to.deep.equal([
      "15: TWICE = replaced",
      "16: TWICE .= replaced",
      "17: TWICE = counts",
      "18: TWICE .= counts",
    ]);
    expect(of("TWICE").operations[0]?.replacedBy).to.deep.equal({ file: "/layer/cocoa_1.0.bb", line: 17 });
  });

  it("no warning for a version that is meant to grow together", () => {
    expect(of("VERSION").value).to.equal("1.0-rc1");
    expect(traps("VERSION")).to.deep.equal([]);
  });

  it("what the value refers to, from Python too", () => {
    expect(of("FROM_PYTHON").references.map(({ text, value }) => [text, value])).to.deep.equal([
      ["LIST", " yq"],
      ["NOPE", null],
      ["@1+1", "2"],
    ]);
    expect(of("FROM_PYTHON").operations[0]?.func).to.match(/^__anon_/);
  });

  it("the parts give the value: assigned, appended, prepended, removed", () => {
    for (const name of ["LOST", "EARLY", "REPLACED", "BOTH", "TWICE", "VERSION"]) {
      let value = "";
      for (const { role, text } of of(name).parts)
        value = role === "append" ? value + text : role === "prepend" ? text + value : text;
      expect(value, name).to.equal(of(name).unexpanded);
    }
  });
});
