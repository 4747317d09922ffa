/**
 * The syntax of values: `${NAME}` and `${@code}`. A text is cut into parts once and the parts are kept by text.
 * BitBake replaces the names of a text first, then its Python, and begins again with the result until nothing
 * changes; so a name made by a replacement (`${A_${B}}`) is found in the next round, and a Python expression is
 * seen with the names in it replaced.
 */

import { flat } from "../diagnostics/flat.js";

const REFERENCE = /\$\{([a-zA-Z0-9\-_+./~:]+)\}/g;
const CALL = /([A-Za-z_]\w*)\s*\(/g;
const PYTHON = /\$\{@((?:\{[^\n]*?\}|[^\n])+?)\}/g;

/** A text cut at its references: `literals` has one more member than `names`. */
export interface Template {
  readonly literals: readonly string[];
  readonly names: readonly string[];
  /**
   * Nothing but names is to be replaced, and where the values put in are plain too (isPlainValue), so is what becomes of
   * the text: the expansion ends after one round.
   */
  readonly isPlain: boolean;
}

/** A value that cannot make a reference, neither alone nor with what it is put beside. */
export function isPlainValue(value: string): boolean {
  return !value.endsWith("$") && !value.includes("${");
}

/** A text cut at its Python expressions; a null code is one that still holds a reference and stays as it is. */
export interface PythonTemplate {
  readonly literals: readonly string[];
  readonly codes: readonly (string | null)[];
  /** The expressions with their `${@` and `}`. */
  readonly sources: readonly string[];
  /** The names that each expression calls. */
  readonly calls: readonly (readonly string[])[];
}

/** Keeps the parts of texts; shared by all copies of a store. */
export class TemplateCache {
  private readonly references = new Map<string, Template>();
  private readonly pythons = new Map<string, PythonTemplate>();

  referencesOf(text: string): Template {
    let template = this.references.get(text);
    if (template === undefined) {
      template = cutReferences(text);
      this.references.set(text, template);
    }
    return template;
  }

  pythonOf(text: string): PythonTemplate {
    let template = this.pythons.get(text);
    if (template === undefined) {
      template = cutPython(text);
      this.pythons.set(text, template);
    }
    return template;
  }
}

function cutReferences(text: string): Template {
  const literals: string[] = [];
  const names: string[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    literals.push(text.slice(end, match.index));
    names.push(flat(match[1] ?? ""));
    end = match.index + match[0].length;
  }
  literals.push(text.slice(end));
  return { literals, names, isPlain: literals.every(isPlainValue) };
}

function cutPython(text: string): PythonTemplate {
  const literals: string[] = [];
  const codes: (string | null)[] = [];
  const sources: string[] = [];
  const calls: string[][] = [];
  let end = 0;
  for (const match of text.matchAll(PYTHON)) {
    const code = match[1] ?? "";
    literals.push(text.slice(end, match.index));
    codes.push(code.search(REFERENCE) >= 0 ? null : code);
    sources.push(match[0]);
    calls.push([...code.matchAll(CALL)].map((call) => call[1] ?? ""));
    end = match.index + match[0].length;
  }
  literals.push(text.slice(end));
  return { literals, codes, sources, calls };
}
