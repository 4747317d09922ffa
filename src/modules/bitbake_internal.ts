/**
 * The native module `bitbake_internal`: the type DataStore, Python's `d`. A wrapper stands for one store of
 * src/datastore and is the only one of it (`d is d`); texts cross as they are, every other value of Python stays
 * opaque to the store. Method names, signatures and answers are those of BitBake's DataSmart.
 *
 * The type comes to life in steps that cannot be taken out of order: `define()`, `ready()`, `register()`, then the
 * runtime's `seal()`; only then may Python import it.
 */
import { containsDict, expansionSets, nameSet } from "./bb/bb-codeparser.js";
import { DataStore, type LogInfo, type Value } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { NativeTypeHandle } from "../vm/runtime/lifecycle.js";
import type { TypeSpec } from "../vm/runtime/native.js";
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Binding } from "./bb/binding.js";
import { stateToPy } from "./bb/store-state.js";
import { historySpec, includeHistorySpec } from "./bb/history.js";

type Keywords = ReadonlyMap<string, PyObject>;

/** See the file's comment. */
export class BitBakeInternal {
  #handles: NativeTypeHandle[] = [];
  #type: PyType | undefined;

  constructor(private readonly binding: Binding) {}

  /** Step 1: names the types. */
  define(): void {
    const { lifecycle } = this.binding.rt;
    this.#handles = [this.#spec(), historySpec(this.binding), includeHistorySpec(this.binding)].map((spec) =>
      lifecycle.define(spec),
    );
  }

  /** Step 2: builds slots and methods; from here on stores can be wrapped. */
  ready(): void {
    if (this.#handles.length === 0) {
      throw new SandbakeError(
        "vm-order",
        "bitbake_internal.DataStore is made ready before it is defined: call define() first",
      );
    }
    const { rt } = this.binding;
    const types = this.#handles.map((handle) => rt.lifecycle.ready(handle));
    // Equal by what they hold, as every mapping; compared by identity in sets and as keys.
    const [dataStore] = types;
    if (dataStore !== undefined) rt.typeSystem.updateSlots(dataStore, ["__eq__"]);
    this.#type = types[0];
    for (const [i, handle] of this.#handles.entries()) {
      this.binding.classes.set(handle.fullName, types[i]);
    }
    this.binding.wrap = (store) => this.wrap(store);
  }

  /** Step 3: `import bitbake_internal` will find the types. */
  register(): void {
    if (this.#handles.length === 0) {
      throw new SandbakeError(
        "vm-order",
        "bitbake_internal.DataStore is registered before it is defined: call define() first",
      );
    }
    for (const handle of this.#handles) this.binding.rt.lifecycle.register(handle);
  }

  /** The one Python object of a store. */
  wrap(store: DataStore): PyObject {
    const known = store.handle as PyObject | undefined;
    if (known?.["$binding"] === this.binding) return known;
    return this.#handleOf(store, this.binding.rt.alloc(this.#type) as PyObject);
  }

  #handleOf(store: DataStore, wrapper: PyObject): PyObject {
    wrapper["$store"] = store;
    wrapper["$binding"] = this.binding;
    store.handle = wrapper;
    return wrapper;
  }

  /** `**loginfo` of the writing methods. */
  #info(keywords: Keywords): LogInfo | undefined {
    if (keywords.size === 0) return undefined;
    const info: Record<string, unknown> = {};
    for (const key of ["file", "op", "func", "flag", "variable"]) {
      const value = keywords.get(key);
      if (value !== undefined && value !== this.binding.rt.none) info[key] = this.binding.text(value);
    }
    const line = keywords.get("line");
    if (line !== undefined && line !== this.binding.rt.none) info["line"] = Number(line["v"]);
    const detail = keywords.get("detail");
    if (detail !== undefined) info["detail"] = this.binding.fromPy(detail);
    for (const key of ["ignore", "parsing"]) {
      const value = keywords.get(key);
      if (value !== undefined) info[key] = this.binding.rt.isTrue(value);
    }
    return info;
  }

  #spec(): TypeSpec {
    const { binding } = this;
    const { rt } = binding;
    const store = (self: PyObject): DataStore => self["$store"] as DataStore;
    const name = (o: PyObject): string => {
      const v: unknown = o["v"];
      if (typeof v === "string") return v;
      throw rt.error("TypeError", `a variable's name must be str, not ${rt.typeName(o)}`);
    };
    const guard = binding.guard.bind(binding);
    const toPy = (value: Value): PyObject =>
      typeof value === "string" ? rt.str(value) : binding.toPy(value);
    // BitBake gives a shallow copy of a list, dict or set: changing it changes nothing in the store (measured on 2.19).
    const { list, dict, set } = rt.types;
    const given = (value: Value): PyObject => {
      const o = toPy(value);
      return o === value && [list, dict, set].some((type) => rt.isInstance(o, type))
        ? rt.callMethod0(o, "copy")
        : o;
    };
    /** The same str object as long as the variable has the same text (`is`). */
    const remembered = (self: PyObject, key: string, found: Value): PyObject => {
      if (typeof found !== "string") return given(found);
      const texts = (self["$texts"] ??= new Map()) as Map<string, PyObject>;
      const known = texts.get(key);
      if (known !== undefined && known["v"] === found) return known;
      const made = rt.str(found);
      texts.set(key, made);
      return made;
    };
    const value = (self: PyObject, key: PyObject): Value => store(self).getVar(name(key));
    const write = (
      method: "setVar" | "appendVar" | "prependVar",
    ): ((self: PyObject, key: PyObject, text: PyObject, info: Keywords) => void) =>
      guard((self, key, text, info) =>
        store(self)[method](name(key), binding.fromPy(text), this.#info(info)),
      );
    const writeFlag = (
      method: "setVarFlag" | "appendVarFlag" | "prependVarFlag",
    ): ((self: PyObject, key: PyObject, flag: PyObject, text: PyObject, info: Keywords) => void) =>
      guard((self, key, flag, text, info) =>
        store(self)[method](name(key), name(flag), binding.fromPy(text), this.#info(info)),
      );
    const pairs = (self: PyObject): PyObject[] =>
      store(self)
        .keys()
        .map((key) => rt.tuple([rt.str(key), toPy(store(self).getVar(key))]));
    const keysView = (self: PyObject): PyObject => {
      const dict = rt.newDict();
      for (const key of store(self).keys()) dict.setStr(key, rt.none);
      return rt.callMethod0(dict, "keys");
    };

    return {
      name: "DataStore",
      module: "bitbake_internal",
      doc: "BitBake's variables: what metadata knows as d.",
      subclassable: false,
      new: ["(cls)", (cls: PyType) => this.#handleOf(binding.newStore(), rt.alloc(cls) as PyObject)],
      methods: {
        getVar: [
          "(self, var, expand=True, noweakdefault=False, parsing=False)",
          guard(
            (self: PyObject, key: PyObject, expand: PyObject, noweakdefault: PyObject, parsing: PyObject) => {
              const variable = name(key);
              const found = store(self).getVar(
                variable,
                rt.isTrue(expand),
                rt.isTrue(noweakdefault),
                rt.isTrue(parsing),
              );
              return remembered(self, variable, found);
            },
          ),
        ],
        setVar: ["(self, var, value, **loginfo)", write("setVar")],
        appendVar: ["(self, var, value, **loginfo)", write("appendVar")],
        prependVar: ["(self, var, value, **loginfo)", write("prependVar")],
        delVar: [
          "(self, var, **loginfo)",
          guard((self: PyObject, key: PyObject, info: Keywords) =>
            store(self).delVar(name(key), this.#info(info)),
          ),
        ],
        renameVar: [
          "(self, key, newkey, **loginfo)",
          guard((self: PyObject, key: PyObject, newKey: PyObject, info: Keywords) =>
            store(self).renameVar(name(key), name(newKey), this.#info(info)),
          ),
        ],
        hasOverrides: [
          "(self, var)",
          guard((self: PyObject, key: PyObject) => store(self).hasOverrides(name(key))),
        ],
        need_overrides: ["(self)", guard((self: PyObject) => store(self).needOverrides())],
        initVar: ["(self, var)", guard((self: PyObject, key: PyObject) => store(self).initVar(name(key)))],
        setVarFilter: [
          "(self, var, filter)",
          guard((self: PyObject, key: PyObject, filter: PyObject) =>
            store(self).setVarFilter(name(key), binding.text(filter)),
          ),
        ],
        getVarFlag: [
          "(self, var, flag, expand=True, noweakdefault=False, parsing=False, retparser=False)",
          guard(
            (
              self: PyObject,
              key: PyObject,
              flag: PyObject,
              expand: PyObject,
              noweakdefault: PyObject,
              parsing: PyObject,
              retparser: PyObject,
            ) => {
              if (rt.isTrue(retparser)) {
                throw rt.error(
                  "NotImplementedError",
                  "sandbake: DataStore.getVarFlag(retparser=True) is not available",
                );
              }
              return given(
                store(self).getVarFlag(
                  name(key),
                  name(flag),
                  rt.isTrue(expand),
                  rt.isTrue(noweakdefault),
                  rt.isTrue(parsing),
                ),
              );
            },
          ),
        ],
        setVarFlag: ["(self, var, flag, value, **loginfo)", writeFlag("setVarFlag")],
        appendVarFlag: ["(self, var, flag, value, **loginfo)", writeFlag("appendVarFlag")],
        prependVarFlag: ["(self, var, flag, value, **loginfo)", writeFlag("prependVarFlag")],
        delVarFlag: [
          "(self, var, flag, **loginfo)",
          guard((self: PyObject, key: PyObject, flag: PyObject, info: Keywords) =>
            store(self).delVarFlag(name(key), name(flag), this.#info(info)),
          ),
        ],
        setVarFlags: [
          "(self, var, flags, **loginfo)",
          guard((self: PyObject, key: PyObject, flags: PyObject, info: Keywords) => {
            const map = new Map<string, Value>();
            for (const flag of rt.iterate(flags))
              map.set(name(flag), binding.fromPy(rt.getItem(flags, flag)));
            store(self).setVarFlags(name(key), map, this.#info(info));
          }),
        ],
        getVarFlags: [
          "(self, var, expand=False, internalflags=False)",
          guard((self: PyObject, key: PyObject, expand: PyObject, internal: PyObject) => {
            let names: readonly string[] | undefined;
            if (rt.isTrue(expand)) {
              if (expand === rt.true) throw rt.error("TypeError", "argument of type 'bool' is not iterable");
              names = [...rt.iterate(expand)].map(name);
            }
            const flags = store(self).getVarFlags(name(key), names, rt.isTrue(internal));
            if (flags === null) return rt.none;
            return rt.dict([...flags].map(([flag, v]) => [flag, toPy(v)] as const));
          }),
        ],
        delVarFlags: [
          "(self, var, **loginfo)",
          guard((self: PyObject, key: PyObject, info: Keywords) =>
            store(self).delVarFlags(name(key), this.#info(info)),
          ),
        ],
        expand: [
          "(self, s, varname=None)",
          guard((self: PyObject, text: PyObject, variable: PyObject) =>
            rt.isStr(text)
              ? rt.str(store(self).expand(binding.text(text), binding.textOrNone(variable)))
              : text,
          ),
        ],
        expandWithRefs: [
          "(self, s, varname)",
          guard((self: PyObject, text: PyObject, variable: PyObject) => {
            const result = store(self).expandWithRefs(binding.text(text), binding.textOrNone(variable));
            const answer = rt.call(rt.getattr(rt.importModule("types"), "SimpleNamespace"), []);
            rt.setattr(answer, "varname", variable);
            rt.setattr(answer, "value", rt.str(result.value));
            rt.setattr(answer, "unexpanded_value", rt.str(result.unexpanded));
            const { references, execs, contains } = expansionSets(binding, result.python, result.references);
            rt.setattr(answer, "references", nameSet(binding, references));
            rt.setattr(answer, "execs", nameSet(binding, execs));
            rt.setattr(answer, "contains", containsDict(binding, contains));
            return answer;
          }),
        ],
        createCopy: ["(self)", guard((self: PyObject) => this.wrap(store(self).createCopy()))],
        keys: ["(self)", guard(keysView)],
        localkeys: ["(self)", guard((self: PyObject) => rt.iter(binding.list(store(self).localKeys())))],
        get: [
          "(self, key, default=None)",
          guard((self: PyObject, key: PyObject, fallback: PyObject) => {
            const found = value(self, key);
            return found === null ? fallback : toPy(found);
          }),
        ],
        items: ["(self)", guard((self: PyObject) => rt.list(pairs(self)))],
        values: [
          "(self)",
          guard((self: PyObject) =>
            rt.list(
              store(self)
                .keys()
                .map((key) => toPy(store(self).getVar(key))),
            ),
          ),
        ],
        setdefault: [
          "(self, key, default=None)",
          guard((self: PyObject, key: PyObject, fallback: PyObject) => {
            const found = value(self, key);
            if (found !== null) return toPy(found);
            store(self).setVar(name(key), binding.fromPy(fallback));
            return fallback;
          }),
        ],
        pop: [
          "(self, key, default=...)",
          guard((self: PyObject, key: PyObject, fallback: PyObject | undefined) => {
            const found = value(self, key);
            if (found === null && fallback === undefined) throw rt.errorWith("KeyError", [key]);
            if (found === null) return fallback;
            const answer = toPy(found);
            store(self).delVar(name(key));
            return answer;
          }),
        ],
        update: [
          "(self, other=(), **kw)",
          guard((self: PyObject, other: PyObject, kw: Keywords) => {
            const from = rt.lookup(other, "keys");
            if (from !== undefined) {
              for (const key of rt.iterate(rt.call(from, []))) {
                store(self).setVar(name(key), binding.fromPy(rt.getItem(other, key)));
              }
            } else {
              for (const pair of rt.iterate(other)) {
                const [key, v] = rt.toArray(pair);
                if (key === undefined || v === undefined)
                  throw rt.error("ValueError", "need pairs of name and value");
                store(self).setVar(name(key), binding.fromPy(v));
              }
            }
            for (const [key, v] of kw) store(self).setVar(key, binding.fromPy(v));
          }),
        ],
        __reduce__: [
          "(self)",
          (self: PyObject) => {
            const restore = rt.getattr(rt.importModule("bb.data_smart"), "_restore");
            return rt.tuple([restore, rt.tuple([stateToPy(binding, store(self))])]);
          },
        ],
        __eq__: [
          "(self, other)",
          (self: PyObject, other: PyObject) => {
            if (!rt.isInstance(other, self.ob$type) && !rt.isInstance(other, rt.types["dict"]))
              return rt.notImplemented;
            const dict = (o: PyObject): PyObject => rt.call(rt.types["dict"], [rt.callMethod0(o, "items")]);
            return rt.compareBool(dict(self), dict(other), "Eq");
          },
        ],
        enableTracking: ["(self)", guard((self: PyObject) => store(self).enableTracking())],
        disableTracking: ["(self)", guard((self: PyObject) => store(self).disableTracking())],
      },
      getset: {
        varhistory: { get: (self: PyObject) => binding.part("bitbake_internal.VariableHistory", self) },
        inchistory: { get: (self: PyObject) => binding.part("bitbake_internal.IncludeHistory", self) },
      },
      slots: {
        $r(this: PyObject) {
          return rt.str(`<bitbake_internal.DataStore object at ${rt.address(this)}>`);
        },
        tp$iter(this: PyObject) {
          return rt.iter(binding.list(store(this).keys()));
        },
        sq$length(this: PyObject) {
          return store(this).keys().length;
        },
        // An empty store is true, though its length is 0: `if d:` asks for a store, not for variables.
        sq$contains(this: PyObject, key: PyObject) {
          try {
            return typeof key["v"] === "string" && value(this, key) !== null;
          } catch (e) {
            throw binding.error(e);
          }
        },
        mp$subscript(this: PyObject, key: PyObject) {
          try {
            const found = value(this, key);
            if (found === null) throw rt.errorWith("KeyError", [key]);
            return toPy(found);
          } catch (e) {
            throw binding.error(e);
          }
        },
        mp$ass_subscript(this: PyObject, key: PyObject, v: PyObject | undefined) {
          try {
            if (v === undefined) store(this).delVar(name(key));
            else store(this).setVar(name(key), binding.fromPy(v));
          } catch (e) {
            throw binding.error(e);
          }
        },
      },
    };
  }
}
