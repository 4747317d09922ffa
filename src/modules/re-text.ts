/** Between Python's values and the engine: str and bytes as subjects and back, the engine's errors as `re.error`. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { RegexError, RegexUsageError } from "./re/error.js";
import type { CompiledPattern } from "./re/pattern.js";
import { Subject } from "./re/subject.js";
import { bytesOrUndefined, indexOf } from "./support.js";

/** Bytes as a string of code points below 256, the form in which the engine takes them. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export interface Errors {
  readonly type: PyType;
  /** Runs engine code; its errors become Python's. */
  readonly engine: <T>(pattern: PyObject, run: () => T) => T;
}

export function makeErrors(rt: Runtime): Errors {
  const int = (n: number): PyObject => rt.int(n);
  const errorType = rt.defineType({
    name: "error",
    module: "re",
    base: rt.builtin("Exception"),
    dict: true,
    init: [
      "(self, msg, pattern=None, pos=None)",
      (self: PyObject, msg: PyObject, pattern: PyObject, pos: PyObject) => {
        const hasPosition = pattern !== rt.none && pos !== rt.none;
        const text = rt.isStr(pattern)
          ? (pattern.v as string)
          : hasPosition
            ? latin1(bytesOrUndefined(rt, pattern) ?? new Uint8Array())
            : "";
        const error = new RegexError(
          rt.strOf(msg),
          hasPosition ? Array.from(text, (c) => c.codePointAt(0)!) : undefined,
          hasPosition ? indexOf(rt, pos) : undefined,
        );
        fillError(self, error, pattern);
        if (!hasPosition) rt.setattr(self, "args", rt.tuple([msg]));
        rt.setattr(self, "msg", msg);
      },
    ],
  }) as PyType;
  const fillError = (self: PyObject, error: RegexError, pattern: PyObject): void => {
    rt.setattr(self, "args", rt.tuple([rt.str(error.message)]));
    rt.setattr(self, "msg", rt.str(error.msg));
    rt.setattr(self, "pattern", pattern);
    for (const name of ["pos", "lineno", "colno"] as const) {
      const value = error[name];
      rt.setattr(self, name, value === undefined ? rt.none : int(value));
    }
  };
  const engine = <T>(pattern: PyObject, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof RegexError) {
        const raised = rt.call(errorType, [rt.str(error.msg)]);
        fillError(raised, error, error.pattern === undefined ? rt.none : pattern);
        throw raised;
      }
      if (error instanceof RegexUsageError) throw rt.error(error.type, error.message);
      throw error;
    }
  };

  return { type: errorType, engine };
}

export interface Texts {
  /** What is searched; TypeError where it is not of the pattern's kind. */
  readonly subject: (pattern: CompiledPattern, value: PyObject) => Subject;
  /** Text in the kind of the pattern. */
  readonly out: (pattern: CompiledPattern, text: string) => PyObject;
  readonly outOr: (pattern: CompiledPattern, text: string | undefined, otherwise: PyObject) => PyObject;
}

export function makeTexts(rt: Runtime): Texts {
  // The last text is kept unpacked, for loops that call match with a moving position.
  let lastText: string | undefined;
  let lastSubject = new Subject("");
  const subjectOf = (text: string): Subject => {
    if (text === lastText) return lastSubject;
    lastText = text;
    lastSubject = new Subject(text);
    return lastSubject;
  };
  const subject = (pattern: CompiledPattern, value: PyObject): Subject => {
    if (rt.isStr(value)) {
      if (!pattern.isText) throw rt.error("TypeError", "cannot use a bytes pattern on a string-like object");
      return subjectOf(value.v as string);
    }
    const bytes = bytesOrUndefined(rt, value);
    if (bytes === undefined)
      throw rt.error("TypeError", `expected string or bytes-like object, got '${rt.tpName(value)}'`);
    if (pattern.isText) throw rt.error("TypeError", "cannot use a string pattern on a bytes-like object");
    rt.budget.allocate(bytes.length);
    return new Subject(latin1(bytes));
  };
  const out = (pattern: CompiledPattern, text: string): PyObject =>
    pattern.isText ? rt.str(text) : rt.bytes(fromLatin1(text));
  const outOr = (pattern: CompiledPattern, text: string | undefined, otherwise: PyObject): PyObject =>
    text === undefined ? otherwise : out(pattern, text);

  return { subject, out, outOr };
}
