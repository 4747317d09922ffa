/**
 * Lists of variants with one name more, or one less. A list never changes, so what becomes of a long one (RECIPE_MAINTAINER
 * has hundreds of variants, and each recipe renames some) is kept with it: every recipe that makes the same change to
 * the configuration's list gets the same next list, without a walk through it and without a copy.
 */
import type { Variant } from "./record.js";

type List = readonly Variant[];

/** From this length on changes are kept. */
const LONG = 32;
/** Variants in all lists kept; then all are forgotten. */
const MAXIMUM = 1_000_000;

/** Name -> the next list, by list. */
type Changes = WeakMap<List, Map<string, List>>;

/** See the file's comment. Shared by all copies of a store. */
export class VariantLists {
  private grown: Changes = new WeakMap();
  private shrunk: Changes = new WeakMap();
  private size = 0;

  /** The list with the variant at its end; the list itself if it has it. */
  with(list: List, name: string, suffix: string): List {
    if (list.length < LONG) return grow(list, name, suffix);
    return this.grown.get(list)?.get(name) ?? this.kept("grown", list, name, grow(list, name, suffix));
  }

  /** The list without the variant; the list itself if it does not have it. */
  without(list: List, name: string): List {
    if (list.length < LONG) return shrink(list, name);
    return this.shrunk.get(list)?.get(name) ?? this.kept("shrunk", list, name, shrink(list, name));
  }

  private kept(kind: "grown" | "shrunk", list: List, name: string, next: List): List {
    this.size += next.length;
    if (this.size > MAXIMUM) {
      this.grown = new WeakMap();
      this.shrunk = new WeakMap();
      this.size = next.length;
    }
    let changes = this[kind].get(list);
    if (changes === undefined) {
      changes = new Map<string, List>();
      this[kind].set(list, changes);
    }
    changes.set(name, next);
    return next;
  }
}

function grow(list: List, name: string, suffix: string): List {
  return includes(list, name) ? list : [...list, { name, suffix }];
}

function shrink(list: List, name: string): List {
  return includes(list, name) ? list.filter((variant) => variant.name !== name) : list;
}

function includes(list: List, name: string): boolean {
  for (const variant of list) if (variant.name === name) return true;
  return false;
}
