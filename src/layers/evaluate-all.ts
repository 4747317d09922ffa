/**
 * Every recipe of a workspace, one result a file. What is here does it in this thread; whoever does it otherwise (worker
 * threads, a cache) gives the same results in the same order.
 */
import { failureOf, type Failure } from "../evaluate/failure.js";
import type { Message } from "../evaluate/evaluator.js";
import { recipeMetadata, type RecipeMetadata } from "./metadata.js";
import { summarise, type RecipeSummary } from "./summary.js";
import type { Workspace } from "./workspace.js";

/** What every result of a recipe file has. */
export interface ResultPlace {
  readonly file: string;
  /** The multiconfig's name, "" for the default configuration. */
  readonly mc: string;
  /** What the evaluation said, in order. It is not told to the workspace's `log`. */
  readonly messages: readonly Message[];
  /** The result comes from a cache. */
  readonly cached?: boolean;
  /** How many summaries there are, and how many of them are skipped: known without reading them. */
  readonly counts?: { readonly targets: number; readonly skipped: number };
}
/** The variants of one recipe file, "" first, or why there are none. Plain data. */
export type RecipeResult = ResultPlace &
  (
    | {
        readonly summaries: readonly RecipeSummary[];
        /** What each variant is, for other tools; only where it is asked for. */
        readonly metadata?: readonly RecipeMetadata[];
      }
    | { readonly error: Failure }
  );

export interface EvaluateAllOptions {
  /** Only these files, in this order; default all of the workspace, in its order. */
  readonly files?: readonly string[];
  /** Aborting ends the iteration with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Results hold the metadata of each variant. */
  readonly metadata?: boolean;
}

/** Evaluates one file of a workspace to its result; never throws for what the metadata does. */
export function evaluateToResult(workspace: Workspace, file: string): RecipeResult {
  const { mc } = workspace;
  const messages: Message[] = [];
  return workspace.collectMessages(messages, () => {
    try {
      const place = {
        file,
        mc,
        layer: workspace.files.layerOf(file).name,
        appends: workspace.files.appendsOf(file),
      };
      const { evaluator, computeMetadata } = workspace;
      const read = workspace.evaluate(file, undefined, (variant) => ({
        summary: summarise(variant, place, evaluator),
        metadata: computeMetadata ? [recipeMetadata(variant, { ...place, mc }, evaluator)] : [],
      }));
      const summaries = read.map(({ summary }) => summary);
      const metadata = read.flatMap((each) => each.metadata);
      return { file, mc, messages, summaries, ...(computeMetadata ? { metadata } : {}) };
    } catch (error) {
      return { file, mc, messages, error: failureOf(error) };
    }
  });
}

/**
 * Evaluates all recipe files, one after the other, the multiconfigs after the default configuration. The event loop runs
 * between two of them.
 */
export async function* evaluateAll(
  workspace: Workspace,
  { files, signal, metadata }: EvaluateAllOptions = {},
): AsyncGenerator<RecipeResult, void, void> {
  if (metadata !== undefined) workspace.computeMetadata = metadata;
  for (const part of workspace.multiconfigs()) {
    for (const file of files ?? part.files.recipes) {
      signal?.throwIfAborted();
      yield evaluateToResult(part, file);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}
