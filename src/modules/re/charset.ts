/**
 * Sets of characters, compiled for testing: a table for the first 256 code points, ranges and categories beyond.
 * IGNORECASE is folded in when the set is made, so that a test is always one call of `has`.
 */
import {
  asciiLower,
  isAsciiDigit,
  isAsciiSpace,
  isAsciiWord,
  isDigit,
  isSpace,
  isWord,
  lower,
  lowerVariants,
  withLower,
} from "./unicode.js";

export type Category = "digit" | "not-digit" | "space" | "not-space" | "word" | "not-word";

/** One member of a set: an inclusive range or a category. */
export type SetItem = { readonly lo: number; readonly hi: number } | { readonly category: Category };

export interface SetOptions {
  readonly negate: boolean;
  readonly ignoreCase: boolean;
  /** \d \w \s and case mean ASCII only. */
  readonly ascii: boolean;
}

export function categoryTest(category: Category, ascii: boolean): (code: number) => boolean {
  switch (category) {
    case "digit":
      return ascii ? isAsciiDigit : isDigit;
    case "space":
      return ascii ? isAsciiSpace : isSpace;
    case "word":
      return ascii ? isAsciiWord : isWord;
    case "not-digit":
      return ascii ? (c) => !isAsciiDigit(c) : (c) => !isDigit(c);
    case "not-space":
      return ascii ? (c) => !isAsciiSpace(c) : (c) => !isSpace(c);
    case "not-word":
      return ascii ? (c) => !isAsciiWord(c) : (c) => !isWord(c);
  }
}

/** A compiled set. Immutable. */
export class CharSet {
  /** Membership of the first 256 code points; the matcher reads it in its loops. */
  readonly low = new Uint8Array(256);
  private constructor(private readonly test: (code: number) => boolean) {
    for (let code = 0; code < 256; code++) this.low[code] = test(code) ? 1 : 0;
  }

  has(code: number): boolean {
    return code < 256 ? this.low[code] === 1 : this.test(code);
  }

  static of(items: readonly SetItem[], options: SetOptions): CharSet {
    const ranges: { lo: number; hi: number }[] = [];
    const categories: ((code: number) => boolean)[] = [];
    for (const item of items) {
      if ("category" in item) categories.push(categoryTest(item.category, options.ascii));
      else ranges.push(item);
    }
    const member = (code: number): boolean => {
      for (const range of ranges) if (code >= range.lo && code <= range.hi) return true;
      return false;
    };
    const { ascii, negate } = options;
    const contains = !options.ignoreCase
      ? (code: number): boolean => member(code) || categories.some((test) => test(code))
      : (code: number): boolean => {
          // A set matches when it holds any character that has the same lower case (or one equal to it).
          const lowered = ascii ? asciiLower(code) : lower(code);
          if (categories.some((test) => test(lowered))) return true;
          if (member(lowered) || member(code)) return true;
          if (ascii) return lowered >= 97 && lowered <= 122 && member(lowered - 32);
          return lowerVariants(lowered).some((variant) => member(variant) || withLower(variant).some(member));
        };
    return new CharSet(negate ? (code) => !contains(code) : contains);
  }

  /** The union of sets. */
  static union(sets: readonly CharSet[]): CharSet {
    return sets.length === 1 ? sets[0] : new CharSet((code) => sets.some((set) => set.has(code)));
  }

  /** Exactly one character. */
  static single(char: number): CharSet {
    return new CharSet((code) => code === char);
  }

  static except(char: number): CharSet {
    return new CharSet((code) => code !== char);
  }
}
