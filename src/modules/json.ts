/**
 * `json`, native: JSONEncoder and JSONDecoder with CPython's hooks, texts and error positions; the submodules json.encoder,
 * json.decoder and json.scanner offer the same objects.
 */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { makeScanner } from "./json/scan.js";
import { makeWriter, quoteAscii, quoteText, type WriterOptions } from "./json/write.js";
import { addFunctions, bytesOrUndefined, decode, indexOf, unpackPair } from "./support.js";

interface Json {
  readonly names: Map<string, PyObject>;
}

export function installJson(rt: Runtime): void {
  let made: Json | undefined;
  const get = (): Json => (made ??= makeJson(rt));
  const offer = (module: string, names?: readonly string[]): void => {
    rt.registerModule(module, (_, namespace) => {
      for (const [name, value] of get().names)
        if (names === undefined || names.includes(name)) namespace.setStr(name, value);
    });
  };
  rt.registerModule("json", (_, namespace) => {
    const names = [
      "dump",
      "dumps",
      "load",
      "loads",
      "JSONDecoder",
      "JSONDecodeError",
      "JSONEncoder",
      "detect_encoding",
      "_default_encoder",
      "_default_decoder",
      "__all__",
    ];
    for (const name of names) namespace.setStr(name, get().names.get(name)!);
    for (const part of ["decoder", "encoder", "scanner"]) rt.importModule(`json.${part}`);
  });
  offer("json.encoder", [
    "JSONEncoder",
    "encode_basestring",
    "encode_basestring_ascii",
    "py_encode_basestring",
    "py_encode_basestring_ascii",
    "c_make_encoder",
    "INFINITY",
  ]);
  offer("json.decoder", [
    "JSONDecoder",
    "JSONDecodeError",
    "scanstring",
    "py_scanstring",
    "NaN",
    "PosInf",
    "NegInf",
  ]);
  offer("json.scanner", ["make_scanner", "py_make_scanner"]);
}

function makeJson(rt: Runtime): Json {
  const names = new Map<string, PyObject>();
  const errorType: PyType = rt.defineType({
    name: "JSONDecodeError",
    module: "json.decoder",
    base: rt.builtin("ValueError"),
    dict: true,
    init: [
      "(self, msg, doc, pos)",
      (self: PyObject, msg: PyObject, doc: PyObject, pos: PyObject) => {
        const text = rt.isStr(doc) ? (doc.v as string) : "";
        const at = indexOf(rt, pos);
        const head = Array.from(text).slice(0, at).join("");
        const line = head.split("\n").length;
        const column =
          at - (head.includes("\n") ? Array.from(head.slice(0, head.lastIndexOf("\n"))).length : -1);
        rt.setattr(
          self,
          "args",
          rt.tuple([rt.str(`${rt.strOf(msg)}: line ${line} column ${column} (char ${at})`)]),
        );
        for (const [name, value] of Object.entries({
          msg,
          doc,
          pos,
          lineno: rt.int(line),
          colno: rt.int(column),
        }))
          rt.setattr(self, name, value);
      },
    ],
    methods: {
      __reduce__: [
        "(self)",
        (self: any) =>
          rt.tuple([
            self.ob$type,
            rt.tuple([rt.getattr(self, "msg"), rt.getattr(self, "doc"), rt.getattr(self, "pos")]),
          ]),
      ],
    },
  });
  const fail = (message: string, text: string, index: number): never => {
    const position = Array.from(text.slice(0, index)).length;
    throw rt.call(errorType, [rt.str(message), rt.str(text), rt.int(position)]);
  };
  const scanner = makeScanner(rt, fail);

  // ---- decoder
  const hookNames = [
    "object_hook",
    "parse_float",
    "parse_int",
    "parse_constant",
    "object_pairs_hook",
  ] as const;
  const hooksOf = (self: PyObject): Parameters<typeof scanner.value>[2] => {
    const hook = (name: string): PyObject | undefined => {
      const value = rt.lookup(self, name);
      return value === undefined || value === rt.none ? undefined : value;
    };
    return {
      objectHook: hook("object_hook"),
      pairsHook: hook("object_pairs_hook"),
      parseFloat: hook("parse_float"),
      parseInt: hook("parse_int"),
      parseConstant: hook("parse_constant"),
      strict: rt.isTrue(rt.getattr(self, "strict")),
    };
  };
  /** A code point index as an index into the JS string. */
  const unitIndex = (text: string, index: number): number => {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return index;
    return Array.from(text).slice(0, index).join("").length;
  };
  const pointIndex = (text: string, index: number): number => Array.from(text.slice(0, index)).length;
  const decoder = rt.defineType({
    name: "JSONDecoder",
    module: "json.decoder",
    dict: true,
    init: [
      "(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None)",
      (
        self: PyObject,
        objectHook: PyObject,
        parseFloat: PyObject,
        parseInt: PyObject,
        parseConstant: PyObject,
        strict: PyObject,
        pairsHook: PyObject,
      ) => {
        const values = [objectHook, parseFloat, parseInt, parseConstant, pairsHook];
        hookNames.forEach((name, i) => rt.setattr(self, name, values[i]));
        rt.setattr(self, "strict", strict);
        rt.setattr(self, "memo", rt.newDict());
      },
    ],
    methods: {
      decode: [
        "(self, s)",
        (self: PyObject, s: PyObject) => {
          if (!rt.isStr(s))
            throw rt.error("TypeError", `expected string or bytes-like object, got '${rt.tpName(s)}'`);
          const text = s.v as string;
          const hooks = hooksOf(self);
          const [value, end] = scanner.value(text, scanner.skip(text, 0), hooks);
          const rest = scanner.skip(text, end);
          if (rest !== text.length) fail("Extra data", text, rest);
          return value;
        },
      ],
      raw_decode: [
        "(self, s, idx=0)",
        (self: PyObject, s: PyObject, index: PyObject) => {
          if (!rt.isStr(s))
            throw rt.error("TypeError", `first argument must be a string, not ${rt.tpName(s)}`);
          const text = s.v as string;
          const [value, end] = scanner.value(text, unitIndex(text, indexOf(rt, index)), hooksOf(self));
          return rt.tuple([value, rt.int(pointIndex(text, end))]);
        },
      ],
    },
  }) as PyType;

  // ---- encoder
  const writer = makeWriter(rt);
  const optionsOf = (self: any): WriterOptions => {
    const flag = (name: string): boolean => rt.isTrue(rt.getattr(self, name));
    const indent = rt.getattr(self, "indent");
    const separator = (name: string, position: number): string => {
      const text = rt.getattr(self, name);
      if (rt.isStr(text)) return text.v as string;
      throw rt.error("TypeError", `make_encoder() argument ${position} must be str, not ${rt.tpName(text)}`);
    };
    return {
      skipKeys: flag("skipkeys"),
      ascii: flag("ensure_ascii"),
      checkCircular: flag("check_circular"),
      allowNan: flag("allow_nan"),
      sortKeys: flag("sort_keys"),
      indent:
        indent === rt.none
          ? undefined
          : rt.isStr(indent)
            ? (indent.v as string)
            : " ".repeat(Math.max(0, indexOf(rt, indent))),
      keySeparator: separator("key_separator", 5),
      itemSeparator: separator("item_separator", 6),
      fallback: (value) => rt.callMethod1(self as PyObject, "default", value),
    };
  };
  const encoder = rt.defineType({
    name: "JSONEncoder",
    module: "json.encoder",
    dict: true,
    attributes: { item_separator: rt.str(", "), key_separator: rt.str(": ") },
    init: [
      "(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None)",
      (
        self: PyObject,
        skipkeys: PyObject,
        ascii: PyObject,
        circular: PyObject,
        nan: PyObject,
        sort: PyObject,
        indent: PyObject,
        separators: PyObject,
        fallback: PyObject,
      ) => {
        for (const [name, value] of Object.entries({
          skipkeys,
          ensure_ascii: ascii,
          check_circular: circular,
          allow_nan: nan,
          sort_keys: sort,
          indent,
        }))
          rt.setattr(self, name, value);
        if (separators !== rt.none) {
          const [item, key] = unpackPair(rt, separators);
          rt.setattr(self, "item_separator", item);
          rt.setattr(self, "key_separator", key);
        } else if (indent !== rt.none) rt.setattr(self, "item_separator", rt.str(","));
        if (fallback !== rt.none) rt.setattr(self, "default", fallback);
      },
    ],
    methods: {
      default: [
        "(self, o)",
        (_: PyObject, o: PyObject) => {
          throw rt.error("TypeError", `Object of type ${rt.tpName(o)} is not JSON serializable`);
        },
      ],
      encode: [
        "(self, o)",
        (self: PyObject, o: PyObject) => {
          if (rt.isStr(o))
            return rt.isTrue(rt.getattr(self, "ensure_ascii"))
              ? quoteAscii(o.v as string)
              : quoteText(o.v as string);
          const chunks = rt.callMethod1(self, "iterencode", o);
          return rt
            .toArray(chunks)
            .map((chunk) => rt.strOf(chunk))
            .join("");
        },
      ],
      iterencode: [
        "(self, o, _one_shot=False)",
        (self: PyObject, o: PyObject) => rt.iter(rt.list([rt.str(writer.write(o, optionsOf(self)))])),
      ],
    },
  }) as PyType;

  // ---- functions
  const encoderFor = (
    cls: PyObject,
    kw: readonly [string, PyObject][],
    more: ReadonlyMap<string, PyObject>,
  ): PyObject => rt.call(cls === rt.none ? encoder : cls, [], [...kw.flat(), ...[...more].flat()]);
  const encoderParameters =
    "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw";
  const makeEncoder = (args: PyObject[], more: ReadonlyMap<string, PyObject>): PyObject => {
    const [skipkeys, ascii, circular, nan, cls, indent, separators, fallback, sort] = args;
    return encoderFor(
      cls,
      [
        ["skipkeys", skipkeys],
        ["ensure_ascii", ascii],
        ["check_circular", circular],
        ["allow_nan", nan],
        ["indent", indent],
        ["separators", separators],
        ["default", fallback],
        ["sort_keys", sort],
      ],
      more,
    );
  };
  const decoderParameters =
    "cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw";
  const loads = (s: PyObject, args: PyObject[], more: Map<string, PyObject>): PyObject => {
    let text = s;
    if (rt.isStr(s)) {
      if ((s.v as string).startsWith("\ufeff"))
        throw rt.call(errorType, [rt.str("Unexpected UTF-8 BOM (decode using utf-8-sig)"), s, rt.int(0)]);
    } else {
      const bytes = bytesOrUndefined(rt, s);
      if (bytes === undefined)
        throw rt.error("TypeError", `the JSON object must be str, bytes or bytearray, not ${rt.tpName(s)}`);
      text = rt.str(decode(rt, bytes, detectEncoding(bytes), "surrogatepass"));
    }
    const [cls, objectHook, parseFloat, parseInt, parseConstant, pairsHook] = args;
    const kw: (string | PyObject)[] = [...more].flat();
    for (const [name, value] of [
      ["object_hook", objectHook],
      ["parse_float", parseFloat],
      ["parse_int", parseInt],
      ["parse_constant", parseConstant],
      ["object_pairs_hook", pairsHook],
    ] as const) {
      if (value !== rt.none) kw.push(name, value);
    }
    return rt.callMethod1(rt.call(cls === rt.none ? decoder : cls, [], kw), "decode", text);
  };
  const split = (args: any[]): [PyObject[], Map<string, PyObject>] => [
    args.slice(0, -1) as PyObject[],
    args[args.length - 1] as Map<string, PyObject>,
  ];
  const functions = rt.newDict();
  addFunctions(rt, functions, {
    dumps: [
      `(obj, *, ${encoderParameters})`,
      (obj: PyObject, ...args: any[]) => rt.callMethod1(makeEncoder(...split(args)), "encode", obj),
    ],
    dump: [
      `(obj, fp, *, ${encoderParameters})`,
      (obj: PyObject, fp: PyObject, ...args: any[]) => {
        for (const chunk of rt.iterate(rt.callMethod1(makeEncoder(...split(args)), "iterencode", obj)))
          rt.callMethod1(fp, "write", chunk);
      },
    ],
    loads: [`(s, *, ${decoderParameters})`, (s: PyObject, ...args: any[]) => loads(s, ...split(args))],
    load: [
      `(fp, *, ${decoderParameters})`,
      (fp: PyObject, ...args: any[]) => loads(rt.callMethod0(fp, "read"), ...split(args)),
    ],
    detect_encoding: ["(b)", (b: PyObject) => detectEncoding(bytesOrUndefined(rt, b) ?? new Uint8Array())],
    scanstring: [
      "(s, end, strict=True)",
      (s: PyObject, end: PyObject, strict: PyObject) => {
        const text = s.v as string;
        const [value, after] = scanner.string(text, unitIndex(text, indexOf(rt, end)), rt.isTrue(strict));
        return rt.tuple([rt.str(value), rt.int(pointIndex(text, after))]);
      },
    ],
    encode_basestring: ["(s)", (s: PyObject) => quoteText(rt.strOf(s))],
    encode_basestring_ascii: ["(s)", (s: PyObject) => quoteAscii(rt.strOf(s))],
    make_scanner: [
      "(context)",
      (context: PyObject) =>
        rt.fn("scan_once(string, idx)", (s: PyObject, index: PyObject) => {
          if (!rt.isStr(s))
            throw rt.error("TypeError", `first argument must be a string, not ${rt.tpName(s)}`);
          const text = s.v as string;
          const [value, end] = scanner.value(text, unitIndex(text, indexOf(rt, index)), hooksOf(context));
          return rt.tuple([value, rt.int(pointIndex(text, end))]);
        }),
    ],
  });
  for (const pair of rt.toArray(rt.callMethod0(functions, "items")))
    names.set(pair.v[0].v as string, pair.v[1] as PyObject);
  const alias = (from: string, to: string): void => void names.set(to, names.get(from)!);
  alias("scanstring", "py_scanstring");
  alias("make_scanner", "py_make_scanner");
  alias("encode_basestring", "py_encode_basestring");
  alias("encode_basestring_ascii", "py_encode_basestring_ascii");
  for (const [name, value] of Object.entries({
    INFINITY: Infinity,
    PosInf: Infinity,
    NegInf: -Infinity,
    NaN,
  }))
    names.set(name, rt.float(value));
  names.set("c_make_encoder", rt.none);
  names.set("JSONDecodeError", errorType);
  names.set("JSONDecoder", decoder);
  names.set("JSONEncoder", encoder);
  names.set("_default_encoder", rt.call(encoder, []));
  names.set("_default_decoder", rt.call(decoder, []));
  names.set(
    "__all__",
    rt.list(
      ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"].map((name) =>
        rt.str(name),
      ),
    ),
  );
  return { names };
}

/** RFC 4627, section 3, as json.detect_encoding does it. */
function detectEncoding(b: Uint8Array): string {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => b[i] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return "utf-32";
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return "utf-16";
  if (starts(0xef, 0xbb, 0xbf)) return "utf-8-sig";
  if (b.length >= 4) {
    if (b[0] === 0) return b[1] !== 0 ? "utf-16-be" : "utf-32-be";
    if (b[1] === 0) return b[2] !== 0 || b[3] !== 0 ? "utf-16-le" : "utf-32-le";
  } else if (b.length === 2) {
    if (b[0] === 0) return "utf-16-be";
    if (b[1] === 0) return "utf-16-le";
  }
  return "utf-8";
}
