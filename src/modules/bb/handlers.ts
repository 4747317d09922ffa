/**
 * The class event handlers of one run (`addhandler`): which exist, which events each wants, in what order they run.
 * No VM: a handler is any value, an event is known by the dotted name of its class. Facts: lib/bb/tests/event.py and
 * BitBake 2.19's answers. Unlike BitBake, a handler's mask is forgotten with the handler.
 */
import type { DataStore } from "../../datastore/index.js";

interface Entry<H> {
  readonly handler: H;
  /** Full class names; undefined: every event. */
  readonly mask: ReadonlySet<string> | undefined;
}

/** What `save` gives and `restore` takes. */
export type SavedHandlers<H> = ReadonlyMap<string, Entry<H>>;

/** A filter set by bb.event.set_eventfilter; true lets the handler run. */
export type HandlerFilter<H> = (name: string, handler: H) => boolean;

const storeVariable = "__BBHANDLERS_MC";

/** See the file's comment. */
export class HandlerRegistry<H> {
  #handlers = new Map<string, Entry<H>>();

  /** The name a handler has in a store's multiconfig. */
  nameIn(name: string, store: DataStore | undefined): string {
    const config = store?.getVar("BB_CURRENT_MC");
    return typeof config === "string" ? config.replaceAll("-", "_") + name : name;
  }

  has(name: string): boolean {
    return this.#handlers.has(name);
  }

  /** Adds a handler; an empty mask and "*" mean every event. A store given will run it, one not given only fires without one. */
  register(
    name: string,
    handler: H,
    mask: readonly string[] | undefined,
    store: DataStore | undefined,
  ): void {
    const all = mask === undefined || mask.length === 0 || mask.includes("*");
    this.#handlers.set(name, { handler, mask: all ? undefined : new Set(mask) });
    store?.setVar(storeVariable, new Set([...namesOf(store), name]), { ignore: true });
  }

  /** Drops a handler; false if there was none. */
  remove(name: string, store: DataStore | undefined): boolean {
    if (!this.#handlers.delete(name)) return false;
    if (store !== undefined) {
      const names = new Set(namesOf(store));
      names.delete(name);
      store.setVar(storeVariable, names, { ignore: true });
    }
    return true;
  }

  /** The handlers that an event of class `eventClass` fired with `store` runs, in the order registered. */
  *wanting(eventClass: string, store: DataStore | undefined): Generator<readonly [name: string, handler: H]> {
    const names = store === undefined ? undefined : namesOf(store);
    for (const [name, { handler, mask }] of [...this.#handlers]) {
      if (mask !== undefined && !mask.has(eventClass)) continue;
      if (names !== undefined && !names.has(name)) continue;
      yield [name, handler];
    }
  }

  entries(): IterableIterator<[string, Entry<H>]> {
    return this.#handlers.entries();
  }
  save(): SavedHandlers<H> {
    return new Map(this.#handlers);
  }
  restore(saved: SavedHandlers<H>): void {
    this.#handlers = new Map(saved);
  }
}

function namesOf(store: DataStore): ReadonlySet<string> {
  const value = store.getVar(storeVariable, false);
  return value instanceof Set ? (value as Set<string>) : new Set();
}
