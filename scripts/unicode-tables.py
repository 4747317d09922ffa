#!/usr/bin/env python3
"""Writes src/vm/types/str/tables.ts and src/modules/unicode/tables.ts: the Unicode facts that neither JavaScript's
regular expressions nor the carried UnicodeData know.

Run with CPython 3.11 from the project's root; the output is committed.
"""
import sys
import unicodedata as u


def ranges(pred):
    out, start, prev = [], None, None
    for c in range(0x110000):
        if pred(c):
            if start is None:
                start = c
            prev = c
        elif start is not None:
            out.append((start, prev))
            start = None
    if start is not None:
        out.append((start, prev))
    return out


def surrogate(c):
    return 0xD800 <= c <= 0xDFFF


def pack(rs):
    return " ".join(f"{a:x}" if a == b else f"{a:x}-{b:x}" for a, b in rs)


def mapping(f, g):
    items = []
    for c in range(0x110000):
        if surrogate(c):
            continue
        ch = chr(c)
        if f(ch) != g(ch):
            items.append(f"{c:x}=" + "+".join(f"{ord(x):x}" for x in f(ch)))
    return " ".join(items)


digit = pack(ranges(lambda c: not surrogate(c) and chr(c).isdigit() and not chr(c).isdecimal()))
numeric = pack(ranges(lambda c: not surrogate(c) and chr(c).isnumeric() and u.category(chr(c))[0] != "N"))
title = mapping(lambda ch: ch.title(), lambda ch: ch.upper())
fold = mapping(lambda ch: ch.casefold(), lambda ch: ch.lower())

with open("src/vm/types/str/tables.ts", "w") as f:
    f.write(f"""/**
 * Unicode facts that JS regular expressions don't offer; made by scripts/unicode-tables.py from CPython {sys.version.split()[0]}'s
 * unicodedata ({u.unidata_version}). Ranges are "first-last" in hexadecimal, mappings "from=to+to".
 */

/** Numeric_Type=Digit that are no decimals (superscripts, circled digits). */
export const digitRanges =
  "{digit}";

/** Numeric characters outside the categories N*: ideographs that stand for numbers. */
export const numericRanges =
  "{numeric}";

/** Title case where it is not the upper case. */
export const titleCase =
  "{title}";

/** Case folding where it is not the lower case. */
export const caseFold =
  "{fold}";
""")

widths = {w: pack(ranges(lambda c: u.east_asian_width(chr(c)) == w)) for w in ("W", "F", "H", "Na", "A")}
late = pack(ranges(lambda c: u.ucd_3_2_0.category(chr(c)) == "Cn" and u.category(chr(c)) != "Cn"))
ideographs = " ".join(
    f"{c:x}={u.numeric(chr(c)):.15g}" for c in range(0x110000) if u.numeric(chr(c), None) is not None and u.category(chr(c)) == "Lo"
)

with open("src/modules/unicode/tables.ts", "w") as f:
    f.write(f"""/**
 * Unicode facts that UnicodeData.txt does not hold; made by scripts/unicode-tables.py from CPython {sys.version.split()[0]}'s unicodedata
 * ({u.unidata_version}). Ranges are "first-last" in hexadecimal.
 */

/** East_Asian_Width where it is not N. */
export const widths: Readonly<Record<"W" | "F" | "H" | "Na" | "A", string>> = {{
  W: "{widths["W"]}",
  F: "{widths["F"]}",
  H: "{widths["H"]}",
  Na: "{widths["Na"]}",
  A: "{widths["A"]}",
}};

/** Assigned after Unicode 3.2, which IDNA 2003 and stringprep are bound to. */
export const after32 =
  "{late}";

/** Numeric values of letters: ideographs that stand for numbers. */
export const ideographValues =
  "{ideographs}";
""")
