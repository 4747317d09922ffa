/**
 * The VM's runtime: one object that owns everything of one Python (types, modules, budget) and offers every operation on
 * Python values to generated code, native modules and the embedder. Nothing below src/vm and src/modules keeps state
 * anywhere else.
 *
 * The work is done in the files beside this one (classes, attributes, operators, exceptions, imports, ...); this file
 * is the list of what there is.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { Budget } from "../../sandbox/budget.js";
import type { Host } from "../../sandbox/host.js";
import { Attributes } from "./attributes.js";
import { installBuiltins } from "./builtins/install.js";
import { installCore } from "./builtins/core.js";
import { TypeSystem } from "./classes.js";
import { Conversions } from "./conversions.js";
import { Descriptors } from "./descriptors.js";
import { Exceptions } from "./exceptions.js";
import type { CodeSystem } from "../codegen/system.js";
import type { CharacterNames, Codecs, CompileOptions, Compiler, Frames } from "./hooks.js";
import { Imports, type Finder, type ModuleBody } from "./imports.js";
import { Instances } from "./instances.js";
import { Lifecycle } from "./lifecycle.js";
import { defineType, NativeCode, patchType, type TypeSpec } from "./native.js";
import { writtenInC } from "./refusals.js";
import {
  tpName,
  type CompareOp,
  type KwArgs,
  type PyCell,
  type PyDict,
  type PyObject,
  type PyType,
} from "./objects.js";
import { Operators, type BinaryOp, type UnaryOp } from "./operators.js";
import { parseSignature } from "./signature.js";
import { loadSkulpt, type Sk } from "./skulpt/load.js";
import type { Shape } from "./shape.js";
import { makeSlotTable, type SlotTable } from "./slots.js";
import { installTypes } from "./types.js";

export interface RuntimeOptions {
  /** Everything outside; modules ask it. Absent: modules that need it say so. */
  readonly host?: Host;
  readonly budget?: Budget;
}

export class Runtime {
  readonly host: Host | undefined;
  readonly budget: Budget;
  /** Skulpt's root object: for src/vm/runtime and src/vm/types only. */
  readonly sk: Sk;
  /** The builtin types by short name: object, type, str, int, float, bool, list, tuple, dict, module, ... */
  readonly types: Record<string, any> = Object.create(null) as Record<string, any>;
  readonly slotTable: SlotTable;
  readonly typeSystem: TypeSystem;
  readonly attributes: Attributes;
  readonly descriptors: Descriptors;
  readonly operators: Operators;
  readonly exceptions: Exceptions;
  readonly instances: Instances;
  readonly conversions: Conversions;
  readonly imports: Imports;
  readonly lifecycle: Lifecycle;
  readonly NativeCode = NativeCode;

  // Singletons; set by builtins/core.ts and the types.
  none!: PyObject;
  notImplemented!: PyObject;
  ellipsis!: PyObject;
  true!: PyObject;
  false!: PyObject;
  /** Slot value of `tp$hash` for unhashable types. */
  readonly unhashable: (this: PyObject) => never;

  /** Set by code generation (`installCode`). */
  frames: Frames = { globals: () => undefined, locals: () => undefined, space: () => undefined };
  compiler: Compiler | undefined;
  /** Set by the modules unicodedata and _codecs. */
  characterNames: CharacterNames | undefined;
  /** Category of the warning about escapes that mean nothing; a SyntaxWarning since 3.12. */
  escapeWarning = "SyntaxWarning";
  codecs: Codecs | undefined;
  /** Compiled code, thread, frames, tracebacks; set by `installCode`. */
  code!: CodeSystem;

  /** `a | b` of types; NotImplemented where one is none. Set by builtins/alias.ts. */
  union!: (a: PyObject, b: PyObject) => PyObject;
  /** sys.set_int_max_str_digits(); 0 is no limit. */
  maxStrDigits = 4300;

  /** The last number that `id` gave, outside of imports. */
  lastId = 0;
  /** The same within imports: any program may be the first to import a module, and must not count on differently for it. */
  private lastImportId = 1 << 24;
  private importing = false;

  constructor(options: RuntimeOptions = {}) {
    this.host = options.host;
    this.budget = options.budget ?? new Budget();
    this.lifecycle = new Lifecycle(this);
    this.sk = loadSkulpt();
    this.unhashable = makeUnhashable(this);
    this.slotTable = makeSlotTable(this);
    this.typeSystem = new TypeSystem(this);
    this.attributes = new Attributes(this);
    this.operators = new Operators(this);
    this.instances = new Instances(this);
    this.conversions = new Conversions(this);
    this.types["object"] = this.sk.builtin.object;
    this.types["type"] = this.sk.builtin.type;
    this.prepareRoots();
    this.descriptors = new Descriptors(this);
    this.descriptors.install();
    installCore(this);
    installTypes(this);
    this.conversions.ready();
    this.exceptions = new Exceptions(this);
    this.imports = new Imports(this);
    installBuiltins(this);
    this.typeSystem.addDocs(this.types["object"] as PyType);
    this.lifecycle.patched();
  }

  /** Makes `object` and `type` types of ours: no attribute, no slot but what builtins/core.ts gives them. */
  private prepareRoots(): void {
    const { object, type } = this.types as { object: any; type: any };
    for (const [root, name, bases, base] of [
      [object, "object", [], null],
      [type, "type", [object], object],
    ] as const) {
      this.typeSystem.initialise(root, { name, bases: [...bases], base });
      root.prototype.constructor = root;
    }
    type.$layout = type;
  }

  // ------------------------------------------------------------------------------------------------- conversion
  /** A str; never interned. */
  str(s: string): PyObject {
    return this.conversions.str(s);
  }
  /** An int of a JS integer or bigint. */
  int(n: number | bigint): PyObject {
    return this.conversions.int(n);
  }
  float(x: number): PyObject {
    return new this.types["float"](x);
  }
  bool(b: boolean): PyObject {
    return b ? this.true : this.false;
  }
  /** A list that takes the array over. */
  list(items: PyObject[] = []): PyObject {
    return new this.types["list"](items);
  }
  /** A tuple that takes the array over. */
  tuple(items: PyObject[] = []): PyObject {
    return items.length === 0 ? this.conversions.emptyTuple() : new this.types["tuple"](items);
  }
  bytes(data: Uint8Array): PyObject {
    return new this.types["bytes"](data);
  }
  newDict(): PyDict {
    return new this.types["dict"]() as PyDict;
  }
  /** A dict of string keys. */
  dict(entries: Iterable<readonly [string | PyObject, PyObject]> = []): PyDict {
    const d = this.newDict();
    for (const [k, v] of entries) {
      if (typeof k === "string") d.setStr(k, v);
      else d.mp$ass_subscript(k, v);
    }
    return d;
  }
  /** Plain data to Python: see conversions.ts. */
  fromJs(v: unknown): PyObject {
    return this.conversions.fromJs(v);
  }
  /** Python to plain data: see conversions.ts. */
  toJs(o: PyObject): unknown {
    return this.conversions.toJs(o);
  }
  /** What a native implementation returned: Python objects as they are, undefined None, JS booleans and strings converted. */
  fromNative(r: any): PyObject {
    if (r !== undefined && r !== null && r.ob$type !== undefined) return r;
    if (r === undefined || r === null) return this.none;
    if (typeof r === "boolean") return r ? this.true : this.false;
    if (typeof r === "string") return this.str(r);
    throw new SandbakeError(
      "native-result",
      `native code returned a JavaScript ${typeof r}, not a Python object`,
    );
  }
  /** A comparison's result as an object. */
  truthValue(r: PyObject | boolean): PyObject {
    return r === true ? this.true : r === false ? this.false : r;
  }

  // ------------------------------------------------------------------------------------------------- type checks
  /** `type(o).__name__` */
  typeName(o: PyObject): string {
    return o.ob$type.$name;
  }
  /** The name of an object's type in messages: a type of a C module has its module before it ("collections.deque"). */
  tpName(o: PyObject): string {
    return tpName(o.ob$type);
  }
  /** What an argument of a wrong type is called: its type, and None. */
  argumentName(o: PyObject): string {
    return o === this.none ? "None" : this.tpName(o);
  }
  /** Whether a Python object belongs to this VM: the last class of every type is its `object`. */
  owns(o: PyObject): boolean {
    const mro = (o.ob$type as PyType | undefined)?.$mro;
    return mro !== undefined && mro[mro.length - 1] === this.types["object"];
  }
  /** The object, which must be one of this VM. @throws SandbakeError "foreign-object" */
  own<T extends PyObject>(o: T): T {
    if (this.owns(o)) return o;
    throw new SandbakeError(
      "foreign-object",
      "a Python object of another VM was handed to this one: two VMs share no object",
      { hint: "Convert it to plain data with the other VM's toJs() first." },
    );
  }
  isType(o: any): o is PyType {
    return typeof o === "function" && o.$mro !== undefined;
  }
  isSubtype(type: any, base: any): boolean {
    return type === base || type.$mro.includes(base);
  }
  /** Exact type or subclass; does not ask `__instancecheck__`. */
  isInstance(o: PyObject, type: any): boolean {
    return o.ob$type === type || o.ob$type.$mro.includes(type);
  }
  isStr(o: PyObject): boolean {
    return o.ob$type === this.types["str"] || o.ob$type.$mro.includes(this.types["str"]);
  }
  isInt(o: PyObject): boolean {
    return o.ob$type === this.types["int"] || o.ob$type.$mro.includes(this.types["int"]);
  }
  isCell(o: PyObject): o is PyCell {
    return o.ob$type === this.descriptors.types.cell;
  }
  isModule(o: PyObject): boolean {
    return this.isInstance(o, this.types["module"]);
  }
  /** Whether a thrown JS value is a Python exception (of class `kind`, a builtin exception's name or a type). */
  isException(e: PyObject, kind?: string | PyType): boolean;
  isException(e: unknown, kind?: string | PyType): e is PyObject;
  isException(e: unknown, kind?: string | PyType): boolean {
    return this.exceptions.is(e, kind);
  }
  /** `isinstance(o, cls)` with all of its protocol. */
  instanceCheck(o: PyObject, cls: PyObject): boolean {
    return this.instances.isInstance(o, cls);
  }
  /** `issubclass(sub, cls)` with all of its protocol. */
  subclassCheck(sub: PyObject, cls: PyObject): boolean {
    return this.instances.isSubclass(sub, cls);
  }
  /** `__module__` of a class as text. */
  moduleOf(t: PyType): string | undefined {
    if (!t.$heap) return t.$module;
    const m = t.$ns.get("__module__");
    return m !== undefined && this.isStr(m) ? (m.v as string) : undefined;
  }
  callable(o: PyObject): boolean {
    return o.tp$call !== undefined;
  }

  // --------------------------------------------------------------------------------------------------- attributes
  /** An attribute found along the MRO, unbound. */
  lookupType(type: PyType, name: string): PyObject | undefined {
    const hit = type.$cache.get(name);
    return hit !== undefined ? (hit === null ? undefined : hit) : this.typeSystem.lookup(type, name);
  }
  typeLookup(type: PyType, name: string): PyObject | undefined {
    return this.lookupType(type, name);
  }
  /** `o.name`; AttributeError. */
  getattr(o: PyObject, name: string): PyObject {
    const v = o.tp$getattr(name);
    if (v === undefined) throw this.attributeError(o, name);
    return v;
  }
  /** `o.name`, undefined where it would be AttributeError. */
  lookup(o: PyObject, name: string): PyObject | undefined {
    try {
      return o.tp$getattr(name);
    } catch (e) {
      if (this.isException(e, "AttributeError")) return undefined;
      throw e;
    }
  }
  setattr(o: PyObject, name: string, value: PyObject): void {
    o.tp$setattr(name, value);
  }
  delattr(o: PyObject, name: string): void {
    o.tp$setattr(name, undefined);
  }
  /** A special method found on the type and bound to the object. */
  lookupSpecial(o: PyObject, name: string): PyObject | undefined {
    const f = this.lookupType(o.ob$type, name);
    if (f === undefined || f.tp$descr_get === undefined) return f;
    return f.tp$descr_get(o, o.ob$type);
  }
  /** Sets a class attribute from native code (also of builtin types). */
  setTypeAttr(type: PyType, name: string, value: PyObject): void {
    this.typeSystem.setAttr(type, name, value);
  }
  /** The text of an attribute name given as a Python object. */
  attributeName(o: PyObject): string {
    if (!this.isStr(o))
      throw this.error("TypeError", `attribute name must be string, not '${this.tpName(o)}'`);
    return o.v as string;
  }
  attributeError(o: PyObject, name: string): PyObject {
    return this.exceptions.attribute(o, name);
  }
  /** `__dict__` of an instance, made when needed. */
  instanceDict(o: PyObject): PyDict {
    return (o.$d ??= this.newDict());
  }
  /** `__dict__` of a class: a read-only view. */
  typeDict(t: PyType): PyObject {
    return new this.types["mappingproxy"](undefined, t);
  }
  /** `super(cls, obj)` as an object. */
  super(cls: PyType, obj: PyObject): PyObject {
    return new this.types["super"](cls, obj, this.superStart(cls, obj));
  }
  private superStart(cls: PyType, obj: PyObject): PyType {
    if (this.isType(obj) && this.isSubtype(obj, cls)) return obj;
    if (this.isSubtype(obj.ob$type, cls)) return obj.ob$type;
    const claimed = this.lookup(obj, "__class__");
    if (claimed !== undefined && this.isType(claimed) && this.isSubtype(claimed, cls)) return claimed;
    throw this.error("TypeError", "super(type, obj): obj must be an instance or subtype of type");
  }
  /** What `super(cls, obj).name` finds, bound; undefined if nothing. `start` is the type whose MRO is walked. */
  superLookup(cls: PyType, obj: PyObject, start: PyType, name: string): PyObject | undefined {
    const mro = start.$mro;
    for (let i = mro.indexOf(cls) + 1; i < mro.length; i++) {
      const v = mro[i].$ns.get(name);
      if (v === undefined) continue;
      return v.tp$descr_get === undefined ? v : v.tp$descr_get(obj === start ? null : obj, start);
    }
    return undefined;
  }

  // -------------------------------------------------------------------------------------------------------- calls
  call(f: PyObject, args: PyObject[], kw?: KwArgs): PyObject {
    if (f.tp$call === undefined) throw this.error("TypeError", `'${this.tpName(f)}' object is not callable`);
    return f.tp$call(args, kw);
  }
  /** Calls a special method found on the type of `o`; it must exist. */
  callSpecial(o: PyObject, name: string, args: PyObject[], kw?: KwArgs): PyObject {
    const f = this.lookupType(o.ob$type, name);
    if (f === undefined) throw this.error("AttributeError", name);
    if (f.$binds === true) return f.tp$call([o, ...args], kw);
    return this.call(f.tp$descr_get === undefined ? f : f.tp$descr_get(o, o.ob$type), args, kw);
  }
  callSpecial0(o: PyObject, name: string): PyObject {
    const f = this.lookupType(o.ob$type, name);
    if (f !== undefined && f.$binds === true) return f.$call1(o);
    return this.callSpecial(o, name, []);
  }
  callSpecial1(o: PyObject, name: string, a: PyObject): PyObject {
    const f = this.lookupType(o.ob$type, name);
    if (f !== undefined && f.$binds === true) return f.$call2(o, a);
    return this.callSpecial(o, name, [a]);
  }
  /** The method to call with `o` in front, without a bound method; undefined: go the long way. */
  private directMethod(o: PyObject, name: string): PyObject | undefined {
    if (o.tp$getattr !== this.attributes.genericGet) return undefined;
    const f = o.ob$type.$cache.get(name) ?? this.typeSystem.lookup(o.ob$type, name);
    if (f === undefined || f.$binds !== true) return undefined;
    const shape = o.$shape as Shape | undefined;
    if (shape !== undefined) return shape.at(name) === undefined ? f : undefined;
    return o.$d?.getStr(name) === undefined ? f : undefined;
  }
  callMethod0(o: PyObject, name: string): PyObject {
    const f = this.directMethod(o, name);
    return f === undefined ? this.getattr(o, name).$call0() : f.$call1(o);
  }
  callMethod1(o: PyObject, name: string, a: PyObject): PyObject {
    const f = this.directMethod(o, name);
    return f === undefined ? this.getattr(o, name).$call1(a) : f.$call2(o, a);
  }
  callMethod2(o: PyObject, name: string, a: PyObject, b: PyObject): PyObject {
    const f = this.directMethod(o, name);
    return f === undefined ? this.getattr(o, name).$call2(a, b) : f.$call3(o, a, b);
  }
  callMethod3(o: PyObject, name: string, a: PyObject, b: PyObject, c: PyObject): PyObject {
    const f = this.directMethod(o, name);
    return f === undefined ? this.getattr(o, name).$call3(a, b, c) : f.tp$call([o, a, b, c]);
  }
  callMethod(o: PyObject, name: string, args: PyObject[], kw?: KwArgs): PyObject {
    const f = this.directMethod(o, name);
    return f === undefined ? this.call(this.getattr(o, name), args, kw) : f.tp$call([o, ...args], kw);
  }

  // ------------------------------------------------------------------------------------------------------- errors
  /** A Python exception of a builtin class with one message. */
  error(kind: string, message: string): PyObject {
    return this.exceptions.make(kind, [this.str(message)]);
  }
  errorWith(kind: string, args: readonly PyObject[]): PyObject {
    return this.exceptions.make(kind, [...args]);
  }
  /** The StopIteration that ends an iterator whose `tp$iternext` gave undefined. */
  stopIteration(it: PyObject): PyObject {
    const value = it["gi$ret"] as PyObject | undefined;
    it["gi$ret"] = undefined;
    return this.exceptions.make("StopIteration", value === undefined || value === this.none ? [] : [value]);
  }
  stopValue(e: PyObject): PyObject {
    return e.$value ?? this.none;
  }
  /** What a JS `catch` got, as a Python exception: a stack overflow is RecursionError; anything else is thrown again. */
  caught(e: unknown): PyObject {
    return this.exceptions.caught(e);
  }

  // ----------------------------------------------------------------------------------------------- object protocol
  isTrue(o: PyObject): boolean {
    if (o === this.true) return true;
    if (o === this.false || o === this.none) return false;
    if (o.nb$bool !== undefined) return o.nb$bool();
    if (o.sq$length !== undefined) return o.sq$length() !== 0;
    return true;
  }
  repr(o: PyObject): string {
    return o.$r().v as string;
  }
  strOf(o: PyObject): string {
    return o.tp$str().v as string;
  }
  hash(o: PyObject): number | bigint {
    return o.tp$hash();
  }
  richCompare(a: PyObject, b: PyObject, op: CompareOp): PyObject {
    return this.operators.compare(a, b, op);
  }
  compareBool(a: PyObject, b: PyObject, op: CompareOp): boolean {
    return this.operators.compareBool(a, b, op);
  }
  /** Identity or `==`. */
  equals(a: PyObject, b: PyObject): boolean {
    return this.operators.equals(a, b);
  }
  binary(a: PyObject, b: PyObject, op: BinaryOp): PyObject {
    return this.operators.binary(a, b, op);
  }
  inplace(a: PyObject, b: PyObject, op: BinaryOp): PyObject {
    return this.operators.inplace(a, b, op);
  }
  unary(a: PyObject, op: UnaryOp): PyObject {
    return this.operators.unary(a, op);
  }
  getItem(o: PyObject, key: PyObject): PyObject {
    return this.conversions.getItem(o, key);
  }
  setItem(o: PyObject, key: PyObject, value: PyObject): void {
    if (o.mp$ass_subscript === undefined)
      throw this.error("TypeError", `'${this.tpName(o)}' object does not support item assignment`);
    o.mp$ass_subscript(key, value);
  }
  delItem(o: PyObject, key: PyObject): void {
    if (o.mp$ass_subscript === undefined) {
      const bySequence = (this.isSequence(o) || o.ob$type.$heap) && key.nb$index !== undefined;
      throw this.error(
        "TypeError",
        `'${this.tpName(o)}' object ${bySequence ? "doesn't" : "does not"} support item deletion`,
      );
    }
    o.mp$ass_subscript(key, undefined);
  }
  contains(container: PyObject, item: PyObject): boolean {
    if (container.sq$contains !== undefined) return container.sq$contains(item);
    if (container.tp$iter === undefined && container.mp$subscript === undefined) {
      throw this.error("TypeError", `argument of type '${this.tpName(container)}' is not iterable`);
    }
    for (const x of this.iterate(container)) if (this.equals(x, item)) return true;
    return false;
  }
  len(o: PyObject): number {
    if (o.sq$length === undefined)
      throw this.error("TypeError", `object of type '${this.tpName(o)}' has no len()`);
    return o.sq$length();
  }
  /** The result of a `__len__` as a JS number. */
  lengthOf(o: PyObject): number {
    const v = this.index(o);
    if (v < 0) throw this.error("ValueError", "__len__() should return >= 0");
    if (v > 0x7fffffffffffffffn)
      throw this.error("OverflowError", "cannot fit 'int' into an index-sized integer");
    return Number(v);
  }
  /** `operator.index(o)` as a JS value. */
  index(o: PyObject): number | bigint {
    if (this.isInt(o)) return o.v as number | bigint;
    if (o.nb$index === undefined)
      throw this.error("TypeError", `'${this.tpName(o)}' object cannot be interpreted as an integer`);
    return o.nb$index().v as number | bigint;
  }
  format(o: PyObject, spec: PyObject): PyObject {
    const r = this.callSpecial1(o, "__format__", spec);
    if (!this.isStr(r)) throw this.error("TypeError", `__format__ must return a str, not ${this.tpName(r)}`);
    return r;
  }
  /** `iter(o)` */
  iter(o: PyObject): PyObject {
    if (o.tp$iter !== undefined) {
      const it = o.tp$iter();
      if (it.tp$iternext === undefined)
        throw this.error("TypeError", `iter() returned non-iterator of type '${this.tpName(it)}'`);
      return it;
    }
    if (o.mp$subscript !== undefined && this.isSequence(o)) return new this.types["iterator"](o);
    throw this.error("TypeError", `'${this.tpName(o)}' object is not iterable`);
  }
  /** CPython's PySequence_Check: `__getitem__`, but no dict. */
  isSequence(o: PyObject): boolean {
    return o.mp$subscript !== undefined && !this.isInstance(o, this.types["dict"]) && !this.isType(o);
  }
  /** The next item; undefined when exhausted (the value of StopIteration stands in `it.gi$ret`). */
  next(it: PyObject): PyObject | undefined {
    if (it.tp$iternext === undefined)
      throw this.error("TypeError", `'${this.tpName(it)}' object is not an iterator`);
    return it.tp$iternext();
  }
  *iterate(o: PyObject): Generator<PyObject, void, undefined> {
    const it = this.iter(o);
    for (;;) {
      const x = it.tp$iternext() as PyObject | undefined;
      if (x === undefined) return;
      this.budget.step();
      yield x;
    }
  }
  /** All items in a fresh array; charges a step an item. */
  toArray(o: PyObject): PyObject[] {
    const t = o.ob$type;
    if ((t === this.types["list"] || t === this.types["tuple"]) && Array.isArray(o.v))
      return o.v.slice() as PyObject[];
    const out: PyObject[] = [];
    const it = this.iter(o);
    for (let x = it.tp$iternext(); x !== undefined; x = it.tp$iternext()) {
      out.push(x);
      if ((out.length & 1023) === 0) {
        this.budget.step(1024);
        this.budget.allocate(out.length * 8);
      }
    }
    return out;
  }
  /** `id(o)`: a small number, unique while the VM lives. */
  id(o: PyObject): number {
    // No Python object is the JS prototype of another, so what is found is the object's own.
    return (o["$id"] ??=
      0x7f0000000000 + (this.importing ? ++this.lastImportId : ++this.lastId) * 16) as number;
  }
  /** Runs the body of a module. */
  runImport(body: () => void): void {
    const outer = this.importing;
    this.importing = true;
    try {
      body();
    } finally {
      this.importing = outer;
    }
  }
  /** The hash of objects compared by identity. */
  identityHash(o: any): number {
    return Math.floor(this.id(o) / 16);
  }
  /** "0x7f..." in reprs. */
  address(o: PyObject): string {
    return `0x${this.id(o).toString(16)}`;
  }

  // ------------------------------------------------------------------------------------------------ definitions
  /** A native function: `rt.fn("name(a, b=None)", impl, doc)`. */
  fn(signature: string, impl: (...args: any[]) => any, doc?: string, module?: string): PyObject {
    const name = signature.slice(0, signature.indexOf("(")).trim();
    return this.descriptors.newFunction(
      new NativeCode(this, name, name, signature, impl, doc, writtenInC(module), false, module),
      module,
    );
  }
  defineType(spec: TypeSpec): any {
    return defineType(this, spec);
  }
  patchType(type: any, spec: Omit<TypeSpec, "name">): void {
    patchType(this, type, spec);
  }
  /** Checks a signature text now instead of at the first call (for tests of native modules). */
  checkSignature(text: string): void {
    parseSignature(text);
  }
  /** A bare instance of a class: its dict (if any) is empty, fields of its native base are not set. */
  alloc(cls: any): any {
    return cls.$heap || cls.$plainConstructor ? new cls() : Object.create(cls.prototype);
  }
  cell(v?: PyObject): PyCell {
    return this.descriptors.newCell(v);
  }
  newStaticMethod(f: PyObject): PyObject {
    return new this.types["staticmethod"](f);
  }
  newClassMethod(f: PyObject): PyObject {
    return new this.types["classmethod"](f);
  }
  /** A method bound to `self`. */
  boundMethod(f: PyObject, self: PyObject): PyObject {
    return new this.types["method"](f, self);
  }
  genericAlias(origin: PyObject, item: PyObject): PyObject {
    return this.conversions.genericAlias(origin, item);
  }
  /** A builtin by name (what `builtins` holds). */
  builtin(name: string): PyObject {
    const v = this.imports.builtins.$d!.getStr(name);
    if (v === undefined) throw new SandbakeError("no-builtin", `no builtin ${name}`);
    return v;
  }

  // -------------------------------------------------------------------------------------------------------- classes
  /**
   * Makes a class as a `class` statement does: `__mro_entries__`, metaclass, `__prepare__`, body, call of the metaclass.
   * @param body fills the namespace and may return the `__class__` cell
   */
  buildClass(
    name: string,
    bases: readonly PyObject[] = [],
    body:
      ((ns: PyObject) => PyCell | undefined | void) | Map<string, PyObject> | Record<string, PyObject> = {},
    kw?: KwArgs,
  ): PyObject {
    return this.conversions.buildClass(name, bases, body, kw);
  }

  // ------------------------------------------------------------------------------------------------------------ code
  private get system(): CodeSystem {
    if ((this.code as CodeSystem | undefined) === undefined)
      throw new SandbakeError(
        "vm-order",
        "code generation is not installed in this runtime: call installCode(rt)",
      );
    return this.code;
  }
  /** A code object of a text. @throws SyntaxError (Python) */
  compile(source: string, options: CompileOptions): PyObject {
    return this.system.compile(source, options);
  }
  /** Runs a code object; names live in the globals, or in `locals` where given. */
  exec(code: PyObject, globals: PyDict, locals?: PyObject): void {
    this.system.thread.guard(() => this.system.exec(code, globals, locals));
  }
  /** The value of a code object compiled with mode "eval". */
  eval(code: PyObject, globals: PyDict, locals?: PyObject): PyObject {
    return this.system.thread.guard(() => this.system.eval(code, globals, locals));
  }
  /** The same with names asked of `lookup` first, then of the globals and the builtins. */
  evalWith(code: PyObject, globals: PyDict, lookup: (name: string) => PyObject | undefined): PyObject {
    return this.system.thread.guard(() => this.system.eval(code, globals, { lookup }));
  }
  /** An exception with its traceback, causes and contexts, as CPython prints it. */
  formatException(e: PyObject): string {
    return this.system.tracebacks.format(e);
  }

  // --------------------------------------------------------------------------------------------------------- modules
  registerModule(name: string, body: ModuleBody): void {
    this.lifecycle.mayRegister(name);
    this.imports.register(name, body);
  }
  addFinder(finder: Finder): void {
    this.imports.addFinder(finder);
  }
  /** Ends registration; imports are possible from here on. */
  seal(): void {
    this.lifecycle.seal();
  }
  /** `importlib.import_module(name)`: the module itself. */
  importModule(name: string): PyObject {
    return this.imports.importModule(name);
  }
  /** What `import name` / `from name import x` evaluates to (`builtins.__import__`). */
  importName(
    name: string,
    globals: PyObject | undefined,
    fromlist: readonly string[] | undefined,
    level = 0,
  ): PyObject {
    return this.imports.importName(name, globals, fromlist, level);
  }
  /** `from module import name` after importName. */
  importFrom(module: PyObject, name: string): PyObject {
    return this.imports.importFrom(module, name);
  }
  /** `from module import *` into a namespace. */
  importStar(module: PyObject, namespace: PyObject): void {
    this.imports.importStar(module, namespace);
  }
  findModule(name: string): PyObject | undefined {
    return this.imports.modules.getStr(name);
  }
  newModule(name: string, doc?: string): PyObject {
    return this.imports.newModule(name, doc);
  }
}

/** The `tp$hash` of unhashable types. */
function makeUnhashable(rt: Runtime): (this: PyObject) => never {
  return function () {
    throw rt.error("TypeError", `unhashable type: '${rt.tpName(this)}'`);
  };
}
