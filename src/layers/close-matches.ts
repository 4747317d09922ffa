/** Names that look like another one, as Python's difflib.get_close_matches ranks them. */
import { byCodePoint } from "../sandbox/overlay.js";

/** At most `count` of `names` whose ratio with `word` is at least `cutoff`, the most alike first. */
export function closeMatches(word: string, names: readonly string[], count = 3, cutoff = 0.7): string[] {
  return names
    .map((name) => ({ name, score: ratio(name, word) }))
    .filter(({ score }) => score >= cutoff)
    .sort((a, b) => b.score - a.score || byCodePoint(b.name, a.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** Twice the length of all matching blocks over the length of both: the longest block, then left and right of it. */
function ratio(a: string, b: string): number {
  if (a.length + b.length === 0) return 1;
  let matched = 0;
  const pending: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [aStart, aEnd, bStart, bEnd] = next;
    const [at, to, length] = longest(a, b, next);
    if (length === 0) continue;
    matched += length;
    pending.push([aStart, at, bStart, to], [at + length, aEnd, to + length, bEnd]);
  }
  return (2 * matched) / (a.length + b.length);
}

/** The longest common block of a[aStart:aEnd] and b[bStart:bEnd]; the earliest in `a`, then in `b`. */
function longest(
  a: string,
  b: string,
  [aStart, aEnd, bStart, bEnd]: readonly [number, number, number, number],
): [at: number, to: number, length: number] {
  let best: [number, number, number] = [aStart, bStart, 0];
  let row = new Map<number, number>();
  for (let i = aStart; i < aEnd; i++) {
    const fresh = new Map<number, number>();
    for (let j = bStart; j < bEnd; j++) {
      if (a[i] !== b[j]) continue;
      const length = (row.get(j - 1) ?? 0) + 1;
      fresh.set(j, length);
      if (length > best[2]) best = [i - length + 1, j - length + 1, length];
    }
    row = fresh;
  }
  return best;
}
