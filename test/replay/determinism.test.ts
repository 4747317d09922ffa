/** The same input gives the same bytes: again and again, and with another folder, time zone, locale and environment. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { expect } from "chai";
import { record, writeTrace } from "../../src/replay/index.js";
import { openWorkspace } from "../../src/layers/open.js";
import { storeRecord } from "../../src/layers/record.js";
import { memoryHost } from "../../src/sandbox/index.js";

const root = join(import.meta.dirname, "../..");

describe("determinism", () => {
  it("order of sets and dicts, id, hash, floats, sorting, time, random, uuid, tempfile, folders", () => {
    const python = `import os, random, tempfile, time, uuid, json, datetime, hashlib
class C: pass
d.setVar('V', repr([{'b', 'a', 'c'}, {3: 1, 1: 2}, id(C()) == id(C()), hash('tea'), hash((1, 'a')), 0.1 + 0.2, sorted('b\\u00e9A'),
    time.time(), datetime.datetime.now(), random.random(), random.sample(range(99), 5), uuid.uuid4(), os.urandom(4),
    tempfile.gettempprefix(), next(tempfile._get_candidate_names()), os.listdir('/w/meta'), os.getpid(), repr(C()), time.tzname, os.environ]))`;
    const files = {
      "/w/build/conf/bblayers.conf": 'BBPATH = "${TOPDIR}"\nBBLAYERS = "/w/meta"\n',
      "/w/meta/conf/layer.conf": 'BBPATH .= ":${LAYERDIR}"\nBBFILES = "${LAYERDIR}/r/*.bb"\n',
      "/w/meta/conf/bitbake.conf": 'PN = "tea"\nCACHE = "x"\n',
      "/w/meta/classes/base.bbclass": "",
      "/w/meta/r/tea_1.bb": `python () {\n${python.replace(/^/gm, "    ")}\n}\n`,
      "/w/meta/r/milk_1.bb":
        "BBCLASSEXTEND = 'native'\nW := \"${@open('/w/build/x', 'a').write('x')}${@__import__('random').random()}\"\n",
      "/w/meta/classes/native.bbclass": "",
    };
    const run = (): string => {
      const host = memoryHost(files);
      const trace = record({ host, topdir: "/w/build", recipes: ["tea"], version: "test" });
      expect(trace.outcomes[1]?.error).to.equal(undefined);
      return writeTrace(trace);
    };
    const first = run();
    for (let i = 0; i < 3; i++) expect(run()).to.equal(first);

    // A hundred times in one workspace, among others.
    const workspace = openWorkspace({ host: memoryHost(files), topdir: "/w/build" });
    const values = (file: string): string =>
      JSON.stringify(
        workspace.evaluate(file, undefined, ({ store }) =>
          storeRecord(store, workspace.evaluator, (path) => path),
        ),
      );
    const [tea, milk] = ["/w/meta/r/tea_1.bb", "/w/meta/r/milk_1.bb"].map(
      (file) => [file, values(file)] as const,
    );
    for (let i = 0; i < 100; i++) {
      const [file = "", expected] = (i % 3 === 0 ? milk : tea) ?? [];
      expect(values(file), `${file}, time ${i}`).to.equal(expected);
    }
  });

  it("another folder, time zone, locale and environment", function () {
    this.timeout(180_000);
    const dump = (cwd: string, env: Record<string, string>): string => {
      const done = spawnSync(
        process.execPath,
        [
          "--import=" + join(root, "node_modules/tsx/dist/loader.mjs"),
          join(root, "src/cli/main.ts"),
          ...["env", "green-tea", "--json", "--build", join(root, "examples/teapot/build")],
        ],
        { cwd, env: { PATH: process.env["PATH"] ?? "", ...env }, encoding: "utf8" },
      );
      expect(done.stderr).to.equal("");
      expect(done.stdout).to.contain("green-tea");
      return done.stdout;
    };
    const here = dump(root, { TZ: "UTC", LANG: "C" });
    const there = dump(tmpdir(), {
      TZ: "Asia/Kathmandu",
      LANG: "tr_TR.UTF-8",
      LC_ALL: "tr_TR.UTF-8",
      HOME: "/nowhere",
      USER: "other",
      SECRET_TOKEN: "x",
    });
    expect(there).to.equal(here);
  });
});
