/**
 * Shortens a logical line to what the grammar's rules can tell apart, so that bulk text costs no per-character rule and
 * lines of one shape share one match: a word that is no keyword becomes one letter, and behind the first quote only
 * quotes of its kind are kept, and the last character. `SRC_URI:append = " file://a.patch"` becomes `a:a = ""`.
 *
 * It is sound because no rule looks at more: names are made of characters of one class, a value is over at its last
 * quote, and the texts of directives are taken as they are. Lines that begin with one of the words in EXACT are looked at
 * more closely and stay whole. A test holds skeleton and whole line to the same tree.
 */
import { isSpace } from "./lines.js";

/** The words that rules name. */
const KEYWORDS: ReadonlySet<string> = new Set([
  "export",
  "unset",
  "include",
  "require",
  "include_all",
  "inherit",
  "inherit_defer",
  "addpylib",
  "addfragments",
  "addtask",
  "deltask",
  "addhandler",
  "EXPORT_FUNCTIONS",
  "python",
  "fakeroot",
  "def",
]);

/** Keywords whose rules look for a colon, a comment sign or white space behind quotes, or count the characters of a word. */
const EXACT: ReadonlySet<string> = new Set([
  "def",
  "addtask",
  "deltask",
  "addpylib",
  "addfragments",
  "unset",
]);

/** A shortened line; `offsets[i]` is where its unit i stands in the line, with one more entry for the end. */
export interface Skeleton {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Letters and numbers beyond ASCII are what Python's `\w` takes; one letter stands for them. */
const WORD_BEYOND_ASCII = /^[\p{L}\p{N}]$/u;

/** The skeleton of a logical line. */
export function skeletonOf(line: string): Skeleton {
  const offsets: number[] = [];
  const length = line.length;
  let text = "";
  let exact = false;
  let i = 0;
  while (i < length) {
    const code = line.charCodeAt(i);
    if (isWord(code)) {
      const start = i;
      do i++;
      while (i < length && isWord(line.charCodeAt(i)));
      const word = line.slice(start, i);
      if (start === 0) exact = EXACT.has(word);
      if (exact || KEYWORDS.has(word)) {
        for (let k = start; k < i; k++) offsets.push(k);
        text += word;
      } else {
        offsets.push(start);
        text += "a";
      }
    } else if ((code === 0x22 || code === 0x27) && !exact) {
      text += elide(line, i, offsets);
      i = length;
    } else if (code < 0x80 || isSpace(code)) {
      offsets.push(i++);
      text += line[i - 1]!;
    } else {
      const character = String.fromCodePoint(line.codePointAt(i)!);
      if (WORD_BEYOND_ASCII.test(character)) {
        offsets.push(i);
        text += "é";
      } else {
        for (let k = 0; k < character.length; k++) offsets.push(i + k);
        text += character;
      }
      i += character.length;
    }
  }
  offsets.push(length);
  return { text, offsets };
}

/** From a quote on: the quotes of its kind, and what stands last. */
function elide(line: string, from: number, offsets: number[]): string {
  const quote = line[from]!;
  let text = "";
  for (let at = from; at >= 0; at = line.indexOf(quote, at + 1)) {
    offsets.push(at);
    text += quote;
  }
  const last = line.length - 1;
  if (line[last] !== quote) {
    offsets.push(last);
    text += "_";
  }
  return text;
}

function isWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f
  );
}
