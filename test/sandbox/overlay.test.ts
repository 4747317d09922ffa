import { expect } from "chai";
import fc from "fast-check";
import { HostError, memoryHost } from "../../src/sandbox/index.js";
import { byCodePoint } from "../../src/sandbox/overlay.js";
import { normalise } from "../../src/sandbox/paths.js";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

function code(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return "no error";
}

describe("the file system in memory", () => {
  it("reads what it was given and makes the folders", () => {
    const host = memoryHost({ "/a/b/c.txt": "hello", "/a/d.txt": new Uint8Array([1, 2]) });
    expect(text(host.readFile("/a/b/c.txt"))).to.equal("hello");
    expect(host.list("/a")).to.deep.equal(["b", "d.txt"]);
    expect(host.stat("/a/b").kind).to.equal("directory");
    expect(host.stat("/a/d.txt").size).to.equal(2);
  });

  it("answers with POSIX errors", () => {
    const host = memoryHost({ "/a/f": "x" });
    expect(code(() => host.readFile("/a/none"))).to.equal("ENOENT");
    expect(code(() => host.readFile("/a"))).to.equal("EISDIR");
    expect(code(() => host.list("/a/f"))).to.equal("ENOTDIR");
    expect(code(() => host.mkdir("/a"))).to.equal("EEXIST");
    expect(code(() => host.writeFile("/none/x", bytes("")))).to.equal("ENOENT");
    expect(code(() => host.rmdir("/a"))).to.equal("ENOTEMPTY");
    expect(code(() => host.readlink("/a/f"))).to.equal("EINVAL");
  });

  it("says where a ring of links is asked for, to whoever wants to know", () => {
    const host = memoryHost({ "/a/f": "x" });
    host.symlink("two", "/a/one");
    host.symlink("one", "/a/two");
    expect(host.realpath("/a/one/x/../y")).to.equal("/a/one/y");
    expect(host.realpath("/a/one/x", (path) => `ring: ${path}`)).to.equal("ring: /a/one/x");
    expect(host.realpath("/a/none/x", (path) => `ring: ${path}`)).to.equal("/a/none/x");
  });

  it("sees what is written into a folder that was missing", () => {
    const host = memoryHost({ "/a/f": "x" });
    expect([host.exists("/a/b/c/d"), host.exists("/a/b")]).to.deep.equal([false, false]);
    host.mkdir("/a/b");
    host.mkdir("/a/b/c");
    host.writeFile("/a/b/c/d", bytes("y"));
    expect(text(host.readFile("/a/b/c/d"))).to.equal("y");
    expect(code(() => host.stat("/a/b/c/e"))).to.equal("ENOENT");
  });

  it("resolves links, also over folders and in rings", () => {
    const host = memoryHost({ "/real/dir/file": "x" });
    host.symlink("real/dir", "/link");
    host.symlink("/loop2", "/loop1");
    host.symlink("/loop1", "/loop2");
    expect(host.realpath("/link/file")).to.equal("/real/dir/file");
    expect(host.realpath("/link/../dir")).to.equal("/real/dir");
    expect(host.realpath("/link/none/x")).to.equal("/real/dir/none/x");
    expect(text(host.readFile("/link/file"))).to.equal("x");
    expect(host.lstat("/link").kind).to.equal("symlink");
    expect(host.exists("/loop1")).to.equal(false);
    expect(code(() => host.stat("/loop1"))).to.equal("ELOOP");
    expect(code(() => host.readFile("/loop1"))).to.equal("ELOOP");
  });

  it("ends pyramids of links as Linux does, by their number", () => {
    const host = memoryHost({ "/d/end": "x" });
    host.symlink("/d", "/l0");
    for (let level = 1; level <= 10; level++) {
      host.symlink(
        Array.from({ length: 10 }, () => `l${level - 1}/..`).join("/") + `/l${level - 1}`,
        `/l${level}`,
      );
    }
    expect(code(() => host.stat("/l10"))).to.equal("ELOOP");
    expect(host.exists("/l10")).to.equal(false);
    expect(host.stat("/l1").kind).to.equal("directory");
  });

  it("renames folders with what they hold and removes entries", () => {
    const host = memoryHost({ "/a/b/c": "1", "/a/b/d/e": "2" });
    host.rename("/a/b", "/z");
    expect(host.exists("/a/b")).to.equal(false);
    expect(text(host.readFile("/z/d/e"))).to.equal("2");
    host.unlink("/z/c");
    expect(host.list("/z")).to.deep.equal(["d"]);
    host.chmod("/z/d/e", 0o600);
    expect(host.stat("/z/d/e").mode).to.equal(0o600);
    expect(text(host.readFile("/z/d/e"))).to.equal("2");
  });

  it("keeps strangers' names apart from JavaScript's", () => {
    const host = memoryHost(new Map([["/__proto__/constructor", "x"]]));
    expect(text(host.readFile("/__proto__/constructor"))).to.equal("x");
    expect(host.exists("/toString")).to.equal(false);
  });

  it("runs no program and says what would allow it", () => {
    expect(() => memoryHost({}).run(["git", "log"])).to.throw(HostError, "--allow-run=git");
  });

  it("gives the same random bytes to every run", () => {
    expect(memoryHost({}).randomBytes(8)).to.deep.equal(memoryHost({}).randomBytes(8));
  });
});

describe("path arithmetic", () => {
  it("normalises as os.path.normpath does for absolute paths", () => {
    expect(normalise("/a/./b//c/../d/")).to.equal("/a/b/d");
    expect(normalise("/../..")).to.equal("/");
    expect(normalise("/a/.hidden")).to.equal("/a/.hidden");
  });

  it("takes names for names that begin or end with dots", () => {
    expect(normalise("/.a/..b/c./...")).to.equal("/.a/..b/c./...");
    expect(normalise("/.a/../..b/.")).to.equal("/..b");
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "..b", ".", "..", "")), (parts) => {
        const once = normalise(`/${parts.join("/")}`);
        expect(normalise(once)).to.equal(once);
        expect(once).to.match(/^\/(?!.*\/\/)/);
      }),
    );
  });

  it("orders by code point, not by UTF-16 unit", () => {
    expect(["\u{10000}", "\uffff", "a"].sort(byCodePoint)).to.deep.equal(["a", "\uffff", "\u{10000}"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const points = (s: string): number[] => [...s].map((c) => c.codePointAt(0) ?? 0);
        const x = points(a);
        const y = points(b);
        let expected = x.length - y.length;
        for (let i = 0; i < Math.min(x.length, y.length); i++) {
          if (x[i] !== y[i]) {
            expected = (x[i] ?? 0) - (y[i] ?? 0);
            break;
          }
        }
        expect(Math.sign(byCodePoint(a, b))).to.equal(Math.sign(expected));
      }),
    );
  });
});
