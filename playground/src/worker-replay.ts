/** The worker's other half: records of a run, and runs of a record with no host but its answers (docs/replay.md). */
import { memoryHost } from "../../src/index.js";
import { readTrace, record, replay, writeTrace, type Replayed, type Trace } from "../../src/replay/index.js";
import { chosenFile, hostFiles, topdirOf } from "./inputs.js";
import type {
  Evaluated,
  Finding,
  HostQuestion,
  RecordAnswer,
  RecordRequest,
  ReplayAnswer,
  ReplayRequest,
} from "./protocol.js";
import { errorFinding, findingOf, messageOf, readVariant } from "./read.js";

/** The version in package.json; vite.config.ts puts it in. */
declare const sandbakeVersion: string;

export function recordOnPage(request: RecordRequest): RecordAnswer {
  const { id, files, configuration, recipe, variant, bundle } = request;
  try {
    const topdir = topdirOf(files);
    const trace = record({
      host: memoryHost(hostFiles(files, configuration)),
      topdir,
      recipes: [variant === "" ? recipe : `virtual:${variant}:${recipe}`],
      prefiles: [chosenFile(topdir)],
      bundle,
      version: sandbakeVersion,
    });
    return { kind: "record", id, text: writeTrace(trace), error: "", answers: trace.answers.length };
  } catch (error) {
    return { kind: "record", id, text: "", error: messageOf(error), answers: 0 };
  }
}

interface Last {
  readonly trace: Trace;
  readonly replayed: Replayed;
  readonly findings: readonly Finding[];
  readonly time: number;
}
let last: Last | undefined;

export function replayOnPage(request: ReplayRequest): ReplayAnswer {
  const { id, text } = request;
  const nothing = {
    kind: "replay",
    id,
    by: "",
    topdir: "",
    rows: [],
    departure: "",
    asked: [],
    masked: [],
  } as const;
  try {
    if (text !== "") last = run(request);
    if (last === undefined)
      return { ...nothing, error: "The worker was stopped: load the file again.", recipe: "", result: null };
    const { trace, replayed } = last;
    const recipe = replayed.found.has(request.recipe) ? request.recipe : (trace.recipes[0] ?? "");
    const counts = new Map<string, number>();
    for (const [question] of trace.answers) counts.set(question, (counts.get(question) ?? 0) + 1);
    return {
      kind: "replay",
      id,
      error: "",
      by: trace.sandbake,
      topdir: trace.topdir,
      rows: trace.outcomes.map(({ key, digest }, index) => {
        const now = replayed.outcomes[index];
        return {
          key,
          recorded: digest,
          replayed: now?.digest ?? "",
          ...(now?.error === undefined ? {} : { error: now.error }),
        };
      }),
      departure: replayed.departure ?? "",
      asked: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)),
      masked: trace.masked,
      recipe,
      result: look(last, recipe, request.variable),
    };
  } catch (error) {
    last = undefined;
    return { ...nothing, error: messageOf(error), recipe: "", result: null };
  }
}

function run({ text, files }: ReplayRequest): Last {
  const started = performance.now();
  const trace = readTrace(text);
  const findings: Finding[] = [];
  const encoder = new TextEncoder();
  const replayed = replay(trace, {
    tracking: true,
    log: (message) => findings.push(...findingOf(message)),
    source: (path) => (Object.hasOwn(files, path) ? encoder.encode(files[path]) : undefined),
  });
  return { trace, replayed, findings, time: performance.now() - started };
}

/** What the panels show of a replayed recipe. */
function look({ trace, replayed, findings, time }: Last, recipe: string, variable: string): Evaluated | null {
  const found = replayed.found.get(recipe);
  if (found === undefined) return null;
  const shown = {
    configuration: { machine: "", distro: "" },
    variants: [found.variant.name],
    skipped: found.variant.skipped ?? null,
    variables: [],
    explanation: null,
    tasks: [],
    record: null,
    questions: questionsOf(trace),
    time,
  };
  try {
    return { ...shown, ...readVariant(replayed.workspace, found.variant, variable), findings };
  } catch (error) {
    return { ...shown, findings: [...findings, errorFinding(error)] };
  }
}

/** What was asked beside files and folders, and all that was refused. */
function questionsOf(trace: Trace): HostQuestion[] {
  return trace.answers.flatMap(([question, about, answer]) => {
    const failed = typeof answer === "object" && answer !== null && "error" in answer;
    const refused = failed && "permission" in answer;
    if (!refused && ["lstat", "read", "list", "readlink"].includes(question)) return [];
    return [{ what: `${question} ${about}`, answer: JSON.stringify(answer), refused }];
  });
}
