/**
 * Which recipes a task leads to, for all tasks of a graph: a set of bits each, computed once by a walk from the ends of the
 * chains. Tasks of one ring lead to the same recipes.
 */
import type { RecipeSummary } from "../../layers/summary.js";
import type { TaskNode } from "./graph.js";
import { components } from "./loops.js";

/** A set of recipes. */
export type RecipeSet = Uint32Array;

/** See the file's comment. The graph must not change while it is in use. */
export class Reach {
  readonly #recipes: RecipeSummary[] = [];
  readonly #numbers = new Map<RecipeSummary, number>();
  readonly #sets = new Map<TaskNode, RecipeSet>();

  constructor(nodes: Iterable<TaskNode>) {
    const all = [...nodes];
    for (const { recipe } of all) {
      if (this.#numbers.has(recipe)) continue;
      this.#numbers.set(recipe, this.#recipes.length);
      this.#recipes.push(recipe);
    }
    // Components come with what they depend on before them.
    for (const component of components(all)) {
      const set = this.empty();
      for (const node of component) {
        for (const dep of node.depends) {
          const below = this.#sets.get(dep);
          if (below !== undefined) merge(set, below);
          this.#put(set, dep.recipe);
        }
      }
      for (const node of component) this.#sets.set(node, set);
    }
  }

  empty(): RecipeSet {
    return new Uint32Array(Math.ceil(this.#recipes.length / 32));
  }

  /** Adds the recipe of `node` and those it leads to; gives the ones that were not in the set. */
  addTo(set: RecipeSet, node: TaskNode): RecipeSummary[] {
    const before = set.slice();
    const reached = this.#sets.get(node);
    if (reached !== undefined) merge(set, reached);
    this.#put(set, node.recipe);
    const added: RecipeSummary[] = [];
    set.forEach((bits, word) => {
      for (
        let fresh = (bits & ~(before[word] ?? 0)) >>> 0;
        fresh !== 0;
        fresh = (fresh & (fresh - 1)) >>> 0
      ) {
        const recipe = this.#recipes[word * 32 + (31 - Math.clz32(fresh & -fresh))];
        if (recipe !== undefined) added.push(recipe);
      }
    });
    return added;
  }

  #put(set: RecipeSet, recipe: RecipeSummary): void {
    const number = this.#numbers.get(recipe) ?? 0;
    const word = number >>> 5;
    set[word] = ((set[word] ?? 0) | (1 << (number & 31))) >>> 0;
  }
}

function merge(into: RecipeSet, from: RecipeSet): void {
  for (let i = 0; i < into.length; i++) into[i] = ((into[i] ?? 0) | (from[i] ?? 0)) >>> 0;
}
