/** BytesIO, FileIO and the buffered streams: one implementation over ByteStream, under CPython's five names. */
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import type { ModuleContext } from "../context.js";
import {
  bytesOf,
  bytesOrUndefined,
  hostCall,
  indexOf,
  initialised,
  optionalIndex,
  osError,
  pathText,
} from "../support.js";
import { CLOSED, sizeOf, UNINITIALIZED, type IoTypes } from "./base.js";
import { ByteStream } from "./bytestream.js";

export interface BinaryTypes {
  readonly bytesIO: PyType;
  readonly fileIO: PyType;
  readonly reader: PyType;
  readonly writer: PyType;
  readonly random: PyType;
}

/** The stream behind a binary file object. */
export const streamOf = (file: any): ByteStream | undefined => file.stream as ByteStream | undefined;

export function makeBinaryTypes(rt: Runtime, context: ModuleContext, io: IoTypes): BinaryTypes {
  const charge = (size: number): void => rt.budget.allocate(size);
  /** The stream of an open file; `doing` names what is done, for the messages of buffered files. */
  const stream = (self: any, doing?: string): ByteStream => {
    const s = streamOf(self);
    if (s === undefined) throw rt.error("ValueError", UNINITIALIZED);
    if (!s.closed && self.ioClosed !== true) return s;
    if (self.isMemory === true) throw rt.error("ValueError", CLOSED);
    const buffered = doing !== undefined && !isRaw(self);
    throw rt.error("ValueError", buffered ? `${doing} closed file` : "I/O operation on closed file");
  };
  const isRaw = (self: PyObject): boolean => rt.isInstance(self, fileIO);
  const readable = (self: any, doing: string): ByteStream => {
    const s = stream(self, doing);
    if (!s.readable) io.unsupported(isRaw(self as PyObject) ? "File not open for reading" : "read");
    return s;
  };
  const writable = (self: any, name: string, doing: string): ByteStream => {
    const s = stream(self, doing);
    if (!s.writable) io.unsupported(isRaw(self as PyObject) ? "File not open for writing" : name);
    return s;
  };
  /** A buffer that can be written to. */
  const target = (name: string, buffer: PyObject): Uint8Array => {
    const bytes = rt.isInstance(buffer, rt.types["bytes"]) ? undefined : bytesOrUndefined(rt, buffer);
    if (bytes === undefined || (buffer.ob$type === rt.types["memoryview"] && isReadOnly(buffer)))
      throw rt.error(
        "TypeError",
        `${name}() argument must be read-write bytes-like object, not ${rt.argumentName(buffer)}`,
      );
    return bytes;
  };
  const isReadOnly = (view: PyObject): boolean => rt.isTrue(rt.getattr(view, "readonly"));
  const readInto = (name: string) =>
    [
      "(self, buffer, /)",
      (self: any, buffer: PyObject) => {
        const into = target(name, buffer);
        const data = readable(self, "readinto of").read(into.length);
        into.set(data);
        return rt.int(data.length);
      },
    ] as const;
  const methods = {
    read: [
      "(self, size=-1, /)",
      (self: any, size: PyObject) => {
        const n = sizeOf(rt, size);
        return rt.bytes(readable(self, "read of").read(n));
      },
    ],
    readline: [
      "(self, size=-1, /)",
      (self: any, size: PyObject) => {
        const n = sizeOf(rt, size);
        return rt.bytes(readable(self, "readline of").readLine(n));
      },
    ],
    readinto: readInto("readinto"),
    write: [
      "(self, b, /)",
      (self: any, data: PyObject) => {
        // A reader refuses before it looks at what is given.
        if (!isRaw(self as PyObject) && streamOf(self)?.writable === false) io.unsupported("write");
        const bytes = bytesOf(rt, data);
        writable(self, "write", "write to").write(bytes);
        return rt.int(bytes.length);
      },
    ],
    seek: [
      "(self, pos, whence=0, /)",
      (self: any, pos: PyObject, whence: PyObject) => {
        const how = indexOf(rt, whence);
        if (self.isMemory !== true) {
          if ((how < 0 || how > 2) && !isRaw(self as PyObject))
            throw rt.error("ValueError", `whence value ${how} unsupported`);
          stream(self, "seek of");
        }
        const offset = indexOf(rt, pos);
        const s = stream(self);
        if (self.isMemory === true) {
          if (how < 0 || how > 2)
            throw rt.error("ValueError", `invalid whence (${how}, should be 0, 1 or 2)`);
          if (how === 0 && offset < 0) throw rt.error("ValueError", `negative seek value ${offset}`);
        } else {
          const from = how === 0 ? 0 : how === 1 ? s.position : s.length;
          if (how < 0 || how > 2 || from + offset < 0) throw osError(rt, "EINVAL");
        }
        return rt.int(s.seek(offset, how));
      },
    ],
    tell: ["(self)", (self: any) => rt.int(stream(self).position)],
    truncate: [
      "(self, pos=None, /)",
      (self: any, pos: PyObject) => {
        if (self.isMemory === true) sizeOf(rt, pos);
        const s = writable(self, "truncate", "truncate of");
        const size = optionalIndex(rt, pos, s.position);
        if (size < 0) {
          if (self.isMemory !== true) throw osError(rt, "EINVAL");
          throw rt.error("ValueError", `negative size value ${size}`);
        }
        if (self.isMemory !== true || size < s.length) s.truncate(size);
        return rt.int(size);
      },
    ],
    flush: [
      "(self)",
      (self: any) => {
        const s = stream(self, "flush of");
        hostCall(rt, () => s.flush(), self.fileName);
      },
    ],
    close: [
      "(self)",
      (self: any) => {
        const s = streamOf(self);
        self.ioClosed = true;
        if (s === undefined || s.closed) return;
        if (self.descriptor !== undefined && self.closesDescriptor !== false)
          context.files.delete(self.descriptor as number);
        hostCall(rt, () => s.close(), self.fileName);
      },
    ],
    readable: ["(self)", (self: any) => stream(self).readable],
    writable: ["(self)", (self: any) => stream(self).writable],
    seekable: [
      "(self)",
      (self: any) => {
        stream(self);
        return true;
      },
    ],
    fileno: [
      "(self)",
      (self: any) => {
        const s = stream(self);
        if (self.isMemory === true) io.unsupported("fileno");
        self.descriptor ??= context.openDescriptor(s);
        return rt.int(self.descriptor as number);
      },
    ],
  } as const;
  /** Those of buffered files and BytesIO only. */
  const read1 = [
    "(self, size=-1, /)",
    (self: any, size: PyObject) => {
      const n = indexOf(rt, size);
      return rt.bytes(readable(self, "read of").read(n));
    },
  ] as const;
  const bufferedMethods = {
    ...methods,
    read1,
    peek: [
      "(self, size=0, /)",
      (self: any, size: PyObject) => {
        indexOf(rt, size);
        const s = readable(self, "peek of");
        return rt.bytes(s.view().slice(s.position));
      },
    ],
    readinto1: readInto("readinto1"),
    detach: ["(self)", (self: any) => self],
  } as const;
  const slots = {
    tp$iternext(this: any) {
      const line = readable(this, "readline of").readLine();
      return line.length === 0 ? undefined : rt.bytes(line);
    },
  };
  const getset = {
    closed: { get: (self: any) => rt.bool(self.ioClosed === true || streamOf(self)?.closed === true) },
    name: {
      get: (self: any) => self.fileName ?? raiseName(self),
      set: (self: any, value: PyObject | undefined) => (self.fileName = value),
    },
    mode: { get: (self: any) => rt.str(self.fileMode ?? "rb") },
    raw: { get: (self: PyObject) => self },
    closefd: { get: (self: any) => rt.bool(self.closesDescriptor !== false) },
  };
  const raiseName = (self: PyObject): never => {
    throw rt.attributeError(self, "name");
  };

  const bytesIO = rt.defineType({
    name: "BytesIO",
    module: "_io",
    base: io.buffered,
    new: [
      "(cls, *args, **kw)",
      (cls: PyType) => {
        const self = rt.alloc(cls);
        self.isMemory = true;
        self.stream = ByteStream.memory(new Uint8Array(), charge);
        return self;
      },
    ],
    init: [
      "(self, initial_bytes=None)",
      (self: any, initial: PyObject) => {
        self.stream = ByteStream.memory(
          initial === rt.none ? new Uint8Array() : bytesOf(rt, initial).slice(),
          charge,
        );
      },
    ],
    methods: {
      ...methods,
      read1,
      readinto1: readInto("readinto1"),
      detach: bufferedMethods.detach,
      getvalue: ["(self)", (self: any) => rt.bytes(stream(self).view().slice())],
      getbuffer: [
        "(self)",
        (self: any) =>
          rt.call(rt.builtin("memoryview"), [
            rt.call(rt.builtin("bytearray"), [rt.bytes(stream(self).view())]),
          ]),
      ],
    },
    slots,
    getset: { closed: getset.closed },
  }) as PyType;
  const fileIO = rt.defineType({
    name: "FileIO",
    module: "_io",
    base: io.raw,
    init: [
      "(self, file, mode='r', closefd=True, opener=None)",
      (self: any, file: PyObject, mode: PyObject, closefd: PyObject) => {
        if (!rt.isStr(mode))
          throw rt.error("TypeError", `FileIO() argument 'mode' must be str, not ${rt.argumentName(mode)}`);
        const letters = [...(mode.v as string)].filter((c) => c !== "b");
        if (letters.some((c) => !"rwax+".includes(c)))
          throw rt.error("ValueError", `invalid mode: ${mode.v}`);
        const kinds = letters.filter((c) => c !== "+");
        const update = letters.includes("+");
        if (kinds.length !== 1 || letters.length - kinds.length > 1)
          throw rt.error(
            "ValueError",
            "Must have exactly one of create/read/write/append mode and at most one plus",
          );
        const [text] = kinds;
        if (rt.isInt(file) && file.v < 0) throw rt.error("ValueError", "negative file descriptor");
        self.fileName = file;
        self.fileMode = `${text[0] === "r" ? "rb" : `${text === "w" && update ? "r" : text}b`}${update ? "+" : ""}`;
        self.closesDescriptor = rt.isTrue(closefd);
        if (rt.isInt(file)) {
          const descriptor = Number(file.v);
          const open = context.files.get(descriptor);
          if (open === undefined) throw osError(rt, "EBADF");
          self.stream = open;
          self.descriptor = descriptor;
          return;
        }
        if (!rt.isTrue(closefd)) throw rt.error("ValueError", "Cannot use closefd=False with file name");
        const path = context.absolute(pathText(rt, file));
        self.stream = hostCall(
          rt,
          () =>
            ByteStream.open(
              context.host,
              path,
              {
                read: text[0] === "r" || update,
                write: text[0] !== "r" || update,
                create: text[0] !== "r",
                exclusive: text[0] === "x",
                truncate: text[0] === "w",
                append: text[0] === "a",
                mode: 0o666 & ~context.umask,
              },
              charge,
            ),
          file,
        );
      },
    ],
    methods: { ...methods, readall: ["(self)", (self: any) => rt.bytes(readable(self, "").read())] },
    slots: {
      ...slots,
      $r(this: any) {
        if (this.fileName === undefined || this.ioClosed === true) return rt.str("<_io.FileIO [closed]>");
        return rt.str(
          `<_io.FileIO name=${rt.repr(initialised<PyObject>(rt, this, "fileName"))} mode='${this.fileMode as string}' closefd=${this.closesDescriptor === false ? "False" : "True"}>`,
        );
      },
    },
    getset,
  }) as PyType;
  const buffered = (name: string): PyType =>
    rt.defineType({
      name,
      module: "_io",
      base: io.buffered,
      init: [
        "(self, raw, buffer_size=8192)",
        (self: any, raw: any) => {
          const inner = streamOf(raw);
          // A raw stream written in Python is read whole; what is written to it goes through its own write.
          self.rawObject = raw;
          self.fileName = rt.lookup(raw, "name");
          self.fileMode = raw.fileMode;
          self.descriptor = raw.descriptor;
          self.closesDescriptor = raw.closesDescriptor;
          self.stream =
            inner ??
            ByteStream.memory(
              name === "BufferedWriter" ? new Uint8Array() : bytesOf(rt, rt.callMethod0(raw, "read")),
              charge,
            );
          self.isForeign = inner === undefined;
        },
      ],
      methods: {
        ...bufferedMethods,
        write: [
          "(self, b, /)",
          (self: any, data: PyObject) =>
            self.isForeign === true
              ? rt.callMethod1(self.rawObject, "write", data)
              : methods.write[1](self, data),
        ],
      },
      slots: {
        ...slots,
        $r(this: any) {
          return rt.str(`<_io.${name} name=${this.fileName === undefined ? "?" : rt.repr(this.fileName)}>`);
        },
      },
      getset: { ...getset, raw: { get: (self: any) => self.rawObject ?? self } },
    }) as PyType;
  return {
    bytesIO,
    fileIO,
    reader: buffered("BufferedReader"),
    writer: buffered("BufferedWriter"),
    random: buffered("BufferedRandom"),
  };
}
