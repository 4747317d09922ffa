// (Re)makes test/vm/programs/tracebacks/*.expected with CPython 3.13, whose marks below source lines are not 3.11's:
//   npm install --no-save pyodide@0.28 && node scripts/expect-tracebacks.mjs [part of a name ...]
// Pyodide is CPython as WebAssembly. An expected file holds what the program prints and the traceback it ends with,
// without folders. PYODIDE names another place of the package's pyodide.mjs.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const { loadPyodide } = await import(process.env.PYODIDE ?? "pyodide");
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "test", "vm", "programs", "tracebacks");
const wanted = process.argv.slice(2);
for (const name of readdirSync(root)) {
  if (!name.endsWith(".py") || (wanted.length > 0 && !wanted.some((w) => name.includes(w)))) continue;
  const python = await loadPyodide();
  const version = python.runPython("import sys; '%d.%d' % sys.version_info[:2]");
  if (version !== "3.13") throw new Error(`expected values are made by CPython 3.13, this is ${version}`);
  python.FS.writeFile(`/${name}`, readFileSync(join(root, name)));
  python.globals.set("file", `/${name}`);
  // The frames of this text itself are no part of the traceback.
  const printed = python.runPython(`
import io, sys, traceback
out = sys.stdout = io.StringIO()
try:
    exec(compile(open(file, encoding="utf-8").read(), file, "exec"), {"__name__": "__main__"})
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    traceback.print_exception(e, file=out)
out.getvalue()
`);
  writeFileSync(join(root, name.replace(/\.py$/, ".expected")), printed.replaceAll('File "/', 'File "'));
}
