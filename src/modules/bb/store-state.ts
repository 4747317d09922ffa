/** A store as Python data and back: what `pickle.dumps(d)` holds. */
import { DataStore, type RecordState, type Value } from "../../datastore/index.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";

type Pendings = RecordState["append"];

/**
 * A dict of every name: (content or nothing, flags, append, prepend, remove, variants, declared), and one of the filters
 * by variable.
 */
export function stateToPy(binding: Binding, store: DataStore): PyObject {
  const { rt } = binding;
  const pending = (list: Pendings): PyObject =>
    rt.list(list.map(({ value, condition }) => rt.tuple([binding.toPy(value), binding.toPy(condition)])));
  const records = [...store.exportState()].map(([name, state]): readonly [string, PyObject] => {
    const flags = rt.dict([...state.flags].map(([flag, value]) => [flag, binding.toPy(value)] as const));
    const variants = (state.variants ?? []).map((v) => rt.tuple([rt.str(v.name), rt.str(v.suffix)]));
    return [
      name,
      rt.tuple([
        state.content === undefined ? rt.tuple([]) : rt.tuple([binding.toPy(state.content)]),
        flags,
        ...(["append", "prepend", "remove"] as const).map((kind) => pending(state[kind])),
        state.variants === null ? rt.none : rt.list(variants),
        rt.bool(state.declared),
      ]),
    ];
  });
  const filters = [...store.filterMap].map(([name, filter]) => [name, rt.str(filter)] as const);
  return rt.tuple([rt.dict(records), rt.dict(filters)]);
}

/** The store of such a state; history is not kept. */
export function stateFromPy(binding: Binding, state: PyObject): DataStore {
  const { rt } = binding;
  const [dict, filters] = rt.toArray(state) as [PyObject, PyObject];
  const text = (o: PyObject): string => binding.text(o);
  const pending = (list: PyObject): Pendings =>
    rt.toArray(list).map((pair) => {
      const [value = rt.none, condition = rt.none] = rt.toArray(pair);
      return { value: binding.fromPy(value), condition: binding.textOrNone(condition) ?? null };
    });
  const records = new Map<string, RecordState>();
  for (const name of rt.toArray(dict)) {
    const [content, flags, append, prepend, remove, variants, declared] = rt.toArray(rt.getItem(dict, name));
    const [only] = rt.toArray(content);
    const own = new Map<string, Value>();
    for (const flag of rt.toArray(flags)) own.set(text(flag), binding.fromPy(rt.getItem(flags, flag)));
    records.set(text(name), {
      content: only === undefined ? undefined : binding.fromPy(only),
      flags: own,
      append: pending(append),
      prepend: pending(prepend),
      remove: pending(remove),
      variants:
        variants === rt.none
          ? null
          : rt.toArray(variants).map((pair) => {
              const [full, suffix] = rt.toArray(pair);
              return { name: text(full), suffix: text(suffix) };
            }),
      declared: rt.isTrue(declared),
    });
  }
  const store = binding.newStore();
  const named = rt.toArray(filters).map((name) => [text(name), text(rt.getItem(filters, name))] as const);
  store.load(records, new Map(named));
  return store;
}
