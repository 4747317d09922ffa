/**
 * The bundled example layers, value by value against what real BitBake makes of them. The expected dumps were written by
 * the oracle script from a copy of examples/teapot at /example (see conformance/README.md).
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { compareDumps, type DumpRecord } from "../../src/cli/compare.js";
import { dumpRecords } from "../../src/cli/commands/dump.js";
import { startPython } from "../../src/evaluate/python.js";
import { Workspace } from "../../src/layers/workspace.js";
import { defaultFacts, memoryHost } from "../../src/sandbox/index.js";

const example = join(import.meta.dirname, "../../examples/teapot");

/** The example at /example, for one machine. */
function exampleFiles(machine: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (dir: string): void => {
    for (const name of readdirSync(join(example, dir))) {
      const path = `${dir}/${name}`;
      if (statSync(join(example, path)).isDirectory()) visit(path);
      else files.set(`/example${path}`, readFileSync(join(example, path), "utf8"));
    }
  };
  visit("");
  const local = "/example/build/conf/local.conf";
  files.set(local, (files.get(local) ?? "").replace("samovar", machine));
  return files;
}

export function openExample(machine: string): Workspace {
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
  const host = memoryHost(exampleFiles(machine), { ...defaultFacts, env, cwd: "/example/build" });
  return new Workspace({ host, topdir: "/example/build", startPython: (log) => startPython({ host, log }) });
}

describe("layers: the example equals BitBake", () => {
  for (const machine of ["samovar", "travel-mug"]) {
    it(`MACHINE = ${machine}`, () => {
      const expected = readFileSync(join(import.meta.dirname, `oracle/teapot-${machine}.jsonl`), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as DumpRecord);
      const ours = [...dumpRecords(openExample(machine), ["*"], "/example")].map(
        (record) => JSON.parse(JSON.stringify(record)) as DumpRecord,
      );
      const result = compareDumps(ours, expected);
      expect(result.records).to.deep.equal({ compared: 4, onlyOurs: [], onlyTheirs: [], failed: [] });
      expect(result.differences).to.deep.equal([]);
      expect(result.areas.get("vars")?.total).to.be.greaterThan(200);
    });
  }
});
