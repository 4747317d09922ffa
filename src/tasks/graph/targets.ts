/**
 * What a person asks for to a graph of tasks: names with or without a task (`zlib`, `zlib:do_fetch`, `virtual/kernel`,
 * `mc:NAME:zlib`, `mc:*:zlib`), `world` and `universe`.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import { userError } from "../../evaluate/errors.js";
import type { ExtraDependsFacts } from "../../evaluate/python-side.js";
import type { Providers } from "../../layers/providers.js";
import type { RecipeSummary } from "../../layers/summary.js";
import type { Workspace } from "../../layers/workspace.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import { buildTaskGraph, type GraphOptions, type TargetTask, type TaskGraph } from "./graph.js";
import { Resolution } from "./resolve.js";

/** The recipes of one configuration: a part of a Catalog. */
export interface Recipes {
  readonly summaries: readonly RecipeSummary[];
  readonly providers: Providers;
  /** Asked for only where a recipe's calculate_extra_depends has to run; without one nothing is added. */
  readonly workspace?: Workspace;
}

export interface TargetOptions extends GraphOptions {
  /** The task of targets that name none; default BB_DEFAULT_TASK's, which the caller gives. */
  readonly task: string;
  /** Names taken as given, which nothing is built for (bitbake -I). */
  readonly ignored?: readonly string[];
}

/** A graph and how it came about. */
export interface GraphResult {
  readonly graph: TaskGraph;
  /** By multiconfig, "" first. */
  readonly resolutions: ReadonlyMap<string, Resolution>;
}

interface Wanted {
  readonly mc: string;
  readonly name: string;
  readonly task: string;
}

/**
 * Makes the graph of `targets` over the recipes of each multiconfig ("" is the default configuration).
 * @throws {SandbakeError} "no-provider", "no-task", "no-multiconfig" and those of buildTaskGraph
 */
export function graphOf(
  parts: ReadonlyMap<string, Recipes>,
  targets: readonly string[],
  options: TargetOptions,
): GraphResult {
  const resolutions = new Map<string, Resolution>();
  for (const [mc, part] of parts)
    resolutions.set(mc, new Resolution(part.providers, options.ignored, extraDepends(part)));
  const wanted = targets.flatMap((target) => parseTarget(target, parts, options.task));
  const roots: TargetTask[] = [];
  for (const { mc, name, task } of wanted) {
    const recipe = (resolutions.get(mc) as Resolution).require(name);
    roots.push({ recipe, task, target: name });
  }
  requireOtherConfigurations(resolutions);
  return { graph: buildTaskGraph(resolutions, roots, options), resolutions };
}

/** Runs a recipe's calculate_extra_depends. Errors of its Python name the recipe. */
export function extraDepends(part: Recipes): (recipe: RecipeSummary) => readonly string[] {
  let facts: Omit<ExtraDependsFacts, "pn"> | undefined;
  return ({ pn, file, extraDepends: code }) => {
    const { workspace, summaries } = part;
    const side = workspace?.evaluator.python;
    if (code === undefined || workspace === undefined || side?.extraDepends === undefined) return [];
    if (facts === undefined) {
      const byPn = new Map<string, string[]>();
      for (const recipe of summaries) {
        if (recipe.skipped === undefined) byPn.set(recipe.pn, [...(byPn.get(recipe.pn) ?? []), recipe.key]);
      }
      facts = { byPn, world: worldTargets(summaries) };
    }
    try {
      return side.extraDepends(code, { pn, ...facts }, workspace.configuration);
    } catch (error) {
      throw userError(error, file, side);
    }
  };
}

function parseTarget(target: string, parts: ReadonlyMap<string, Recipes>, task: string): Wanted[] {
  const { mcs, rest } = multiconfigsOf(target, parts);
  const cut = rest.indexOf(":do_");
  const name = cut < 0 ? rest : rest.slice(0, cut);
  const own = cut < 0 ? prefixed(task) : rest.slice(cut + 1);
  return mcs.flatMap((mc) => {
    const recipes = parts.get(mc) as Recipes;
    const { summaries, providers } = recipes;
    const all =
      name === "world" ? worldTargets(summaries) : name === "universe" ? providers.names : undefined;
    if (all === undefined) return [{ mc, name, task: own }];
    // Of these only the ones that have the task.
    return all
      .filter((pn) => providers.choose(pn)?.chosen?.tasks.some((known) => known.name === own) === true)
      .map((pn) => ({ mc, name: pn, task: own }));
  });
}

function multiconfigsOf(
  target: string,
  parts: ReadonlyMap<string, Recipes>,
): { readonly mcs: readonly string[]; readonly rest: string } {
  const match = /^(?:mc|multiconfig):([^:]*):(.+)$/s.exec(target);
  if (match === null) return { mcs: [""], rest: target };
  const [, mc = "", rest = ""] = match;
  if (mc === "*") return { mcs: [...parts.keys()], rest };
  if (!parts.has(mc)) {
    const known = [...parts.keys()].filter(Boolean);
    throw new SandbakeError("no-multiconfig", `${target}: there is no multiconfig '${mc}'`, {
      hint: known.length > 0 ? `BBMULTICONFIG names ${known.join(", ")}.` : "BBMULTICONFIG is not set.",
    });
  }
  return { mcs: [mc], rest };
}

const prefixed = (task: string): string => (task.startsWith("do_") ? task : `do_${task}`);

/**
 * The names that `world` stands for: every PN that is not excluded (EXCLUDE_FROM_WORLD) and whose recipe alone provides
 * what it provides, without a virtual name among it.
 */
export function worldTargets(summaries: readonly RecipeSummary[]): string[] {
  const owners = new Map<string, Set<string>>();
  const recipes = summaries.filter(({ skipped }) => skipped === undefined);
  for (const { pn, provides } of recipes) {
    for (const name of provides) {
      const known = owners.get(name);
      if (known === undefined) owners.set(name, new Set([pn]));
      else known.add(pn);
    }
  }
  const names = recipes
    .filter(
      ({ notWorld, provides }) =>
        !notWorld && provides.every((name) => !name.startsWith("virtual/") && owners.get(name)?.size === 1),
    )
    .map(({ pn }) => pn);
  return [...new Set(names)].sort(byCodePoint);
}

/** Tasks may depend on those of another multiconfig: these are targets there. */
function requireOtherConfigurations(resolutions: ReadonlyMap<string, Resolution>): void {
  for (let more = true; more;) {
    more = false;
    for (const [mc, { recipes }] of resolutions) {
      for (const { tasks } of [...recipes.values()]) {
        for (const { mcdepends } of tasks) {
          for (const entry of mcdepends?.split(/\s+/).filter(Boolean) ?? []) {
            const [, from, to = "", name = ""] = entry.split(":");
            const other = resolutions.get(to);
            if (from !== mc || other === undefined || other.buildProvider(name) !== undefined) continue;
            other.require(name);
            more = true;
          }
        }
      }
    }
  }
}
