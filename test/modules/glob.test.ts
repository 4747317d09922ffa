// glob.glob of a plain text is native; iglob is CPython's own text: both give the same for any pattern.
import { expect } from "chai";
import fc from "fast-check";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";
import { PythonVM } from "../../src/vm/index.js";

describe("glob", () => {
  const host = memoryHost(
    Object.fromEntries(
      ["a/b/c", "a/b/.d", "a/bb/c", "a/[x]", "ab/a.b", ".a/b", "a-😀/é", "x/y/z/a", "aa"].map((name) => [
        `/w/${name}`,
        "",
      ]),
    ),
  );
  host.symlink("a", "/w/link");
  host.symlink("nowhere", "/w/lost");
  const vm = new PythonVM({ host, modules: (rt) => void installModules(rt, { host }) });
  vm.exec(`
import glob, os
os.chdir('/w')
def both(pattern):
    found = []
    for f in (glob.glob, lambda p: list(glob.iglob(p))):
        try:
            found.append(repr(f(pattern)))
        except Exception as e:
            found.append(repr(e))
    return found
`);
  const both = (pattern: string): unknown[] => vm.toJs(vm.call("both", pattern)) as unknown[];

  it("gives what glob.py gives, in the same order", () => {
    expect(both("*/b*")).to.deep.equal([
      "['a/b', 'a/bb', 'link/b', 'link/bb']",
      "['a/b', 'a/bb', 'link/b', 'link/bb']",
    ]);
    expect(both("l*")).to.deep.equal(["['link', 'lost']", "['link', 'lost']"]);
    expect(both("/w/*/")[0]).to.equal("['/w/a/', '/w/a-😀/', '/w/ab/', '/w/link/', '/w/x/']");
    expect(both("a\0/*")[0]).to.equal("ValueError('embedded null byte')");
    const part = fc.string({ unit: fc.constantFrom(..."ab.*?[]!-/x😀é\0"), maxLength: 4 });
    const pattern = fc.oneof(
      part,
      fc
        .tuple(fc.constantFrom("", "/", "/w/", "./", "../w/"), fc.array(part, { maxLength: 4 }))
        .map(([start, parts]) => start + parts.join("/")),
    );
    fc.assert(
      fc.property(pattern, (text) => {
        const [ours, theirs] = both(text);
        expect(ours).to.equal(theirs);
      }),
      { numRuns: 600 },
    );
  });
});
