/** The DataStore's public names. */
export { DataStore } from "./store.js";
export { DataStoreError, ExpansionError } from "./errors.js";
export { VariableHistory } from "./history.js";
export { explainVariable } from "./explain.js";
export type {
  ExplainedOperation,
  ExplainedPart,
  ExplainedReference,
  Explanation,
  Place,
  Trap,
} from "./explain.js";
export { IncludeHistory } from "./includes.js";
export type { IncludeNode } from "./includes.js";
export { words } from "./whitespace.js";
export { isPlainValue } from "./template.js";
export type { Template } from "./template.js";
export { Snapshot } from "./snapshot.js";
export type { Edit, RecordState, SnapshotPatch } from "./snapshot.js";
export type {
  DataStoreOptions,
  ExpansionResult,
  ExpressionEvaluator,
  FilterEvaluator,
  GetOptions,
  HistoryEntry,
  LogInfo,
  StoreMessage,
  Surroundings,
  Value,
  ValueHooks,
} from "./types.js";
