/** The pure functions of bb against real BitBake's answers: versions, dependencies, words, names, URLs. */
import { explodeDeps, explodeDepVersions2, joinDeps } from "../../../src/modules/bb/dependencies.js";
import { partsOfFileName } from "../../../src/modules/bb/names.js";
import { splitMultiConfig, splitTaskId } from "../../../src/modules/bb/bb-rest.js";
import { splitWords } from "../../../src/modules/bb/text.js";
import {
  compareVersionPart,
  compareVersionStrings,
  explodeVersion,
  isSemver,
  splitVersion,
  versionsSatisfy,
} from "../../../src/modules/bb/versions.js";
import {
  containsAll,
  containsAny,
  pruneSuffix,
  sharedWords,
  toBoolean,
  toFilemode,
} from "../../../src/modules/bb/words.js";
import { decodeUrl, encodeUrl, Uri } from "../../../src/modules/bb/fetch/uri.js";
import { isUnsafeToDelete } from "../../../src/modules/bb/files.js";
import { memoryHost } from "../../../src/sandbox/index.js";
import { expect } from "chai";
import { matcher } from "../../../src/modules/wildcards.js";
import { compare, plain, table, tuple, type Json } from "./tables.js";

describe("bb: versions", () => {
  const t = table("versions");
  it("vercmp_part", () => compare(t["vercmp_part"], compareVersionPart));
  it("vercmp_string", () => compare(t["vercmp_string"], compareVersionStrings));
  it("vercmp_string_op", () => compare(t["vercmp_string_op"], versionsSatisfy));
  it("split_version", () => compare(t["split_version"], (s: string) => tuple(splitVersion(s))));
  it("explode_version", () => compare(t["explode_version"], (s: string) => explodeVersion(s).map(tuple)));
  it("numbers of more digits than CPython reads", () =>
    compare(t["many digits"], (n: number) => {
      const [part] = explodeVersion("1".repeat(n));
      return `[(0, ${String(part?.[1])})]`.length;
    }));
  it("is_semver", () => compare(t["is_semver"], isSemver));
});

describe("bb: dependencies", () => {
  const t = table("dependencies");
  it("explode_deps", () => compare(t["explode_deps"], (s: string) => explodeDeps(s)));
  it("explode_dep_versions2", () =>
    compare(t["explode_dep_versions2"], (s: string) => plain(explodeDepVersions2(s))));
  it("explode_dep_versions2, unsorted", () =>
    compare(t["explode_dep_versions2 unsorted"], (s: string) => plain(explodeDepVersions2(s, false))));
  it("join_deps", () =>
    compare(t["join_deps"], (deps: { dict: [string, string | string[] | null][] }, commas = true) =>
      joinDeps(
        deps.dict.map(([name, versions]) => [name, versions ?? undefined] as const),
        commas as boolean,
      ),
    ));
});

describe("bb: words", () => {
  const t = table("words");
  const values = new Map([
    ["A", "x y z"],
    ["E", ""],
    ["W", " "],
    ["D", "z  y\ty x"],
    ["N", "ä b\u00a0c \x1cd"],
  ]);
  const wanted = (checks: string | string[]): Set<string> =>
    new Set(typeof checks === "string" ? splitWords(checks) : checks);
  const own = (name: string): Set<string> | undefined => {
    const value = values.get(name);
    return value === undefined || value === "" ? undefined : new Set(splitWords(value));
  };
  const on =
    (f: (words: Set<string>, wanted: Set<string>) => Json, otherwise: Json) =>
    (name: string, checks: string | string[]): Json => {
      const words = own(name);
      return words === undefined ? otherwise : f(words, wanted(checks));
    };
  it("contains", () => compare(t["contains"], on(containsAll, false)));
  it("contains_any", () => compare(t["contains_any"], on(containsAny, false)));
  it("filter", () => compare(t["filter"], on(sharedWords, "")));
  it("filter_string", () =>
    compare(t["filter_string"], (value: string, checks: string | string[]) =>
      sharedWords(new Set(splitWords(value)), wanted(checks)),
    ));
  it("to_boolean of texts", () =>
    compare(
      t["to_boolean"]?.filter(([[value]]) => typeof value === "string" && value !== ""),
      toBoolean,
    ));
  it("to_filemode of texts", () =>
    compare(
      t["to_filemode"]?.filter(([[value]]) => typeof value === "string"),
      toFilemode,
    ));
  it("prune_suffix", () => compare(t["prune_suffix"], pruneSuffix));
});

describe("bb: names", () => {
  const t = table("names");
  it("vars_from_file", () =>
    compare(
      t["vars_from_file"]?.filter(([[file]]) => typeof file === "string" && file !== ""),
      (file: string) => {
        const parts = partsOfFileName(file);
        return parts === undefined ? { tuple: [null, null, null] } : parts.map(plain);
      },
      (type) => type,
    ));
  it("split_tid", () =>
    compare(t["split_tid"], (tid: string) => {
      const { mc, file, task } = splitTaskId(tid);
      return tuple([mc, file, task]);
    }));
  it("split_tid_mcfn", () =>
    compare(t["split_tid_mcfn"], (tid: string) => {
      const { mc, file, task, mcFile } = splitTaskId(tid);
      return tuple([mc, file, task, mcFile]);
    }));
  it("fn_from_tid", () => compare(t["fn_from_tid"], (tid: string) => splitTaskId(tid).mcFile));
  it("split_mc", () => compare(t["split_mc"], (name: string) => tuple(splitMultiConfig(name))));
  it("paths that are not deleted", () =>
    compare(table("files")["unsafe"], (path: string) => isUnsafeToDelete(memoryHost({}), path)));
});

describe("bb: shell patterns", () => {
  const matches = (name: string, pattern: string): boolean => matcher(pattern)(name);
  it("match as fnmatch", () => compare(table("patterns")["fnmatchcase"], matches));
  it("cost no more than length times length", () => {
    const start = performance.now();
    expect(matches("a".repeat(20000), "*a".repeat(2000) + "b")).to.equal(false);
    expect(performance.now() - start).to.be.lessThan(5000);
  });
});

describe("bb: URLs", () => {
  const t = table("urls");
  const decoded = (url: string): Json => {
    const u = decodeUrl(url);
    return tuple([u.type, u.host, u.path, u.user, u.password, u.params]);
  };
  it("decodeurl", () => compare(t["decodeurl"], decoded));
  it("URI", () =>
    compare(t["URI"], (url: string) => {
      const u = new Uri(url);
      return [
        u.toString(),
        u.scheme,
        u.userinfo,
        u.username,
        u.password,
        u.hostname,
        u.port,
        u.hostport,
        u.path,
        u.pathQuoted,
        u.params,
        u.query,
        u.relative,
      ].map(plain);
    }));
  it("decodeurl and encodeurl", () =>
    compare(
      t["decode+encode"]?.filter(([[url]]) => decodeUrl(safe(url)).type !== ""),
      (url: string) => encodeUrl(decodeUrl(url)),
    ));
  it("encodeurl", () =>
    compare(
      t["encodeurl"]?.filter(([[type]]) => type !== ""),
      (
        type: string,
        host: string,
        path: string,
        user: string,
        password: string,
        params: { dict: [string, string][] } | null,
      ) => encodeUrl({ type, host, path, user, password, params: new Map(params?.dict ?? []) }),
    ));
  /** A URL whose port or host is no URL has no type to ask for. */
  function safe(url: Json | undefined): string {
    const text = url as string;
    return /:(?:p|99999)\/|\[::1\//.test(text) ? "http://h/" : text;
  }
});
