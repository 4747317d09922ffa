/** `list[int]` (types.GenericAlias) and `int | str` (types.UnionType). */
import type { CompareOp, KwArgs, PyObject, PyType } from "../objects.js";
import type { Runtime } from "../runtime.js";

export function installAliases(rt: Runtime): void {
  installGenericAlias(rt);
  installUnion(rt);
}

/** Type variables in the arguments of an alias, in order of appearance. */
function typeParameters(rt: Runtime, args: readonly PyObject[]): PyObject[] {
  const found: PyObject[] = [];
  const add = (p: PyObject): void => {
    if (!found.includes(p)) found.push(p);
  };
  for (const a of args) {
    if (rt.isType(a)) continue;
    if (rt.lookupType(a.ob$type, "__typing_subst__") !== undefined) {
      add(a);
      continue;
    }
    const inner = rt.lookup(a, "__parameters__");
    if (inner !== undefined && rt.isInstance(inner, rt.types["tuple"]))
      for (const p of inner.v as PyObject[]) add(p);
  }
  return found;
}

/** The arguments with type variables replaced by what stands in the brackets. */
function substituteParameters(
  rt: Runtime,
  alias: PyObject,
  args: readonly PyObject[],
  key: PyObject,
): PyObject[] {
  const params = typeParameters(rt, args);
  const given = rt.isInstance(key, rt.types["tuple"]) ? (key.v as PyObject[]) : [key];
  if (params.length === 0) throw rt.error("TypeError", `${rt.repr(alias)} is not a generic class`);
  if (params.length !== given.length) {
    throw rt.error(
      "TypeError",
      `Too ${given.length > params.length ? "many" : "few"} arguments for ${rt.repr(alias)}; actual ${given.length}, expected ${params.length}`,
    );
  }
  const substitute = (a: PyObject): PyObject => {
    if (rt.isType(a)) return a;
    const at = params.indexOf(a);
    if (at >= 0) return rt.call(rt.lookupSpecial(a, "__typing_subst__")!, [given[at]]);
    const inner = rt.lookup(a, "__parameters__");
    if (
      inner === undefined ||
      !rt.isInstance(inner, rt.types["tuple"]) ||
      (inner.v as PyObject[]).length === 0
    )
      return a;
    return rt.getItem(a, rt.tuple((inner.v as PyObject[]).map(substitute)));
  };
  return args.map(substitute);
}

function isAlias(rt: Runtime, o: PyObject): boolean {
  return rt.lookup(o, "__origin__") !== undefined && rt.lookup(o, "__args__") !== undefined;
}

/** How a parameter shows inside brackets. */
function reprParameter(rt: Runtime, o: PyObject): string {
  if (o === rt.ellipsis) return "...";
  if (o.ob$type === rt.types["list"])
    return `[${(o.v as PyObject[]).map((x) => reprParameter(rt, x)).join(", ")}]`;
  if (rt.isType(o)) {
    const module = rt.moduleOf(o);
    return module === undefined || module === "builtins" ? o.$qualname : `${module}.${o.$qualname}`;
  }
  const [name, module] = [rt.lookup(o, "__qualname__"), rt.lookup(o, "__module__")];
  if (name === undefined || module === undefined || module === rt.none || isAlias(rt, o)) return rt.repr(o);
  return rt.strOf(module) === "builtins" ? rt.strOf(name) : `${rt.strOf(module)}.${rt.strOf(name)}`;
}

function installGenericAlias(rt: Runtime): void {
  const construct = function (this: any, origin: PyObject, args: PyObject): void {
    this.$origin = origin;
    this.$args = args;
    this.$parameters = undefined;
    this.$starred = false;
  };
  const parameters = (self: any): PyObject =>
    (self.$parameters ??= rt.tuple(typeParameters(rt, self.$args.v as PyObject[]))) as PyObject;
  /** Attributes that are the alias's own; all others are asked of the origin. */
  const own = new Set([
    "__class__",
    "__origin__",
    "__args__",
    "__parameters__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
    "__unpacked__",
    "__typing_unpacked_tuple_args__",
  ]);
  const type = rt.defineType({
    name: "GenericAlias",
    module: "types",
    construct,
    doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    new: [
      "(cls, origin, args, /)",
      (_cls: PyType, origin: PyObject, args: PyObject) => rt.genericAlias(origin, args),
    ],
    slots: {
      tp$call(this: any, args: PyObject[], kw?: KwArgs) {
        const made = rt.call(this.$origin as PyObject, args, kw);
        try {
          rt.setattr(made, "__orig_class__", this);
        } catch (e) {
          if (!rt.isException(e, "AttributeError") && !rt.isException(e, "TypeError")) throw e;
        }
        return made;
      },
      tp$getattr(this: any, name: string) {
        if (
          !own.has(name) &&
          !(
            name.startsWith("__") &&
            name.endsWith("__") &&
            rt.lookupType(type as PyType, name) !== undefined &&
            name !== "__doc__" &&
            name !== "__module__"
          )
        ) {
          const v = this.$origin.tp$getattr(name);
          if (v !== undefined) return v;
        }
        return rt.attributes.genericGet.call(this, name);
      },
      $r(this: any) {
        const inside = (this.$args.v as PyObject[]).map((a) => reprParameter(rt, a)).join(", ");
        return rt.str(
          `${this.$starred === true ? "*" : ""}${reprParameter(rt, this.$origin as PyObject)}[${inside === "" ? "()" : inside}]`,
        );
      },
      tp$hash(this: any) {
        return Number(rt.hash(this.$origin as PyObject)) ^ Number(rt.hash(this.$args as PyObject));
      },
      tp$richcompare(this: any, other: any, op: CompareOp) {
        if ((op !== "Eq" && op !== "NotEq") || other.ob$type !== type) return rt.notImplemented;
        const same =
          rt.equals(this.$origin as PyObject, other.$origin as PyObject) &&
          rt.equals(this.$args as PyObject, other.$args as PyObject);
        return same === (op === "Eq");
      },
      mp$subscript(this: any, key: PyObject) {
        return new type(
          this.$origin,
          rt.tuple(substituteParameters(rt, this as PyObject, this.$args.v as PyObject[], key)),
        );
      },
      nb$or(this: PyObject, other: PyObject) {
        return rt.union(this, other);
      },
      nb$reflected_or(this: PyObject, other: PyObject) {
        return rt.union(other, this);
      },
      tp$iter(this: any) {
        const starred = new type(this.$origin, this.$args);
        starred.$starred = true;
        return rt.iter(rt.tuple([starred as PyObject]));
      },
    },
    getset: {
      __origin__: { get: (a) => a.$origin },
      __args__: { get: (a) => a.$args },
      __parameters__: { get: (a) => parameters(a) },
      __unpacked__: { get: (a) => a.$starred === true },
    },
    methods: {
      __mro_entries__: ["(self, bases, /)", (a: any) => rt.tuple([a.$origin as PyObject])],
      __instancecheck__: [
        "(self, instance, /)",
        () => {
          throw rt.error("TypeError", "isinstance() argument 2 cannot be a parameterized generic");
        },
      ],
      __subclasscheck__: [
        "(self, cls, /)",
        () => {
          throw rt.error("TypeError", "issubclass() argument 2 cannot be a parameterized generic");
        },
      ],
      __reduce__: [
        "(self, /)",
        (a: any) => rt.tuple([type as PyObject, rt.tuple([a.$origin as PyObject, a.$args as PyObject])]),
      ],
    },
  });
  rt.types["GenericAlias"] = type;
}

function installUnion(rt: Runtime): void {
  const construct = function (this: any, args: PyObject[]): void {
    this.$args = args;
  };
  const members = (o: PyObject): PyObject[] =>
    o.ob$type === type ? (o.$args as PyObject[]) : [o === rt.none ? rt.none.ob$type : o];
  const type = rt.defineType({
    name: "UnionType",
    module: "types",
    construct,
    subclassable: false,
    doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
    slots: {
      $r(this: any) {
        return rt.str(
          (this.$args as PyObject[])
            .map((a) => (a === rt.none.ob$type ? "None" : reprParameter(rt, a)))
            .join(" | "),
        );
      },
      tp$hash(this: any) {
        return rt.hash(
          rt.call(rt.types["frozenset"] as PyObject, [rt.list([...(this.$args as PyObject[])])]),
        );
      },
      tp$richcompare(this: any, other: any, op: CompareOp) {
        if ((op !== "Eq" && op !== "NotEq") || other.ob$type !== type) return rt.notImplemented;
        const mine = this.$args as PyObject[];
        const theirs = other.$args as PyObject[];
        const same = mine.length === theirs.length && mine.every((a) => theirs.some((b) => rt.equals(a, b)));
        return same === (op === "Eq");
      },
      mp$subscript(this: any, key: PyObject) {
        return substituteParameters(rt, this as PyObject, this.$args as PyObject[], key).reduce((a, b) =>
          rt.binary(a, b, "or"),
        );
      },
      nb$or(this: PyObject, other: PyObject) {
        return rt.union(this, other);
      },
      nb$reflected_or(this: PyObject, other: PyObject) {
        return rt.union(other, this);
      },
    },
    getset: {
      __args__: { get: (u) => rt.tuple([...(u.$args as PyObject[])]) },
      __parameters__: { get: (u) => rt.tuple(typeParameters(rt, u.$args as PyObject[])) },
    },
    methods: {
      __instancecheck__: [
        "(self, instance, /)",
        (u: any, o: PyObject) => (u.$args as PyObject[]).some((a) => rt.instances.isInstance(o, a)),
      ],
      __subclasscheck__: [
        "(self, cls, /)",
        (u: any, c: PyObject) => (u.$args as PyObject[]).some((a) => rt.instances.isSubclass(c, a)),
      ],
    },
  });
  rt.types["UnionType"] = type;
  rt.union = (a, b) => {
    const fits = (o: PyObject): boolean =>
      o === rt.none || rt.isType(o) || o.ob$type === rt.types["GenericAlias"] || o.ob$type === type;
    if (!fits(a) || !fits(b)) return rt.notImplemented;
    const all: PyObject[] = [];
    for (const m of [...members(a), ...members(b)]) if (!all.some((x) => rt.equals(x, m))) all.push(m);
    return all.length === 1 ? all[0] : (new type(all) as PyObject);
  };
}
