/**
 * Patterns of Python's `re` to a tree. Follows the language of the Library Reference ("Regular Expression Syntax") and
 * CPython 3.11's messages and positions; test/modules/re compares both with the interpreter's own answers.
 */
import type { Category, SetItem } from "./charset.js";
import { RegexError, RegexUsageError } from "./error.js";
import { Flag, flagLetters, GLOBAL_FLAGS, TYPE_FLAGS } from "./flags.js";
import { groupNumber, isIdentifier, quote, Source } from "./source.js";
import { UNBOUNDED, width, type AtCode, type Node, type ParsedPattern, type Sequence } from "./tree.js";

const MAXGROUPS = 2147483647 / 2;
const whitespace = /^[ \t\n\r\v\f]$/;
const digit = /^[0-9]$/;
const octal = /^[0-7]$/;
const hex = /^[0-9a-fA-F]$/;
const letter = /^[a-zA-Z]$/;

const simpleEscapes: ReadonlyMap<string, number> = new Map([
  ["\\a", 7],
  ["\\b", 8],
  ["\\f", 12],
  ["\\n", 10],
  ["\\r", 13],
  ["\\t", 9],
  ["\\v", 11],
  ["\\\\", 92],
]);
const positions: ReadonlyMap<string, AtCode> = new Map([
  ["\\A", "begin-string"],
  ["\\b", "boundary"],
  ["\\B", "not-boundary"],
  ["\\Z", "end-string"],
]);
const categories: ReadonlyMap<string, Category> = new Map([
  ["\\d", "digit"],
  ["\\D", "not-digit"],
  ["\\s", "space"],
  ["\\S", "not-space"],
  ["\\w", "word"],
  ["\\W", "not-word"],
]);

/** Looks a character's Unicode name up (for \N{...}); undefined where there is none. */
export type NameLookup = (name: string) => number | undefined;

/** Parses a pattern; bytes come as a string of code points below 256 with `isText` false. */
export function parsePattern(
  text: string,
  isText: boolean,
  flags: number,
  lookup?: NameLookup,
): ParsedPattern {
  return new PatternParser(text, isText, flags, lookup).parse();
}

class PatternParser {
  private readonly source: Source;
  private flags: number;
  private readonly names = new Map<string, number>();
  /** Index 0 stands for the whole pattern; undefined marks a group that is still open. */
  private readonly widths: ([number, number] | undefined)[] = [undefined];
  private lookbehindGroups: number | undefined;
  private readonly references = new Map<number, number>();
  private readonly warnings: { category: "FutureWarning" | "DeprecationWarning"; message: string }[] = [];

  constructor(
    text: string,
    private readonly isText: boolean,
    flags: number,
    private readonly lookup: NameLookup | undefined,
  ) {
    this.source = new Source(text, isText);
    this.flags = flags;
  }

  parse(): ParsedPattern {
    const root = this.alternatives((this.flags & Flag.VERBOSE) !== 0, 0);
    this.flags = fixFlags(this.isText, this.flags);
    if (this.source.next !== undefined) throw this.source.error("unbalanced parenthesis");
    for (const [group, pos] of this.references) {
      if (group >= this.widths.length)
        throw new RegexError(`invalid group reference ${group}`, this.source.codes, pos);
    }
    this.checkLookbehinds(root);
    return {
      root,
      flags: this.flags,
      groups: this.widths.length - 1,
      names: this.names,
      warnings: this.warnings,
    };
  }

  private checkLookbehinds(sequence: Sequence): void {
    for (const node of sequence) {
      switch (node.kind) {
        case "branch":
          for (const item of node.items) this.checkLookbehinds(item);
          break;
        case "condition":
          this.checkLookbehinds(node.yes);
          if (node.no !== undefined) this.checkLookbehinds(node.no);
          break;
        case "look": {
          if (node.behind) {
            const [lo, hi] = width(node.item, this.widths);
            if (lo !== hi) throw new RegexError("look-behind requires fixed-width pattern");
          }
          this.checkLookbehinds(node.item);
          break;
        }
        case "repeat":
        case "group":
        case "atomic":
          this.checkLookbehinds(node.item);
          break;
        case "literal":
        case "any":
        case "set":
        case "at":
        case "reference":
          break;
      }
    }
  }

  private warn(category: "FutureWarning" | "DeprecationWarning", message: string): void {
    this.warnings.push({ category, message });
  }

  private alternatives(verbose: boolean, nested: number): Sequence {
    const items: Sequence[] = [];
    let mode = verbose;
    for (;;) {
      items.push(this.sequence(mode, nested + 1, nested === 0 && items.length === 0));
      if (!this.source.match("|")) break;
      if (nested === 0) mode = (this.flags & Flag.VERBOSE) !== 0;
    }
    return items.length === 1 ? items[0] : [{ kind: "branch", items }];
  }

  private sequence(verboseMode: boolean, nested: number, first: boolean): Sequence {
    const source = this.source;
    const nodes: Node[] = [];
    let verbose = verboseMode;
    for (;;) {
      const token = source.next;
      if (token === undefined || token === "|" || token === ")") break;
      source.get();
      if (verbose) {
        if (whitespace.test(token)) continue;
        if (token === "#") {
          for (let c = source.get(); c !== undefined && c !== "\n"; c = source.get());
          continue;
        }
      }
      switch (token) {
        case "[":
          nodes.push(this.set());
          break;
        case "?":
        case "*":
        case "+":
        case "{":
          this.repeat(token, nodes);
          break;
        case ".":
          nodes.push({ kind: "any" });
          break;
        case "^":
          nodes.push({ kind: "at", where: "begin" });
          break;
        case "$":
          nodes.push({ kind: "at", where: "end" });
          break;
        case "(": {
          const result = this.parenthesis(verbose, nested, first && nodes.length === 0);
          if (result === "global-flags") verbose = (this.flags & Flag.VERBOSE) !== 0;
          else if (result !== undefined) nodes.push(result);
          break;
        }
        default:
          nodes.push(
            token.startsWith("\\") ? this.escape(token) : { kind: "literal", code: token.codePointAt(0)! },
          );
      }
    }
    return nodes;
  }

  /** The escapes that mean one character in sets and outside; undefined when it is none of them. */
  private charEscape(token: string): number | undefined {
    const source = this.source;
    const c = token.slice(1, 2);
    const fixed = (n: number): number => {
      const text = token + source.getWhile(n, hex);
      if (text.length !== n + 2) throw source.error(`incomplete escape ${text}`, text.length);
      return parseInt(text.slice(2), 16);
    };
    if (c === "x") return fixed(2);
    if (c === "u" && this.isText) return fixed(4);
    if (c === "U" && this.isText) {
      const code = fixed(8);
      if (code > 0x10ffff) throw source.error(`bad escape ${token}${code.toString(16).padStart(8, "0")}`, 10);
      return code;
    }
    if (c === "N" && this.isText) {
      if (!source.match("{")) throw source.error("missing {");
      const name = source.getUntil("}", "character name");
      const code = this.lookup?.(name);
      if (code === undefined) throw source.error(`undefined character name ${quote(name)}`, name.length + 4);
      return code;
    }
    return undefined;
  }

  private literalEscape(token: string): number {
    const char = Array.from(token)[1];
    if (letter.test(char)) throw this.source.error(`bad escape ${token}`, Array.from(token).length);
    return char.codePointAt(0)!;
  }

  private escape(token: string): Node {
    const source = this.source;
    const where = positions.get(token);
    if (where !== undefined) return { kind: "at", where };
    const category = categories.get(token);
    if (category !== undefined) return { kind: "set", negate: false, items: [{ category }] };
    const simple = simpleEscapes.get(token) ?? this.charEscape(token);
    if (simple !== undefined) return { kind: "literal", code: simple };
    const c = token.slice(1, 2);
    if (c === "0")
      return { kind: "literal", code: parseInt((token + source.getWhile(2, octal)).slice(1), 8) };
    if (!digit.test(c)) return { kind: "literal", code: this.literalEscape(token) };
    let text = token;
    if (source.next !== undefined && digit.test(source.next)) {
      text += source.get()!;
      if (
        octal.test(text[1]) &&
        octal.test(text[2]) &&
        source.next !== undefined &&
        octal.test(source.next)
      ) {
        text += source.get()!;
        return { kind: "literal", code: this.octalValue(text) };
      }
    }
    const group = Number(text.slice(1));
    if (group >= this.widths.length) throw source.error(`invalid group reference ${group}`, text.length - 1);
    if (this.widths[group] === undefined) throw source.error("cannot refer to an open group", text.length);
    this.checkLookbehindGroup(group);
    return { kind: "reference", group };
  }

  private octalValue(text: string): number {
    const code = parseInt(text.slice(1), 8);
    if (code > 0o377)
      throw this.source.error(`octal escape value ${text} outside of range 0-0o377`, text.length);
    return code;
  }

  private checkLookbehindGroup(group: number): void {
    if (this.lookbehindGroups === undefined) return;
    if (group >= this.widths.length || this.widths[group] === undefined)
      throw this.source.error("cannot refer to an open group");
    if (group >= this.lookbehindGroups) {
      throw this.source.error("cannot refer to group defined in the same lookbehind subpattern");
    }
  }

  private classEscape(token: string): SetItem {
    const source = this.source;
    const simple = simpleEscapes.get(token);
    if (simple !== undefined) return { lo: simple, hi: simple };
    const category = categories.get(token);
    if (category !== undefined) return { category };
    let code = this.charEscape(token);
    const c = token.slice(1, 2);
    if (code === undefined) {
      if (octal.test(c)) code = this.octalValue(token + source.getWhile(2, octal));
      else if (digit.test(c)) throw source.error(`bad escape ${token}`, token.length);
      else code = this.literalEscape(token);
    }
    return { lo: code, hi: code };
  }

  private set(): Node {
    const source = this.source;
    const here = source.tell() - 1;
    const items: SetItem[] = [];
    const unterminated = (): RegexError => source.error("unterminated character set", source.tell() - here);
    if (source.next === "[") this.warn("FutureWarning", `Possible nested set at position ${source.tell()}`);
    const negate = source.match("^");
    for (;;) {
      const token = source.get();
      if (token === undefined) throw unterminated();
      if (token === "]" && items.length > 0) break;
      let from: SetItem;
      if (token.startsWith("\\")) from = this.classEscape(token);
      else {
        if (items.length > 0 && "-&~|".includes(token) && source.next === token) {
          const what = { "-": "difference", "&": "intersection", "~": "symmetric difference", "|": "union" }[
            token
          ];
          this.warn("FutureWarning", `Possible set ${what} at position ${source.tell() - 1}`);
        }
        const code = token.codePointAt(0)!;
        from = { lo: code, hi: code };
      }
      if (!source.match("-")) {
        items.push(from);
        continue;
      }
      const end = source.get();
      if (end === undefined) throw unterminated();
      if (end === "]") {
        items.push(from, { lo: 45, hi: 45 });
        break;
      }
      let to: SetItem;
      if (end.startsWith("\\")) to = this.classEscape(end);
      else {
        if (end === "-")
          this.warn("FutureWarning", `Possible set difference at position ${source.tell() - 2}`);
        const code = end.codePointAt(0)!;
        to = { lo: code, hi: code };
      }
      if ("category" in from || "category" in to || to.lo < from.lo) {
        throw source.error(
          `bad character range ${token}-${end}`,
          Array.from(token).length + 1 + Array.from(end).length,
        );
      }
      items.push({ lo: from.lo, hi: to.lo });
    }
    const only = items[0];
    if (!negate && items.length === 1 && "lo" in only && only.lo === only.hi)
      return { kind: "literal", code: only.lo };
    return { kind: "set", negate, items };
  }

  private repeat(token: string, nodes: Node[]): void {
    const source = this.source;
    const here = source.tell();
    let min = 0;
    let max = UNBOUNDED;
    if (token === "?") max = 1;
    else if (token === "+") min = 1;
    else if (token === "{") {
      const brace = { kind: "literal", code: 123 } as const;
      if (source.next === "}") {
        nodes.push(brace);
        return;
      }
      const lo = source.getWhile(Infinity, digit);
      const hi = source.match(",") ? source.getWhile(Infinity, digit) : lo;
      if (!source.match("}")) {
        nodes.push(brace);
        source.seek(here);
        return;
      }
      const bound = (text: string): number => {
        const value = Number(text);
        if (value >= UNBOUNDED)
          throw new RegexUsageError("OverflowError", "the repetition number is too large");
        return value;
      };
      if (lo !== "") min = bound(lo);
      if (hi !== "") {
        max = bound(hi);
        if (max < min) throw source.error("min repeat greater than max repeat", source.tell() - here);
      }
    }
    const item = nodes.at(-1);
    if (item === undefined || item.kind === "at")
      throw source.error("nothing to repeat", source.tell() - here + 1);
    if (item.kind === "repeat") throw source.error("multiple repeat", source.tell() - here + 1);
    const mode = source.match("?") ? "lazy" : source.match("+") ? "possessive" : "greedy";
    nodes[nodes.length - 1] = { kind: "repeat", mode, min, max, item: [item] };
  }

  /** What follows "(": a node, nothing (a comment), or flags for the whole pattern. */
  private parenthesis(verbose: boolean, nested: number, first: boolean): Node | "global-flags" | undefined {
    const source = this.source;
    const start = source.tell() - 1;
    let capture = true;
    let atomic = false;
    let name: string | undefined;
    let add = 0;
    let remove = 0;
    const close = (): void => {
      if (!source.match(")")) throw source.error("missing ), unterminated subpattern", source.tell() - start);
    };
    if (source.match("?")) {
      const char = source.get();
      if (char === undefined) throw source.error("unexpected end of pattern");
      if (char === "P") {
        if (source.match("<")) {
          name = source.getUntil(">", "group name");
          source.checkGroupName(name, 1);
        } else if (source.match("=")) {
          return this.namedReference();
        } else {
          const other = source.get();
          if (other === undefined) throw source.error("unexpected end of pattern");
          throw source.error(`unknown extension ?P${other}`, Array.from(other).length + 2);
        }
      } else if (char === ":") {
        capture = false;
      } else if (char === "#") {
        for (;;) {
          if (source.next === undefined)
            throw source.error("missing ), unterminated comment", source.tell() - start);
          if (source.get() === ")") return undefined;
        }
      } else if (char === "=" || char === "!" || char === "<") {
        return this.look(char, verbose, nested, close);
      } else if (char === "(") {
        return this.condition(verbose, nested, close);
      } else if (char === ">") {
        capture = false;
        atomic = true;
      } else if (flagLetters.has(char) || char === "-") {
        const flags = this.inlineFlags(char);
        if (flags === undefined) {
          if (!first)
            throw source.error("global flags not at the start of the expression", source.tell() - start);
          return "global-flags";
        }
        [add, remove] = flags;
        capture = false;
      } else {
        throw source.error(`unknown extension ?${char}`, Array.from(char).length + 1);
      }
    }
    const index = capture ? this.openGroup(name) : undefined;
    const inner = (verbose || (add & Flag.VERBOSE) !== 0) && (remove & Flag.VERBOSE) === 0;
    const item = this.alternatives(inner, nested + 1);
    close();
    if (index !== undefined) this.widths[index] = width(item, this.widths);
    return atomic ? { kind: "atomic", item } : { kind: "group", index, add, remove, item };
  }

  private openGroup(name: string | undefined): number {
    const index = this.widths.length;
    this.widths.push(undefined);
    if (name !== undefined) {
      const other = this.names.get(name);
      if (other !== undefined) {
        throw this.source.error(
          `redefinition of group name ${quote(name)} as group ${index}; was group ${other}`,
          Array.from(name).length + 1,
        );
      }
      this.names.set(name, index);
    }
    return index;
  }

  private namedReference(): Node {
    const source = this.source;
    const name = source.getUntil(")", "group name");
    source.checkGroupName(name, 1);
    const length = Array.from(name).length;
    const group = this.names.get(name);
    if (group === undefined) throw source.error(`unknown group name ${quote(name)}`, length + 1);
    if (this.widths[group] === undefined) throw source.error("cannot refer to an open group", length + 1);
    this.checkLookbehindGroup(group);
    return { kind: "reference", group };
  }

  private look(first: string, verbose: boolean, nested: number, close: () => void): Node {
    const source = this.source;
    let char: string = first;
    const behind = char === "<";
    const saved = this.lookbehindGroups;
    if (behind) {
      const next = source.get();
      if (next === undefined) throw source.error("unexpected end of pattern");
      if (next !== "=" && next !== "!")
        throw source.error(`unknown extension ?<${next}`, Array.from(next).length + 2);
      char = next;
      this.lookbehindGroups ??= this.widths.length;
    }
    const item = this.alternatives(verbose, nested + 1);
    if (behind) this.lookbehindGroups = saved;
    close();
    return { kind: "look", behind, negate: char === "!", item };
  }

  private condition(verbose: boolean, nested: number, close: () => void): Node {
    const source = this.source;
    const name = source.getUntil(")", "group name");
    const length = Array.from(name).length;
    let group: number | undefined;
    if (isIdentifier(name)) {
      group = this.names.get(name);
      if (group === undefined) throw source.error(`unknown group name ${quote(name)}`, length + 1);
    } else {
      group = groupNumber(name);
      if (group === undefined) throw source.error(`bad character in group name ${quote(name)}`, length + 1);
      if (group === 0) throw source.error("bad group number", length + 1);
      if (group >= MAXGROUPS) throw source.error(`invalid group reference ${group}`, length + 1);
      if (!this.references.has(group)) this.references.set(group, source.tell() - length - 1);
      if (!/^[0-9]+$/.test(name)) {
        this.warn(
          "DeprecationWarning",
          `bad character in group name ${quote(name)} at position ${source.tell() - length - 1}`,
        );
      }
    }
    this.checkLookbehindGroup(group);
    const yes = this.sequence(verbose, nested + 1, false);
    let no: Sequence | undefined;
    if (source.match("|")) {
      no = this.sequence(verbose, nested + 1, false);
      if (source.next === "|") throw source.error("conditional backref with more than two branches");
    }
    close();
    return { kind: "condition", group, yes, no };
  }

  /** Inline flags after "(?": those added and removed, or undefined when they were for the whole pattern. */
  private inlineFlags(first: string): [number, number] | undefined {
    const source = this.source;
    let char: string | undefined = first;
    let add = 0;
    let remove = 0;
    const unknown = (c: string, otherwise: string): RegexError =>
      source.error(/^\p{L}$/u.test(c) ? "unknown flag" : otherwise, Array.from(c).length);
    if (char !== "-") {
      for (;;) {
        const flag: number = flagLetters.get(char)!;
        if (this.isText && char === "L")
          throw source.error("bad inline flags: cannot use 'L' flag with a str pattern");
        if (!this.isText && char === "u")
          throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
        add |= flag;
        if ((flag & TYPE_FLAGS) !== 0 && (add & TYPE_FLAGS) !== flag) {
          throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        }
        char = source.get();
        if (char === undefined) throw source.error("missing -, : or )");
        if (char === ")" || char === "-" || char === ":") break;
        if (!flagLetters.has(char)) throw unknown(char, "missing -, : or )");
      }
    }
    if (char === ")") {
      this.flags |= add;
      return undefined;
    }
    if ((add & GLOBAL_FLAGS) !== 0) throw source.error("bad inline flags: cannot turn on global flag", 1);
    if (char === "-") {
      char = source.get();
      if (char === undefined) throw source.error("missing flag");
      if (!flagLetters.has(char)) throw unknown(char, "missing flag");
      for (;;) {
        const flag: number = flagLetters.get(char)!;
        if ((flag & TYPE_FLAGS) !== 0)
          throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        remove |= flag;
        char = source.get();
        if (char === undefined) throw source.error("missing :");
        if (char === ":") break;
        if (!flagLetters.has(char)) throw unknown(char, "missing :");
      }
    }
    if ((remove & GLOBAL_FLAGS) !== 0) throw source.error("bad inline flags: cannot turn off global flag", 1);
    if ((add & remove) !== 0) throw source.error("bad inline flags: flag turned on and off", 1);
    return [add, remove];
  }
}

/** Refuses flags that do not fit the kind of pattern and adds UNICODE to text patterns. */
function fixFlags(isText: boolean, flags: number): number {
  if (isText) {
    if ((flags & Flag.LOCALE) !== 0)
      throw new RegexUsageError("ValueError", "cannot use LOCALE flag with a str pattern");
    if ((flags & Flag.ASCII) === 0) return flags | Flag.UNICODE;
    if ((flags & Flag.UNICODE) !== 0)
      throw new RegexUsageError("ValueError", "ASCII and UNICODE flags are incompatible");
    return flags;
  }
  if ((flags & Flag.UNICODE) !== 0)
    throw new RegexUsageError("ValueError", "cannot use UNICODE flag with a bytes pattern");
  if ((flags & Flag.LOCALE) !== 0 && (flags & Flag.ASCII) !== 0) {
    throw new RegexUsageError("ValueError", "ASCII and LOCALE flags are incompatible");
  }
  return flags;
}
