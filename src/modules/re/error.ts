/**
 * Errors of the regular expression engine. They are JS errors of this folder alone; src/modules/re.ts turns them into
 * Python's re.error (RegexError), OverflowError, ValueError or IndexError (RegexUsageError).
 */

/** A fault in a pattern or template: `msg` and `pos` are CPython's; `pos` counts code points, or is undefined. */
export class RegexError extends Error {
  override name = "RegexError";
  readonly lineno: number | undefined;
  readonly colno: number | undefined;
  constructor(
    readonly msg: string,
    readonly pattern?: readonly number[],
    readonly pos?: number,
  ) {
    const NEWLINE = 10;
    let text = msg;
    let lineno: number | undefined;
    let colno: number | undefined;
    if (pattern !== undefined && pos !== undefined) {
      text = `${msg} at position ${pos}`;
      lineno = 1;
      let last = -1;
      for (let i = 0; i < pos && i < pattern.length; i++) {
        if (pattern[i] === NEWLINE) {
          lineno++;
          last = i;
        }
      }
      colno = pos - last;
      if (pattern.includes(NEWLINE)) text += ` (line ${lineno}, column ${colno})`;
    }
    super(text);
    this.lineno = lineno;
    this.colno = colno;
  }
}

/** A fault that CPython reports with a builtin exception instead of re.error. */
export class RegexUsageError extends Error {
  override name = "RegexUsageError";
  constructor(
    readonly type: "ValueError" | "OverflowError" | "IndexError" | "TypeError" | "NotImplementedError",
    message: string,
  ) {
    super(message);
  }
}
