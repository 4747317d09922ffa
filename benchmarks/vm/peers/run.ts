/**
 * Times the programs in one of the other Pythons, in a process of its own (Skulpt and Brython change the global object):
 * `node run.mjs skulpt|brython|pyodide|ours SECONDS FILE...`; JSON of file to Timing.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { basename } from "node:path";
import { memoryHost } from "../../../src/sandbox/index.js";
import { installModules } from "../../../src/modules/index.js";
import { CodeCache, PythonVM, type Runtime } from "../../../src/vm/index.js";
import { cpu, time, type Loaded, type Timing } from "./measure.js";

type Loader = (file: string, source: string) => Loaded;
const require = createRequire(import.meta.url);
const global = globalThis as any;

function ours(): Loader {
  return (file, source) => {
    const host = memoryHost({});
    const vm = new PythonVM({
      host,
      modules: (rt) => {
        installModules(rt, { host });
      },
    });
    vm.exec(source, { filename: file });
    const { runtime } = vm;
    const run = vm.globals.getStr("run")!;
    return { run: () => runtime.call(run, []), repr: (v) => runtime.repr(v) };
  };
}

/** Skulpt's own compiler and runtime, Python 3 mode. */
function skulpt(): Loader {
  for (const part of ["skulpt.min.js", "skulpt-stdlib.js"])
    runInThisContext(readFileSync(require.resolve(`skulpt/dist/${part}`), "utf8"));
  const { Sk } = global;
  Sk.configure({
    output: () => undefined,
    read: (name: string) => {
      const text = Sk.builtinFiles.files[name] as string | undefined;
      if (text === undefined) throw new Error(`no file ${name}`);
      return text;
    },
    __future__: Sk.python3,
  });
  return (_file, source) => {
    const module = Sk.importMainWithBody("bench", false, source, false);
    return {
      run: () => Sk.misceval.callsimArray(module.$d.run, []),
      repr: (v) => new Sk.builtin.repr(v).v as string,
    };
  };
}

/** The Brython that is a dependency for its library, in a page of no elements; imports have no network to go to. */
function brython(): Loader {
  const nothing = (): void => undefined;
  const element = { appendChild: nothing, getElementsByTagName: () => [], setAttribute: nothing, style: {} };
  const script = { ...element, src: "http://localhost/brython.js" };
  Object.assign(global, {
    window: global,
    self: global,
    location: { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" },
    document: {
      getElementsByTagName: () => [script],
      querySelectorAll: () => [],
      createElement: () => element,
      documentElement: element,
      body: element,
      addEventListener: nothing,
      URL: "http://localhost/",
      currentScript: script,
    },
    addEventListener: nothing,
    MutationObserver: class {
      observe = nothing;
    },
  });
  const $B = require("brython/brython.js").__BRYTHON__;
  global.__BRYTHON__ = global.$B = $B;
  return (file, source) => {
    const name = `m_${basename(file).replace(/\W/g, "_")}`;
    $B.imported[name] = {};
    const js = String($B.py2js({ src: source, filename: name }, name, name).to_js());
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- Brython's way to run a module
    const module = new Function("__BRYTHON__", `${js}\nreturn locals_${name}`)($B);
    return { run: $B.$call(module.run), repr: (v) => String($B.builtins.repr(v)) };
  };
}

/** Pyodide where it is installed (`npm install --no-save pyodide`; 14 MB, so not among the dependencies). */
async function pyodide(): Promise<Loader> {
  const name = "pyodide";
  const { loadPyodide } = (await import(name)) as { loadPyodide: () => Promise<any> };
  const py = await loadPyodide();
  return (_file, source) => {
    const scope = py.toPy({ __name__: "bench" });
    py.runPython(source, { globals: scope });
    const run = scope.get("run");
    return { run: () => run(), repr: () => String(py.runPython("repr(run())", { globals: scope })) };
  };
}

/** Cold expressions, starting and importing, as lines of text. */
function costs(): string[] {
  const lines: string[] = [];
  // Distinct texts, compiled and run once each; one in four has names that none before had, the others differ in their
  // string literals alone, as among the 2,312 texts of oe-core and meta-openembedded (560 without their literals).
  const host = memoryHost({});
  const modules = (rt: Runtime): void => {
    installModules(rt, { host });
  };
  const before = cpu();
  const vm = new PythonVM({ host, modules });
  lines.push(`first VM of the process: start ${(cpu() - before).toFixed(0)} ms`);
  vm.exec(
    "class D:\n def getVar(self, n, e=True): return n\n def contains(self, a, b, c, d): return c\nd = D()",
  );
  for (let batch = 0; batch < 4; batch++) {
    const start = cpu();
    const began = performance.now();
    for (let i = 0; i < 2000; i++) {
      const n = batch * 2000 + i;
      const p = n % 4 === 0 ? `p${n}` : "p";
      vm.eval(
        `d.contains('FEATURES_${n}', 'x${n}', 'yes', 'no') if d.getVar('V${n}') else ' '.join([${p} for ${p} in 'a b'.split()])`,
      );
    }
    if (batch === 0 || batch === 3)
      lines.push(
        `cold expression: ${((cpu() - start) / 2).toFixed(0)} us of CPU in all threads, ${((performance.now() - began) / 2).toFixed(0)} us to wait (${batch === 0 ? "the first" : "after 6000 others,"} 2000)`,
      );
  }
  // Further VMs, and imports with the code of an earlier VM.
  const codeCache = new CodeCache();
  for (let i = 0; i < 4; i++) {
    const start = cpu();
    const further = new PythonVM({ codeCache, host, modules });
    const born = cpu();
    further.exec("import re, collections, json, functools, dataclasses");
    const imported = cpu();
    // Bodies that nobody notices run when something of them is asked for: use all five.
    further.exec("re.compile, collections.OrderedDict, json.dumps, functools.partial, dataclasses.dataclass");
    const ms = (from: number, to: number): string => `${(to - from).toFixed(0)} ms`;
    lines.push(
      `further VM ${i + 1}: start ${ms(start, born)}, import of five modules ${ms(born, imported)}, ` +
        `with their use ${ms(born, cpu())}${i === 0 ? " (nothing cached)" : ""}`,
    );
  }
  return lines;
}

const [kind, seconds, ...files] = process.argv.slice(2);
if (kind === "costs") console.log(JSON.stringify(costs()));
else {
  const loaders: Record<string, () => Loader | Promise<Loader>> = { ours, skulpt, brython, pyodide };
  const load = await loaders[kind]();
  const out: Record<string, Timing> = {};
  for (const file of files) out[file] = time(Number(seconds), () => load(file, readFileSync(file, "utf8")));
  console.log(JSON.stringify(out));
}
