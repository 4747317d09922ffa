// The standard library from TypeScript: limits hold in native functions, refusals name themselves, output and files go
// where the embedder says, two VMs share nothing. What programs print is compared with CPython in test/vm/programs/stdlib.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";
import { nodeHost } from "../../src/sandbox/host/node.js";
import { LimitError, PythonError, PythonVM } from "../../src/vm/index.js";

interface Made {
  vm: PythonVM;
  host: ReturnType<typeof memoryHost>;
  output: () => string;
}

function make(files: Record<string, string> = {}, steps = 5_000_000, path: readonly string[] = []): Made {
  let out = "";
  const host = memoryHost({ "/w/.keep": "", ...files });
  const stdout = (text: string): void => void (out += text);
  const vm = new PythonVM({
    host,
    limits: { steps },
    modules: (rt) => void installModules(rt, { host, stdout, path }),
  });
  return { vm, host, output: () => out };
}

describe("standard library", () => {
  it("writes to the host's overlay and prints to the embedder", () => {
    const { vm, host, output } = make();
    vm.exec(
      "with open('/w/x.txt', 'w') as f:\n    f.write('héllo\\n')\nprint(open('/w/x.txt').read(), end='')",
    );
    expect(output()).to.equal("héllo\n");
    expect(new TextDecoder().decode(host.readFile("/w/x.txt"))).to.equal("héllo\n");
  });

  it("imports modules and packages from directories of the host", () => {
    const files = {
      "/lib/one.py": "x = 1\n",
      "/lib/pkg/__init__.py": "from .two import y\n",
      "/lib/pkg/two.py": "import one\ny = one.x + 1\n",
    };
    const { vm, output } = make(files, 5_000_000, ["/lib"]);
    vm.exec(
      "import pkg, one, importlib.util\nprint(pkg.y, one.__file__, pkg.__path__, importlib.util.find_spec('nope'))",
    );
    expect(output()).to.equal("2 /lib/one.py ['/lib/pkg'] None\n");
  });

  it("finds no passwords where the user's may not be read", () => {
    const home = mkdtempSync(join(tmpdir(), "sandbake-home-"));
    try {
      writeFileSync(join(home, ".netrc"), "machine hashes login me password secret\n");
      const told = (read: readonly string[], file: string): string => {
        let out = "";
        const host = nodeHost({ read }, { home, env: new Map([["HOME", home]]) });
        const stdout = (text: string): void => void (out += text);
        const vm = new PythonVM({ host, modules: (rt) => void installModules(rt, { host, stdout }) });
        vm.exec(
          `import netrc\ntry:\n    print(netrc.netrc(${file}).authenticators("hashes"))\nexcept OSError as e:\n    print(type(e).__name__, e.filename)`,
        );
        return out;
      };
      const path = join(home, ".netrc");
      expect(told([], "")).to.equal(`FileNotFoundError ${path}\n`);
      expect(told([], JSON.stringify(path))).to.equal(`PermissionError ${path}\n`);
      expect(told([path], "")).to.equal("('me', '', 'secret')\n");
    } finally {
      rmSync(home, { recursive: true });
    }
  });

  it("refuses programs with PermissionError and other ways out by name", () => {
    const { vm } = make();
    const refusal = (code: string): PythonError => {
      try {
        vm.exec(code);
      } catch (error) {
        if (error instanceof PythonError) return error;
        throw error;
      }
      throw new Error(`not refused: ${code}`);
    };
    expect(refusal("import subprocess; subprocess.run(['ls'])").type).to.equal("PermissionError");
    expect(refusal("import os; os.system('ls')").type).to.equal("PermissionError");
    expect(refusal("import os; os.fork()").text).to.contain("os.fork() is not available in the sandbox");
    expect(refusal("import socket; socket.create_connection(('h', 1))").text).to.contain(
      "socket.create_connection",
    );
    expect(refusal("import urllib.request as u; u.urlopen('http://h')").text).to.contain("no network");
    expect(refusal("import sys; sys.settrace(print)").text).to.contain("sys.settrace");
    expect(refusal("import ctypes").type).to.equal("ModuleNotFoundError");
  });

  it("charges native loops: every one of these ends in LimitError", () => {
    const programs = [
      "import re; re.match('(a+)+$', 'a' * 50 + 'b')",
      "import itertools; list(itertools.count())",
      "import itertools, collections; collections.deque(itertools.repeat(1))",
      "import itertools; list(itertools.product(range(100), repeat=9))",
      "import math; math.factorial(10**9)",
      "import functools, itertools; functools.reduce(lambda a, b: a, itertools.count())",
      "import json\ndef g():\n    while True: yield 1\njson.dumps(list(g()))",
      "import hashlib; hashlib.pbkdf2_hmac('sha256', b'', b'', 10**9)",
      "import struct; struct.pack('9999999999x')",
      "import time; time.strftime('%9999999999d')",
    ];
    for (const program of programs) {
      const { vm } = make();
      expect(() => vm.exec(program), program).to.throw(LimitError);
    }
  });

  it("is linear where a pattern of the host's would not be", () => {
    const { vm, output } = make({}, 50_000_000);
    vm.exec(
      "import os.path as p\nprint(len(p.expandvars('${' * 100000)), len(p.split('/' * 100000 + 'b/c')[0]), len(p.normpath('/' * 100000)))",
    );
    expect(output()).to.equal("200000 100001 1\n");
  });

  it("sleeps without waiting", () => {
    const { vm, output } = make();
    const begin = Date.now();
    vm.exec("import time\na = time.time(); time.sleep(3600); print(round(time.time() - a))");
    expect(output()).to.equal("3600\n");
    expect(Date.now() - begin).to.be.lessThan(30_000);
  });

  it("keeps two VMs apart", () => {
    const [one, two] = [make(), make()];
    one.vm.exec(
      "import os, sys, re\nos.environ['K'] = 'v'; os.umask(0o77); sys.path.append('/x'); re.compile('q'); sys.modules['mine'] = sys",
    );
    two.vm.exec(
      "import os, sys\nprint(os.environ.get('K'), oct(os.umask(0)), '/x' in sys.path, 'mine' in sys.modules)",
    );
    expect(two.output()).to.equal("None 0o22 False False\n");
  });
});
