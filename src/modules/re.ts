/**
 * The `re` module over the engine in re/: Pattern, Match, RegexFlag, error and the module's functions. Differs from
 * CPython's in one visible thing: RegexFlag is an int of its own and no member of `enum` (importing re stays cheap).
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { Flag } from "./re/flags.js";
import { CompiledPattern, type MatchMode } from "./re/pattern.js";
import { escapePattern } from "./re/template.js";
import { flagNames, makeFlags } from "./re-flags.js";
import { makeMatches } from "./re-match.js";
import { makePatterns } from "./re-pattern.js";
import { makeScanner } from "./re-scanner.js";
import { fromLatin1, latin1, makeErrors, makeTexts } from "./re-text.js";
import { addFunctions, bytesOrUndefined, indexOf, isBytes, type Functions } from "./support.js";

export function installRe(rt: Runtime): void {
  rt.registerModule("re", (_, module) => {
    const { types, functions } = makeRe(rt);
    for (const [name, value] of types) module.setStr(name, value);
    addFunctions(rt, module, functions);
    module.setStr("__version__", rt.str("2.2.1"));
    const names = [
      "match",
      "fullmatch",
      "search",
      "sub",
      "subn",
      "split",
      "findall",
      "finditer",
      "compile",
      "purge",
      "template",
      "escape",
      "error",
      "Pattern",
      "Match",
      "A",
      "I",
      "L",
      "M",
      "S",
      "X",
      "U",
      "ASCII",
      "IGNORECASE",
      "LOCALE",
      "MULTILINE",
      "DOTALL",
      "VERBOSE",
      "UNICODE",
      "NOFLAG",
      "RegexFlag",
    ];
    module.setStr("__all__", rt.list(names.map((name) => rt.str(name))));
  });
}

function makeRe(rt: Runtime): { types: [string, PyObject][]; functions: Functions } {
  const { type: flagType, make: makeFlag } = makeFlags(rt);
  const errors = makeErrors(rt);
  const texts = makeTexts(rt);
  const matches = makeMatches(rt, errors, texts);
  const patterns = makePatterns(rt, texts, matches);
  const { attempt, substitute, finditer } = patterns;

  const cache = new Map<string, PyObject>();
  const CACHE_SIZE = 512;
  const compile = (pattern: PyObject, flagsObject: PyObject): PyObject => {
    // CPython looks both up in a dict first.
    if (!rt.isStr(pattern)) rt.hash(pattern);
    if (!rt.isInt(flagsObject)) rt.hash(flagsObject);
    if (pattern.ob$type === patterns.type) {
      const flags = rt.isTrue(flagsObject) ? 1 : 0;
      if (flags !== 0) throw rt.error("ValueError", "cannot process flags argument with a compiled pattern");
      return pattern;
    }
    const isText = rt.isStr(pattern);
    const bytes = isBytes(rt, pattern) ? bytesOrUndefined(rt, pattern) : undefined;
    if (!isText && bytes === undefined)
      throw rt.error("TypeError", "first argument must be string or compiled pattern");
    const flags = indexOf(rt, rt.isInt(flagsObject) ? flagsObject : rt.binary(flagsObject, rt.int(0), "and"));
    const source = bytes === undefined ? (pattern.v as string) : latin1(bytes);
    const key = `${isText ? "s" : "b"}${flags}:${source}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const compiled = errors.engine(
      pattern,
      () =>
        new CompiledPattern(source, isText, flags & ~Flag.DEBUG, rt.budget, (name) =>
          rt.characterNames?.codeOf(name),
        ),
    );
    const object = rt.alloc(patterns.type);
    object.compiled = compiled;
    object.source = pattern;
    for (const { category, message } of compiled.warnings) warn(category, message);
    if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value!);
    cache.set(key, object as PyObject);
    return object as PyObject;
  };
  const warn = (category: string, message: string): void => {
    // As CPython: through the warnings module, if the program has one loaded already or asks for it by filters.
    const warnings = rt.importModule("warnings");
    rt.call(rt.getattr(warnings, "warn"), [rt.str(message), rt.builtin(category)], ["stacklevel", rt.int(2)]);
  };
  const plain =
    (mode: MatchMode) =>
    (pattern: PyObject, string: PyObject, flags: PyObject): PyObject =>
      attempt(compile(pattern, flags), mode, string, undefined, undefined);
  const functions: Functions = {
    compile: ["(pattern, flags=0)", compile],
    _compile: ["(pattern, flags)", compile],
    match: ["(pattern, string, flags=0)", plain("match")],
    fullmatch: ["(pattern, string, flags=0)", plain("fullmatch")],
    search: ["(pattern, string, flags=0)", plain("search")],
    findall: [
      "(pattern, string, flags=0)",
      (pattern: PyObject, string: PyObject, flags: PyObject) =>
        patterns.methods["findall"][1](compile(pattern, flags), string),
    ],
    finditer: [
      "(pattern, string, flags=0)",
      (pattern: PyObject, string: PyObject, flags: PyObject) =>
        finditer(compile(pattern, flags), string, undefined, undefined),
    ],
    split: [
      "(pattern, string, maxsplit=0, flags=0)",
      (pattern: PyObject, string: PyObject, maxsplit: PyObject, flags: PyObject) =>
        patterns.methods["split"][1](compile(pattern, flags), string, maxsplit),
    ],
    sub: [
      "(pattern, repl, string, count=0, flags=0)",
      (pattern: PyObject, repl: PyObject, string: PyObject, count: PyObject, flags: PyObject) =>
        substitute(compile(pattern, flags), repl, string, count)[0],
    ],
    subn: [
      "(pattern, repl, string, count=0, flags=0)",
      (pattern: PyObject, repl: PyObject, string: PyObject, count: PyObject, flags: PyObject) => {
        const [text, n] = substitute(compile(pattern, flags), repl, string, count);
        return rt.tuple([text, rt.int(n)]);
      },
    ],
    escape: [
      "(pattern)",
      (pattern: PyObject) => {
        if (rt.isStr(pattern)) return rt.str(escapePattern(pattern.v as string));
        const bytes = bytesOrUndefined(rt, pattern);
        if (bytes === undefined)
          throw rt.error(
            "TypeError",
            `decoding to str: need a bytes-like object, ${rt.tpName(pattern)} found`,
          );
        return rt.bytes(fromLatin1(escapePattern(latin1(bytes))));
      },
    ],
    purge: ["()", () => cache.clear()],
    template: ["(pattern, flags=0)", compile],
  };
  const types: [string, PyObject][] = [
    ["error", errors.type],
    ["PatternError", errors.type],
    ["Pattern", patterns.type],
    ["Match", matches.type],
    ["RegexFlag", flagType],
    ["Scanner", makeScanner(rt, texts, matches, compile)],
    ["NOFLAG", makeFlag(0)],
  ];
  for (const [name, short, value] of flagNames) {
    types.push([name, makeFlag(value)], [short, makeFlag(value)]);
    rt.setTypeAttr(flagType, name, makeFlag(value));
    rt.setTypeAttr(flagType, short, makeFlag(value));
  }
  return { types, functions };
}
