/** re.Pattern: an object of `compiled` (the engine's) and `source` (what was compiled), and its methods. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { Flag } from "./re/flags.js";
import type { CompiledPattern, MatchMode, MatchSpans } from "./re/pattern.js";
import { flagsText } from "./re-flags.js";
import type { Matches } from "./re-match.js";
import { latin1, type Texts } from "./re-text.js";
import { bytesOrUndefined, indexOf, iteratorType, type Functions } from "./support.js";

export interface Patterns {
  readonly type: PyType;
  /** Methods by name, for the functions of the module. */
  readonly methods: Functions;
  readonly attempt: (
    self: any,
    mode: MatchMode,
    string: PyObject,
    pos?: PyObject,
    endpos?: PyObject,
  ) => PyObject;
  /** The text after replacing, and how often. */
  readonly substitute: (self: any, repl: PyObject, string: PyObject, count: PyObject) => [PyObject, number];
  readonly finditer: (self: any, string: PyObject, pos?: PyObject, endpos?: PyObject) => PyObject;
}

export function makePatterns(
  rt: Runtime,
  { subject, out, outOr }: Texts,
  { make: makeMatch, templateOf }: Matches,
): Patterns {
  const int = (n: number): PyObject => rt.int(n);
  const attempt = (
    self: any,
    mode: MatchMode,
    string: PyObject,
    pos: PyObject | undefined,
    endpos: PyObject | undefined,
  ): PyObject => {
    const compiled = self.compiled as CompiledPattern;
    const from = clip(pos, 0);
    const to = clip(endpos, Infinity);
    const text = subject(compiled, string);
    return makeMatch(self, string, compiled.exec(text, mode, from, Math.min(to, text.length)));
  };
  /** A position argument; anything beyond a double's integers is as good as infinite. */
  const clip = (value: PyObject | undefined, otherwise: number): number =>
    value === undefined ? otherwise : Number(rt.index(value));
  const substitute = (self: any, repl: PyObject, string: PyObject, count: PyObject): [PyObject, number] => {
    const compiled = self.compiled as CompiledPattern;
    const limit = indexOf(rt, count);
    // Pieces of the result so far, and where the last one ends: errors name a piece.
    let pieces = 0;
    let end = 0;
    const wrong = (value: PyObject, spans: MatchSpans): PyObject =>
      rt.error(
        "TypeError",
        `sequence item ${pieces + (spans.start(0) > end ? 1 : 0)}: expected ${compiled.isText ? "str instance" : "a bytes-like object"}, ${rt.tpName(value)} found`,
      );
    let replace: (spans: MatchSpans) => string;
    if (rt.callable(repl)) {
      replace = (spans) => {
        const value = rt.call(repl, [makeMatch(self, string, spans)]);
        if (value === rt.none) return "";
        if (compiled.isText && rt.isStr(value)) return value.v as string;
        const bytes = compiled.isText ? undefined : bytesOrUndefined(rt, value);
        if (bytes === undefined) throw wrong(value, spans);
        return latin1(bytes);
      };
    } else {
      const template = templateOf(compiled, repl);
      const only = template.length === 1 ? template[0] : undefined;
      replace =
        rt.isStr(repl) !== compiled.isText
          ? (spans) => {
              throw wrong(repl, spans);
            }
          : template.length === 0
            ? () => ""
            : typeof only === "string"
              ? () => only
              : (spans) => spans.expand(template);
    }
    const text = subject(compiled, string);
    const [result, n] = compiled.substitute(
      text,
      (spans) => {
        const piece = replace(spans);
        pieces += spans.start(0) > end ? 2 : 1;
        end = spans.end(0);
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
    const from = clip(pos, 0);
    const to = clip(endpos, Infinity);
    const text = subject(compiled, string);
    const result = rt.alloc(iterator);
    result.patternObject = self;
    result.subjectObject = string;
    result.steps = compiled.matches(text, from, Math.min(to, text.length));
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
        const from = clip(pos, 0);
        const to = clip(endpos, Infinity);
        const text = subject(compiled, string);
        const items: PyObject[] = [];
        for (const spans of compiled.matches(text, from, Math.min(to, text.length)))
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
    scanner: [
      "(self, /, string, pos=..., endpos=...)",
      (self: any, string: PyObject, pos: PyObject | undefined, endpos: PyObject | undefined) => {
        const from = clip(pos, 0);
        clip(endpos, 0);
        const text = subject(self.compiled as CompiledPattern, string);
        const at = Math.min(Math.max(from, 0), text.length);
        return Object.assign(rt.alloc(scannerType), { pattern: self, string, at, endpos, over: false });
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
  /** One step of a scanner: after an empty match the next one begins a character further. */
  const scan = (self: any, mode: MatchMode): PyObject => {
    if (self.over === true) return rt.none;
    const found = attempt(self.pattern, mode, self.string as PyObject, int(self.at as number), self.endpos);
    if (found === rt.none) {
      self.over = true;
      return found;
    }
    const [from, to] = rt.toArray(rt.callMethod(found, "span", [])).map((n) => Number(n.v));
    self.at = from === to ? to + 1 : to;
    self.over = self.at > rt.len(self.string as PyObject);
    return found;
  };
  const scannerType = rt.defineType({
    name: "SRE_Scanner",
    module: "_sre",
    subclassable: false,
    methods: {
      match: ["(self, /)", (self: PyObject) => scan(self, "match")],
      search: ["(self, /)", (self: PyObject) => scan(self, "search")],
    },
    getset: { pattern: { get: (self: any) => self.pattern } },
  }) as PyType;
  const patternType = rt.defineType({
    name: "Pattern",
    module: "re",
    c: true,
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

  return { type: patternType, methods: patternMethods, attempt, substitute, finditer };
}
