/** The host of Node against links, traversal, devices, races: what is outside of the granted folders is never read. */
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { HostError } from "../../src/sandbox/host.js";
import { nodeHost, type NodeHost } from "../../src/sandbox/host/node.js";

describe("attacks: the host of Node", () => {
  let dir: string;
  let layer: string;
  const refusals: string[] = [];
  const open = (): NodeHost =>
    nodeHost(
      { read: [layer] },
      { onRefusal: (what, permission) => void refusals.push(`${what} ${permission}`) },
    );
  const outcome = (path: string, host = open()): string => {
    try {
      return `read ${new TextDecoder().decode(host.readFile(path))}`;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return error.permission === undefined ? error.code : `${error.code} ${error.permission}`;
    }
  };

  before(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), "sandbake-host-")));
    layer = join(dir, "layer");
    mkdirSync(join(layer, "sub"), { recursive: true });
    mkdirSync(join(dir, "layer-secret"));
    writeFileSync(join(layer, "a.txt"), "tea");
    writeFileSync(join(dir, "secret.txt"), "secret");
    writeFileSync(join(dir, "layer-secret/s.txt"), "secret");
    symlinkSync("../secret.txt", join(layer, "relative"));
    symlinkSync(join(dir, "secret.txt"), join(layer, "absolute"));
    symlinkSync(dir, join(layer, "up"));
    symlinkSync("sub/../up/secret.txt", join(layer, "chain"));
    symlinkSync("ring", join(layer, "ring"));
    symlinkSync("/proc/self/environ", join(layer, "environ"));
    symlinkSync("/dev/zero", join(layer, "zero"));
    symlinkSync("/proc/self/root/etc/passwd", join(layer, "root"));
    spawnSync("mkfifo", [join(layer, "fifo")]);
  });
  after(() => {
    rmSync(dir, { recursive: true });
  });

  it("reads what is granted", () => {
    expect(outcome(join(layer, "a.txt"))).to.equal("read tea");
    expect(outcome(join(layer, "sub/../a.txt"))).to.equal("read tea");
  });
  for (const [name, path] of [
    ["a relative link out", "relative"],
    ["an absolute link out", "absolute"],
    ["a folder that is a link out", "up/secret.txt"],
    ["a chain of links", "chain"],
    ["dots", "../secret.txt"],
    ["dots through a link", "up/layer/../secret.txt"],
  ] as const) {
    it(`refuses ${name}, naming the permission`, () => {
      expect(outcome(join(layer, "/") + path)).to.equal(`EACCES --allow-read=${join(dir, "secret.txt")}`);
    });
  }
  it("does not say where a refused link leads, tells it once a unit of work, and looks again when more is allowed", () => {
    const host = open();
    const link = join(layer, "absolute");
    const told = (): number => refusals.splice(0).length;
    told();
    for (const count of [1, 0]) {
      expect(host.realpath(link)).to.equal(link);
      expect(told()).to.equal(count);
    }
    host.startUnit("");
    expect(host.realpath(link)).to.equal(link);
    expect(told()).to.equal(1);
    host.grantRead([dir]);
    expect(host.realpath(link)).to.equal(join(dir, "secret.txt"));
    expect(told()).to.equal(0);
  });
  it("refuses a sibling whose name begins alike", () => {
    expect(outcome(join(dir, "layer-secret/s.txt"))).to.match(/^EACCES --allow-read=.*layer-secret/);
  });
  it("refuses /proc, devices and pipes, also where everything is granted", () => {
    const all = nodeHost({ read: ["/"] });
    for (const path of ["environ", "zero", "root", "fifo"]) {
      expect(outcome(join(layer, path)), path).to.match(/^EACCES/);
      expect(outcome(join(layer, path), all), path).to.equal("EACCES");
    }
    for (const path of ["/proc/self/environ", "/proc/self/mem", "/dev/null", "/dev/stdin", "/sys/kernel"])
      expect(outcome(path, all), path).to.equal("EACCES");
  });
  it("ends at a ring of links", () => {
    expect(outcome(join(layer, "ring"))).to.equal("ELOOP");
  });
  it("refuses a file that has become a link since it was looked at", () => {
    const path = join(layer, "race.txt");
    writeFileSync(path, "tea");
    const host = open();
    expect(host.stat(path).kind).to.equal("file");
    unlinkSync(path);
    symlinkSync("../secret.txt", path);
    expect(outcome(path, host)).to.match(/^(ELOOP|EACCES)/);
  });
  it("refuses a folder that has become a link since it was looked at", () => {
    const folder = join(layer, "raced");
    mkdirSync(folder);
    writeFileSync(join(folder, "s.txt"), "tea");
    const host = open();
    expect(host.stat(join(folder, "s.txt")).kind).to.equal("file");
    rmSync(folder, { recursive: true });
    symlinkSync(join(dir, "layer-secret"), folder);
    expect(outcome(join(folder, "s.txt"), host)).to.match(/^EACCES/);
  });
  it("reads nothing else while another process exchanges a file or its folder for a link", function () {
    this.timeout(20_000);
    mkdirSync(join(layer, "race"));
    writeFileSync(join(layer, "race/s.txt"), "tea");
    const script = `const fs = require("fs"), [, layer, secret] = process.argv;
      const swap = (path, target) => { fs.renameSync(path, path + ".old"); fs.symlinkSync(target, path); fs.unlinkSync(path); fs.renameSync(path + ".old", path); };
      fs.writeFileSync(layer + "/ready", "");
      for (const end = Date.now() + 1500; Date.now() < end; ) { swap(layer + "/race/s.txt", secret + "/s.txt"); swap(layer + "/race", secret); }`;
    const child = spawn(process.execPath, ["-e", script, layer, join(dir, "layer-secret")]);
    while (!existsSync(join(layer, "ready")) && child.exitCode === null);
    const seen = new Map<string, number>();
    for (const end = Date.now() + 1000; Date.now() < end;) {
      const said = outcome(join(layer, "race/s.txt")).replace(/ .*\//, " ");
      seen.set(said, (seen.get(said) ?? 0) + 1);
    }
    child.kill();
    expect([...seen.keys()].join(", ")).to.include("read tea");
    for (const said of seen.keys()) expect(said).to.match(/^(read tea|E[A-Z]+( .*)?)$/);
  });
  it("patterns open what they match, resolved; what is denied stays closed", () => {
    mkdirSync(join(layer, "keys"));
    writeFileSync(join(layer, "keys/a.pub"), "public");
    writeFileSync(join(layer, "keys/a.key"), "private");
    symlinkSync("a.key", join(layer, "keys/b.pub"));
    symlinkSync(join(dir, "secret.txt"), join(layer, "keys/c.pub"));
    const host = nodeHost({ read: [`${dir}/*/keys/*.pub`] });
    expect(outcome(join(layer, "keys/a.pub"), host)).to.equal("read public");
    for (const name of ["keys/a.key", "keys/b.pub", "keys/c.pub", "a.txt"])
      expect(outcome(join(layer, name), host), name).to.match(/^EACCES --allow-read=/);
    const closed = nodeHost({ read: [layer], deny: { read: [`${layer}/**/*.key`, join(layer, "sub")] } });
    expect(outcome(join(layer, "keys/a.pub"), closed)).to.equal("read public");
    for (const name of ["keys/a.key", "keys/b.pub"])
      expect(outcome(join(layer, name), closed)).to.equal(`EACCES removing --deny-read=${layer}/**/*.key`);
    expect(closed.exists(join(layer, "sub"))).to.equal(false);
    closed.grantRead([layer]);
    expect(outcome(join(layer, "keys/a.key"), closed)).to.match(/^EACCES removing/);
  });
  it("runs the program that its own PATH leads to, not one that a layer brings", () => {
    const bin = join(dir, "bin");
    for (const [folder, says] of [
      [bin, "host"],
      [join(layer, "bin"), "layer"],
    ] as const) {
      mkdirSync(folder);
      writeFileSync(join(folder, "tool"), `#!/bin/sh\necho ${says} $0\n`, { mode: 0o755 });
    }
    const env = new Map([["PATH", `relative:/nowhere:${bin}`]]);
    const host = nodeHost({ read: [layer], run: ["tool"], deny: { run: ["rm"] } }, { env });
    const evil = new Map([["PATH", join(layer, "bin")]]);
    const says = (argv: readonly string[]): string =>
      new TextDecoder().decode(host.run(argv, { env: evil, cwd: join(layer, "bin") }).stdout);
    expect(says(["tool"])).to.match(/^host /);
    expect(says([join(bin, "tool")])).to.match(/^host /);
    for (const program of ["./tool", join(layer, "bin/tool"), `${bin}/../layer/bin/tool`, "sh", "", "."])
      expect(() => says([program]), program).to.throw(HostError, "--allow-run=");
    expect(() => says(["rm"])).to.throw(HostError, "removing --deny-run=rm");
    expect(() => nodeHost({ read: [], run: ["*"] }, { env }).run(["tool/../tool"])).to.throw(HostError);
  });
  it("lists and stats nothing outside, writes to memory only", () => {
    const host = open();
    expect(() => host.list(dir)).to.throw(HostError);
    expect(host.exists(join(dir, "secret.txt"))).to.equal(false);
    host.writeFile(join(layer, "a.txt"), new TextEncoder().encode("coffee"));
    expect(outcome(join(layer, "a.txt"), host)).to.equal("read coffee");
    expect(outcome(join(layer, "a.txt"))).to.equal("read tea");
  });
  it("runs no program, and tells every refusal", () => {
    expect(() => open().run(["id"])).to.throw(/--allow-run=id/);
    expect(open().run(["x86_64-linux-gnu-ld.bfd", "--help"]).status).to.equal(0);
    expect(() => open().run(["rm", "--help"])).to.throw(/--allow-run=rm/);
    expect(refusals.join("\n")).to.match(/secret\.txt --allow-read=[^]*id --allow-run=id/);
  });
});
