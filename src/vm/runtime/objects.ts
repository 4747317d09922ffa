/**
 * The shapes of Python values inside the VM: Skulpt's slot protocol, as we keep it. A value is a JS object whose
 * prototype belongs to its type; slots are methods on that prototype; a slot a type does not have is `undefined`.
 *
 * Differences from stock Skulpt, all deliberate: names are JS strings, nothing suspends, `tp$richcompare` may return
 * any object (PEP 207), class namespaces are Maps (`$ns`) and never properties of a prototype.
 */

import type { Namespace } from "../types/dict/core.js";

/** Keyword arguments of one call: flat `[name, value, name, value]`, names as JS strings. */
export type KwArgs = any[];

/** Comparison operators, as `tp$richcompare` gets them. */
export type CompareOp = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE";

/**
 * A Python value. The slots (all optional, found on the prototype; `this` is the value):
 *
 * - `tp$new(args, kw)` — `this` is the *prototype* of the class being made (`this.constructor` is the class);
 *   `tp$init(args, kw)`; `tp$call(args, kw)` — the callee neither keeps nor changes `args`;
 * - `$r(): str`, `tp$str(): str`, `tp$hash(): number | bigint` (or the None object: unhashable);
 * - `tp$richcompare(other, op): boolean | PyObject` (NotImplemented where it does not know);
 * - `tp$getattr(name): PyObject | undefined`, `tp$setattr(name, value | undefined)` (undefined deletes);
 * - `tp$descr_get(obj | null, type)`, `tp$descr_set(obj, value | undefined)`;
 * - `tp$iter()`, `tp$iternext(): PyObject | undefined` (undefined: exhausted; a StopIteration value stands in `gi$ret`);
 * - `sq$length(): number`, `sq$contains(x): boolean`, `sq$concat(o)`, `sq$repeat(n: PyObject)`, `sq$inplace_concat`,
 *   `sq$inplace_repeat`; `mp$subscript(key)`, `mp$ass_subscript(key, value | undefined)`;
 * - `nb$add(o)`, `nb$reflected_add(o)`, `nb$inplace_add(o)` and so on: they return NotImplemented when they do not know
 *   the operand; `nb$bool(): boolean`, `nb$int()`, `nb$float()`, `nb$index()` (return the value's own kind: `int` objects,
 *   `float` objects), `nb$power(exponent, modulus?)`.
 */
export interface PyObject {
  ob$type: PyType;
  /** Instance dictionary; absent on types without one, undefined until first use on those with one. */
  $d?: PyDict | undefined;
  [slot: string]: any;
}

/** A class: a JS constructor function whose prototype carries the slots of its instances. */
export interface PyType extends PyObject {
  prototype: PyObject;
  /** `__name__` */
  $name: string;
  $qualname: string;
  /** `__module__` of a builtin type; heap types have it in their namespace. */
  $module: string;
  /** Own attributes; change them only through `rt.setTypeAttr` (caches and slots follow). */
  $ns: Map<string, PyObject>;
  $mro: PyType[];
  $bases: PyType[];
  /** The base whose JS prototype we inherit (CPython's tp_base). */
  $base: PyType | null;
  /** A type of a module that is written in C in CPython: tpName() has the module too. */
  $c: boolean;
  /** Made at run time by `class` or `type()`: attributes can be set. */
  $heap: boolean;
  /** May be subclassed. */
  $subclassable: boolean;
  /** Instances have a `__dict__`. */
  $hasDict: boolean;
  /** The base whose instance layout this type has; bases with unrelated layouts cannot be combined. */
  $layout: PyType;
  /** Names of own `__slots__`. */
  $slotNames: string[] | undefined;
  /** Number of `__slots__` of this class and its bases: their values stand in an instance's array `$s`. */
  $slotCount: number;
  /** Changes whenever an attribute of the class or of a base changes; unique in the VM. For inline caches. */
  $version: number;
  $cache: Map<string, PyObject | null>;
  $subclasses: Set<WeakRef<PyType>>;
}

/** C's tp_name, the name of a type in messages: "dict", "collections.deque", "C". */
export function tpName(type: PyType): string {
  return type.$c && type.$module !== "builtins" ? `${type.$module}.${type.$name}` : type.$name;
}

/** What the runtime needs of dict (src/vm/types/dict): string keys by JS string, insertion order kept. */
export interface PyDict extends PyObject {
  getStr(key: string): PyObject | undefined;
  setStr(key: string, value: PyObject): void;
  hasStr(key: string): boolean;
  /** Whether the key was there. */
  delStr(key: string): boolean;
  readonly asNamespace: Namespace;
}

/** A variable shared by scopes (`__closure__`, the `__class__` cell); `v` is undefined while unbound. */
export interface PyCell extends PyObject {
  v: PyObject | undefined;
}

export interface PyStr extends PyObject {
  v: string;
}
export interface PyInt extends PyObject {
  v: number | bigint;
}
export interface PyFloat extends PyObject {
  v: number;
}
export interface PyTuple extends PyObject {
  v: PyObject[];
}
export interface PyList extends PyObject {
  v: PyObject[];
}
