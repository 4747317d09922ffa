/**
 * What a call is told whose arguments do not fit the signature of a native function. Two voices: functions that are Python
 * functions elsewhere ("f() missing 1 required positional argument: 'x'") and functions that are C functions in CPython
 * ("f() missing required argument 'x' (pos 1)"); each checks in an order of its own.
 */
import type { KwArgs, PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";
import type { Called, Signature } from "./signature.js";

/**
 * Modules that are written in C in CPython: what we define in them speaks as C does. So does every signature all of whose
 * parameters are positional-only.
 */
const cModules: ReadonlySet<string> = new Set(
  (
    "builtins itertools math time binascii zlib unicodedata errno sys posix gc fcntl grp pwd select termios atexit array " +
    "faulthandler resource collections functools operator types weakref _abc _bisect _codecs _collections _contextvars _functools _hashlib _heapq _imp _io " +
    "_locale _operator _random _signal _sre _string _struct _thread _weakref"
  ).split(" "),
);

export function writtenInC(module: string | undefined): boolean {
  return module !== undefined && cModules.has(module);
}

/** "1 argument", "2 arguments". */
export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** CPython's enumeration of missing names: 'a', 'b', and 'c'. */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((n) => `'${n}'`);
  if (quoted.length < 3) return quoted.join(" and ");
  return `${quoted.slice(0, -1).join(", ")}, and ${quoted[quoted.length - 1]}`;
}

function namesOf(kw: KwArgs | undefined): string[] {
  return (kw ?? []).filter((_, i) => i % 2 === 0) as string[];
}

/**
 * Refuses a call that does not fit.
 * @param given number of positional arguments, `self` with them
 * @throws TypeError (Python), always
 */
export function refuse(
  rt: Runtime,
  called: Called,
  signature: Signature,
  self: PyObject | undefined,
  given: number,
  kw: KwArgs | undefined,
): never {
  const told = called.c
    ? toldByC(called, signature, self, given, namesOf(kw))
    : toldByPython(called, signature, given, namesOf(kw));
  throw rt.error("TypeError", told);
}

/** The order of CPython's initialize_locals: keywords, too many, too few. */
function toldByPython(called: Called, signature: Signature, given: number, keywords: string[]): string {
  const { positional, positionalOnly, keywordOnly, required } = signature;
  const f = `${called.qualname}()`;
  const total = positional.length;
  for (const name of keywords) {
    const at = positional.findIndex((p, i) => i >= positionalOnly && p.name === name);
    if (at >= 0 && at < given) return `${f} got multiple values for argument '${name}'`;
    if (at >= 0 || signature.varkw !== undefined || keywordOnly.some((p) => p.name === name)) continue;
    const passed = positional.slice(0, positionalOnly).filter((p) => keywords.includes(p.name));
    return passed.length > 0
      ? `${f} got some positional-only arguments passed as keyword arguments: '${passed.map((p) => p.name).join(", ")}'`
      : `${f} got an unexpected keyword argument '${name}'`;
  }
  if (given > total && signature.varargs === undefined) {
    const only = keywords.filter((name) => keywordOnly.some((p) => p.name === name)).length;
    const takes =
      required === total
        ? plural(total, "positional argument")
        : `from ${required} to ${total} positional arguments`;
    const were =
      only > 0
        ? `${plural(given, "positional argument")} (and ${plural(only, "keyword-only argument")}) were given`
        : `${given} ${given === 1 ? "was" : "were"} given`;
    return `${f} takes ${takes} but ${were}`;
  }
  const absent = (name: string): boolean => !keywords.includes(name);
  let missing = positional.slice(given, required).map((p) => p.name);
  missing = missing.filter((name, i) => given + i < positionalOnly || absent(name));
  if (missing.length > 0)
    return `${f} missing ${plural(missing.length, "required positional argument")}: ${listNames(missing)}`;
  const only = keywordOnly.filter((p) => p.defaultText === undefined && absent(p.name)).map((p) => p.name);
  return `${f} missing ${plural(only.length, "required keyword-only argument")}: ${listNames(only)}`;
}

/** How CPython names a function whose calling convention refuses: `list.append`, `math.sqrt`, `len`. */
function functionText(called: Called, self: PyObject | undefined): string {
  if (called.constructs) return called.name;
  if (called.module !== undefined && called.module !== "builtins")
    return `${called.module}.${called.qualname}`;
  // A bound method is named after the type of what it is bound to.
  if (called.bound && self?.ob$type !== undefined && self.prototype === undefined)
    return `${self.ob$type.$qualname}.${called.name}`;
  return called.qualname;
}

/** The order of CPython's argument parser (Python/getargs.c): too many, too few, given twice, unknown. */
function toldByC(
  called: Called,
  signature: Signature,
  self: PyObject | undefined,
  givenAll: number,
  keywords: string[],
): string {
  const skip = called.bound ? 1 : 0;
  const names = signature.positional.slice(skip).map((p) => p.name);
  const positionalOnly = Math.max(0, signature.positionalOnly - skip);
  const required = Math.max(0, signature.required - skip);
  const { keywordOnly, varargs, varkw } = signature;
  const given = givenAll - skip;
  const most = names.length;
  const f = `${called.name}()`;

  if (positionalOnly === most && keywordOnly.length === 0) {
    if (varkw === undefined && keywords.length > 0)
      return `${functionText(called, self)}() takes no keyword arguments`;
    return wrongCount(called, self, { most, required, given, open: varargs !== undefined });
  }
  const all = most + keywordOnly.length;
  if (varargs !== undefined) {
    if (varkw === undefined && keywords.length > all)
      return `${f} takes at most ${plural(all, "keyword argument")} (${keywords.length} given)`;
  } else {
    if (varkw === undefined && given + keywords.length > all) {
      const noun = given === 0 ? "keyword argument" : "argument";
      return `${f} takes at most ${plural(all, noun)} (${given + keywords.length} given)`;
    }
    if (given > most) {
      if (most === 0) return `${f} takes no positional arguments`;
      const bound = required < most ? "at most" : "exactly";
      return `${f} takes ${bound} ${plural(most, "positional argument")} (${given} given)`;
    }
  }
  const least = Math.min(required, positionalOnly);
  if (given < least) {
    const bound = least < most ? "at least" : "exactly";
    return `${f} takes ${bound} ${plural(least, "positional argument")} (${given} given)`;
  }
  for (let i = given; i < required; i++)
    if (!keywords.includes(names[i])) return `${f} missing required argument '${names[i]}' (pos ${i + 1})`;
  const only = keywordOnly.findIndex((p) => p.defaultText === undefined && !keywords.includes(p.name));
  if (only >= 0) return `${f} missing required argument '${keywordOnly[only].name}' (pos ${most + only + 1})`;
  for (let i = positionalOnly; i < Math.min(given, most); i++) {
    if (keywords.includes(names[i]))
      return `argument for ${f} given by name ('${names[i]}') and position (${i + 1})`;
  }
  const known = new Set([...names.slice(positionalOnly), ...keywordOnly.map((p) => p.name)]);
  const unknown = keywords.find((name) => !known.has(name));
  return `'${unknown}' is an invalid keyword argument for ${f}`;
}

function wrongCount(
  called: Called,
  self: PyObject | undefined,
  { most, required, given, open }: { most: number; required: number; given: number; open: boolean },
): string {
  if (most === 0) {
    const f = functionText(called, self);
    return called.constructs ? `${f}() takes no arguments` : `${f}() takes no arguments (${given} given)`;
  }
  if (most === 1 && required === 1 && !open && !called.constructs)
    return `${functionText(called, self)}() takes exactly one argument (${given} given)`;
  const bound = most === required && !open ? "" : given < required ? "at least " : "at most ";
  const count = given < required ? required : most;
  return `${called.name} expected ${bound}${plural(count, "argument")}, got ${given}`;
}
