/** UnicodeError and its three: encoding, object, start, end, reason, and what str() makes of them. */
import type { KwArgs, PyObject } from "../objects.js";
import type { Runtime } from "../runtime.js";
import { baseInit, field, type ExceptionTable } from "./exception-support.js";

export function installUnicodeErrors(rt: Runtime, table: ExceptionTable): void {
  table.set(
    "UnicodeError",
    rt.defineType({ name: "UnicodeError", base: table.get("ValueError"), doc: "Unicode related error." }),
  );

  const common = {
    object: field(rt, "$object"),
    start: field(rt, "$start"),
    end: field(rt, "$end"),
    reason: field(rt, "$reason"),
  };
  const init = (name: string, expect: readonly string[]) =>
    function (this: any, args: PyObject[], kw?: KwArgs): void {
      baseInit(rt, this, args, kw);
      if (args.length !== expect.length) {
        throw rt.error(
          "TypeError",
          `function takes exactly ${expect.length} arguments (${args.length} given)`,
        );
      }
      expect.forEach((kind, i) => {
        if (!rt.isInstance(args[i], rt.types[kind])) {
          throw rt.error(
            "TypeError",
            kind === "bytes"
              ? `a bytes-like object is required, not '${rt.tpName(args[i])}'`
              : `argument ${i + 1} must be ${kind}, not ${rt.tpName(args[i])}`,
          );
        }
      });
      const rest = name === "UnicodeTranslateError" ? args : args.slice(1);
      if (rest !== args) this.$encoding = args[0];
      [this.$object, this.$start, this.$end, this.$reason] = rest;
    };
  /** The character at a position (code points), escaped as CPython prints it. */
  const character = (s: PyObject, at: number): string => {
    const code = [...(s.v as string)][at]?.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return code <= 0xff
      ? `\\x${hex.padStart(2, "0")}`
      : code <= 0xffff
        ? `\\u${hex.padStart(4, "0")}`
        : `\\U${hex.padStart(8, "0")}`;
  };
  const range = (self: any): readonly [number, number] => [Number(self.$start.v), Number(self.$end.v)];
  const text = (self: any, verb: string, one: (at: number) => string, many: string): PyObject => {
    if (self.$object === undefined) return rt.str("");
    const [start, end] = range(self);
    const codec = self.$encoding === undefined ? "" : `'${rt.strOf(self.$encoding as PyObject)}' codec `;
    const reason = rt.strOf(self.$reason as PyObject);
    return rt.str(
      end === start + 1
        ? `${codec}can't ${verb} ${one(start)} in position ${start}: ${reason}`
        : `${codec}can't ${verb} ${many} in position ${start}-${end - 1}: ${reason}`,
    );
  };

  const define = (
    name: string,
    doc: string,
    expect: readonly string[],
    str: (self: any) => PyObject,
    extra: object,
  ): void => {
    table.set(
      name,
      rt.defineType({
        name,
        base: table.get("UnicodeError"),
        construct: function (this: any) {
          this.$d = undefined;
        },
        doc,
        slots: {
          tp$init: init(name, expect),
          tp$str(this: any) {
            return str(this);
          },
        },
        getset: { ...common, ...extra },
      }),
    );
  };
  const encoding = { encoding: field(rt, "$encoding") };
  define(
    "UnicodeDecodeError",
    "Unicode decoding error.",
    ["str", "bytes", "int", "int", "str"],
    (self) =>
      text(
        self,
        "decode",
        (at) => `byte 0x${((self.$object.v as Uint8Array)[at] ?? 0).toString(16).padStart(2, "0")}`,
        "bytes",
      ),
    encoding,
  );
  define(
    "UnicodeEncodeError",
    "Unicode encoding error.",
    ["str", "str", "int", "int", "str"],
    (self) =>
      text(self, "encode", (at) => `character '${character(self.$object as PyObject, at)}'`, "characters"),
    encoding,
  );
  define(
    "UnicodeTranslateError",
    "Unicode translation error.",
    ["str", "int", "int", "str"],
    (self) =>
      text(self, "translate", (at) => `character '${character(self.$object as PyObject, at)}'`, "characters"),
    {},
  );
}
