/** compile, eval, exec, __import__, input, help, exit: what needs the compiler or is refused. `open` comes from module io. */
import { SandbakeError } from "../../../diagnostics/errors.js";
import type { Compiler } from "../hooks.js";
import type { PyDict, PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";
import type { DefineFunction } from "./install.js";

export function installCodeFunctions(rt: Runtime, fn: DefineFunction): void {
  const compiler = (): Compiler => {
    if (rt.compiler === undefined)
      throw new SandbakeError("vm-order", "code generation is not installed in this runtime");
    return rt.compiler;
  };
  const isCode = (o: PyObject): boolean =>
    rt.types["code"] !== undefined && rt.isInstance(o, rt.types["code"]);
  const sourceText = (o: PyObject, who: string): string => {
    if (rt.isStr(o)) {
      const text = o.v as string;
      if (text.includes("\0")) throw rt.error("SyntaxError", "source code string cannot contain null bytes");
      return text;
    }
    if (
      ["bytes", "bytearray", "memoryview"].some(
        (kind) => rt.types[kind] !== undefined && rt.isInstance(o, rt.types[kind]),
      )
    ) {
      return decodeSource(rt, rt.call(rt.types["bytes"] as PyObject, [o]));
    }
    throw rt.error("TypeError", `${who}() arg 1 must be a string, bytes or code object`);
  };
  const spaces = (
    who: string,
    globals: PyObject,
    locals: PyObject,
  ): readonly [PyDict, PyObject | undefined] => {
    if (globals !== rt.none && !rt.isInstance(globals, rt.types["dict"])) {
      throw rt.error(
        "TypeError",
        who === "exec"
          ? `exec() globals must be a dict, not ${rt.tpName(globals)}`
          : "globals must be a dict",
      );
    }
    if (locals !== rt.none && locals.mp$subscript === undefined) {
      throw rt.error(
        "TypeError",
        who === "exec"
          ? `locals must be a mapping or None, not ${rt.tpName(locals)}`
          : "locals must be a mapping",
      );
    }
    let g = globals as PyDict;
    let l: PyObject | undefined = locals === rt.none ? undefined : locals;
    if (globals === rt.none) {
      const here = rt.frames.globals();
      if (here === undefined) throw rt.error("SystemError", "globals and locals cannot be NULL");
      g = here;
      l ??= rt.frames.space();
    }
    if (g.getStr("__builtins__") === undefined) g.setStr("__builtins__", rt.imports.builtins);
    return [g, l];
  };
  fn(
    "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    (source: PyObject, filename: PyObject, mode: PyObject, flags: PyObject) => {
      const kind = rt.strOf(mode);
      if (kind !== "exec" && kind !== "eval" && kind !== "single") {
        throw rt.error(
          "ValueError",
          kind === "func_type"
            ? "compile() mode 'func_type' requires flag PyCF_ONLY_AST"
            : "compile() mode must be 'exec', 'eval' or 'single'",
        );
      }
      const own = rt.compiler;
      const file = fileName(rt, filename);
      if ((Number(rt.index(flags)) & ~knownFlags) !== 0)
        throw rt.error("ValueError", "compile(): unrecognised flags");
      if ((Number(rt.index(flags)) & 0x400) !== 0) {
        if (own?.toAst === undefined)
          throw rt.error("NotImplementedError", "compile() to an ast is not offered by this VM");
        return own.toAst(sourceText(source, "compile"), file, kind);
      }
      if (!rt.isStr(source) && source.sq$length === undefined) {
        if (own?.fromAst === undefined || source.$d === undefined)
          throw rt.error("TypeError", "compile() arg 1 must be a string, bytes or AST object");
        return own.fromAst(source, file, kind);
      }
      return compiler().compile(sourceText(source, "compile"), { filename: file, mode: kind });
    },
    "Compile source into a code object that can be executed by exec() or eval().",
  );
  fn(
    "eval(source, globals=None, locals=None, /)",
    (source: PyObject, globals: PyObject, locals: PyObject) => {
      const [g, l] = spaces("eval", globals, locals);
      const code = isCode(source)
        ? source
        : compiler().compile(sourceText(source, "eval").replace(/^[ \t]+/, ""), {
            filename: "<string>",
            mode: "eval",
          });
      return compiler().eval(code, g, l);
    },
    "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.",
  );
  fn(
    "exec(source, globals=None, locals=None, /, *, closure=None)",
    (source: PyObject, globals: PyObject, locals: PyObject) => {
      const [g, l] = spaces("exec", globals, locals);
      const code = isCode(source)
        ? source
        : compiler().compile(sourceText(source, "exec"), { filename: "<string>", mode: "exec" });
      compiler().exec(code, g, l);
    },
    "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.",
  );
  fn(
    "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
    (name: PyObject, globals: PyObject, _locals: PyObject, fromlist: PyObject, level: PyObject) => {
      if (!rt.isStr(name))
        throw rt.error("TypeError", "__import__() argument 1 must be str, not " + rt.tpName(name));
      const names = fromlist === rt.none ? [] : [...rt.iterate(fromlist)].map((n) => rt.strOf(n));
      return rt.importName(
        name.v as string,
        globals === rt.none ? undefined : globals,
        names,
        Number(rt.index(level)),
      );
    },
    "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.",
  );
  fn(
    "input(prompt='', /)",
    () => {
      throw rt.error("EOFError", "EOF when reading a line: the sandbox has no standard input");
    },
    "Read a string from standard input. Always at its end in the sandbox.",
  );
}

/** Source bytes as text: a byte order mark or a coding comment in the first two lines decides, else UTF-8 (PEP 263). */
function decodeSource(rt: Runtime, data: PyObject): string {
  const bytes = data.v as Uint8Array;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = String.fromCharCode(...bytes.subarray(0, 400)).split(/\r\n?|\n/, 2);
  let encoding = "utf-8";
  for (const line of head) {
    const found = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (found !== null) {
      encoding = found[1]!;
      break;
    }
    if (!/^[ \t\f]*(#.*)?$/.test(line)) break;
  }
  try {
    const text = rt.strOf(rt.callMethod1(data, "decode", rt.str(marked ? "utf-8-sig" : encoding)));
    if (text.includes("\0")) throw rt.error("SyntaxError", "source code string cannot contain null bytes");
    return text;
  } catch (e) {
    if (rt.isException(e, "LookupError")) throw rt.error("SyntaxError", `unknown encoding: ${encoding}`);
    if (rt.isException(e, "UnicodeDecodeError"))
      throw rt.error("SyntaxError", `(unicode error) ${rt.strOf(e)}`);
    throw e;
  }
}

/** PyCF_* and __future__ flags that compile() accepts. */
const knownFlags = 0x10 | 0x200 | 0x400 | 0x1000 | 0x2000 | 0x4000 | 0x8000 | 0x1fe0000;

/** A file name as str, bytes or os.PathLike. */
function fileName(rt: Runtime, o: PyObject): string {
  if (rt.isStr(o)) return o.v as string;
  if (rt.isInstance(o, rt.types["bytes"])) return rt.strOf(rt.callMethod0(o, "decode"));
  const path = rt.lookupSpecial(o, "__fspath__");
  if (path === undefined)
    throw rt.error("TypeError", `expected str, bytes or os.PathLike object, not ${rt.tpName(o)}`);
  return fileName(rt, rt.call(path, []));
}
