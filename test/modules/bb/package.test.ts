/**
 * The package's other modules from Python: logging, files, code, parse, process, siggen. Expected values are what a real
 * BitBake 2.19 answers to the same calls.
 */
import { expect } from "chai";
import { HostError } from "../../../src/sandbox/host.js";
import { memoryHost } from "../../../src/sandbox/index.js";
import { makeWorld } from "./vm.js";

describe("bb: logging", () => {
  it("sends every level to the context", () => {
    const world = makeWorld();
    const error = world.run(`
bb.debug(1, "x", "y"); bb.debug("m"); bb.note("n"); bb.verbnote("v"); bb.plain("p"); bb.warn("a", "b"); bb.warnonce("w"); bb.error("e", forcelog=True); bb.erroronce("o")
try: bb.fatal("f", "g")
except bb.BBHandledException as e: result = [str(e), e.args]`);
    expect(error).to.deep.equal(["", []]);
    expect(world.log).to.deep.equal([
      { level: "debug", debugLevel: 1, message: "xy" },
      { level: "warn", message: "Passed invalid debug level 'm' to bb.debug" },
      { level: "debug", debugLevel: 1, message: "m" },
      { level: "note", message: "n" },
      { level: "verbnote", message: "v" },
      { level: "plain", message: "p" },
      { level: "warn", message: "ab" },
      { level: "warn", message: "w", once: true },
      { level: "error", message: "e" },
      { level: "error", message: "o", once: true },
      { level: "fatal", message: "fg" },
    ]);
  });
  it("takes texts only", () => {
    expect(() => makeWorld().run("bb.note('a', 1)")).to.throw(
      "sequence item 1: expected str instance, int found",
    );
  });
  it("has the version and the alias fetch", () => {
    expect(
      makeWorld().run("import bb.fetch2\nresult = [bb.__version__, bb.fetch is bb.fetch2]"),
    ).to.deep.equal(["2.19.0", true]);
  });
});

describe("bb.utils: files", () => {
  it("makes, copies, moves and removes", () => {
    const world = makeWorld({
      "/w/a": "text",
      "/w/dir/x": "1",
      "/w/dir/sub/y": "2",
      "/w/l1.log": "",
      "/w/l2.log": "",
      "/w/.l3.log": "",
    });
    expect(
      world.run(`
import os
u = bb.utils
u.mkdirhier("/w/new/deep"); u.mkdirhier("/w/new/deep")
u.copyfile("/w/a", "/w/new/b"); u.movefile("/w/new/b", "/w/c"); u.rename("/w/c", "/w/e")
u.remove("/w/*.log"); u.remove("/w/none*"); u.remove("/w/dir", recurse=True); u.prunedir("/w/new")
result = [sorted(os.listdir("/w")), open("/w/e").read(), u.md5_file("/w/a"), u.sha1_file("/w/a"), u.sha256_file("/w/a")]`),
    ).to.deep.equal([
      [".l3.log", "a", "e"],
      "text",
      "1cb251ec0d568de6a929b520c4aed8d1",
      "372ea08cab33e71c02c651dbc83a474d32c676ea",
      "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1",
    ]);
  });
  it("refuses to make a folder with an unexpanded name and to delete a dangerous one", () => {
    const world = makeWorld();
    expect(
      world.run(`
out = []
for f in (lambda: bb.utils.mkdirhier("/x/\${Y}"), lambda: bb.utils.prunedir("/home/x"), lambda: bb.utils.prunedir("/")):
    try: f()
    except Exception as e: out.append([type(e).__name__, str(e)])
result = out`),
    ).to.deep.equal([
      ["BBHandledException", ""],
      ["Exception", 'bb.utils.prunedir: called with dangerous path "/home/x", refusing to delete!'],
      ["Exception", 'bb.utils.prunedir: called with dangerous path "/", refusing to delete!'],
    ]);
    expect(world.log.at(-1)?.message).to.equal(
      "Directory name /x/${Y} contains unexpanded bitbake variable. This may cause build failures and WORKDIR polution.",
    );
  });
  it("raises OSError as Python does", () => {
    expect(
      makeWorld().run(`
out = []
for f in (lambda: bb.utils.md5_file("/nope"), lambda: bb.utils.rename("/nope", "/x")):
    try: f()
    except OSError as e: out.append([type(e).__name__, e.errno, e.strerror, e.filename])
result = out`),
    ).to.deep.equal([
      ["FileNotFoundError", 2, "No such file or directory", "/nope"],
      ["FileNotFoundError", 2, "No such file or directory", "/nope"],
    ]);
  });
  it("lends an environment, locks and a umask", () => {
    expect(
      makeWorld().run(`
import os
os.environ["A"] = "a"
with bb.utils.environment(A="x", B="b"): inside = [os.environ["A"], os.environ["B"]]
lock = bb.utils.lockfile("/tmp/l.lock"); bb.utils.unlockfile(lock)
with bb.utils.fileslocked(["/x.lock"]) as locks: n = len(locks)
with bb.utils.umask(0o077): m = os.umask(0o077)
result = [inside, os.environ["A"], "B" in os.environ, n, m]`),
    ).to.deep.equal([["x", "b"], "a", false, 1, 0o077]);
  });
});

describe("bb.utils: code", () => {
  it("compiles, runs and evaluates in the metadata's namespace", () => {
    expect(
      makeWorld().run(`
u = bb.utils
ctx = {}
u.better_exec(u.better_compile("def f(a):\\n    return a + 1\\n", "file", "real.bb"), ctx, "text", "real.bb")
u.get_context()["hello"] = lambda *a: ["hello", *a]
simple = {}; u.simple_exec("x = 1", simple)
result = [ctx["f"](1), u.better_eval("a + b", {"a": 1}, {"b": 2}), u.better_eval("os.path.join('a', 'b')", {}), u.exec_flat_python_func("hello", 1, 2), simple["x"], sorted(u.clean_context())]`),
    ).to.deep.equal([2, 3, "a/b", ["hello", 1, 2], 1, ["bb", "os", "time"]]);
  });
  it("turns foreign exceptions into BBHandledException and lets BitBake's own pass", () => {
    const world = makeWorld();
    expect(
      world.run(`
out = []
def run(text, **kw):
    try: bb.utils.better_exec(text, {"bb": bb}, text, "real.bb", **kw)
    except BaseException as e: out.append([type(e).__name__, str(e), [type(a).__name__ for a in e.args]])
run("raise ValueError('q')"); run("raise ValueError('q')", pythonexception=True); run("raise bb.parse.SkipRecipe('q')"); run("raise bb.BBHandledException('q')")
run("raise bb.process.ExecutionError('q', 1)"); run("raise SystemExit(1)"); run("x y")
result = out`),
    ).to.deep.equal([
      ["BBHandledException", "q", ["ValueError"]],
      ["ValueError", "q", ["str"]],
      ["SkipRecipe", "q", ["str"]],
      ["BBHandledException", "q", ["str"]],
      ["ExecutionError", "Execution of 'q' failed with exit code 1", ["str", "int"]],
      ["SystemExit", "1", ["int"]],
      ["BBHandledException", "invalid syntax (real.bb, line 1)", ["SyntaxError"]],
    ]);
    expect(world.log.map((record) => record.message.split("\n", 1)[0])).to.deep.equal([
      "Error executing a python function in real.bb:",
      "Error in compiling python function in real.bb:",
    ]);
  });
  it("finds the variables a text refers to, layer by layer", () => {
    expect(
      makeWorld().run(`
d["SRC_URI"] = "\${QT_GIT}/\${QT_MODULE}.git;name=\${QT_MODULE};\${QT_MODULE_BRANCH_PARAM};protocol=\${QT_GIT_PROTOCOL}"
d["QT_GIT"] = "git://code.qt.io/\${QT_GIT_PROJECT}"
d["QT_MODULE_BRANCH_PARAM"] = "branch=\${QT_MODULE_BRANCH}"
d["QT_MODULE"] = "\${BPN}"
d["BPN"] = "something to do with \${PN} and \${SPECIAL_PKGSUFFIX}"
d["VAR"] = "\${B}"
r = bb.utils.get_referenced_vars
v = r("\${SRC_URI}", d)
result = [v[:1], sorted(v[1:5]), sorted(v[5:8]), sorted(v[8:]), r(" no vars ", d), r("\${VAR} \${VAR}", d), r("\${@d.getVar('VAR')}", d)]`),
    ).to.deep.equal([
      ["SRC_URI"],
      ["QT_GIT", "QT_GIT_PROTOCOL", "QT_MODULE", "QT_MODULE_BRANCH_PARAM"],
      ["BPN", "QT_GIT_PROJECT", "QT_MODULE_BRANCH"],
      ["PN", "SPECIAL_PKGSUFFIX"],
      [],
      ["VAR", "B"],
      ["VAR", "B"],
    ]);
  });
});

describe("bb.parse", () => {
  it("finds files along BBPATH and notes what it looked at", () => {
    const world = makeWorld({ "/b/conf/x.conf": "" });
    expect(
      world.run(`
d.setVar("BBPATH", "/a:/b")
out = [bb.parse.resolve_file("conf/x.conf", d)]
for path in ("nope.conf", "/nope", "/b"):
    try: bb.parse.resolve_file(path, d)
    except OSError as e: out.append([type(e).__name__, e.errno, e.strerror])
bb.parse.mark_dependency(d, "/b/conf/x.conf")
result = out`),
    ).to.deep.equal([
      "/b/conf/x.conf",
      ["FileNotFoundError", 2, "file nope.conf not found in /a:/b"],
      ["FileNotFoundError", 2, "file /nope not found"],
      ["FileNotFoundError", 2, "file /b not found"],
    ]);
    expect(world.dependencies).to.deep.equal([
      ["/a/conf/x.conf", false],
      ["/b/conf/x.conf", true],
      ["/a/nope.conf", false],
      ["/b/nope.conf", false],
      ["/nope", false],
      ["/b", true],
      ["/b/conf/x.conf", true],
    ]);
  });
  it("marks functions", () => {
    expect(
      makeWorld().run(`
@bb.parse.vardeps("A", "B")
@bb.parse.vardepsexclude("C")
def f(): return 1
result = [sorted(f.bb_vardeps), sorted(f.bb_vardepsexclude), f()]`),
    ).to.deep.equal([["A", "B"], ["C"], 1]);
  });
  it("asks the context to read a file and gives its variants", () => {
    const world = makeWorld(
      { "/r.bb": "" },
      {
        parseFile: ({ path, store }) => {
          const copy = store.createCopy();
          copy.setVar("FILE", path);
          return new Map([["", copy]]);
        },
      },
    );
    expect(
      world.run(
        `r = bb.parse.handle("/r.bb", d)\nresult = [list(r), r[""].getVar("FILE"), bb.parse.supports("a.xyz", d), bb.parse.supports("a.bb", d)]`,
      ),
    ).to.deep.equal([[""], "/r.bb", 0, 1]);
    expect(() => world.run(`bb.parse.handle("a.xyz", d)`)).to.throw(
      "ParseError in a.xyz: not a BitBake file",
    );
    expect(() => makeWorld({ "/r.bb": "" }).run(`bb.parse.handle("/r.bb", d)`)).to.throw(
      "bb.parse.handle is not available",
    );
  });
});

describe("bb.process", () => {
  const host = memoryHost({});
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const calls: unknown[] = [];
  const open = Object.create(host, {
    run: {
      value: (argv: string[], options: { cwd?: string }) => {
        calls.push([argv, options.cwd]);
        if (argv[0] === "nope-cmd") throw new HostError("ENOENT", "nope-cmd");
        const fails = argv.includes("fail");
        return { status: fails ? 3 : 0, stdout: encode("out\n"), stderr: encode(fails ? "err\n" : "") };
      },
    },
  }) as typeof host;
  it("runs through the host", () => {
    expect(
      makeWorld({}, { host: open }).run(`
out = [bb.process.run("echo hi | cat", cwd="/x"), bb.process.run(["a", "b"])]
for cmd in (["fail"], ["nope-cmd"]):
    try: bb.process.run(cmd)
    except bb.process.CmdError as e: out.append([type(e).__name__, str(e)])
result = out`),
    ).to.deep.equal([
      ["out\n", ""],
      ["out\n", ""],
      ["ExecutionError", "Execution of 'fail' failed with exit code 3:\nout\nerr\n"],
      ["NotFoundError", "Execution of 'nope-cmd' failed: command not found"],
    ]);
    expect(calls.slice(0, 2)).to.deep.equal([
      [["/bin/sh", "-c", "echo hi | cat"], "/x"],
      [["a", "b"], undefined],
    ]);
  });
  it("is, for a refused program, as if it were not there; the log names the permission", () => {
    const world = makeWorld();
    expect(() => world.run(`bb.process.run(["git", "describe"])`)).to.throw(
      "bb.process.NotFoundError: Execution of 'git describe' failed: command not found",
    );
    expect(world.log).to.deep.equal([
      { level: "debug", message: "refused to run git describe: --allow-run=git allows it" },
    ]);
  });
  it("gives the fixed answer of a refused linker that is asked for its help, and of no other program", () => {
    const world = makeWorld();
    for (const name of ["/usr/bin/ld", "x86_64-linux-gnu-ld.bfd"]) {
      expect(world.run(`result = bb.process.run(["${name}", "--help"])`)).to.deep.equal(["", ""]);
    }
    expect(world.log).to.deep.equal([]);
    for (const argv of [`["/usr/bin/ld", "--version"]`, `["git", "--help"]`]) {
      expect(() => world.run(`bb.process.run(${argv})`)).to.throw("bb.process.NotFoundError");
    }
  });
});

describe("bb: what is not there", () => {
  it("raises an error that names module and function", () => {
    expect(
      makeWorld().run(`
out = []
for f in (lambda: bb.fetch2.Fetch(["file://a"], d).download(), lambda: bb.build.exec_task(1), lambda: bb.tinfoil.Tinfoil(), lambda: bb.siggen.calc_basehash(d), lambda: bb.utils.no_such_function()):
    try: f()
    except (NotImplementedError, AttributeError) as e: out.append(str(e))
result = out`),
    ).to.deep.equal([
      "sandbake: bb.fetch2.Fetch.download is not available: sandbake evaluates and does not fetch",
      "sandbake: bb.build.exec_task is not available: tasks are not run",
      "sandbake: bb.tinfoil.Tinfoil is not available: there is no cooker process",
      "sandbake: bb.siggen.calc_basehash is not available: `sandbake hashes` and `sandbake diffsigs` do this outside the metadata",
      "module 'bb.utils' has no attribute 'no_such_function'",
    ]);
  });
  it("lets signature generators be derived as oe.sstatesig does", () => {
    expect(
      makeWorld().run(`
class MixIn:
    def init_rundepcheck(self, data): self.ready = True
    def get_taskdata(self): return super().get_taskdata()
class Hash(MixIn, bb.siggen.SignatureGeneratorBasicHash): name = "OEBasicHash"
class Equiv(MixIn, bb.siggen.SignatureGeneratorUniHashMixIn, bb.siggen.SignatureGeneratorBasicHash): name = "OEEquivHash"
bb.siggen.SignatureGeneratorOEBasicHash = Hash
s = Hash(d)
result = [s.name, s.ready, s.basehash, [c.__name__ for c in Equiv.__mro__], len(s.get_taskdata()), bb.siggen.build_pnid("", "p", "t"), bb.siggen.build_pnid("m", "p", "t")]`),
    ).to.deep.equal([
      "OEBasicHash",
      true,
      new Map(),
      [
        "Equiv",
        "MixIn",
        "SignatureGeneratorUniHashMixIn",
        "SignatureGeneratorBasicHash",
        "SignatureGeneratorBasic",
        "SignatureGenerator",
        "object",
      ],
      9,
      "p:t",
      "mc:m:p:t",
    ]);
  });
});

describe("bb.data", () => {
  it("writes variables and functions as a shell reads them", () => {
    expect(
      makeWorld().run(`
import io
d.setVar("E", "v"); d.setVarFlag("E", "export", "1"); d.setVar("F", "func \${E} body\\n"); d.setVarFlag("F", "func", "1")
d.setVar("Q", 'a"b\`c$d'); d.setVarFlag("Q", "export", "1"); d.setVar("U", "1"); d.setVarFlag("U", "export", "1"); d.setVarFlag("U", "unexport", "1"); d.setVar("A", "a\${E}")
def emit(f, *args):
    o = io.StringIO(); return [f(*args[:1], o, *args[1:]), o.getvalue()]
o = io.StringIO(); bb.data.emit_env(o, d)
result = [emit(bb.data.emit_var, "E", d), emit(bb.data.emit_var, "F", d), emit(bb.data.emit_var, "Q", d), emit(bb.data.emit_var, "U", d), emit(bb.data.emit_var, "A", d),
          sorted(bb.data.exported_keys(d)), sorted(bb.data.exported_vars(d)), bb.data.expand("\${A}", d), o.getvalue()]`),
    ).to.deep.equal([
      [false, 'export E="v"\n'],
      [1, "# line: None, file: None\nF() {\nfunc v body\n}\n"],
      [false, 'export Q="a\\"b\\`c\\$d"\n'],
      [false, "unset U\n"],
      [false, ""],
      ["E", "Q"],
      [
        ["E", "v"],
        ["Q", 'a"b`c$d'],
      ],
      "av",
      'export E="v"\nexport Q="a\\"b\\`c\\$d"\nunset U\n# line: None, file: None\nF() {\nfunc v body\n}\n\n',
    ]);
  });
  it("knows the classes inherited, expands keys, copies", () => {
    expect(
      makeWorld().run(`
d.setVar("__inherit_cache", ["/a/classes/x.bbclass", "/b/classes-recipe/native.bbclass"]); d.setVar("N", "n"); d.setVar("K_\${N}", "1")
bb.data.expandKeys(d)
c = bb.data.createCopy(d); c.setVar("N", "m")
result = [bb.data.inherits_class("native", d), bb.data.inherits_class("classes/x", d), bb.data.inherits_class("nativesdk", d), bb.data.inherits_class("x", bb.data.init()),
          d.getVar("K_n"), d.getVar("N"), c.getVar("N"), isinstance(d, bb.data_smart.DataSmart)]`),
    ).to.deep.equal([true, true, false, false, "1", "n", "m", true]);
  });
});
