/** `sandbake query EXPRESSION`: questions about the graph of recipes and tasks, in the language of Bazel's query. */
import { SandbakeError } from "../../diagnostics/errors.js";
import { formatDiagnostic } from "../../diagnostics/frame.js";
import { evaluateQuery } from "../../tasks/query/evaluate.js";
import { parseQuery, QUERY_FILE } from "../../tasks/query/parse.js";
import { queryOutput, Universe } from "../../tasks/query/universe.js";
import { recipeVariables } from "../../tasks/query/variables.js";
import { openCatalog, partOf } from "../catalog.js";
import type { RunCommandOptions } from "../runs.js";
import { exitCodes, UsageError, type Io } from "../output.js";

export interface QueryOptions extends RunCommandOptions {
  readonly output?: string;
}

const formats = ["label", "graph", "json"] as const;

export async function query(io: Io, text: string, options: QueryOptions): Promise<number> {
  const format = formats.find((known) => known === (options.output ?? "label"));
  if (format === undefined) throw new UsageError(`--output: expected one of ${formats.join(", ")}`);
  try {
    const expression = parseQuery(text); // what is wrong with it shows before anything is evaluated
    const { catalog } = await openCatalog(io, options);
    const { workspace } = partOf(catalog);
    const world = new Universe(catalog.parts, {
      variable: recipeVariables(workspace),
      search: (pattern) => workspace.search(pattern),
    });
    io.out(queryOutput(evaluateQuery(expression, world), world, format));
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof SandbakeError) || error.code !== "query" || error.detail.span === undefined)
      throw error;
    const { span, hint } = error.detail;
    const message = error.message.replace(new RegExp(`^${QUERY_FILE}:\\d+:\\d+: `), "");
    const diagnostic = {
      severity: "error",
      code: "query",
      message,
      span,
      ...(hint === undefined ? {} : { hint }),
    } as const;
    io.err(`${formatDiagnostic(diagnostic, text)}\n`);
    return exitCodes.error;
  }
}
