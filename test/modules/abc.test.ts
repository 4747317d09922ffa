// isinstance() does not call ABCMeta's method where it has answered before: the answer and the steps are the same.
import { expect } from "chai";
import { PythonVM } from "../../src/vm/index.js";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";

describe("isinstance of abstract classes", () => {
  const host = memoryHost({});
  const vm = new PythonVM({ host, modules: (rt) => void installModules(rt, { host }) });
  const run = (code: string): unknown => {
    vm.exec(code);
    return vm.toJs(vm.globals.getStr("r")!);
  };

  it("follows register, __class__, __subclasshook__ and a changed method", () => {
    expect(
      run(`
import abc
class A(abc.ABC): pass
class B(A): pass
class C: pass
class Claims:
    @property
    def __class__(self): return B
def ask(o): return [isinstance(o, A), isinstance(o, A), isinstance(o, (int, B, A))]
r = [ask(B()), ask(C()), ask(Claims()), ask(3)]
A.register(C)
r += [ask(C()), ask(3)]
class Hook(abc.ABC):
    asked = 0
    @classmethod
    def __subclasshook__(cls, sub):
        Hook.asked += 1
        return sub is int
r += [[isinstance(3, Hook), isinstance(3, Hook), isinstance("", Hook), isinstance("", Hook), Hook.asked]]
class Meta(abc.ABCMeta):
    def __instancecheck__(cls, o): return o == 7
class E(metaclass=Meta): pass
r += [[isinstance(7, E), isinstance(8, E), isinstance(E(), E)]]
`),
    ).to.deep.equal([
      [true, true, true],
      [false, false, false],
      [true, true, true],
      [false, false, true],
      [true, true, true],
      [false, false, true],
      [true, true, false, false, 2],
      [true, false, true],
    ]);
    expect(
      run(`
old = abc.ABCMeta.__instancecheck__.__code__
abc.ABCMeta.__instancecheck__.__code__ = (lambda cls, o: True).__code__
r = [isinstance(3, A)]
abc.ABCMeta.__instancecheck__.__code__ = old
r += [isinstance(3, A)]
kept = abc.ABCMeta.__instancecheck__
abc.ABCMeta.__instancecheck__ = lambda cls, o: 1
r += [isinstance(3, A)]
abc.ABCMeta.__instancecheck__ = kept
r += [isinstance(3, A)]
`),
    ).to.deep.equal([true, false, true, false]);
  });

  it("takes as many steps as the call", () => {
    vm.exec("b, c = B(), 3.5\nabc.ABCMeta.__instancecheck__(A, b)\nabc.ABCMeta.__instancecheck__(A, c)");
    const steps = (code: string): number => {
      vm.exec(code);
      const before = vm.runtime.budget.spent;
      vm.exec(code);
      return vm.runtime.budget.spent - before;
    };
    const direct = steps("isinstance(b, A); isinstance(c, A)");
    const called = steps("abc.ABCMeta.__instancecheck__(A, b); abc.ABCMeta.__instancecheck__(A, c)");
    expect(direct).to.equal(called);
  });
});
