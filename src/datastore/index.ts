/** The DataStore's public names. */
export { DataStore } from "./store.js";
export { DataStoreError, ExpansionError } from "./errors.js";
export type {
  DataStoreOptions,
  ExpansionResult,
  ExpressionEvaluator,
  FilterEvaluator,
  GetOptions,
  HistoryEntry,
  LogInfo,
  StoreMessage,
  Value,
} from "./types.js";
