/** Expected texts in files: compared, shown as a diff, written anew with one flag. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface GoldenOptions {
  /** Write the file instead of comparing; default: the environment variable SANDBAKE_UPDATE is set, or --update given. */
  readonly update?: boolean;
}

/** @throws Error with a diff by lines where `actual` is not what the file holds */
export function golden(actual: string, file: string, options: GoldenOptions = {}): void {
  const update =
    options.update ?? (Boolean(process.env["SANDBAKE_UPDATE"]) || process.argv.includes("--update"));
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  if (!existsSync(file)) throw new Error(`${file} is not there: run once with SANDBAKE_UPDATE=1 to write it`);
  const expected = readFileSync(file, "utf8");
  if (expected === actual) return;
  throw new Error(
    `not what ${file} holds (SANDBAKE_UPDATE=1 writes it anew):\n${lineDiff(expected, actual).join("\n")}`,
  );
}

/** Lines that go (-), come (+) and stay around them, by the longest common subsequence. */
export function lineDiff(before: string, after: string): string[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const x = a.slice(start, a.length - end);
  const y = b.slice(start, b.length - end);
  const width = y.length + 1;
  // Two texts without much in common are shown one after the other.
  const table = x.length * y.length > 4_000_000 ? undefined : new Uint32Array((x.length + 1) * width);
  if (table !== undefined) {
    for (let i = x.length - 1; i >= 0; i--)
      for (let j = y.length - 1; j >= 0; j--)
        table[i * width + j] =
          x[i] === y[j]
            ? (table[(i + 1) * width + j + 1] ?? 0) + 1
            : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  }
  const out = a.slice(Math.max(0, start - 2), start).map((line) => `  ${line}`);
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      out.push(`  ${x[i++]}`);
      j++;
    } else if (
      i < x.length &&
      (j >= y.length ||
        table === undefined ||
        (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      out.push(`- ${x[i++]}`);
    } else out.push(`+ ${y[j++]}`);
  }
  return [...out, ...a.slice(a.length - end, a.length - end + 2).map((line) => `  ${line}`)];
}
