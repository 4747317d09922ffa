/**
 * The tables of test/modules/bb/tables: rows of [arguments, answer] that conformance/bb-tables.py had a real BitBake
 * make. `compare` runs ours on every row and reports all that differ.
 */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { PythonFault } from "../../../src/modules/bb/fault.js";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Row = readonly [args: Json[], answer: Json];

export function table(name: string): Record<string, Row[]> {
  return JSON.parse(readFileSync(new URL(`tables/${name}.json`, import.meta.url), "utf8")) as Record<
    string,
    Row[]
  >;
}

/** A JS value in the tables' form: Map as {dict}, Set as {set}, undefined as null, bigint as number. */
export function plain(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Map) return { dict: [...value].map(([k, v]) => [plain(k), plain(v)]) };
  if (value instanceof Set) return { set: [...value].map(plain).sort() };
  if (Array.isArray(value)) return value.map(plain);
  return value as Json;
}

/** As `plain`, an array being a tuple. */
export function tuple(values: readonly unknown[]): Json {
  return { tuple: values.map(plain) };
}

/** The outcome of a call: its value, or the fault as the tables write it. */
export function outcome(call: () => Json): Json {
  try {
    return call();
  } catch (error) {
    if (error instanceof PythonFault) return { error: [error.type, error.message] };
    throw error;
  }
}

/** Fails with every row whose answer differs; `rows` must not be empty. */
export function compare(
  rows: readonly Row[] | undefined,
  ours: (...args: any[]) => Json,
  sameError?: (type: string, text: string) => Json,
): void {
  expect(rows, "a table with rows").to.be.an("array").that.is.not.empty;
  const different: string[] = [];
  for (const [args, answer] of rows ?? []) {
    let got = outcome(() => ours(...args));
    let want = answer;
    if (sameError !== undefined) {
      got = reduceError(got, sameError);
      want = reduceError(want, sameError);
    }
    if (JSON.stringify(got) !== JSON.stringify(want)) {
      different.push(`${JSON.stringify(args)}: BitBake ${JSON.stringify(want)}, ours ${JSON.stringify(got)}`);
    }
  }
  expect(different.slice(0, 12).join("\n"), `${different.length} rows differ`).to.equal("");
}

function reduceError(value: Json, reduce: (type: string, text: string) => Json): Json {
  if (value === null || typeof value !== "object" || Array.isArray(value) || !Array.isArray(value["error"]))
    return value;
  const [type, text] = value["error"];
  return reduce(type as string, text as string);
}
