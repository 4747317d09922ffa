/**
 * bb.codeparser, the analysis of code (src/analysis) for Python: PythonParser and ShellParser with their sets; and what
 * bb.data offers of dependencies and base hashes.
 */
import { AnalysisError } from "../../analysis/python.js";
import { buildDependencies, type DependencyContext } from "../../analysis/dependencies.js";
import { ShellSyntaxError } from "../../analysis/shell.js";
import { generateDependencies, hashTasks } from "../../analysis/signatures.js";
import type { Contains } from "../../analysis/types.js";
import type { DataStore } from "../../datastore/index.js";
import { PySyntaxError } from "../../vm/parser/errors.js";
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import { sha256Hex } from "../hash/sha256.js";
import type { Binding } from "./binding.js";
import { setter } from "./native-classes.js";

/** A set of names for Python. */
export function nameSet(binding: Binding, names: Iterable<string>): PyObject {
  return binding.rt.call(binding.rt.types["set"], [binding.list(names)]);
}

/** `contains` as Python has it: a dict of sets. */
export function containsDict(binding: Binding, contains: Contains): PyObject {
  return binding.rt.dict([...contains].map(([name, items]) => [name, nameSet(binding, items)] as const));
}

/** Adds what the Python in an expanded text refers to: the sets of BitBake's result of expandWithRefs. */
export function expansionSets(
  binding: Binding,
  codes: Iterable<string>,
  references: Iterable<string>,
): { references: Set<string>; execs: Set<string>; contains: Map<string, Set<string>> } {
  const found = {
    references: new Set(references),
    execs: new Set<string>(),
    contains: new Map<string, Set<string>>(),
  };
  for (const code of codes) {
    const analysis = binding.code.python(code.trim());
    for (const name of analysis.references) found.references.add(name);
    for (const name of analysis.execs) found.execs.add(name);
    for (const [name, items] of analysis.contains) {
      found.contains.set(name, new Set([...(found.contains.get(name) ?? []), ...items]));
    }
  }
  return found;
}

/** Defines the two parsers; before `rt.seal()`, as all types. */
export function defineCodeParsers(binding: Binding): void {
  const module = "bb.codeparser";
  const { rt } = binding;
  const names = (items: Iterable<string>): PyObject => nameSet(binding, items);
  const guarded = <T>(body: () => T): T => {
    try {
      return body();
    } catch (error) {
      if (error instanceof PySyntaxError) throw binding.syntaxError(error);
      if (error instanceof AnalysisError) throw rt.error("IndexError", error.message);
      if (error instanceof ShellSyntaxError)
        throw binding.raise("bb.codeparser.ShellSyntaxError", `line ${error.line}: ${error.message}`);
      throw error;
    }
  };
  binding.define({ name: "ShellSyntaxError", module, base: binding.exceptionClass("Exception") });
  binding.define({
    name: "PythonParser",
    module,
    dict: true,
    init: [
      "(self, name, log)",
      (self: PyObject, name: PyObject, log: PyObject) => {
        const set = setter(binding, self);
        set("name", name);
        set("log", log);
        for (const field of ["references", "execs", "var_execs"]) set(field, names([]));
        set("contains", rt.newDict());
      },
    ],
    methods: {
      parse_python: [
        '(self, node, lineno=0, filename="<string>", fixedhash=None, func=None)',
        (self: PyObject, node: PyObject) => {
          const found = guarded(() => binding.code.python(rt.isTrue(node) ? binding.text(node) : ""));
          const set = setter(binding, self);
          set("references", names(found.references));
          set("execs", names(found.execs));
          set("var_execs", names(found.varExecs));
          set("contains", containsDict(binding, found.contains));
        },
      ],
    },
  });
  binding.define({
    name: "ShellParser",
    module,
    dict: true,
    init: [
      "(self, name, log)",
      (self: PyObject, name: PyObject, log: PyObject) => {
        const set = setter(binding, self);
        set("name", name);
        set("log", log);
        for (const field of ["execs", "allexecs", "funcdefs"]) set(field, names([]));
      },
    ],
    methods: {
      parse_shell: [
        "(self, value)",
        (self: PyObject, value: PyObject) => {
          const found = guarded(() => binding.code.shell(binding.text(value)));
          const set = setter(binding, self);
          set("allexecs", names(found.allExecs));
          set("funcdefs", names(found.functions));
          const execs = names(found.execs);
          set("execs", execs);
          return execs;
        },
      ],
    },
  });
}

export function installCodeParser(binding: Binding): void {
  binding.module("bb.codeparser", {}, (set) => {
    binding.missing(
      "bb.codeparser",
      ["add_module_functions"],
      "the evaluator analyses the layers' libraries",
    )(set);
    for (const name of ["PythonParser", "ShellParser", "ShellSyntaxError"])
      set(name, binding.exceptionClass(`bb.codeparser.${name}`));
  });
}

/** bb.data's functions of dependencies, by signature. */
export function dependencyFunctions(binding: Binding): Record<string, NativeSpec[1]> {
  const { rt } = binding;
  const set = (o: PyObject): Set<string> => new Set(binding.strings(o) ?? []);
  const options = (ignored: ReadonlySet<string>) => ({
    code: binding.code,
    library: binding.library,
    ignored,
    sha256: sha256Hex,
  });
  const tasksOf = (store: DataStore): string[] => {
    const tasks = store.getVar("__BBTASKS", false);
    return tasks === null
      ? []
      : Array.isArray(tasks)
        ? [...(tasks as string[])]
        : (binding.strings(tasks) ?? []);
  };
  return {
    "build_dependencies(key, keys, mod_funcs, shelldeps, varflagsexcl, ignored_vars, d, codeparsedata)": (
      key: PyObject,
      keys: PyObject,
      functions: PyObject,
      shellDeps: PyObject,
      excludedFlags: PyObject,
      ignored: PyObject,
      d: PyObject,
      codeData: PyObject,
    ) => {
      const store = binding.store(d);
      const known = set(keys);
      const wanted = set(functions);
      const context: DependencyContext = {
        store,
        codeStore: binding.store(codeData),
        code: binding.code,
        library: new Map([...binding.library].filter(([name]) => wanted.has(name))),
        isKey: (name) => known.has(name),
        exported: set(shellDeps),
        excludedFlags: set(excludedFlags),
        ignored: set(ignored),
      };
      const { names, value } = buildDependencies(binding.text(key), context);
      return rt.tuple([
        rt.call(rt.types["frozenset"], [binding.list(names)]),
        value === null ? rt.none : binding.toPy(value),
      ]);
    },
    "generate_dependencies(d, ignored_vars)": (d: PyObject, ignored: PyObject) => {
      const store = binding.store(d);
      const tasks = tasksOf(store);
      const found = generateDependencies(store, tasks, options(set(ignored)));
      return rt.tuple([
        binding.list(tasks),
        rt.dict([...found].map(([name, { names }]) => [name, nameSet(binding, names)] as const)),
        rt.dict([...found].map(([name, { value }]) => [name, binding.toPy(value)] as const)),
      ]);
    },
    "generate_dependency_hash(tasklist, gendeps, lookupcache, ignored_vars, fn)": (
      tasks: PyObject,
      direct: PyObject,
      values: PyObject,
      _ignored: PyObject,
      file: PyObject,
    ) => {
      const list = binding.strings(tasks) ?? [];
      const variables = new Map(
        rt.toArray(direct).map((key) => {
          const value = rt.callMethod1(values, "get", key);
          return [
            binding.text(key),
            { names: set(rt.getItem(direct, key)), value: value === rt.none ? null : rt.strOf(value) },
          ] as const;
        }),
      );
      const signed = hashTasks(list, variables, sha256Hex, (value) => String(value));
      const name = rt.strOf(file);
      return rt.tuple([
        rt.dict([...signed].map(([task, { dependencies }]) => [task, binding.list(dependencies)] as const)),
        rt.dict([...signed].map(([task, { basehash }]) => [`${name}:${task}`, rt.str(basehash)] as const)),
      ]);
    },
  };
}
