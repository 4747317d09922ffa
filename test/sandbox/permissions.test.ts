/** Patterns of permissions: what they open and what not. */
import { expect } from "chai";
import { literalPath, passedNames, PathRules, RunRules } from "../../src/sandbox/permissions.js";

const same = (path: string): string => path;

describe("permissions", () => {
  for (const [pattern, open, closed] of [
    ["/a/b", ["/a/b", "/a/b/c", "/a/b/c/d"], ["/a", "/a/bc", "/a/b.txt", "/x/a/b"]],
    ["/", ["/", "/a", "/a/b"], []],
    ["/a/*.txt", ["/a/x.txt", "/a/.txt", "/a/x.txt/below"], ["/a/x.txtx", "/a/b/x.txt", "/a/x", "/a"]],
    ["/a/*/c", ["/a/b/c", "/a/b/c/d"], ["/a/c", "/a/b/b/c", "/a/b"]],
    ["/a/**/c", ["/a/c", "/a/b/c", "/a/b/b/c/d"], ["/a", "/a/b", "/a/bc"]],
    ["/a/**", ["/a/b", "/a/b/c"], ["/a", "/ab"]],
    ["/a?c", ["/abc", "/a.c", "/a\u{1f375}c"], ["/ac", "/abbc", "/a/c"]],
    ["/a/[b].(c)+$", ["/a/[b].(c)+$", "/a/[b].(c)+$/d"], ["/a/b.c", "/a/[b]x(c)+$"]],
    ["/a/\\*", ["/a/*", "/a/*/b"], ["/a/b", "/a/**"]],
    ["/a\nb/*", ["/a\nb/c"], ["/a", "/a\nb"]],
    [literalPath("/a/*?\\[x]"), ["/a/*?\\[x]", "/a/*?\\[x]/y"], ["/a/b?\\[x]", "/a/*x\\x"]],
  ] as const) {
    it(`read ${JSON.stringify(pattern)}`, () => {
      const rules = new PathRules([pattern], [], same);
      for (const path of open) expect(rules.allows(path), path).to.equal(true);
      for (const path of closed) expect(rules.allows(path), path).to.equal(false);
    });
  }

  it("what is denied is closed, within what is open; folders on the way may be seen", () => {
    const rules = new PathRules(["/a/b", "/c/*/d"], ["/a/b/secret", "/a/**/*.key"], same);
    expect(
      ["/a/b/x", "/a/b/secret", "/a/b/secret/x", "/a/b/x.key", "/a/b/c/d.key"].map((path) =>
        rules.allows(path),
      ),
    ).to.deep.equal([true, false, false, false, false]);
    expect(rules.denied("/a/b/c/d.key")).to.equal("/a/**/*.key");
    expect(["/", "/a", "/c", "/c/x", "/b", "/c/x/y"].map((path) => rules.leadsTo(path))).to.deep.equal([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const deep = new PathRules(["/a/*/b*/**/c/d"], [], same);
    expect(
      ["/a", "/a/x", "/a/x/bc", "/a/x/bc/d/e", "/a/x/y", "/ab"].map((path) => deep.leadsTo(path)),
    ).to.deep.equal([true, true, true, true, false, false]);
  });

  it("resolves the folders before the first star", () => {
    const rules = new PathRules(["/link/*.txt"], ["/link/no*"], (path) => path.replace("/link", "/real"));
    expect(["/real/a.txt", "/link/a.txt", "/real/no.txt"].map((path) => rules.allows(path))).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it("run: names mean what PATH leads to, patterns with / mean paths", () => {
    const rules = new RunRules(["git", "x86-*", "/usr/bin/gcc*"], ["gcc-ar", "/opt/**"]);
    for (const [name, path, inPath, allowed] of [
      ["git", "/usr/bin/git", true, true],
      ["/usr/bin/git", "/usr/bin/git", true, true],
      ["/layer/git", "/layer/git", false, false],
      ["./git", "/layer/git", false, false],
      ["git-shell", "/usr/bin/git-shell", true, false],
      ["x86-ld", "/usr/bin/x86-ld", true, true],
      ["gcc", "/usr/bin/gcc", true, true],
      ["gcc-12", "/usr/bin/gcc-12", true, true],
      ["gcc-ar", "/usr/bin/gcc-ar", true, false],
      ["gcc", "/usr/local/bin/gcc", true, false],
      ["/opt/bin/git", "/opt/bin/git", true, false],
    ] as const)
      expect(rules.allows(name, path, inPath), `${name} at ${path}`).to.equal(allowed);
    expect(new RunRules(["*"], ["sh"]).allows("/bin/sh", "/bin/sh", false)).to.equal(false);
    expect(new RunRules(["*"]).allows("/bin/sh", "/bin/sh", false)).to.equal(true);
    expect(new RunRules([]).allows("sh", "/bin/sh", true)).to.equal(false);
  });

  it("env: names with stars, less what is denied", () => {
    const passes = passedNames(["BB_*", "TERM"], ["*_TOKEN"]);
    expect(["BB_X", "BB_TOKEN", "TERM", "TERMINAL", "term", "XBB_"].filter(passes)).to.deep.equal([
      "BB_X",
      "TERM",
    ]);
    expect(["A.B", "AxB"].filter(passedNames(["A.B"], []))).to.deep.equal(["A.B"]);
    expect(["A"].filter(passedNames([], []))).to.deep.equal([]);
  });
});
