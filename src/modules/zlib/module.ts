/** `zlib`: compress, decompress, the streaming objects and the checksums, over pako; gzip.py and others stand on it. */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import { addFunctions, addInts, bytesOf, indexOf, initialised, type ModuleNamespace } from "../support.js";
import { adler32, crc32 } from "./checksums.js";
import { Compressor, Decompressor, ZlibFault, type CompressOptions } from "./stream.js";

const constants = {
  DEFLATED: 8,
  MAX_WBITS: 15,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: 16384,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH: 4,
  Z_BLOCK: 5,
  Z_TREES: 6,
};

/** One call on a stream, kept so that `copy()` can make it again. */
type Call = readonly [data: Uint8Array, flag: number];

export function installZlib(rt: Runtime): void {
  rt.registerModule("zlib", (_, module) => {
    const error = rt.buildClass("error", [rt.builtin("Exception")], {
      __module__: rt.str("zlib"),
    });
    module.setStr("error", error);
    addInts(rt, module, constants);
    for (const name of ["ZLIB_VERSION", "ZLIB_RUNTIME_VERSION"]) module.setStr(name, rt.str("1.2.13"));
    module.setStr("__version__", rt.str("1.0"));
    const fault = (status: number, doing: string, detail = ""): unknown => {
      const text = detail !== "" ? detail : (faults.get(status) ?? "");
      return rt.call(error, [rt.str(`Error ${status} ${doing}${text === "" ? "" : `: ${text}`}`)]);
    };
    const guarded = <T>(doing: string, run: () => T): T => {
      try {
        return run();
      } catch (e) {
        if (e instanceof ZlibFault) throw fault(e.status, doing, e.detail);
        throw e;
      }
    };
    const allocate = (bytes: number): void => {
      rt.budget.allocate(bytes);
      rt.budget.step(1 + (bytes >> 6));
    };
    const whole = { compress: compressWhole, decompress: decompressWhole };
    function compressWhole(data: PyObject, level: PyObject, wbits: PyObject): PyObject {
      const options: CompressOptions = {
        level: indexOf(rt, level),
        method: 8,
        wbits: indexOf(rt, wbits),
        memLevel: 8,
        strategy: 0,
      };
      const input = bytesOf(rt, data);
      if (options.level < -1 || options.level > 9) throw rt.call(error, [rt.str("Bad compression level")]);
      return guarded("while compressing data", () => {
        const stream = new Compressor(options, allocate);
        return rt.bytes(stream.push(input, constants.Z_FINISH));
      });
    }
    function decompressWhole(data: PyObject, wbits: PyObject, size: PyObject): PyObject {
      if (indexOf(rt, size) < 0) throw rt.error("ValueError", "bufsize must be non-negative");
      const input = bytesOf(rt, data);
      const doing = "while decompressing data";
      return guarded(doing, () => {
        const stream = new Decompressor(indexOf(rt, wbits), undefined, allocate);
        const { out } = stream.push(input);
        if (!stream.ended) throw fault(-5, doing);
        return rt.bytes(out);
      });
    }
    addFunctions(rt, module, {
      compress: ["(data, /, level=-1, wbits=15)", whole.compress],
      decompress: ["(data, /, wbits=15, bufsize=16384)", whole.decompress],
      crc32: [
        "(data, value=0, /)",
        (data: PyObject, value: PyObject) => rt.int(crc32(bytesOf(rt, data), low32(rt, value))),
      ],
      adler32: [
        "(data, value=1, /)",
        (data: PyObject, value: PyObject) => rt.int(adler32(bytesOf(rt, data), low32(rt, value))),
      ],
    });
    compressors(rt, module, guarded, allocate);
    decompressors(rt, module, guarded, fault, allocate);
  });
}

const faults: ReadonlyMap<number, string> = new Map([
  [-5, "incomplete or truncated stream"],
  [-2, "inconsistent stream state"],
  [-3, "invalid input data"],
]);

const low32 = (rt: Runtime, value: PyObject): number => Number(BigInt.asUintN(32, BigInt(rt.index(value))));

type Guarded = <T>(doing: string, run: () => T) => T;

function dictionaryOf(rt: Runtime, value: PyObject | undefined): Uint8Array | undefined {
  if (value === undefined || value === rt.none) return undefined;
  const bytes = rt.types["bytes"].$buffer(value) as Uint8Array | undefined;
  if (bytes === undefined) throw rt.error("TypeError", "zdict argument must support the buffer protocol");
  return bytes.slice();
}

/** zlib.compressobj() and its objects. */
function compressors(
  rt: Runtime,
  module: ModuleNamespace,
  guarded: Guarded,
  allocate: (bytes: number) => void,
): void {
  interface State {
    readonly options: CompressOptions;
    stream: Compressor;
    calls: Call[];
    finished: boolean;
  }
  const push = (state: State, doing: string, data: Uint8Array, flag: number): PyObject =>
    guarded(doing, () => {
      if (state.finished) throw new ZlibFault(-2, "");
      state.calls.push([data, flag]);
      const out = state.stream.push(data, flag);
      state.finished = flag === constants.Z_FINISH;
      return rt.bytes(out);
    });
  const copy = (self: any): PyObject => {
    const { options, calls, finished } = initialised<State>(rt, self, "state");
    if (finished) throw rt.error("ValueError", "Inconsistent stream state");
    const stream = new Compressor(options, allocate);
    for (const [data, flag] of calls) stream.push(data, flag);
    return make({ options, stream, calls: [...calls], finished });
  };
  const type = rt.defineType({
    name: "Compress",
    module: "zlib",
    subclassable: false,
    methods: {
      compress: [
        "(self, data, /)",
        (self: any, data: PyObject) =>
          push(initialised<State>(rt, self, "state"), "while compressing data", bytesOf(rt, data).slice(), 0),
      ],
      flush: [
        "(self, mode=4, /)",
        (self: any, mode: PyObject) => {
          const flag = indexOf(rt, mode);
          if (flag === constants.Z_NO_FLUSH) return rt.bytes(new Uint8Array(0));
          return push(initialised<State>(rt, self, "state"), "while flushing", new Uint8Array(0), flag);
        },
      ],
      copy: ["(self, /)", copy],
      __copy__: ["(self, /)", copy],
      __deepcopy__: ["(self, memo, /)", copy],
    },
  });
  const make = (state: State): PyObject => Object.assign(rt.alloc(type), { state });
  addFunctions(rt, module, {
    compressobj: [
      "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
      (level, method, wbits, memLevel, strategy, zdict) => {
        const options: CompressOptions = {
          level: indexOf(rt, level),
          method: indexOf(rt, method),
          wbits: indexOf(rt, wbits),
          memLevel: indexOf(rt, memLevel),
          strategy: indexOf(rt, strategy),
          dictionary: dictionaryOf(rt, zdict),
        };
        let stream: Compressor;
        try {
          stream = new Compressor(options, allocate);
        } catch (e) {
          if (!(e instanceof ZlibFault)) throw e;
          if (e.status === -2) throw rt.error("ValueError", "Invalid initialization option");
          return guarded("while creating compression object", () => {
            throw e;
          });
        }
        return make({ options, stream, calls: [], finished: false });
      },
    ],
  });
}

/** zlib.decompressobj() and its objects. */
function decompressors(
  rt: Runtime,
  module: ModuleNamespace,
  guarded: Guarded,
  fault: (status: number, doing: string) => unknown,
  allocate: (bytes: number) => void,
): void {
  interface State {
    readonly wbits: number;
    readonly dictionary: Uint8Array | undefined;
    stream: Decompressor;
    calls: Call[];
    unused: Uint8Array;
    tail: Uint8Array;
  }
  const empty = new Uint8Array(0);
  const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
    const both = new Uint8Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both;
  };
  const push = (state: State, doing: string, data: Uint8Array, limit: number): Uint8Array =>
    guarded(doing, () => {
      if (state.stream.ended) {
        state.unused = joined(state.unused, data);
        state.tail = empty;
        return empty;
      }
      state.calls.push([data, limit]);
      const { out, rest } = state.stream.push(data, limit === 0 ? Infinity : limit);
      if (state.stream.ended) {
        state.unused = joined(state.unused, rest);
        state.tail = empty;
      } else state.tail = rest;
      return out;
    });
  const copy = (self: any): PyObject => {
    const { wbits, dictionary, calls, unused, tail } = initialised<State>(rt, self, "state");
    const stream = new Decompressor(wbits, dictionary, allocate);
    for (const [data, limit] of calls) stream.push(data, limit === 0 ? Infinity : limit);
    return make({ wbits, dictionary, stream, calls: [...calls], unused, tail });
  };
  const type = rt.defineType({
    name: "Decompress",
    module: "zlib",
    subclassable: false,
    methods: {
      decompress: [
        "(self, data, /, max_length=0)",
        (self: any, data: PyObject, most: PyObject) => {
          const limit = indexOf(rt, most);
          if (limit < 0) throw rt.error("ValueError", "max_length must be non-negative");
          return rt.bytes(
            push(
              initialised<State>(rt, self, "state"),
              "while decompressing data",
              bytesOf(rt, data).slice(),
              limit,
            ),
          );
        },
      ],
      flush: [
        "(self, length=16384, /)",
        (self: any, length: PyObject) => {
          if (indexOf(rt, length) <= 0) throw rt.error("ValueError", "length must be greater than zero");
          const state = initialised<State>(rt, self, "state");
          const data = state.tail;
          state.tail = empty;
          return rt.bytes(data.length === 0 ? empty : push(state, "while decompressing data", data, 0));
        },
      ],
      copy: ["(self, /)", copy],
      __copy__: ["(self, /)", copy],
      __deepcopy__: ["(self, memo, /)", copy],
    },
    getset: {
      unused_data: { get: (self: any) => rt.bytes(initialised<State>(rt, self, "state").unused.slice()) },
      unconsumed_tail: { get: (self: any) => rt.bytes(initialised<State>(rt, self, "state").tail.slice()) },
      eof: { get: (self: any) => rt.bool(initialised<State>(rt, self, "state").stream.ended) },
    },
  });
  const make = (state: State): PyObject => Object.assign(rt.alloc(type), { state });
  addFunctions(rt, module, {
    decompressobj: [
      "(wbits=15, zdict=None)",
      (bits: PyObject, zdict: PyObject) => {
        const wbits = indexOf(rt, bits);
        const dictionary = dictionaryOf(rt, zdict);
        let stream: Decompressor;
        try {
          stream = new Decompressor(wbits, dictionary, allocate);
        } catch (e) {
          if (!(e instanceof ZlibFault)) throw e;
          if (e.status === -2) throw rt.error("ValueError", "Invalid initialization option");
          throw fault(e.status, "while creating decompression object");
        }
        return make({ wbits, dictionary, stream, calls: [], unused: empty, tail: empty });
      },
    ],
  });
}
