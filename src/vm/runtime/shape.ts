/**
 * How instances of classes written in Python keep their attributes: values in an array `$f`, names in a `Shape` that
 * instances with the same attributes (set in the same order) share; and the caches that generated code keeps at every
 * place that reads, sets or calls an attribute.
 *
 * An object has either a shape or a dict. The dict is made when somebody asks for it (`$d`, that is `__dict__`, `vars`,
 * a deleted attribute) or when there are too many names; from then on the object keeps it and `$shape` is undefined.
 * Types without instance dict have one empty shape on their prototype, so that one comparison of `$shape` stands for
 * "an object of this type without an attribute of its own that hides the class's".
 */
import type { PyDict, PyObject, PyType } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** Most attributes of one object, and most shapes of one class: beyond them objects have dicts. */
const mostNames = 40;
const mostShapes = 400;

/** What the shapes of one class share. */
export class Layout {
  readonly root: Shape = new Shape(this, undefined, undefined, 0);
  /** Array that a new instance's `$f` is copied from: as long as the longest so far. */
  template: (PyObject | undefined)[] = [];
  shapes = 1;
}

/** `$f` of an object with a dict. */
const noValues: readonly PyObject[] = [];

export class Shape {
  private index: Map<string, number> | undefined;
  private next: Map<string, Shape> | undefined;

  constructor(
    private readonly layout: Layout,
    private readonly parent: Shape | undefined,
    private readonly name: string | undefined,
    /** Number of attributes. */
    readonly size: number,
  ) {}

  /** Where in `$f` the attribute stands. */
  at(name: string): number | undefined {
    if (this.size === 0) return undefined;
    return (this.index ??= new Map(this.names().map((n, i) => [n, i]))).get(name);
  }

  /** Names in the order of `$f`. */
  names(): string[] {
    return this.parent === undefined ? [] : [...this.parent.names(), this.name!];
  }

  /** The shape with one more attribute; undefined when objects of this class should have dicts from here on. */
  with(name: string): Shape | undefined {
    const known = this.next?.get(name);
    if (known !== undefined) return known;
    const { layout } = this;
    if (this.size >= mostNames || layout.shapes >= mostShapes) return undefined;
    const made = new Shape(layout, this, name, this.size + 1);
    (this.next ??= new Map()).set(name, made);
    layout.shapes++;
    if (layout.template.length < made.size)
      layout.template = new Array<PyObject | undefined>(made.size).fill(undefined);
    return made;
  }
}

/** Gives a heap class whose instances have a dict the accessor `$d`, which turns shape and values into the dict. */
export function defineDictAccessor(rt: Runtime, proto: object): void {
  Object.defineProperty(proto, "$d", {
    get(this: PyObject): PyDict {
      const made = this["$dict"] as PyDict | undefined;
      if (made !== undefined) return made;
      const d = rt.newDict();
      const shape = this["$shape"] as Shape | undefined;
      if (shape !== undefined) {
        const values = this["$f"] as PyObject[];
        shape.names().forEach((name, i) => {
          d.setStr(name, values[i]);
        });
      }
      this["$shape"] = undefined;
      this["$f"] = noValues;
      this["$dict"] = d;
      return d;
    },
    set(this: PyObject, d: PyDict | undefined) {
      this["$shape"] = undefined;
      this["$f"] = noValues;
      this["$dict"] = d;
    },
    configurable: true,
    enumerable: false,
  });
}

/** Sets an attribute of an object that has a shape; false: the object has a dict now, which must take it. */
export function storeShaped(o: PyObject, shape: Shape, name: string, value: PyObject): boolean {
  const i = shape.at(name);
  if (i !== undefined) {
    o["$f"][i] = value;
    return true;
  }
  const next = shape.with(name);
  if (next === undefined) return false;
  o["$f"][shape.size] = value;
  o["$shape"] = next;
  return true;
}

/** One place's cache. Generated code reads the fields; the misses are in codegen/support/caches.ts. */
export class InlineCache {
  /** The shape for which `i` (an attribute of the object) or `f` (a method of its class) holds. */
  s: Shape | null = null;
  i = 0;
  f: PyObject | undefined = undefined;
  /** Setting: an object of shape `a` gets the attribute at `i` and shape `b`. */
  a: Shape | null = null;
  b: Shape | null = null;
  /** Further shapes, and what holds for them. */
  more: { s: Shape; i: number; f: PyObject | undefined }[] | undefined = undefined;
  /** The module that was met last, the cell of its name, and what calls it: no change of a class touches them. */
  m: PyObject | null = null;
  e: { readonly value: PyObject | undefined } | undefined = undefined;
  w: { readonly value: PyObject } | undefined = undefined;

  clear(): void {
    this.s = this.a = this.b = null;
    this.f = undefined;
    this.more = undefined;
  }
}

/** All caches of a VM that hold something, so that a change of a class can empty them. */
export class Caches {
  private filled: InlineCache[] = [];

  /** Is to be called before a cache is filled: what it will hold depends on a type and what its MRO has. */
  watch(cache: InlineCache, type: PyType, attribute: PyObject | undefined): void {
    if (this.filled.length > 100_000) this.clear();
    this.filled.push(cache);
    for (const k of type.$mro) k["$watched"] = true;
    // Whether it is a descriptor is its class's affair.
    if (attribute !== undefined) for (const k of attribute.ob$type.$mro) k["$watched"] = true;
  }

  clear(): void {
    const { filled } = this;
    this.filled = [];
    for (const c of filled) c.clear();
  }
}
