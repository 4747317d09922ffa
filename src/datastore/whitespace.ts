/** Python's idea of whitespace, which is not JavaScript's: str.split(), and re's \s on str. */
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const WORDS = new RegExp(`[^${SPACE}]+`, "g");
const KEEPING_SPACES = new RegExp(`([${SPACE}])`);

/** str.split(). */
export function words(text: string): string[] {
  return text.match(WORDS) ?? [];
}

/** `text` without the words of `unwanted`, every whitespace character staying as it is. */
export function withoutWords(text: string, unwanted: ReadonlySet<string>): string {
  return text
    .split(KEEPING_SPACES)
    .filter((part) => !unwanted.has(part))
    .join("");
}
