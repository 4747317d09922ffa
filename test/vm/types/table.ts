// Helpers of the table tests: reading a table, running a row, collecting what differs.
import { readFileSync } from "node:fs";
import { Budget } from "../../../src/sandbox/budget.js";
import type { Context } from "../../../src/vm/types/number/integer.js";

class Raised extends Error {}

/** A context whose exceptions read "ValueError: text". */
export const context: Context = {
  error: (type, message) => new Raised(`${type}: ${message}`),
  budget: new Budget(),
};

export function table(name: string): any[][] {
  return JSON.parse(readFileSync(new URL(`tables/${name}.json`, import.meta.url), "utf8")) as any[][];
}

/** The result, or `{e: "ValueError: text"}`. */
export function attempt<T>(f: () => T): T | { e: string } {
  try {
    return f();
  } catch (e) {
    if (e instanceof Raised) return { e: e.message };
    throw e;
  }
}

/** Rows whose result (the last column) is not ours. */
export function differences(rows: any[][], run: (inputs: any[]) => unknown): unknown[] {
  const bad: unknown[] = [];
  for (const row of rows) {
    const ours = run(row.slice(0, -1));
    if (JSON.stringify(ours) !== JSON.stringify(row.at(-1))) bad.push({ row, ours });
  }
  return bad.slice(0, 10);
}

/** The float of float.hex(). */
export function fromHex(text: string): number {
  if (text === "nan") return NaN;
  if (text.endsWith("inf")) return text.startsWith("-") ? -Infinity : Infinity;
  const m = /^(-?)0x([01])\.([0-9a-f]+)p([+-]\d+)$/.exec(text)!;
  const mantissa = Number(BigInt(`0x${m[2]}${m[3]}`));
  const e = Number(m[4]) - 4 * m[3].length;
  const v = e < -1000 ? mantissa * 2 ** -1000 * 2 ** (e + 1000) : mantissa * 2 ** e;
  return m[1] === "-" ? -v : v;
}
