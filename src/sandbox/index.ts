/** What the sandbox offers without Node: the interface of the outside world, budgets and the host in memory. */
export { Budget, defaultLimits, type Limits } from "./budget.js";
export {
  HostError,
  type FileKind,
  type FileStat,
  type FileSystem,
  type Host,
  type RunOptions,
  type RunResult,
  type Uname,
} from "./host.js";
export {
  defaultAnswers,
  defaultFacts,
  memoryHost,
  OverlayHost,
  type HostFacts,
  type ProgramAnswer,
} from "./host/memory.js";
export type { ContentStore } from "./store.js";
