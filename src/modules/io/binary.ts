/** BytesIO, FileIO and the buffered streams: one implementation over ByteStream, under CPython's five names. */
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import type { ModuleContext } from "../context.js";
import { bytesOf, hostCall, indexOf, initialised, optionalIndex, osError, pathText } from "../support.js";
import { CLOSED, type IoTypes } from "./base.js";
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
  const stream = (self: any): ByteStream => {
    const s = streamOf(self);
    if (s === undefined) throw rt.error("ValueError", "I/O operation on uninitialized object");
    if (s.closed || self.ioClosed === true) throw rt.error("ValueError", CLOSED);
    return s;
  };
  const readable = (self: any): ByteStream => {
    const s = stream(self);
    if (!s.readable) io.unsupported("read");
    return s;
  };
  const read = (self: any, size: PyObject): PyObject =>
    rt.bytes(readable(self).read(optionalIndex(rt, size, -1)));
  const methods = {
    read: ["(self, size=-1, /)", read],
    read1: ["(self, size=-1, /)", read],
    peek: [
      "(self, size=0, /)",
      (self: any) => {
        const s = readable(self);
        return rt.bytes(s.view().slice(s.position));
      },
    ],
    readall: ["(self)", (self: any) => rt.bytes(readable(self).read())],
    readline: [
      "(self, size=-1, /)",
      (self: any, size: PyObject) => rt.bytes(readable(self).readLine(optionalIndex(rt, size, -1))),
    ],
    readinto: [
      "(self, buffer, /)",
      (self: any, buffer: PyObject) => {
        const target = bytesOf(rt, buffer);
        const data = readable(self).read(target.length);
        target.set(data);
        return rt.int(data.length);
      },
    ],
    write: [
      "(self, b, /)",
      (self: any, data: PyObject) => {
        const s = stream(self);
        if (!s.writable) io.unsupported("write");
        if (rt.isStr(data)) throw rt.error("TypeError", "a bytes-like object is required, not 'str'");
        const bytes = bytesOf(rt, data);
        s.write(bytes);
        return rt.int(bytes.length);
      },
    ],
    seek: [
      "(self, pos, whence=0, /)",
      (self: any, pos: PyObject, whence: PyObject) => {
        const how = indexOf(rt, whence);
        const offset = indexOf(rt, pos);
        if (how < 0 || how > 2) throw rt.error("ValueError", `invalid whence (${how}, should be 0, 1 or 2)`);
        if (how === 0 && offset < 0) {
          if (self.isMemory === true) throw rt.error("ValueError", `negative seek value ${offset}`);
          throw osError(rt, "EINVAL");
        }
        return rt.int(stream(self).seek(offset, how));
      },
    ],
    tell: ["(self)", (self: any) => rt.int(stream(self).position)],
    truncate: [
      "(self, pos=None, /)",
      (self: any, pos: PyObject) => {
        const s = stream(self);
        if (!s.writable) io.unsupported("truncate");
        const size = optionalIndex(rt, pos, s.position);
        if (size < 0) throw rt.error("ValueError", `negative size value ${size}`);
        if (self.isMemory !== true || size < s.length) s.truncate(size);
        return rt.int(size);
      },
    ],
    flush: [
      "(self)",
      (self: any) => {
        const s = stream(self);
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
    detach: ["(self)", (self: any) => self],
  } as const;
  const slots = {
    tp$iternext(this: any) {
      const line = readable(this).readLine();
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
        const text = rt.strOf(mode).replace("b", "");
        if (!/^[rwax]\+?$/.test(text)) throw rt.error("ValueError", `invalid mode: ${rt.strOf(mode)}`);
        const update = text.includes("+");
        self.fileName = file;
        self.fileMode = `${text[0] === "r" ? "rb" : `${text[0]}b`}${update ? "+" : ""}`;
        self.closesDescriptor = rt.isTrue(closefd);
        if (rt.isInt(file)) {
          const descriptor = Number(file.v);
          const open = context.files.get(descriptor);
          if (open === undefined) throw osError(rt, "EBADF");
          self.stream = open;
          self.descriptor = descriptor;
          return;
        }
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
    methods,
    slots: {
      ...slots,
      $r(this: any) {
        if (this.fileName === undefined) return rt.str("<_io.FileIO [closed]>");
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
        ...methods,
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
