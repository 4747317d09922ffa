/** `sandbake watch RECIPE...`: evaluates again on save, and tells what is different. */
import { failureOf } from "../../evaluate/failure.js";
import { storeRecord } from "../../layers/record.js";
import { pulses } from "../../runs/pulses.js";
import { WatchedRecipes, type WatchedOutcome } from "../../runs/watched.js";
import { cacheFolder } from "../caches.js";
import { compareDumps, parseVolatile, type Difference, type DumpRecord, type Json } from "../compare.js";
import type { OpenOptions } from "../open.js";
import { exitCodes, messagePrinter, printError, type Io } from "../output.js";
import { NeedsCatalog } from "../provided.js";
import { openQuietly } from "../worker.js";
import { renderDifferences, wantedName } from "./diff.js";

export interface WatchOptions extends OpenOptions {
  readonly only?: readonly string[];
  readonly json?: boolean;
  readonly poll?: string;
}

/** Ends with exit code 0 when `io.signal` is aborted (Ctrl-C). */
export async function watchCommand(io: Io, names: readonly string[], options: WatchOptions): Promise<number> {
  const signal = io.signal ?? new AbortController().signal;
  const report = new Report(io, options);
  const watched = new WatchedRecipes(
    () => openQuietly(options, cacheFolder(options), io, messagePrinter(io, options.quiet === true)),
    names,
  );
  const first = watched.evaluate();
  for (const outcome of first)
    if ("error" in outcome && outcome.error instanceof NeedsCatalog) throw outcome.error;
  report.tell([], first);
  const note = (text: string): void => {
    if (options.quiet !== true) io.err(`NOTE: ${text}\n`);
  };
  const { length: folders } = [...new Set(watched.folders())];
  note(`watching ${folders} folders; Ctrl-C ends`);
  const turns = pulses(() => watched.folders(), {
    signal,
    poll: Number(options.poll ?? 0),
    onFailure: (reason) => note(`cannot watch ${reason}: looking each second`),
  });
  for await (const turn of turns) {
    void turn;
    const change = watched.refresh();
    if (change !== undefined) report.tell(change.paths, change.outcomes);
  }
  return exitCodes.ok;
}

/** What was last known of each recipe, and what is told of the next. */
class Report {
  readonly #last = new Map<string, DumpRecord>();
  readonly #broken = new Set<string>();

  constructor(
    private readonly io: Io,
    private readonly options: WatchOptions,
  ) {}

  tell(paths: readonly string[], outcomes: readonly WatchedOutcome[]): void {
    if (this.options.json !== true && paths.length > 0) this.io.out(`${shortList(paths)} changed\n`);
    for (const outcome of outcomes) this.#tellOne(paths, outcome);
    if (outcomes.length === 0 && this.options.json !== true) this.io.out("no recipe depends on it\n");
  }

  #tellOne(paths: readonly string[], outcome: WatchedOutcome): void {
    const { name } = outcome;
    const time = Math.round(outcome.time);
    try {
      if ("error" in outcome) throw outcome.error;
      const { store } = outcome.found.variant;
      const record: DumpRecord = {
        kind: "recipe",
        key: name,
        ...(storeRecord(store, outcome.workspace.evaluator, (path) => path) as unknown as Record<
          string,
          Json
        >),
      };
      const before = this.#last.get(name);
      const differences =
        before === undefined
          ? []
          : compareDumps([before], [record], parseVolatile("")).differences.filter((each) =>
              wantedName(each.name, this.options.only),
            );
      this.#last.set(name, record);
      const again = this.#broken.delete(name);
      if (this.options.json) {
        const event = before === undefined ? "evaluated" : "changed";
        this.#line({ event, recipe: name, time, paths, differences: differences.map(plain) });
      } else this.#text(name, time, before === undefined, again, differences);
    } catch (error) {
      this.#broken.add(name);
      if (this.options.json)
        this.#line({ event: "failed", recipe: name, time, paths, error: failureOf(error) });
      else printError(this.io, error);
    }
  }

  #text(
    name: string,
    time: number,
    first: boolean,
    again: boolean,
    differences: readonly Difference[],
  ): void {
    if (first) return this.io.out(`${name}: evaluated in ${time} ms\n`);
    const what = again ? "evaluates again" : "evaluated again";
    if (differences.length === 0) this.io.out(`${name}: ${what} in ${time} ms, no value differs\n`);
    else this.io.out(`${name}: ${what} in ${time} ms\n${renderDifferences(name, differences)}`);
  }

  #line(event: object): void {
    this.io.out(`${JSON.stringify({ schemaVersion: 1, ...event })}\n`);
  }
}

const plain = ({ area, name, ours, theirs }: Difference): object => ({
  area,
  name,
  from: ours ?? null,
  to: theirs ?? null,
});

function shortList(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(", ");
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}
