/**
 * Small questions about values: booleans, file modes, words that one list shares with another (bb.utils.to_boolean,
 * to_filemode, contains, contains_any, filter, filter_string, prune_suffix). Values are plain text here.
 */
import { PythonFault } from "./fault.js";
import { compareText, parseInteger, splitWords } from "./text.js";

/** bb.utils.to_boolean of a text that is not empty; ValueError for anything but y, yes, 1, true, n, no, 0, false. */
export function toBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === "y" || lower === "yes" || lower === "1" || lower === "true") return true;
  if (lower === "n" || lower === "no" || lower === "0" || lower === "false") return false;
  throw new PythonFault("ValueError", `Invalid value for to_boolean: ${text}`);
}

/** bb.utils.to_filemode of a text: octal, with or without 0o. */
export function toFilemode(text: string): number {
  return Number(parseInteger(text, 8));
}

/**
 * The words of a text as a set, remembered: the same feature lists are asked 150,000 times in a parse of oe-core.
 * One for each installation of `bb`; forgets all when it holds `limit` texts.
 */
export class WordSets {
  readonly #sets = new Map<string, ReadonlySet<string>>();
  constructor(readonly limit = 20000) {}

  of(text: string): ReadonlySet<string> {
    let words = this.#sets.get(text);
    if (words === undefined) {
      if (this.#sets.size >= this.limit) this.#sets.clear();
      words = new Set(splitWords(text));
      this.#sets.set(text, words);
    }
    return words;
  }
}

/** All of `wanted` are in `words`. */
export function containsAll(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of wanted) if (!words.has(word)) return false;
  return true;
}

/** One of `wanted` at least is in `words`. */
export function containsAny(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of wanted) if (words.has(word)) return true;
  return false;
}

/** The words of both, sorted by code point and joined by spaces (bb.utils.filter, filter_string). */
export function sharedWords(words: ReadonlySet<string>, wanted: ReadonlySet<string>): string {
  const shared: string[] = [];
  for (const word of wanted) if (words.has(word)) shared.push(word);
  return shared.sort(compareText).join(" ");
}

/** bb.utils.prune_suffix: `name` without the first of `suffixes` that ends it; empty suffixes are passed over. */
export function pruneSuffix(name: string, suffixes: Iterable<string>): string {
  for (const suffix of suffixes) {
    if (suffix !== "" && name.endsWith(suffix)) return name.slice(0, -suffix.length);
  }
  return name;
}
