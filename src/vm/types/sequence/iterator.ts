/** The iterator over objects that have only `__getitem__`. */
import type { PyObject, Rt, TypeSpec } from "../support.js";

interface It {
  seq: PyObject;
  i: number;
}

export function sequenceIteratorSpec(rt: Rt): TypeSpec {
  return {
    name: "iterator",
    subclassable: false,
    construct: function (this: It, seq: PyObject) {
      this.seq = seq;
      this.i = 0;
    },
    slots: {
      tp$iter(this: It) {
        return this;
      },
      tp$iternext(this: It) {
        if (this.seq === undefined) return undefined;
        try {
          const x = rt.getItem(this.seq, rt.int(this.i));
          this.i++;
          return x;
        } catch (e) {
          if (!rt.isException(e, "IndexError") && !rt.isException(e, "StopIteration")) throw e;
          this.seq = undefined;
          return undefined;
        }
      },
    },
    methods: {
      __length_hint__: [
        "(self, /)",
        (self: It) =>
          self.seq === undefined || self.seq.sq$length === undefined
            ? rt.notImplemented
            : rt.int(Math.max(0, rt.len(self.seq) - self.i)),
      ],
    },
  };
}
