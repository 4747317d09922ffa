/**
 * sandbake for TypeScript: open a workspace, find a recipe, read its values. Free of `node:*`, so that it runs in a browser
 * over `memoryHost`; the real file system is in `sandbake/node`.
 *
 *     const workspace = openWorkspace({ host: memoryHost(files), topdir: "/build" });
 *     workspace.find("zlib").variant.store.getVar("PV");
 */
export { openWorkspace, type OpenWorkspaceOptions } from "./layers/open.js";
export { Workspace, type WorkspaceOptions } from "./layers/workspace.js";
export { openStaticWorkspace, type StaticWorkspace } from "./layers/open-static.js";
export { recipeVariables, type RecipeVariables } from "./layers/fallback.js";
export type { StaticVariable } from "./evaluate/static/report.js";
export type { Cause } from "./evaluate/static/values.js";
export { LiveWorkspace, type EditEffect } from "./layers/live.js";
export type { Found } from "./layers/find.js";
export type { RecipeFiles } from "./layers/collections.js";
export {
  evaluateAll,
  type EvaluateAllOptions,
  type RecipeResult,
  type ResultPlace,
} from "./layers/evaluate-all.js";
export type { Collection } from "./layers/collections.js";
export type { RecipeSignatures, TaskSignature } from "./analysis/signatures.js";
export type { Dependencies } from "./analysis/dependencies.js";
export type { PlainValue } from "./evaluate/python-side.js";
export {
  recipeKey,
  splitRecipeKey,
  summarise,
  summaryVersion,
  type PackageSummary,
  type RecipeSummary,
  type SummaryPlace,
  type TaskSummary,
} from "./layers/summary.js";
export {
  metadataFormat,
  recipeMetadata,
  type CveStatusMetadata,
  type DependencyMetadata,
  type PackageMetadata,
  type PatchMetadata,
  type RecipeMetadata,
  type SourceMetadata,
} from "./layers/metadata.js";
export { openRecipe, Recipe } from "./tasks/recipe.js";
export { Task, type RunOptions } from "./tasks/task.js";
export { applyOutcome, TaskOutcome, type Change } from "./tasks/outcome.js";
export { errorOf, failureOf, type Failure } from "./evaluate/failure.js";
export { storeRecord, type FunctionRecord, type StoreRecord } from "./layers/record.js";
export { makeScratchBuild, scratchTopdir, type ScratchRequest } from "./layers/scratch.js";

export type { Message } from "./evaluate/evaluator.js";
export type { Variant } from "./evaluate/finalise.js";
export { EvaluationError, PythonError } from "./evaluate/errors.js";
export { startPython, type PythonOptions } from "./evaluate/python.js";

export {
  DataStore,
  ExpansionError,
  explainVariable,
  type Explanation,
  type HistoryEntry,
  type LogInfo,
} from "./datastore/index.js";

export {
  Budget,
  defaultFacts,
  defaultLimits,
  HostError,
  memoryHost,
  OverlayHost,
  type Host,
  type HostFacts,
  type Limits,
} from "./sandbox/index.js";

export type {
  FileKind,
  FileStat,
  RunOptions as HostRunOptions,
  RunResult as HostRunResult,
  Uname,
} from "./sandbox/host.js";
export type { ProgramAnswer } from "./sandbox/host/memory.js";
export type { Gauges, HardStop } from "./sandbox/budget.js";

export { LimitError, SandbakeError, type Diagnostic, type Severity } from "./diagnostics/errors.js";
export { formatDiagnostic, type FrameOptions } from "./diagnostics/frame.js";
export type { Position, Span } from "./diagnostics/span.js";
