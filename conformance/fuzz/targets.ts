/**
 * What the fuzzers run: one function a part of the engine, from bytes to nothing; it throws where something happened that
 * no input may cause. A run (README.md) feeds them, and test/sandbox/fuzz.test.ts feeds every input that once failed.
 */
import { DataStore } from "../../src/datastore/index.js";
import { LimitError, SandbakeError } from "../../src/diagnostics/errors.js";
import { Budget } from "../../src/sandbox/index.js";
import { parse, print } from "../../src/recipe-grammar/index.js";
import { perform, toyOptions, type Step } from "../../test/datastore/replay.js";
import { makeWorld, type World } from "../../test/modules/bb/vm.js";

/** A target: throws an Error that says what is wrong. */
export type Target = (data: Uint8Array) => void;

/** Words of the languages: bytes choose them, so that inputs reach past the tokenizer. */
const recipeWords = [
  ..."A B do_x :append :remove [f] = ?= ??= := += =. \" ' ${ } ${@ \n \\\n # python() { }\n addtask after before".split(
    " ",
  ),
  ...[
    "inherit ",
    "require ",
    "include ",
    "export ",
    "def f(d):\n",
    "    pass\n",
    "\t",
    " ",
    "unset ",
    "fakeroot ",
  ],
  ...[
    "python do_x() {\n",
    "}\n",
    "EXPORT_FUNCTIONS ",
    "deltask ",
    "addhandler ",
    "__proto__",
    "\u2028",
    "\ud800",
  ],
];
const pythonWords = [
  ..."a b self None True 0 1 2**9 '' 'x' f'{a}' b'' ( ) [ ] { } , : . = == + - * ** / // % @ & | ^ ~ << >> < > := -> ...".split(
    " ",
  ),
  ..."and or not in is lambda\u0020 if\u0020 else\u0020 for\u0020 while\u0020 try: except finally: with\u0020 as\u0020 import\u0020 from\u0020".split(
    " ",
  ),
  ...[
    "def f(a, *b, c=1, **d):",
    "class C(a):",
    "return ",
    "yield ",
    "raise ",
    "del ",
    "global a",
    "nonlocal a",
    "pass",
  ],
  ...[
    "match a:",
    "case ",
    "async ",
    "await ",
    "assert ",
    "break",
    "continue",
    "\n",
    "\n  ",
    "\n    ",
    "\n\t",
    "\\\n",
    "#",
    '"""',
  ],
  ...[
    "__class__",
    "__proto__",
    "__dict__",
    "__init__",
    "type",
    "getattr",
    "len",
    "str",
    "list",
    "dict",
    "iter",
    "super()",
  ],
  ...[
    "a.b",
    "a[1:2]",
    "print(",
    "sorted(",
    "isinstance(",
    "f'{a!r:>{b}}'",
    "'%s' % ",
    "{**a}",
    "*a",
    "(yield)",
    "sum(",
    "map(",
  ],
];

/** The first byte says how the others are read: as UTF-8, or each as a word. */
function text(data: Uint8Array, words: readonly string[]): string {
  if (data.length === 0) return "";
  const rest = data.subarray(1);
  if ((data[0] ?? 0) % 2 === 0) return new TextDecoder().decode(rest);
  const spaces = (data[0] ?? 0) % 4 === 1 ? " " : "";
  return [...rest].map((byte) => words[byte % words.length] ?? "").join(spaces);
}

function unexpected(what: string, input: string, error: unknown): Error {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Error(`${what}\n${stack}\nfor ${JSON.stringify(input)}`);
}

/** The grammar: never throws, prints back what it read, statements tile the text. */
function grammar(data: Uint8Array): void {
  const kinds = ["a.bb", "a.bbclass", "a.inc", "a.conf"] as const;
  const source = text(data.subarray(1), recipeWords);
  const file = kinds[(data[0] ?? 0) % kinds.length] ?? "a.bb";
  let printed: string;
  try {
    printed = print(parse(source, file));
  } catch (error) {
    throw unexpected("the grammar throws", source, error);
  }
  if (printed !== source) throw unexpected("print(parse(text)) is not the text", source, printed);
}

let world: World | undefined;
let used = 0;

/** Python: compiles and runs; what comes out is a Python exception or a limit, and the VM still answers afterwards. */
function python(data: Uint8Array): void {
  const source = text(data, pythonWords);
  if (world === undefined || ++used > 500) {
    world = makeWorld({ "/f/a.txt": "tea\n" });
    used = 0;
    const { limits } = world.vm.runtime.budget;
    Object.assign(limits, { steps: 100_000, valueBytes: 1 << 22, integerBits: 1 << 16 });
  }
  const { vm } = world;
  const rt = vm.runtime;
  rt.budget.renew();
  try {
    const code = rt.compile(source, { filename: "fuzz.py", mode: "exec" });
    const globals = rt.newDict();
    globals.setStr("__builtins__", rt.imports.builtins);
    for (const name of ["a", "b"]) globals.setStr(name, rt.list([rt.int(1), rt.str(name)]));
    rt.code.thread.guard(() => rt.exec(code, globals));
  } catch (error) {
    if (!(error instanceof LimitError) && !rt.isException(error))
      throw unexpected("a JS error", source, error);
    if (rt.isException(error)) {
      rt.budget.renew();
      const said = textOf(() => rt.formatException(error), source);
      if (/Cannot (read|set|convert)|is not a function|\[object |Maximum call/.test(said)) {
        throw unexpected("JavaScript's words in an exception of Python", source, said);
      }
    }
  }
  rt.budget.renew();
  const canary = rt.toJs(
    rt.eval(rt.compile("[1 + 1, 'a'.upper()]", { filename: "canary", mode: "eval" }), vm.globals),
  );
  if (JSON.stringify(canary) !== '[2,"A"]') {
    world = undefined;
    throw unexpected("the VM answers wrongly afterwards", source, JSON.stringify(canary));
  }
}

/** A traceback can be written; a hostile `__str__` may reach a limit. */
function textOf(write: () => string, source: string): string {
  try {
    return write();
  } catch (error) {
    if (error instanceof LimitError) return "";
    throw unexpected("the traceback cannot be written", source, error);
  }
}

const names = [
  "A",
  "B",
  "A:x",
  "B:x",
  "A:append",
  "A:remove:x",
  "__proto__",
  "constructor",
  "OVERRIDES",
  "A:x:y",
];
const values = [
  "",
  "a",
  " b ",
  "${A}",
  "${B} c",
  "${A:x}",
  "${@d.getVar('A')}",
  "x:y",
  "${${B}}",
  "${@1/0}",
  "$",
  "${",
  "}",
];
const operations =
  "setVar setParsed appendVar prependVar delVar renameVar getVar getVarFlag setVarFlag appendVarFlag delVarFlag delVarFlags getVarFlags setVarFilter expand expandKeys keys localKeys overrides copy hasOverrides history emit exported track references".split(
    " ",
  );

/** The datastore: every sequence of operations ends in values or in our own errors; names stay out of JS prototypes. */
function datastore(data: Uint8Array): void {
  // As an evaluation's budget does: texts and what is in them.
  const budget = new Budget({ expansions: 1000, memoryBytes: 1 << 20 });
  const onExpansion = (length: number): void => {
    budget.expand(length);
    budget.allocate(Math.min(length, 4096));
  };
  const stores = [new DataStore({ ...toyOptions, onExpansion })];
  const steps: Step[] = [];
  for (let i = 0; i + 3 < data.length && i < 400; i += 4) {
    const [a = 0, b = 0, c = 0, e = 0] = data.subarray(i, i + 4);
    const operation = operations[a % operations.length] ?? "keys";
    const name =
      operation === "expand" || operation === "references"
        ? values[b % values.length]
        : names[b % names.length];
    const third = operation.includes("Flag")
      ? ["f", "_defaultval", "__proto__", "func"][e % 4]
      : operation === "renameVar"
        ? names[c % names.length]
        : operation === "setVarFilter"
          ? "sort(val)"
          : operation === "getVar"
            ? c % 2 === 0
            : values[c % values.length];
    steps.push([operation, e % stores.length, name, third, values[c % values.length]]);
    if (operation === "copy" && stores.length > 6) continue;
    try {
      perform(stores, steps.at(-1) as Step);
    } catch (error) {
      if (!(error instanceof SandbakeError) && (error as Error).constructor.name !== "PythonError")
        throw unexpected("the datastore throws", JSON.stringify(steps), error);
    }
  }
  if (Object.keys(Object.prototype).length > 0)
    throw unexpected("Object.prototype is changed", JSON.stringify(steps), "");
}

export const targets: Readonly<Record<string, Target>> = { grammar, python, datastore };
