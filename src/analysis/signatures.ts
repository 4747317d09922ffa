/**
 * Base hashes: for every task the closure of its dependencies, and the sha256 of their names and values, as
 * bb.data.generate_dependencies and generate_dependency_hash (conformance/hashes compares them with real BitBake).
 */
import type { DataStore, Value } from "../datastore/index.js";
import { words } from "../datastore/index.js";
import { Answer, Answers, RecipeAnswers } from "./answers.js";
import { Closure, type Reached } from "./closure.js";
import type { CodeAnalyser } from "./code.js";
import type { Dependencies, DependencyContext, LibraryFunction } from "./dependencies.js";
import type { Key } from "./keys.js";

/** What a run's signatures share. */
export interface SignatureOptions {
  readonly code: CodeAnalyser;
  readonly library: ReadonlyMap<string, LibraryFunction>;
  /** BB_BASEHASH_IGNORE_VARS of the configuration. */
  readonly ignored: ReadonlySet<string>;
  /** sha256 of bytes, in lower-case hex. */
  readonly sha256: (data: Uint8Array) => string;
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
  return walking(options.answers, (answers, walk) => {
    const { keys, exported } = dependenciesOf(store, tasks, options, answers, walk);
    return new Map(
      keys.map(({ name, answer }) => [name, (answer as Answer).dependencies(exported)] as const),
    );
  });
}

/** Runs `body` with answers whose keys no other walk marks, and the walk's number. */
function walking<T>(known: Answers | undefined, body: (answers: Answers, walk: number) => T): T {
  const answers = known === undefined || known.keys.isWalked ? new Answers() : known;
  return answers.keys.walk((walk) => body(answers, walk));
}

/** What a walk has found. */
interface Found {
  /** What tasks depend on and the tasks themselves, answered, in the order met. */
  readonly keys: readonly Key[];
  /** What shell functions depend on beside what their answers say. */
  readonly exported: readonly Key[];
}

function dependenciesOf(
  store: DataStore,
  tasks: readonly string[],
  options: SignatureOptions,
  shared: Answers,
  walk: number,
): Found {
  const filters = FilterOrder.of(store);
  const answers = new RecipeAnswers(shared, contextOf(store, options, filters?.store));
  const { exported } = answers;
  const found: Key[] = [];
  const queue: Key[] = [];
  const build = (key: Key): void => {
    if (key.walk === walk) return;
    const answer = answers.of(key);
    filters?.built(key.name);
    key.answer = answer;
    key.walk = walk;
    found.push(key);
    if (answer.onExported) for (const next of exported) if (next.walk !== walk) queue.push(next);
    for (const next of answer.keys) if (next.walk !== walk) queue.push(next);
  };
  for (const task of tasks) {
    build(shared.keys.of(task));
    for (const key of queue) build(key);
    queue.length = 0;
  }
  return { keys: found, exported };
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
  return new Context(original, options, store);
}

/**
 * A class, since `codeStore` is made when it is first asked for: a getter written in an object is an object of V8's that is old
 * from birth, and would keep the whole store until the next collection of everything.
 */
class Context implements DependencyContext {
  readonly code: CodeAnalyser;
  readonly library: ReadonlyMap<string, LibraryFunction>;
  readonly ignored: ReadonlySet<string>;
  readonly exported: ReadonlySet<string>;
  readonly excludedFlags: ReadonlySet<string>;
  #codeStore: DataStore | undefined;

  constructor(
    private readonly original: DataStore,
    { code, library, ignored }: SignatureOptions,
    readonly store: DataStore,
  ) {
    this.code = code;
    this.library = library;
    this.ignored = ignored;
    this.exported = exportedNames(store);
    this.excludedFlags = new Set(words(this.text("BB_SIGNATURE_EXCLUDE_FLAGS")));
  }

  readonly isKey = (name: string): boolean =>
    this.library.has(name) || (!name.startsWith("__") && this.store.hasKey(name));

  get codeStore(): DataStore {
    if (this.#codeStore === undefined) {
      const forced = words(this.text("BB_HASH_CODEPARSER_VALS"));
      this.#codeStore = forced.length === 0 ? this.original : this.original.createCopy();
      for (const item of forced) {
        const at = item.indexOf("=");
        if (at > 0) this.#codeStore.setVar(item.slice(0, at), item.slice(at + 1));
      }
    }
    return this.#codeStore;
  }

  private text(name: string): string {
    const value = this.store.getVar(name);
    return value === null ? "" : this.store.textOf(value);
  }
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

/**
 * The base hashes of tasks whose dependencies are known: `variables` holds all that they depend on.
 * @param textOf Python's str() of a value
 */
export function hashTasks(
  tasks: readonly string[],
  variables: ReadonlyMap<string, Dependencies>,
  sha256: (data: Uint8Array) => string,
  textOf: (value: Value) => string,
): Map<string, TaskSignature> {
  return walking(undefined, (answers, walk) => {
    const { keys } = answers;
    const found = Array.from(variables, ([name, { names, value }]) => {
      const key = keys.of(name);
      key.answer = new Answer(
        Array.from(names, (dependency) => keys.of(dependency)),
        value,
        false,
      );
      key.walk = walk;
      return key;
    });
    return hashKeys(
      tasks.map((task) => keys.of(task)),
      { keys: found, exported: [] },
      walk,
      { answers, sha256, textOf },
    );
  });
}

/** What hashing takes. */
interface Hashing {
  readonly answers: Answers;
  readonly sha256: (data: Uint8Array) => string;
  readonly textOf: (value: Value) => string;
}

/** The base hashes of tasks that a walk has found with all they depend on. */
function hashKeys(
  tasks: readonly Key[],
  { keys, exported }: Found,
  walk: number,
  { answers, sha256, textOf }: Hashing,
): Map<string, TaskSignature> {
  const sorted = answers.keys.sort(keys);
  // All entries in order, and behind them what one task is hashed of: its own, then those that it leads to. These lie
  // side by side mostly, so that whole runs of them are moved at once.
  const { layout } = answers;
  const places = layout.lay(sorted, textOf);
  const { bytes } = layout;
  const end = places[places.length - 1];
  const closure = new Closure(sorted, exported, walk);
  const signatures = new Map<string, TaskSignature>();
  for (const task of tasks) {
    const reached = closure.of(task);
    let at = end;
    const take = (from: number, to: number): void => {
      bytes.copyWithin(at, from, to);
      at += to - from;
    };
    const own = task.position * 2;
    take(places[own + 1], places[own + 2]);
    reached.eachRun((first, last) => {
      take(places[first * 2], places[last * 2]);
    });
    signatures.set(task.name, new Signature(sorted, reached, sha256(bytes.subarray(end, at))));
  }
  return signatures;
}

/** A task's dependencies as positions: a list of names is made when it is asked for. */
class Signature implements TaskSignature {
  readonly #keys: readonly Key[];
  readonly #reached: Reached;

  constructor(
    keys: readonly Key[],
    reached: Reached,
    readonly basehash: string,
  ) {
    this.#keys = keys;
    this.#reached = reached;
  }

  get dependencies(): readonly string[] {
    return this.#reached.of(this.#keys).map(({ name }) => name);
  }
}

/** The base hashes of a finished recipe's tasks. */
export function signRecipe(
  store: DataStore,
  tasks: readonly string[],
  options: SignatureOptions,
): RecipeSignatures {
  return walking(options.answers, (answers, walk) => {
    const found = dependenciesOf(store, tasks, options, answers, walk);
    const { sha256 } = options;
    const textOf = (value: Value): string => store.textOf(value);
    const keys = tasks.map((task) => answers.keys.of(task));
    return new Signatures(found, hashKeys(keys, found, walk, { answers, sha256, textOf }));
  });
}

/** What was found is listed by name when somebody asks. */
class Signatures implements RecipeSignatures {
  readonly #names: readonly string[];
  readonly #answers: readonly Answer[];
  readonly #exported: readonly Key[];

  constructor(
    { keys, exported }: Found,
    readonly tasks: ReadonlyMap<string, TaskSignature>,
  ) {
    this.#names = keys.map(({ name }) => name);
    this.#answers = keys.map(({ answer }) => answer as Answer);
    this.#exported = exported;
  }

  get variables(): ReadonlyMap<string, Dependencies> {
    return new Map(
      this.#names.map((name, i) => [name, this.#answers[i].dependencies(this.#exported)] as const),
    );
  }
}
