/**
 * The thread of Python code that runs in a VM: depth, stack of frames, lines, the exception being handled; and the
 * frame objects Python sees (`sys._getframe`, `tb_frame`), made only when somebody asks.
 *
 * Generated code keeps the stack itself: `S[d]` holds what the frame at depth d runs (a function object or a FrameInfo),
 * `N[d]` its current place (an index into the unit's table; a negative number is a line). That costs two stores a call.
 */
import { lineOf, type PyCode } from "./code.js";
import type { PyDict, PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** What a frame runs. Function objects have this shape too. */
export interface FrameSource {
  readonly $code: PyCode;
  readonly $globals: PyDict;
  /** Namespace of a class body or of code run with a mapping; undefined in functions. */
  readonly $space: PyObject | undefined;
  /** Values of the local variables of a running function, where its code lets them be seen. */
  readonly $values: (() => unknown[]) | undefined;
}

/** A frame that is not a function's: module, class body, comprehension, a function whose locals must be visible. */
export class FrameInfo implements FrameSource {
  /** The dict that `locals()` of this frame gave: exec may have put more names into it. */
  $dict: PyDict | undefined = undefined;
  constructor(
    readonly $code: PyCode,
    readonly $globals: PyDict,
    readonly $space: PyObject | undefined = undefined,
    readonly $values: (() => unknown[]) | undefined = undefined,
    readonly $function: PyObject | undefined = undefined,
  ) {}
}

/** Deepest recursion limit that can be set; the JS stack ends long before it. */
export const maximumDepth = 1 << 16;

/** The state of the one thread of a VM. */
export class Thread {
  /** Depth of the running frame; 0: none. */
  d = 0;
  /** Recursion limit (sys.getrecursionlimit). */
  m: number;
  /** The exception being handled (sys.exc_info), or null. */
  exc: PyObject | null = null;
  /** What `exc` was when the innermost running generator was resumed: where its handlers lead back to. */
  g: PyObject | null = null;
  /** Handlers that the innermost running generator is in. */
  h = 0;
  readonly stack: FrameSource[] = [];
  readonly places = new Int32Array(maximumDepth + 2);

  constructor(limit: number) {
    this.m = Math.min(limit, maximumDepth);
  }

  /** Says where the running frame is: for an error that generated code had no place for. */
  at(place: number): void {
    this.places[this.d] = place;
  }

  /** Forgets what the frames that have ended ran; calls leave it lying, which is cheaper. */
  letGo(): void {
    (this.stack as (FrameSource | undefined)[]).fill(undefined, this.d + 1);
  }

  /** The line that the frame at a depth is at, in the numbers of its file. */
  line(depth: number): number {
    const { $code } = this.stack[depth];
    return lineOf($code, this.places[depth]) + $code.lineShift;
  }

  /** Sets the recursion limit; frames beyond what the JS stack holds end in RecursionError all the same. */
  setLimit(limit: number): void {
    this.m = Math.min(limit, maximumDepth);
  }

  /** Runs something from outside Python; whatever happens, the thread is afterwards as it was. */
  guard<T>(run: () => T): T {
    const { d, exc, g, h } = this;
    try {
      return run();
    } finally {
      this.d = d;
      this.exc = exc;
      this.g = g;
      this.h = h;
      if (d === 0) this.ended?.();
    }
  }

  /** Called when a run from outside Python has ended. */
  ended: (() => void) | undefined = undefined;
}

/** A frame object: a running frame or what is left of one in a traceback. */
export interface PyFrame extends PyObject {
  source: FrameSource;
  depth: number;
  line: number;
  values: unknown[] | undefined;
  outer: PyFrame | undefined;
}

/** Makes the type `frame` and what reads the stack. */
export class FrameObjects {
  readonly type: any;

  constructor(
    private readonly rt: Runtime,
    private readonly thread: Thread,
  ) {
    const construct = function (
      this: any,
      source: FrameSource,
      depth: number,
      line: number,
      values: unknown[] | undefined,
    ): void {
      this.source = source;
      this.depth = depth;
      this.line = line;
      this.values = values;
      this.outer = undefined;
      this.trace = undefined;
    };
    const none = (): PyObject => rt.none;
    this.type = rt.defineType({
      name: "frame",
      construct,
      subclassable: false,
      getset: {
        f_code: { get: (f: PyFrame) => f.source.$code },
        f_globals: { get: (f: PyFrame) => f.source.$globals },
        f_builtins: { get: () => rt.imports.builtins.$d! },
        f_locals: { get: (f: PyFrame) => this.locals(f) },
        f_lineno: { get: (f: PyFrame) => rt.int(this.lineOf(f)) },
        f_lasti: { get: () => rt.int(-1) },
        f_back: { get: (f: PyFrame) => this.back(f) ?? rt.none },
        f_trace: { get: none, set: () => undefined },
        f_trace_lines: { get: () => rt.true },
        f_trace_opcodes: { get: () => rt.false },
      },
      methods: { clear: ["(self)", () => undefined] },
      slots: {
        $r(this: PyFrame) {
          const { $code } = this.source;
          return rt.str(
            `<frame at ${rt.address(this)}, file ${rt.repr(rt.str($code.filename))}, line ${this.line}, code ${$code.data.name}>`,
          );
        },
      },
    });
  }

  /** A frame object of the frame at this depth. */
  at(depth: number): PyFrame {
    const source = this.thread.stack[depth];
    return new this.type(source, depth, this.thread.line(depth), undefined) as PyFrame;
  }

  /** A frame object for a traceback. */
  make(source: FrameSource, depth: number, line: number, values: unknown[] | undefined): PyFrame {
    return new this.type(source, depth, line, values) as PyFrame;
  }

  /** `sys._getframe(depth)`: 0 is the frame that calls. @throws ValueError when there are not so many. */
  get(offset: number): PyFrame {
    const depth = this.thread.d - offset;
    if (depth < 1) throw this.rt.error("ValueError", "call stack is not deep enough");
    return this.at(depth);
  }

  private running(f: PyFrame): boolean {
    return f.depth <= this.thread.d && this.thread.stack[f.depth] === f.source;
  }

  private lineOf(f: PyFrame): number {
    if (f.values === undefined && this.running(f)) return this.thread.line(f.depth);
    return f.line;
  }

  private back(f: PyFrame): PyFrame | undefined {
    if (f.outer !== undefined) return f.outer;
    if (f.depth <= 1 || f.depth - 1 > this.thread.d) return undefined;
    return (f.outer = this.at(f.depth - 1));
  }

  /** `f_locals`: the namespace itself, or a fresh dict of a function's variables. */
  locals(f: PyFrame): PyObject {
    if (f.values !== undefined && f.source.$space === undefined && f.source.$code.data.kind !== "module")
      return this.dictOf(f.source.$code, f.values);
    return this.localsOf(f.source);
  }

  localsOf(source: FrameSource): PyObject {
    if (source.$space !== undefined) return source.$space;
    const { data } = source.$code;
    if (data.kind === "module") return source.$globals;
    if (source instanceof FrameInfo && source.$values !== undefined) {
      return (source.$dict = this.dictOf(source.$code, source.$values(), source.$dict));
    }
    if (data.localNames.length === 0) return this.rt.newDict();
    throw this.rt.error(
      "RuntimeError",
      `the local variables of the running function ${data.qualname}() are not visible: ` +
        "its code uses none of locals(), vars(), dir(), eval() and exec()",
    );
  }

  private dictOf(code: PyCode, values: unknown[], d = this.rt.newDict()): PyDict {
    const { localNames, plainCount } = code.data;
    localNames.forEach((name, i) => {
      const v = i < plainCount ? values[i] : (values[i] as { v?: unknown } | undefined)?.v;
      if (v !== undefined) d.setStr(name, v as PyObject);
      else d.delStr(name);
    });
    return d;
  }
}
