/** Where a piece of source text stands: half-open offsets in UTF-16 units, 1-based lines, 1-based columns. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A half-open range of one file. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}
