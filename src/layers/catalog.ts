/**
 * All recipes of a workspace, evaluated: what listings, provider resolution and the task graph are asked about. Holds
 * summaries only; the datastores are gone.
 */
import type { Failure } from "../evaluate/failure.js";
import { evaluateAll, type EvaluateAllOptions, type RecipeResult } from "./evaluate-all.js";
import { Providers, providerSettings } from "./providers.js";
import type { RecipeSummary } from "./summary.js";
import type { Workspace } from "./workspace.js";

/** What the run evaluated, as BitBake counts it. */
export interface ParseCounts {
  /** Recipe files, over all multiconfigs. */
  readonly files: number;
  /** Files whose result came from a cache, and those evaluated. */
  readonly cached: number;
  readonly parsed: number;
  /** Variants, skipped ones included. */
  readonly targets: number;
  readonly skipped: number;
  /** Files that BBMASK leaves out. */
  readonly masked: number;
  /** Files that cannot be evaluated. */
  readonly errors: number;
}

/** The recipes of one configuration. */
export interface CatalogPart {
  readonly workspace: Workspace;
  /** In the order of the files, "" before the other variants; skipped ones included. */
  readonly summaries: readonly RecipeSummary[];
  readonly failures: readonly { readonly file: string; readonly error: Failure }[];
  /** Built when first asked for. */
  readonly providers: Providers;
}

export interface Catalog {
  readonly counts: ParseCounts;
  /** By the multiconfig's name, "" first. */
  readonly parts: ReadonlyMap<string, CatalogPart>;
}

export interface CatalogOptions extends EvaluateAllOptions {
  /** Another way to evaluate (workers, a cache); default `evaluateAll`, in this thread. */
  readonly evaluate?: (workspace: Workspace, options: EvaluateAllOptions) => AsyncIterable<RecipeResult>;
  /** Told each result as it comes. */
  readonly onResult?: (result: RecipeResult) => void;
}

/** One configuration whose results a catalog takes. */
export interface CatalogSource {
  readonly mc: string;
  /** Files that BBMASK leaves out. */
  readonly masked: number;
  /** Its workspace; asked for only when more is wanted than the results say. */
  readonly workspace: () => Workspace;
}

/** Evaluates all recipes of a workspace. A broken recipe is a failure in the catalog; a broken configuration is thrown. */
export async function readCatalog(workspace: Workspace, options: CatalogOptions = {}): Promise<Catalog> {
  const { evaluate = evaluateAll, onResult, ...rest } = options;
  const sources = workspace
    .multiconfigs()
    .map((part) => ({ mc: part.mc, masked: part.files.masked, workspace: () => part }));
  return collectCatalog(sources, evaluate(workspace, rest), onResult);
}

/** The catalog of results made elsewhere. Summaries that say their counts are not read before they are asked for. */
export async function collectCatalog(
  sources: readonly CatalogSource[],
  results: AsyncIterable<RecipeResult>,
  onResult?: (result: RecipeResult) => void,
): Promise<Catalog> {
  const parts = new Map(sources.map((source) => [source.mc, new Part(source)]));
  let [files, cached, targets, skipped, errors] = [0, 0, 0, 0, 0];
  for await (const result of results) {
    const part = parts.get(result.mc);
    files++;
    if (result.cached === true) cached++;
    if ("error" in result) {
      errors++;
      part?.failures.push({ file: result.file, error: result.error });
    } else {
      const own = result.counts ?? {
        targets: result.summaries.length,
        skipped: result.summaries.filter((summary) => summary.skipped !== undefined).length,
      };
      targets += own.targets;
      skipped += own.skipped;
      part?.results.push(result);
    }
    onResult?.(result);
  }
  const masked = sources.reduce((sum, source) => sum + source.masked, 0);
  const counts = { files, cached, parsed: files - cached - errors, targets, skipped, masked, errors };
  return { counts, parts };
}

class Part implements CatalogPart {
  readonly results: { readonly summaries: readonly RecipeSummary[] }[] = [];
  readonly failures: { file: string; error: Failure }[] = [];
  #summaries: readonly RecipeSummary[] | undefined;
  #providers: Providers | undefined;
  constructor(private readonly source: CatalogSource) {}

  get workspace(): Workspace {
    return this.source.workspace();
  }

  get summaries(): readonly RecipeSummary[] {
    return (this.#summaries ??= this.results.flatMap(({ summaries }) => summaries));
  }

  get providers(): Providers {
    return (this.#providers ??= new Providers(
      this.summaries,
      providerSettings(this.workspace),
      this.workspace.match,
      this.workspace.evaluator.log,
    ));
  }
}

/** The line with which BitBake ends parsing. */
export function countLine(counts: ParseCounts): string {
  const { files, cached, parsed, targets, skipped, masked, errors } = counts;
  return (
    `Parsing of ${files} .bb files complete (${cached} cached, ${parsed} parsed). ` +
    `${targets} targets, ${skipped} skipped, ${masked} masked, ${errors} errors.`
  );
}

/** The recipes that cannot be evaluated, with their errors. */
export function failuresOf(catalog: Catalog): { mc: string; file: string; error: Failure }[] {
  return [...catalog.parts].flatMap(([mc, { failures }]) => failures.map((failure) => ({ mc, ...failure })));
}
