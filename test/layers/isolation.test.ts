/** A recipe's values are the same whatever was evaluated before it in the same thread. */
import { expect } from "chai";
import { openWorkspace } from "../../src/layers/open.js";
import { LiveWorkspace } from "../../src/layers/live.js";
import { storeRecord } from "../../src/layers/record.js";
import type { Workspace } from "../../src/layers/workspace.js";
import { memoryHost } from "../../src/sandbox/index.js";

const layer = "/layers/meta-test";
/** Uses everything that counts on: files, random numbers, identities, names of temporary files. */
const greedy = `
RANDOM := "\${@__import__('random').random()} \${@__import__('random').gauss(0, 1)} \${@os.urandom(3).hex()}"
UUID := "\${@__import__('uuid').uuid4()} \${@__import__('tempfile').mktemp()} \${@id(object())}"
python () {
    import random, os, tempfile
    names = []
    for name in ("mark", "inc.inc", "note.txt"):
        path = "/build/" + name
        names.append(str(os.path.exists(path)))
        with open(path, "w") as f: f.write('SEEN = "by %s"\\n' % d.getVar("PN"))
    with open("${layer}/classes/shared.txt") as f: d.setVar("SHARED", f.read())
    with open("${layer}/classes/shared.txt", "a") as f: f.write("and " + d.getVar("PN"))
    fd, path = tempfile.mkstemp()
    d.setVar("NAMES", " ".join(names) + path + " " + str(os.stat("/build/mark").st_ino) + " " + str(os.listdir("/build")))
    d.setVar("DRAWN", str(random.gauss(0, 1)) + str(random.randrange(1000)))
    if d.getVar("PN").startswith("a"): random.seed(42)
    d.setVar("LATER", str(random.random()))
    bb.parse.handle("/build/inc.inc", d, True)
    d.setVar("OBJECT", repr(object()) + str(hash(object())))
}
BBCLASSEXTEND = "native"
`;
const files = {
  "/build/conf/bblayers.conf": `BBPATH = "\${TOPDIR}"\nBBLAYERS = "${layer}"\n`,
  [`${layer}/conf/layer.conf`]: 'BBPATH .= ":${LAYERDIR}"\nBBFILES = "${LAYERDIR}/*.bb"\n',
  [`${layer}/conf/bitbake.conf`]:
    'PN = "${@bb.parse.vars_from_file(d.getVar(\'FILE\', False), d)[0] or \'x\'}"\nTMPDIR = "/build/tmp"\nCACHE = "/build/cache"\n',
  [`${layer}/classes/base.bbclass`]: "",
  [`${layer}/classes/native.bbclass`]: "",
  [`${layer}/classes/shared.txt`]: "tea",
  ...Object.fromEntries(["a", "b", "c"].map((name) => [`${layer}/${name}_1.bb`, greedy])),
};

const options = () => ({ host: memoryHost(files, { cwd: "/build" }), topdir: "/build" });
const record = (workspace: Workspace, name: string): string[] =>
  workspace
    .evaluate(`${layer}/${name}_1.bb`, undefined, ({ store }) =>
      storeRecord(store, workspace.evaluator, (path) => path),
    )
    .map((one) => JSON.stringify(one.vars));

describe("isolation of recipes", () => {
  it("files, random numbers, identities and names begin anew, in any order", () => {
    const alone = new Map(["a", "b", "c"].map((name) => [name, record(openWorkspace(options()), name)]));
    expect(alone.get("b")?.[0])
      .to.include('"SEEN":"by b"')
      .and.include('"SHARED":"tea"')
      .and.include("False False False");
    expect(alone.get("b")?.[0]).not.to.equal(alone.get("c")?.[0]?.replaceAll(/\bc\b/g, "b"));
    for (const order of ["cba", "bacb"]) {
      const workspace = openWorkspace(options());
      for (const name of order)
        expect(record(workspace, name), `${name} in ${order}`).to.deep.equal(alone.get(name));
    }
  });

  it("a variant is the same with the others and without them", () => {
    const workspace = openWorkspace(options());
    const all = workspace.evaluate(`${layer}/a_1.bb`);
    const one = openWorkspace(options()).find(`virtual:native:${layer}/a_1.bb`).variant;
    for (const name of ["RANDOM", "DRAWN", "LATER", "UUID"])
      expect(one.store.getVar(name), name).to.equal(all[1]?.store.getVar(name));
  });

  it("keeps what the embedder writes", () => {
    const live = new LiveWorkspace(options());
    const value = (): unknown => live.evaluate(`${layer}/b_1.bb`)[0]?.store.getVar("SHARED");
    expect(value()).to.equal("tea");
    live.edit(`${layer}/classes/shared.txt`, "coffee");
    live.edit(`${layer}/b_1.bb`, greedy + 'EDITED = "1"\n');
    expect(value()).to.equal("coffee");
    void live.workspace.evaluate(`${layer}/a_1.bb`);
    live.edit(`${layer}/b_1.bb`, greedy);
    expect(value()).to.equal("coffee");
  });
});
