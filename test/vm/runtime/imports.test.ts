/** Imports: native modules, finders, packages, relative and circular imports, failures. Messages are CPython 3.11's. */
import { expect } from "chai";
import { PythonVM } from "../../../src/vm/index.js";
import type { Finder } from "../../../src/vm/runtime/imports.js";

function files(table: Record<string, string>): Finder {
  const sources = new Map(Object.entries(table));
  return (name) => {
    const path = name.replaceAll(".", "/");
    for (const [filename, isPackage] of [
      [`${path}/__init__.py`, true],
      [`${path}.py`, false],
    ] as const) {
      const source = sources.get(filename);
      if (source !== undefined) return { source, filename: `/lib/${filename}`, isPackage };
    }
    return undefined;
  };
}

function run(table: Record<string, string>, source: string, natives: readonly string[] = []): string {
  let out = "";
  const vm = new PythonVM({
    stdout: (t) => (out += t),
    finders: [files(table)],
    modules: (rt) => {
      for (const n of natives) rt.registerModule(n, (r, m) => m.setStr("who", r.str(`native ${n}`)));
    },
  });
  vm.exec(source);
  return out;
}

const attempt = (statement: string): string =>
  `try:\n    ${statement}\nexcept Exception as e:\n    print(type(e).__name__, e, getattr(e, 'name', None))\n`;

describe("vm/runtime imports", () => {
  it("binds what import statements bind", () => {
    const table = {
      "a.py": "x = 1\n",
      "p/__init__.py": "y = 2\n",
      "p/q/__init__.py": "",
      "p/q/r.py": "z = 3\n",
      "p/s.py":
        "from . import q\nfrom .q import r\nfrom .q.r import z\nfrom .. import nothing if False else None\n".replace(
          /from \.\. .*\n/,
          "",
        ),
    };
    expect(
      run(
        table,
        "import a, p.q.r\nimport p.q.r as r\nfrom p import q, s\nfrom p.q.r import z as zz\nfrom a import *\nprint(a.x, p.y, p.q.r.z, r.z, q.__name__, s.z, s.r.__name__, zz, x)\n" +
          "print(p.__path__, p.__package__, a.__package__, r.__package__, a.__name__, a.__file__, p)\nimport sys\nprint(sorted(m for m in sys.modules if m[0] in 'ap'), sys.modules['p.q'] is q)\n",
      ),
    ).to.equal(
      "1 2 3 3 p.q 3 p.q.r 3 1\n['/lib/p'] p  p.q a /lib/a.py <module 'p' from '/lib/p/__init__.py'>\n['a', 'p', 'p.q', 'p.q.r', 'p.s'] True\n",
    );
  });

  it("words failures as CPython does", () => {
    const table = {
      "a.py": "x = 1\n",
      "p/__init__.py": "",
      "p/up.py": "from ... import z\n",
      "bad.py": "import sys\nmark = 1\n1/0\n",
      "syn.py": "def (:\n",
      "all.py": "__all__ = ['x', 'nope']\nx = 1\n",
    };
    expect(
      run(
        table,
        [
          "import nope",
          "import a.b",
          "import p.nope",
          "from a import y",
          "from p import nope",
          "import nope.sub",
          "from . import x",
          "import p.up",
          "import bad",
          "from all import *",
        ]
          .map(attempt)
          .join("") +
          "import sys\nprint('bad' in sys.modules, 'a' in sys.modules)\n" +
          attempt("import syn").replace(
            "print(type(e).__name__, e, ",
            "print(type(e).__name__, e.filename, e.lineno, ",
          ),
      ),
    ).to.equal(
      [
        "ModuleNotFoundError No module named 'nope' nope",
        "ModuleNotFoundError No module named 'a.b'; 'a' is not a package a.b",
        "ModuleNotFoundError No module named 'p.nope' p.nope",
        "ImportError cannot import name 'y' from 'a' (/lib/a.py) a",
        "ImportError cannot import name 'nope' from 'p' (/lib/p/__init__.py) p",
        "ModuleNotFoundError No module named 'nope' nope",
        "ImportError attempted relative import with no known parent package None",
        "ImportError attempted relative import beyond top-level package None",
        "ZeroDivisionError division by zero None",
        "AttributeError module 'all' has no attribute 'nope' nope",
        "False True",
        "SyntaxError /lib/syn.py 1 None",
        "",
      ].join("\n"),
    );
  });

  it("lets modules import each other in a ring", () => {
    const table = {
      "a.py": "import b\nx = 1\ndef f(): return b.y\n",
      "b.py": "import a\ny = 2\ndef g(): return a.x\n",
      "c.py": "from d import w\nv = 1\n",
      "d.py": "from c import v\nw = 1\n",
    };
    expect(
      run(
        table,
        `import a, b\nprint(a.f(), b.g())\n${attempt("import c")}import sys\nprint('c' in sys.modules, 'd' in sys.modules)\n`,
      ),
    ).to.equal(
      "2 1\nImportError cannot import name 'v' from partially initialized module 'c' (most likely due to a circular import) (/lib/c.py) c\nFalse False\n",
    );
  });

  it("offers native modules, packages of them, and modules that replace themselves", () => {
    const table = {
      "swap.py": "import sys\nclass M: x = 5\nsys.modules[__name__] = M\n",
      "lazy.py": "def __getattr__(n):\n    return 'lazy ' + n\n",
    };
    expect(
      run(
        table,
        "import n1, pkg.sub\nfrom pkg import sub\nprint(n1.who, pkg.sub.who, sub is pkg.sub, n1)\nimport swap\nprint(swap.x)\nimport lazy\nfrom lazy import anything\nprint(lazy.foo, anything)\n" +
          "import sys\nsys.modules['gone'] = None\n" +
          attempt("import gone") +
          "print(__import__('pkg.sub') is pkg, __import__('pkg.sub', fromlist=['who']) is sub)\n",
        ["n1", "pkg.sub"],
      ),
    ).to.equal(
      "native n1 native pkg.sub True <module 'n1' (built-in)>\n5\nlazy foo lazy anything\nModuleNotFoundError import of gone halted; None in sys.modules gone\nTrue True\n",
    );
  });

  it("runs a deferrable module's body when something of it is asked for", () => {
    let out = "";
    const vm = new PythonVM({
      stdout: (t) => (out += t),
      finders: [
        files({
          "later.py": "print('body')\nimport other\nx = 1\ndef f(): return x\n",
          "other.py": "print('other')\n",
          "broken.py": "tries.append(1)\ny = 5\nif len(tries) < 2: raise ValueError('not yet')\n",
          "p/__init__.py": "",
          "p/m.py": "print('m')\nz = 7\n",
        }),
      ],
    });
    vm.runtime.imports.deferrable = (name) => ["later", "broken", "p.m"].includes(name);
    vm.exec(
      "import sys, later\nprint('later' in sys.modules, 'other' in sys.modules)\nimport later as again",
    );
    expect(out).to.equal("True False\n");
    const module = vm.runtime.imports.modules.getStr("later")!;
    expect(vm.runtime.imports.isPending(module)).to.equal(true);
    vm.exec("print(later.f(), again is later, sorted(n for n in vars(later) if n[0] != '_'))\nlater.x = 2");
    vm.exec("print(later.f(), later)");
    expect(out).to.equal(
      "True False\nbody\nother\n1 True ['f', 'other', 'x']\n2 <module 'later' from '/lib/later.py'>\n",
    );
    expect(vm.runtime.imports.isPending(module)).to.equal(false);
    out = "";
    vm.exec("import p.m\nprint('imported')\nfrom p.m import z\nprint(z)");
    expect(out).to.equal("imported\nm\n7\n");
    vm.exec("import builtins\nbuiltins.tries = []\nimport broken");
    expect(() => vm.eval("broken.y")).to.throw("not yet");
    expect(vm.toJs(vm.eval("broken.y"))).to.equal(5);
    vm.exec(
      "import sys\ndel sys.modules['later'], sys.modules['other']\nold = later\nimport later\nx = later is old",
    );
    expect(vm.toJs(vm.eval("x"))).to.equal(false);
  });
});
