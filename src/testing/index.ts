/**
 * `sandbake/testing`: tests of recipes and classes without BitBake, a build directory or a layer on disk, for mocha, vitest,
 * node:test or any other runner. See docs/testing.md.
 *
 *     const tea = evaluateRecipe('inherit brew\nLEAVES = "3"', { files: { "classes/brew.bbclass": readFileSync(...) } });
 *     expect(tea.value("STRENGTH")).to.equal("strong");
 */
import type { DataStore, HistoryEntry } from "../datastore/index.js";
import type { Message } from "../evaluate/evaluator.js";
import { SandbakeError } from "../diagnostics/errors.js";
import { openWorkspace } from "../layers/open.js";
import type { Workspace } from "../layers/workspace.js";
import type { Limits } from "../sandbox/budget.js";
import { memoryHost } from "../sandbox/host/memory.js";

export { golden, type GoldenOptions } from "./golden.js";

export interface TestOptions {
  /** Files of the layer by their path in it, or anywhere by an absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines added to the configuration. */
  readonly conf?: string;
  /** Name of the recipe's file, e.g. "tea_1.0.bb"; default "test_1.0.bb". */
  readonly name?: string;
  /** Environment variables that the metadata sees. */
  readonly env?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  /** Seconds since 1970 that the clock shows. */
  readonly now?: number;
}

const layer = "/layers/meta-test";

/** A configuration as small as can be; what a test needs more stands in `conf`. */
const bitbakeConf = `PN = "\${@bb.parse.vars_from_file(d.getVar('FILE', False), d)[0] or 'defaultpkgname'}"
PV = "\${@bb.parse.vars_from_file(d.getVar('FILE', False), d)[1] or '1.0'}"
PR = "\${@bb.parse.vars_from_file(d.getVar('FILE', False), d)[2] or 'r0'}"
BPN = "\${PN}"
P = "\${PN}-\${PV}"
FILE_DIRNAME = "\${@os.path.dirname(d.getVar('FILE', False))}"
OVERRIDES = "pn-\${PN}"
TMPDIR = "\${TOPDIR}/tmp"
WORKDIR = "\${TMPDIR}/work/\${PN}/\${PV}"
S = "\${WORKDIR}/\${P}"
B = "\${S}"
D = "\${WORKDIR}/image"
CACHE = "\${TMPDIR}/cache"
`;

/** A recipe, evaluated. Reading a value throws what its expansion throws. */
export class EvaluatedRecipe {
  constructor(
    readonly workspace: Workspace,
    readonly store: DataStore,
    /** "" or the name of the variant ("native"). */
    readonly variant: string,
    /** Why the recipe asked to be skipped. */
    readonly skipped: string | undefined,
    /** What was said: warnings, notes, errors. */
    readonly log: readonly Message[],
  ) {}

  /** A variable's value as plain data; null where it is not set. */
  value(name: string): unknown {
    return plain(this.workspace, this.store.getVar(name));
  }
  /** As it is written. */
  raw(name: string): unknown {
    return plain(this.workspace, this.store.getVar(name, false));
  }
  flag(name: string, flag: string): unknown {
    return plain(this.workspace, this.store.getVarFlag(name, flag));
  }
  /** All flags that are set, expanded. */
  flags(name: string): Record<string, unknown> {
    const names = [...(this.store.getVarFlags(name)?.keys() ?? [])];
    return Object.fromEntries(names.map((flag) => [flag, this.flag(name, flag)]));
  }
  /** The tasks with those that come before each. */
  get tasks(): ReadonlyMap<string, readonly string[]> {
    const { evaluator } = this.workspace;
    const names = evaluator.stringList(this.store.getVar("__BBTASKS", false));
    return new Map(
      names.map((name) => [name, evaluator.stringList(this.store.getVarFlag(name, "deps", false))] as const),
    );
  }
  /** What set the variable, in order, with file and line. */
  history(name: string): readonly HistoryEntry[] {
    return this.store.history(name);
  }
  /** The named variables as lines `NAME = "value"`, for `golden`. */
  text(...names: readonly string[]): string {
    return names.map((name) => `${name} = ${JSON.stringify(this.value(name))}\n`).join("");
  }
}

function plain(workspace: Workspace, value: unknown): unknown {
  const json = workspace.evaluator.python.plain(value);
  return typeof json === "object" && json !== null && "value" in json ? json.value : json;
}

/**
 * Evaluates the text of a recipe; `variant`: that of BBCLASSEXTEND.
 * @throws SandbakeError what is wrong with it, with file and line
 */
export function evaluateRecipe(text: string, options: TestOptions = {}, variant = ""): EvaluatedRecipe {
  const log: Message[] = [];
  const file = `${layer}/recipes/${options.name ?? "test_1.0.bb"}`;
  const files = new Map<string, string>([
    ["/build/conf/bblayers.conf", `BBPATH = "\${TOPDIR}"\nBBLAYERS = "${layer}"\n`],
    [`${layer}/conf/layer.conf`, 'BBPATH .= ":${LAYERDIR}"\nBBFILES = "${LAYERDIR}/recipes/*.bb"\n'],
    [`${layer}/conf/bitbake.conf`, bitbakeConf + (options.conf ?? "")],
    [`${layer}/classes/base.bbclass`, ""],
    ...Object.entries(options.files ?? {}).map(
      ([path, content]) => [path.startsWith("/") ? path : `${layer}/${path}`, content] as const,
    ),
    [file, text],
  ]);
  const env = new Map(Object.entries({ PATH: "/usr/bin:/bin", HOME: "/home/user", ...options.env }));
  const workspace = openWorkspace({
    host: memoryHost(files, {
      env,
      cwd: "/build",
      ...(options.now === undefined ? {} : { now: options.now }),
    }),
    topdir: "/build",
    tracking: true,
    log: (message) => log.push(message),
    ...(options.limits ? { limits: options.limits } : {}),
  });
  const variants = workspace.evaluate(file);
  const found = variants.find((one) => one.name === variant);
  if (found === undefined) {
    const names = variants.map((one) => JSON.stringify(one.name)).join(", ");
    throw new SandbakeError(
      "no-variant",
      `the recipe has no variant ${JSON.stringify(variant)}; it has ${names}`,
    );
  }
  return new EvaluatedRecipe(workspace, found.store, variant, found.skipped, log);
}

/** The error that evaluating the recipe ends in; throws if it ends in none. */
export function errorOf(text: string, options: TestOptions = {}): SandbakeError {
  try {
    evaluateRecipe(text, options);
  } catch (error) {
    if (error instanceof SandbakeError) return error;
    throw error;
  }
  throw new Error("the recipe was evaluated without an error");
}
