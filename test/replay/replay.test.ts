/** A run is written down and run again from the writing: the same digests, or the first departure by name and place. */
import { expect } from "chai";
import { readTrace, record, replay, writeTrace, type Trace } from "../../src/replay/index.js";
import { memoryHost } from "../../src/sandbox/index.js";

const files = (recipe: string, conf = ""): Record<string, string> => ({
  "/w/build/conf/bblayers.conf": 'BBPATH = "${TOPDIR}"\nBBLAYERS = "/w/meta"\n',
  "/w/meta/conf/layer.conf": 'BBPATH .= ":${LAYERDIR}"\nBBFILES = "${LAYERDIR}/r/*.bb"\n',
  "/w/meta/conf/bitbake.conf": `PN = "\${@bb.parse.vars_from_file(d.getVar('FILE', False), d)[0]}"\nCACHE = "x"\n${conf}`,
  "/w/meta/classes/base.bbclass": "",
  "/w/meta/r/tea_1.bb": recipe,
});
const recipe = `inherit base
A = "\${@__import__('random').random()} \${@__import__('time').time()}"
B = "\${@open('/w/meta/conf/layer.conf').read()}"
C = "\${@__import__('os').environ.get('API_TOKEN')} \${@__import__('os').environ.get('MACHINE_KIND')}"
D = "\${@' '.join(__import__('os').listdir('/w/meta'))}"
E = "\${@'yes' if __import__('os').path.exists('/nowhere') else 'no'}"
python () {
    with open('/w/out', 'w') as f:
        f.write('written')
    d.setVar('F', open('/w/out').read())
}
`;
const env = new Map([
  ["API_TOKEN", "hunter2"],
  ["MACHINE_KIND", "kettle"],
]);

function recorded(text = recipe, conf = "", bundle = true): Trace {
  const host = memoryHost(files(text, conf), { env, cwd: "/w/build", now: 1_800_000_000 });
  return record({ host, topdir: "/w/build", recipes: ["tea"], bundle, version: "test" });
}

describe("record and replay", () => {
  let trace: Trace;
  let text: string;
  before(() => {
    trace = recorded();
    text = writeTrace(trace);
  });

  it("replays to the same digests with no host at all", () => {
    const { outcomes, departure } = replay(readTrace(text));
    expect(departure).to.equal(undefined);
    expect(outcomes).to.deep.equal(trace.outcomes);
    expect(outcomes.map((o) => o.error)).to.deep.equal([undefined, undefined]);
    expect(Object.keys(outcomes[1]?.values ?? {})).to.include.members(["A", "B", "C", "D", "E", "F"]);
  });

  it("is the same file when recorded again", () => {
    expect(writeTrace(recorded())).to.equal(text);
  });

  it("holds no secret, and says which names are masked", () => {
    expect(text).not.to.contain("hunter2");
    expect(trace.masked).to.deep.equal(["API_TOKEN"]);
    expect(text).to.contain("kettle");
  });

  it("keeps contents once, by hash, and only with --bundle", () => {
    expect(Object.keys(trace.contents ?? {})).to.have.length(
      new Set(trace.answers.filter(([q]) => q === "read").map(([, , digest]) => digest)).size,
    );
    expect(writeTrace(recorded(recipe, "", false))).not.to.contain('"contents"');
  });

  it("reads the files of the machine where the trace does not hold them, and notices what changed", () => {
    const bare = recorded(recipe, "", false);
    const encoder = new TextEncoder();
    const now = files(recipe);
    expect(replay(bare, { source: (path) => encoder.encode(now[path]) }).departure).to.equal(undefined);
    now["/w/meta/r/tea_1.bb"] = recipe.replace("hunter", "x").replace("random()", "random() ");
    expect(replay(bare, { source: (path) => encoder.encode(now[path]) }).departure).to.match(
      /\/w\/meta\/r\/tea_1\.bb has changed since it was recorded/,
    );
  });

  it("names the first question that the record does not answer, with file and line", () => {
    const changed = swap(trace, "/w/meta/r/tea_1.bb", recipe.replace("open('/w/out')", "open('/w/other')"));
    expect(replay(changed).departure).to.match(
      /^\/w\/meta\/r\/tea_1\.bb:\d+: the run asks for lstat \/w\/other, which the record does not/,
    );
  });

  it("names the first value that departs", () => {
    const changed = swap(trace, "/w/meta/r/tea_1.bb", `${recipe}Z = "new"\n`);
    expect(replay(changed).departure).to.match(
      /^tea: Z departs \(last set at \/w\/meta\/r\/tea_1\.bb:\d+\); \d+ of \d+ values differ$/,
    );
  });

  it("records failures as outcomes", () => {
    const broken = recorded('A = "1"\nrequire nowhere.inc\n');
    expect(broken.outcomes[1]?.error).to.match(/tea_1\.bb:2: Could not include required file nowhere\.inc/);
    expect(replay(broken).departure).to.equal(undefined);
  });

  it("refuses what is no trace, another version, damaged contents", () => {
    expect(() => readTrace("{}")).to.throw(/not a trace/);
    expect(() => readTrace("[")).to.throw(/not a trace/);
    expect(() => readTrace(text.replace('"version": 1', '"version": 99'))).to.throw(/version 99/);
    const digest = Object.keys(trace.contents ?? {})[0] ?? "";
    expect(() => replay({ ...trace, contents: { [digest]: "AAAA" } })).to.throw(/damaged/);
  });
});

/** The trace with another text for a file. */
function swap(trace: Trace, path: string, text: string): Trace {
  const other = recorded(text);
  const digest = other.answers.find(([q, about]) => q === "read" && about === path)?.[2] as string;
  return {
    ...trace,
    answers: trace.answers.map((answer) =>
      answer[0] === "read" && answer[1] === path ? ["read", path, digest] : answer,
    ),
    contents: { ...trace.contents, [digest]: other.contents?.[digest] ?? "" },
  };
}
