/** Lists of texts as Python prints them: BitBake puts some into its messages. */

/** How much of a file BitBake's message may repeat here. */
export const LONGEST_LIST = 500;

/** A list of texts as Python prints it, cut short when it is long. */
export function pythonList(texts: readonly string[]): string {
  let list = "";
  for (const text of texts) {
    if (list.length > LONGEST_LIST) return `[${list}, ...]`;
    list += (list && ", ") + pythonRepr(text);
  }
  return `[${list}]`;
}

/** A text as Python's repr() prints it. */
function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const named: ReadonlyMap<string, string> = new Map([
    ["\n", "\\n"],
    ["\r", "\\r"],
    ["\t", "\\t"],
  ]);
  const body = text.replace(/[\\'\p{C}\p{Z}]/gu, (character) => {
    if (character === " " || (character === "'" && quote === '"')) return character;
    if (character === "\\" || character === "'") return `\\${character}`;
    const code = character.codePointAt(0)!;
    const hex = code.toString(16);
    return (
      named.get(character) ??
      (code < 0x100
        ? `\\x${hex.padStart(2, "0")}`
        : code < 0x10000
          ? `\\u${hex.padStart(4, "0")}`
          : `\\U${hex.padStart(8, "0")}`)
    );
  });
  return quote + body + quote;
}
