/** RegexFlag and its members: an int of its own and no member of `enum` (importing re stays cheap). */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { Flag } from "./re/flags.js";
import { indexOf } from "./support.js";

export const flagNames: readonly (readonly [name: string, short: string, value: number])[] = [
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

/** The flags of a pattern in its repr. */
export function flagsText(value: number): string {
  const parts = flagNames.filter(([, , bit]) => (value & bit) !== 0).map(([name]) => `re.${name}`);
  const rest = flagNames.reduce((left, [, , bit]) => left & ~bit, value);
  if (rest !== 0) parts.push(`0x${rest.toString(16)}`);
  return parts.join("|");
}

/** The members of RegexFlag in the order of their definition. */
const defined = [
  "ASCII",
  "IGNORECASE",
  "LOCALE",
  "UNICODE",
  "MULTILINE",
  "DOTALL",
  "VERBOSE",
  "TEMPLATE",
  "DEBUG",
];
const members = defined.map((name) => flagNames.find(([known]) => known === name)!);
const ALL = flagNames.reduce((all, [, , bit]) => all | bit, 0);

/** `name` of a RegexFlag; undefined where no member is in it. */
function nameOf(value: number): string | undefined {
  if (value === 0) return "NOFLAG";
  const names = members.filter(([, , bit]) => (value & bit) !== 0).map(([name]) => name);
  const rest = value & ~ALL;
  if (names.length === 0) return undefined;
  return [...names, ...(rest === 0 ? [] : [`0x${rest.toString(16)}`])].join("|");
}

/** Its repr. */
function textOf(value: number): string {
  const name = nameOf(value);
  return name === undefined ? `re.RegexFlag(${value})` : name.replace(/[A-Z]+/g, "re.$&");
}

export interface Flags {
  readonly type: PyType;
  readonly make: (value: number) => PyObject;
}

export function makeFlags(rt: Runtime): Flags {
  const int = (n: number): PyObject => rt.int(n);
  const flagType = rt.defineType({
    name: "RegexFlag",
    module: "re",
    base: rt.types["int"],
    new: [
      "(cls, value)",
      (_cls: PyType, value: PyObject) => {
        if (!rt.isInt(value)) throw rt.error("ValueError", `${rt.repr(value)} is not a valid RegexFlag`);
        return makeFlag(indexOf(rt, value));
      },
    ],
    getset: {
      value: { get: (self: any) => int(Number(self.v)) },
      name: {
        get: (self: any) => {
          const name = nameOf(Number(self.v));
          return name === undefined ? rt.none : rt.str(name);
        },
      },
    },
    slots: {
      $r(this: any) {
        return rt.str(textOf(Number(this.v)));
      },
      tp$str(this: any) {
        return rt.str(textOf(Number(this.v)));
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
  function makeFlag(given: number): PyObject {
    // As enum keeps unknown bits: a negative value is the complement among as many bits.
    const value =
      given >= 0 ? given : Math.max(ALL + 1, 2 ** (given === -1 ? 1 : 32 - Math.clz32(-given))) + given;
    let flag = flags.get(value);
    if (flag === undefined) {
      flag = rt.alloc(flagType) as PyObject;
      flag["v"] = value;
      flags.set(value, flag);
    }
    return flag;
  }
  return { type: flagType, make: makeFlag };
}
