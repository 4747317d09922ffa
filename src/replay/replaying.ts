/**
 * The host of a replay: it answers from a trace and from nothing else. A question that the trace has no answer for is a
 * departure: the code or the options are not those that were recorded.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import { HostError, type FileStat, type RunResult } from "../sandbox/host.js";
import { OverlayHost } from "../sandbox/host/memory.js";
import type { BaseFiles } from "../sandbox/overlay.js";
import { digestOf, fromBase64, hostFacts } from "./recording.js";
import type { StatRecord, Trace } from "./trace.js";

/** A replay asked or got what the record did not. */
export class DepartureError extends SandbakeError {
  override name = "DepartureError";
  constructor(message: string, place?: { readonly file: string; readonly line: number }) {
    super("replay-departs", `${place === undefined ? "" : `${place.file}:${place.line}: `}${message}`, {
      ...place,
      hint: "The code, the options or the inputs are not those of the record; record it again if that is meant.",
    });
  }
}

/** Where contents come from that a trace without --bundle only names: their bytes by path, undefined if not there. */
export type ContentSource = (path: string) => Uint8Array | undefined;

/** Answers by question and subject; several answers to the same one (run, random, now) are given in order. */
class Answers {
  readonly #answers = new Map<string, unknown[]>();
  readonly #given = new Map<string, number>();
  /** Set once, to tell the place that asks. */
  where: (() => { readonly file: string; readonly line: number } | undefined) | undefined;

  constructor(trace: Trace) {
    for (const [question, about, answer] of trace.answers) {
      const key = `${question}\0${about}`;
      const known = this.#answers.get(key);
      if (known) known.push(answer);
      else this.#answers.set(key, [answer]);
    }
  }

  /** The next answer; the last one again when a question comes more often. @throws what was recorded, or DepartureError */
  get(question: string, about: string): unknown {
    const key = `${question}\0${about}`;
    const list = this.#answers.get(key);
    if (list === undefined) {
      throw new DepartureError(
        `the run asks for ${question} ${about}, which the record does not`,
        this.where?.(),
      );
    }
    const at = this.#given.get(key) ?? 0;
    this.#given.set(key, at + 1);
    const answer = list[Math.min(at, list.length - 1)];
    if (typeof answer === "object" && answer !== null && "error" in answer) {
      const { error, permission } = answer as { error: string; permission?: string };
      throw new HostError(error, question === "run" ? (JSON.parse(about) as string[])[0] : about, permission);
    }
    return answer;
  }
}

class RecordedFiles implements BaseFiles {
  constructor(
    private readonly answers: Answers,
    private readonly contents: ReadonlyMap<string, Uint8Array>,
    private readonly source: ContentSource,
  ) {}

  lstat(path: string): FileStat | undefined {
    const answer = this.answers.get("lstat", path) as StatRecord | null;
    if (answer === null) return undefined;
    const [kind, size, mode, mtime, ino, uid, gid] = answer;
    return { kind: kind as FileStat["kind"], size, mode, mtimeNs: BigInt(mtime), ino, uid, gid };
  }
  readFile(path: string): Uint8Array {
    const digest = this.answers.get("read", path) as string;
    const kept = this.contents.get(digest);
    if (kept !== undefined) return kept;
    const data = this.source(path);
    if (data === undefined) {
      throw new DepartureError(
        `the record holds no contents and ${path} is not there (record it with --bundle)`,
      );
    }
    if (digestOf(data) !== digest) throw new DepartureError(`${path} has changed since it was recorded`);
    return data;
  }
  list(path: string): string[] {
    return [...(this.answers.get("list", path) as string[])];
  }
  readlink(path: string): string {
    return this.answers.get("readlink", path) as string;
  }
}

/** A host that gives the answers of a trace. `source`: the files themselves, for a trace that does not hold them. */
export function replayHost(trace: Trace, source: ContentSource = () => undefined): ReplayHost {
  return new ReplayHost(trace, source);
}

export class ReplayHost extends OverlayHost {
  readonly #answers: Answers;

  constructor(trace: Trace, source: ContentSource) {
    const answers = new Answers(trace);
    const contents = new Map(
      Object.entries(trace.contents ?? {}).map(([digest, text]) => [digest, fromBase64(text)] as const),
    );
    for (const [digest, data] of contents) {
      if (digestOf(data) !== digest) throw new SandbakeError("trace", `the contents ${digest} are damaged`);
    }
    const clock = trace.answers.some(([question]) => question === "now");
    super(new RecordedFiles(answers, contents, source), {
      ...hostFacts(trace.facts),
      ...(clock ? { clock: () => answers.get("now", "") as number } : {}),
      randomBytes: (n) => fromBase64(answers.get("random", String(n)) as string),
    });
    this.#answers = answers;
  }

  /** Told how to find the line that runs, for the message of a departure. */
  set where(where: () => { readonly file: string; readonly line: number } | undefined) {
    this.#answers.where = where;
  }

  override run(argv: readonly string[]): RunResult {
    const [status, stdout, stderr] = this.#answers.get("run", JSON.stringify(argv)) as [
      number,
      string,
      string,
    ];
    return { status, stdout: fromBase64(stdout), stderr: fromBase64(stderr) };
  }
}
