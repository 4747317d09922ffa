/** How far a run is: a bar that cli-progress draws on a terminal; elsewhere a line each tenth, where they are asked for. */
import { SingleBar } from "cli-progress";
import type { Io } from "./output.js";

export interface Progress {
  /** One more is done. */
  step(): void;
  /** Takes the bar away, for a message or at the end; the next step draws it again. */
  clear(): void;
  end(): void;
}

const silent: Progress = { step: () => undefined, clear: () => undefined, end: () => undefined };

/** Starts counting to `total`. `label` as in "Parsing recipes"; `lines`: also where stderr is no terminal. */
export function startProgress(io: Io, label: string, total: number, quiet: boolean, lines = false): Progress {
  if (quiet || total === 0) return silent;
  if (io.terminal === true) return drawnBar(label, total);
  return lines ? plainLines(io, label, total) : silent;
}

function drawnBar(label: string, total: number): Progress {
  const bar = new SingleBar({
    format: `${label}: {percentage}% |{bar}| {value}/{total} {eta_formatted}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(total, 0);
  let hidden = false;
  let done = 0;
  return {
    step: () => {
      done++;
      if (hidden) bar.start(total, done);
      else bar.update(done);
      hidden = false;
    },
    clear: () => {
      if (!hidden) bar.stop();
      hidden = true;
    },
    end: () => {
      if (!hidden) bar.stop();
      hidden = true;
    },
  };
}

function plainLines(io: Io, label: string, total: number): Progress {
  let done = 0;
  let shown = 0;
  return {
    step: () => {
      done++;
      const tenth = Math.floor((done * 10) / total);
      if (tenth === shown) return;
      shown = tenth;
      io.err(`${label}: ${tenth * 10}% (${done}/${total})\n`);
    },
    clear: () => undefined,
    end: () => undefined,
  };
}
