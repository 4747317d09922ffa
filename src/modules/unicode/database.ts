/**
 * Unicode's character database: names, aliases, categories, decompositions, numbers. The text is the carrier's
 * UnicodeData.txt (Unicode 15.0), kept deflated and unpacked when it is first asked; one `UnicodeDatabase` a VM.
 */
import { inflateRaw } from "../zlib/stream.js";
import { unicodeData } from "./data.generated.js";
import { ideographValues } from "./tables.js";

/** One code point's line; numbers as the file writes them ("" where there is none, fractions as "1/2"). */
export interface UnicodeRecord {
  /** Its own name; `<control>` and the like for those without. */
  readonly name: string;
  readonly category: string;
  readonly combining: number;
  readonly bidirectional: string;
  readonly decomposition: string;
  readonly decimal: string;
  readonly digit: string;
  readonly numeric: string;
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly record: UnicodeRecord;
}

const hangulBase = 0xac00;
const hangulCount = 11172;
const leads = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const tails = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

export class UnicodeDatabase {
  private readonly lines = new Map<number, string>();
  private readonly ranges: Range[] = [];
  private readonly codes = new Map<string, number>();
  private readonly records = new Map<number, UnicodeRecord>();

  constructor() {
    const text = new TextDecoder("latin1").decode(
      inflateRaw(Uint8Array.from(atob(unicodeData.text), (c) => c.charCodeAt(0))),
    );
    let first: number | undefined;
    for (const line of text.split(/\r?\n/)) {
      const end = line.indexOf(";");
      if (end < 0) continue;
      const code = parseInt(line.slice(0, end), 16);
      const name = line.slice(end + 1, line.indexOf(";", end + 1));
      if (name.endsWith(", First>")) first = code;
      else if (name.endsWith(", Last>") && first !== undefined)
        this.ranges.push({ first, last: code, record: recordOf(line) });
      else {
        // Further lines of a code point are its aliases.
        if (!this.lines.has(code)) this.lines.set(code, line);
        if (!name.startsWith("<")) this.codes.set(name, code);
      }
    }
  }

  /** A character's numeric value, of the ideographs that stand for numbers too. */
  valueOf(code: number): string {
    return this.record(code)?.numeric || (this.ideographs().get(code) ?? "");
  }

  private numbers: ReadonlyMap<number, string> | undefined;
  private ideographs(): ReadonlyMap<number, string> {
    return (this.numbers ??= new Map(
      ideographValues.split(" ").map((entry) => {
        const [code, value] = entry.split("=");
        return [parseInt(code, 16), value];
      }),
    ));
  }

  record(code: number): UnicodeRecord | undefined {
    const known = this.records.get(code);
    if (known !== undefined) return known;
    const line = this.lines.get(code);
    if (line === undefined)
      return this.ranges.find((range) => code >= range.first && code <= range.last)?.record;
    const record = recordOf(line);
    this.records.set(code, record);
    return record;
  }

  /** A character's name, of ideographs and Hangul syllables by rule; undefined for controls and what is not assigned. */
  nameOf(code: number): string | undefined {
    const name = this.record(code)?.name;
    if (name === undefined) return undefined;
    if (!name.startsWith("<")) return name;
    if (name.startsWith("<CJK Ideograph"))
      return `CJK UNIFIED IDEOGRAPH-${code.toString(16).toUpperCase().padStart(4, "0")}`;
    if (!name.startsWith("<Hangul Syllable")) return undefined;
    const index = code - hangulBase;
    const lead = leads[Math.floor(index / 588)];
    const vowel = vowels[Math.floor((index % 588) / 28)];
    return `HANGUL SYLLABLE ${lead}${vowel}${tails[index % 28]}`;
  }

  /** The code point of a name or alias, in any case of letters. */
  codeOf(name: string): number | undefined {
    if (!/^[\x20-\x7e]+$/.test(name)) return undefined;
    const upper = name.toUpperCase();
    const known = this.codes.get(upper);
    if (known !== undefined) return known;
    const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(upper);
    if (ideograph !== null) {
      const code = parseInt(ideograph[1], 16);
      return this.nameOf(code) === upper ? code : undefined;
    }
    if (!upper.startsWith("HANGUL SYLLABLE ")) return undefined;
    for (let i = 0; i < hangulCount; i++) if (this.nameOf(hangulBase + i) === upper) return hangulBase + i;
    return undefined;
  }
}

function recordOf(line: string): UnicodeRecord {
  const fields = line.split(";");
  return {
    name: fields[1],
    category: fields[2],
    combining: Number(fields[3]),
    bidirectional: fields[4],
    decomposition: fields[5],
    decimal: fields[6],
    digit: fields[7],
    numeric: fields[8],
  };
}
