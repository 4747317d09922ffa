/**
 * The roots of `io`: IOBase, RawIOBase, BufferedIOBase, TextIOBase and UnsupportedOperation. Their default methods work
 * over what a subclass (ours or one written in Python) defines, as CPython's do.
 */
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import { bytesOf, indexOf } from "../support.js";

export interface IoTypes {
  readonly base: PyType;
  readonly raw: PyType;
  readonly buffered: PyType;
  readonly text: PyType;
  /** Throws io.UnsupportedOperation. */
  unsupported(message: string): never;
  readonly unsupportedOperation: PyObject;
}

export const CLOSED = "I/O operation on closed file.";
export const UNINITIALIZED = "I/O operation on uninitialized object";

/** A size argument: None and negative ones are -1, everything. */
export function sizeOf(rt: Runtime, size: PyObject): number {
  if (size === rt.none) return -1;
  if (size.nb$index === undefined)
    throw rt.error("TypeError", `argument should be integer or None, not '${rt.tpName(size)}'`);
  return indexOf(rt, size);
}

export function makeIoBase(rt: Runtime): IoTypes {
  const unsupportedOperation = rt.buildClass(
    "UnsupportedOperation",
    [rt.builtin("OSError"), rt.builtin("ValueError")],
    {
      __module__: rt.str("io"),
    },
  );
  const unsupported = (message: string): never => {
    throw rt.call(unsupportedOperation, [rt.str(message)]);
  };
  const isClosed = (self: PyObject): boolean => rt.isTrue(rt.getattr(self, "closed"));
  const open = (self: PyObject): void => {
    if (isClosed(self)) throw rt.error("ValueError", CLOSED);
  };
  const readline = (self: PyObject, size: PyObject): PyObject => {
    const limit = sizeOf(rt, size);
    const bytes: number[] = [];
    while (limit < 0 || bytes.length < limit) {
      const one = rt.callMethod1(self, "read", rt.int(1));
      const data = bytesOf(rt, one);
      if (data.length === 0) break;
      rt.budget.step();
      bytes.push(...data);
      if (data[data.length - 1] === 10) break;
    }
    return rt.bytes(Uint8Array.from(bytes));
  };
  const no = (name: string): readonly [string, () => never] => ["(self, *args)", () => unsupported(name)];

  const base = rt.defineType({
    name: "_IOBase",
    module: "_io",
    dict: true,
    new: ["(cls, *args, **kw)", (cls: PyType) => rt.alloc(cls)],
    init: ["(self, *args, **kw)", () => undefined],
    methods: {
      close: [
        "(self)",
        (self: any) => {
          if (self.ioClosed === true) return;
          try {
            rt.callMethod0(self, "flush");
          } finally {
            self.ioClosed = true;
          }
        },
      ],
      flush: ["(self)", (self: PyObject) => open(self)],
      seek: no("seek"),
      truncate: no("truncate"),
      fileno: no("fileno"),
      tell: ["(self)", (self: PyObject) => rt.callMethod2(self, "seek", rt.int(0), rt.int(1))],
      readable: ["(self)", () => false],
      writable: ["(self)", () => false],
      seekable: ["(self)", () => false],
      isatty: [
        "(self)",
        (self: PyObject) => {
          open(self);
          return false;
        },
      ],
      readline: ["(self, size=-1, /)", readline],
      readlines: [
        "(self, hint=-1, /)",
        (self: PyObject, hint: PyObject) => {
          const limit = sizeOf(rt, hint);
          const lines: PyObject[] = [];
          let size = 0;
          for (const line of rt.iterate(self)) {
            lines.push(line);
            size += rt.len(line);
            if (limit > 0 && size >= limit) break;
          }
          return rt.list(lines);
        },
      ],
      writelines: [
        "(self, lines, /)",
        (self: PyObject, lines: PyObject) => {
          open(self);
          for (const line of rt.iterate(lines)) rt.callMethod1(self, "write", line);
        },
      ],
      __enter__: [
        "(self)",
        (self: PyObject) => {
          open(self);
          return self;
        },
      ],
      __exit__: [
        "(self, *args)",
        (self: PyObject) => {
          rt.callMethod0(self, "close");
        },
      ],
      _checkClosed: ["(self, msg=None)", (self: PyObject) => open(self)],
      _checkReadable: [
        "(self, msg=None)",
        (self: PyObject) => {
          if (!rt.isTrue(rt.callMethod0(self, "readable"))) unsupported("File or stream is not readable.");
        },
      ],
      _checkWritable: [
        "(self, msg=None)",
        (self: PyObject) => {
          if (!rt.isTrue(rt.callMethod0(self, "writable"))) unsupported("File or stream is not writable.");
        },
      ],
      _checkSeekable: [
        "(self, msg=None)",
        (self: PyObject) => {
          if (!rt.isTrue(rt.callMethod0(self, "seekable"))) unsupported("File or stream is not seekable.");
        },
      ],
    },
    getset: { closed: { get: (self: any) => rt.bool(self.ioClosed === true) } },
    slots: {
      tp$iter(this: PyObject) {
        open(this);
        return this;
      },
      tp$iternext(this: PyObject) {
        const line = rt.callMethod0(this, "readline");
        return rt.isTrue(line) ? line : undefined;
      },
    },
  }) as PyType;
  const raw = rt.defineType({
    name: "_RawIOBase",
    module: "_io",
    base,
    methods: {
      read: [
        "(self, size=-1, /)",
        (self: PyObject, size: PyObject) => {
          const n = sizeOf(rt, size);
          if (n < 0) return rt.callMethod0(self, "readall");
          const buffer = rt.call(rt.builtin("bytearray"), [rt.int(n)]);
          const got = rt.callMethod1(self, "readinto", buffer);
          if (got === rt.none) return rt.none;
          return rt.bytes(bytesOf(rt, buffer).slice(0, Number(got.v)));
        },
      ],
      readall: [
        "(self)",
        (self: PyObject) => {
          const parts: Uint8Array[] = [];
          for (;;) {
            const chunk = rt.callMethod1(self, "read", rt.int(8192));
            if (chunk === rt.none || bytesOf(rt, chunk).length === 0) break;
            parts.push(bytesOf(rt, chunk));
          }
          return rt.bytes(concat(parts));
        },
      ],
      readinto: no("readinto"),
      write: no("write"),
    },
  }) as PyType;
  const readInto =
    (method: string) =>
    (self: PyObject, buffer: PyObject): PyObject => {
      const target = bytesOf(rt, buffer);
      const data = bytesOf(rt, rt.callMethod1(self, method, rt.int(target.length)));
      target.set(data);
      return rt.int(data.length);
    };
  const buffered = rt.defineType({
    name: "_BufferedIOBase",
    module: "_io",
    base,
    methods: {
      read: no("read"),
      read1: no("read1"),
      write: no("write"),
      detach: no("detach"),
      readinto: ["(self, buffer, /)", readInto("read")],
      readinto1: ["(self, buffer, /)", readInto("read1")],
    },
  }) as PyType;
  const text = rt.defineType({
    name: "_TextIOBase",
    module: "_io",
    base,
    methods: { read: no("read"), readline: no("readline"), write: no("write"), detach: no("detach") },
    getset: {
      encoding: { get: () => rt.none },
      newlines: { get: () => rt.none },
      errors: { get: () => rt.none },
    },
  }) as PyType;
  return { base, raw, buffered, text, unsupported, unsupportedOperation };
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
