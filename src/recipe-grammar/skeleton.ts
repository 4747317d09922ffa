/**
 * Shortens a logical line to what the grammar's rules can tell apart, so that bulk text costs no per-character rule and
 * lines of one shape share one match: a word that is no keyword becomes one letter; behind the first quote only quotes of
 * its kind are kept, and the last character; the text of a directive becomes one letter.
 *
 *     SRC_URI:append = " file://a.patch"      a:a = ""
 *     inherit autotools pkgconfig             inherit a
 *     addtask deploy after do_compile # now   addtask a#
 *     def get_it(d, x="y"): # now             def a(:
 *
 * It is sound because no rule looks at more: names are made of characters of one class, a value is over at its last
 * quote, and the texts of directives are taken as they are. A test holds skeleton and whole line to the same tree.
 */
import { isSpace } from "./lines.js";
import { splitWords } from "./words.js";

/** A shortened line; `offsets[i]` is where its unit i stands in the line, with one more entry for the end. */
export interface Skeleton {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The longest skeleton that the grammar is asked about: a rule costs microseconds and memory for each character. */
export const LONGEST_SKELETON = 10_000;
/** The same where parts may be of white space, which takes the square of it. */
const LONGEST_PARTS = 128;

type Leaves = "text" | "task" | "def" | "parts" | "exact" | "nothing";

/** Words that rules name, and what may be left out behind them at the start of a line. */
const KEYWORDS: ReadonlyMap<string, Leaves> = new Map([
  ["include", "text"],
  ["require", "text"],
  ["include_all", "text"],
  ["inherit", "text"],
  ["inherit_defer", "text"],
  ["addhandler", "text"],
  ["EXPORT_FUNCTIONS", "text"],
  ["addtask", "task"],
  ["deltask", "task"],
  ["def", "def"],
  ["addpylib", "parts"],
  ["addfragments", "parts"],
  // The characters of a flag are counted.
  ["unset", "exact"],
  ["export", "nothing"],
  ["python", "nothing"],
  ["fakeroot", "nothing"],
]);

/** Letters and numbers beyond ASCII are what Python's `\w` takes; one letter stands for them. */
const WORD_BEYOND_ASCII = /^[\p{L}\p{N}]$/u;

const LINE_BEGIN = /^[A-Za-z0-9_-]+/;

/** The skeleton of a logical line. */
export function skeletonOf(line: string): Skeleton {
  const word = LINE_BEGIN.exec(line)?.[0];
  const leaves = word === undefined ? undefined : KEYWORDS.get(word);
  if (leaves !== undefined && leaves !== "nothing") {
    const short = leaves === "exact" ? undefined : shortDirective(line, word!, leaves);
    if (!short && leaves === "parts" && line.length > LONGEST_PARTS) {
      return { text: line.padEnd(LONGEST_SKELETON + 1), offsets: [] };
    }
    return short ?? { text: mapNumbers(line), offsets: Array.from({ length: line.length + 1 }, (_, i) => i) };
  }
  const offsets: number[] = [];
  const length = line.length;
  let text = "";
  let i = 0;
  while (i < length) {
    const code = line.charCodeAt(i);
    if (isNameCharacter(code)) {
      const start = i;
      do i++;
      while (i < length && isNameCharacter(line.charCodeAt(i)));
      const run = line.slice(start, i);
      if (KEYWORDS.has(run)) {
        for (let k = start; k < i; k++) offsets.push(k);
        text += run;
      } else {
        offsets.push(start);
        text += "a";
      }
    } else if (code === 0x22 || code === 0x27) {
      text += quotesFrom(line, i, offsets);
      i = length;
    } else if (code < 0x80 || isSpace(code)) {
      offsets.push(i);
      text += line[i++];
    } else {
      const character = String.fromCodePoint(line.codePointAt(i)!);
      for (let k = 0; k < character.length; k++) offsets.push(i + k);
      text += mapNumbers(character);
      i += character.length;
    }
  }
  offsets.push(length);
  return { text, offsets };
}

/**
 * From a quote on: the quotes of its kind, and what stands last. Rules tell apart two quotes, three, and more: of more
 * than four the first three and the last are kept.
 */
function quotesFrom(line: string, from: number, offsets: number[]): string {
  const quote = line[from];
  const final = line.lastIndexOf(quote);
  let text = "";
  for (let at = from; at >= 0 && text.length < 3; at = line.indexOf(quote, at + 1)) {
    offsets.push(at);
    text += quote;
  }
  if (final > offsets[offsets.length - 1]) {
    offsets.push(final);
    text += quote;
  }
  const last = line.length - 1;
  if (final !== last) {
    offsets.push(last);
    text += "_";
  }
  return text;
}

/**
 * A line that begins with a keyword, a blank, and a word: the first two and a letter, and the comment sign or colon that
 * matters. Undefined when the line could be something else: an assignment to a variable of that name, a function.
 */
function shortDirective(line: string, word: string, leaves: Leaves): Skeleton | undefined {
  let at = word.length;
  while (at < line.length && isSpace(line.charCodeAt(at))) at++;
  const code = line.charCodeAt(at);
  if (at === word.length || at === line.length || code === 0x23 || line.endsWith("{")) return undefined;
  if (leaves === "def") {
    if (!isNameCharacter(code) || code === 0x2d) return undefined;
    let end = at;
    while (isNameCharacter(line.charCodeAt(end)) && line.charCodeAt(end) !== 0x2d) end++;
    const colon = line.indexOf(":", end);
    // The name must end here, and not in a letter beyond ASCII.
    if (colon < 0 || line.charCodeAt(end) >= 0x80) return undefined;
    const between = colon === end ? "" : "(";
    const offsets = Array.from({ length: at + 1 }, (_, i) => i);
    if (between) offsets.push(end);
    offsets.push(colon, line.length);
    return { text: `${line.slice(0, at)}a${between}:`, offsets };
  }
  const comment = leaves === "task" ? line.indexOf("#", at) : -1;
  // "include += ..." may assign to a variable of that name.
  if ("=?:+.".includes(line[at])) return undefined;
  if (leaves === "parts") {
    // Four words are enough for either directive; where they begin and end is for the right-hand split (words.ts).
    if (splitWords(line.slice(at)).length < 4) return undefined;
    const offsets = Array.from({ length: at + 7 }, (_, i) => i);
    offsets.push(line.length);
    return { text: `${line.slice(0, at)}a a a a`, offsets };
  }
  const offsets = Array.from({ length: at + 1 }, (_, i) => i);
  if (comment >= 0) offsets.push(comment);
  offsets.push(line.length);
  return { text: `${line.slice(0, at)}a${comment >= 0 ? "#" : ""}`, offsets };
}

/** The text with a letter for what Python's `\w` takes beyond the letters that Ohm knows; its length is kept. */
function mapNumbers(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text.replace(/[^\0-\x7f]/gu, (character) =>
    WORD_BEYOND_ASCII.test(character) ? "é".repeat(character.length) : character,
  );
}

/** Letters, digits, "_" and "-": every rule that takes one of them takes all, but for the name of a `def`. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d
  );
}
