/** Source texts by file name, for the source lines in tracebacks (what linecache is to CPython). */

interface Text {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

export class Sources {
  private readonly texts = new Map<
    string,
    { source: string; firstLine: number; lines: Text | undefined }[]
  >();

  /** Remembers a text; several may share a name, each from its own first line. */
  add(filename: string, source: string, firstLine = 1): void {
    const list = this.texts.get(filename);
    const entry = { source, firstLine, lines: undefined };
    if (list === undefined) this.texts.set(filename, [entry]);
    else {
      const at = list.findIndex((t) => t.firstLine === firstLine);
      if (at >= 0) list[at] = entry;
      else list.push(entry);
    }
  }

  /** Line `line` (in the file's numbers) of the text that begins after `shift` lines. */
  line(filename: string, line: number, shift = 0): string | undefined {
    const entry = this.texts.get(filename)?.find((t) => t.firstLine === shift + 1);
    if (entry === undefined) return undefined;
    entry.lines ??= { firstLine: entry.firstLine, lines: entry.source.split(/\r\n|\r|\n/) };
    return entry.lines.lines[line - entry.firstLine];
  }

  /** The whole text that was compiled under a name from line 1 (inspect.getsource, linecache.getlines). */
  text(filename: string): string | undefined {
    return this.texts.get(filename)?.find((t) => t.firstLine === 1)?.source;
  }
}
