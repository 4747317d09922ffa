/** How BitBake cuts the texts of `addtask`, `addpylib` and `addfragments` into parts; found by experiment, oddities kept. */
import { isSpace } from "./lines.js";

/**
 * The clauses of an `addtask` text. Clauses may repeat; only a single blank on both sides makes `after` and `before`
 * keywords. Repeated clauses are joined by a blank, but not across a clause of the other kind: "x before a after b
 * before c" gives before = "ac".
 */
export function taskClauses(text: string): { tasks: string; after: string; before: string } {
  const clause = (mine: string, other: string): string => {
    let found = "";
    for (const piece of text.split(other)) {
      const at = piece.indexOf(mine);
      if (at >= 0)
        found += piece
          .slice(at + mine.length)
          .split(mine)
          .join(" ");
    }
    return found;
  };
  const after = " after ";
  const before = " before ";
  return {
    tasks: text.split(before)[0].split(after)[0],
    after: clause(after, before),
    before: clause(before, after),
  };
}

/**
 * `text` as `count` parts with one white space character between, the parts on the right as short as can be (so that "a
 * b  c" in two parts is "a b " and "c"). The grammar has made sure that there are so many.
 */
export function partsFromRight(text: string, count: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (parts.length < count - 1) {
    // At least one character, white space or not, must follow the cut.
    let cut = rest.length - 2;
    while (cut > 0 && !isSpace(rest.charCodeAt(cut))) cut--;
    if (cut <= 0) break;
    parts.unshift(rest.slice(cut + 1));
    rest = rest.slice(0, cut);
  }
  parts.unshift(rest);
  return parts;
}

/** The words of a text as Python's str.split() gives them. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && !isSpace(text.charCodeAt(i));
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      words.push(text.slice(start, i));
      start = -1;
    }
  }
  return words;
}
