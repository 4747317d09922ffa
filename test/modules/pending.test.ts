/** When what was written to a file that nobody closes is there (src/modules/io/pending.ts). */
import { expect } from "chai";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";
import { PythonVM } from "../../src/vm/index.js";

describe("what is written without close", () => {
  const host = memoryHost({ "/d/x": "" });
  const vm = new PythonVM({ modules: (rt) => installModules(rt, { host }) });
  vm.exec("import os");
  const text = (path: string): string => new TextDecoder().decode(host.readFile(path));
  const value = (expression: string): unknown => vm.eval(expression)["v"];

  it("is there when the run ends", () => {
    vm.exec("open('/d/a', 'w').write('whole')");
    expect(text("/d/a")).to.equal("whole");
  });

  it("is there after an exception", () => {
    expect(() => vm.exec("open('/d/b', 'w').write('before')\n1/0")).to.throw("ZeroDivisionError");
    expect(text("/d/b")).to.equal("before");
  });

  it("is there for another look at the path, also through a link", () => {
    vm.exec(`
f = open('/d/c', 'w'); f.write('12345')
os.symlink('/d/c', '/d/link')
seen = [os.path.getsize('/d/link')]
f.write('6'); seen.append(open('/d/./c').read())
f.write('7'); seen.append(os.stat('/d/c').st_size)
`);
    expect(value("repr(seen)")).to.equal("[5, '123456', 7]");
  });

  it("goes with a file that is renamed, and not with one that is removed", () => {
    vm.exec(`
f = open('/d/e', 'w'); f.write('moved'); os.rename('/d/e', '/d/f'); f.close()
g = open('/d/g', 'w'); g.write('gone'); os.unlink('/d/g'); g.close()
`);
    expect(text("/d/f")).to.equal("moved");
    expect([host.exists("/d/e"), host.exists("/d/g")]).to.deep.equal([false, false]);
  });
});
