/** re.Scanner, the lexical scanner that CPython keeps undocumented: the first phrase that matches wins. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { CompiledPattern } from "./re/pattern.js";
import type { Matches } from "./re-match.js";
import { fromLatin1, type Texts } from "./re-text.js";

export function makeScanner(
  rt: Runtime,
  { subject }: Texts,
  { make: makeMatch }: Matches,
  compile: (pattern: PyObject, flags: PyObject) => PyObject,
): PyType {
  return rt.defineType({
    name: "Scanner",
    module: "re",
    dict: true,
    init: [
      "(self, lexicon, flags=0)",
      (self: any, lexicon: PyObject, flagsObject: PyObject) => {
        rt.setattr(self as PyObject, "lexicon", lexicon);
        rt.setattr(self as PyObject, "match", rt.none);
        self.rules = rt.toArray(lexicon).map((pair) => {
          const parts = rt.toArray(pair);
          if (parts.length > 2) throw rt.error("ValueError", "too many values to unpack (expected 2)");
          if (parts.length < 2)
            throw rt.error("ValueError", `not enough values to unpack (expected 2, got ${parts.length})`);
          const [phrase, action] = parts;
          return [compile(phrase, flagsObject), action];
        });
      },
    ],
    methods: {
      scan: [
        "(self, string)",
        (self: any, string: PyObject) => {
          if (self.rules === undefined) throw rt.attributeError(self as PyObject, "scanner");
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
}
