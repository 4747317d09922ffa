/**
 * bb.siggen's signature generators, from which layers derive theirs (oe-core's lib/oe/sstatesig.py). State is where
 * BitBake has it, in attributes of the generator, and every step that a class may replace is called through Python:
 * init_rundepcheck, rundep_check, read_taint, get_unihash, get_taskhash, stampfile. Behaviour as measured on BitBake
 * 2.19 (conformance/tasks/siggen-probe.py says the same in both).
 */

import { bytesToHex } from "@noble/hashes/utils.js";
import { sha256Hex } from "../../hash/sha256.js";
import type { NativeSpec } from "../../../vm/runtime/native.js";
import type { PyObject } from "../../../vm/runtime/objects.js";
import { byCodePoint } from "../../../sandbox/overlay.js";
import { dirname } from "../path.js";
import { basename } from "../../../sandbox/paths.js";
import { makeFolders } from "../files.js";
import { splitTaskId } from "../bb-rest.js";
import type { Binding } from "../binding.js";
import { FileChecksums, hashOrder, versionControlFolders } from "./file-checksums.js";
import { sigJson, zstdFrame, type SigValue } from "./sigdata-file.js";

/** Short ways to the attributes of a generator. */
export class GeneratorState {
  constructor(
    private readonly binding: Binding,
    readonly self: PyObject,
  ) {}

  table(name: string): PyObject {
    return this.binding.rt.getattr(this.self, name);
  }
  get(table: string, key: string): PyObject {
    return this.binding.rt.getItem(this.table(table), this.binding.rt.str(key));
  }
  /** undefined where the key is absent. */
  find(table: string, key: string): PyObject | undefined {
    return find(this.binding, this.table(table), key);
  }
  set(table: string, key: string, value: PyObject): void {
    this.binding.rt.setItem(this.table(table), this.binding.rt.str(key), value);
  }
}

export function find(binding: Binding, dict: PyObject, key: string): PyObject | undefined {
  const { rt } = binding;
  const name = rt.str(key);
  return rt.contains(dict, name) ? rt.getItem(dict, name) : undefined;
}

/** `PN:TASK`, in a multiconfig `mc:NAME:PN:TASK`. */
export function pnId(mc: string, pn: string, task: string): string {
  return `${mc === "" ? "" : `mc:${mc}:`}${pn}:${task}`;
}

const tables =
  "basehash taskhash unihash runtaskdeps file_checksum_values taints unitaskhashes tidtopn".split(" ");

export function defineGenerators(binding: Binding): void {
  const { rt } = binding;
  const { host } = binding.context;
  const module = "bb.siggen";
  const text = (o: PyObject): string => binding.text(o);
  const state = (self: PyObject): GeneratorState => new GeneratorState(binding, self);
  const item = (o: PyObject, key: string): PyObject => rt.getItem(o, rt.str(key));
  /** An entry of a recipe's cache: `caches[mc].field[key]`. */
  const cached = (caches: PyObject, mc: string, field: string, key: string): PyObject =>
    item(rt.getattr(item(caches, mc), field), key);
  const sha256 = (data: string): string => host.sha256?.(data) ?? sha256Hex(data);
  const nothing = (): void => undefined;
  const reset = (self: PyObject): void => {
    for (const name of tables) rt.setattr(self, name, rt.newDict());
    rt.setattr(self, "setscenetasks", rt.call(rt.types["set"], []));
  };
  // Each file is read once a run.
  const checksums = new FileChecksums(host);
  const extraOf = (self: PyObject, mcfn: string, task: string): PyObject => {
    const { mc } = splitTaskId(`${mcfn}:${task}`);
    const own = cached(rt.getattr(self, "datacaches"), mc, "stamp_extrainfo", mcfn);
    const extra = find(binding, own, task.replace(/_setscene$/, ""));
    return extra === undefined || extra === rt.none ? rt.str("") : extra;
  };
  const stampBase = (self: PyObject, mcfn: string): PyObject =>
    cached(rt.getattr(self, "datacaches"), splitTaskId(`${mcfn}:`).mc, "stamp", mcfn);
  const joined = (...parts: string[]): string => parts.join(".").replace(/\.+$/, "");

  const generator: Record<string, NativeSpec> = {
    finalise: ["(self, fn, d, varient)", nothing],
    postparsing_clean_cache: ["(self)", nothing],
    setup_datacache: [
      "(self, datacaches)",
      (self: PyObject, caches: PyObject) => rt.setattr(self, "datacaches", caches),
    ],
    setup_datacache_from_datastore: [
      "(self, mcfn, d)",
      () => {
        throw rt.error(
          "NotImplementedError",
          "sandbake: bb.siggen.SignatureGenerator.setup_datacache_from_datastore is not available: it belongs to a worker that runs tasks",
        );
      },
    ],
    get_cached_unihash: ["(self, tid)", () => null],
    get_unihash: [
      "(self, tid)",
      (self: PyObject, tid: PyObject) => item(rt.getattr(self, "taskhash"), text(tid)),
    ],
    get_unihashes: [
      "(self, tids)",
      (self: PyObject, tids: PyObject) => {
        const found = rt.newDict();
        for (const tid of rt.iterate(tids)) rt.setItem(found, tid, rt.callMethod1(self, "get_unihash", tid));
        return found;
      },
    ],
    prep_taskhash: ["(self, tid, deps, dataCaches)", nothing],
    get_taskhash: [
      "(self, tid, deps, dataCaches)",
      (self: PyObject, tid: PyObject) => {
        const hash = rt.str(sha256(text(tid)));
        state(self).set("taskhash", text(tid), hash);
        return hash;
      },
    ],
    writeout_file_checksum_cache: ["(self)", nothing],
    stampfile_base: ["(self, mcfn)", (self: PyObject, mcfn: PyObject) => stampBase(self, text(mcfn))],
    stampfile_mcfn: [
      "(self, taskname, mcfn, extrainfo=True)",
      (self: PyObject, task: PyObject, mcfn: PyObject, extra: PyObject) =>
        rt.callMethod(self, "stampfile", [
          stampBase(self, text(mcfn)),
          mcfn,
          task,
          rt.isTrue(extra) ? extraOf(self, text(mcfn), text(task)) : rt.str(""),
        ]),
    ],
    stampfile: [
      "(self, stampbase, file_name, taskname, extrainfo)",
      (_self: PyObject, base: PyObject, _file: PyObject, task: PyObject, extra: PyObject) =>
        joined(rt.strOf(base), text(task), rt.strOf(extra)),
    ],
    stampcleanmask_mcfn: [
      "(self, taskname, mcfn)",
      (self: PyObject, task: PyObject, mcfn: PyObject) => {
        const extra = extraOf(self, text(mcfn), text(task));
        return rt.callMethod(self, "stampcleanmask", [stampBase(self, text(mcfn)), mcfn, task, extra]);
      },
    ],
    stampcleanmask: [
      "(self, stampbase, file_name, taskname, extrainfo)",
      (_self: PyObject, base: PyObject, _file: PyObject, task: PyObject, extra: PyObject) =>
        joined(rt.strOf(base), text(task), rt.strOf(extra)),
    ],
    dump_sigtask: ["(self, mcfn, task, stampbase, runtime)", nothing],
    invalidate_task: ["(self, task, mcfn)", nothing],
    dump_sigs: ["(self, dataCache, options)", nothing],
    get_taskdata: [
      "(self)",
      (self: PyObject) =>
        rt.tuple(
          "runtaskdeps taskhash unihash file_checksum_values taints basehash unitaskhashes tidtopn setscenetasks"
            .split(" ")
            .map((name) => rt.getattr(self, name)),
        ),
    ],
    set_taskdata: [
      "(self, data)",
      (self: PyObject, data: PyObject) => {
        const names =
          "runtaskdeps taskhash unihash file_checksum_values taints basehash unitaskhashes tidtopn setscenetasks".split(
            " ",
          );
        const values = rt.toArray(data);
        names.forEach((name, i) => rt.setattr(self, name, values[i]));
      },
    ],
    reset: ["(self, data)", (self: PyObject, data: PyObject) => rt.callMethod1(self, "__init__", data)],
    get_taskhashes: [
      "(self)",
      (self: PyObject) =>
        rt.tuple("taskhash unihash unitaskhashes tidtopn".split(" ").map((name) => rt.getattr(self, name))),
    ],
    set_taskhashes: [
      "(self, hashes)",
      (self: PyObject, hashes: PyObject) => {
        const values = rt.toArray(hashes);
        "taskhash unihash unitaskhashes tidtopn"
          .split(" ")
          .forEach((name, i) => rt.setattr(self, name, values[i]));
      },
    ],
    save_unitaskhashes: ["(self)", nothing],
    set_setscene_tasks: ["(self, setscene_tasks)", nothing],
    exit: ["(self)", nothing],
  };

  // ------------------------------------------------------------------------------------------------ with hashes
  const taintPart = (taint: string): string => (taint.startsWith("nostamp:") ? taint.slice(8) : taint);

  const prepare = (self: PyObject, tid: PyObject, deps: PyObject, caches: PyObject): PyObject => {
    const own = state(self);
    const id = text(tid);
    const { mc, task, mcFile } = splitTaskId(id);
    own.set("basehash", id, cached(caches, mc, "basetaskhash", id));
    const pn = cached(caches, mc, "pkg_fn", mcFile);
    own.set("tidtopn", id, pn);
    const kept: [string, PyObject][] = [];
    const [fn, taskName] = [rt.str(mcFile), rt.str(task)];
    const wanted = rt.toArray(deps).sort((a, b) => byCodePoint(text(a), text(b)));
    for (const dep of wanted) {
      const other = splitTaskId(text(dep));
      const depname = cached(caches, other.mc, "pkg_fn", other.mcFile);
      const keep = rt.callMethod(self, "rundep_check", [fn, pn, taskName, dep, depname, caches]);
      if (rt.isTrue(keep)) kept.push([pnId(other.mc, text(depname), other.task), dep]);
    }
    kept.sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(text(x), text(y)));
    own.set("runtaskdeps", id, rt.list(kept.map(([name, dep]) => rt.tuple([rt.str(name), dep]))));
    const flag = find(binding, cached(caches, mc, "file_checksums", mcFile), task);
    const files =
      flag === undefined || flag === rt.none
        ? []
        : checksums.of(text(flag), binding.strings(rt.getattr(self, "localdirsexclude")) ?? [], (path) =>
            binding.context.log({
              level: "warn",
              message: `Unable to get checksum for ${text(pn)} SRC_URI entry ${basename(path)}: [Errno 2] No such file or directory: '${path}'`,
            }),
          );
    own.set(
      "file_checksum_values",
      id,
      rt.list(files.map(([path, sum]) => rt.tuple([rt.str(path), rt.str(sum)]))),
    );
    const flags = cached(caches, mc, "task_deps", mcFile);
    const nostamp = find(binding, flags, "nostamp");
    if (nostamp !== undefined && find(binding, nostamp, task) !== undefined)
      own.set("taints", id, rt.str(`nostamp:${uuid4(host.randomBytes(16))}`));
    const taint = rt.callMethod(self, "read_taint", [fn, taskName, cached(caches, mc, "stamp", mcFile)]);
    if (rt.isTrue(taint)) own.set("taints", id, taint);
    return rt.call(rt.types["set"], [rt.list(kept.map(([, dep]) => dep))]);
  };

  const taskHash = (self: PyObject, tid: PyObject): PyObject => {
    const own = state(self);
    const id = text(tid);
    let data = text(own.get("basehash", id));
    for (const [, dep] of dependencies(binding, own.get("runtaskdeps", id)))
      data += rt.strOf(rt.callMethod1(self, "get_unihash", rt.str(dep)));
    data += filesText(pairs(binding, own.get("file_checksum_values", id)));
    const taint = own.find("taints", id);
    if (taint !== undefined) data += taintPart(text(taint));
    const hash = rt.str(sha256(data));
    own.set("taskhash", id, hash);
    return hash;
  };

  const ignoreTasks = (self: PyObject, data: PyObject): void => {
    const value = binding.store(data).getVar("BB_TASKHASH_IGNORE_TASKS");
    const pattern = typeof value === "string" && value !== "" ? rt.str(value) : rt.none;
    rt.setattr(self, "taskhash_ignore_tasks", pattern);
    rt.setattr(
      self,
      "twl",
      pattern === rt.none ? rt.none : rt.call(rt.getattr(rt.importModule("re"), "compile"), [pattern]),
    );
  };
  const matches = (pattern: PyObject, name: PyObject): boolean =>
    rt.isTrue(rt.callMethod1(pattern, "search", name));

  /** Writes what a task's hash is made of. `runtime`: the task hash too; "customfile:PATH" to `stampbase` itself. */
  const dump = (self: PyObject, mcfn: PyObject, task: PyObject, base: PyObject, runtime: PyObject): void => {
    const own = state(self);
    const file = text(mcfn);
    const id = `${file}:${text(task)}`;
    const { mc } = splitTaskId(id);
    const cache = item(rt.getattr(self, "datacaches"), mc);
    const part = (name: string): PyObject => item(rt.getattr(cache, name), file);
    const custom = rt.isStr(runtime) && text(runtime).startsWith("customfile:");
    const full = rt.isTrue(runtime) && own.find("taskhash", id) !== undefined;
    const list = (o: PyObject): string[] => binding.strings(o) ?? [];
    const basehash = text(own.get("basehash", id));
    const fields = new Map<string, SigValue>([
      ["task", text(task)],
      ["basehash_ignore_vars", new Set(list(rt.getattr(self, "basehash_ignore_vars")))],
      ["taskhash_ignore_tasks", binding.textOrNone(rt.getattr(self, "taskhash_ignore_tasks")) ?? null],
      ["basehash", basehash],
    ]);
    const names = list(item(part("siggen_taskdeps"), text(task)));
    fields.set("taskdeps", new Set(names));
    const [direct, values] = [part("siggen_gendeps"), part("siggen_varvals")];
    const valueOf = (name: string): SigValue => {
      const value = find(binding, values, name);
      if (value === undefined || value === rt.none) return null;
      if (value === rt.true || value === rt.false) return value === rt.true;
      return rt.isInt(value) ? Number(value["v"]) : rt.strOf(value);
    };
    fields.set("gendeps", new Map(names.map((name) => [name, new Set(list(item(direct, name)))] as const)));
    fields.set("varvals", new Map([text(task), ...names].map((name) => [name, valueOf(name)] as const)));
    const reference = custom ? rt.str(text(runtime).slice("customfile:".length)) : base;
    const taint = rt.callMethod(self, "read_taint", [mcfn, task, reference]);
    const known = own.find("taints", id);
    if (known !== undefined) fields.set("taint", text(known));
    else if (rt.isTrue(taint)) fields.set("taint", text(taint));
    let computed = "";
    if (full) {
      const deps = dependencies(binding, own.get("runtaskdeps", id));
      const hashes = new Map(
        deps.map(
          ([name, dep]) => [name, rt.strOf(rt.callMethod1(self, "get_unihash", rt.str(dep)))] as const,
        ),
      );
      const files = pairs(binding, own.get("file_checksum_values", id));
      fields.set("runtaskdeps", [...hashes.keys()]);
      fields.set("runtaskhashes", hashes);
      fields.set("file_checksum_values", hashOrder(files));
      fields.set("taskhash", text(own.get("taskhash", id)));
      fields.set("unihash", rt.strOf(rt.callMethod1(self, "get_unihash", rt.str(id))));
      const mark = fields.get("taint");
      computed = sha256(
        basehash +
          [...hashes.values()].join("") +
          filesText(files) +
          (typeof mark === "string" ? taintPart(mark) : ""),
      );
      if (computed !== fields.get("taskhash"))
        binding.context.log({
          level: "error",
          message: `Taskhash mismatch ${computed} versus ${text(own.get("taskhash", id))} for ${id}`,
        });
    }
    const path = custom
      ? text(base)
      : `${text(base)}.${text(task)}.${full ? `sigdata.${computed}` : `sigbasedata.${basehash}`}`;
    makeFolders(host, dirname(path));
    host.writeFile(path, zstdFrame(new TextEncoder().encode(sigJson(fields))));
  };

  const basic: Record<string, NativeSpec> = {
    init_rundepcheck: ["(self, data)", ignoreTasks],
    set_setscene_tasks: [
      "(self, setscene_tasks)",
      (self: PyObject, tasks: PyObject) =>
        rt.setattr(self, "setscenetasks", rt.call(rt.types["set"], [tasks])),
    ],
    rundep_check: [
      "(self, fn, recipename, task, dep, depname, dataCaches)",
      (self: PyObject, _fn: PyObject, name: PyObject, _task: PyObject, _dep: PyObject, depname: PyObject) => {
        const pattern = rt.getattr(self, "twl");
        return pattern === rt.none || matches(pattern, name) || !matches(pattern, depname);
      },
    ],
    read_taint: [
      "(self, fn, task, stampbase)",
      (_self: PyObject, _fn: PyObject, task: PyObject, base: PyObject) => {
        const path = `${rt.strOf(base)}.${text(task)}.taint`;
        return host.exists(path) ? new TextDecoder().decode(host.readFile(path)) : null;
      },
    ],
    prep_taskhash: ["(self, tid, deps, dataCaches)", prepare],
    get_taskhash: ["(self, tid, deps, dataCaches)", taskHash],
    dump_sigtask: ["(self, mcfn, task, stampbase, runtime)", dump],
  };

  const basicHash: Record<string, NativeSpec> = {
    get_stampfile_hash: [
      "(self, tid)",
      (self: PyObject, tid: PyObject) => {
        const own = state(self);
        return own.find("taskhash", text(tid)) ?? own.get("basehash", text(tid));
      },
    ],
    stampfile: [
      "(self, stampbase, mcfn, taskname, extrainfo, clean=False)",
      (self: PyObject, base: PyObject, mcfn: PyObject, task: PyObject, extra: PyObject, clean: PyObject) => {
        const name = text(task).replace(/_setscene$/, "");
        const hash = rt.isTrue(clean)
          ? "*"
          : rt.strOf(rt.callMethod1(self, "get_stampfile_hash", rt.str(`${text(mcfn)}:${name}`)));
        return joined(rt.strOf(base), text(task), hash, rt.strOf(extra));
      },
    ],
    stampcleanmask: [
      "(self, stampbase, mcfn, taskname, extrainfo)",
      (self: PyObject, base: PyObject, mcfn: PyObject, task: PyObject, extra: PyObject) =>
        rt.callMethod(self, "stampfile", [base, mcfn, task, extra], ["clean", rt.true]),
    ],
    // bitbake -f: from now on the task's hash is another one.
    invalidate_task: [
      "(self, task, mcfn)",
      (self: PyObject, task: PyObject, mcfn: PyObject) => {
        const path = `${rt.strOf(stampBase(self, text(mcfn)))}.${text(task)}.taint`;
        makeFolders(host, dirname(path));
        host.writeFile(path, new TextEncoder().encode(uuid4(host.randomBytes(16))));
      },
    ],
  };

  const define = (
    name: string,
    base: string,
    label: string,
    methods: Record<string, NativeSpec>,
    init?: (self: PyObject, data: PyObject) => void,
  ): void => {
    const guarded = Object.fromEntries(
      Object.entries(methods).map(([key, [signature, f]]) => [
        key,
        [signature, binding.guard(f as (...args: unknown[]) => unknown)] as const,
      ]),
    );
    binding.define({
      name,
      module,
      base: binding.exceptionClass(base),
      dict: true,
      ...(init === undefined ? {} : { init: ["(self, data)", init] as const }),
      methods: guarded,
      attributes: { name: rt.str(label) },
    });
  };
  define("SignatureGenerator", "object", "noop", generator, reset);
  define("SignatureGeneratorBasic", "bb.siggen.SignatureGenerator", "basic", basic, (self, data) => {
    reset(self);
    const ignored = binding.store(data).getVar("BB_BASEHASH_IGNORE_VARS");
    const names = typeof ignored === "string" ? ignored.split(/\s+/).filter(Boolean) : [];
    rt.setattr(self, "basehash_ignore_vars", rt.call(rt.types["set"], [binding.list(names)]));
    for (const attribute of ["checksum_cache", "taskhash_ignore_tasks"]) rt.setattr(self, attribute, rt.none);
    rt.setattr(self, "localdirsexclude", binding.list(localFolders(binding, data)));
    rt.callMethod1(self, "init_rundepcheck", data);
  });
  define("SignatureGeneratorBasicHash", "bb.siggen.SignatureGeneratorBasic", "basichash", basicHash);
}

/** Folders that are not looked into for checksums: BB_SIGNATURE_LOCAL_DIRS_EXCLUDE, else those of version control. */
function localFolders(binding: Binding, data: PyObject): readonly string[] {
  const value = binding.store(data).getVar("BB_SIGNATURE_LOCAL_DIRS_EXCLUDE");
  return typeof value === "string" && value !== ""
    ? value.split(/\s+/).filter(Boolean)
    : versionControlFolders;
}

/** A list of pairs of texts. */
function pairs(binding: Binding, list: PyObject): [string, string][] {
  const { rt } = binding;
  return rt.toArray(list).map((pair) => {
    const [a, b] = rt.toArray(pair) as [PyObject, PyObject];
    return [rt.strOf(a), rt.strOf(b)];
  });
}

/** What a task depends on, by name: the order that it is hashed in. */
function dependencies(binding: Binding, list: PyObject): [name: string, tid: string][] {
  return pairs(binding, list).sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y));
}

/** What files add to a hash: their checksums, and the names of those below folders. */
function filesText(files: readonly (readonly [string, string])[]): string {
  return hashOrder(files)
    .map(([name, sum]) => (name.startsWith("./") ? name + sum : sum))
    .join("");
}

/** A random UUID (RFC 9562, version 4) of 16 bytes. */
function uuid4(bytes: Uint8Array): string {
  const own = Uint8Array.from(bytes);
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x40;
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(own).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
