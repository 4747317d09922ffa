/** The iterator of str: one str for each code point. */
import type { PyObject, Rt, TypeSpec } from "../support.js";
import * as points from "./points.js";

/** `single` makes a str of one character. */
export function strIteratorSpec(rt: Rt, single: (c: string) => PyObject): TypeSpec {
  interface It {
    s: string | undefined;
    i: number;
  }
  return {
    name: "str_iterator",
    subclassable: false,
    construct: function (this: It, s: { v: string }) {
      this.s = s.v;
      this.i = 0;
    },
    slots: {
      tp$iter(this: It) {
        return this;
      },
      tp$iternext(this: It) {
        const s = this.s;
        if (s === undefined) return undefined;
        const i = this.i;
        if (i >= s.length) {
          this.s = undefined;
          return undefined;
        }
        const c = s.charCodeAt(i);
        if ((c & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
          this.i = i + 2;
          return single(s.slice(i, i + 2));
        }
        this.i = i + 1;
        return single(s[i]);
      },
    },
    methods: {
      __length_hint__: [
        "(self, /)",
        (self: It) => rt.int(self.s === undefined ? 0 : points.length(self.s.slice(self.i))),
      ],
      __reduce__: [
        "(self, /)",
        (self: It) =>
          rt.tuple([
            rt.builtin("iter"),
            rt.tuple([rt.str(self.s === undefined ? "" : self.s.slice(self.i))]),
          ]),
      ],
    },
  };
}
