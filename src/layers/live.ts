/**
 * A workspace whose files are edited in memory, for editors: after an edit only what depends on the file is evaluated again.
 * A recipe depends on the files that were read for it and on the places where one was looked for in vain; the configuration
 * likewise. What no list names is not followed: a folder that the metadata's Python lists, a file that it opens itself.
 */
import { baseDependencies, dependencies } from "../evaluate/dependencies.js";
import type { Variant } from "../evaluate/finalise.js";
import { isBelow, joinPath, normalise } from "../sandbox/paths.js";
import { openWorkspace, type OpenWorkspaceOptions } from "./open.js";
import type { Workspace } from "./workspace.js";

/** What an edit made untrue. */
export interface EditEffect {
  /** The configuration (or Python of a layer, or the list of recipes) changed: everything is evaluated anew. */
  readonly configuration: boolean;
  /** The recipe files evaluated so far that have to be evaluated again. */
  readonly recipes: readonly string[];
}

interface Kept {
  readonly file: string;
  readonly variants: readonly Variant[];
  readonly files: ReadonlySet<string>;
}

export class LiveWorkspace {
  #workspace: Workspace | undefined;
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly options: OpenWorkspaceOptions) {}

  /** The workspace as the files are now. Take it again after an edit: one of the configuration opens another. */
  get workspace(): Workspace {
    return (this.#workspace ??= openWorkspace(this.options));
  }

  /**
   * The variants of a recipe file, "" first; from memory while nothing that they depend on is edited.
   * @throws EvaluationError with code, file, line and span; the signal's reason when it is aborted
   */
  evaluate(file: string, signal?: AbortSignal): readonly Variant[] {
    signal?.throwIfAborted();
    return this.#kept.get(file)?.variants ?? this.#keep(file, file, this.workspace.evaluate(file));
  }

  /**
   * One variant of a recipe file ("" for the recipe itself), which is all that an editor shows at a time; undefined if the
   * file has none of that name.
   * @throws as `evaluate`
   */
  evaluateVariant(file: string, variant = "", signal?: AbortSignal): Variant | undefined {
    signal?.throwIfAborted();
    const key = `${file}\0${variant}`;
    const known =
      (this.#kept.get(file) ?? this.#kept.get(key))?.variants ??
      this.#keep(
        key,
        file,
        this.workspace.evaluate(file, (name) => name === variant),
      );
    return known.find(({ name }) => name === variant);
  }

  #keep(key: string, file: string, variants: readonly Variant[]): readonly Variant[] {
    const files = new Set([file, ...variants.flatMap(({ store }) => dependencies(store))]);
    this.#kept.set(key, { file, variants, files });
    return variants;
  }

  /** Puts a text in place of a file's, in memory; the file need not exist, its folder must. @throws HostError */
  edit(path: string, text: string): EditEffect {
    const { host, topdir } = this.options;
    const file = normalise(path.startsWith("/") ? path : joinPath(host.cwd, path));
    const isNew = !host.exists(file);
    const workspace = this.#workspace;
    const write = (): void => host.writeFile(file, new TextEncoder().encode(text));
    if (workspace === undefined) write();
    else workspace.write(write);
    if (workspace === undefined) return { configuration: false, recipes: [] };
    const listed = /\.(bb|bbappend)$/.test(file);
    if (
      (isNew && listed) ||
      file.endsWith(".py") ||
      isBelow(file, joinPath(topdir, "conf")) ||
      baseDependencies(workspace.configuration).includes(file)
    ) {
      const recipes = [...new Set([...this.#kept.values()].map((kept) => kept.file))];
      this.#workspace = undefined;
      this.#kept.clear();
      return { configuration: true, recipes };
    }
    workspace.evaluator.sources.forget(file);
    const recipes = new Set<string>();
    for (const [key, kept] of this.#kept) {
      if (!kept.files.has(file)) continue;
      recipes.add(kept.file);
      this.#kept.delete(key);
    }
    return { configuration: false, recipes: [...recipes] };
  }
}
