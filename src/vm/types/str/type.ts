/**
 * Python's str. `.v` is the JS string; nothing is interned. Strings beyond U+FFFF keep an array of their code points
 * (`$points`) from the first index on, so that a loop over indices stays linear.
 */
import type { Operator, PyObject, Rt, TypeSpec } from "../support.js";
import {
  adjust,
  fromOrder,
  hasIndex,
  index,
  instance,
  iter,
  sliceIndex,
  sliceRange,
  ssize,
} from "../support.js";
import { decode, encode } from "../bytes/codecs.js";
import { chargeRepeat } from "../sequence/common.js";
import { formatStr } from "../format.js";
import * as cases from "./case.js";
import { formatTemplate } from "./fields.js";
import { hashString } from "./hash.js";
import { parsePercent, percent, TemplateCache, type Flavour } from "./percent.js";
import * as points from "./points.js";
import { asciiOfRepr, reprStr } from "./repr.js";
import * as search from "./search.js";
import { splitName, pieces } from "./template.js";

interface Str {
  v: string;
  $points?: string[] | undefined;
  ob$type: PyObject;
}

/** The constructor of str: `new rt.types.str(jsString)`. */
export function createStr() {
  return function str(this: Str, v: string): void {
    this.v = v;
  };
}

/** Code point of a str of one character, for `ord` and `%c`. */
export const singlePoint = (s: string): number | undefined =>
  s.length === 1 ? s.charCodeAt(0) : s.length === 2 && points.isAstral(s) ? s.codePointAt(0) : undefined;

export function strSpec(rt: Rt, construct: any): TypeSpec {
  const Str = construct as new (v: string) => any;
  const isStr = (o: PyObject): boolean => o instanceof Str;
  const make = (s: string): PyObject => new Str(s);
  const latin: PyObject[] = [];
  for (let i = 0; i < 256; i++) latin.push(make(String.fromCharCode(i)));
  const empty = make("");
  /** A str of one character: those of Latin-1 are shared. */
  const single = (c: string): PyObject => {
    const code = c.charCodeAt(0);
    return code < 256 ? latin[code]! : make(c);
  };
  const list = (parts: readonly string[]): PyObject => {
    rt.budget.allocate(parts.length * 16);
    const out: PyObject[] = new Array<PyObject>(parts.length);
    for (let i = 0; i < parts.length; i++) out[i] = new Str(parts[i]);
    return rt.list(out);
  };
  const want = (o: PyObject, text: (type: string) => string): string => {
    if (isStr(o)) return o.v as string;
    throw rt.error("TypeError", text(rt.tpName(o)));
  };
  const arg = (method: string, o: PyObject, n = ""): string => {
    if (isStr(o)) return o.v as string;
    throw rt.error("TypeError", `${method}() argument ${n}must be str, not ${rt.argumentName(o)}`);
  };
  const exact = (self: Str): PyObject => (self.ob$type === construct ? self : make(self.v));
  const reuse = (self: Str, s: string): PyObject => (s === self.v ? exact(self) : make(s));

  const pointsOf = (self: Str): string[] => (self.$points ??= Array.from(self.v));
  const at = (self: Str, i: number): string => (points.isAstral(self.v) ? pointsOf(self)[i] : self.v[i]);
  const len = (self: Str): number =>
    self.$points !== undefined ? self.$points.length : points.length(self.v);

  const joinSlice = (self: Str, key: PyObject): PyObject => {
    const astral = points.isAstral(self.v);
    const n = astral ? pointsOf(self).length : self.v.length;
    const { start, step, count } = sliceRange(rt, key, n);
    if (count === n && step === 1) return exact(self);
    if (count <= 0) return empty;
    if (step === 1)
      return make(
        astral
          ? pointsOf(self)
              .slice(start, start + count)
              .join("")
          : self.v.slice(start, start + count),
      );
    rt.budget.allocate(count * 2);
    const out: string[] = [];
    for (let i = 0, k = start; i < count; i++, k += step) out.push(astral ? pointsOf(self)[k] : self.v[k]);
    return make(out.join(""));
  };

  /** `find`-like arguments: the bounds, and the search. */
  const bounds = (self: Str, start: PyObject, end: PyObject): readonly [number, number] =>
    start === undefined && end === undefined
      ? [0, len(self)]
      : adjust(sliceIndex(rt, start, 0), sliceIndex(rt, end, Number.MAX_SAFE_INTEGER), len(self));
  const finder =
    (how: typeof search.find, missing?: string) =>
    (self: Str, sub: PyObject, start?: PyObject, end?: PyObject): PyObject => {
      const [from, to] = bounds(self, start, end);
      const text = want(sub, (t) => `must be str, not ${t}`);
      const i = how(self.v, text, from, to);
      if (i < 0 && missing !== undefined) throw rt.error("ValueError", missing);
      return rt.int(i);
    };
  const edge =
    (name: string, starts: boolean) =>
    (self: Str, prefix: PyObject, start?: PyObject, end?: PyObject): boolean => {
      let text = self.v;
      let valid = true;
      if (start !== undefined || end !== undefined) {
        const [from, to] = bounds(self, start, end);
        valid = from <= to && from <= len(self);
        text = valid ? points.slice(text, from, to) : "";
      }
      const one = (p: string): boolean => valid && (starts ? text.startsWith(p) : text.endsWith(p));
      if (isStr(prefix)) return one(prefix.v as string);
      if (!(prefix instanceof rt.types.tuple))
        throw rt.error(
          "TypeError",
          `${name} first arg must be str or a tuple of str, not ${rt.tpName(prefix)}`,
        );
      for (const p of prefix.v as PyObject[]) {
        if (!isStr(p))
          throw rt.error("TypeError", `tuple for ${name} must only contain str, not ${rt.tpName(p)}`);
        if (one(p.v as string)) return true;
      }
      return false;
    };
  const pad = (name: string) => (self: Str, width: PyObject, fill?: PyObject) => {
    const n = ssize(rt, width);
    let c = " ";
    if (fill !== undefined) {
      if (!isStr(fill))
        throw rt.error("TypeError", `The fill character must be a unicode character, not ${rt.tpName(fill)}`);
      if (singlePoint(fill.v as string) === undefined)
        throw rt.error("TypeError", "The fill character must be exactly one character long");
      c = fill.v as string;
    }
    const missing = n - len(self);
    if (missing <= 0) return exact(self);
    rt.budget.allocate(n * 2);
    const left =
      name === "ljust" ? 0 : name === "rjust" ? missing : Math.floor(missing / 2) + (missing & n & 1);
    return make(c.repeat(left) + self.v + c.repeat(missing - left));
  };
  const stripper = (name: string, left: boolean, right: boolean) => (self: Str, chars: PyObject) => {
    if (chars === rt.none) return reuse(self, search.strip(self.v, undefined, left, right));
    if (!isStr(chars)) throw rt.error("TypeError", `${name} arg must be None or str`);
    return reuse(self, search.strip(self.v, chars.v as string, left, right));
  };
  const splitter =
    (plain: typeof search.split, space: typeof search.splitSpace) =>
    (self: Str, separator: PyObject, maxsplit: PyObject) => {
      const limit = ssize(rt, maxsplit);
      if (separator === rt.none) return list(space(self.v, limit));
      if (!isStr(separator)) throw rt.error("TypeError", `must be str or None, not ${rt.tpName(separator)}`);
      if (separator.v === "") throw rt.error("ValueError", "empty separator");
      return list(plain(self.v, separator.v as string, limit));
    };
  const parter = (how: typeof search.partition) => (self: Str, separator: PyObject) => {
    const text = want(separator, (t) => `must be str, not ${t}`);
    if (text === "") throw rt.error("ValueError", "empty separator");
    // Where nothing is found the text itself is one of the parts, also when it is of a subclass.
    return rt.tuple(how(self.v, text).map((part) => (part.length === self.v.length ? self : make(part))));
  };
  const test = (how: (s: string) => boolean) => ["(self, /)", (self: Str) => how(self.v)] as const;
  const charge = (size: number): void => {
    if (size > 4096) rt.budget.allocate(size);
  };
  const map = (how: (s: string) => string) =>
    ["(self, /)", (self: Str) => (charge(self.v.length * 2), make(how(self.v)))] as const;

  const join = (self: Str, iterable: PyObject): PyObject => {
    let items: PyObject[];
    if (iterable.ob$type === rt.types.list || iterable.ob$type === rt.types.tuple) items = iterable.v;
    else {
      if (iterable.tp$iter === undefined && iterable.mp$subscript === undefined)
        throw rt.error("TypeError", "can only join an iterable");
      items = rt.toArray(iterable);
    }
    const n = items.length;
    if (n === 0) return empty;
    if (n === 1 && items[0].ob$type === construct) return items[0];
    const parts: string[] = new Array<string>(n);
    let size = self.v.length * (n - 1);
    for (let i = 0; i < n; i++) {
      const o = items[i];
      if (!isStr(o))
        throw rt.error("TypeError", `sequence item ${i}: expected str instance, ${rt.tpName(o)} found`);
      parts[i] = o.v as string;
      size += parts[i].length;
    }
    if (size > 4096) rt.budget.allocate(size);
    return make(parts.join(self.v));
  };

  const repeat = (self: Str, count: PyObject): PyObject => {
    if (!hasIndex(rt, count))
      throw rt.error("TypeError", `can't multiply sequence by non-int of type '${rt.tpName(count)}'`);
    let n: number;
    try {
      n = ssize(rt, count);
    } catch (e) {
      if (rt.isException(e, "OverflowError"))
        throw rt.error("OverflowError", `cannot fit '${rt.tpName(count)}' into an index-sized integer`);
      throw e;
    }
    if (n <= 0 || self.v === "") return empty;
    if (n === 1) return exact(self);
    chargeRepeat(rt, self.v.length * n, "repeated string is too long");
    return make(self.v.repeat(n));
  };

  const translate = (self: Str, mapping: PyObject): PyObject => {
    const out: string[] = [];
    const known = new Map<string, string>();
    let size = 0;
    for (const c of self.v) {
      let to = known.get(c);
      if (to === undefined) {
        to = translateOne(c, mapping);
        known.set(c, to);
      }
      size += to.length;
      if ((size & 4095) < to.length) rt.budget.allocate(size);
      out.push(to);
    }
    return make(out.join(""));
  };
  const translateOne = (c: string, mapping: PyObject): string => {
    let value: PyObject;
    try {
      value = rt.getItem(mapping, rt.int(c.codePointAt(0)!));
    } catch (e) {
      if (rt.isException(e, "LookupError")) return c;
      throw e;
    }
    if (value === rt.none) return "";
    if (isStr(value)) return value.v as string;
    if (value instanceof rt.types.int) {
      const cp = value.v as number | bigint;
      if (cp < 0 || cp > 0x10ffff)
        throw rt.error("ValueError", "character mapping must be in range(0x110000)");
      return String.fromCodePoint(Number(cp));
    }
    throw rt.error("TypeError", "character mapping must return integer, None or str");
  };

  const maketrans = (x: PyObject, y?: PyObject, z?: PyObject): PyObject => {
    const out = rt.newDict() as any;
    if (y === undefined) {
      if (x.ob$type !== rt.types.dict)
        throw rt.error("TypeError", "if you give only one argument to maketrans it must be a dict");
      for (const e of x.map.values()) {
        const key = x.keyOf(e);
        if (isStr(key)) {
          const cp = singlePoint(key.v as string);
          if (cp === undefined)
            throw rt.error("ValueError", "string keys in translate table must be of length 1");
          out.put(rt.int(cp), e.value);
        } else if (key instanceof rt.types.int) out.put(key, e.value);
        else throw rt.error("TypeError", "keys in translate table must be strings or integers");
      }
      return out;
    }
    const to = Array.from(arg("maketrans", y, "2 "));
    const dropped = z === undefined ? "" : arg("maketrans", z, "3 ");
    if (!isStr(x))
      throw rt.error("TypeError", "first maketrans argument must be a string if there is a second argument");
    const from = Array.from(x.v as string);
    if (from.length !== to.length)
      throw rt.error("ValueError", "the first two maketrans arguments must have equal length");
    from.forEach((c, i) => out.put(rt.int(c.codePointAt(0)!), rt.int(to[i].codePointAt(0)!)));
    for (const c of dropped) out.put(rt.int(c.codePointAt(0)!), rt.none);
    return out;
  };

  const templates = new TemplateCache(parsePercent);
  const flavour: Flavour = {
    isMapping: (o) => o.mp$subscript !== undefined && !isStr(o) && !(o instanceof rt.types.tuple),
    key: make,
    text(letter, o) {
      if (letter === "s") return o.ob$type === construct ? (o.v as string) : rt.strOf(o);
      if (letter === "r") return rt.repr(o);
      if (letter === "a") return asciiOfRepr(rt.repr(o));
      return undefined;
    },
    char(o) {
      if (isStr(o)) {
        if (singlePoint(o.v as string) === undefined) throw rt.error("TypeError", "%c requires int or char");
        return o.v as string;
      }
      if (o.nb$index === undefined) throw rt.error("TypeError", "%c requires int or char");
      const cp = rt.index(o);
      if (cp < 0 || cp > 0x10ffff) throw rt.error("OverflowError", "%c arg not in range(0x110000)");
      return String.fromCodePoint(Number(cp));
    },
    notAll: "not all arguments converted during string formatting",
  };
  const modulo = (template: string, argument: PyObject): PyObject =>
    make(percent(rt, template, templates, argument, flavour));

  return {
    name: "str",
    construct,
    doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to sys.getdefaultencoding().\nerrors defaults to 'strict'.",
    new: [
      "(cls, object=..., encoding=..., errors=...)",
      (cls: PyObject, object?: PyObject, encoding?: PyObject, errors?: PyObject) => {
        let text: PyObject;
        if (encoding === undefined && errors === undefined)
          text = object === undefined ? empty : object.ob$type === construct ? object : object.tp$str();
        else {
          const codec = encoding === undefined ? "utf-8" : arg("str", encoding, "'encoding' ");
          const handler = errors === undefined ? "strict" : arg("str", errors, "'errors' ");
          if (object === undefined) return make("");
          if (isStr(object)) throw rt.error("TypeError", "decoding str is not supported");
          const data = rt.types.bytes.$buffer(object);
          if (data === undefined)
            throw rt.error(
              "TypeError",
              `decoding to str: need a bytes-like object, ${rt.tpName(object)} found`,
            );
          text = make(decode(rt, data, codec, handler));
        }
        if (cls === construct) return text;
        return instance<Str>(rt, cls, construct, (o) => (o.v = text.v as string));
      },
    ],
    slots: {
      $r(this: Str) {
        return make(reprStr(this.v));
      },
      tp$str(this: Str) {
        return exact(this);
      },
      tp$hash(this: Str) {
        return hashString(this.v);
      },
      tp$richcompare(this: Str, other: PyObject, op: Operator) {
        if (!isStr(other)) return rt.notImplemented;
        const a = this.v;
        const b = other.v as string;
        if (op === "Eq") return a === b;
        if (op === "NotEq") return a !== b;
        return fromOrder(points.compare(a, b), op);
      },
      tp$iter(this: Str) {
        return new rt.types.str_iterator(this);
      },
      sq$length(this: Str) {
        return len(this);
      },
      sq$contains(this: Str, item: PyObject) {
        if (!isStr(item))
          throw rt.error(
            "TypeError",
            `'in <string>' requires string as left operand, not ${rt.tpName(item)}`,
          );
        return search.contains(this.v, item.v as string);
      },
      sq$concat(this: Str, other: PyObject) {
        if (!isStr(other))
          throw rt.error("TypeError", `can only concatenate str (not "${rt.tpName(other)}") to str`);
        const a = this.v;
        const b = other.v as string;
        if (a.length + b.length > 65536) rt.budget.allocate(a.length + b.length);
        return make(a + b);
      },
      sq$repeat(this: Str, count: PyObject) {
        return repeat(this, count);
      },
      mp$subscript(this: Str, key: PyObject) {
        if (hasIndex(rt, key)) {
          let i = ssize(rt, key, "IndexError");
          const n = len(this);
          if (i < 0) i += n;
          if (i < 0 || i >= n) throw rt.error("IndexError", "string index out of range");
          return single(at(this, i));
        }
        if (key.ob$type === rt.types.slice) return joinSlice(this, key);
        throw rt.error("TypeError", `string indices must be integers, not '${rt.tpName(key)}'`);
      },
      nb$remainder(this: Str, argument: PyObject) {
        return modulo(this.v, argument);
      },
      nb$reflected_remainder(this: Str, other: PyObject) {
        return isStr(other) ? modulo(other.v as string, this as any) : rt.notImplemented;
      },
    },
    methods: {
      __format__: [
        "(self, format_spec, /)",
        (self: Str, spec: PyObject) => {
          const text = arg("__format__", spec);
          if (text === "") return self.ob$type === construct ? self : (self as any).tp$str();
          // What needs neither padding nor cutting is given itself, also when it is of a subclass.
          const formatted = formatStr(rt, self.v, text, rt.tpName(self));
          return formatted === self.v ? self : make(formatted);
        },
      ],
      __getnewargs__: ["(self, /)", (self: Str) => rt.tuple([make(self.v)])],
      __sizeof__: ["(self, /)", (self: Str) => rt.int(49 + self.v.length)],
      capitalize: map(cases.capitalize),
      casefold: map(cases.casefold),
      center: ["(self, width, fillchar=..., /)", pad("center")],
      count: [
        "(self, sub, start=..., end=..., /)",
        (self: Str, sub: PyObject, start?: PyObject, end?: PyObject) => {
          const [from, to] = bounds(self, start, end);
          const text = want(sub, (t) => `must be str, not ${t}`);
          return rt.int(search.count(self.v, text, from, to));
        },
      ],
      encode: [
        "(self, /, encoding='utf-8', errors='strict')",
        (self: Str, encoding: PyObject, errors: PyObject) =>
          rt.bytes(
            encode(rt, self.v, arg("encode", encoding, "'encoding' "), arg("encode", errors, "'errors' ")),
          ),
      ],
      endswith: ["(self, suffix, start=..., end=..., /)", edge("endswith", false)],
      expandtabs: [
        "(self, /, tabsize=8)",
        (self: Str, size: PyObject) => make(search.expandTabs(rt, self.v, ssize(rt, size))),
      ],
      find: ["(self, sub, start=..., end=..., /)", finder(search.find)],
      format: [
        "(self, /, *args, **kwargs)",
        (self: Str, args: PyObject[], kw: Map<string, PyObject>) =>
          make(
            formatTemplate(rt, self.v, {
              positional: args,
              named: (key) => {
                const v = kw.get(key);
                if (v === undefined) throw rt.errorWith("KeyError", [make(key)]);
                return v;
              },
            }),
          ),
      ],
      format_map: [
        "(self, mapping, /)",
        (self: Str, mapping: PyObject) =>
          make(
            formatTemplate(rt, self.v, {
              positional: undefined,
              named: (key) => rt.getItem(mapping, make(key)),
            }),
          ),
      ],
      index: ["(self, sub, start=..., end=..., /)", finder(search.find, "substring not found")],
      isalnum: test(cases.allAlnum),
      isalpha: test(cases.allAlpha),
      isascii: test(cases.isAscii),
      isdecimal: test(cases.allDecimal),
      isdigit: test(cases.allDigit),
      isidentifier: test(cases.isIdentifier),
      islower: test(cases.allLower),
      isnumeric: test(cases.allNumeric),
      isprintable: test(cases.allPrintable),
      isspace: test(cases.allSpace),
      istitle: test(cases.allTitle),
      isupper: test(cases.allUpper),
      join: ["(self, iterable, /)", join],
      ljust: ["(self, width, fillchar=..., /)", pad("ljust")],
      lower: map(cases.lower),
      lstrip: ["(self, chars=None, /)", stripper("lstrip", true, false)],
      partition: ["(self, sep, /)", parter(search.partition)],
      removeprefix: [
        "(self, prefix, /)",
        (self: Str, prefix: PyObject) => {
          const p = arg("removeprefix", prefix);
          return self.v.startsWith(p) && p !== "" ? make(self.v.slice(p.length)) : exact(self);
        },
      ],
      removesuffix: [
        "(self, suffix, /)",
        (self: Str, suffix: PyObject) => {
          const p = arg("removesuffix", suffix);
          return p !== "" && self.v.endsWith(p) ? make(self.v.slice(0, -p.length)) : exact(self);
        },
      ],
      replace: [
        "(self, old, new, count=-1, /)",
        (self: Str, from: PyObject, to: PyObject, count: PyObject) => {
          const a = arg("replace", from, "1 ");
          const b = arg("replace", to, "2 ");
          return reuse(self, search.replace(rt, self.v, a, b, ssize(rt, count)));
        },
      ],
      rfind: ["(self, sub, start=..., end=..., /)", finder(search.rfind)],
      rindex: ["(self, sub, start=..., end=..., /)", finder(search.rfind, "substring not found")],
      rjust: ["(self, width, fillchar=..., /)", pad("rjust")],
      rpartition: ["(self, sep, /)", parter(search.rpartition)],
      rsplit: ["(self, /, sep=None, maxsplit=-1)", splitter(search.rsplit, search.rsplitSpace)],
      rstrip: ["(self, chars=None, /)", stripper("rstrip", false, true)],
      split: ["(self, /, sep=None, maxsplit=-1)", splitter(search.split, search.splitSpace)],
      splitlines: [
        "(self, /, keepends=False)",
        (self: Str, keep: PyObject) => list(search.splitLines(self.v, index(rt, keep) !== 0)),
      ],
      startswith: ["(self, prefix, start=..., end=..., /)", edge("startswith", true)],
      strip: ["(self, chars=None, /)", stripper("strip", true, true)],
      swapcase: map(cases.swapcase),
      title: map(cases.title),
      translate: ["(self, table, /)", translate],
      upper: map(cases.upper),
      zfill: [
        "(self, width, /)",
        (self: Str, width: PyObject) => {
          const n = ssize(rt, width);
          const missing = n - len(self);
          if (missing <= 0) return exact(self);
          rt.budget.allocate(n * 2);
          const sign = self.v[0] === "+" || self.v[0] === "-" ? self.v[0] : "";
          return make(sign + "0".repeat(missing) + self.v.slice(sign.length));
        },
      ],
    },
    staticMethods: {
      maketrans: ["(x, y=..., z=..., /)", maketrans],
    },
    proto: {
      /** Can't equal anything that is no str. */
      $closed: true,
      $isIdentifier(this: Str) {
        return cases.isIdentifier(this.v);
      },
      toString(this: Str) {
        return this.v;
      },
      $jsstr(this: Str) {
        return this.v;
      },
      $single: single,
      /** `_string.formatter_parser`: an iterator of (literal, field name, spec, conversion). */
      $formatterParser(this: Str) {
        const none = rt.none;
        return iter(
          rt,
          rt.list(
            [...pieces(rt, this.v)].map(({ literal, field }) =>
              rt.tuple(
                field === undefined
                  ? [make(literal), none, none, none]
                  : [
                      make(literal),
                      make(field.name),
                      make(field.spec),
                      field.conversion === "" ? none : make(field.conversion),
                    ],
              ),
            ),
          ),
        );
      },
      /** `_string.formatter_field_name_split`: (first, iterator of (is attribute, name)). */
      $fieldNameSplit(this: Str) {
        const { first, rest } = splitName(rt, this.v);
        const key = (x: string | number): PyObject => (typeof x === "number" ? rt.int(x) : make(x));
        const accesses = [...rest].map((a) =>
          rt.tuple("attribute" in a ? [rt.true, make(a.attribute)] : [rt.false, key(a.index)]),
        );
        return rt.tuple([key(first), iter(rt, rt.list(accesses))]);
      },
    },
  };
}
