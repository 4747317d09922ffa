/** bb.utils, the half that is about texts, versions, dependencies and words: the functions are those of the pure files. */
import type { DataStore } from "../../datastore/index.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { Binding } from "./binding.js";
import { explodeDeps, explodeDepVersions2, joinDeps } from "./dependencies.js";
import { parseInteger } from "./text.js";
import {
  compareVersionPart,
  compareVersions,
  compareVersionStrings,
  explodeVersion,
  isSemver,
  splitVersion,
  versionsSatisfy,
  type SplitVersion,
} from "./versions.js";
import { containsAll, containsAny, pruneSuffix, sharedWords, toBoolean, toFilemode } from "./words.js";

export function utilsText(binding: Binding): Record<string, NativeSpec[1]> {
  const { rt, words } = binding;
  const { text } = { text: (o: PyObject) => binding.text(o) };
  /** A text meant to be split, with the message Python's None.split() gives. */
  const splittable = (o: PyObject, method = "split"): string => {
    if (rt.isStr(o)) return text(o);
    throw rt.error("AttributeError", `'${rt.typeName(o)}' object has no attribute '${method}'`);
  };
  /** The words asked about: those of a text, or the items of a list, tuple or set. */
  const wanted = (o: PyObject): ReadonlySet<string> => {
    const v: unknown = o["v"];
    if (typeof v === "string") return words.of(v);
    const items = binding.strings(o);
    if (items !== undefined) return new Set(items);
    return new Set([...rt.iterate(o)].map(text));
  };
  /** A variable's words; undefined for a value that is unset or empty. */
  const wordsOf = (variable: PyObject, d: PyObject): ReadonlySet<string> | undefined => {
    const store = d["$store"] as DataStore | undefined;
    const value = (store ?? binding.store(d)).getVar(text(variable));
    if (typeof value === "string") return value === "" ? undefined : words.of(value);
    if (!binding.isTrue(value)) return undefined;
    return words.of(splittable(binding.toPy(value)));
  };
  const versionTuple = (o: PyObject): SplitVersion => {
    const parts = rt.toArray(o);
    if (parts.length !== 3) {
      const problem =
        parts.length < 3
          ? `not enough values to unpack (expected 3, got ${parts.length})`
          : "too many values to unpack (expected 3)";
      throw rt.error("ValueError", problem);
    }
    const [epoch, version, revision] = parts as [PyObject, PyObject, PyObject];
    return [
      rt.isStr(epoch) ? parseInteger(text(epoch), 10) : BigInt(rt.index(epoch)),
      text(version),
      text(revision),
    ];
  };
  const versions = (s: PyObject, sort: boolean): (readonly [PyObject, readonly string[]])[] =>
    [...explodeDepVersions2(splittable(s, "replace"), sort)].map(
      ([name, list]) => [binding.toPy(name), list] as const,
    );

  return {
    "contains(variable, checkvalues, truevalue, falsevalue, d)": (
      variable: PyObject,
      checkvalues: PyObject,
      truevalue: PyObject,
      falsevalue: PyObject,
      d: PyObject,
    ) => {
      const own = wordsOf(variable, d);
      return own !== undefined && containsAll(own, wanted(checkvalues)) ? truevalue : falsevalue;
    },
    "contains_any(variable, checkvalues, truevalue, falsevalue, d)": (
      variable: PyObject,
      checkvalues: PyObject,
      truevalue: PyObject,
      falsevalue: PyObject,
      d: PyObject,
    ) => {
      const own = wordsOf(variable, d);
      return own !== undefined && containsAny(own, wanted(checkvalues)) ? truevalue : falsevalue;
    },
    "filter(variable, checkvalues, d)": (variable: PyObject, checkvalues: PyObject, d: PyObject) => {
      const own = wordsOf(variable, d);
      return own === undefined ? "" : sharedWords(own, wanted(checkvalues));
    },
    "filter_string(val, checkvalues)": (val: PyObject, checkvalues: PyObject) =>
      rt.isTrue(val) ? sharedWords(words.of(splittable(val)), wanted(checkvalues)) : "",
    "prune_suffix(var, suffixes, d)": (name: PyObject, suffixes: PyObject) =>
      pruneSuffix(text(name), [...rt.iterate(suffixes)].map(text)),
    "to_boolean(string, default=None)": (value: PyObject, fallback: PyObject) => {
      if (!rt.isTrue(value)) return fallback;
      if (rt.isInt(value)) return true;
      return toBoolean(splittable(value, "lower"));
    },
    "to_filemode(input)": (value: PyObject) => {
      if (rt.isInt(value)) return value;
      if (!rt.isStr(value)) throw rt.error("TypeError", "int() can't convert non-string with explicit base");
      return rt.int(toFilemode(text(value)));
    },
    "is_semver(version)": (version: PyObject) => isSemver(text(version)),

    "explode_version(s)": (s: PyObject) =>
      rt.list(
        explodeVersion(text(s)).map(([rank, value]) =>
          rt.tuple([rt.int(rank), typeof value === "bigint" ? rt.int(value) : rt.str(value)]),
        ),
      ),
    "split_version(s)": (s: PyObject) => {
      const [epoch, version, revision] = splitVersion(splittable(s, "strip"));
      return rt.tuple([rt.int(epoch), rt.str(version), rt.str(revision)]);
    },
    "vercmp_part(a, b)": (a: PyObject, b: PyObject) => rt.int(compareVersionPart(text(a), text(b))),
    "vercmp(ta, tb)": (a: PyObject, b: PyObject) => rt.int(compareVersions(versionTuple(a), versionTuple(b))),
    "vercmp_string(a, b)": (a: PyObject, b: PyObject) => rt.int(compareVersionStrings(text(a), text(b))),
    "vercmp_string_op(a, b, op)": (a: PyObject, b: PyObject, op: PyObject) =>
      versionsSatisfy(text(a), text(b), text(op)),

    "explode_deps(s)": (s: PyObject) => binding.list(explodeDeps(splittable(s))),
    "explode_dep_versions2(s, *, sort=True)": (s: PyObject, sort: PyObject) =>
      binding.orderedDict(
        versions(s, rt.isTrue(sort)).map(([name, list]) => [name, binding.list(list)] as const),
      ),
    "explode_dep_versions(s)": (s: PyObject) =>
      binding.orderedDict(
        versions(s, true).map(([name, list]) => {
          if (list.length > 1) {
            binding.context.log({
              level: "warn",
              message:
                `explode_dep_versions(): Item ${rt.strOf(name)} appeared in dependency string '${text(s)}' multiple times ` +
                "with different values.  explode_dep_versions cannot cope with this.",
            });
          }
          return [name, binding.toPy(list[0])] as const;
        }),
      ),
    "join_deps(deps, commasep=True)": (deps: PyObject, commas: PyObject) => {
      const entries: (readonly [string, string | readonly string[] | undefined])[] = [];
      for (const name of rt.iterate(deps)) {
        const value = rt.getItem(deps, name);
        const empty = !rt.isTrue(value);
        entries.push([
          text(name),
          empty ? undefined : rt.isStr(value) ? text(value) : binding.strings(value),
        ]);
      }
      return joinDeps(entries, rt.isTrue(commas));
    },
  };
}
