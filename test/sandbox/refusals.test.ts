/** What the sandbox refuses: Python's PermissionError and the run's log name the permission that would allow it. */
import { expect } from "chai";
import { evaluateToResult } from "../../src/layers/evaluate-all.js";
import { openWorkspace } from "../../src/layers/open.js";
import type { Message } from "../../src/evaluate/evaluator.js";
import { memoryHost } from "../../src/sandbox/index.js";

const layer = "/layers/meta-test";
const recipe = `
python () {
    import subprocess, socket
    for i in range(3):
        try:
            subprocess.run(["git", "log"])
        except PermissionError as e:
            d.setVar("SAID", str(e))
    try:
        bb.process.run("hg id")
    except bb.process.NotFoundError as e:
        d.setVar("HG", str(e))
    try:
        socket.create_connection(("localhost", 80))
    except PermissionError as e:
        d.setVar("NET", str(e))
}
`;

describe("refusals", () => {
  const log: Message[] = [];
  const workspace = openWorkspace({
    host: memoryHost(
      {
        "/build/conf/bblayers.conf": `BBPATH = "\${TOPDIR}"\nBBLAYERS = "${layer}"\n`,
        [`${layer}/conf/layer.conf`]: 'BBPATH .= ":${LAYERDIR}"\nBBFILES = "${LAYERDIR}/*.bb"\n',
        [`${layer}/conf/bitbake.conf`]: 'TMPDIR = "/build/tmp"\nCACHE = "/build/cache"\nPN = "x"\n',
        [`${layer}/classes/base.bbclass`]: "",
        [`${layer}/a_1.bb`]: recipe,
      },
      { cwd: "/build" },
    ),
    topdir: "/build",
    log: (message) => log.push(message),
  });

  it("are PermissionError for Python", () => {
    const store = workspace.evaluate(`${layer}/a_1.bb`)[0]?.store;
    expect(store?.getVar("SAID")).to.equal("[Errno 13] Permission denied (--allow-run=git allows it): 'git'");
    expect(store?.getVar("HG")).to.match(/^Execution of 'hg id' failed: command not found/);
    expect(store?.getVar("NET")).to.equal(
      "[Errno 1] socket.create_connection is not available in the sandbox: there is no network, and no permission opens one",
    );
  });

  it("go to the log once a recipe, and into its result", () => {
    const told = (messages: readonly Message[]): unknown[] =>
      messages
        .filter(({ permission }) => permission !== undefined)
        .map(({ message, permission }) => [message, permission]);
    const expected = ["git", "hg"].map((name) => [
      `refused: ${name} (--allow-run=${name} allows it)`,
      `--allow-run=${name}`,
    ]);
    expected.push(["refused: socket.create_connection", ""]);
    expect(told(log)).to.deep.equal(expected);
    expect(told(evaluateToResult(workspace, `${layer}/a_1.bb`).messages)).to.deep.equal(expected);
  });
});
