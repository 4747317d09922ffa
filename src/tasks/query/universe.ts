/**
 * Recipes and their tasks as the world that queries ask about. A recipe depends on what provides the names it needs (at
 * build time, at run time, by flags of its tasks); a task on the tasks that must have run before it.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { RecipeSummary } from "../../layers/summary.js";
import { byCodePoint } from "../../sandbox/overlay.js";
import { buildTaskGraph, type TaskGraph, type TaskNode } from "../graph/graph.js";
import { Resolution, taskEntries } from "../graph/resolve.js";
import { extraDepends, type Recipes } from "../graph/targets.js";
import type { QueryWorld } from "./evaluate.js";

/** A recipe or a task. The same object for the same thing within one universe. */
export type QueryNode = RecipeSummary | TaskNode;

export interface UniverseOptions {
  /** The value of a variable as a recipe has it; undefined if unset. */
  readonly variable: (recipe: RecipeSummary, name: string) => string | undefined;
  /** Compiles a regular expression of Python's `re.search`. */
  readonly search: (pattern: string) => (text: string) => boolean;
}

const isTask = (node: QueryNode): node is TaskNode => "task" in node;

/** See the file's comment. Takes part: the chosen version of every PN. */
export class Universe implements QueryWorld<QueryNode> {
  readonly #parts: ReadonlyMap<string, Recipes>;
  readonly #options: UniverseOptions;
  readonly #edges = new Map<RecipeSummary, readonly RecipeSummary[]>();
  #graph: TaskGraph | undefined;

  constructor(parts: ReadonlyMap<string, Recipes>, options: UniverseOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  // ---- names

  /**
   * `PN`, a provided name, a package; `NAME:do_task`, `NAME:*` for all tasks; `*` or `//...` for all recipes; `*` and `?`
   * in a name match; `mc:NAME:` before it for a multiconfig.
   */
  resolve(word: string): readonly QueryNode[] | undefined {
    const match = /^mc:([^:]*):(.+)$/s.exec(word);
    const mc = match?.[1] ?? "";
    const rest = match?.[2] ?? word;
    const part = this.#parts.get(mc);
    if (part === undefined) return undefined;
    if (rest === "//..." || rest === "*") return this.#recipesOf(part);
    const cut = rest.lastIndexOf(":");
    const tail = rest.slice(cut + 1);
    if (cut > 0 && (tail === "*" || tail.startsWith("do_"))) {
      const recipes = this.#named(rest.slice(0, cut), part);
      if (recipes === undefined) return undefined;
      const tasks = recipes.flatMap((recipe) => this.#tasksOf(recipe, tail));
      return tasks.length > 0 ? tasks : undefined;
    }
    return this.#named(rest, part);
  }

  #recipesOf({ providers }: Recipes): RecipeSummary[] {
    return providers.names.flatMap((pn) => providers.choose(pn)?.chosen ?? []);
  }

  #named(name: string, part: Recipes): readonly RecipeSummary[] | undefined {
    const { providers } = part;
    if (/[*?]/.test(name)) {
      const test = wildcard(name);
      const found = this.#recipesOf(part).filter(({ pn }) => test.test(pn));
      return found.length > 0 ? found : undefined;
    }
    const found =
      providers.choose(name)?.chosen ??
      providers.build(name)?.eligible[0] ??
      providers.runtime(name)?.eligible[0];
    return found === undefined ? undefined : [found];
  }

  #tasksOf(recipe: RecipeSummary, pattern: string): TaskNode[] {
    const { nodes } = this.#taskGraph();
    const test = wildcard(pattern);
    return recipe.tasks.flatMap(({ name }) =>
      test.test(name) ? (nodes.get(`${recipe.key}:${name}`) ?? []) : [],
    );
  }

  near(word: string): string[] {
    const [name = "", task] = word.split(":");
    const names = [...this.#parts.values()].flatMap(({ providers }) => providers.names);
    if (task !== undefined && names.includes(name)) {
      const tasks = this.#parts.get("")?.providers.choose(name)?.chosen?.tasks ?? [];
      return tasks
        .map((known) => `${name}:${known.name}`)
        .filter((label) => label.includes(task.slice(0, 6)));
    }
    const head = name.slice(0, 4);
    return names.filter((pn) => pn.includes(name) || (head.length > 2 && pn.startsWith(head)));
  }

  label(node: QueryNode): string {
    const recipe = isTask(node) ? node.recipe : node;
    const chosen = this.#parts.get(recipe.mc)?.providers.choose(recipe.pn)?.chosen;
    const name =
      chosen === recipe ? (recipe.mc === "" ? recipe.pn : `mc:${recipe.mc}:${recipe.pn}`) : recipe.key;
    return isTask(node) ? `${name}:${node.task.name}` : name;
  }

  // ---- edges

  depends(node: QueryNode): Iterable<QueryNode> {
    if (isTask(node)) return node.depends;
    let known = this.#edges.get(node);
    if (known === undefined) this.#edges.set(node, (known = this.#recipeDepends(node)));
    return known;
  }

  #recipeDepends(recipe: RecipeSummary): RecipeSummary[] {
    const part = this.#parts.get(recipe.mc);
    if (part === undefined) return [];
    const { providers } = part;
    const build = new Set(recipe.depends);
    const runtime = new Set([...recipe.rdepends, ...recipe.rrecommends]);
    for (const { rdepends, rrecommends } of recipe.packages)
      for (const name of [...rdepends, ...rrecommends]) runtime.add(name);
    for (const task of recipe.tasks) {
      for (const { name } of taskEntries(recipe, task, "depends")) build.add(name);
      for (const { name } of taskEntries(recipe, task, "rdepends")) runtime.add(name);
    }
    const found = new Set<RecipeSummary>();
    const { assumeProvided } = providers.settings;
    const add = (name: string, choice: ReturnType<typeof providers.build>): void => {
      const first = assumeProvided.has(name) ? undefined : choice?.eligible[0];
      if (first !== undefined && first !== recipe) found.add(first);
    };
    for (const name of build) add(name, providers.build(name));
    for (const name of runtime) add(name, providers.runtime(name));
    return [...found].sort((a, b) => byCodePoint(a.key, b.key));
  }

  /** All tasks of all recipes that can be built; made when a query first names a task. */
  #taskGraph(): TaskGraph {
    if (this.#graph === undefined) {
      const resolutions = new Map<string, Resolution>();
      for (const [mc, part] of this.#parts) {
        const resolution = new Resolution(part.providers, [], extraDepends(part));
        resolution.include(this.#recipesOf(part));
        resolutions.set(mc, resolution);
      }
      const targets = [...resolutions.values()].flatMap(({ recipes }) =>
        [...recipes.values()].flatMap((recipe) =>
          recipe.tasks.map(({ name }) => ({ recipe, task: name, target: recipe.pn })),
        ),
      );
      this.#graph = buildTaskGraph(resolutions, targets, { tolerant: true });
    }
    return this.#graph;
  }

  *all(): Iterable<QueryNode> {
    for (const part of this.#parts.values()) yield* this.#recipesOf(part);
    if (this.#graph !== undefined) yield* this.#graph.nodes.values();
  }

  // ---- what nodes are

  /** "image recipe", "native recipe", "recipe", ...; "noexec task", "nostamp task", "task". */
  kind(node: QueryNode): string {
    if (isTask(node)) {
      const { noexec, nostamp } = node.task;
      return `${isSet(noexec) ? "noexec " : ""}${isSet(nostamp) ? "nostamp " : ""}task`;
    }
    const classes = new Set(node.inherits.map((file) => /([^/]*)\.bbclass$/.exec(file)?.[1] ?? ""));
    const found = recipeKinds.filter((name) => classes.has(name));
    return `${found.map((name) => `${name} `).join("")}recipe`;
  }

  /** A recipe's variable; a task's flag. */
  attribute(node: QueryNode, name: string): string | undefined {
    if (!isTask(node)) return this.#options.variable(node, name);
    const { task } = node;
    if (name === "deps") return task.deps.join(" ");
    const value = new Map(Object.entries(task)).get(flagFields.get(name) ?? name) as unknown;
    return typeof value === "string" ? value : undefined;
  }

  search(pattern: string): (text: string) => boolean {
    return this.#options.search(pattern);
  }
}

/** The classes that make a kind. */
const recipeKinds = [
  "image",
  "packagegroup",
  "kernel",
  "populate_sdk_base",
  "native",
  "nativesdk",
  "cross",
  "crosssdk",
  "cross-canadian",
  "allarch",
];

/** Flags whose fields in a summary have another name. */
const flagFields: ReadonlyMap<string, string> = new Map([
  ["file-checksums", "fileChecksums"],
  ["stamp-extra-info", "stampExtraInfo"],
]);

const isSet = (flag: string | undefined): boolean => flag !== undefined && flag !== "";

function wildcard(pattern: string): RegExp {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${text}$`, "su");
}

/** A query's answer as text. */
export function queryOutput(
  nodes: ReadonlySet<QueryNode>,
  world: Universe,
  format: "label" | "graph" | "json",
): string {
  const sorted = [...nodes].map((node) => ({ node, label: world.label(node) }));
  sorted.sort((a, b) => byCodePoint(a.label, b.label));
  const labels = new Map(sorted.map(({ node, label }) => [node, label]));
  const edges = (node: QueryNode): string[] =>
    [...world.depends(node)].flatMap((dep) => labels.get(dep) ?? []).sort(byCodePoint);
  switch (format) {
    case "label":
      return sorted.map(({ label }) => `${label}\n`).join("");
    case "graph":
      return [
        "digraph query {",
        ...sorted.flatMap(({ node, label }) => [
          `  ${JSON.stringify(label)}`,
          ...edges(node).map((to) => `  ${JSON.stringify(label)} -> ${JSON.stringify(to)}`),
        ]),
        "}\n",
      ].join("\n");
    case "json": {
      const items = sorted.map(({ node, label }) => ({
        label,
        kind: world.kind(node),
        ...(isTask(node)
          ? { pn: node.recipe.pn, task: node.task.name, recipe: node.recipe.key }
          : { pn: node.pn, version: node.pv, layer: node.layer, recipe: node.key }),
        depends: edges(node),
      }));
      return `${JSON.stringify({ schemaVersion: 1, results: items }, null, 2)}\n`;
    }
    default:
      return unknownFormat(format);
  }
}

function unknownFormat(format: never): never {
  throw new SandbakeError("query", `unknown format: ${String(format)}`);
}
