/**
 * The packed package as its users meet it: publint and attw, then installed in an empty project and used by import, by
 * require(esm), by the command line and by the type checker, under this Node and under the newest one on the registry.
 *
 *     npm run build && npx tsx conformance/package/run.ts [--node PATH ...] [--keep]
 *
 * Without --node the newest Node comes from the registry, as its package for this platform (no install script is run).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const argv = process.argv.slice(2);
const given = argv.flatMap((word, i) => (argv[i - 1] === "--node" ? [word] : []));
const folder = mkdtempSync(join(tmpdir(), "sandbake-package-"));
let failures = 0;

const npm = (cwd: string, ...words: string[]): string =>
  execFileSync("npm", [...words, "--no-audit", "--no-fund", "--loglevel=error"], { cwd, encoding: "utf8" });

/** Runs one check and tells how it ended. `expect`: what its output must hold. */
function check(what: string, program: string, words: readonly string[], cwd: string, expect = ""): void {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    // Nothing of this machine's caches or options plays a part.
    env: { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: join(folder, "cache") },
  });
  const good = status === 0 && stdout.includes(expect);
  if (!good) failures++;
  console.log(`${good ? "ok    " : "FAILED"} ${what}`);
  if (!good) console.log(`${stdout}${stderr}`.replace(/^/gm, "       "));
}

try {
  const [packed] = JSON.parse(
    npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
  ) as [{ filename: string; size: number; unpackedSize: number; entryCount: number }];
  const tarball = join(folder, packed.filename);
  const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `${packed.filename}: ${kB(packed.size)} packed, ${kB(packed.unpackedSize)} unpacked, ${packed.entryCount} files`,
  );
  const bin = (name: string): string => join(root, "node_modules/.bin", name);
  check("publint --strict", bin("publint"), ["--strict", tarball], root);
  check("attw --profile esm-only", bin("attw"), [tarball, "--profile", "esm-only"], root);

  const project = join(folder, "project");
  cpSync(join(import.meta.dirname, "project"), project, { recursive: true });
  npm(project, "install", "--ignore-scripts", tarball);
  const list = JSON.parse(npm(project, "ls", "--all", "--json")) as Tree;
  console.log(`installed: ${count(list)} packages, ${diskSize(join(project, "node_modules"))}`);
  for (const moduleKind of ["nodenext", "esnext"]) {
    const resolution = moduleKind === "nodenext" ? "nodenext" : "bundler";
    const words = ["--noEmit", "--strict", "--target", "es2023", "--lib", "es2023", "--types", "node"];
    const roots = ["--typeRoots", join(root, "node_modules/@types")];
    const how = ["--module", moduleKind, "--moduleResolution", resolution];
    check(`types under ${resolution}`, bin("tsc"), [...words, ...roots, ...how, "check.ts"], project);
  }

  // The compiled code beside the bundle is taken by the Node that built it, under the executable's flags.
  const dist = join(project, "node_modules/sandbake/dist");
  const rejected = `await import(${JSON.stringify(join(dist, "cli/start.js"))});
    const { script } = await import(${JSON.stringify(join(dist, "bundle/load.js"))});
    console.log("rejected:", script.cachedDataRejected);`;
  const evaluate = ["--input-type=module", "--eval", rejected];
  check("compiled code is taken", process.execPath, evaluate, project, "rejected: false");

  const nodes = [process.execPath, ...(given.length > 0 ? given : [newestNode()])];
  for (const node of nodes) {
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
    const requires = execFileSync(node, ["-p", "String(process.features.require_module)"], {
      encoding: "utf8",
    });
    check(`${version}: import of every subpath`, node, ["import.mjs"], project, "import: all fine");
    if (requires.trim() === "true")
      check(`${version}: require(esm)`, node, ["require.cjs"], project, "require: all fine");
    else console.log(`       ${version} has no require(esm)`);
    const cli = join(project, "node_modules/sandbake/dist/cli/main.js");
    const teapot = join(project, "node_modules/sandbake/examples/teapot/build");
    check(`${version}: sandbake demo`, node, [cli, "demo"], project, "water sencha jasmine (one spoon)");
    check(
      `${version}: sandbake parse`,
      node,
      [cli, "parse", "--build", teapot, "-j", "2"],
      project,
      "0 errors",
    );
    check(
      `${version}: sandbake getvar`,
      node,
      [cli, "getvar", "PV", "-r", "green-tea", "--value", "--build", teapot],
      project,
      "2.1\n",
    );
  }
} finally {
  if (argv.includes("--keep")) console.log(folder);
  else rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? "the package is fine" : `${failures} checks failed`);
process.exitCode = failures === 0 ? 0 : 1;

interface Tree {
  readonly dependencies?: Readonly<Record<string, Tree>>;
}

function count({ dependencies = {} }: Tree): number {
  return Object.values(dependencies).reduce((sum, each) => sum + 1 + count(each), 0);
}

function diskSize(path: string): string {
  return `${execFileSync("du", ["-sk", path], { encoding: "utf8" }).split("\t", 1)[0] ?? "?"} kB on disk`;
}

/** The node executable of the newest release on the registry. */
function newestNode(): string {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const version = npm(root, "view", "node", "version").trim();
  const place = join(folder, "newest");
  writeFileSync(join(folder, "package.json"), "{}");
  npm(folder, "install", "--ignore-scripts", "--prefix", place, `${name}@${version}`);
  const { bin } = JSON.parse(readFileSync(join(place, "node_modules", name, "package.json"), "utf8")) as {
    bin: { node: string };
  };
  return join(place, "node_modules", name, bin.node);
}
