/** Replacement templates (`re.sub`, `Match.expand`): literal text and group numbers. */
import { RegexUsageError } from "./error.js";
import { groupNumber, isIdentifier, quote, Source } from "./source.js";

const octal = /^[0-7]$/;
const digit = /^[0-9]$/;
const letter = /^[a-zA-Z]$/;
const escapes: ReadonlyMap<string, string> = new Map([
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
]);

/** Strings stand for themselves, numbers for the text of a group. */
export type Template = readonly (string | number)[];

/** Parses a template for a pattern with these groups. Throws RegexError or IndexError (RegexUsageError). */
export function parseTemplate(
  text: string,
  isText: boolean,
  groups: number,
  names: ReadonlyMap<string, number>,
): Template {
  if (!text.includes("\\")) return text === "" ? [] : [text];
  const source = new Source(text, isText);
  const parts: (string | number)[] = [];
  let literal = "";
  const addGroup = (index: number, offset: number): void => {
    if (index > groups) throw source.error(`invalid group reference ${index}`, offset);
    if (literal !== "") parts.push(literal);
    literal = "";
    parts.push(index);
  };
  for (let token = source.get(); token !== undefined; token = source.get()) {
    if (!token.startsWith("\\")) {
      literal += token;
      continue;
    }
    const c = Array.from(token)[1];
    if (c === "g") {
      if (!source.match("<")) throw source.error("missing <");
      const name = source.getUntil(">", "group name");
      const length = Array.from(name).length;
      let index: number | undefined;
      if (isIdentifier(name)) {
        index = names.get(name);
        if (index === undefined) throw new RegexUsageError("IndexError", `unknown group name ${quote(name)}`);
      } else {
        index = groupNumber(name);
        if (index === undefined) throw source.error(`bad character in group name ${quote(name)}`, length + 1);
      }
      addGroup(index, length + 1);
    } else if (c === "0") {
      let text = token + source.getWhile(2, octal);
      text = text.slice(1);
      literal += String.fromCharCode(parseInt(text, 8) & 0xff);
    } else if (digit.test(c)) {
      let text = token;
      if (source.next !== undefined && digit.test(source.next)) {
        text += source.get()!;
        if (octal.test(c) && octal.test(text[2]) && source.next !== undefined && octal.test(source.next)) {
          text += source.get()!;
          const code = parseInt(text.slice(1), 8);
          if (code > 0o377)
            throw source.error(`octal escape value ${text} outside of range 0-0o377`, text.length);
          literal += String.fromCharCode(code);
          continue;
        }
      }
      addGroup(Number(text.slice(1)), text.length - 1);
    } else {
      const escape = escapes.get(c);
      if (escape === undefined && letter.test(c)) throw source.error(`bad escape ${token}`, token.length);
      literal += escape ?? token;
    }
  }
  if (literal !== "") parts.push(literal);
  return parts;
}

const special = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

/** re.escape for text (or for bytes as a string of code points below 256). */
export function escapePattern(text: string): string {
  return text.replace(special, "\\$&");
}
