/** The example layers as files in memory at /example, opened as a workspace. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { startPython } from "../../src/evaluate/python.js";
import { Workspace } from "../../src/layers/workspace.js";
import { defaultFacts, memoryHost, type OverlayHost } from "../../src/sandbox/index.js";

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

/** The example in memory; `more`: files added to it, by path. */
export function exampleHost(machine: string, more: Record<string, string> = {}): OverlayHost {
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
  return memoryHost(new Map([...exampleFiles(machine), ...Object.entries(more)]), {
    ...defaultFacts,
    env,
    cwd: "/example/build",
  });
}

/** A workspace over it. */
export function openExample(machine: string, more: Record<string, string> = {}): Workspace {
  const host = exampleHost(machine, more);
  return new Workspace({ host, topdir: "/example/build", startPython: (log) => startPython({ host, log }) });
}
