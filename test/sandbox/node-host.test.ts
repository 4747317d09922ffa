/** The host of Node against links, traversal, devices, races: what is outside of the granted folders is never read. */
import { spawnSync } from "node:child_process";
import {
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
