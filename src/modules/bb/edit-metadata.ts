/**
 * bb.utils.edit_metadata: finds the assignments (and functions) of given names in the lines of a recipe or configuration and
 * lets a callback give them another value. Texts in, texts out; no files, no VM. Facts: lib/bb/tests/utils.py, and BitBake
 * asked about random files.
 */

/** What the callback answers. `value` undefined takes the assignment out; an array is a value over several lines. */
export interface Replacement {
  readonly value: string | readonly string[] | undefined;
  /** Undefined: as it was. */
  readonly operator: string | undefined;
  /** What stands before each line of a value over several lines: a text, a number of spaces, -1: below the quote. */
  readonly indent: number | string;
  /** The value begins on the line of the assignment. */
  readonly minimalBreak: boolean;
}

/** Asked for each assignment found; may push lines of its own to `lines` first, which then stand before it. */
export type Edit = (name: string, value: string, operator: string, lines: string[]) => Replacement;

interface Found {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
  /** Lines that the assignment takes. */
  readonly count: number;
  readonly quote: string;
  readonly override: string;
}

/** The edited lines, and whether any differs. `overrides`: `NAME:x` is found for NAME too. */
export function editMetadata(
  lines: readonly string[],
  names: readonly string[],
  edit: Edit,
  overrides: boolean,
): { changed: boolean; lines: string[] } {
  const patterns = names.map((name) => pattern(name, overrides));
  const out: string[] = [];
  let changed = false;
  for (let at = 0; at < lines.length;) {
    const found = find(lines, at, names, patterns);
    if (found === undefined) {
      out.push(lines[at] ?? "");
      at++;
      continue;
    }
    const old = lines.slice(at, at + found.count);
    at += found.count;
    const before = out.length;
    const answer = edit(found.name + found.override, found.value, found.operator, out);
    const same = isSame(answer, found);
    const made = same ? old : written(found, answer);
    if (answer.value === undefined) {
      // The blank line after goes too, where one stands before.
      if ((out.at(-1) ?? "\n").trim() === "" && at < lines.length && lines[at]?.trim() === "") at++;
    } else out.push(...made);
    if (!same || out.length !== before + old.length) changed = true;
  }
  return { changed, lines: out };
}

function isSame(answer: Replacement, found: Found): boolean {
  return (
    answer.value === found.value && (answer.operator === undefined || answer.operator === found.operator)
  );
}

function pattern(name: string, overrides: boolean): RegExp {
  const text = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return name.endsWith("()")
    ? new RegExp(`^${text.slice(0, -4)}${overrides ? "((?::[a-z0-9-]+)*)" : "()"}[ \\t]*\\(\\)[ \\t]*\\{()`)
    : new RegExp(
        `^${text}${overrides ? "((?:[:_][a-zA-Z0-9-_$(){}.:]*)?)" : "()"}[ \\t]*(\\?\\?=|\\?=|:=|\\+=|=\\+|\\.=|=\\.|=)[ \\t]*(["'])`,
      );
}

/** The assignment or function that begins at a line. */
function find(
  lines: readonly string[],
  at: number,
  names: readonly string[],
  patterns: readonly RegExp[],
): Found | undefined {
  for (const [i, regex] of patterns.entries()) {
    const line = lines[at] ?? "";
    const match = regex.exec(line);
    if (match === null) continue;
    const name = names[i] ?? "";
    const override = match[1] ?? "";
    if (name.endsWith("()")) {
      const body: string[] = [];
      let count = 1;
      for (; at + count < lines.length && lines[at + count]?.startsWith("}") !== true; count++)
        body.push(lines[at + count] ?? "");
      return {
        name,
        override,
        operator: "",
        value: "\n" + body.join(""),
        count: Math.min(count + 1, lines.length - at),
        quote: "",
      };
    }
    const [whole, , operator = "=", quote = '"'] = match;
    let rest = line.slice(whole.length).trimEnd();
    let value = "";
    let count = 1;
    while (rest.endsWith("\\") && at + count < lines.length) {
      value += rest.slice(0, -1);
      rest = (lines[at + count] ?? "").trimEnd();
      count++;
    }
    value += rest.endsWith(quote) ? rest.slice(0, -1) : rest;
    return { name, override, operator, value, count, quote };
  }
  return undefined;
}

/** The lines of a new value. */
function written(
  found: Found,
  { value, operator = found.operator, indent, minimalBreak }: Replacement,
): string[] {
  const name = found.name + found.override;
  if (value === undefined) return [];
  if (found.name.endsWith("()")) {
    const margin = typeof indent === "string" ? indent : " ".repeat(Math.max(indent, 0));
    const body = typeof value === "string" ? value.split("\n") : value;
    // One text, as BitBake's list has it.
    return [`${name} {\n${body.map((line) => `${margin}${line}\n`).join("")}}\n`];
  }
  const head = `${name} ${operator} "`;
  if (typeof value === "string") return [`${head}${value}"\n`];
  if (value.length === 0) return [`${head}"\n`];
  const margin =
    typeof indent === "string" ? indent : indent < 0 ? " ".repeat(head.length) : " ".repeat(indent);
  const [first = "", ...rest] = value;
  return minimalBreak
    ? [`${head}${first} \\\n`, ...rest.map((item) => `${margin}${item} \\\n`), `${margin}"\n`]
    : [`${head} \\\n`, ...value.map((item) => `${margin}${item} \\\n`), `${margin}"\n`];
}
