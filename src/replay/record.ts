/** `record()` and `replay()`: a run written down, and the same run from the writing alone. */
import type { DataStore } from "../datastore/index.js";
import { SandbakeError } from "../diagnostics/errors.js";
import type { Message } from "../evaluate/evaluator.js";
import type { Found } from "../layers/find.js";
import { openWorkspace } from "../layers/open.js";
import { storeRecord, type StoreRecord } from "../layers/record.js";
import type { Workspace } from "../layers/workspace.js";
import type { Gauges, Limits } from "../sandbox/budget.js";
import type { Host } from "../sandbox/host.js";
import { digestOf, factsOf, RecordingHost, toBase64, type Contents } from "./recording.js";
import { DepartureError, replayHost, type ContentSource } from "./replaying.js";
import { traceVersion, type Answer, type Facts, type Outcome, type Trace } from "./trace.js";

export interface RecordOptions {
  readonly host: Host;
  readonly topdir: string;
  /** What to evaluate: names, files, `virtual:native:FILE`; none: the configuration alone. */
  readonly recipes: readonly string[];
  readonly prefiles?: readonly string[];
  readonly postfiles?: readonly string[];
  readonly onLayers?: (layers: readonly string[]) => void;
  readonly limits?: Partial<Limits>;
  readonly gauges?: Gauges;
  readonly log?: (message: Message) => void;
  /** Keep the files' contents in the trace, so that it can be replayed where they are not. */
  readonly bundle?: boolean;
  /** Environment variables whose values the trace and the run do not see; `defaultSecrets` unless given. */
  readonly secrets?: RegExp;
  /** The version written into the trace. */
  readonly version: string;
}

/** Names of environment variables that hold secrets. */
export const defaultSecrets = /TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|AUTH|(?:^|_)KEY(?:$|_)|APIKEY|COOKIE/i;
/** What stands in place of a secret, also for the recorded run itself: a replay must see what the record saw. */
const mask = "(masked)";

/** Evaluates the recipes and gives the trace of it. Recipes that fail are outcomes too. */
export function record(options: RecordOptions): Trace {
  const { host, topdir, recipes, prefiles = [], postfiles = [], limits = {}, version } = options;
  const secrets = options.secrets ?? defaultSecrets;
  const answers: Answer[] = [];
  const contents: Contents = new Map();
  const own = factsOf(host);
  const masked = own.env.map(([name]) => name).filter((name) => secrets.test(name));
  const facts: Facts = {
    ...own,
    env: own.env.map(([name, value]) => [name, secrets.test(name) ? mask : value] as const),
  };
  const recorder = new RecordingHost(host, answers, contents, facts);
  const workspace = openWorkspace({
    host: recorder,
    topdir,
    prefiles,
    postfiles,
    limits,
    ...(options.onLayers ? { onLayers: options.onLayers } : {}),
    ...(options.gauges ? { gauges: options.gauges } : {}),
    ...(options.log ? { log: options.log } : {}),
  });
  const outcomes = outcomesOf(workspace, recipes);
  const kept = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    format: "sandbake-trace",
    version: traceVersion,
    sandbake: version,
    topdir,
    recipes,
    prefiles,
    postfiles,
    limits,
    facts,
    masked,
    answers,
    outcomes,
    ...(options.bundle === true
      ? { contents: Object.fromEntries(kept.map(([digest, data]) => [digest, toBase64(data)])) }
      : {}),
  };
}

export interface ReplayOptions {
  /** The files, for a trace that does not hold them. */
  readonly source?: ContentSource;
  readonly log?: (message: Message) => void;
  /** Keep variable history, for who looks at the replayed recipes afterwards; the digests are the same. */
  readonly tracking?: boolean;
}

export interface Replayed {
  readonly outcomes: readonly Outcome[];
  /** The first departure from the record; undefined: the run is the same. */
  readonly departure: string | undefined;
  /** The recipes as they were replayed, by the name they were asked for; on a departure those before it. */
  readonly found: ReadonlyMap<string, Found>;
  readonly workspace: Workspace;
}

/** Runs a trace again and compares. */
export function replay(trace: Trace, options: ReplayOptions = {}): Replayed {
  const replayed = replayOnce(trace, options);
  if (replayed.departure === undefined || options.tracking === true) return replayed;
  // Only a replay that departs is worth the history that says where a value was set.
  return replayOnce(trace, { ...options, tracking: true, log: () => undefined });
}

function replayOnce(trace: Trace, options: ReplayOptions): Replayed {
  const host = replayHost(trace, options.source);
  const workspace = openWorkspace({
    host,
    topdir: trace.topdir,
    prefiles: trace.prefiles,
    postfiles: trace.postfiles,
    limits: trace.limits,
    ...(options.tracking === true ? { tracking: true } : {}),
    ...(options.log ? { log: options.log } : {}),
  });
  const found = new Map<string, Found>();
  host.where = () => workspace.evaluator.python.running?.();
  try {
    const outcomes = outcomesOf(workspace, trace.recipes, found);
    return { outcomes, departure: firstDeparture(trace.outcomes, outcomes), found, workspace };
  } catch (error) {
    if (error instanceof DepartureError) return { outcomes: [], departure: error.message, found, workspace };
    throw error;
  }
}

/** The stores of a run by key, for the place of a value. */
const stores = new WeakMap<Outcome, DataStore>();

function outcomesOf(
  workspace: Workspace,
  recipes: readonly string[],
  evaluated?: Map<string, Found>,
): Outcome[] {
  const outcomes = [attempt("", workspace, () => workspace.configuration.createCopy())];
  for (const name of recipes) {
    outcomes.push(
      attempt(name, workspace, () => {
        const found = workspace.find(name);
        evaluated?.set(name, found);
        return found.variant.store;
      }),
    );
  }
  return outcomes;
}

function attempt(key: string, workspace: Workspace, evaluate: () => DataStore): Outcome {
  try {
    const store = evaluate();
    const outcome = outcomeOf(
      key,
      storeRecord(store, workspace.evaluator, (path) => path),
    );
    stores.set(outcome, store);
    return outcome;
  } catch (error) {
    if (error instanceof DepartureError || departureIn(error)) throw departureIn(error) ?? error;
    if (!(error instanceof SandbakeError)) throw error;
    return { key, digest: hash(error.message), values: {}, error: error.message };
  }
}

/** A departure that the evaluation wrapped in an error of its own. */
function departureIn(error: unknown): DepartureError | undefined {
  for (let e: unknown = error; e instanceof Error; e = e.cause) if (e instanceof DepartureError) return e;
  return undefined;
}

function outcomeOf(key: string, store: StoreRecord): Outcome {
  const values = new Map<string, string>();
  const put = (name: string, value: unknown): void =>
    void values.set(name, hash(canonical(value)).slice(0, 12));
  for (const [name, value] of Object.entries(store.vars)) put(name, value);
  for (const [name, flags] of Object.entries(store.flags))
    for (const [flag, value] of Object.entries(flags)) put(`${name}[${flag}]`, value);
  for (const [name, value] of Object.entries(store.funcs)) put(`${name}()`, value);
  const { tasks, inherits, anonfuncs, handlers } = store;
  for (const [name, value] of Object.entries({ tasks, inherits, anonfuncs, handlers }))
    put(`(${name})`, value);
  return { key, digest: hash(canonical(store)), values: Object.fromEntries(values) };
}

/** JSON with the keys of every object sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

const hash = (text: string): string => digestOf(new TextEncoder().encode(text));

function firstDeparture(recorded: readonly Outcome[], now: readonly Outcome[]): string | undefined {
  for (const [i, expected] of recorded.entries()) {
    const got = now[i];
    if (got === undefined) return `${expected.key}: not evaluated`;
    if (got.digest === expected.digest) continue;
    const where = expected.key === "" ? "the configuration" : expected.key;
    if (expected.error !== undefined || got.error !== undefined) {
      return `${where}: recorded ${expected.error ?? "values"}, now ${got.error ?? "values"}`;
    }
    const names = new Set([...Object.keys(expected.values), ...Object.keys(got.values)]);
    const differing = [...names].filter((name) => expected.values[name] !== got.values[name]);
    const [first = "(order of a list)"] = differing;
    const store = stores.get(got);
    const [last] = store === undefined ? [] : store.history(first.replace(/\[.*|\(\)$/, "")).slice(-1);
    const place = last === undefined ? "" : ` (last set at ${last.file}:${last.line})`;
    return `${where}: ${first} departs${place}; ${differing.length} of ${names.size} values differ`;
  }
  return undefined;
}
