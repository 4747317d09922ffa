/**
 * Lists of variants with one name more, or one less. A list never changes, so what becomes of a long one (RECIPE_MAINTAINER
 * has hundreds of variants, and each recipe renames some) is kept with it: every recipe that makes the same change to
 * the configuration's list gets the same next list, without a walk through it and without a copy.
 */
import type { Variant } from "./record.js";

type List = readonly Variant[];

/** From this length on changes are kept. */
const LONG = 32;
/** Changes kept of one list. */
const MAXIMUM_CHANGES = 32;

/** Name -> the next list, by list. */
type Changes = WeakMap<List, Map<string, List>>;

/** See the file's comment. Shared by all copies of a store. */
export class VariantLists {
  private readonly grown: Changes = new WeakMap();
  private readonly shrunk: Changes = new WeakMap();

  /** The list with the variant at its end; the list itself if it has it. */
  with(list: List, name: string, suffix: string): List {
    return list.length < LONG
      ? grow(list, name, suffix)
      : kept(this.grown, list, name, () => grow(list, name, suffix));
  }

  /** The list without the variant; the list itself if it does not have it. */
  without(list: List, name: string): List {
    return list.length < LONG ? shrink(list, name) : kept(this.shrunk, list, name, () => shrink(list, name));
  }
}

function kept(changes: Changes, list: List, name: string, change: () => List): List {
  let next = changes.get(list);
  const known = next?.get(name);
  if (known !== undefined) return known;
  if (next === undefined) changes.set(list, (next = new Map()));
  else if (next.size >= MAXIMUM_CHANGES) next.clear();
  const made = change();
  next.set(name, made);
  return made;
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
