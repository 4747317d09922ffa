/**
 * The text that is searched, addressed by code point. A string without astral characters is read by charCodeAt as it
 * is; another is unpacked once into code points and the offsets at which they stand. Bytes come as a string of code
 * points below 256.
 */
export class Subject {
  /** Code points, or undefined when each UTF-16 unit is one. */
  readonly codes: Int32Array | undefined;
  private readonly offsets: Int32Array | undefined;
  readonly length: number;

  constructor(readonly text: string) {
    // isWellFormed would not do: a lone surrogate is one code point for Python too.
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.length = text.length;
      return;
    }
    const codes = new Int32Array(text.length);
    const offsets = new Int32Array(text.length + 1);
    let count = 0;
    for (let i = 0; i < text.length; count++) {
      const code = text.codePointAt(i)!;
      codes[count] = code;
      offsets[count] = i;
      i += code > 0xffff ? 2 : 1;
    }
    offsets[count] = text.length;
    this.codes = codes.subarray(0, count);
    this.offsets = offsets;
    this.length = count;
  }

  slice(from: number, to: number): string {
    if (this.offsets === undefined) return this.text.slice(from, to);
    return this.text.slice(this.offsets[from], this.offsets[to]);
  }
}
