/** From command line options to an opened workspace: the host with its permissions, the build directory, Python. */
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import type { Message } from "../evaluate/evaluator.js";
import { startPython } from "../evaluate/python.js";
import { makeScratchBuild, scratchTopdir } from "../layers/scratch.js";
import { Workspace } from "../layers/workspace.js";
import { defaultLimits, type Gauges, type Limits } from "../sandbox/budget.js";
import { checkoutOf, hostFactFiles, machineFacts, nodeHost, type NodeHost } from "../sandbox/host/node.js";
import { defaultFacts } from "../sandbox/host/memory.js";
import { machineGauges } from "../sandbox/host/guarded.js";
import { normalise } from "../sandbox/paths.js";
import { literalPath, passedNames } from "../sandbox/permissions.js";
import type { CodeCache } from "../vm/index.js";
import { commandCodeCache, withCacheOptions, type CacheOptions } from "./caches.js";
import { messagePrinter, suggestion, UsageError, type Io } from "./output.js";
import { providerOf } from "./provided.js";

/** The options of every command that evaluates. */
export interface OpenOptions extends CacheOptions {
  readonly build?: string;
  readonly layers?: readonly string[];
  readonly machine?: string;
  readonly distro?: string;
  readonly bitbake?: string;
  readonly set?: readonly string[];
  readonly read?: readonly string[];
  readonly postread?: readonly string[];
  readonly allowRead?: readonly string[];
  readonly allowRun?: readonly string[];
  readonly allowEnv?: readonly string[];
  readonly allowStat?: readonly string[];
  readonly denyRead?: readonly string[];
  readonly denyRun?: readonly string[];
  readonly denyEnv?: readonly string[];
  readonly fixedFacts?: boolean;
  readonly env?: readonly string[];
  readonly limit?: readonly string[];
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

const collect = (value: string, earlier: readonly string[] | undefined): string[] => [
  ...(earlier ?? []),
  value,
];
const splitCommas = (value: string, earlier: readonly string[] | undefined): string[] => [
  ...(earlier ?? []),
  ...value.split(",").filter(Boolean),
];
/** `NAME=VALUE`, repeatable. */
export const collectAssignment = (value: string, earlier: readonly string[] | undefined): string[] => {
  if (!/^[^=]+=/.test(value)) throw new InvalidArgumentError("expected NAME=VALUE");
  return [...(earlier ?? []), value];
};

/** Adds the options of `OpenOptions` to a command; `short`: with bitbake's -r and -R. */
export function withOpenOptions(command: Command, short = true): Command {
  return withCacheOptions(command)
    .option(
      "-b, --build <dir>",
      "a BitBake build directory (default: the current one if it holds conf/bblayers.conf)",
    )
    .option("--layers <dir...>", "layers to evaluate without a build directory, the lowest first")
    .option("--machine <name>", "MACHINE (with --layers; with --build it replaces local.conf's default)")
    .option("--distro <name>", "DISTRO (likewise)")
    .option("--set <VAR=VALUE>", "set a variable before everything else (repeatable)", collectAssignment)
    .option(
      short ? "-r, --read <file>" : "--read <file>",
      "read this file before bblayers.conf (repeatable)",
      collect,
    )
    .option(
      short ? "-R, --postread <file>" : "--postread <file>",
      "read this file after bitbake.conf (repeatable)",
      collect,
    )
    .option("--bitbake <dir>", "a bitbake checkout: its bin folder stands first in PATH, as bitbake puts it")
    .option("--env <NAME=VALUE>", "an environment variable for the metadata (repeatable)", collectAssignment)
    .option(
      "--allow-read <paths>",
      "let the metadata read these files or folders too (comma-separated; `*`, `**` and `?` match)",
      splitCommas,
    )
    .option("--allow-stat <paths>", "let it ask whether these files are there, and of what kind", splitCommas)
    .option(
      "--allow-run <programs>",
      "let the metadata run these programs: names, paths, patterns (comma-separated)",
      splitCommas,
    )
    .option(
      "--allow-env <names>",
      "pass these environment variables on to the metadata (comma-separated, `*` matches)",
      splitCommas,
    )
    .option("--fixed-facts", "a user, host name, kernel and processors that are the same everywhere")
    .option("--deny-read <paths>", "close these again", splitCommas)
    .option("--deny-run <programs>", "likewise", splitCommas)
    .option("--deny-env <names>", "likewise", splitCommas)
    .option(
      "--limit <NAME=NUMBER>",
      `a limit of the metadata's Python: ${Object.keys(defaultLimits).join(", ")} (repeatable)`,
      collectAssignment,
    )
    .option("--verbose", "also what the sandbox refused, and which permission would allow it")
    .option("-q, --quiet", "no warnings and notes");
}

/** What the options name: a host with its permissions, the build directory, the limits. */
export interface Prepared {
  readonly host: NodeHost;
  readonly topdir: string;
  readonly onLayers: (layers: readonly string[]) => void;
  readonly prefiles: readonly string[];
  readonly postfiles: readonly string[];
  readonly limits: Partial<Limits>;
  readonly gauges: Gauges;
  readonly log: (message: Message) => void;
}

/** Opens what the options name. `tracking` keeps variable history; `print` hears what the evaluation says. */
export function openWorkspace(
  io: Io,
  options: OpenOptions,
  tracking: boolean,
  print: (message: Message) => void = messagePrinter(io, options.quiet === true),
  codeCache: CodeCache | undefined = commandCodeCache(io, options),
): Workspace {
  const { limits, gauges, ...rest } = prepare(io, options, print);
  const provider = providerOf(io, options);
  return new Workspace({
    ...rest,
    tracking,
    ...(provider ? { provider } : {}),
    ...(gauges.stop ? { stop: gauges.stop } : {}),
    startPython: (log) =>
      startPython({ host: rest.host, log, limits, gauges, ...(codeCache ? { codeCache } : {}) }),
  });
}

/** Turns options into what a workspace, or a record of one, is opened with. */
export function prepare(
  io: Io,
  options: OpenOptions,
  print: (message: Message) => void = messagePrinter(io, options.quiet === true),
): Prepared {
  const facts = options.fixedFacts === true ? defaultFacts : machineFacts();
  const env = new Map(facts.env);
  for (const [name, value] of passedEnvironment(options)) env.set(name, value);
  const bitbake = options.bitbake === undefined ? undefined : resolve(options.bitbake);
  if (bitbake !== undefined) env.set("PATH", `${join(bitbake, "bin")}:${env.get("PATH") ?? ""}`);

  const layers = (options.layers ?? []).map((layer) => existingFolder(layer, "--layers"));
  const build = options.build ?? (layers.length === 0 && existsSync("conf/bblayers.conf") ? "." : undefined);
  if (build === undefined && layers.length === 0) {
    throw new UsageError("name a build directory with --build DIR, or layers with --layers DIR...");
  }
  if (build !== undefined && layers.length > 0)
    throw new UsageError("--build and --layers exclude each other");
  const topdir = build === undefined ? scratchTopdir : existingFolder(build, "--build");
  env.set("BBPATH", topdir);
  env.set("PWD", topdir);
  const files = [...(options.read ?? []), ...(options.postread ?? [])].map((file) => resolve(file));
  const host = nodeHost(
    {
      read: [
        ...[
          ...(build === undefined ? [] : [topdir]),
          ...layers.map(checkoutOf),
          ...files,
          ...(bitbake === undefined ? [] : [bitbake]),
          ...hostFactFiles,
          "/sandbake", // in memory only: what the options say, as files
        ].map(literalPath),
        ...absolutePatterns(options.allowRead),
      ],
      // Host tools, and the links through which Debian chooses them.
      stat: [
        ...[...(env.get("PATH") ?? "").split(":"), "/etc/alternatives"].map(literalPath),
        ...absolutePatterns(options.allowStat),
      ],
      run: absolutePrograms(options.allowRun),
      deny: { read: absolutePatterns(options.denyRead), run: absolutePrograms(options.denyRun) },
    },
    {
      ...facts,
      env,
      cwd: topdir,
    },
  );
  io.verbose = options.verbose === true;
  io.source = (path) => {
    try {
      return new TextDecoder().decode(host.readFile(path));
    } catch {
      return undefined; // not there, or not to be read: an error without its source line
    }
  };
  if (build === undefined) {
    makeScratchBuild(host, {
      layers,
      ...(options.machine === undefined ? {} : { machine: options.machine }),
      ...(options.distro === undefined ? {} : { distro: options.distro }),
    });
  }
  const settings = [
    ...(options.set ?? []),
    ...(build !== undefined && options.machine !== undefined ? [`MACHINE=${options.machine}`] : []),
    ...(build !== undefined && options.distro !== undefined ? [`DISTRO=${options.distro}`] : []),
  ];
  const limits = limitsOf(options.limit ?? []);
  const prefiles = (options.read ?? []).map((file) => resolve(file));
  if (settings.length > 0) {
    const lines = settings.map((entry) => {
      const cut = entry.indexOf("=");
      return `${entry.slice(0, cut)} = "${entry.slice(cut + 1)}"\n`;
    });
    const path = "/sandbake/settings.conf";
    if (!host.exists("/sandbake")) host.mkdir("/sandbake");
    host.writeFile(path, new TextEncoder().encode(lines.join("")));
    prefiles.push(path);
  }
  return {
    host,
    topdir,
    limits,
    gauges: machineGauges(limits),
    onLayers: (found) => {
      host.grantRead(found.map(checkoutOf));
      for (const message of unknownNames(host, found, options)) print(message);
    },
    prefiles,
    postfiles: (options.postread ?? []).map((file) => resolve(file)),
    log: print,
  };
}

/** What the options let through of this process's environment, and what they set. */
export function passedEnvironment({
  allowEnv = [],
  denyEnv = [],
  env = [],
}: OpenOptions): Map<string, string> {
  const passed = new Map<string, string>();
  const passes = passedNames(allowEnv, denyEnv);
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && passes(name)) passed.set(name, value);
  for (const entry of env) {
    const cut = entry.indexOf("=");
    passed.set(entry.slice(0, cut), entry.slice(cut + 1));
  }
  return passed;
}

/** A machine or distro of the options that no layer has: BitBake goes on without its file, and so do we, but we say so. */
function unknownNames(
  host: NodeHost,
  layers: readonly string[],
  { machine, distro }: OpenOptions,
): Message[] {
  const messages: Message[] = [];
  for (const [kind, name] of [
    ["machine", machine],
    ["distro", distro],
  ] as const) {
    if (name === undefined || name === "nodistro") continue;
    const folders = [...layers, host.cwd].map((layer) => join(layer, "conf", kind));
    if (folders.some((folder) => host.exists(join(folder, `${name}.conf`)))) continue;
    const known = folders
      .flatMap((folder) => (host.exists(folder) ? host.list(folder) : []))
      .flatMap((file) => (file.endsWith(".conf") ? [file.slice(0, -".conf".length)] : []));
    const hint = suggestion(name, known) ?? `There is ${[...new Set(known)].sort().join(", ") || "none"}.`;
    messages.push({ level: "warn", message: `no layer has conf/${kind}/${name}.conf. ${hint}` });
  }
  return messages;
}

/** `steps=1000` and the like. */
export function limitsOf(entries: readonly string[]): Partial<Limits> {
  const limits: Partial<Record<keyof Limits, number>> = {};
  for (const entry of entries) {
    const [name = "", text = ""] = entry.split("=", 2);
    const value = text === "none" ? Infinity : Number(text);
    if (!Object.hasOwn(defaultLimits, name) || !(value > 0)) {
      const near = suggestion(name, Object.keys(defaultLimits));
      if (near !== undefined) throw new UsageError(`--limit: no limit is called ${name}. ${near}`);
      throw new UsageError(
        `--limit: expected NAME=NUMBER or NAME=none with one of ${Object.keys(defaultLimits).join(", ")}, not ${entry}`,
      );
    }
    limits[name as keyof Limits] = value;
  }
  return limits;
}

/** Patterns of paths from the current folder, which itself is no pattern. */
export function absolutePatterns(patterns: readonly string[] = []): string[] {
  return patterns.map((path) =>
    path.startsWith("/") ? normalise(path) : normalise(`${literalPath(process.cwd())}/${path}`),
  );
}

/** Names stay names. */
export const absolutePrograms = (patterns: readonly string[] = []): string[] =>
  patterns.flatMap((pattern) => (pattern.includes("/") ? absolutePatterns([pattern]) : [pattern]));

function existingFolder(path: string, option: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new UsageError(`${option}: no such folder: ${path}`);
  }
}
