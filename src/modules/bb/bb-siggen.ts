/**
 * bb.siggen: the classes that oe.sstatesig derives its signature generators from, with their attributes; what computes
 * hashes raises errors that name the method until signatures come.
 */
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";

const later = "task signatures are a later part of sandbake";

/** Methods of each class by signature text. */
const generator = [
  "finalise(self, fn, d, varient)",
  "postparsing_clean_cache(self)",
  "setup_datacache(self, datacaches)",
  "setup_datacache_from_datastore(self, mcfn, d)",
  "get_cached_unihash(self, tid)",
  "get_unihash(self, tid)",
  "get_unihashes(self, tids)",
  "prep_taskhash(self, tid, deps, dataCaches)",
  "get_taskhash(self, tid, deps, dataCaches)",
  "writeout_file_checksum_cache(self)",
  "stampfile_base(self, mcfn)",
  "stampfile_mcfn(self, taskname, mcfn, extrainfo=True)",
  "stampfile(self, stampbase, file_name, taskname, extrainfo)",
  "stampcleanmask_mcfn(self, taskname, mcfn)",
  "stampcleanmask(self, stampbase, file_name, taskname, extrainfo)",
  "dump_sigtask(self, mcfn, task, stampbase, runtime)",
  "invalidate_task(self, task, mcfn)",
  "dump_sigs(self, dataCache, options)",
  "get_taskdata(self)",
  "set_taskdata(self, data)",
  "reset(self, data)",
  "get_taskhashes(self)",
  "set_taskhashes(self, hashes)",
  "save_unitaskhashes(self)",
  "set_setscene_tasks(self, setscene_tasks)",
  "exit(self)",
];
const basic = [
  "rundep_check(self, fn, recipename, task, dep, depname, dataCaches)",
  "read_taint(self, fn, task, stampbase)",
];
const basicHash = ["get_stampfile_hash(self, tid)"];
const uniHash = [
  "get_taskdata(self)",
  "set_taskdata(self, data)",
  "get_hashserv_creds(self)",
  "client(self)",
  "reset(self, data)",
  "exit(self)",
  "get_stampfile_hash(self, tid)",
  "set_unihash(self, tid, unihash)",
  "get_cached_unihash(self, tid)",
  "unihashes_exist(self, query)",
  "get_unihash(self, tid)",
  "get_unihashes(self, tids)",
  "report_unihash(self, path, task, d)",
  "report_unihash_equiv(self, tid, taskhash, wanted_unihash, current_unihash, datacaches)",
];

export function defineSiggenTypes(binding: Binding): void {
  const { rt } = binding;
  const module = "bb.siggen";
  const methods = (type: string, signatures: readonly string[]): Record<string, NativeSpec> => {
    const out: Record<string, NativeSpec> = {};
    for (const signature of signatures) {
      const name = signature.slice(0, signature.indexOf("("));
      out[name] = [
        signature.slice(name.length),
        () => {
          throw rt.error(
            "NotImplementedError",
            `sandbake: bb.siggen.${type}.${name} is not available: ${later}`,
          );
        },
      ];
    }
    return out;
  };
  const empty =
    "basehash taskhash unihash runtaskdeps file_checksum_values taints unitaskhashes tidtopn".split(" ");
  const start = (self: PyObject): void => {
    for (const name of empty) rt.setattr(self, name, rt.newDict());
    rt.setattr(self, "setscenetasks", rt.call(rt.types["set"], []));
  };
  const define = (
    name: string,
    base: string,
    signatures: readonly string[],
    label: string | undefined,
    init: (self: PyObject, data: PyObject) => void,
    more: Record<string, NativeSpec> = {},
  ): void => {
    binding.define({
      name,
      module,
      base: binding.exceptionClass(base),
      dict: true,
      init: ["(self, data)", init],
      methods: { ...methods(name, signatures), ...more },
      ...(label === undefined ? {} : { attributes: { name: rt.str(label) } }),
    });
  };
  define("SignatureGenerator", "object", generator, "noop", (self) => start(self));
  define(
    "SignatureGeneratorBasic",
    "bb.siggen.SignatureGenerator",
    basic,
    "basic",
    (self, data) => {
      start(self);
      rt.setattr(self, "localdirsexclude", binding.list("CVS .bzr .git .hg .osc .p4 .repo .svn".split(" ")));
      rt.callMethod1(self, "init_rundepcheck", data);
    },
    {
      init_rundepcheck: [
        "(self, data)",
        (self: PyObject, data: PyObject) => {
          const ignore = binding.store(data).getVar("BB_TASKHASH_IGNORE_TASKS");
          rt.setattr(
            self,
            "taskhash_ignore_tasks",
            binding.toPy(typeof ignore === "string" && ignore !== "" ? ignore : null),
          );
        },
      ],
    },
  );
  define(
    "SignatureGeneratorBasicHash",
    "bb.siggen.SignatureGeneratorBasic",
    basicHash,
    "basichash",
    (self, data) => {
      rt.call(rt.getattr(binding.exceptionClass("bb.siggen.SignatureGeneratorBasic"), "__init__"), [
        self,
        data,
      ]);
    },
  );
  binding.define({
    name: "SignatureGeneratorUniHashMixIn",
    module,
    dict: true,
    methods: methods("SignatureGeneratorUniHashMixIn", uniHash),
  });
}

export function installSiggen(binding: Binding): void {
  const { rt } = binding;
  binding.module(
    "bb.siggen",
    {
      "build_pnid(mc, pn, taskname)": (mc: PyObject, pn: PyObject, task: PyObject) =>
        `${rt.isTrue(mc) ? `mc:${rt.strOf(mc)}:` : ""}${rt.strOf(pn)}:${rt.strOf(task)}`,
      // The class whose name BB_SIGNATURE_HANDLER holds; an unknown name means that of no hashes (measured).
      "init(d)": (d: PyObject) => {
        const wanted = binding.store(d).getVar("BB_SIGNATURE_HANDLER");
        const module = rt.instanceDict(rt.importModule("bb.siggen"));
        for (const key of rt.toArray(module)) {
          const cls = rt.getItem(module, key);
          const name = rt.isType(cls) ? rt.lookup(cls, "name") : undefined;
          if (name !== undefined && rt.isStr(name) && name["v"] === wanted) return rt.call(cls, [d]);
        }
        return rt.call(binding.exceptionClass("bb.siggen.SignatureGenerator"), [d]);
      },
    },
    binding.missing(
      "bb.siggen",
      [
        "dump_this_task",
        "dump_sigfile",
        "compare_sigfiles",
        "find_siginfo",
        "calc_basehash",
        "calc_taskhash",
        "clean_checksum_file_path",
      ],
      later,
    ),
  );
}
