/**
 * `T.__new__(T)` without `__init__`, for every type of every native module: whatever is then done with the object, what
 * comes out is a value or a Python exception, never an error of JavaScript.
 */
import { expect } from "chai";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";
import { PythonVM } from "../../src/vm/index.js";

const sweep = `
import sys
types = {}
def walk(t):
    if t not in types and t.__module__ != "ast":
        types[t] = 1
        for s in type.__subclasses__(t): walk(s)
for name in sys.builtin_module_names:
    try: module = __import__(name, fromlist=["x"])
    except Exception: continue
    for v in list(vars(module).values()):
        if isinstance(v, type): walk(v)
walk(object)

# These never end, and that is what they are for.
endless = {"count", "cycle", "repeat"}
silent = {"_dump_registry", "print", "breakpoint", "input"}
odd = [None, "x"]
def attempt(f, *args):
    try: f(*args)
    except (Exception, SystemExit, GeneratorExit): pass

def use(t):
    try: o = t.__new__(t)
    except Exception: return
    for f in (repr, str, hash, len, bool, iter, list, int, float, bytes, dir, format, abs, reversed): attempt(f, o)
    for a in odd:
        attempt(lambda: o + a); attempt(lambda: a - o); attempt(lambda: o < a); attempt(lambda: o == a)
        attempt(lambda: o[a]); attempt(lambda: a in o); attempt(lambda: o | a)
        attempt(lambda: setattr(o, "zork", a)); attempt(lambda: o.__setitem__(a, a))
    for name in dir(t):
        if name in silent: continue
        try: m = getattr(o, name)
        except Exception: continue
        attempt(m)
        attempt(m, o)
        for a in odd:
            attempt(m, a)
            attempt(m, a, a)
used = 0
for t in types:
    if t.__name__ not in endless:
        used += 1
        use(t)
`;

describe("objects without __init__", function () {
  this.timeout(60_000);
  it("give Python exceptions only", () => {
    const host = memoryHost({});
    const vm = new PythonVM({
      limits: { steps: 500_000_000 },
      modules: (rt) => installModules(rt, { host }),
    });
    vm.exec(sweep);
    expect(vm.eval("used")["v"]).to.be.greaterThan(200);
  });
});
