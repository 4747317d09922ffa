/** `io` and `_io`: open() and the table of names; `open` of builtins is the same function. */
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import type { ModuleContext } from "../context.js";
import { addInts, decode, initialised, optionalIndex } from "../support.js";
import { makeIoBase } from "./base.js";
import { makeBinaryTypes } from "./binary.js";
import { makeTextTypes, type TextTypes } from "./text.js";

/** What `sys` and the builtins need of io. */
export interface Io {
  readonly open: PyObject;
  readonly text: TextTypes;
}

/** Registers the modules. The function gives the types, which are made when first asked for. */
export function installIo(rt: Runtime, context: ModuleContext): () => Io {
  let made: (Io & { names: Map<string, PyObject> }) | undefined;
  const make = (): Io & { names: Map<string, PyObject> } => (made ??= makeIo(rt, context));
  for (const name of ["io", "_io"]) {
    rt.registerModule(name, (_, module) => {
      for (const [key, value] of make().names) module.setStr(key, value);
      addInts(rt, module, { DEFAULT_BUFFER_SIZE: 8192, SEEK_SET: 0, SEEK_CUR: 1, SEEK_END: 2 });
    });
  }
  return make;
}

function makeIo(rt: Runtime, context: ModuleContext): Io & { names: Map<string, PyObject> } {
  const types = makeIoBase(rt);
  const binary = makeBinaryTypes(rt, context, types);
  const text = makeTextTypes(rt, types, binary.bytesIO);
  const open = rt.fn(
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    (
      file: PyObject,
      modeObject: PyObject,
      buffering: PyObject,
      encoding: PyObject,
      errors: PyObject,
      newline: PyObject,
      closefd: PyObject,
      opener: PyObject,
    ) => {
      for (const [name, argument] of [
        ["encoding", encoding],
        ["errors", errors],
        ["newline", newline],
      ] as const) {
        if (argument !== rt.none && !rt.isStr(argument))
          throw rt.error(
            "TypeError",
            `open() argument '${name}' must be str or None, not ${rt.tpName(argument)}`,
          );
      }
      if (!rt.isStr(modeObject))
        throw rt.error("TypeError", `open() argument 'mode' must be str, not ${rt.argumentName(modeObject)}`);
      const mode = modeObject.v as string;
      const value = (message: string): PyObject => rt.error("ValueError", message);
      const letters = new Set(mode);
      if (!/^[rwaxbt+]*$/.test(mode) || letters.size !== mode.length)
        throw value(`invalid mode: ${rt.repr(modeObject)}`);
      const isBinary = letters.has("b");
      if (isBinary && letters.has("t")) throw value("can't have text and binary mode at once");
      const kinds = ["r", "w", "a", "x"].filter((kind) => letters.has(kind));
      if (kinds.length > 1) throw value("must have exactly one of create/read/write/append mode");
      if (isBinary && encoding !== rt.none) throw value("binary mode doesn't take an encoding argument");
      if (isBinary && errors !== rt.none) throw value("binary mode doesn't take an errors argument");
      if (isBinary && newline !== rt.none) throw value("binary mode doesn't take a newline argument");
      const update = letters.has("+");
      let target = file;
      if (opener !== rt.none) {
        const flags = { r: 0, w: 0o1101, a: 0o2101, x: 0o301 }[kinds[0]] ?? 0;
        target = rt.call(opener, [file, rt.int(update ? (flags & ~1) | 2 : flags)]);
      }
      const raw = rt.call(binary.fileIO, [target, rt.str((kinds[0] ?? "") + (update ? "+" : "")), closefd]);
      if (opener !== rt.none) raw.fileName = file;
      const size = optionalIndex(rt, buffering, -1);
      if (size === 0 && isBinary) return raw;
      if (size === 0) throw value("can't have unbuffered text I/O");
      const buffer = rt.call(update ? binary.random : kinds[0] === "r" ? binary.reader : binary.writer, [
        raw,
      ]);
      if (isBinary) return buffer;
      const result = rt.call(text.wrapper, [buffer, encoding, errors, newline]);
      result.fileMode = mode;
      return result;
    },
    undefined,
    "_io",
  );
  const incremental = rt.defineType({
    name: "IncrementalNewlineDecoder",
    module: "_io",
    init: [
      "(self, decoder, translate, errors='strict')",
      (self: any, decoder: PyObject, translate: PyObject) => {
        self.decoder = decoder;
        self.translate = rt.isTrue(translate);
        self.pending = "";
      },
    ],
    methods: {
      decode: [
        "(self, input, final=False)",
        (self: any, input: PyObject, final: PyObject) => {
          const decoded =
            initialised(rt, self, "decoder") === rt.none
              ? input
              : rt.callMethod2(self.decoder, "decode", input, final);
          let value = (self.pending as string) + rt.strOf(decoded);
          self.pending = "";
          if (value.endsWith("\r") && !rt.isTrue(final)) {
            self.pending = "\r";
            value = value.slice(0, -1);
          }
          return self.translate === true ? value.replace(/\r\n?/g, "\n") : value;
        },
      ],
      reset: [
        "(self)",
        (self: any) => {
          self.pending = "";
        },
      ],
    },
  });
  const names = new Map<string, PyObject>([
    ["open", open],
    ["open_code", rt.fn("open_code(path)", (path: PyObject) => rt.call(open, [path, rt.str("rb")]))],
    [
      "text_encoding",
      rt.fn("text_encoding(encoding, stacklevel=2)", (encoding: PyObject) =>
        encoding === rt.none ? rt.str("locale") : encoding,
      ),
    ],
    ["IOBase", types.base],
    ["RawIOBase", types.raw],
    ["BufferedIOBase", types.buffered],
    ["TextIOBase", types.text],
    ["_IOBase", types.base],
    ["_RawIOBase", types.raw],
    ["_BufferedIOBase", types.buffered],
    ["_TextIOBase", types.text],
    ["FileIO", binary.fileIO],
    ["BytesIO", binary.bytesIO],
    ["BufferedReader", binary.reader],
    ["BufferedWriter", binary.writer],
    ["BufferedRandom", binary.random],
    ["StringIO", text.stringIO],
    ["TextIOWrapper", text.wrapper],
    ["UnsupportedOperation", types.unsupportedOperation],
    ["BlockingIOError", rt.builtin("BlockingIOError")],
    ["IncrementalNewlineDecoder", incremental],
  ]);
  void decode;
  return { open, text, names };
}
