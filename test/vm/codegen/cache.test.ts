/** Generated code from a cache: the same results, for another VM, for another process, and for damaged entries. */
import { expect } from "chai";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DiskContentStore } from "../../../src/sandbox/host/node-store.js";
import { storedUnder, storedWhole } from "../../../src/vm/codegen/cache.js";
import { generate } from "../../../src/vm/codegen/generate.js";
import { CodeCache, PythonVM } from "../../../src/vm/index.js";
import { parse } from "../../../src/vm/parser/parse.js";
import { analyse } from "../../../src/vm/scope/analyse.js";

const source = `
import_time = 1
def used(n):
    total = 0
    for i in range(n):
        total += i
    return total, -0.0, float("nan") != 0, "\\ud800", b"\\x00\\xff", (1, 2j, ...), {n for n in (1, 2)}
def unused(n):
    def inner():
        class C:
            def method(self):
                "doc"
                x = n + 1
                return x
        return C().method()
    return inner()
class K:
    def method(self, a, *, b=2):
        """doc"""
        c = a + b
        return c
`;

class MapStore {
  readonly entries = new Map<string, string>();
  reads = 0;
  get(space: string, content: string): string | undefined {
    this.reads++;
    return this.entries.get(space + content);
  }
  put(space: string, content: string, value: string): void {
    this.entries.set(space + content, value);
  }
}

function run(cache: CodeCache, calls: readonly string[]): string[] {
  const vm = new PythonVM({ codeCache: cache });
  vm.exec(source, { filename: "m.py" });
  return calls.map((text) => vm.runtime.repr(vm.eval(text)));
}

describe("code cache", () => {
  const used = ["used(4)", "K.method.__doc__"];
  const all = [...used, "unused(3)", "K().method(1)", "K().method(1, b=5)", "unused.__code__.co_firstlineno"];
  const plain = run(new CodeCache(), all);

  it("is shared by VMs", () => {
    const cache = new CodeCache();
    expect(run(cache, all)).to.deep.equal(plain);
    expect(run(cache, all)).to.deep.equal(plain);
  });

  it("gives a later process what ran, and generates the rest", () => {
    const store = new MapStore();
    const first = new CodeCache(store);
    run(first, used);
    expect(store.entries.size).to.equal(0);
    first.flush();
    expect(store.entries.size).to.equal(1);
    const before = [...store.entries.values()][0];
    const second = new CodeCache(store);
    expect(run(second, all)).to.deep.equal(plain);
    second.flush();
    const after = [...store.entries.values()][0];
    expect(after.length).to.be.greaterThan(before.length);
    expect(run(new CodeCache(store), all)).to.deep.equal(plain);
  });

  it("keeps what a later process read of it and did not run", () => {
    const store = new MapStore();
    const first = new CodeCache(store);
    run(first, all);
    first.flush();
    const before = [...store.entries.values()][0];
    const second = new CodeCache(store);
    run(second, used);
    second.flush();
    expect([...store.entries.values()][0]).to.equal(before);
    // One function more, of a text of which one was kept.
    const third = new CodeCache(store);
    store.entries.clear();
    run(third, used);
    third.flush();
    const fourth = new CodeCache(store);
    run(fourth, ["unused(3)"]);
    fourth.flush();
    const generated = [...store.entries.values()][0].match(/"generated"/g);
    expect(generated).to.have.length(2);
    expect(run(new CodeCache(store), all)).to.deep.equal(plain);
  });

  it("reads a store that was made ahead, with every function", () => {
    const store = new MapStore();
    const options = { filename: "", mode: "exec" } as const;
    const [space, content] = storedUnder(source);
    const tree = parse(source, options);
    const unit = () => generate(tree, analyse(tree, options), "globals", source, true);
    store.put(space, content, storedWhole(unit));
    const cache = new CodeCache(store);
    expect(run(cache, all)).to.deep.equal(plain);
    const before = [...store.entries.values()];
    cache.flush();
    expect([...store.entries.values()]).to.deep.equal(before);
  });

  it("does without a damaged entry", () => {
    const store = new MapStore();
    const first = new CodeCache(store);
    run(first, used);
    first.flush();
    for (const key of store.entries.keys()) store.entries.set(key, "{");
    expect(run(new CodeCache(store), all)).to.deep.equal(plain);
  });

  it("keeps a syntax error an error", () => {
    const cache = new CodeCache(new MapStore());
    for (let i = 0; i < 2; i++) {
      const vm = new PythonVM({ codeCache: cache });
      expect(() => vm.exec("def f(:\n pass")).to.throw("invalid syntax");
    }
  });

  it("stands on disk, one file an entry", () => {
    const directory = mkdtempSync(join(tmpdir(), "sandbake-code-"));
    try {
      const first = new CodeCache(new DiskContentStore(directory));
      run(first, used);
      first.flush();
      const [space] = readdirSync(directory);
      const files = readdirSync(join(directory, space));
      expect(files).to.have.length(1);
      expect(run(new CodeCache(new DiskContentStore(directory)), all)).to.deep.equal(plain);
      writeFileSync(join(directory, space, files[0]), "");
      expect(run(new CodeCache(new DiskContentStore(directory)), all)).to.deep.equal(plain);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
