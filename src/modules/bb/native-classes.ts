/**
 * Short ways to define the many small classes of `bb`: exceptions with a message made of their arguments, and events
 * that keep their arguments as attributes.
 */
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";

/** How a class's `__init__` fills its attributes: gets a setter and the bound arguments. */
export type Initialiser = (set: (name: string, value: PyObject) => void, ...args: any[]) => void;

export interface ClassSpec {
  readonly module: string;
  readonly name: string;
  /** A dotted name of ours or a builtin's. */
  readonly base: string;
  /** "(self, msg, url=None)"; absent: the base's. */
  readonly signature?: string;
  readonly init?: Initialiser;
  /** For exceptions: how many of the bound arguments are `args`, defaults included; absent: the call's own. */
  readonly args?: number;
  readonly methods?: Readonly<Record<string, NativeSpec>>;
  /** str(self) */
  readonly text?: (get: (name: string) => PyObject, self: PyObject) => string;
  readonly getset?: Readonly<
    Record<string, { get: (self: any) => any; set?: (self: any, value: PyObject | undefined) => void }>
  >;
}

/** Sets an attribute of an instance, past any `__setattr__`. */
export function setter(binding: Binding, self: PyObject): (name: string, value: PyObject) => void {
  const dict = binding.rt.instanceDict(self);
  return (name, value) => dict.setStr(name, value);
}

/** Defines one class and offers it in its module. */
export function defineClass(binding: Binding, spec: ClassSpec): PyType {
  const { rt } = binding;
  const { init, text } = spec;
  return binding.define({
    name: spec.name,
    module: spec.module,
    base: binding.exceptionClass(spec.base),
    dict: true,
    ...(spec.methods === undefined ? {} : { methods: spec.methods }),
    ...(spec.getset === undefined ? {} : { getset: spec.getset }),
    ...(spec.signature === undefined
      ? {}
      : {
          init: [
            spec.signature,
            (self: PyObject, ...args: unknown[]) => {
              init?.(setter(binding, self), ...args);
              if (spec.args !== undefined)
                rt.setattr(self, "args", rt.tuple(args.slice(0, spec.args) as PyObject[]));
            },
          ] as const,
        }),
    ...(text === undefined
      ? {}
      : {
          slots: {
            tp$str(this: PyObject): PyObject {
              return rt.str(text((name) => rt.getattr(this, name), this));
            },
          },
        }),
  });
}
