/**
 * The configuration of a build: environment, bblayers.conf, each layer.conf, bitbake.conf with all that it includes,
 * the INHERITed classes, the ConfigParsed event. The outcome is the store that every recipe starts from.
 */
import type { DataStore } from "../datastore/index.js";
import { EvaluationError } from "../evaluate/errors.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import { sealBaseDependencies } from "../evaluate/dependencies.js";
import { registerHandlers } from "../evaluate/finalise.js";
import { places } from "../modules/bb/places.js";
import { normalise, joinPath } from "../sandbox/paths.js";

export interface ConfigurationRequest {
  /** The build directory: holds conf/bblayers.conf. */
  readonly topdir: string;
  /** The multiconfig to evaluate; "" or absent: the default configuration. */
  readonly mc?: string;
  /** Makes an empty store bound to the run's evaluator. */
  readonly makeStore: () => DataStore;
  /** Told the layers' folders before they are read. */
  readonly onLayers?: (layers: readonly string[]) => void;
  /** Files read before bblayers.conf and after bitbake.conf (bitbake -r and -R). */
  readonly prefiles?: readonly string[];
  readonly postfiles?: readonly string[];
  /** Keep variable history. */
  readonly tracking?: boolean;
}

/** Variables of the environment that BitBake lets in (manual: BB_ENV_PASSTHROUGH), with the additions it names. */
const approved = [
  "BBPATH",
  "BB_PRESERVE_ENV",
  "BB_ENV_PASSTHROUGH_ADDITIONS",
  "HOME",
  "LOGNAME",
  "PATH",
  "PWD",
  "SHELL",
  "USER",
  "LC_ALL",
  "BBSERVER",
];
/** Those of them that tasks see too. */
const exported = ["HOME", "LOGNAME", "PWD", "SHELL", "USER", "LC_ALL", "PATH"];

const words = (value: unknown): string[] =>
  typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];

/** BitBake gives up after so many ConfigParsed rounds that ask for another (BB_INVALIDCONF). */
const maximumReparses = 20;

/** Evaluates the configuration. Throws EvaluationError (or what the metadata raises). */
export function evaluateConfiguration(request: ConfigurationRequest, evaluator: Evaluator): DataStore {
  const initial = environmentStore(request, evaluator);
  let store = parseAll(initial.createCopy(), request, evaluator);
  evaluator.python.fire({ name: "ConfigParsed", args: [] }, store);
  for (let round = 0; isTrue(store.getVar("BB_INVALIDCONF", false), evaluator); round++) {
    if (round >= maximumReparses) {
      throw new EvaluationError(
        "configuration-loop",
        "Configuration has been re-parsed over 20 times, breaking out of the loop...",
        joinPath(request.topdir, "conf"),
        0,
      );
    }
    store = parseAll(initial.createCopy(), request, evaluator);
    evaluator.python.fire({ name: "ConfigParsed", args: [] }, store);
  }
  nameHashServer(store, evaluator);
  return store;
}

/** With "auto" BitBake starts a hash equivalence server of its own before it reads recipes: these see where it listens. */
function nameHashServer(store: DataStore, { python }: Evaluator): void {
  let server: unknown;
  try {
    server = store.getVar("BB_HASHSERVE");
  } catch (error) {
    if (python.unknown?.valueOf(error) === undefined) throw error;
  }
  if (server !== "auto") return;
  store.setVar("BB_HASHSERVE", `unix://${String(store.getVar("TOPDIR"))}/hashserve.sock`, places.hashServer);
}

function isTrue(value: unknown, evaluator: Evaluator): boolean {
  return value === true || (value !== null && evaluator.python.toJs(value) === true);
}

/** The environment's share: approved variables, and the whole environment as BB_ORIGENV. */
function environmentStore(request: ConfigurationRequest, evaluator: Evaluator): DataStore {
  const { env } = evaluator.host;
  const store = request.makeStore();
  if (request.tracking) store.enableTracking();
  const original = request.makeStore();
  for (const [name, value] of env) original.setVar(name, value);
  const additions = words(env.get("BB_ENV_PASSTHROUGH_ADDITIONS"));
  const replaced = env.get("BB_ENV_PASSTHROUGH");
  const allowed = new Set(
    env.has("BB_PRESERVE_ENV") ? env.keys() : [...(replaced ? words(replaced) : approved), ...additions],
  );
  for (const [name, value] of env) {
    if (!allowed.has(name)) continue;
    store.setVar(name, value, { ...places.fromEnvironment, op: "from env" });
    if (exported.includes(name))
      store.setVarFlag(name, "export", true, { ...places.environmentExport, op: "auto env export" });
  }
  store.setVar("BB_ORIGENV", original, places.originalEnvironment);
  store.setVar("BB_CMDLINE", [], places.commandLine);
  return store;
}

function parseAll(start: DataStore, request: ConfigurationRequest, evaluator: Evaluator): DataStore {
  let store = start;
  store.setVar("__bbclasstype", "global", { ignore: true });
  store.setVar("BB_CURRENT_MC", request.mc ?? "", places.currentMulticonfig);
  for (const file of request.prefiles ?? []) evaluator.evaluateFile(file, store, true, true);

  const layerConf = joinPath(request.topdir, "conf/bblayers.conf");
  if (!evaluator.host.exists(layerConf)) {
    throw new EvaluationError(
      "no-configuration",
      "Unable to find conf/bblayers.conf",
      request.topdir,
      0,
      undefined,
      "Name a build directory with --build, or layers with --layers.",
    );
  }
  store.setVar("TOPDIR", request.topdir, places.topdir);
  evaluator.evaluateFile(layerConf, store, true, true);
  store = store.createCopy();
  parseLayers(store, evaluator, layerConf, request.onLayers);

  const bbpath = store.getVar("BBPATH");
  if (typeof bbpath !== "string" || bbpath === "") {
    throw new EvaluationError(
      "no-bbpath",
      "The BBPATH variable is not set and bitbake did not find a conf/bblayers.conf file in the expected location.",
      layerConf,
      0,
    );
  }
  evaluator.evaluateFile("conf/bitbake.conf", store, true, true);
  for (const file of request.postfiles ?? []) evaluator.evaluateFile(file, store, true, true);

  for (const name of ["base", ...words(store.getVar("INHERIT"))]) {
    evaluator.inherit(name, store, "configuration INHERITs", 0);
  }
  registerHandlers(store, evaluator);
  if (store.getVar("BB_CACHEDIR", false) === null)
    store.setVar("BB_CACHEDIR", "${TOPDIR}/cache", places.cacheDirectory);
  store.setVar("BBINCLUDED", evaluator.includedFiles.of(store), places.included);
  sealBaseDependencies(store);
  store.setVar("__bbclasstype", "recipe", { ignore: true });
  return store;
}

/** One entry of BBLAYERS. */
export interface LayerFolder {
  /** As BBLAYERS writes it, without slashes at the end. */
  readonly path: string;
  /** The collections that its layer.conf adds. */
  readonly collections: readonly string[];
}

const layersVariable = "__layers";

/** The layers of a configuration, in the order of BBLAYERS. */
export function layersOf(store: DataStore): readonly LayerFolder[] {
  return (store.getVar(layersVariable, false) as readonly LayerFolder[] | null) ?? [];
}

/** Every layer's conf/layer.conf in the order of BBLAYERS, with LAYERDIR set while it is read. */
function parseLayers(
  store: DataStore,
  evaluator: Evaluator,
  layerConf: string,
  onLayers?: (layers: readonly string[]) => void,
): void {
  const fail = (text: string, hint?: string): never => {
    throw new EvaluationError("layers", text, layerConf, 0, undefined, hint);
  };
  const layers = words(store.getVar("BBLAYERS"));
  if (layers.length === 0) {
    fail("The bblayers.conf file doesn't contain any BBLAYERS definition");
  }
  onLayers?.(layers.map((layer) => normalise(expandHome(layer, evaluator))));
  const broken = layers.filter((layer) => !isFolder(evaluator, expandHome(layer, evaluator)));
  if (broken.length > 0) {
    fail(
      `The following layer directories do not exist:${broken.map((layer) => `\n   ${layer}`).join("")}`,
      `Please check BBLAYERS in ${layerConf}`,
    );
  }
  const compatible = new Map<string, Set<string>>();
  const folders: LayerFolder[] = [];
  const known = new Set<string>();
  let series: string[] | undefined;
  for (const entry of layers) {
    const layer = expandHome(entry, evaluator).replace(/(?<=.)\/+$/, "");
    store.setVar("LAYERDIR", layer, places.layerDirectory);
    store.setVar("LAYERDIR_RE", escapeRegex(layer));
    evaluator.evaluateFile(joinPath(layer, "conf/layer.conf"), store, true, true);
    expandInPlace("LAYERDIR", store);
    expandInPlace("LAYERDIR_RE", store);
    const fresh = words(store.getVar("BBFILE_COLLECTIONS")).filter((name) => !known.has(name));
    for (const name of fresh) known.add(name);
    folders.push({ path: layer, collections: fresh });
    // A layer must name the series it supports itself: what one has set is out of the next one's sight.
    for (const collection of words(store.getVar("BBFILE_COLLECTIONS"))) {
      const named = words(store.getVar(`LAYERSERIES_COMPAT_${collection}`));
      if (named.length > 0) {
        compatible.set(collection, new Set(named));
        store.delVar(`LAYERSERIES_COMPAT_${collection}`, places.layerSeries);
      }
    }
    if (series === undefined) {
      const named = words(store.getVar("LAYERSERIES_CORENAMES"));
      if (named.length > 0) {
        series = named;
        store.delVar("LAYERSERIES_CORENAMES", places.coreSeries);
      }
    }
  }
  store.delVar("LAYERDIR_RE", places.layerDirectoryRegex);
  store.delVar("LAYERDIR", places.layerDirectoryEnd);
  for (const [collection, names] of compatible) {
    store.setVar(`LAYERSERIES_COMPAT_${collection}`, [...names].sort().join(" "), places.layerSeriesAgain);
  }
  store.setVar(layersVariable, folders, { ignore: true });
  const collections = words(store.getVar("BBFILE_COLLECTIONS"));
  addDynamicFiles(store, collections, fail);
  checkSeries(collections, compatible, series, evaluator, fail);
  if (series) {
    store.setVar("LAYERSERIES_CORENAMES", [...new Set(series)].sort().join(" "), places.coreSeriesAgain);
  }
}

function isFolder(evaluator: Evaluator, path: string): boolean {
  return evaluator.host.exists(path) && evaluator.host.stat(path).kind === "directory";
}

function expandHome(path: string, evaluator: Evaluator): string {
  return path.startsWith("~/") ? joinPath(evaluator.host.home, path.slice(2)) : path;
}

/** Python's re.escape. */
function escapeRegex(text: string): string {
  return text.replace(/[\s!-/:-@[-`{-~]/g, (c) => (/[!"%',/:;<=>@_`]/.test(c) ? c : `\\${c}`));
}

/** Replaces `${name}` by its value in all values set so far, so that it can be unset. */
function expandInPlace(name: string, store: DataStore): void {
  const reference = `\${${name}}`;
  const value = store.getVar(name, false);
  if (typeof value !== "string") return;
  for (const key of store.localKeys()) {
    const text = store.getVar(key, false);
    if (typeof text === "string" && text.includes(reference)) {
      store.setVar(key, text.split(reference).join(value), places.expandedInPlace);
    }
  }
}

/** BBFILES_DYNAMIC: files that count only where another layer is, or is not, present. */
function addDynamicFiles(
  store: DataStore,
  collections: readonly string[],
  fail: (text: string) => never,
): void {
  const invalid: string[] = [];
  for (const entry of words(store.getVar("BBFILES_DYNAMIC"))) {
    const colon = entry.indexOf(":");
    if (colon < 0) {
      invalid.push(entry);
      continue;
    }
    const negated = entry.startsWith("!");
    const collection = entry.slice(negated ? 1 : 0, colon);
    if (collections.includes(collection) !== negated)
      store.appendVar("BBFILES", ` ${entry.slice(colon + 1)}`);
  }
  if (invalid.length > 0) {
    fail(
      `BBFILES_DYNAMIC entries must be of the form {!}<collection name>:<filename pattern>, not:\n    ${invalid.join("\n    ")}`,
    );
  }
}

function checkSeries(
  collections: readonly string[],
  compatible: ReadonlyMap<string, ReadonlySet<string>>,
  series: readonly string[] | undefined,
  evaluator: Evaluator,
  fail: (text: string) => never,
): void {
  const seen = new Set<string>();
  for (const collection of collections) {
    if (seen.has(collection)) {
      fail(
        `Found duplicated BBFILE_COLLECTIONS '${collection}', check bblayers.conf or layer.conf to fix it.`,
      );
    }
    seen.add(collection);
    const named = compatible.get(collection);
    if (!named) {
      evaluator.log({
        level: "warn",
        message: `Layer ${collection} should set LAYERSERIES_COMPAT_${collection} in its conf/layer.conf file to list the core layer names it is compatible with.`,
      });
    } else if (!series) {
      fail(`No core layer found to work with layer '${collection}'. Missing entry in bblayers.conf?`);
    } else if (!series.some((name) => named.has(name))) {
      fail(
        `Layer ${collection} is not compatible with the core layer which only supports these series: ${series.join(" ")} (layer is compatible with ${[...named].join(" ")})`,
      );
    }
  }
}
