/**
 * `_locale`: the locales that need no data of the host (C and UTF-8 ones); all format as C does.
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions, addInts, indexOf } from "./support.js";

export function installLocale(rt: Runtime): void {
  rt.registerModule("_locale", (_, module) => {
    addInts(rt, module, {
      LC_CTYPE: 0,
      LC_NUMERIC: 1,
      LC_TIME: 2,
      LC_COLLATE: 3,
      LC_MONETARY: 4,
      LC_MESSAGES: 5,
      LC_ALL: 6,
      CHAR_MAX: 127,
      CODESET: 14,
      D_T_FMT: 131112,
      D_FMT: 131113,
      T_FMT: 131114,
      RADIXCHAR: 65536,
      THOUSEP: 65537,
      YESEXPR: 327680,
      NOEXPR: 327681,
    });
    const error = rt.buildClass("Error", [rt.builtin("Exception")], { __module__: rt.str("locale") });
    module.setStr("Error", error);
    let current = "C.UTF-8";
    addFunctions(rt, module, {
      setlocale: [
        "(category, locale=None, /)",
        (category: PyObject, locale: PyObject) => {
          const n = indexOf(rt, category);
          if (n < 0 || n > 12) throw rt.call(error, [rt.str("invalid locale category")]);
          if (locale === rt.none) return current;
          const name = rt.strOf(locale);
          // The locales that need no data of the host.
          if (!["", "C", "POSIX", "C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"].includes(name))
            throw rt.call(error, [rt.str("unsupported locale setting")]);
          current = name === "" ? "C.UTF-8" : name;
          return current;
        },
      ],
      localeconv: [
        "()",
        () =>
          rt.dict([
            ...[
              "int_curr_symbol",
              "currency_symbol",
              "mon_decimal_point",
              "mon_thousands_sep",
              "positive_sign",
              "negative_sign",
              "thousands_sep",
            ].map((name) => [name, rt.str("")] as const),
            ["decimal_point", rt.str(".")] as const,
            ["mon_grouping", rt.list([])] as const,
            ["grouping", rt.list([])] as const,
            ...[
              "int_frac_digits",
              "frac_digits",
              "p_cs_precedes",
              "p_sep_by_space",
              "n_cs_precedes",
              "n_sep_by_space",
              "p_sign_posn",
              "n_sign_posn",
            ].map((name) => [name, rt.int(127)] as const),
          ]),
      ],
      nl_langinfo: [
        "(key, /)",
        (key: PyObject) =>
          ({
            14: "UTF-8",
            65536: ".",
            131112: "%a %b %e %H:%M:%S %Y",
            131113: "%m/%d/%y",
            131114: "%H:%M:%S",
          })[indexOf(rt, key)] ?? "",
      ],
      strcoll: [
        "(a, b, /)",
        (a: PyObject, b: PyObject) =>
          rt.int(rt.compareBool(a, b, "Lt") ? -1 : rt.compareBool(a, b, "Gt") ? 1 : 0),
      ],
      strxfrm: ["(string, /)", (text: PyObject) => text],
      getencoding: ["()", () => "UTF-8"],
    });
  });
}
