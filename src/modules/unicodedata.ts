/**
 * `unicodedata` as far as the JS engine knows the database: normal forms, categories, digits, widths. What needs the
 * rest of it (names, decompositions, ...) says so.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, unsupported } from "./support.js";

export function installUnicodedata(rt: Runtime): void {
  rt.registerModule("unicodedata", (_, module) => {
    module.setStr("unidata_version", rt.str("15.0.0"));
    const category = (c: string): string => {
      for (const name of [
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "Sm",
        "Sc",
        "Sk",
        "So",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Cf",
        "Cs",
        "Co",
      ]) {
        if (new RegExp(`^\\p{${name}}$`, "u").test(c)) return name;
      }
      return "Cn";
    };
    const one = (text: PyObject): string => {
      const chars = rt.isStr(text) ? Array.from(text.v as string) : [];
      if (chars.length !== 1) throw rt.error("TypeError", "need a single Unicode character as parameter");
      return chars[0];
    };
    const digitOf = (c: string): number | undefined => {
      if (!/^\p{Nd}$/u.test(c)) return undefined;
      let zero = c.codePointAt(0)!;
      const code = zero;
      while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
      return code - zero;
    };
    const number =
      (what: string) =>
      (text: PyObject, otherwise: PyObject | undefined): PyObject => {
        const value = digitOf(one(text));
        if (value !== undefined) return what === "numeric" ? rt.float(value) : rt.int(value);
        if (otherwise === undefined)
          throw rt.error("ValueError", `not a ${what === "numeric" ? "numeric character" : what}`);
        return otherwise;
      };
    addFunctions(rt, module, {
      normalize: [
        "(form, unistr, /)",
        (form: PyObject, text: PyObject) => {
          const name = rt.strOf(form);
          if (!["NFC", "NFD", "NFKC", "NFKD"].includes(name))
            throw rt.error("ValueError", "invalid normalization form");
          return rt.strOf(text).normalize(name);
        },
      ],
      is_normalized: [
        "(form, unistr, /)",
        (form: PyObject, text: PyObject) => rt.strOf(text).normalize(rt.strOf(form)) === rt.strOf(text),
      ],
      category: ["(chr, /)", (text: PyObject) => category(one(text))],
      decimal: ["(chr, default=..., /)", number("decimal")],
      digit: ["(chr, default=..., /)", number("digit")],
      numeric: ["(chr, default=..., /)", number("numeric")],
      combining: ["(chr, /)", (text: PyObject) => rt.int(/^\p{Mn}$/u.test(one(text)) ? 230 : 0)],
      east_asian_width: [
        "(chr, /)",
        (text: PyObject) =>
          /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u.test(
            one(text),
          )
            ? "W"
            : "N",
      ],
      name: unsupported(rt, "unicodedata", "name"),
      lookup: unsupported(rt, "unicodedata", "lookup"),
      bidirectional: unsupported(rt, "unicodedata", "bidirectional"),
      mirrored: unsupported(rt, "unicodedata", "mirrored"),
      decomposition: unsupported(rt, "unicodedata", "decomposition"),
    });
  });
}
