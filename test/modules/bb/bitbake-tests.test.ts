/**
 * What BitBake's own unit tests ask for (conformance/bitbake-tests.ts runs them all) and no other test here holds: names in
 * inline Python, loggers, stores that are pickled, edits of metadata, files read by bb.parse.handle. Expected values are
 * BitBake's (measured, 2.19) or its tests'.
 */
import { expect } from "chai";
import { Evaluator, type Message } from "../../../src/evaluate/evaluator.js";
import { startPython } from "../../../src/evaluate/python.js";
import { Sources } from "../../../src/evaluate/sources.js";
import { memoryHost } from "../../../src/sandbox/host/memory.js";
import type { PyDict } from "../../../src/vm/runtime/objects.js";

describe("bb as its own tests use it", () => {
  const messages: Message[] = [];
  const log = (message: Message): void => void messages.push(message);
  const host = memoryHost({ "/tmp/.keep": "" });
  const python = startPython({ host, log });
  python.attach(new Evaluator({ host, sources: new Sources(host), python: python.side, log }));
  const rt = python.runtime;
  const globals: PyDict = rt.newDict();
  const write = "def write(name, text):\n    with open(name, 'w') as f: f.write(text)\n";
  const run = (source: string): unknown => {
    source = write + source;
    rt.exec(rt.compile(source, { filename: "test.py", mode: "exec" }), globals);
    return rt.toJs(globals.getStr("result")!);
  };

  it("finds names of inline Python in the namespace and the builtins before the variables", () => {
    const result = run(
      [
        "import bb",
        "d = bb.data.init()",
        "for name in ('len', 'os', 'FOO', 'OWN'): d.setVar(name, 'x')",
        "bb.utils.get_context()['OWN'] = 5",
        "result = [d.expand('${@%s}' % e) for e in ('len(\"abc\")', 'os.__name__', 'FOO', 'OWN', '(lambda: len)()(\"ab\")')]",
        "del bb.utils.get_context()['OWN']",
      ].join("\n"),
    );
    expect(result).to.deep.equal(["3", "os", "x", "5", "2"]);
  });

  it("tells the loggers of Python what it tells the user", () => {
    const result = run(
      [
        "import bb, logging",
        "seen = []",
        "class H(logging.Handler):",
        "    def emit(self, r): seen.append((r.levelno, r.name, r.getMessage()))",
        "h = H(); logging.getLogger('BitBake').addHandler(h)",
        "bb.note('n'); bb.plain('p'); bb.warn('w'); bb.warnonce('o'); bb.error('e'); bb.debug(2, 'd')",
        "d = bb.data.init(); d.setVar('FOO', 'foo'); d.setVar('V_${FOO}', 'A'); d.setVar('V_foo', 'B'); bb.data.expandKeys(d)",
        "logging.getLogger('BitBake').removeHandler(h)",
        "from bb.msg import BBLogFormatter",
        "f = BBLogFormatter('%(levelname)s: %(message)s')",
        "seen += [f.format(logging.LogRecord('BitBake', n, 'f', 1, 'm', (), None)) for n in (9, 20, 21, 29, 40, 35)]",
        "result = seen",
      ].join("\n"),
    );
    expect(result).to.deep.equal([
      [20, "BitBake.Main", "n"],
      [21, "BitBake.Main", "p"],
      [30, "BitBake.Main", "w"],
      [29, "BitBake.Main", "o"],
      [40, "BitBake.Main", "e"],
      [9, "BitBake.Main", "d"],
      [30, "BitBake.Main", "Variable key V_${FOO} (A) replaces original key V_foo (B)."],
      "DEBUG: m",
      "NOTE: m",
      "m",
      "WARNING: m",
      "ERROR: m",
      "Level 35: m",
    ]);
  });

  it("pickles stores with flags, pending operations, overrides and filters", () => {
    const result = run(
      [
        "import bb, pickle",
        "d = bb.data.init()",
        "d.setVar('OVERRIDES', 'o'); d.setVar('A', 'a'); d.setVar('A:o', 'b'); d.setVar('A:append', 'c'); d.setVar('L', [1, 'x'])",
        "d.setVarFlag('A', 'f', '${A}'); d.setVar('R', 'x y z'); d.setVar('R:remove', 'y')",
        "e = pickle.loads(pickle.dumps(d.createCopy()))",
        "same = e == d, d is not e, d != 3",
        "e.setVar('OVERRIDES', '')",
        "result = [*same, e.getVar('A'), d.getVar('A'), e.getVarFlag('A', 'f'), e.getVar('R'), e.getVar('L'), e == d,",
        "    d.getVar('R') is d.getVar('R')]",
      ].join("\n"),
    );
    expect(result).to.deep.equal([true, true, true, "ac", "bc", "ac", "x  z", [1, "x"], false, true]);
  });

  it("reads files, refuses with ParseError or BBHandledException, and reads again what has changed", () => {
    const result = run(
      [
        "import bb, os, bb.siggen",
        "def handle(text, name='/tmp/r_1.0.bb'):",
        "    write(name, text)",
        "    try: return bb.parse.handle(name, bb.data.init())",
        "    except (bb.parse.ParseError, bb.BBHandledException) as e: return type(e).__name__",
        "os.makedirs('/tmp/classes', exist_ok=True); os.chdir('/tmp')",
        "write('/tmp/classes/c.bbclass', 'FROM = \"class\"\\nBBCLASSEXTEND = \"x:y\"\\n')",
        "write('/tmp/classes/x.bbclass', '')",
        "variants = handle('inherit c\\nA = \"1\"\\n')",
        "result = [sorted(variants), variants[''].getVar('FROM'), handle('A = \"2\"\\n')[''].getVar('A'),",
        "    handle('f() {\\n a\\n'), handle('require no.inc\\n'), handle('V = \" \\\\\\n# c \\\\\\n\"\\n'),",
        "    bb.siggen.init(bb.data.init()).name]",
      ].join("\n"),
    );
    expect(result).to.deep.equal([
      ["", "x:y"],
      "class",
      "2",
      "ParseError",
      "ParseError",
      "BBHandledException",
      "noop",
    ]);
  });

  it("tells of a handler that is no Python and goes on", () => {
    messages.length = 0;
    const result = run(
      [
        "import bb",
        "write('/tmp/h.bb', '\\n# c\\npython hh() {\\n    This is an error line\\n}\\naddhandler hh\\n')",
        "result = bb.parse.handle('/tmp/h.bb', bb.data.init())[''].getVar('FILE')",
      ].join("\n"),
    );
    expect(result).to.equal("/tmp/h.bb");
    expect(messages.find(({ level }) => level === "error")?.message).to.equal(
      "Unable to register event handler 'hh':\n" +
        '  File "/tmp/h.bb", line 4\n    This is an error line\n               ^^^^^\nSyntaxError: invalid syntax\n',
    );
  });

  it("edits metadata as devtool asks it to", () => {
    const result = run(
      [
        "import bb",
        "lines = ['A = \"1\"\\n', '\\n', 'B += \"x \\\\\\n', '  y\"\\n', '\\n', 'f() {\\n', '    a\\n', '}\\n', 'C = \"c\"\\n']",
        "asked = []",
        "def edit(name, value, op, new):",
        "    asked.append((name, value, op))",
        "    return {'A': ('2', None, 0, True), 'B': (['p', 'q'], '=', 2, False), 'f()': (['b'], None, 4, False), 'C': (None, None, 0, True)}[name]",
        "changed, out = bb.utils.edit_metadata(lines, ['A', 'B', 'f()', 'C', 'D'], edit)",
        "write('/tmp/l.conf', 'BBLAYERS = \" \\\\\\n  ~/a \\\\\\n  /b \\\\\\n  \"\\n')",
        "done = bb.utils.edit_bblayers_conf('/tmp/l.conf', ['/c/', '/b'], '~/a/')",
        "result = [changed, out, asked, done, open('/tmp/l.conf').read()]",
      ].join("\n"),
    );
    expect(result).to.deep.equal([
      true,
      ['A = "2"\n', "\n", 'B = " \\\n', "  p \\\n", "  q \\\n", '  "\n', "\n", "f() {\n    b\n}\n"],
      [
        ["A", "1", "="],
        ["B", "x   y", "+="],
        ["f()", "\n    a\n", ""],
        ["C", "c", "="],
      ],
      [["/b"], []],
      'BBLAYERS = " \\\n  /b \\\n  /c \\\n  "\n',
    ]);
  });
});
