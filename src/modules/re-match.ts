/** re.Match: an object of `spans`, `patternObject` and `subjectObject`. Groups become objects when they are asked for. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import type { CompiledPattern, MatchSpans } from "./re/pattern.js";
import { latin1, type Errors, type Texts } from "./re-text.js";
import { bytesOrUndefined } from "./support.js";

export interface Matches {
  readonly type: PyType;
  /** A match; None where there are no spans. */
  readonly make: (patternObject: any, subjectObject: PyObject, spans: MatchSpans | undefined) => PyObject;
  /** The template of `sub` and `expand`, parsed. */
  readonly templateOf: (
    compiled: CompiledPattern,
    template: PyObject,
  ) => ReturnType<CompiledPattern["template"]>;
}

export function makeMatches(rt: Runtime, { engine }: Errors, { out, outOr }: Texts): Matches {
  const int = (n: number): PyObject => rt.int(n);
  const templateOf = (
    compiled: CompiledPattern,
    template: PyObject,
  ): ReturnType<CompiledPattern["template"]> => {
    const bytes = rt.isStr(template) ? undefined : bytesOrUndefined(rt, template);
    // CPython keeps templates that are no plain text in a dict.
    if (!rt.isStr(template) && bytes?.includes(92) !== false) rt.hash(template);
    if (!rt.isStr(template) && bytes === undefined)
      throw rt.error("TypeError", `decoding to str: need a bytes-like object, ${rt.tpName(template)} found`);
    const text = bytes === undefined ? (template.v as string) : latin1(bytes);
    return engine(template, () => compiled.template(text, bytes === undefined));
  };
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
    c: true,
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

  return { type: matchType, make: makeMatch, templateOf };
}
