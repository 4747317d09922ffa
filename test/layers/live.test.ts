/** Edits in memory: what depends on the file is evaluated again, and nothing else. */
import { expect } from "chai";
import { EvaluationError, HostError, LiveWorkspace, memoryHost } from "../../src/index.js";

const topdir = "/b";
const files = (): Record<string, string> => ({
  "/b/conf/bblayers.conf": 'BBLAYERS = "/m"\nBBPATH = "/b"\n',
  "/b/conf/local.conf": 'WHO = "local"\n',
  "/m/conf/layer.conf":
    'BBPATH .= ":${LAYERDIR}"\nBBFILES += "${LAYERDIR}/r/*.bb"\nBBFILE_COLLECTIONS += "m"\nBBFILE_PATTERN_m = "^${LAYERDIR}/"\n',
  "/m/conf/bitbake.conf":
    'PN = "${@bb.parse.vars_from_file(d.getVar(\'FILE\', False), d)[0] or \'none\'}"\nTOPDIR = "/b"\nTMPDIR = "/b/tmp"\nCACHE = "/b/cache"\nrequire conf/local.conf\n',
  "/m/classes/base.bbclass": 'FROM_BASE = "1"\n',
  "/m/classes/c.bbclass": 'FROM_C = "c1"\n',
  "/m/r/a.bb": 'inherit c\nA = "a1"\ninclude maybe.inc\n',
  "/m/r/b.bb": 'B = "b1"\n',
});

describe("live workspace", () => {
  const host = memoryHost(files());
  const live = new LiveWorkspace({ host, topdir });
  const value = (file: string, name: string): unknown =>
    live.evaluate(`/m/r/${file}.bb`)[0].store.getVar(name);

  it("keeps what an edit does not touch", () => {
    expect([value("a", "A"), value("a", "FROM_C"), value("b", "B")]).to.deep.equal(["a1", "c1", "b1"]);
    const [a, b] = [live.evaluate("/m/r/a.bb"), live.evaluate("/m/r/b.bb")];
    expect(live.edit("/m/r/a.bb", 'inherit c\nA = "a2"\ninclude maybe.inc\n')).to.deep.equal({
      configuration: false,
      recipes: ["/m/r/a.bb"],
    });
    expect(value("a", "A")).to.equal("a2");
    expect(live.evaluate("/m/r/a.bb")).to.not.equal(a);
    expect(live.evaluate("/m/r/b.bb")).to.equal(b);
  });

  it("follows classes, files that were looked for in vain, and the configuration", () => {
    value("a", "A");
    value("b", "B");
    expect(live.edit("/m/classes/c.bbclass", 'FROM_C = "c2"\n').recipes).to.deep.equal(["/m/r/a.bb"]);
    expect(value("a", "FROM_C")).to.equal("c2");
    expect(live.edit("/m/r/maybe.inc", 'A = "included"\n').recipes).to.deep.equal(["/m/r/a.bb"]);
    expect(value("a", "A")).to.equal("included");
    expect(live.edit("/m/r/unused.inc", "")).to.deep.equal({ configuration: false, recipes: [] });
    const before = live.workspace;
    expect(live.edit("/b/conf/local.conf", 'WHO = "edited"\n')).to.deep.equal({
      configuration: true,
      recipes: ["/m/r/b.bb", "/m/r/a.bb"],
    });
    expect([value("a", "WHO"), live.workspace === before]).to.deep.equal(["edited", false]);
    expect(live.edit("/m/r/new.bb", 'N = "1"\n').configuration).to.equal(true);
    expect([value("new", "N"), live.workspace.files.recipes]).to.deep.equal([
      "1",
      ["/m/r/a.bb", "/m/r/b.bb", "/m/r/new.bb"],
    ]);
  });

  it("one variant alone, which is kept as all are", () => {
    live.edit("/m/r/e.bb", 'BBCLASSEXTEND = "c"\ninherit c\nE = "${PN}"\n');
    const alone = live.evaluateVariant("/m/r/e.bb");
    expect([alone?.name, alone?.store.getVar("E")]).to.deep.equal(["", "e"]);
    expect(live.evaluateVariant("/m/r/e.bb")).to.equal(alone);
    expect(live.evaluateVariant("/m/r/e.bb", "nowhere")).to.equal(undefined);
    const other = live.evaluateVariant("/m/r/e.bb", "c");
    expect(other?.name).to.equal("c");
    const all = live.evaluate("/m/r/e.bb");
    expect(all.map(({ name }) => name)).to.deep.equal(["", "c"]);
    expect(live.evaluateVariant("/m/r/e.bb", "c")).to.equal(all[1]);
    expect(live.edit("/m/classes/c.bbclass", 'FROM_C = "c3"\n').recipes).to.include("/m/r/e.bb");
    expect(live.evaluateVariant("/m/r/e.bb")?.store.getVar("FROM_C")).to.equal("c3");
    expect(() => live.evaluateVariant("/m/r/e.bb", "c", AbortSignal.abort(new Error("stop")))).to.throw(
      "stop",
    );
  });

  it("throws typed errors with place, and goes on after the next edit", () => {
    live.edit("/m/r/b.bb", 'B = "b1"\nthis is no statement\n');
    try {
      live.evaluate("/m/r/b.bb");
      expect.fail("nothing was thrown");
    } catch (error) {
      expect(error).to.be.instanceOf(EvaluationError);
      const { file, line, detail } = error as EvaluationError;
      expect([file, line, detail.span?.start.line]).to.deep.equal(["/m/r/b.bb", 2, 2]);
    }
    live.edit("/m/r/b.bb", 'B = "b3"\n');
    expect(value("b", "B")).to.equal("b3");
    expect(() => live.edit("/nowhere/x.bb", "")).to.throw(HostError);
    expect(() => live.evaluate("/m/r/b.bb", AbortSignal.abort(new Error("stop")))).to.throw("stop");
  });
});
