/** How far a run is: a bar that cli-progress draws on a terminal, a line each tenth elsewhere. Both on stderr. */
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

/** Starts counting to `total`. `label` as in "Parsing recipes". */
export function startProgress(io: Io, label: string, total: number, quiet: boolean): Progress {
  if (quiet || total === 0) return silent;
  return io.terminal === true ? drawnBar(label, total) : plainLines(io, label, total);
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
