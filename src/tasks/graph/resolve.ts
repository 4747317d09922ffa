/**
 * From target names to the recipes that a build of them may need: every name that a chosen recipe depends on, at build
 * time, at run time and by its tasks' flags, gets its providers, until no new name comes up (manual, "Dependencies").
 * A recipe that needs what nothing provides is dropped, and with it what only it provided.
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { ProviderChoice, Providers } from "../../layers/providers.js";
import type { RecipeSummary, TaskSummary } from "../../layers/summary.js";

/** A name that nothing provides. */
export interface MissingProvider {
  readonly name: string;
  readonly runtime: boolean;
  /** Keys of the recipes that need it. */
  readonly neededBy: readonly string[];
}

/** A name with more than one provider, none of which the configuration prefers: the first one is taken. */
export interface UndecidedProvider {
  readonly name: string;
  readonly runtime: boolean;
  readonly candidates: readonly string[];
}

interface Needs {
  /** DEPENDS and `extra`. */
  readonly build: ReadonlySet<string>;
  readonly runtime: ReadonlySet<string>;
  /** What calculate_extra_depends added: a recipe can be built without it (measured). */
  readonly extra: ReadonlySet<string>;
}

const words = (text: string | undefined): string[] => text?.split(/\s+/).filter(Boolean) ?? [];

/** `name:do_task` entries of the flags `depends` and `rdepends`; the last colon divides. */
export function taskEntries(
  recipe: RecipeSummary,
  task: TaskSummary,
  flag: "depends" | "rdepends",
): { readonly name: string; readonly task: string }[] {
  return words(task[flag]).map((entry) => {
    const [name, wanted, ...rest] = entry.split(":");
    if (name === undefined || wanted === undefined || rest.length > 0) {
      throw new SandbakeError(
        "task-dependency",
        `Error for ${recipe.key}:${task.name}[${flag}], dependency ${entry} in '${task[flag] ?? ""}' does not contain exactly one ':' character.\n` +
          ` Task '${flag}' should be specified in the form 'packagename:task'`,
        { file: recipe.file },
      );
    }
    return { name, task: wanted };
  });
}

/** See the file's comment. One configuration (a multiconfig has its own). */
export class Resolution {
  readonly #providers: Providers;
  readonly #ignored: ReadonlySet<string>;
  readonly #recipes = new Map<string, RecipeSummary>();
  readonly #needs = new Map<string, Needs>();
  readonly #failed = new Set<string>();
  readonly #build = new Map<string, RecipeSummary[]>();
  readonly #runtime = new Map<string, RecipeSummary[]>();
  readonly #open = { build: new Set<string>(), runtime: new Set<string>() };
  readonly #missing: MissingProvider[] = [];
  readonly #undecided: UndecidedProvider[] = [];

  readonly #extraDepends: (recipe: RecipeSummary) => readonly string[];

  /** `ignored`: names that are taken as given (bitbake -I); `extraDepends`: what calculate_extra_depends says. */
  constructor(
    providers: Providers,
    ignored: Iterable<string> = [],
    extraDepends: (recipe: RecipeSummary) => readonly string[] = () => [],
  ) {
    this.#providers = providers;
    this.#ignored = new Set(ignored);
    this.#extraDepends = extraDepends;
  }

  /** The recipes that may take part, in the order found. */
  get recipes(): ReadonlyMap<string, RecipeSummary> {
    return this.#recipes;
  }
  get missing(): readonly MissingProvider[] {
    return this.#missing;
  }
  get undecided(): readonly UndecidedProvider[] {
    return this.#undecided;
  }

  /** The recipe chosen for a name of DEPENDS (or a target); undefined where it is assumed, ignored or missing. */
  buildProvider(name: string): RecipeSummary | undefined {
    return this.#build.get(name)?.[0];
  }
  /** Likewise for RDEPENDS and RRECOMMENDS. */
  runtimeProvider(name: string): RecipeSummary | undefined {
    return this.#runtime.get(name)?.[0];
  }

  /** The recipes chosen for names that begin with "virtual/". */
  virtualProviders(): Map<string, RecipeSummary> {
    const found = new Map<string, RecipeSummary>();
    for (const [name, [chosen]] of this.#build)
      if (name.startsWith("virtual/") && chosen !== undefined) found.set(name, chosen);
    return found;
  }

  /** The names that a recipe needs. */
  needsOf(recipe: RecipeSummary): Needs {
    let needs = this.#needs.get(recipe.key);
    if (needs === undefined) {
      const extra = new Set(recipe.extraDepends === undefined ? [] : this.#extraDepends(recipe));
      for (const name of recipe.depends) extra.delete(name);
      const build = new Set([...recipe.depends, ...extra]);
      const runtime = new Set([...recipe.rdepends, ...recipe.rrecommends]);
      for (const { rdepends, rrecommends } of recipe.packages)
        for (const name of [...rdepends, ...rrecommends]) runtime.add(name);
      this.#needs.set(recipe.key, (needs = { build, runtime, extra }));
    }
    return needs;
  }

  /**
   * Adds a target and everything it leads to.
   * @throws {SandbakeError} "no-provider" where nothing provides it, or what does cannot be built
   */
  require(name: string): RecipeSummary {
    if (!this.#build.has(name)) this.#addBuild(name);
    this.complete();
    const chosen = this.buildProvider(name);
    if (chosen === undefined) throw this.#noProvider(name);
    return chosen;
  }

  /** Adds recipes with everything they lead to, whether they can be built or not. */
  include(recipes: Iterable<RecipeSummary>): void {
    for (const recipe of recipes) this.#addRecipe(recipe);
    this.complete();
  }

  /** Resolves the names that came up. */
  complete(): void {
    while (this.#open.build.size > 0 || this.#open.runtime.size > 0) {
      for (const name of [...this.#open.build]) this.#addBuild(name);
      for (const name of [...this.#open.runtime]) this.#addRuntime(name);
    }
  }

  #passedOver(name: string): boolean {
    return this.#ignored.has(name) || this.#providers.settings.assumeProvided.has(name);
  }

  #addBuild(name: string): void {
    this.#open.build.delete(name);
    if (this.#build.has(name) || this.#passedOver(name)) return;
    this.#settle(name, false, this.#providers.build(name));
  }

  #addRuntime(name: string): void {
    this.#open.runtime.delete(name);
    if (this.#runtime.has(name) || this.#passedOver(name)) return;
    this.#settle(name, true, this.#providers.runtime(name));
  }

  #settle(name: string, runtime: boolean, choice: ProviderChoice | undefined): void {
    const usable = (choice?.eligible ?? []).filter(({ key }) => !this.#failed.has(key));
    const table = runtime ? this.#runtime : this.#build;
    table.set(name, usable);
    if (usable.length === 0) {
      this.#lost(name, runtime);
      return;
    }
    if (usable.length > 1 && choice?.unique === false)
      this.#undecided.push({ name, runtime, candidates: usable.map(({ pn }) => pn) });
    for (const recipe of usable) this.#addRecipe(recipe);
  }

  #addRecipe(recipe: RecipeSummary): void {
    if (this.#recipes.has(recipe.key)) return;
    this.#recipes.set(recipe.key, recipe);
    const { build, runtime } = this.needsOf(recipe);
    for (const name of build) this.#note(name, false);
    for (const name of runtime) this.#note(name, true);
    for (const task of recipe.tasks) {
      for (const { name } of taskEntries(recipe, task, "depends")) this.#note(name, false);
      for (const { name } of taskEntries(recipe, task, "rdepends")) this.#note(name, true);
    }
  }

  #note(name: string, runtime: boolean): void {
    const table = runtime ? this.#runtime : this.#build;
    if (!table.has(name)) (runtime ? this.#open.runtime : this.#open.build).add(name);
  }

  /** Nothing provides a name: the recipes that need it are dropped. */
  #lost(name: string, runtime: boolean): void {
    const neededBy: string[] = [];
    const broken: string[] = [];
    for (const recipe of this.#recipes.values()) {
      const { build, runtime: atRunTime, extra } = this.needsOf(recipe);
      if (
        (runtime ? atRunTime : build).has(name) ||
        recipe.tasks.some((task) =>
          taskEntries(recipe, task, runtime ? "rdepends" : "depends").some((entry) => entry.name === name),
        )
      )
        neededBy.push(recipe.key);
      if (neededBy.at(-1) === recipe.key && (runtime || !extra.has(name))) broken.push(recipe.key);
    }
    this.#missing.push({ name, runtime, neededBy });
    for (const key of broken) this.#fail(key);
  }

  #fail(key: string): void {
    if (this.#failed.has(key)) return;
    this.#failed.add(key);
    this.#recipes.delete(key);
    for (const [table, runtime] of [
      [this.#build, false],
      [this.#runtime, true],
    ] as const) {
      for (const [name, recipes] of table) {
        const left = recipes.filter((recipe) => recipe.key !== key);
        if (left.length === recipes.length) continue;
        table.set(name, left);
        if (left.length === 0) this.#lost(name, runtime);
      }
    }
  }

  /** BitBake's words, with what led there. */
  #noProvider(name: string): SandbakeError {
    const direct = this.#missing.find((entry) => entry.name === name && !entry.runtime);
    if (direct === undefined || this.#providers.build(name) === undefined) {
      return new SandbakeError("no-provider", this.#providers.explainMissing(name));
    }
    const chain = [name];
    for (let at: MissingProvider | undefined = direct; at !== undefined; at = this.#causeOf(at, chain))
      if (at !== direct) chain.push(at.name);
    return new SandbakeError(
      "no-provider",
      `Required build target '${name}' has no buildable providers.\nMissing or unbuildable dependency chain was: ['${chain.join("', '")}']`,
    );
  }

  /** A missing name that a provider of `lost` needs. */
  #causeOf(lost: MissingProvider, chain: readonly string[]): MissingProvider | undefined {
    const choice = lost.runtime ? this.#providers.runtime(lost.name) : this.#providers.build(lost.name);
    const keys = new Set(choice?.eligible.map(({ key }) => key));
    return this.#missing.find(
      (entry) => !chain.includes(entry.name) && entry.neededBy.some((key) => keys.has(key)),
    );
  }
}
