/** `unicodedata`, and `\N{...}` of literals and codecs (`rt.characterNames`), over Unicode's database. */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import { addFunctions, type Functions } from "../support.js";
import { UnicodeDatabase, type UnicodeRecord } from "./database.js";
import { after32, widths } from "./tables.js";

const version = "15.0.0";
const forms: ReadonlySet<string> = new Set(["NFC", "NFD", "NFKC", "NFKD"]);

/** Sorted pairs first, last of a packed list of ranges. */
function ranges(packed: string): readonly (readonly [first: number, last: number])[] {
  return packed.split(" ").map((part) => {
    const [first, last] = part.split("-").map((digits) => parseInt(digits, 16));
    return [first, last ?? first];
  });
}

function within(list: readonly (readonly [number, number])[], code: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle][1] < code) low = middle + 1;
    else high = middle;
  }
  return low < list.length && list[low][0] <= code;
}

/** What a code point that is not assigned answers. */
const unassigned: UnicodeRecord = {
  name: "",
  category: "Cn",
  combining: 0,
  bidirectional: "",
  decomposition: "",
  decimal: "",
  digit: "",
  numeric: "",
};

export function installUnicodedata(rt: Runtime): void {
  let database: UnicodeDatabase | undefined;
  const data = (): UnicodeDatabase => (database ??= new UnicodeDatabase());
  rt.characterNames = {
    codeOf: (name) => data().codeOf(name),
    nameOf: (code) => data().nameOf(code),
  };
  rt.registerModule("unicodedata", (_, module) => {
    const functions = databaseFunctions(rt, data, () => true);
    module.setStr("unidata_version", rt.str(version));
    addFunctions(rt, module, functions);
    const late = ranges(after32);
    const type = rt.defineType({
      name: "UCD",
      module: "unicodedata",
      methods: Object.fromEntries(
        Object.entries(databaseFunctions(rt, data, (code) => !within(late, code))).map(
          ([name, [signature, impl, doc]]) => [
            name,
            [signature.replace("(", "(self, "), (_self: PyObject, ...args: PyObject[]) => impl(...args), doc],
          ],
        ),
      ),
      getset: { unidata_version: { get: () => rt.str("3.2.0") } },
    });
    module.setStr("UCD", type);
    module.setStr("ucd_3_2_0", rt.alloc(type));
  });
}

/** The functions, over the code points that `has` lets through; the others are not assigned. */
function databaseFunctions(
  rt: Runtime,
  data: () => UnicodeDatabase,
  has: (code: number) => boolean,
): Functions {
  const wide = Object.entries(widths).map(([name, packed]) => [name, ranges(packed)] as const);
  const codeOf = (what: string, argument: string, text: PyObject): number => {
    if (!rt.isStr(text))
      throw rt.error(
        "TypeError",
        `${what}() argument ${argument}must be a unicode character, not ${rt.argumentName(text)}`,
      );
    const value = text.v as string;
    const code = value.codePointAt(0);
    if (code === undefined || String.fromCodePoint(code).length !== value.length)
      throw rt.error("TypeError", `${what}() argument ${argument}must be a unicode character, not str`);
    return code;
  };
  const of = (what: string, text: PyObject, argument = ""): UnicodeRecord => {
    const code = codeOf(what, argument, text);
    return (has(code) ? data().record(code) : undefined) ?? unassigned;
  };
  const numeric = (
    what: "decimal" | "digit" | "numeric",
    fault: string,
    make: (text: string) => PyObject,
  ): Functions[string] => [
    "(chr, default=..., /)",
    (text: PyObject, otherwise: PyObject | undefined) => {
      const record = of(what, text, "1 ");
      const value =
        what === "numeric" && record !== unassigned ? data().valueOf(text.v.codePointAt(0)) : record[what];
      if (value !== "") return make(value);
      if (otherwise === undefined) throw rt.error("ValueError", fault);
      return otherwise;
    },
  ];
  const form = (name: PyObject): string => {
    const text = rt.strOf(name);
    if (!forms.has(text)) throw rt.error("ValueError", "invalid normalization form");
    return text;
  };
  return {
    lookup: [
      "(name, /)",
      (name: PyObject) => {
        const text = rt.strOf(name);
        const code = data().codeOf(text);
        if (code === undefined || !has(code))
          throw rt.errorWith("KeyError", [rt.str(`undefined character name '${text}'`)]);
        return rt.str(String.fromCodePoint(code));
      },
    ],
    name: [
      "(chr, default=..., /)",
      (text: PyObject, otherwise: PyObject | undefined) => {
        const code = codeOf("name", "1 ", text);
        const name = has(code) ? data().nameOf(code) : undefined;
        if (name !== undefined) return rt.str(name);
        if (otherwise === undefined) throw rt.error("ValueError", "no such name");
        return otherwise;
      },
    ],
    decimal: numeric("decimal", "not a decimal", (text) => rt.int(Number(text))),
    digit: numeric("digit", "not a digit", (text) => rt.int(Number(text))),
    numeric: numeric("numeric", "not a numeric character", (text) => {
      const [above, below] = text.split("/").map(Number);
      return rt.float(above / (below ?? 1));
    }),
    category: ["(chr, /)", (text: PyObject) => rt.str(of("category", text).category)],
    bidirectional: ["(chr, /)", (text: PyObject) => rt.str(of("bidirectional", text).bidirectional)],
    combining: ["(chr, /)", (text: PyObject) => rt.int(of("combining", text).combining)],
    mirrored: [
      "(chr, /)",
      (text: PyObject) => {
        const code = codeOf("mirrored", "", text);
        return rt.int(has(code) && /^\p{Bidi_Mirrored}$/u.test(String.fromCodePoint(code)) ? 1 : 0);
      },
    ],
    decomposition: ["(chr, /)", (text: PyObject) => rt.str(of("decomposition", text).decomposition)],
    east_asian_width: [
      "(chr, /)",
      (text: PyObject) => {
        const code = codeOf("east_asian_width", "", text);
        const known = wide.find(([, list]) => within(list, code))?.[0];
        // The table is of Unicode 14; what came after and is wide are emoji.
        return rt.str(
          known ??
            (/^\p{Emoji_Presentation}$/u.test(String.fromCodePoint(code)) && code > 0x2fff ? "W" : "N"),
        );
      },
    ],
    normalize: [
      "(form, unistr, /)",
      (name: PyObject, text: PyObject) => {
        const source = rt.strOf(text);
        rt.budget.allocate(source.length * 18); // one character becomes up to 18
        return rt.str(source.normalize(form(name)));
      },
    ],
    is_normalized: [
      "(form, unistr, /)",
      (name: PyObject, text: PyObject) => rt.bool(rt.strOf(text).normalize(form(name)) === rt.strOf(text)),
    ],
  };
}
