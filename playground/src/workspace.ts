/** What the page is about: the files, what is chosen, and who wants to know of changes. */
import type { Configuration, Files } from "./protocol.js";

export type Tab = "value" | "variables" | "syntax" | "tasks" | "host" | "json" | "replay";

/** All that a shared link holds. */
export interface Choice {
  readonly files: Files;
  /** The file in the editor. */
  readonly open: string;
  readonly recipe: string;
  readonly variant: string;
  readonly variable: string;
  readonly configurations: readonly Configuration[];
  readonly tab: Tab;
}

type Listener = (choice: Choice, changed: ReadonlySet<keyof Choice>) => void;

export class Page {
  #choice: Choice;
  readonly #listeners: Listener[] = [];

  constructor(choice: Choice) {
    this.#choice = choice;
  }

  get choice(): Choice {
    return this.#choice;
  }

  /** Tells every listener what changed; a change to what already is tells nobody. */
  change(change: Partial<Choice>): void {
    const before = this.#choice;
    const changed = (Object.keys(change) as (keyof Choice)[]).filter((key) => change[key] !== before[key]);
    if (changed.length === 0) return;
    this.#choice = { ...before, ...change };
    for (const listener of this.#listeners) listener(this.#choice, new Set(changed));
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  setFile(path: string, text: string): void {
    if (this.#choice.files[path] === text) return;
    this.change({ files: { ...this.#choice.files, [path]: text } });
  }

  removeFile(path: string): void {
    const files = Object.fromEntries(Object.entries(this.#choice.files).filter(([each]) => each !== path));
    this.change({
      files,
      ...(this.#choice.open === path ? { open: Object.keys(files).sort()[0] ?? "" } : {}),
    });
  }
}

/** The names that conf/machine and conf/distro of the layers offer. */
export function offered(files: Files, kind: "machine" | "distro"): string[] {
  const pattern = new RegExp(`/conf/${kind}/([^/]+)\\.conf$`);
  const names = Object.keys(files).flatMap((path) => pattern.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}
