/**
 * Base hashes: for every task the closure of its dependencies, and the sha256 of their names and values, as
 * bb.data.generate_dependencies and generate_dependency_hash (conformance/hashes compares them with real BitBake).
 */
import type { DataStore, Value } from "../datastore/index.js";
import { words } from "../datastore/index.js";
import { byCodePoint } from "../sandbox/overlay.js";
import { Answer, Answers, RecipeAnswers } from "./answers.js";
import type { CodeAnalyser } from "./code.js";
import type { Dependencies, DependencyContext, LibraryFunction } from "./dependencies.js";

/** What a run's signatures share. */
export interface SignatureOptions {
  readonly code: CodeAnalyser;
  readonly library: ReadonlyMap<string, LibraryFunction>;
  /** BB_BASEHASH_IGNORE_VARS of the configuration. */
  readonly ignored: ReadonlySet<string>;
  /** sha256 of a text's UTF-8, in lower-case hex. */
  readonly sha256: (text: string) => string;
  /** What was answered before in these terms. */
  readonly answers?: Answers;
}

/** One task: its dependencies, all of them, in the order they are hashed in, and its base hash. */
export interface TaskSignature {
  readonly dependencies: readonly string[];
  readonly basehash: string;
}

/** What BitBake's signature generator knows of a recipe's tasks. */
export interface RecipeSignatures {
  readonly tasks: ReadonlyMap<string, TaskSignature>;
  /** Direct dependencies and value of everything that the tasks depend on. */
  readonly variables: ReadonlyMap<string, Dependencies>;
}

/**
 * Everything that the given tasks depend on, directly or not, task by task and level by level: the order counts where a
 * variable has a filter.
 */
export function generateDependencies(
  store: DataStore,
  tasks: readonly string[],
  options: SignatureOptions,
): Map<string, Dependencies> {
  const filters = FilterOrder.of(store);
  const context = contextOf(store, options, filters?.store);
  const answers = new RecipeAnswers(options.answers ?? new Answers(), context);
  const found = new Map<string, Dependencies>();
  const queue: string[] = [];
  const build = (key: string): void => {
    if (found.has(key)) return;
    const dependencies = answers.of(key);
    filters?.built(key);
    found.set(key, dependencies);
    for (const name of namesOf(dependencies)) if (!found.has(name)) queue.push(name);
  };
  for (const task of tasks) {
    build(task);
    for (const key of queue) build(key);
    queue.length = 0;
  }
  return found;
}

function namesOf(dependencies: Dependencies): Iterable<string> {
  return dependencies instanceof Answer ? dependencies.list : dependencies.names;
}

/**
 * BitBake keeps the text of a variable that it looks at for its references, and gives it to whoever asks for the value
 * later: without the variable's filter, if nobody had asked before. So what a signature sees of a filtered variable
 * (PACKAGES of nativesdk recipes) depends on the order of the walk.
 */
class FilterOrder {
  private readonly asked = new Set<string>();
  private readonly names: ReadonlySet<string>;

  private constructor(readonly store: DataStore) {
    this.names = new Set(store.filteredNames());
    for (const name of this.names) store.renewFilter(name);
    store.noteFilters(this.asked);
  }

  /** For a store with filters; it works on a copy. */
  static of(store: DataStore): FilterOrder | undefined {
    return store.filteredNames().length === 0 ? undefined : new FilterOrder(store.createCopy());
  }

  /** A variable's references were looked at. */
  built(name: string): void {
    if (!this.asked.has(name) && this.store.filteredNames().includes(name))
      this.store.setVarFilter(name, null);
  }
}

/** The context that a store's signatures are made in. */
export function contextOf(
  original: DataStore,
  options: SignatureOptions,
  store: DataStore = original,
): DependencyContext {
  const { code, library, ignored } = options;
  const text = (name: string): string => {
    const value = store.getVar(name);
    return value === null ? "" : store.textOf(value);
  };
  let codeStore: DataStore | undefined;
  return {
    store,
    code,
    library,
    ignored,
    isKey: (name) => library.has(name) || (!name.startsWith("__") && store.hasKey(name)),
    exported: exportedNames(store),
    excludedFlags: new Set(words(text("BB_SIGNATURE_EXCLUDE_FLAGS"))),
    get codeStore() {
      if (codeStore === undefined) {
        const forced = words(text("BB_HASH_CODEPARSER_VALS"));
        codeStore = forced.length === 0 ? original : original.createCopy();
        for (const item of forced) {
          const at = item.indexOf("=");
          if (at > 0) codeStore.setVar(item.slice(0, at), item.slice(at + 1));
        }
      }
      return codeStore;
    },
  };
}

function exportedNames(store: DataStore): Set<string> {
  const isSet = (name: string, flag: string): boolean => {
    const value = store.getVarFlag(name, flag);
    if (value === null || !store.truthOf(value)) return false;
    return !/^(?:n|no|0|false)$/i.test(store.textOf(value));
  };
  const names = store.getVar("__exportlist", false);
  if (!(names instanceof Set)) return new Set();
  return new Set(
    [...(names as Set<string>)].filter((name) => isSet(name, "export") && !isSet(name, "unexport")),
  );
}

/** The closures and hashes of tasks whose dependencies are known. */
export function hashTasks(
  tasks: readonly string[],
  variables: ReadonlyMap<string, Dependencies>,
  options: { readonly sha256: (text: string) => string },
  textOf: (value: Value) => string,
): Map<string, TaskSignature> {
  // Names are numbered in their order once, so that a closure is a walk over numbers and needs no sorting.
  const names = [...variables.keys()].sort();
  // sort() alone is by UTF-16 unit and much faster; names beyond U+FFFF are the ones that differ.
  if (names.some((name) => /[\ud800-\udfff]/.test(name))) names.sort(byCodePoint);
  const graph = new Graph(names, variables);
  const entries: (string | undefined)[] = [];
  const entry = (number: number): string => (entries[number] ??= entryOf(number));
  const entryOf = (number: number): string => {
    const name = names[number];
    const dependencies = variables.get(name) as Dependencies;
    if (dependencies instanceof Answer) return dependencies.entry(name, textOf);
    const { value } = dependencies;
    return value === null || value === undefined ? name : name + textOf(value);
  };
  const signatures = new Map<string, TaskSignature>();
  for (const task of tasks) {
    const own = graph.number(task) as number;
    const reached = graph.reachable(own);
    const data = [entry(own).slice(task.length)];
    for (const number of reached) data.push(entry(number));
    signatures.set(task, new Signature(names, reached, options.sha256(data.join(""))));
  }
  return signatures;
}

/** A task's dependencies as numbers: a list of names is made when it is asked for. */
class Signature implements TaskSignature {
  readonly #names: readonly string[];
  readonly #numbers: Int32Array;

  constructor(
    names: readonly string[],
    numbers: Int32Array,
    readonly basehash: string,
  ) {
    this.#names = names;
    this.#numbers = numbers;
  }

  get dependencies(): readonly string[] {
    return Array.from(this.#numbers, (number) => this.#names[number]);
  }
}

/** Names by number, and the numbers that each refers to, one list after the other. */
class Graph {
  private readonly numbers = new Map<string, number>();
  private readonly start: Int32Array;
  private readonly targets: number[] = [];
  private readonly seen: Int32Array;
  private readonly stack: number[] = [];
  private round = 0;

  constructor(names: readonly string[], variables: ReadonlyMap<string, Dependencies>) {
    const { numbers, targets } = this;
    names.forEach((name, i) => numbers.set(name, i));
    this.start = new Int32Array(names.length + 1);
    this.seen = new Int32Array(names.length);
    names.forEach((name, i) => {
      for (const dependency of namesOf(variables.get(name) as Dependencies)) {
        const number = numbers.get(dependency);
        if (number !== undefined) targets.push(number);
      }
      this.start[i + 1] = targets.length;
    });
  }

  number(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** What a number leads to, directly or not, in order. */
  reachable(from: number): Int32Array {
    const { start, targets, seen, stack } = this;
    const round = ++this.round;
    let count = 0;
    for (let at: number | undefined = from; at !== undefined; at = stack.pop()) {
      const end = start[at + 1];
      for (let i = start[at]; i < end; i++) {
        const to = targets[i];
        if (seen[to] === round) continue;
        seen[to] = round;
        count++;
        stack.push(to);
      }
    }
    const reached = new Int32Array(count);
    for (let number = 0, i = 0; i < count; number++) if (seen[number] === round) reached[i++] = number;
    return reached;
  }
}

/** The base hashes of a finished recipe's tasks. */
export function signRecipe(
  store: DataStore,
  tasks: readonly string[],
  options: SignatureOptions,
): RecipeSignatures {
  const variables = generateDependencies(store, tasks, options);
  return { variables, tasks: hashTasks(tasks, variables, options, (value) => store.textOf(value)) };
}
