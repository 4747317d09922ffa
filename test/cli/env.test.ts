/** `sandbake env` line by line against `bitbake -e`: the expected texts are real BitBake's (conformance/env.sh). */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { environmentText } from "../../src/cli/commands/env.js";
import { startPython } from "../../src/evaluate/python.js";
import { Workspace } from "../../src/layers/workspace.js";
import { defaultFacts, memoryHost } from "../../src/sandbox/index.js";

const here = import.meta.dirname;

/** The files below `dir`, as if they stood in `mount`. */
function filesOf(dir: string, mount: string, files = new Map<string, string>()): Map<string, string> {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) filesOf(path, `${mount}/${name}`, files);
    else files.set(`${mount}/${name}`, readFileSync(path, "utf8"));
  }
  return files;
}

/** The example for the travel mug at /example, with the recipe of test/cli/history in its layer. */
function openHistory(): Workspace {
  const files = filesOf(join(here, "../../examples/teapot"), "/example");
  filesOf(join(here, "history/layer"), "/example/meta-teapot", files);
  const local = "/example/build/conf/local.conf";
  files.set(local, (files.get(local) ?? "").replace("samovar", "travel-mug"));
  const env = new Map([
    ["BBPATH", "/example/build"],
    ["HOME", "/home/user"],
    ["LC_ALL", "en_US.UTF-8"],
    ["LOGNAME", "user"],
    ["PATH", "/opt/bitbake/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    ["PWD", "/example/build"],
    ["SHELL", "/bin/bash"],
    ["USER", "user"],
  ]);
  const host = memoryHost(files, { ...defaultFacts, env, cwd: "/example/build" });
  return new Workspace({
    host,
    topdir: "/example/build",
    startPython: (log) => startPython({ host, log }),
    tracking: true,
  });
}

/** Without what differs by nature: BitBake's own command line and source lines, and the address of an object. */
function comparable(text: string): string {
  return text
    .replace(/(initConfigurationData\]\n# {5}"|BB_CMDLINE=")\[.*\]"$/gm, "$1(command line)")
    .replace(/( \w+\.py):\d+( \[\w+\])$/gm, "$1$2")
    .replace(/<\S+ object at 0x[0-9a-f]+>/g, "<object>")
    .trimEnd();
}

describe("cli: env equals bitbake -e, line by line", () => {
  for (const name of ["configuration", "green-tea", "history"]) {
    it(name, () => {
      const workspace = openHistory();
      const { configuration } = workspace;
      const store =
        name === "configuration" ? workspace.printedConfiguration() : workspace.find(name).variant.store;
      const expected = readFileSync(join(here, `history/${name}.expected.txt`), "utf8");
      const ours = comparable(environmentText(store, configuration)).split("\n");
      expect(ours.length).to.be.greaterThan(300);
      expect(ours).to.deep.equal(comparable(expected).split("\n"));
    });
  }
});
