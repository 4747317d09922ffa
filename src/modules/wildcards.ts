/** Patterns of one name as Python's fnmatch reads them: "*", "?", "[...]". */

/** A text with wildcards in it. */
export function isPattern(text: string): boolean {
  return text.includes("*") || text.includes("?") || text.includes("[");
}

/** One element of a pattern: a star, or a test of one character. */
type Element = "star" | ((ch: string) => boolean);

function elements(pattern: string): Element[] {
  const out: Element[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i] ?? "";
    if (c === "*") {
      if (out[out.length - 1] !== "star") out.push("star");
    } else if (c === "?") out.push(() => true);
    else if (c === "[") {
      const negated = chars[i + 1] === "!";
      const from = negated ? i + 2 : i + 1;
      const end = chars.indexOf("]", chars[from] === "]" ? from + 1 : from);
      if (end < 0) out.push((ch) => ch === "[");
      else {
        const inSet = characterSet(chars.slice(from, end));
        out.push((ch) => inSet(ch) !== negated);
        i = end;
      }
    } else out.push((ch) => ch === c);
  }
  return out;
}

/** The inside of "[...]": characters and ranges. */
function characterSet(chars: readonly string[]): (ch: string) => boolean {
  const ranges: (readonly [string, string])[] = [];
  for (let i = 0; i < chars.length; i++) {
    const first = chars[i] ?? "";
    const last = chars[i + 2];
    if (chars[i + 1] === "-" && last !== undefined) {
      ranges.push([first, last]);
      i += 2;
    } else ranges.push([first, first]);
  }
  const code = (ch: string): number => ch.codePointAt(0) ?? 0;
  return (ch) => ranges.some(([low, high]) => code(low) <= code(ch) && code(ch) <= code(high));
}

/**
 * fnmatch.fnmatchcase: whether a name matches all of `pattern`. Never slower than length times length: a failure goes
 * back to the last star only, since an earlier one could not do better.
 */
export function matcher(pattern: string): (name: string) => boolean {
  const wanted = elements(pattern);
  if (wanted.length === 1 && wanted[0] === "star") return () => true;
  return (name) => matchElements([...name], wanted);
}

function matchElements(name: readonly string[], pattern: readonly Element[]): boolean {
  let n = 0;
  let p = 0;
  let star = -1; // the last star, and the name's place it covers up to
  let covered = 0;
  while (n < name.length) {
    const element = pattern[p];
    if (element === "star") {
      star = p++;
      covered = n;
    } else if (element?.(name[n] ?? "") === true) {
      n++;
      p++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++covered;
    } else return false;
  }
  while (pattern[p] === "star") p++;
  return p === pattern.length;
}
