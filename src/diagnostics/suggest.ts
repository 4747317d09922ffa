/** The likely names for a mistyped one. */

/** Those of `known` within a quarter of the name's length in edits (at least one), the nearest first, at most three. */
export function suggest(name: string, known: Iterable<string>): string[] {
  const limit = Math.max(1, Math.floor(name.length / 4));
  const near: { readonly name: string; readonly edits: number }[] = [];
  for (const candidate of new Set(known)) {
    if (candidate === name || candidate === "" || Math.abs(candidate.length - name.length) > limit) continue;
    const edits = distance(candidate, name);
    if (edits <= limit && edits < name.length) near.push({ name: candidate, edits });
  }
  near.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  return near.slice(0, 3).map((each) => each.name);
}

/** The number of insertions, deletions, exchanges and swaps of neighbours between two names. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      let edits = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
