/** Differences of short lists of lines or words, as unified diffs and word diffs show them. */

interface Edit {
  readonly kind: " " | "-" | "+";
  readonly item: string;
}

/** Longer middles than this are told as removed and added whole. */
const LARGEST = 4_000_000;

/** The edits that make `b` of `a`, by a longest common subsequence. */
function edits(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const keep = (items: readonly string[]): Edit[] => items.map((item) => ({ kind: " ", item }));
  return [...keep(a.slice(0, start)), ...middle(x, y), ...keep(a.slice(a.length - end))];
}

function middle(x: readonly string[], y: readonly string[]): Edit[] {
  const width = y.length + 1;
  const out: Edit[] = [];
  if (x.length * y.length > LARGEST) {
    for (const item of x) out.push({ kind: "-", item });
    for (const item of y) out.push({ kind: "+", item });
    return out;
  }
  const common = new Uint32Array((x.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--)
      common[i * width + j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    const [left, right] = [x[i], y[j]];
    if (left !== undefined && left === right) {
      out.push({ kind: " ", item: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      out.push({ kind: "-", item: left });
      i++;
    } else {
      out.push({ kind: "+", item: right ?? "" });
      j++;
    }
  }
  return out;
}

/** The lines of a unified diff without its head, three lines of context. */
export function hunks(a: readonly string[], b: readonly string[]): string[] {
  const all = edits(a, b);
  const changed = all.flatMap(({ kind }, i) => (kind === " " ? [] : [i]));
  const lines: string[] = [];
  for (let k = 0; k < changed.length;) {
    const from = Math.max(0, (changed[k] ?? 0) - 3);
    let last = changed[k] ?? 0;
    while (k < changed.length && (changed[k] ?? 0) - last <= 6) last = changed[k++] ?? 0;
    const part = all.slice(from, last + 4);
    const before = all.slice(0, from);
    const range = (skip: "-" | "+"): string => {
      const first = before.filter(({ kind }) => kind !== skip).length;
      const count = part.filter(({ kind }) => kind !== skip).length;
      return count === 1 ? String(first + 1) : `${count === 0 ? first : first + 1},${count}`;
    };
    lines.push(`@@ -${range("+")} +${range("-")} @@`, ...part.map(({ kind, item }) => kind + item));
  }
  return lines;
}

/** Runs of words: kept ones as they are, others as `[-gone-]` and `{+new+}`. */
export function wordChanges(a: readonly string[], b: readonly string[]): string[] {
  const runs: { kind: Edit["kind"]; words: string[] }[] = [];
  for (const { kind, item } of edits(a, b)) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(item);
    else runs.push({ kind, words: [item] });
  }
  return runs.map(({ kind, words }) => {
    const text = words.join(" ");
    return kind === " " ? text : kind === "-" ? `[-${text}-]` : `{+${text}+}`;
  });
}
