/**
 * Compiled patterns and their matches, without any Python object: what src/modules/re.ts wraps. Positions are code
 * points. Nothing here keeps state between calls except the matcher's buffers.
 */
import { compileTree } from "./compile.js";
import { Matcher, type StepBudget } from "./matcher.js";
import { parsePattern, type NameLookup } from "./parse.js";
import type { Subject } from "./subject.js";
import { parseTemplate, type Template } from "./template.js";
import type { ParsedPattern } from "./tree.js";

export type MatchMode = "match" | "search" | "fullmatch";

/** Where a pattern matched. */
export class MatchSpans {
  constructor(
    readonly subject: Subject,
    private readonly registers: Int32Array,
    /** The bounds that the search was given. */
    readonly pos: number,
    readonly endpos: number,
  ) {}

  start(group = 0): number {
    return this.registers[2 * group + 1] < 0 ? -1 : this.registers[2 * group];
  }

  end(group = 0): number {
    return this.registers[2 * group + 1];
  }

  /** The text of a group; undefined when it took no part. */
  group(group = 0): string | undefined {
    const end = this.registers[2 * group + 1];
    return end < 0 ? undefined : this.subject.slice(this.registers[2 * group], end);
  }

  /** The number of the group that was closed last; undefined without one. */
  get lastIndex(): number | undefined {
    const last = this.registers[this.registers.length - 1];
    return last < 0 ? undefined : last;
  }

  expand(template: Template): string {
    let text = "";
    for (const part of template) text += typeof part === "string" ? part : (this.group(part) ?? "");
    return text;
  }
}

export class CompiledPattern {
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly warnings: ParsedPattern["warnings"];
  private readonly matcher: Matcher;
  private readonly templates = new Map<string, Template>();

  constructor(
    readonly source: string,
    readonly isText: boolean,
    flags: number,
    private readonly budget: StepBudget,
    lookup?: NameLookup,
  ) {
    budget.step(1 + (source.length >> 1));
    const parsed = parsePattern(source, isText, flags, lookup);
    this.flags = parsed.flags;
    this.groups = parsed.groups;
    this.names = parsed.names;
    this.warnings = parsed.warnings;
    this.matcher = new Matcher(compileTree(parsed), budget);
  }

  /** One attempt; `pos` and `endpos` are clipped as Python does. */
  exec(
    subject: Subject,
    mode: MatchMode,
    pos = 0,
    endpos = subject.length,
    mustAdvance = false,
  ): MatchSpans | undefined {
    const end = Math.max(0, Math.min(endpos, subject.length));
    const start = Math.max(0, Math.min(pos, subject.length));
    if (start > end) return undefined;
    const found =
      mode === "search"
        ? this.matcher.search(subject, start, end, mustAdvance)
        : this.matcher.matchAt(subject, start, end, mode === "fullmatch", mustAdvance);
    return found ? new MatchSpans(subject, this.matcher.groups(), start, end) : undefined;
  }

  /** All matches from left to right; an empty match may follow a match, but none stands twice at one place. */
  *matches(subject: Subject, pos = 0, endpos = subject.length): Generator<MatchSpans, void, undefined> {
    const end = Math.max(0, Math.min(endpos, subject.length));
    const begin = Math.max(0, Math.min(pos, subject.length));
    let at = begin;
    let mustAdvance = false;
    while (at <= end) {
      if (!this.matcher.search(subject, at, end, mustAdvance)) return;
      const match = new MatchSpans(subject, this.matcher.groups(), begin, end);
      yield match;
      at = match.end();
      mustAdvance = at === match.start();
    }
  }

  template(text: string, isText: boolean): Template {
    let template = this.templates.get(text);
    if (template === undefined) {
      this.budget.step(1 + text.length);
      template = parseTemplate(text, isText, this.groups, this.names);
      if (this.templates.size >= 64) this.templates.clear();
      this.templates.set(text, template);
    }
    return template;
  }

  /** Replaces at most `count` matches (0: all). Returns the text and the number of replacements. */
  substitute(subject: Subject, replace: (match: MatchSpans) => string, count = 0): [string, number] {
    const parts: string[] = [];
    let last = 0;
    let n = 0;
    for (const match of this.matches(subject)) {
      const start = match.start();
      if (last < start) parts.push(subject.slice(last, start));
      parts.push(replace(match));
      last = match.end();
      n++;
      if (n === count) break;
    }
    if (n === 0) return [subject.text, 0];
    parts.push(subject.slice(last, subject.length));
    return [parts.join(""), n];
  }

  /** Pieces between matches, with the groups of each match (undefined: took no part); `maxsplit` 0 means all. */
  split(subject: Subject, maxsplit = 0): (string | undefined)[] {
    const parts: (string | undefined)[] = [];
    let last = 0;
    let n = 0;
    for (const match of this.matches(subject)) {
      parts.push(subject.slice(last, match.start()));
      for (let group = 1; group <= this.groups; group++) parts.push(match.group(group));
      last = match.end();
      n++;
      if (n === maxsplit) break;
    }
    parts.push(subject.slice(last, subject.length));
    return parts;
  }
}
