/**
 * The way of an exception through frames: traceback objects, implicit context (PEP 3134), the current exception, and
 * the text CPython prints for all of it.
 *
 * `e.$at` is the depth of the frame that has its entry in the traceback already, so that several JS catch clauses of one
 * function add one entry; raising anew resets it.
 */
import { lineOf, spanOf } from "./code.js";
import { ErrorText } from "./error-text.js";
import type { FrameObjects, FrameSource, PyFrame, Thread } from "./frame.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";
import { characters, markedLines } from "./carets.js";

/** A traceback entry. */
export interface PyTraceback extends PyObject {
  source: FrameSource;
  depth: number;
  /** What `N[d]` held: the number of a place, or a negative line (unit.ts). */
  place: number;
  values: unknown[] | undefined;
  frame: PyFrame | undefined;
  next: PyTraceback | undefined;
  /** What the constructor was given. */
  lasti: number | undefined;
}

export class Tracebacks {
  readonly type: any;
  readonly text: ErrorText;

  constructor(
    private readonly rt: Runtime,
    private readonly thread: Thread,
    private readonly frames: FrameObjects,
  ) {
    this.text = new ErrorText(rt, this);
    const construct = function (
      this: any,
      source: FrameSource,
      depth: number,
      place: number,
      next: PyTraceback | undefined,
    ): void {
      this.source = source;
      this.depth = depth;
      this.place = place;
      this.values = undefined;
      this.frame = undefined;
      this.next = next;
      this.lasti = undefined;
    };
    const isTraceback = (o: PyObject): o is PyTraceback => o.ob$type === this.type;
    this.type = rt.defineType({
      name: "traceback",
      construct,
      subclassable: false,
      new: [
        "(cls, tb_next, tb_frame, tb_lasti, tb_lineno)",
        (_cls: PyObject, next: PyObject, frame: PyFrame, lasti: PyObject, line: PyObject) => {
          if (next !== rt.none && !isTraceback(next)) {
            throw rt.error("TypeError", `expected traceback object or None, got '${rt.tpName(next)}'`);
          }
          const shift = frame.source.$code.lineShift;
          const at = Number(rt.index(line)) - shift;
          const tb = new this.type(
            frame.source,
            frame.depth,
            -at,
            next === rt.none ? undefined : next,
          ) as PyTraceback;
          tb.frame = frame;
          tb.lasti = Number(rt.index(lasti));
          return tb;
        },
      ],
      getset: {
        tb_frame: { get: (t: PyTraceback) => this.frameOf(t) },
        tb_lineno: { get: (t: PyTraceback) => rt.int(this.lineOf(t)) },
        // There is no bytecode: twice the number of the place, as co_positions() counts them.
        tb_lasti: { get: (t: PyTraceback) => rt.int(t.lasti ?? (t.place < 0 ? -1 : 2 * t.place)) },
        tb_next: {
          get: (t: PyTraceback) => t.next ?? rt.none,
          set: (t: PyTraceback, v) => {
            if (v === undefined || v === rt.none) t.next = undefined;
            else if (!isTraceback(v)) {
              throw rt.error("TypeError", `expected traceback object, got '${rt.tpName(v)}'`);
            } else {
              for (let x: PyTraceback | undefined = v; x !== undefined; x = x.next) {
                if (x === t) throw rt.error("ValueError", "traceback loop detected");
              }
              t.next = v;
            }
          },
        },
      },
    });
  }

  lineOf(t: PyTraceback): number {
    return lineOf(t.source.$code, t.place) + t.source.$code.lineShift;
  }

  frameOf(t: PyTraceback): PyFrame {
    return (t.frame ??= this.frames.make(t.source, t.depth, this.lineOf(t), t.values));
  }

  /** Puts an entry for the frame at depth `d` in front of the exception's traceback. */
  private add(e: PyObject, d: number): void {
    const next = e.$traceback as PyTraceback | undefined;
    const tb = new this.type(this.thread.stack[d], d, this.thread.places[d], next) as PyTraceback;
    if (next !== undefined && next.depth === d + 1 && next.frame !== undefined)
      next.frame.outer = this.frameOf(tb);
    e.$traceback = tb;
    e.$at = d;
  }

  /**
   * What a catch clause of the frame at depth `d` does first: gives the exception its entry of this frame.
   * @throws again what is not a Python exception (limits, mistakes of ours)
   */
  hit(thrown: unknown, d: number): PyObject {
    this.thread.d = d;
    const e = this.rt.caught(thrown);
    if (e.$at === undefined) this.fresh(e);
    if (e.$at !== d) this.add(e, d);
    return e;
  }

  /** What leaves the frame at depth `d`; returns what is to be thrown. */
  out(thrown: unknown, d: number, values: unknown[] | undefined): unknown {
    this.thread.d = d;
    let e: PyObject;
    try {
      e = this.rt.caught(thrown);
    } catch (other) {
      this.thread.d = d - 1;
      return other;
    }
    if (e.$at === undefined) this.fresh(e);
    if (e.$at !== d) this.add(e, d);
    const tb = e.$traceback as PyTraceback;
    if (tb.depth === d && tb.values === undefined) {
      tb.values = values;
      if (tb.frame !== undefined) tb.frame.values = values;
    }
    e.$at = 0;
    this.thread.d = d - 1;
    return e;
  }

  /**
   * What leaves a comprehension at depth `d`: it has no entry, as since CPython 3.12; the function around it is where the
   * comprehension was.
   */
  outOfComprehension(thrown: unknown, d: number): unknown {
    this.thread.d = d;
    try {
      const e = this.rt.caught(thrown);
      if (e.$at === undefined) this.fresh(e);
      e.$at = 0;
      this.thread.places[d - 1] = this.thread.places[d];
      return e;
    } catch (other) {
      return other;
    } finally {
      this.thread.d = d - 1;
    }
  }

  /** An exception that native code raised: its context is what is being handled. */
  private fresh(e: PyObject): void {
    const { exc } = this.thread;
    if (exc !== null && exc !== e && e.$context === undefined && e.$traceback === undefined)
      this.chain(e, exc);
    e.$at = 0;
  }

  /** Sets `e.__context__` without making a ring (CPython's _PyErr_SetObject). */
  private chain(e: PyObject, context: PyObject): void {
    let o: PyObject = context;
    const seen = new Set<PyObject>();
    for (;;) {
      const next = o.$context as PyObject | undefined;
      if (next === undefined || seen.has(o)) break;
      this.rt.budget.step(); // a chain may be as long as a program makes it
      seen.add(o);
      if (next === e) {
        o.$context = undefined;
        break;
      }
      o = next;
    }
    e.$context = context;
  }

  /** `raise value` and `raise value from cause`: the exception to throw. */
  raise(value: PyObject, cause: PyObject | undefined): PyObject {
    const { rt } = this;
    const e = this.instantiate(value, "exceptions must derive from BaseException");
    if (cause !== undefined) {
      if (cause === rt.none) e.$cause = undefined;
      else e.$cause = this.instantiate(cause, "exception causes must derive from BaseException");
      e.$suppress = true;
    }
    const { exc } = this.thread;
    if (exc !== null && exc !== e) this.chain(e, exc);
    e.$at = 0;
    return e;
  }

  private instantiate(value: PyObject, message: string): PyObject {
    const { rt } = this;
    if (rt.isType(value)) {
      if (!rt.isSubtype(value, rt.exceptions.type("BaseException"))) throw rt.error("TypeError", message);
      const e = rt.call(value, []);
      if (rt.isException(e)) return e;
      throw rt.error(
        "TypeError",
        `calling ${rt.repr(value)} should have returned an instance of BaseException, not ${rt.repr(e.ob$type)}`,
      );
    }
    if (rt.isException(value)) return value;
    throw rt.error("TypeError", message);
  }

  /** `raise` alone, in the frame at depth `d`. */
  reraise(d: number): PyObject {
    const { exc } = this.thread;
    if (exc === null) return this.rt.error("RuntimeError", "No active exception to reraise");
    exc.$at = d;
    return exc;
  }

  // ------------------------------------------------------------------------------------------------------- printing

  /** Lines of the traceback alone, innermost last, as CPython prints them. */
  formatStack(tb: PyTraceback | undefined): string {
    let out = "";
    let last = "";
    let count = 0;
    const repeated = (): void => {
      if (count > 3) out += `  [Previous line repeated ${count - 3} more time${count === 4 ? "" : "s"}]\n`;
    };
    for (let t = tb; t !== undefined; t = t.next) {
      const { $code } = t.source;
      const line = this.lineOf(t);
      const head = `  File "${$code.filename}", line ${line}, in ${$code.data.name}\n`;
      if (head !== last) {
        repeated();
        last = head;
        count = 0;
      }
      count++;
      if (count > 3) continue;
      out += head + this.sourceOf(t, line);
    }
    repeated();
    return out;
  }

  /** The source lines of an entry with marks below what was running; empty where there is no source. */
  private sourceOf(t: PyTraceback, line: number): string {
    const { $code } = t.source;
    // CPython finds no source for names like <string>.
    if ($code.filename.startsWith("<")) return "";
    const span = t.lasti === undefined ? spanOf($code, t.place) : undefined;
    const last = span === undefined ? line : Math.max(line, span[2] + $code.lineShift);
    const lines: string[] = [];
    for (let n = line; n <= last; n++)
      lines.push(this.rt.code.sources.line($code.filename, n, $code.lineShift) ?? "");
    if (lines.every((text) => text.trim() === "")) return "";
    if (span === undefined) return `    ${lines[0].trim()}\n`;
    return markedLines(lines, characters(lines[0], span[1]), characters(lines[lines.length - 1], span[3]));
  }

  /** `Type: message`. */
  formatException(e: PyObject): string {
    return this.text.head(e);
  }

  /** All that CPython's default hook prints: causes and contexts first. */
  format(e: PyObject): string {
    return this.text.format(e);
  }

  namesSeen(tb: PyTraceback): string[] {
    const { rt } = this;
    const frame = this.frameOf(tb);
    const names: string[] = [];
    for (const part of ["f_locals", "f_globals", "f_builtins"])
      for (const name of rt.iterate(rt.getattr(frame, part)))
        if (rt.isStr(name)) names.push(name.v as string);
    return names;
  }

  selfOf(tb: PyTraceback): PyObject | undefined {
    const locals = this.rt.getattr(this.frameOf(tb), "f_locals");
    const value = this.rt.callMethod(locals, "get", [this.rt.str("self")]);
    return value === this.rt.none ? undefined : value;
  }
}
