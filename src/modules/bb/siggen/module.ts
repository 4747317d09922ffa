/** The module bb.siggen: its classes and what else metadata calls of it. */
import type { PyObject } from "../../../vm/runtime/objects.js";
import type { Binding } from "../binding.js";
import { cleanedPath } from "./file-checksums.js";
import { defineGenerators, pnId } from "./generators.js";
import { defineRecipeCache } from "./recipe-cache.js";
import { defineUniHash } from "./unihash.js";

export function defineSiggenTypes(binding: Binding): void {
  defineRecipeCache(binding);
  defineGenerators(binding);
  defineUniHash(binding);
}

/** The generator that a configuration names: the class with that `name`; an unknown one means no hashes (measured). */
export function makeGenerator(binding: Binding, d: PyObject): PyObject {
  const { rt } = binding;
  const wanted = binding.store(d).getVar("BB_SIGNATURE_HANDLER");
  const module = rt.instanceDict(rt.importModule("bb.siggen"));
  for (const key of rt.toArray(module)) {
    const cls = rt.getItem(module, key);
    const name = rt.isType(cls) ? rt.lookup(cls, "name") : undefined;
    if (name !== undefined && rt.isStr(name) && name["v"] === wanted) return rt.call(cls, [d]);
  }
  return rt.call(binding.exceptionClass("bb.siggen.SignatureGenerator"), [d]);
}

export function installSiggen(binding: Binding): void {
  const { rt } = binding;
  binding.module(
    "bb.cache",
    {},
    binding.missing("bb.cache", ["Cache", "MulticonfigCache"], "results are kept elsewhere"),
  );
  binding.module(
    "bb.siggen",
    {
      "build_pnid(mc, pn, taskname)": (mc: PyObject, pn: PyObject, task: PyObject) =>
        pnId(rt.isTrue(mc) ? rt.strOf(mc) : "", rt.strOf(pn), rt.strOf(task)),
      "clean_checksum_file_path(file_checksum_tuple)": (pair: PyObject) =>
        cleanedPath(rt.strOf(rt.getItem(pair, rt.int(0)))),
      "init(d)": (d: PyObject) => makeGenerator(binding, d),
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
      ],
      "`sandbake hashes` and `sandbake diffsigs` do this outside the metadata",
    ),
  );
}
