/**
 * The `re` module over the engine in re/: Pattern, Match, RegexFlag, error and the module's functions. Differs from
 * CPython's in one visible thing: RegexFlag is an int of its own and no member of `enum` (importing re stays cheap).
 */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { RegexError, RegexUsageError } from "./re/error.js";
import { Flag } from "./re/flags.js";
import { CompiledPattern, type MatchMode, type MatchSpans } from "./re/pattern.js";
import { Subject } from "./re/subject.js";
import { escapePattern } from "./re/template.js";
import {
  addFunctions,
  bytesOrUndefined,
  indexOf,
  iteratorType,
  optionalIndex,
  type Functions,
} from "./support.js";

/** Bytes as a string of code points below 256, the form in which the engine takes them. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const flagNames: readonly (readonly [name: string, short: string, value: number])[] = [
  ["TEMPLATE", "T", Flag.TEMPLATE],
  ["IGNORECASE", "I", Flag.IGNORECASE],
  ["LOCALE", "L", Flag.LOCALE],
  ["MULTILINE", "M", Flag.MULTILINE],
  ["DOTALL", "S", Flag.DOTALL],
  ["UNICODE", "U", Flag.UNICODE],
  ["VERBOSE", "X", Flag.VERBOSE],
  ["DEBUG", "DEBUG", Flag.DEBUG],
  ["ASCII", "A", Flag.ASCII],
];

function flagsText(value: number): string {
  if (value === 0) return "re.NOFLAG";
  if (value < 0) return `~(${flagsText(~value)})`.replace(/^~\((re\.\w+)\)$/, "~$1");
  const parts = flagNames.filter(([, , bit]) => (value & bit) !== 0).map(([name]) => `re.${name}`);
  const rest = flagNames.reduce((left, [, , bit]) => left & ~bit, value);
  if (rest !== 0) parts.push(`0x${rest.toString(16)}`);
  return parts.join("|");
}

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
  const int = (n: number): PyObject => rt.int(n);

  // ---- flags
  const flagType = rt.defineType({
    name: "RegexFlag",
    module: "re",
    base: rt.types["int"],
    new: ["(cls, value=0)", (_cls: PyType, value: PyObject) => makeFlag(indexOf(rt, value))],
    getset: {
      value: { get: (self: any) => int(Number(self.v)) },
      name: { get: (self: any) => rt.str(flagsText(Number(self.v)).replaceAll("re.", "")) },
    },
    slots: {
      $r(this: any) {
        return rt.str(flagsText(Number(this.v)));
      },
      tp$str(this: any) {
        return rt.str(flagsText(Number(this.v)));
      },
      ...Object.fromEntries(
        (["or", "and", "xor"] as const).flatMap((op) => {
          const apply = function (this: any, other: PyObject): PyObject {
            if (!rt.isInt(other)) return rt.notImplemented;
            const a = Number(this.v);
            const b = Number(other.v);
            return makeFlag(op === "or" ? a | b : op === "and" ? a & b : a ^ b);
          };
          return [
            [`nb$${op}`, apply],
            [`nb$reflected_${op}`, apply],
          ];
        }),
      ),
      nb$invert(this: any) {
        return makeFlag(~Number(this.v));
      },
    },
  }) as PyType;
  const flags = new Map<number, PyObject>();
  function makeFlag(value: number): PyObject {
    let flag = flags.get(value);
    if (flag === undefined) {
      flag = rt.alloc(flagType) as PyObject;
      flag["v"] = value;
      flags.set(value, flag);
    }
    return flag;
  }

  // ---- errors
  const errorType = rt.defineType({
    name: "error",
    module: "re",
    base: rt.builtin("Exception"),
    dict: true,
    init: [
      "(self, msg, pattern=None, pos=None)",
      (self: PyObject, msg: PyObject, pattern: PyObject, pos: PyObject) => {
        const hasPosition = pattern !== rt.none && pos !== rt.none;
        const text = rt.isStr(pattern)
          ? (pattern.v as string)
          : hasPosition
            ? latin1(bytesOrUndefined(rt, pattern) ?? new Uint8Array())
            : "";
        const error = new RegexError(
          rt.strOf(msg),
          hasPosition ? Array.from(text, (c) => c.codePointAt(0)!) : undefined,
          hasPosition ? indexOf(rt, pos) : undefined,
        );
        fillError(self, error, pattern);
      },
    ],
  }) as PyType;
  const fillError = (self: PyObject, error: RegexError, pattern: PyObject): void => {
    rt.setattr(self, "args", rt.tuple([rt.str(error.message)]));
    rt.setattr(self, "msg", rt.str(error.msg));
    rt.setattr(self, "pattern", pattern);
    for (const name of ["pos", "lineno", "colno"] as const) {
      const value = error[name];
      rt.setattr(self, name, value === undefined ? rt.none : int(value));
    }
  };
  /** Runs engine code; its errors become Python's. */
  const engine = <T>(pattern: PyObject, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof RegexError) {
        const raised = rt.call(errorType, [rt.str(error.msg)]);
        fillError(raised, error, error.pattern === undefined ? rt.none : pattern);
        throw raised;
      }
      if (error instanceof RegexUsageError) throw rt.error(error.type, error.message);
      throw error;
    }
  };

  // ---- subjects: the last text is kept unpacked, for loops that call match with a moving position
  let lastText: string | undefined;
  let lastSubject = new Subject("");
  const subjectOf = (text: string): Subject => {
    if (text === lastText) return lastSubject;
    lastText = text;
    lastSubject = new Subject(text);
    return lastSubject;
  };
  const subject = (pattern: CompiledPattern, value: PyObject): Subject => {
    if (rt.isStr(value)) {
      if (!pattern.isText) throw rt.error("TypeError", "cannot use a bytes pattern on a string-like object");
      return subjectOf(value.v as string);
    }
    const bytes = bytesOrUndefined(rt, value);
    if (bytes === undefined)
      throw rt.error("TypeError", `expected string or bytes-like object, got '${rt.typeName(value)}'`);
    if (pattern.isText) throw rt.error("TypeError", "cannot use a string pattern on a bytes-like object");
    rt.budget.allocate(bytes.length);
    return new Subject(latin1(bytes));
  };
  const out = (pattern: CompiledPattern, text: string): PyObject =>
    pattern.isText ? rt.str(text) : rt.bytes(fromLatin1(text));
  const outOr = (pattern: CompiledPattern, text: string | undefined, otherwise: PyObject): PyObject =>
    text === undefined ? otherwise : out(pattern, text);

  // ---- matches: `spans`, `patternObject`, `subjectObject`
  const groupIndex = (self: any, key: PyObject): number => {
    const compiled = self.patternObject.compiled as CompiledPattern;
    let index: number | undefined;
    if (rt.isInt(key)) index = Number(key.v);
    else if (rt.isStr(key)) index = compiled.names.get(key.v as string);
    else if (key.nb$index !== undefined) index = Number(rt.index(key));
    if (index === undefined || index < 0 || index > compiled.groups)
      throw rt.error("IndexError", "no such group");
    return index;
  };
  const group = (self: any, index: number, otherwise: PyObject): PyObject =>
    outOr(self.patternObject.compiled as CompiledPattern, (self.spans as MatchSpans).group(index), otherwise);
  const span = (self: any, index: number): PyObject =>
    rt.tuple([int(self.spans.start(index)), int(self.spans.end(index))]);
  const nameOf = (compiled: CompiledPattern, index: number | undefined): PyObject => {
    if (index !== undefined)
      for (const [name, number] of compiled.names) if (number === index) return rt.str(name);
    return rt.none;
  };
  const matchType = rt.defineType({
    name: "Match",
    module: "re",
    subclassable: false,
    methods: {
      group: [
        "(self, /, *args)",
        (self: any, args: PyObject[]) => {
          if (args.length === 0) return group(self, 0, rt.none);
          if (args.length === 1) return group(self, groupIndex(self, args[0]), rt.none);
          return rt.tuple(args.map((arg) => group(self, groupIndex(self, arg), rt.none)));
        },
      ],
      groups: [
        "(self, /, default=None)",
        (self: any, otherwise: PyObject) =>
          rt.tuple(
            Array.from({ length: self.patternObject.compiled.groups as number }, (_, i) =>
              group(self, i + 1, otherwise),
            ),
          ),
      ],
      groupdict: [
        "(self, /, default=None)",
        (self: any, otherwise: PyObject) =>
          rt.dict(
            [...(self.patternObject.compiled as CompiledPattern).names].map(
              ([name, index]) => [name, group(self, index, otherwise)] as const,
            ),
          ),
      ],
      start: [
        "(self, group=0, /)",
        (self: any, key: PyObject) => int(self.spans.start(groupIndex(self, key))),
      ],
      end: ["(self, group=0, /)", (self: any, key: PyObject) => int(self.spans.end(groupIndex(self, key)))],
      span: ["(self, group=0, /)", (self: any, key: PyObject) => span(self, groupIndex(self, key))],
      expand: [
        "(self, /, template)",
        (self: any, template: PyObject) => {
          const compiled = self.patternObject.compiled as CompiledPattern;
          const parsed = templateOf(compiled, template);
          return out(compiled, (self.spans as MatchSpans).expand(parsed));
        },
      ],
      __copy__: ["(self, /)", (self: PyObject) => self],
      __deepcopy__: ["(self, memo, /)", (self: PyObject) => self],
    },
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    getset: {
      string: { get: (self: any) => self.subjectObject },
      re: { get: (self: any) => self.patternObject },
      pos: { get: (self: any) => int(self.spans.pos) },
      endpos: { get: (self: any) => int(self.spans.endpos) },
      lastindex: {
        get: (self: any) => (self.spans.lastIndex === undefined ? rt.none : int(self.spans.lastIndex)),
      },
      lastgroup: {
        get: (self: any) =>
          nameOf(self.patternObject.compiled as CompiledPattern, self.spans.lastIndex as number | undefined),
      },
      regs: {
        get: (self: any) =>
          rt.tuple(
            Array.from({ length: (self.patternObject.compiled.groups as number) + 1 }, (_, i) =>
              span(self, i),
            ),
          ),
      },
    },
    slots: {
      mp$subscript(this: any, key: PyObject) {
        return group(this, groupIndex(this, key), rt.none);
      },
      $r(this: any) {
        return rt.str(
          `<re.Match object; span=${rt.repr(span(this, 0))}, match=${rt.repr(group(this, 0, rt.none))}>`,
        );
      },
    },
  }) as PyType;
  const makeMatch = (
    patternObject: any,
    subjectObject: PyObject,
    spans: MatchSpans | undefined,
  ): PyObject => {
    if (spans === undefined) return rt.none;
    const match = rt.alloc(matchType);
    match.patternObject = patternObject;
    match.subjectObject = subjectObject;
    match.spans = spans;
    return match as PyObject;
  };

  // ---- patterns: `compiled`, `source`
  const templateOf = (
    compiled: CompiledPattern,
    template: PyObject,
  ): ReturnType<CompiledPattern["template"]> => {
    const bytes = rt.isStr(template) ? undefined : bytesOrUndefined(rt, template);
    if (!rt.isStr(template) && bytes === undefined)
      throw rt.error(
        "TypeError",
        `decoding to str: need a bytes-like object, ${rt.typeName(template)} found`,
      );
    const text = bytes === undefined ? (template.v as string) : latin1(bytes);
    return engine(template, () => compiled.template(text, bytes === undefined));
  };
  const attempt = (
    self: any,
    mode: MatchMode,
    string: PyObject,
    pos: PyObject | undefined,
    endpos: PyObject | undefined,
  ): PyObject => {
    const compiled = self.compiled as CompiledPattern;
    const text = subject(compiled, string);
    return makeMatch(self, string, compiled.exec(text, mode, clip(pos, 0), clip(endpos, text.length)));
  };
  /** A position argument; anything beyond a double's integers is as good as infinite. */
  const clip = (value: PyObject | undefined, otherwise: number): number =>
    value === undefined ? otherwise : Number(rt.index(value));
  const substitute = (self: any, repl: PyObject, string: PyObject, count: PyObject): [PyObject, number] => {
    const compiled = self.compiled as CompiledPattern;
    const text = subject(compiled, string);
    const limit = indexOf(rt, count);
    let replace: (spans: MatchSpans) => string;
    if (rt.callable(repl)) {
      replace = (spans) => {
        const value = rt.call(repl, [makeMatch(self, string, spans)]);
        if (value === rt.none) return "";
        if (compiled.isText && rt.isStr(value)) return value.v as string;
        const bytes = compiled.isText ? undefined : bytesOrUndefined(rt, value);
        if (bytes === undefined)
          throw rt.error(
            "TypeError",
            `expected ${compiled.isText ? "str" : "bytes"} instance, ${rt.typeName(value)} found`,
          );
        return latin1(bytes);
      };
    } else {
      const template = templateOf(compiled, repl);
      if (rt.isStr(repl) !== compiled.isText && template.length > 0) {
        throw rt.error(
          "TypeError",
          `expected ${compiled.isText ? "str" : "a bytes-like object, str"} ${compiled.isText ? `instance, ${rt.typeName(repl)}` : ""} found`,
        );
      }
      const only = template.length === 1 ? template[0] : undefined;
      replace =
        template.length === 0
          ? () => ""
          : typeof only === "string"
            ? () => only
            : (spans) => spans.expand(template);
    }
    const [result, n] = compiled.substitute(
      text,
      (spans) => {
        const piece = replace(spans);
        rt.budget.step(1 + (piece.length >> 6));
        return piece;
      },
      Math.max(0, limit),
    );
    rt.budget.allocate(result.length * 2);
    return [n === 0 ? string : out(compiled, result), n];
  };
  const findItems = (compiled: CompiledPattern, spans: MatchSpans): PyObject => {
    const empty = (): PyObject => out(compiled, "");
    if (compiled.groups === 0) return out(compiled, spans.group(0)!);
    if (compiled.groups === 1) return outOr(compiled, spans.group(1), empty());
    return rt.tuple(
      Array.from({ length: compiled.groups }, (_, i) => outOr(compiled, spans.group(i + 1), empty())),
    );
  };
  const iterator = iteratorType(rt, {
    name: "callable_iterator",
    module: "builtins",
    subclassable: false,
    next(self: any): PyObject | undefined {
      const step = self.steps.next() as IteratorResult<MatchSpans, void>;
      return step.done === true
        ? undefined
        : makeMatch(self.patternObject, self.subjectObject as PyObject, step.value);
    },
  });
  const finditer = (
    self: any,
    string: PyObject,
    pos: PyObject | undefined,
    endpos: PyObject | undefined,
  ): PyObject => {
    const compiled = self.compiled as CompiledPattern;
    const text = subject(compiled, string);
    const result = rt.alloc(iterator);
    result.patternObject = self;
    result.subjectObject = string;
    result.steps = compiled.matches(text, clip(pos, 0), clip(endpos, text.length));
    return result as PyObject;
  };
  const patternMethods: Functions = {
    match: [
      "(self, /, string, pos=..., endpos=...)",
      (self: any, s: PyObject, pos, end) => attempt(self, "match", s, pos, end),
    ],
    fullmatch: [
      "(self, /, string, pos=..., endpos=...)",
      (self: any, s: PyObject, pos, end) => attempt(self, "fullmatch", s, pos, end),
    ],
    search: [
      "(self, /, string, pos=..., endpos=...)",
      (self: any, s: PyObject, pos, end) => attempt(self, "search", s, pos, end),
    ],
    findall: [
      "(self, /, string, pos=..., endpos=...)",
      (self: any, string: PyObject, pos: PyObject | undefined, endpos: PyObject | undefined) => {
        const compiled = self.compiled as CompiledPattern;
        const text = subject(compiled, string);
        const items: PyObject[] = [];
        for (const spans of compiled.matches(text, clip(pos, 0), clip(endpos, text.length)))
          items.push(findItems(compiled, spans));
        return rt.list(items);
      },
    ],
    finditer: ["(self, /, string, pos=..., endpos=...)", finditer],
    split: [
      "(self, /, string, maxsplit=0)",
      (self: any, string: PyObject, maxsplit: PyObject) => {
        const compiled = self.compiled as CompiledPattern;
        const limit = indexOf(rt, maxsplit);
        const text = subject(compiled, string);
        if (limit < 0) return rt.list([out(compiled, text.text)]);
        return rt.list(compiled.split(text, limit).map((part) => outOr(compiled, part, rt.none)));
      },
    ],
    sub: [
      "(self, /, repl, string, count=0)",
      (self: any, repl: PyObject, string: PyObject, count: PyObject) =>
        substitute(self, repl, string, count)[0],
    ],
    subn: [
      "(self, /, repl, string, count=0)",
      (self: any, repl: PyObject, string: PyObject, count: PyObject) => {
        const [text, n] = substitute(self, repl, string, count);
        return rt.tuple([text, int(n)]);
      },
    ],
    __copy__: ["(self, /)", (self: PyObject) => self],
    __deepcopy__: ["(self, memo, /)", (self: PyObject) => self],
    __reduce__: [
      "(self)",
      (self: any) =>
        rt.tuple([
          rt.getattr(rt.importModule("re"), "_compile"),
          rt.tuple([self.source, int(self.compiled.flags)]),
        ]),
    ],
  };
  const patternType = rt.defineType({
    name: "Pattern",
    module: "re",
    subclassable: false,
    methods: patternMethods,
    classMethods: {
      __class_getitem__: ["(cls, item, /)", (cls: PyObject, item: PyObject) => rt.genericAlias(cls, item)],
    },
    getset: {
      pattern: { get: (self: any) => self.source },
      flags: { get: (self: any) => int(self.compiled.flags) },
      groups: { get: (self: any) => int(self.compiled.groups) },
      groupindex: {
        get: (self: any) =>
          rt.call(rt.types["mappingproxy"], [
            rt.dict(
              [...(self.compiled as CompiledPattern).names].map(
                ([name, index]) => [name, int(index)] as const,
              ),
            ),
          ]),
      },
    },
    slots: {
      tp$richcompare(this: any, other: any, op: string) {
        if ((op !== "Eq" && op !== "NotEq") || other.ob$type !== patternType) return rt.notImplemented;
        const same =
          this === other ||
          (this.compiled.flags === other.compiled.flags &&
            this.compiled.isText === other.compiled.isText &&
            this.compiled.source === other.compiled.source);
        return same === (op === "Eq");
      },
      tp$hash(this: any) {
        return rt.hash(this.source);
      },
      $r(this: any) {
        let value = this.compiled.flags as number;
        if (
          this.compiled.isText === true &&
          (value & (Flag.LOCALE | Flag.UNICODE | Flag.ASCII)) === Flag.UNICODE
        )
          value &= ~Flag.UNICODE;
        const shown = rt.repr(this.source).slice(0, 200);
        return rt.str(value === 0 ? `re.compile(${shown})` : `re.compile(${shown}, ${flagsText(value)})`);
      },
    },
  }) as PyType;

  const cache = new Map<string, PyObject>();
  const CACHE_SIZE = 512;
  const compile = (pattern: PyObject, flagsObject: PyObject): PyObject => {
    const flags = indexOf(rt, flagsObject);
    if (pattern.ob$type === patternType) {
      if (flags !== 0) throw rt.error("ValueError", "cannot process flags argument with a compiled pattern");
      return pattern;
    }
    const isText = rt.isStr(pattern);
    const bytes = isText ? undefined : bytesOrUndefined(rt, pattern);
    if (!isText && bytes === undefined)
      throw rt.error("TypeError", "first argument must be string or compiled pattern");
    const source = bytes === undefined ? (pattern.v as string) : latin1(bytes);
    const key = `${isText ? "s" : "b"}${flags}:${source}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const compiled = engine(
      pattern,
      () => new CompiledPattern(source, isText, flags & ~Flag.DEBUG, rt.budget),
    );
    const object = rt.alloc(patternType);
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
    rt.call(rt.getattr(warnings, "warn"), [rt.str(message), rt.builtin(category)], ["stacklevel", int(2)]);
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
        patternMethods["findall"][1](compile(pattern, flags), string),
    ],
    finditer: [
      "(pattern, string, flags=0)",
      (pattern: PyObject, string: PyObject, flags: PyObject) =>
        finditer(compile(pattern, flags), string, undefined, undefined),
    ],
    split: [
      "(pattern, string, maxsplit=0, flags=0)",
      (pattern: PyObject, string: PyObject, maxsplit: PyObject, flags: PyObject) =>
        patternMethods["split"][1](compile(pattern, flags), string, maxsplit),
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
        return rt.tuple([text, int(n)]);
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
            `decoding to str: need a bytes-like object, ${rt.typeName(pattern)} found`,
          );
        return rt.bytes(fromLatin1(escapePattern(latin1(bytes))));
      },
    ],
    purge: ["()", () => cache.clear()],
    template: ["(pattern, flags=0)", compile],
  };
  void optionalIndex;
  /** The lexical scanner that CPython keeps undocumented: the first phrase that matches wins. */
  const scannerType = rt.defineType({
    name: "Scanner",
    module: "re",
    dict: true,
    init: [
      "(self, lexicon, flags=0)",
      (self: any, lexicon: PyObject, flagsObject: PyObject) => {
        rt.setattr(self as PyObject, "lexicon", lexicon);
        rt.setattr(self as PyObject, "match", rt.none);
        self.rules = rt.toArray(lexicon).map((pair) => {
          const [phrase, action] = rt.toArray(pair);
          return [compile(phrase, flagsObject), action];
        });
      },
    ],
    methods: {
      scan: [
        "(self, string)",
        (self: any, string: PyObject) => {
          const text = subject(
            (self.rules[0]?.[0]?.compiled as CompiledPattern | undefined) ??
              new CompiledPattern("", true, 0, rt.budget),
            string,
          );
          const result: PyObject[] = [];
          let at = 0;
          for (;;) {
            let end = at;
            let found: PyObject = rt.none;
            let action: PyObject = rt.none;
            for (const [pattern, does] of self.rules as [any, PyObject][]) {
              const spans = (pattern.compiled as CompiledPattern).exec(text, "match", at);
              if (spans === undefined) continue;
              end = spans.end();
              found = makeMatch(pattern, string, spans);
              action = does;
              break;
            }
            if (end === at) break;
            if (rt.callable(action)) {
              rt.setattr(self as PyObject, "match", found);
              action = rt.call(action, [self as PyObject, rt.callMethod0(found, "group")]);
            }
            if (action !== rt.none) result.push(action);
            at = end;
          }
          const rest = text.slice(at, text.length);
          return rt.tuple([rt.list(result), rt.isStr(string) ? rt.str(rest) : rt.bytes(fromLatin1(rest))]);
        },
      ],
    },
  }) as PyType;
  const types: [string, PyObject][] = [
    ["error", errorType],
    ["PatternError", errorType],
    ["Pattern", patternType],
    ["Match", matchType],
    ["RegexFlag", flagType],
    ["Scanner", scannerType],
    ["NOFLAG", makeFlag(0)],
  ];
  for (const [name, short, value] of flagNames) {
    types.push([name, makeFlag(value)], [short, makeFlag(value)]);
    rt.setTypeAttr(flagType, name, makeFlag(value));
    rt.setTypeAttr(flagType, short, makeFlag(value));
  }
  return { types, functions };
}
