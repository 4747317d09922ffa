/** Record and replay (docs/replay.md): a run written down with all that it asked of its host, and run again from that. */
export {
  defaultSecrets,
  record,
  replay,
  type RecordOptions,
  type Replayed,
  type ReplayOptions,
} from "./record.js";
export { DepartureError, replayHost, type ContentSource, type ReplayHost } from "./replaying.js";
export {
  readTrace,
  traceVersion,
  writeTrace,
  type Answer,
  type Facts,
  type Outcome,
  type Trace,
} from "./trace.js";
