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
  const order = plainOrder(rt, keys, reverse);
  if (order !== undefined) {
    const out: PyObject[] = new Array<PyObject>(n);
    for (let i = 0; i < n; i++) out[i] = values[order[i]];
    return out;
  }
  let items: Item[] = new Array<Item>(n);
  for (let i = 0; i < n; i++) items[i] = { key: keys[i], value: values[i] };
  // Reversed twice, equal items keep their order.
  if (reverse) items.reverse();
  items = mergeSort(items, lessThan(rt, keys));
  if (reverse) items.reverse();
  return items.map((x) => x.value);
}

/** The order of keys that all are plain str or plain numbers, as indexes; undefined for others. */
function plainOrder(rt: Rt, keys: readonly PyObject[], reverse: boolean): Int32Array | undefined {
  const { str, int, float } = rt.types;
  const n = keys.length;
  const type = keys[0].ob$type;
  if (type === str) {
    const texts: string[] = new Array<string>(n);
    let surrogates = false;
    for (let i = 0; i < n; i++) {
      if (keys[i].ob$type !== str) return undefined;
      texts[i] = keys[i].v as string;
      surrogates ||= /[\ud800-\udfff]/.test(texts[i]);
    }
    return surrogates ? undefined : orderTexts(texts, reverse);
  }
  if (type !== int && type !== float) return undefined;
  const numbers = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const t = keys[i].ob$type;
    const v = keys[i].v as unknown;
    if ((t !== int && t !== float) || typeof v !== "number" || v !== v) return undefined;
    numbers[i] = v;
  }
  return orderNumbers(numbers, reverse);
}

// The two merge sorts below are one text twice: V8 learns the type of the keys for each.

/** Stable order of numbers, from small to large or, equal ones still in their order, from large to small. */
function orderNumbers(keys: Float64Array, reverse: boolean): Int32Array {
  const n = keys.length;
  const sign = reverse ? -1 : 1;
  if (reverse) for (let i = 0; i < n; i++) keys[i] *= sign;
  let from = new Int32Array(n);
  let to = new Int32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  for (let start = 0; start < n; start += 8) {
    const end = Math.min(start + 8, n);
    for (let i = start + 1; i < end; i++) {
      const x = from[i];
      let k = i;
      for (; k > start && keys[x] < keys[from[k - 1]]; k--) from[k] = from[k - 1];
      from[k] = x;
    }
  }
  for (let width = 8; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      const middle = Math.min(left + width, n);
      const right = Math.min(left + 2 * width, n);
      let i = left;
      let j = middle;
      let k = left;
      while (i < middle && j < right) to[k++] = keys[from[j]] < keys[from[i]] ? from[j++] : from[i++];
      while (i < middle) to[k++] = from[i++];
      while (j < right) to[k++] = from[j++];
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The same of texts without surrogates, by their units. */
function orderTexts(keys: readonly string[], reverse: boolean): Int32Array {
  const n = keys.length;
  let from = new Int32Array(n);
  let to = new Int32Array(n);
  // Reversed twice, equal texts keep their order.
  for (let i = 0; i < n; i++) from[i] = reverse ? n - 1 - i : i;
  for (let start = 0; start < n; start += 8) {
    const end = Math.min(start + 8, n);
    for (let i = start + 1; i < end; i++) {
      const x = from[i];
      let k = i;
      for (; k > start && keys[x] < keys[from[k - 1]]; k--) from[k] = from[k - 1];
      from[k] = x;
    }
  }
  for (let width = 8; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      const middle = Math.min(left + width, n);
      const right = Math.min(left + 2 * width, n);
      let i = left;
      let j = middle;
      let k = left;
      while (i < middle && j < right) to[k++] = keys[from[j]] < keys[from[i]] ? from[j++] : from[i++];
      while (i < middle) to[k++] = from[i++];
      while (j < right) to[k++] = from[j++];
    }
    [from, to] = [to, from];
  }
  if (reverse) from.reverse();
  return from;
}

function lessThan(rt: Rt, keys: readonly PyObject[]): (a: Item, b: Item) => boolean {
  const { str, int, float, tuple } = rt.types;
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
        const t = p.ob$type;
        if (t === q.ob$type && (t === int || t === float)) {
          if (p.v !== q.v) return p.v < q.v;
        } else if (t === str && q.ob$type === str) {
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
