/**
 * bb.siggen.SignatureGeneratorUniHashMixIn: hashes that a server of hash equivalence may replace. No server is asked
 * here: a task's unihash is what was set for its hash, else its hash, as BitBake has it with an empty server.
 */
import type { NativeSpec } from "../../../vm/runtime/native.js";
import type { PyObject } from "../../../vm/runtime/objects.js";
import { splitTaskId } from "../bb-rest.js";
import type { Binding } from "../binding.js";
import { GeneratorState } from "./generators.js";

export function defineUniHash(binding: Binding): void {
  const { rt } = binding;
  const text = (o: PyObject): string => binding.text(o);
  const state = (self: PyObject): GeneratorState => new GeneratorState(binding, self);
  const own = "server method extramethod username password env".split(" ");
  const next = (self: PyObject, method: string, args: PyObject[]): PyObject =>
    rt.call(rt.getattr(rt.super(binding.exceptionClass(`${module}.${name}`), self), method), args);
  const module = "bb.siggen";
  const name = "SignatureGeneratorUniHashMixIn";

  /** The name under which hashes are kept over runs. */
  const keyOf = (self: PyObject, tid: string): string => {
    const { mc, task } = splitTaskId(tid);
    return `${mc}:${text(state(self).get("tidtopn", tid))}:${task}`;
  };
  const isSetscene = (self: PyObject, tid: PyObject): boolean => {
    const tasks = rt.getattr(self, "setscenetasks");
    return !rt.isTrue(tasks) || rt.contains(tasks, tid);
  };
  /** What was set for the hash that the task has (or `check`), None otherwise. */
  const kept = (self: PyObject, tid: PyObject, check: PyObject): PyObject => {
    const tables = state(self);
    const id = text(tid);
    if (tables.find("tidtopn", id) === undefined) return rt.none;
    const known = tables.find("unitaskhashes", keyOf(self, id));
    if (known === undefined) return rt.none;
    const [taskhash, unihash] = rt.toArray(known) as [PyObject, PyObject];
    const wanted = rt.isTrue(check) ? check : tables.get("taskhash", id);
    return text(taskhash) === text(wanted) ? unihash : rt.none;
  };
  const noServer = (method: string) => () => {
    throw rt.error(
      "NotImplementedError",
      `sandbake: bb.siggen.${name}.${method} is not available: no hash equivalence server is asked`,
    );
  };

  const methods: Record<string, NativeSpec> = {
    get_taskdata: [
      "(self)",
      (self: PyObject) =>
        rt.tuple([
          ...own.map((attribute) => rt.getattr(self, attribute)),
          ...rt.toArray(next(self, "get_taskdata", [])),
        ]),
    ],
    set_taskdata: [
      "(self, data)",
      (self: PyObject, data: PyObject) => {
        const values = rt.toArray(data);
        own.forEach((attribute, i) => rt.setattr(self, attribute, values[i]));
        next(self, "set_taskdata", [rt.tuple(values.slice(own.length))]);
      },
    ],
    get_hashserv_creds: [
      "(self)",
      (self: PyObject) => {
        const [username, password] = [rt.getattr(self, "username"), rt.getattr(self, "password")];
        const both = rt.isTrue(username) && rt.isTrue(password);
        return rt.dict(both ? [["username", username] as const, ["password", password] as const] : []);
      },
    ],
    client: ["(self)", noServer("client")],
    reset: ["(self, data)", (self: PyObject, data: PyObject) => next(self, "reset", [data])],
    exit: ["(self)", (self: PyObject) => next(self, "exit", [])],
    get_stampfile_hash: [
      "(self, tid)",
      (self: PyObject, tid: PyObject) => {
        const tables = state(self);
        if (tables.find("taskhash", text(tid)) !== undefined) {
          const unihash = kept(self, tid, rt.none);
          if (rt.isTrue(unihash)) return unihash;
        }
        return next(self, "get_stampfile_hash", [tid]);
      },
    ],
    set_unihash: [
      "(self, tid, unihash)",
      (self: PyObject, tid: PyObject, unihash: PyObject) => {
        const tables = state(self);
        const id = text(tid);
        tables.set("unitaskhashes", keyOf(self, id), rt.tuple([tables.get("taskhash", id), unihash]));
        tables.set("unihash", id, unihash);
      },
    ],
    _get_unihash: ["(self, tid, checkkey=None)", kept],
    get_cached_unihash: [
      "(self, tid)",
      (self: PyObject, tid: PyObject) => {
        const tables = state(self);
        const id = text(tid);
        const taskhash = tables.get("taskhash", id);
        if (!isSetscene(self, tid)) {
          tables.set("unihash", id, rt.none);
          return taskhash;
        }
        const unihash = kept(self, tid, rt.none);
        if (rt.isTrue(unihash)) tables.set("unihash", id, unihash);
        return unihash;
      },
    ],
    _get_method: [
      "(self, tid)",
      (self: PyObject, tid: PyObject) => {
        const more = rt.getattr(self, "extramethod");
        const method = rt.getattr(self, "method");
        return rt.contains(more, tid) ? rt.binary(method, rt.getItem(more, tid), "add") : method;
      },
    ],
    unihashes_exist: ["(self, query)", noServer("unihashes_exist")],
    get_unihash: [
      "(self, tid)",
      (self: PyObject, tid: PyObject) =>
        rt.getItem(rt.callMethod1(self, "get_unihashes", rt.list([tid])), tid),
    ],
    get_unihashes: [
      "(self, tids)",
      (self: PyObject, tids: PyObject) => {
        const found = rt.newDict();
        for (const tid of rt.toArray(tids)) {
          let unihash = rt.callMethod1(self, "get_cached_unihash", tid);
          if (!rt.isTrue(unihash)) {
            unihash = state(self).get("taskhash", text(tid));
            rt.callMethod2(self, "set_unihash", tid, unihash);
          }
          rt.setItem(found, tid, unihash);
        }
        return found;
      },
    ],
    report_unihash: ["(self, path, task, d)", noServer("report_unihash")],
    report_unihash_equiv: [
      "(self, tid, taskhash, wanted_unihash, current_unihash, datacaches)",
      noServer("report_unihash_equiv"),
    ],
  };
  binding.define({
    name,
    module,
    dict: true,
    init: [
      "(self, data)",
      (self: PyObject, data: PyObject) => {
        rt.setattr(self, "extramethod", rt.newDict());
        rt.setattr(self, "env", rt.newDict());
        rt.setattr(self, "unihash_exists_cache", rt.call(rt.types["set"], []));
        rt.setattr(self, "username", rt.none);
        rt.setattr(self, "password", rt.none);
        next(self, "__init__", [data]);
      },
    ],
    methods: Object.fromEntries(
      Object.entries(methods).map(([key, [signature, f]]) => [
        key,
        [signature, binding.guard(f as (...args: unknown[]) => unknown)] as const,
      ]),
    ),
  });
}
