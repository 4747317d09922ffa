import { evaluateAll, memoryHost, openWorkspace, type RecipeMetadata, type RecipeResult } from "sandbake";
import { DataStore } from "sandbake/datastore";
import { parse } from "sandbake/grammar";
import { evaluateBuild, openBuild } from "sandbake/node";
import { record, replay } from "sandbake/replay";
import * as testing from "sandbake/testing";
import { PythonVM } from "sandbake/vm";

const workspace = openWorkspace({ host: memoryHost({}), topdir: "/build" });
const value: unknown = workspace.find("pot").variant.store.getVar("A");
export async function names(): Promise<string[]> {
  const found: string[] = [];
  const one = async (results: AsyncIterable<RecipeResult>): Promise<void> => {
    for await (const result of results)
      if ("summaries" in result)
        found.push(...(result.metadata ?? []).map((each: RecipeMetadata) => each.name));
  };
  await one(evaluateAll(workspace, { signal: AbortSignal.timeout(1000) }));
  await one(evaluateBuild("/build", { jobs: 2 }));
  return found;
}
export default [value, DataStore, parse, openBuild, record, replay, testing, new PythonVM()];
