/**
 * Functions whose outcome we know without running Python: builtins, `bb.utils.contains` and its kin, paths, messages. By
 * the name that code calls. What is not here is unknown; what may write variables must be here or is havoc.
 */
import { explodeDeps, explodeDepVersions2, joinDeps } from "../../modules/bb/dependencies.js";
import { inheritsClass, partsOfFileName } from "../../modules/bb/names.js";
import { splitWords } from "../../modules/bb/text.js";
import { compareVersionStrings, versionsSatisfy } from "../../modules/bb/versions.js";
import { containsAll, containsAny, pruneSuffix, sharedWords, toBoolean } from "../../modules/bb/words.js";
import { basename, dirname, normalise } from "../../sandbox/paths.js";
import type { Host } from "../../sandbox/host.js";
import { sortedItems, isKey } from "./methods.js";
import { regexNatives } from "./regex.js";
import { taskNatives } from "./tasks.js";
import {
  EventValue,
  ExceptionClass,
  FunctionValue,
  itemsOf,
  NativeValue,
  Raised,
  reprOf,
  StoreValue,
  textOf,
  truth,
  Tuple,
  Unknown,
  unknownIn,
  type StaticValue,
} from "./values.js";
import type { StaticWorld } from "./world.js";

export interface NativeCall {
  readonly world: StaticWorld;
  readonly args: readonly StaticValue[];
  readonly keywords: ReadonlyMap<string, StaticValue>;
  readonly name: string;
}
export type Native = (call: NativeCall) => StaticValue;

const notFollowed = ({ name, args }: NativeCall): Unknown =>
  unknownIn(args) ?? new Unknown({ reason: `${name}() with these arguments is not followed` });

/** A function of texts alone. */
const ofTexts =
  (count: number, f: (texts: string[], world: StaticWorld) => StaticValue | undefined): Native =>
  (call) => {
    const { args, keywords } = call;
    if (keywords.size > 0 || args.length !== count || !args.every((arg) => typeof arg === "string"))
      return notFollowed(call);
    const value = f(args as string[], call.world);
    return value === undefined ? notFollowed(call) : value;
  };

/** Says something, does nothing else. */
const silent: Native = () => null;

/** bb.utils.contains and contains_any: which of two values, by the words of a variable. */
const contains =
  (test: (words: ReadonlySet<string>, wanted: ReadonlySet<string>) => boolean): Native =>
  (call) => {
    const names = ["variable", "checkvalues", "truevalue", "falsevalue", "d"];
    const [variable, check, yes = null, no = null, d] = names.map(
      (name, i) => call.args[i] ?? call.keywords.get(name),
    );
    if (typeof variable !== "string" || !(d instanceof StoreValue)) return notFollowed(call);
    const value = call.world.variable(d.store, variable, true);
    if (value instanceof Unknown) return value;
    const wanted = wordsOf(check);
    if (wanted === undefined) return unknownIn([check ?? null]) ?? notFollowed(call);
    if (value !== null && typeof value !== "string") return notFollowed(call);
    if (value === null || value === "") return no;
    return test(new Set(splitWords(value)), wanted) ? yes : no;
  };

function wordsOf(value: StaticValue | undefined): ReadonlySet<string> | undefined {
  if (typeof value === "string") return new Set(splitWords(value));
  const items = value === undefined ? undefined : itemsOf(value);
  return items?.every((item) => typeof item === "string") === true ? new Set(items as string[]) : undefined;
}

const onList =
  (f: (items: readonly StaticValue[]) => StaticValue | undefined): Native =>
  (call) => {
    const [value] = call.args;
    if (value === undefined && call.keywords.size === 0) return f([]) ?? notFollowed(call);
    const items =
      value === undefined || call.args.length > 1 || call.keywords.size > 0 ? undefined : itemsOf(value);
    const result = items === undefined ? undefined : f(items);
    return result === undefined ? notFollowed(call) : result;
  };

const lowest =
  (sign: number): Native =>
  (call) => {
    const items = call.args.length === 1 && call.args[0] !== undefined ? itemsOf(call.args[0]) : call.args;
    const sorted = items === undefined || call.keywords.size > 0 ? undefined : sortedItems(items);
    return (sign > 0 ? sorted?.[0] : sorted?.at(-1)) ?? notFollowed(call);
  };

const fileTest = (test: (path: string, world: StaticWorld) => boolean): Native =>
  ofTexts(1, ([path = ""], world) => {
    if (!path.startsWith("/") || world.filesChanged) return undefined;
    try {
      return test(path, world);
    } catch {
      return undefined; // not to be seen
    }
  });

/** A change of files, which the host keeps in memory; where it is not sure to happen, what follows of it is not known. */
const fileChange =
  (count: number, change: (host: Host, texts: string[]) => void): Native =>
  (call) => {
    const { args, world } = call;
    const texts = args.slice(0, count);
    if (
      !texts.every((arg) => typeof arg === "string") ||
      world.interpreter.may > 0 ||
      world.interpreter.outerMay > 0
    ) {
      world.filesChanged = true;
      return null;
    }
    try {
      change(world.host, texts);
    } catch {
      world.filesChanged = true;
    }
    return null;
  };

const madeFolders = fileChange(1, (host, [path = ""]) => {
  const make = (folder: string): void => {
    if (folder === "" || host.exists(folder)) return;
    make(dirname(folder));
    host.mkdir(folder);
  };
  make(path.replace(/\/+$/, ""));
});

/** Types that isinstance asks about. */
function isInstance(value: StaticValue, type: string): boolean | undefined {
  switch (type) {
    case "str":
      return typeof value === "string";
    case "list":
      return Array.isArray(value);
    case "dict":
      return value instanceof Map;
    case "set":
      return value instanceof Set;
    case "tuple":
      return value instanceof Tuple;
    case "bool":
      return typeof value === "boolean";
    case "int":
      return typeof value === "number" || typeof value === "boolean";
    default:
      return undefined;
  }
}

const table: [string, Native][] = [
  // ---- builtins
  [
    "len",
    (call) => {
      const [value] = call.args;
      if (value instanceof Map || value instanceof Set) return value.size;
      const items = value === undefined ? undefined : itemsOf(value);
      return items?.length ?? notFollowed(call);
    },
  ],
  [
    "str",
    (call) =>
      call.args.length === 0
        ? ""
        : ((call.args.length === 1 ? textOf(call.args[0] ?? null) : undefined) ?? notFollowed(call)),
  ],
  ["repr", (call) => reprOf(call.args[0] ?? null) ?? notFollowed(call)],
  [
    "int",
    (call) => {
      const [value, base] = call.args;
      if (typeof value === "number") return Math.trunc(value);
      if (typeof value === "boolean") return Number(value);
      if (typeof value !== "string" || base !== undefined) return notFollowed(call);
      if (/^\s*[+-]?\d{1,15}\s*$/.test(value)) return Number(value);
      if (/^[\x20-\x7e]*$/.test(value) && !value.includes("_"))
        throw new Raised("ValueError", `invalid literal for int() with base 10: '${value}'`);
      return notFollowed(call);
    },
  ],
  ["bool", (call) => truth(call.args[0] ?? null) ?? notFollowed(call)],
  ["list", onList((items) => [...items])],
  ["tuple", onList((items) => new Tuple([...items]))],
  ["set", onList((items) => (items.every(isKey) ? new Set(items) : undefined))],
  ["frozenset", onList((items) => (items.every(isKey) ? new Set(items) : undefined))],
  [
    "dict",
    (call) => {
      if (call.args.length === 0) return new Map<StaticValue, StaticValue>(call.keywords);
      const [value] = call.args;
      return value instanceof Map && call.keywords.size === 0 ? new Map(value) : notFollowed(call);
    },
  ],
  ["sorted", onList(sortedItems)],
  ["reversed", onList((items) => [...items].reverse())],
  [
    "any",
    onList((items) => {
      const known = items.map(truth);
      return known.includes(true) ? true : known.includes(undefined) ? undefined : false;
    }),
  ],
  [
    "all",
    onList((items) => {
      const known = items.map(truth);
      return known.includes(false) ? false : known.includes(undefined) ? undefined : true;
    }),
  ],
  ["enumerate", onList((items) => items.map((item, i) => new Tuple([i, item])))],
  [
    "zip",
    (call) => {
      const lists = call.args.map((arg) => itemsOf(arg));
      if (lists.length === 0 || lists.includes(undefined)) return notFollowed(call);
      const length = Math.min(...lists.map((list) => list?.length ?? 0));
      return Array.from({ length }, (_, i) => new Tuple(lists.map((list) => list?.[i] ?? null)));
    },
  ],
  [
    "range",
    (call) => {
      const numbers = call.args.filter((arg) => typeof arg === "number");
      if (numbers.length !== call.args.length || numbers.length < 1 || numbers.length > 2)
        return notFollowed(call);
      const [from, to] = numbers.length === 1 ? [0, numbers[0] ?? 0] : [numbers[0] ?? 0, numbers[1] ?? 0];
      return to - from > 10000
        ? notFollowed(call)
        : Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    },
  ],
  ["min", lowest(1)],
  ["max", lowest(-1)],
  ["filter", (call) => selected(call)],
  ["map", (call) => selected(call)],
  [
    "isinstance",
    (call) => {
      const [value = null, type] = call.args;
      if (value instanceof Unknown) return value;
      const types = type instanceof Tuple ? type.items : [type ?? null];
      const answers = types.map((one) => {
        if (one instanceof ExceptionClass)
          return value instanceof EventValue ? value.name === one.name : false;
        return one instanceof NativeValue ? isInstance(value, one.name) : undefined;
      });
      return answers.includes(true) ? true : answers.includes(undefined) ? notFollowed(call) : false;
    },
  ],
  ["print", silent],
  ["ord", ofTexts(1, ([ch = ""]) => ([...ch].length === 1 ? (ch.codePointAt(0) ?? 0) : undefined))],
  [
    "open",
    (call) =>
      new Unknown({ reason: `a file is opened (${textOf(call.args[0] ?? null) ?? "not known which"})` }),
  ],
  // ---- messages
  ...["note", "plain", "debug", "warn", "warnonce", "error", "erroronce", "verbnote", "debug2"].map(
    (name): [string, Native] => [`bb.${name}`, silent],
  ),
  [
    "bb.fatal",
    ({ args }) => {
      throw new Raised("BBHandledException", textOf(args[0] ?? null) ?? "");
    },
  ],
  // ---- bb
  ["bb.utils.contains", contains(containsAll)],
  ["bb.utils.contains_any", contains(containsAny)],
  [
    "bb.utils.filter",
    (call) => {
      const [variable, check, d] = call.args;
      const wanted = wordsOf(check);
      if (typeof variable !== "string" || wanted === undefined || !(d instanceof StoreValue))
        return notFollowed(call);
      const value = call.world.variable(d.store, variable, true);
      if (value instanceof Unknown) return value;
      if (value === null || value === "") return "";
      return typeof value === "string" ? sharedWords(new Set(splitWords(value)), wanted) : notFollowed(call);
    },
  ],
  [
    "bb.utils.filter_string",
    (call) => {
      const [text, check] = call.args;
      const wanted = wordsOf(check);
      if (typeof text !== "string" || wanted === undefined) return notFollowed(call);
      return sharedWords(new Set(splitWords(text)), wanted);
    },
  ],
  [
    "bb.utils.prune_suffix",
    (call) => {
      const [name, suffixes] = call.args;
      const all = suffixes === undefined ? undefined : itemsOf(suffixes);
      if (typeof name !== "string" || all?.every((one) => typeof one === "string") !== true)
        return notFollowed(call);
      return pruneSuffix(name, all as string[]);
    },
  ],
  [
    "bb.utils.join_deps",
    (call) => {
      const [deps, commas = true] = call.args;
      if (!(deps instanceof Map) || typeof commas !== "boolean" || unknownIn([deps]) !== undefined)
        return notFollowed(call);
      const entries: [string, string[]][] = [];
      for (const [name, versions] of deps) {
        const list = itemsOf(versions);
        if (typeof name !== "string" || list?.every((one) => typeof one === "string") !== true)
          return notFollowed(call);
        entries.push([name, list as string[]]);
      }
      return joinDeps(entries, commas);
    },
  ],
  [
    "collections.OrderedDict",
    (call) =>
      call.args.length === 0 && call.keywords.size === 0
        ? new Map<StaticValue, StaticValue>()
        : notFollowed(call),
  ],
  [
    "bb.utils.to_boolean",
    (call) => {
      const [value = null, byDefault = null] = call.args;
      if (value instanceof Unknown) return value;
      if (truth(value) === false) return byDefault;
      if (typeof value === "boolean") return value;
      return typeof value === "string" ? toBoolean(value) : notFollowed(call);
    },
  ],
  ["bb.utils.explode_deps", ofTexts(1, ([deps = ""]) => explodeDeps(deps))],
  [
    "bb.utils.explode_dep_versions2",
    (call) => {
      const [deps] = call.args;
      if (typeof deps !== "string" || call.args.length > 1 || call.keywords.size > 0)
        return notFollowed(call);
      return new Map([...explodeDepVersions2(deps)].map(([name, versions]) => [name ?? null, [...versions]]));
    },
  ],
  ["bb.utils.vercmp_string", ofTexts(2, ([a = "", b = ""]) => compareVersionStrings(a, b))],
  ["bb.utils.vercmp_string_op", ofTexts(3, ([a = "", b = "", op = ""]) => versionsSatisfy(a, b, op))],
  [
    "bb.utils.which",
    (call) => {
      const [path, item] = call.args;
      const extra = [...call.keywords.keys()].some((name) => name !== "executable" && name !== "direction");
      if (typeof path !== "string" || typeof item !== "string" || call.args.length > 2 || extra)
        return notFollowed(call);
      const { host, filesChanged } = call.world;
      if (filesChanged) return notFollowed(call);
      const folders = path.split(":");
      if (truth(call.keywords.get("direction") ?? 0) === true) folders.reverse();
      const executable = truth(call.keywords.get("executable") ?? false) === true;
      for (const folder of folders) {
        const file = `${folder}/${item}`;
        if (!folder.startsWith("/") || !host.exists(file)) continue;
        const { kind, mode } = host.stat(file);
        if (!executable || (kind === "file" && (mode & 0o111) !== 0)) return normalise(file);
      }
      return "";
    },
  ],
  ["bb.utils.mkdirhier", madeFolders],
  ["os.makedirs", madeFolders],
  ["os.symlink", fileChange(2, (host, [target = "", path = ""]) => host.symlink(target, path))],
  ["os.unlink", fileChange(1, (host, [path = ""]) => host.unlink(path))],
  ["os.remove", fileChange(1, (host, [path = ""]) => host.unlink(path))],
  [
    "os.readlink",
    ofTexts(1, ([path = ""], { host }) => {
      try {
        return host.readlink(path);
      } catch {
        return undefined;
      }
    }),
  ],
  ["bb.process.run", () => new Unknown({ reason: "a program is run" })],
  ["bb.utils.environment", () => new Unknown({ reason: "bb.utils.environment is not followed" })],
  [
    "bb.data.inherits_class",
    (call) => {
      const [name, d] = call.args;
      if (typeof name !== "string" || !(d instanceof StoreValue)) return notFollowed(call);
      const files = call.world.reading(() => d.store.getVar("__inherit_cache", false));
      return Array.isArray(files) && files.every((file) => typeof file === "string")
        ? inheritsClass(files, name)
        : notFollowed(call);
    },
  ],
  [
    "bb.data.createCopy",
    ({ args: [d] }) => (d instanceof StoreValue ? new StoreValue(d.store.createCopy()) : null),
  ],
  [
    "bb.data.expand",
    (call) => {
      const [text, d] = call.args;
      return typeof text === "string" && d instanceof StoreValue
        ? call.world.reading(() => d.store.expand(text))
        : notFollowed(call);
    },
  ],
  [
    "bb.parse.vars_from_file",
    (call) => {
      const [file] = call.args;
      if (typeof file !== "string") return file === null ? new Tuple([null, null, null]) : notFollowed(call);
      const parts = partsOfFileName(file);
      return parts === undefined
        ? new Tuple([null, null, null])
        : new Tuple([0, 1, 2].map((i) => parts[i] ?? null));
    },
  ],
  ["bb.parse.mark_dependency", silent],
  [
    "bb.event.getName",
    ({ args: [event] }) =>
      event instanceof EventValue ? event.name : new Unknown({ reason: "not an event" }),
  ],
  [
    "bb.event.fire",
    (call) => {
      const [event, d] = call.args;
      if (event instanceof EventValue && d instanceof StoreValue) return null;
      return notFollowed(call);
    },
  ],
  // ---- os
  [
    "os.uname",
    ({ world: { host } }) => {
      const { sysname, nodename, release, version, machine } = host.uname();
      return new Tuple([sysname, nodename, release, version, machine]);
    },
  ],
  ["os.getcwd", ({ world: { host } }) => host.cwd],
  ["os.getuid", ({ world: { host } }) => host.uid],
  ["os.getgid", ({ world: { host } }) => host.gid],
  ["os.getpid", ({ world: { host } }) => host.pid],
  ["os.cpu_count", ({ world: { host } }) => host.cpuCount],
  [
    "os.path.join",
    (call) => {
      const { args } = call;
      if (args.length === 0 || !args.every((arg) => typeof arg === "string")) return notFollowed(call);
      return (args as string[]).reduce((path, part) =>
        part.startsWith("/") ? part : path === "" || path.endsWith("/") ? path + part : `${path}/${part}`,
      );
    },
  ],
  ["os.path.basename", ofTexts(1, ([path = ""]) => (path.endsWith("/") ? "" : basename(path)))],
  [
    "os.path.dirname",
    ofTexts(1, ([path = ""]) => {
      const cut = path.lastIndexOf("/") + 1;
      const head = path.slice(0, cut);
      return /^\/*$/.test(head) ? head : head.replace(/\/+$/, "");
    }),
  ],
  [
    "os.path.normpath",
    ofTexts(1, ([path = ""]) =>
      path.startsWith("/") && !path.startsWith("//") ? normalise(path) : undefined,
    ),
  ],
  [
    "os.path.abspath",
    ofTexts(1, ([path = ""]) =>
      path.startsWith("/") && !path.startsWith("//") ? normalise(path) : undefined,
    ),
  ],
  [
    "os.path.realpath",
    ofTexts(1, ([path = ""], world) => {
      try {
        return path.startsWith("/") ? world.host.realpath(path) : undefined;
      } catch {
        return undefined;
      }
    }),
  ],
  [
    "os.path.splitext",
    ofTexts(1, ([path = ""]) => {
      const at = path.lastIndexOf(".");
      const name = path.slice(path.lastIndexOf("/") + 1);
      return /^\.*[^.]*$/.test(name) ? new Tuple([path, ""]) : new Tuple([path.slice(0, at), path.slice(at)]);
    }),
  ],
  ["os.path.isabs", ofTexts(1, ([path = ""]) => path.startsWith("/"))],
  ["os.path.exists", fileTest((path, { host }) => host.exists(path))],
  ["os.path.isfile", fileTest((path, { host }) => host.exists(path) && host.stat(path).kind === "file")],
  ["os.path.isdir", fileTest((path, { host }) => host.exists(path) && host.stat(path).kind === "directory")],
  ["os.path.islink", fileTest((path, { host }) => host.exists(path) && host.lstat(path).kind === "symlink")],
  [
    "os.path.relpath",
    ofTexts(2, ([path = "", start = ""]) => {
      if (!path.startsWith("/") || !start.startsWith("/")) return undefined;
      const [a, b] = [normalise(path), normalise(start)].map((one) => one.split("/").filter(Boolean)) as [
        string[],
        string[],
      ];
      let shared = 0;
      while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared++;
      return [...b.slice(shared).map(() => ".."), ...a.slice(shared)].join("/") || ".";
    }),
  ],
];

/** `filter(f, items)` and `map(f, items)`, as lists. */
function selected(call: NativeCall): StaticValue {
  const [f = null, value = null] = call.args;
  const items = itemsOf(value);
  if (items === undefined || call.args.length !== 2) return notFollowed(call);
  const { interpreter } = call.world;
  const out: StaticValue[] = [];
  for (const item of items) {
    let result: StaticValue;
    if (f === null) result = item;
    else if (f instanceof FunctionValue) result = interpreter.callFunction(f, [item], new Map());
    else if (f instanceof NativeValue) result = f.call([item], new Map());
    else return notFollowed(call);
    if (call.name === "map") out.push(result);
    else {
      const known = truth(result);
      if (known === undefined) return notFollowed(call);
      if (known) out.push(item);
    }
  }
  return out;
}

/** By the dotted name that code calls. */
export const natives: ReadonlyMap<string, Native> = new Map([...table, ...regexNatives, ...taskNatives]);
