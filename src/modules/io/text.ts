/**
 * StringIO and TextIOWrapper. A TextIOWrapper decodes what its buffer holds once, reads from that text, and goes back
 * to bytes when it is written to or sought in. Newlines are translated as PEP 3116 says.
 */
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Runtime } from "../../vm/runtime/runtime.js";
import { bytesOf, decode, encode, indexOf } from "../support.js";
import { CLOSED, sizeOf, UNINITIALIZED, type IoTypes } from "./base.js";
import { streamOf } from "./binary.js";
import type { ByteStream } from "./bytestream.js";

/** newline= of open(): undefined is None (universal, translated), "" universal and kept. */
type Newline = undefined | "" | "\n" | "\r" | "\r\n";

const astral = /[\ud800-\udbff][\udc00-\udfff]/;

/** The index `n` code points after `at`; the end of the text for a negative `n`. */
function advance(text: string, at: number, n: number): number {
  if (n < 0) return text.length;
  const end = Math.min(text.length, at + n);
  if (!astral.test(text.slice(at, end + 1))) return end;
  let index = at;
  for (let i = 0; i < n && index < text.length; i++) index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  return index;
}

/** The number of code points in a text. */
function codePoints(text: string): number {
  return astral.test(text) ? Array.from(text).length : text.length;
}

/** The end of the line that begins at `at`, its newline included. */
function lineEnd(text: string, at: number, newline: Newline): number {
  if (newline === undefined || newline === "\n" || newline === "\r" || newline === "\r\n") {
    const mark = newline ?? "\n";
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found + mark.length;
  }
  const lf = text.indexOf("\n", at);
  const cr = text.indexOf("\r", at);
  if (cr >= 0 && (lf < 0 || cr < lf)) return text[cr + 1] === "\n" ? cr + 2 : cr + 1;
  return lf < 0 ? text.length : lf + 1;
}

const translate = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

export interface TextTypes {
  readonly stringIO: PyType;
  readonly wrapper: PyType;
  /** A stream that hands all that is written to a function: sys.stdout and sys.stderr. */
  makeSink(name: string, sink: (text: string) => void): PyObject;
  /** A stream that reads a text: sys.stdin. */
  makeInput(name: string, text: string): PyObject;
}

export function makeTextTypes(rt: Runtime, io: IoTypes, bytesIO: PyType): TextTypes {
  const checkNewline = (value: PyObject, shown: (value: PyObject) => string): Newline => {
    if (value === rt.none) return undefined;
    if (!rt.isStr(value)) throw rt.error("TypeError", `newline must be str or None, not ${rt.tpName(value)}`);
    const text = value.v as string;
    if (!["", "\n", "\r", "\r\n"].includes(text))
      throw rt.error("ValueError", `illegal newline value: ${shown(value)}`);
    return text as Newline;
  };
  const open = (self: any): void => {
    if (self.ioClosed === true) throw rt.error("ValueError", CLOSED);
    source(self);
  };
  /** What is below a text stream (undefined: a sink). @throws ValueError for one that `__init__` never saw */
  const source = (self: any): PyObject => {
    if (self.source === undefined && self.shownName === undefined && self.chars === undefined)
      throw rt.error("ValueError", UNINITIALIZED);
    return self.source as PyObject;
  };
  const text = (value: PyObject): string => {
    if (!rt.isStr(value))
      throw rt.error("TypeError", `write() argument must be str, not ${rt.argumentName(value)}`);
    return value.v as string;
  };
  const iterate = {
    tp$iternext(this: any) {
      const line = this.lineAt(-1) as string;
      return line === "" ? undefined : rt.str(line);
    },
  };

  // ---- StringIO: `buffer` (string), `at` (index in it), `newline`
  const openText = (self: any): void => {
    if (self.ioClosed === true) throw rt.error("ValueError", "I/O operation on closed file");
  };
  const stringText = (self: any): string => {
    openText(self);
    if (self.parts.length > 0) {
      self.buffer += self.parts.join("");
      self.parts = [];
    }
    return self.buffer as string;
  };
  const stringIO = rt.defineType({
    name: "StringIO",
    module: "_io",
    base: io.text,
    proto: {
      buffer: "",
      parts: [],
      at: 0,
      newline: "\n",
      lineAt(this: any, limit: number): string {
        const buffer = stringText(this);
        const from = this.at as number;
        let end = lineEnd(buffer, from, this.newline as Newline);
        if (limit >= 0) end = Math.min(end, advance(buffer, from, limit));
        if (from >= buffer.length) return "";
        this.at = end;
        return buffer.slice(from, end);
      },
    },
    new: [
      "(cls, *args, **kw)",
      (cls: PyType) => {
        const self = rt.alloc(cls);
        self.parts = [];
        return self;
      },
    ],
    init: [
      "(self, initial_value='', newline='\\n')",
      (self: any, initial: PyObject, newline: PyObject) => {
        if (initial !== rt.none && !rt.isStr(initial))
          throw rt.error("TypeError", `initial_value must be str or None, not ${rt.tpName(initial)}`);
        self.newline = checkNewline(newline, (value) => rt.repr(value));
        self.parts = [];
        self.buffer = initial === rt.none ? "" : incoming(self.newline as Newline, initial.v as string);
        self.at = 0;
        self.ioClosed = false;
      },
    ],
    methods: {
      read: [
        "(self, size=-1, /)",
        (self: any, size: PyObject) => {
          const buffer = stringText(self);
          const from = Math.min(self.at as number, buffer.length);
          const end = advance(buffer, from, sizeOf(rt, size));
          self.at = Math.max(self.at as number, end);
          return rt.str(buffer.slice(from, end));
        },
      ],
      readline: ["(self, size=-1, /)", (self: any, size: PyObject) => rt.str(self.lineAt(indexOf(rt, size)))],
      write: [
        "(self, s, /)",
        (self: any, value: PyObject) => {
          openText(self);
          if (!rt.isStr(value))
            throw rt.error("TypeError", `string argument expected, got '${rt.tpName(value)}'`);
          const given = value.v as string;
          const added = incoming(self.newline as Newline, given);
          if (self.parts.length > 0 || self.at === self.buffer.length) {
            // Appending is kept in parts and joined when the text is asked for.
            if (self.parts.length === 0) self.size = self.buffer.length;
            self.parts.push(added);
            self.size += added.length;
            self.at = self.size;
            rt.budget.allocate(self.size as number);
            if (self.parts.length > 4096) stringText(self);
          } else {
            const buffer = stringText(self);
            const at = self.at as number;
            const head = at > buffer.length ? buffer + "\0".repeat(at - buffer.length) : buffer.slice(0, at);
            self.buffer = head + added + buffer.slice(advance(buffer, at, codePoints(added)));
            self.at = at + added.length;
          }
          return rt.int(codePoints(given));
        },
      ],
      getvalue: ["(self)", (self: any) => rt.str(stringText(self))],
      tell: [
        "(self)",
        (self: any) => {
          const buffer = stringText(self);
          const at = self.at as number;
          return rt.int(at > buffer.length ? at : codePoints(buffer.slice(0, at)));
        },
      ],
      seek: [
        "(self, pos, whence=0, /)",
        (self: any, pos: PyObject, whence: PyObject) => {
          const buffer = stringText(self);
          const how = indexOf(rt, whence);
          const offset = indexOf(rt, pos);
          if (how < 0 || how > 2)
            throw rt.error("ValueError", `Invalid whence (${how}, should be 0, 1 or 2)`);
          if (how === 0 && offset < 0) throw rt.error("ValueError", `Negative seek position ${offset}`);
          if (how !== 0 && offset !== 0) throw rt.error("OSError", "Can't do nonzero cur-relative seeks");
          if (how === 0) self.at = offset > buffer.length ? offset : advance(buffer, 0, offset);
          else if (how === 2) self.at = buffer.length;
          return rt.callMethod0(self, "tell");
        },
      ],
      truncate: [
        "(self, pos=None, /)",
        (self: any, pos: PyObject) => {
          if (pos !== rt.none) sizeOf(rt, pos);
          const buffer = stringText(self);
          const size = pos === rt.none ? codePoints(buffer.slice(0, self.at)) : indexOf(rt, pos);
          if (size < 0) throw rt.error("ValueError", `Negative size value ${size}`);
          self.buffer = buffer.slice(0, advance(buffer, 0, size));
          return rt.int(size);
        },
      ],
      close: [
        "(self)",
        (self: any) => {
          self.ioClosed = true;
          self.buffer = "";
          self.parts = [];
        },
      ],
      flush: ["(self)", (self: any) => openText(self)],
      readable: [
        "(self)",
        (self: any) => {
          openText(self);
          return true;
        },
      ],
      writable: [
        "(self)",
        (self: any) => {
          openText(self);
          return true;
        },
      ],
      seekable: [
        "(self)",
        (self: any) => {
          openText(self);
          return true;
        },
      ],
    },
    getset: { line_buffering: { get: () => rt.false } },
    slots: iterate,
  }) as PyType;

  // ---- TextIOWrapper: `source` (Python buffer), `stream` (its ByteStream, if it has one), `chars` (decoded text)
  const stream = (self: any): ByteStream | undefined => self.stream as ByteStream | undefined;
  const load = (self: any): string => {
    open(self);
    if (self.chars !== undefined) return self.chars as string;
    const s = stream(self);
    if (s !== undefined && !s.readable) io.unsupported("not readable");
    if (self.sink !== undefined) io.unsupported("not readable");
    self.base = s?.position ?? 0;
    const data = s === undefined ? bytesOf(rt, rt.callMethod0(source(self), "read")) : s.read();
    rt.budget.allocate(data.length * 2);
    self.raw = decode(rt, data, self.encodingName as string, self.errorsName as string);
    self.chars = self.newline === undefined ? translate(self.raw as string) : self.raw;
    self.at = 0;
    return self.chars as string;
  };
  /** The byte offset of the reading position. */
  const byteOffset = (self: any): number => {
    const s = stream(self);
    if (self.chars === undefined) return s?.position ?? 0;
    let end = self.at as number;
    if (self.newline === undefined && self.raw !== self.chars) {
      // Count the newlines that translation made shorter.
      let raw = 0;
      for (let i = 0; i < end; i++)
        raw += self.chars[i] === "\n" && self.raw[raw] === "\r" && self.raw[raw + 1] === "\n" ? 2 : 1;
      end = raw;
    }
    return (
      (self.base as number) +
      encode(rt, (self.raw as string).slice(0, end), self.encodingName as string, self.errorsName as string)
        .length
    );
  };
  /** Gives up the decoded text; the bytes are then at the reading position. */
  const unload = (self: any): void => {
    if (self.chars === undefined) return;
    const s = stream(self);
    if (s !== undefined) s.position = byteOffset(self);
    self.chars = undefined;
  };
  const wrapper = rt.defineType({
    name: "TextIOWrapper",
    module: "_io",
    base: io.text,
    proto: {
      lineAt(this: any, limit: number): string {
        const chars = load(this);
        const from = this.at as number;
        let end = lineEnd(chars, from, this.newline as Newline);
        if (limit >= 0) end = Math.min(end, advance(chars, from, limit));
        this.at = end;
        return chars.slice(from, end);
      },
    },
    init: [
      "(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
      (
        self: any,
        buffer: any,
        encoding: PyObject,
        errors: PyObject,
        newline: PyObject,
        lineBuffering: PyObject,
      ) => {
        self.newline = checkNewline(newline, (value) => rt.strOf(value));
        self.source = buffer;
        self.stream = streamOf(buffer);
        self.shownEncoding = encoding === rt.none ? "UTF-8" : rt.strOf(encoding);
        self.encodingName =
          encoding === rt.none || rt.strOf(encoding) === "locale" ? "utf-8" : rt.strOf(encoding);
        if (self.encodingName.toLowerCase() === "utf8") self.encodingName = "utf-8";
        self.errorsName = errors === rt.none ? "strict" : rt.strOf(errors);
        self.lineBuffering = rt.isTrue(lineBuffering);
        if (self.encodingName !== "utf-8") encode(rt, "", self.encodingName as string, "strict"); // LookupError now
      },
    ],
    methods: {
      read: [
        "(self, size=-1, /)",
        (self: any, size: PyObject) => {
          const n = sizeOf(rt, size);
          const chars = load(self);
          const from = self.at as number;
          self.at = advance(chars, from, n);
          return rt.str(chars.slice(from, self.at));
        },
      ],
      readline: ["(self, size=-1, /)", (self: any, size: PyObject) => rt.str(self.lineAt(indexOf(rt, size)))],
      write: [
        "(self, s, /)",
        (self: any, value: PyObject) => {
          const given = text(value);
          open(self);
          if (self.sink !== undefined) {
            rt.budget.step(1 + (given.length >> 6));
            self.sink(given);
            return rt.int(codePoints(given));
          }
          const s = stream(self);
          if (s !== undefined && !s.writable) io.unsupported("not writable");
          unload(self);
          const newline = self.newline as Newline;
          const out = newline === "\r" || newline === "\r\n" ? given.replaceAll("\n", newline) : given;
          let encoding = self.encodingName as string;
          // A byte order mark stands at the start of the file only.
          if (s !== undefined && s.position > 0 && /^utf[-_]?(16|32|8[-_]sig)$/i.test(encoding)) {
            encoding = /8/.test(encoding) ? "utf-8" : `${encoding}-le`;
          }
          const data = encode(rt, out, encoding, self.errorsName as string);
          if (s === undefined) rt.callMethod1(source(self), "write", rt.bytes(data));
          else s.write(data);
          return rt.int(codePoints(given));
        },
      ],
      flush: [
        "(self)",
        (self: any) => {
          open(self);
          if (self.sink === undefined) rt.callMethod0(source(self), "flush");
        },
      ],
      close: [
        "(self)",
        (self: any) => {
          if (self.ioClosed === true) return;
          self.ioClosed = true;
          self.chars = undefined;
          if (self.sink === undefined) rt.callMethod0(source(self), "close");
        },
      ],
      detach: [
        "(self)",
        (self: any) => {
          unload(self);
          return source(self);
        },
      ],
      tell: [
        "(self)",
        (self: any) => {
          open(self);
          if (self.sink !== undefined) io.unsupported("underlying stream is not seekable");
          return rt.int(
            stream(self) === undefined && self.chars === undefined
              ? Number(rt.callMethod0(source(self), "tell").v)
              : byteOffset(self),
          );
        },
      ],
      seek: [
        "(self, cookie, whence=0, /)",
        (self: any, cookie: PyObject, whence: PyObject) => {
          const how = indexOf(rt, whence);
          open(self);
          const offset = indexOf(rt, cookie);
          if (self.sink !== undefined) io.unsupported("underlying stream is not seekable");
          if (how < 0 || how > 2)
            throw rt.error("ValueError", `invalid whence (${how}, should be 0, 1 or 2)`);
          if (how !== 0 && offset !== 0)
            io.unsupported(`can't do nonzero ${how === 1 ? "cur" : "end"}-relative seeks`);
          if (how === 0 && offset < 0) throw rt.error("ValueError", `negative seek position ${offset}`);
          if (how === 1) return rt.callMethod0(self, "tell");
          unload(self);
          return rt.callMethod2(source(self), "seek", rt.int(offset), rt.int(how));
        },
      ],
      truncate: [
        "(self, pos=None, /)",
        (self: any, pos: PyObject) => {
          open(self);
          unload(self);
          return rt.callMethod1(source(self), "truncate", pos);
        },
      ],
      reconfigure: [
        "(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        (self: any, encoding: PyObject, errors: PyObject) => {
          if (encoding !== rt.none) self.encodingName = self.shownEncoding = rt.strOf(encoding);
          if (errors !== rt.none) self.errorsName = rt.strOf(errors);
        },
      ],
      readable: [
        "(self)",
        (self: any) => {
          open(self);
          return (
            self.sink === undefined &&
            (stream(self)?.readable ?? rt.isTrue(rt.callMethod0(source(self), "readable")))
          );
        },
      ],
      writable: [
        "(self)",
        (self: any) => {
          open(self);
          return (
            self.sink !== undefined ||
            (stream(self)?.writable ?? rt.isTrue(rt.callMethod0(source(self), "writable")))
          );
        },
      ],
      seekable: [
        "(self)",
        (self: any) => {
          open(self);
          return (
            self.sink === undefined &&
            (stream(self) !== undefined || rt.isTrue(rt.callMethod0(source(self), "seekable")))
          );
        },
      ],
      fileno: [
        "(self)",
        (self: any) =>
          self.descriptor !== undefined
            ? rt.int(self.descriptor as number)
            : rt.callMethod0(source(self), "fileno"),
      ],
      isatty: [
        "(self)",
        (self: any) => {
          open(self);
          return false;
        },
      ],
    },
    getset: {
      encoding: { get: (self: any) => rt.str(self.shownEncoding ?? "UTF-8") },
      errors: { get: (self: any) => rt.str(self.errorsName ?? "strict") },
      newlines: { get: (self: any) => newlinesSeen(self) },
      buffer: { get: (self: any) => source(self) },
      line_buffering: { get: (self: any) => rt.bool(self.lineBuffering === true) },
      write_through: { get: () => rt.false },
      closed: { get: (self: any) => rt.bool(self.ioClosed === true || stream(self)?.closed === true) },
      name: {
        get: (self: any) => self.shownName ?? rt.getattr(source(self), "name"),
        set: (self: any, value: PyObject | undefined) => (self.shownName = value),
      },
      mode: {
        get: (self: any) => rt.str(self.fileMode ?? "r"),
        set: (self: any, value: PyObject | undefined) =>
          (self.fileMode = value === undefined ? undefined : rt.strOf(value)),
      },
    },
    slots: {
      ...iterate,
      $r(this: any) {
        const name = this.shownName ?? rt.lookup(source(this), "name");
        const shownName = name === undefined ? "" : ` name=${rt.repr(name)}`;
        const mode = this.fileMode === undefined ? "" : ` mode='${this.fileMode as string}'`;
        return rt.str(`<_io.TextIOWrapper${shownName}${mode} encoding='${this.shownEncoding as string}'>`);
      },
    },
  }) as PyType;
  const newlinesSeen = (self: any): PyObject => {
    if (self.chars === undefined) return rt.none;
    const kinds = ["\r", "\n", "\r\n"].filter((kind) =>
      kind === "\r\n"
        ? self.raw.includes(kind)
        : new RegExp(kind === "\r" ? "\r(?!\n)" : "(?<!\r)\n").test(self.raw as string),
    );
    if (kinds.length === 0) return rt.none;
    return kinds.length === 1 ? rt.str(kinds[0]) : rt.tuple(kinds.map((kind) => rt.str(kind)));
  };
  const special = (name: string): any => {
    const self = rt.alloc(wrapper);
    self.shownName = rt.str(name);
    self.shownEncoding = self.encodingName = "utf-8";
    self.errorsName = "strict";
    self.newline = undefined;
    return self;
  };
  const sinkBuffer = rt.defineType({
    name: "BufferedWriter",
    module: "_io",
    base: io.buffered,
    methods: {
      write: [
        "(self, b, /)",
        (self: any, data: PyObject) => {
          if (self.sink === undefined) throw rt.error("ValueError", UNINITIALIZED);
          const bytes = bytesOf(rt, data);
          self.sink(new TextDecoder().decode(bytes));
          return rt.int(bytes.length);
        },
      ],
      writable: ["(self)", () => true],
      fileno: [
        "(self)",
        (self: any) => {
          if (self.descriptor === undefined) throw rt.error("ValueError", UNINITIALIZED);
          return rt.int(self.descriptor as number);
        },
      ],
    },
  });
  return {
    stringIO,
    wrapper,
    makeSink(name, sink) {
      const self = special(name);
      self.sink = sink;
      self.fileMode = "w";
      self.descriptor = name === "<stderr>" ? 2 : 1;
      self.source = rt.alloc(sinkBuffer);
      self.source.sink = sink;
      self.source.descriptor = self.descriptor;
      return self;
    },
    makeInput(name, input) {
      const self = special(name);
      self.fileMode = "r";
      self.descriptor = 0;
      self.source = rt.call(bytesIO, [rt.bytes(new TextEncoder().encode(input))]);
      self.stream = streamOf(self.source);
      return self;
    },
  };
}

function incoming(newline: Newline, text: string): string {
  if (newline === undefined) return translate(text);
  return newline === "\r" || newline === "\r\n" ? text.replaceAll("\n", newline) : text;
}
