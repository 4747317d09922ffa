/**
 * Code objects (`types.CodeType`) and the loading of a unit into a VM: constants become Python objects, the text becomes
 * functions. Text is compiled when something of it runs for the first time, not before.
 */
import type { CodeData, ConstData, UnitData } from "../codegen/unit.js";
import { CodeFlag } from "../codegen/unit.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** A code object. */
export interface PyCode extends PyObject {
  readonly data: CodeData;
  readonly unit: LoadedUnit;
  readonly index: number;
  filename: string;
  /** Added to the unit's line numbers: the text may begin at any line of its file. */
  readonly lineShift: number;
  /** Something of it has been called: further functions get their JS function at once. */
  warm: boolean;
}

/** Four numbers of each place of a code's text: see UnitData.places. */
export function placesOf(code: PyCode): readonly number[] {
  const { unit, index } = code;
  return unit.bodyOf(index).data.places ?? [];
}

/** The line of a place, in the text's own numbers. */
export function lineOf(code: PyCode, place: number): number {
  if (place < 0) return -place;
  return placesOf(code)[4 * place] ?? code.data.firstLine;
}

/** First line, first column, last line, last column of a place; undefined where only the line is known. */
export function spanOf(code: PyCode, place: number): readonly [number, number, number, number] | undefined {
  const places = place < 0 ? [] : placesOf(code);
  const i = 4 * place;
  return i + 3 < places.length ? [places[i], places[i + 1], places[i + 2], places[i + 3]] : undefined;
}

/** A function that makes the JS function of a code object: `(globals, frame information, ...cells)`. */
export type Factory = (...args: any[]) => (...args: any[]) => any;

/** What runs a unit's text: `(R, K, Q, C)` to factories. */
export type UnitBody = (R: unknown, K: unknown[], Q: readonly string[], C: PyCode[]) => Factory[];

/** A unit in a VM under one file name. */
export class LoadedUnit {
  readonly codes: PyCode[];
  private loaded: Factory[] | undefined;
  private constants: PyObject[] | undefined;
  private readonly bodies = new Map<number, LoadedUnit>();

  constructor(
    private readonly rt: Runtime,
    readonly data: UnitData,
    readonly filename: string,
    readonly lineShift: number,
    private readonly support: unknown,
    /** Compiles the text of a unit; the same function for the same unit. */
    private readonly evaluate: (data: UnitData) => UnitBody,
    private readonly codeType: any,
    /** The code object that this unit is the body of. */
    own?: PyCode,
  ) {
    this.codes = data.codes.map((d, i) =>
      own !== undefined && i === data.main ? own : (new codeType(d, this, i, filename, lineShift) as PyCode),
    );
  }

  get main(): PyCode {
    return this.codes[this.data.main];
  }

  get consts(): PyObject[] {
    return (this.constants ??= this.data.consts.map((c) => constant(this.rt, c)));
  }

  factory(index: number): Factory {
    if (this.data.codes[index].body !== undefined) {
      const body = this.bodyOf(index);
      return body.factory(body.data.main);
    }
    this.loaded ??= this.evaluate(this.data)(this.support, this.consts, this.data.names, this.codes);
    return this.loaded[index];
  }

  /** The unit that holds a code's text, names and constants: this one, or one of its own. */
  bodyOf(index: number): LoadedUnit {
    const code = this.data.codes[index];
    if (code.body === undefined) return this;
    let unit = this.bodies.get(index);
    if (unit === undefined) {
      code.generated ??= code.body();
      const { rt, filename, lineShift, support, evaluate, codeType } = this;
      unit = new LoadedUnit(
        rt,
        code.generated,
        filename,
        lineShift,
        support,
        evaluate,
        codeType,
        this.codes[index],
      );
      this.bodies.set(index, unit);
    }
    return unit;
  }

  /** Names, constants and inner code objects of a code. */
  details(index: number): { names: readonly string[]; consts: PyObject[]; children: PyCode[] } {
    const unit = this.bodyOf(index);
    const data = unit.data.codes[unit === this ? index : unit.data.main];
    return {
      names: data.names,
      consts: data.consts.filter((i) => i !== data.doc).map((i) => unit.consts[i]),
      children: data.children.map((i) => unit.codes[i]),
    };
  }
}

/** A constant as a Python object. */
export function constant(rt: Runtime, c: ConstData): PyObject {
  switch (c.t) {
    case "int": {
      const n = Number(c.v);
      return rt.int(Number.isSafeInteger(n) ? n : BigInt(c.v));
    }
    case "float":
      return rt.float(
        typeof c.v === "number"
          ? c.v
          : c.v === "nan"
            ? NaN
            : c.v === "inf"
              ? Infinity
              : c.v === "-inf"
                ? -Infinity
                : -0,
      );
    case "complex":
      return rt.call(rt.builtin("complex"), [rt.float(0), rt.float(c.v)]);
    case "str":
      return rt.str(c.v);
    case "bytes":
      return rt.bytes(Uint8Array.from(c.v, (ch) => ch.charCodeAt(0)));
    case "None":
      return rt.none;
    case "True":
      return rt.true;
    case "False":
      return rt.false;
    case "Ellipsis":
      return rt.ellipsis;
    case "tuple":
      return rt.tuple(c.v.map((item) => constant(rt, item)));
    case "frozenset":
      return rt.call(rt.builtin("frozenset"), [rt.tuple(c.v.map((item) => constant(rt, item)))]);
  }
}

/** Makes the type `code`. */
export function defineCodeType(rt: Runtime): any {
  const construct = function (
    this: any,
    data: CodeData,
    unit: LoadedUnit,
    index: number,
    filename: string,
    lineShift: number,
  ): void {
    this.data = data;
    this.unit = unit;
    this.index = index;
    this.filename = filename;
    this.lineShift = lineShift;
    this.warm = false;
  };
  const names = (list: readonly string[]): PyObject => rt.tuple(list.map((n) => rt.str(n)));
  return rt.defineType({
    name: "code",
    construct,
    subclassable: false,
    getset: {
      co_name: { get: (c: PyCode) => rt.str(c.data.name) },
      co_qualname: { get: (c: PyCode) => rt.str(c.data.qualname) },
      co_filename: { get: (c: PyCode) => rt.str(c.filename) },
      co_firstlineno: { get: (c: PyCode) => rt.int(c.data.firstLine + c.lineShift) },
      co_argcount: { get: (c: PyCode) => rt.int(c.data.argCount) },
      co_posonlyargcount: { get: (c: PyCode) => rt.int(c.data.posOnlyCount) },
      co_kwonlyargcount: { get: (c: PyCode) => rt.int(c.data.kwOnlyCount) },
      co_nlocals: { get: (c: PyCode) => rt.int(c.data.varNames.length) },
      co_flags: { get: (c: PyCode) => rt.int(c.data.flags) },
      co_varnames: { get: (c: PyCode) => names(c.data.varNames) },
      co_cellvars: { get: (c: PyCode) => names(c.data.cellNames) },
      co_freevars: { get: (c: PyCode) => names(c.data.freeNames) },
      co_names: { get: (c: PyCode) => names(c.unit.details(c.index).names) },
      co_consts: {
        get: (c: PyCode) => {
          const { consts, children } = c.unit.details(c.index);
          const first = c.data.doc >= 0 ? c.unit.consts[c.data.doc] : rt.none;
          return rt.tuple([first, ...consts, ...children]);
        },
      },
      co_stacksize: { get: () => rt.int(0) },
      co_code: {
        get: () => {
          throw rt.error(
            "NotImplementedError",
            "co_code: functions are compiled to JavaScript, there is no bytecode",
          );
        },
      },
    },
    methods: {
      // An entry a place that can raise, as tb_lasti // 2 counts them; CPython has one an instruction.
      co_positions: [
        "(self)",
        (self: PyCode) => {
          const places = placesOf(self);
          const entries: PyObject[] = [];
          for (let i = 0; i < places.length; i += 4) {
            const [first, start, last, end] = places.slice(i, i + 4);
            const values = [first + self.lineShift, last + self.lineShift, start, end];
            entries.push(rt.tuple(values.map((v) => rt.int(v))));
          }
          return rt.iter(rt.list(entries));
        },
      ],
      co_lines: [
        "(self)",
        () => {
          throw rt.error(
            "NotImplementedError",
            "co_lines: functions are compiled to JavaScript, there is no bytecode",
          );
        },
      ],
      replace: [
        "(self, *, co_name=..., co_filename=..., co_firstlineno=..., co_flags=..., co_qualname=...)",
        (
          self: PyCode,
          name?: PyObject,
          filename?: PyObject,
          line?: PyObject,
          flags?: PyObject,
          qualname?: PyObject,
        ) => {
          const data: CodeData = {
            ...self.data,
            ...(name === undefined ? {} : { name: rt.strOf(name) }),
            ...(qualname === undefined ? {} : { qualname: rt.strOf(qualname) }),
            ...(line === undefined ? {} : { firstLine: Number(rt.index(line)) - self.lineShift }),
            ...(flags === undefined ? {} : { flags: Number(rt.index(flags)) }),
          };
          const C = self.constructor as any;
          return new C(
            data,
            self.unit,
            self.index,
            filename === undefined ? self.filename : rt.strOf(filename),
            self.lineShift,
          );
        },
      ],
    },
    slots: {
      $r(this: PyCode) {
        const line = this.data.firstLine + this.lineShift;
        return rt.str(
          `<code object ${this.data.name} at ${rt.address(this)}, file "${this.filename}", line ${line}>`,
        );
      },
    },
  });
}

/** Is a call of this code a generator, coroutine or asynchronous generator? */
export function isSuspendable(data: CodeData): boolean {
  return (data.flags & (CodeFlag.generator | CodeFlag.coroutine | CodeFlag.asyncGenerator)) !== 0;
}
