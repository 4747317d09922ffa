/**
 * The sort behind list.sort and sorted: stable, by `<` alone. Keys that all are plain str, or all plain numbers, are
 * compared as JS values; anything else asks Python. A merge sort of our own, since JS engines need a three-way comparison.
 */
import type { PyObject, Rt } from "../support.js";
import { compare as comparePoints } from "../str/points.js";

interface Item {
  key: PyObject;
  value: PyObject;
}

/** The values in order of their keys (`keys` parallel to `values`; the same array where there is no key function). */
export function sortValues(rt: Rt, values: PyObject[], keys: PyObject[], reverse: boolean): PyObject[] {
  const n = values.length;
  if (n < 2) return values.slice();
  rt.budget.step(Math.ceil((n * Math.log2(n)) / 4));
  rt.budget.allocate(n * 24);
  const native = nativeOrder(rt, keys);
  if (native !== undefined && keys === values) {
    const out = values.slice();
    if (reverse) out.reverse();
    out.sort(native);
    return reverse ? out.reverse() : out;
  }
  let items: Item[] = new Array<Item>(n);
  for (let i = 0; i < n; i++) items[i] = { key: keys[i], value: values[i] };
  // Reversed twice, equal items keep their order.
  if (reverse) items.reverse();
  if (native !== undefined) items.sort((a, b) => native(a.key, b.key));
  else items = mergeSort(items, lessThan(rt, keys));
  if (reverse) items.reverse();
  return items.map((x) => x.value);
}

function nativeOrder(rt: Rt, keys: readonly PyObject[]): ((a: PyObject, b: PyObject) => number) | undefined {
  const { str, int, float } = rt.types;
  const type = keys[0].ob$type;
  if (type === str) {
    let surrogates = false;
    for (const k of keys) {
      if (k.ob$type !== str) return undefined;
      surrogates ||= /[\ud800-\udfff]/.test(k.v as string);
    }
    if (surrogates) return (a, b) => comparePoints(a.v as string, b.v as string);
    return (a, b) => (a.v < b.v ? -1 : a.v > b.v ? 1 : 0);
  }
  if (type !== int && type !== float) return undefined;
  for (const k of keys) {
    const t = k.ob$type;
    if ((t !== int && t !== float) || k.v !== k.v) return undefined;
  }
  return (a, b) => (a.v < b.v ? -1 : a.v > b.v ? 1 : 0);
}

function lessThan(rt: Rt, keys: readonly PyObject[]): (a: Item, b: Item) => boolean {
  const { str, tuple } = rt.types;
  if (keys.every((k) => k.ob$type === tuple)) {
    // The usual key: the first items that differ decide; strings without a call.
    return (a, b) => {
      const x = a.key.v as PyObject[];
      const y = b.key.v as PyObject[];
      const n = Math.min(x.length, y.length);
      for (let i = 0; i < n; i++) {
        const p = x[i];
        const q = y[i];
        if (p === q) continue;
        if (p.ob$type === str && q.ob$type === str) {
          if (p.v !== q.v) return comparePoints(p.v as string, q.v as string) < 0;
        } else if (!rt.equals(p, q)) return rt.compareBool(p, q, "Lt");
      }
      return x.length < y.length;
    };
  }
  return (a, b) => rt.compareBool(a.key, b.key, "Lt");
}

const run = 24;

function mergeSort(items: Item[], less: (a: Item, b: Item) => boolean): Item[] {
  const n = items.length;
  let from = items;
  for (let start = 0; start < n; start += run) insertionSort(from, start, Math.min(start + run, n), less);
  let to: Item[] = new Array<Item>(n);
  for (let width = run; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      const middle = Math.min(left + width, n);
      const right = Math.min(left + 2 * width, n);
      let i = left;
      let j = middle;
      let k = left;
      if (middle < right && !less(from[middle], from[middle - 1])) {
        for (; k < right; k++) to[k] = from[k]!; // already in order
        continue;
      }
      while (i < middle && j < right) to[k++] = less(from[j], from[i]) ? from[j++] : from[i++];
      while (i < middle) to[k++] = from[i++]!;
      while (j < right) to[k++] = from[j++]!;
    }
    [from, to] = [to, from];
  }
  return from;
}

function insertionSort(a: Item[], start: number, end: number, less: (a: Item, b: Item) => boolean): void {
  for (let i = start + 1; i < end; i++) {
    const x = a[i];
    if (!less(x, a[i - 1])) continue;
    let low = start;
    let high = i - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (less(x, a[middle])) high = middle;
      else low = middle + 1;
    }
    for (let k = i; k > low; k--) a[k] = a[k - 1]!;
    a[low] = x;
  }
}
