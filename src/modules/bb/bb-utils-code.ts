/**
 * bb.utils, the part that runs Python: better_compile, better_exec, better_eval, exec_flat_python_func, the metadata's
 * namespace (get_context, set_context, clean_context), and get_referenced_vars.
 */
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { PyDict, PyObject } from "../../vm/runtime/objects.js";
import type { CompileOptions, Compiler } from "../../vm/runtime/hooks.js";
import type { Binding } from "./binding.js";
import { compareText } from "./text.js";

/** Classes whose exceptions better_exec lets through as they are. */
const passing = [
  "bb.BBHandledException",
  "bb.parse.SkipRecipe",
  "bb.parse.ParseError",
  "bb.data_smart.ExpansionError",
  "bb.process.ExecutionError",
];

export function compilerOf(binding: Binding): Compiler {
  const { compiler } = binding.rt;
  if (compiler === undefined)
    throw binding.rt.error("NotImplementedError", "sandbake: this runtime has no compiler");
  return compiler;
}

/** Fills a dict as bb.utils.clean_context() does: os, bb and time. */
export function fillContext(binding: Binding, globals: PyDict): void {
  const { rt } = binding;
  for (const name of ["os", "bb", "time"]) globals.setStr(name, rt.importModule(name));
}

/** Turns an exception of metadata into what better_exec raises: logged and BBHandledException, unless it passes. */
export function handled(binding: Binding, error: unknown, file: string, asIs = false): unknown {
  const { rt } = binding;
  if (asIs || !rt.isException(error) || !rt.isInstance(error, rt.exceptions.type("Exception"))) return error;
  if (passing.some((name) => rt.isInstance(error, binding.exceptionClass(name)))) return error;
  binding.context.log({
    level: "error",
    message: `Error executing a python function in ${file}:\n\nException: ${rt.exceptions.describe(error)}`,
    file,
  });
  return binding.raise("bb.BBHandledException", error);
}

export function utilsCode(binding: Binding): Record<string, NativeSpec[1]> {
  const { rt } = binding;
  const { text } = { text: (o: PyObject) => binding.text(o) };
  const compile = (source: string, options: CompileOptions): PyObject => {
    try {
      return compilerOf(binding).compile(source, options);
    } catch (error) {
      if (!rt.isException(error, "SyntaxError")) throw error;
      const message = `Error in compiling python function in ${options.filename}:\n\n${rt.exceptions.describe(error)}`;
      binding.context.log({ level: "error", message, file: options.filename });
      throw binding.raise("bb.BBHandledException", error);
    }
  };
  const asCode = (code: PyObject, filename: string): PyObject =>
    rt.isStr(code) ? compilerOf(binding).compile(text(code), { filename, mode: "exec" }) : code;
  const dict = (o: PyObject): PyDict => {
    if (rt.isInstance(o, rt.types["dict"])) return o as PyDict;
    throw rt.error("TypeError", `globals must be a dict, not ${rt.typeName(o)}`);
  };

  return {
    "better_compile(text, file, realfile, mode='exec', lineno=0)": (
      source: PyObject,
      _file: PyObject,
      realfile: PyObject,
      mode: PyObject,
      lineno: PyObject,
    ) => {
      const firstLine = Number(rt.index(lineno)) + 1;
      return compile(text(source), {
        filename: rt.strOf(realfile),
        mode: text(mode) as CompileOptions["mode"],
        firstLine,
      });
    },
    "better_exec(code, context, text=None, realfile='<code>', pythonexception=False)": (
      code: PyObject,
      context: PyObject,
      _text: PyObject,
      realfile: PyObject,
      pythonexception: PyObject,
    ) => {
      const file = rt.strOf(realfile);
      const compiled = rt.isStr(code) ? compile(text(code), { filename: file, mode: "exec" }) : code;
      try {
        compilerOf(binding).exec(compiled, dict(context));
      } catch (error) {
        throw handled(binding, error, file, rt.isTrue(pythonexception));
      }
    },
    "simple_exec(code, context)": (code: PyObject, context: PyObject) =>
      compilerOf(binding).exec(asCode(code, "<string>"), dict(context)),
    "better_eval(source, locals, extraglobals=None)": (
      source: PyObject,
      locals: PyObject,
      extra: PyObject,
    ) => {
      let { globals } = binding;
      if (rt.isTrue(extra)) {
        globals = rt.call(rt.types["dict"], [globals]) as PyDict;
        for (const key of rt.iterate(extra)) rt.setItem(globals, key, rt.getItem(extra, key));
      }
      const code = rt.isStr(source)
        ? compilerOf(binding).compile(text(source), { filename: "<string>", mode: "eval" })
        : source;
      return compilerOf(binding).eval(code, globals, locals);
    },
    "exec_flat_python_func(func, *args, **kwargs)": (
      name: PyObject,
      args: readonly PyObject[],
      kwargs: ReadonlyMap<string, PyObject>,
    ) => {
      try {
        const code = compilerOf(binding).compile(text(name), { filename: "<string>", mode: "eval" });
        binding.contextUses++;
        const f = compilerOf(binding).eval(code, binding.globals);
        return rt.call(f, [...args], [...kwargs].flat());
      } catch (error) {
        throw handled(binding, error, "<string>");
      }
    },
    "get_context()": () => {
      binding.contextUses++;
      return binding.globals;
    },
    "set_context(ctx)": (context: PyObject) => {
      binding.contextUses++;
      binding.globals = dict(context);
    },
    "clean_context()": () => {
      const fresh = rt.newDict();
      fillContext(binding, fresh);
      return fresh;
    },
    "get_referenced_vars(start_expr, d)": (expression: PyObject, d: PyObject) => {
      // Breadth first: what the text names, then what those values name; each layer sorted.
      const store = binding.store(d);
      const seen = new Set<string>();
      const out: string[] = [];
      let layer = [text(expression)];
      while (layer.length > 0) {
        const found = new Set<string>();
        for (const value of layer) {
          for (const [, name = ""] of value.matchAll(/\$\{([a-zA-Z0-9\-_+./~:]+)\}/g)) found.add(name);
          for (const name of namesRead(value)) found.add(name);
        }
        const names = [...found].filter((name) => !seen.has(name)).sort(compareText);
        for (const name of names) seen.add(name);
        out.push(...names);
        layer = names.map((name) => store.getVar(name, false)).filter((value) => typeof value === "string");
      }
      return binding.list(out);
    },
  };
}

/** Variables that expressions in a text read with constant names. */
function namesRead(text: string): string[] {
  return [...text.matchAll(/\bd\.getVar\(\s*(['"])([^'"]+)\1/g)].map((match) => match[2] ?? "");
}
