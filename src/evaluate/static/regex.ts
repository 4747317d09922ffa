/** Python's `re` for the static interpreter: the project's own engine, which needs no VM. */
import { RegexError, RegexUsageError } from "../../modules/re/error.js";
import { CompiledPattern, type MatchMode, type MatchSpans } from "../../modules/re/pattern.js";
import { Subject } from "../../modules/re/subject.js";
import { Budget } from "../../sandbox/budget.js";
import type { Native, NativeCall } from "./natives.js";
import {
  EventValue,
  FunctionValue,
  NativeValue,
  Raised,
  Tuple,
  Unknown,
  unknownIn,
  type StaticValue,
} from "./values.js";

const notFollowed = ({ name, args }: NativeCall): Unknown =>
  unknownIn(args) ?? new Unknown({ reason: `${name}() with these arguments is not followed` });

/** Compiles a pattern of Python's; throws Raised where `re` refuses it. */
export function compilePattern(source: string): CompiledPattern {
  try {
    return new CompiledPattern(source, true, 0, new Budget());
  } catch (error) {
    if (error instanceof RegexError || error instanceof RegexUsageError)
      throw new Raised("error", error.message);
    throw error;
  }
}

/** A match as code sees it. */
function matchValue(match: MatchSpans | undefined, pattern: CompiledPattern): StaticValue {
  if (match === undefined) return null;
  const group = (wanted: StaticValue): StaticValue => {
    const number = typeof wanted === "string" ? pattern.names.get(wanted) : wanted;
    if (typeof number !== "number" || number > pattern.groups)
      throw new Raised("IndexError", "no such group");
    return match.group(number) ?? null;
  };
  const method = (
    name: string,
    run: (args: readonly StaticValue[]) => StaticValue,
  ): [string, StaticValue] => [
    name,
    new NativeValue(`match.${name}`, (args) => unknownIn(args) ?? run(args)),
  ];
  return new EventValue(
    "Match",
    new Map([
      method("group", (args) => (args.length > 1 ? new Tuple(args.map(group)) : group(args[0] ?? 0))),
      method(
        "groups",
        () => new Tuple(Array.from({ length: pattern.groups }, (_, i) => match.group(i + 1) ?? null)),
      ),
      method(
        "groupdict",
        () =>
          new Map<StaticValue, StaticValue>(
            [...pattern.names].map(([name, i]) => [name, match.group(i) ?? null]),
          ),
      ),
      method("start", ([i = 0]) =>
        typeof i === "number" ? match.start(i) : new Unknown({ reason: "a group by name" }),
      ),
      method("end", ([i = 0]) =>
        typeof i === "number" ? match.end(i) : new Unknown({ reason: "a group by name" }),
      ),
    ]),
  );
}

type Use = (
  pattern: CompiledPattern,
  args: readonly StaticValue[],
  call: NativeCall,
) => StaticValue | undefined;

const matching =
  (mode: MatchMode): Use =>
  (pattern, [text, ...rest]) =>
    typeof text === "string" && rest.length === 0
      ? matchValue(pattern.exec(new Subject(text), mode), pattern)
      : undefined;

const uses: readonly (readonly [string, Use])[] = [
  ["match", matching("match")],
  ["search", matching("search")],
  ["fullmatch", matching("fullmatch")],
  [
    "split",
    (pattern, [text, ...rest]) =>
      typeof text === "string" && rest.length === 0
        ? pattern.split(new Subject(text)).map((part) => part ?? null)
        : undefined,
  ],
  [
    "findall",
    (pattern, [text, ...rest]) => {
      if (typeof text !== "string" || rest.length > 0) return undefined;
      return [...pattern.matches(new Subject(text))].map((match) => {
        if (pattern.groups === 0) return match.group() ?? "";
        const groups = Array.from({ length: pattern.groups }, (_, i) => match.group(i + 1) ?? "");
        return groups.length === 1 ? (groups[0] ?? "") : new Tuple(groups);
      });
    },
  ],
  [
    "finditer",
    (pattern, [text, ...rest]) =>
      typeof text === "string" && rest.length === 0
        ? [...pattern.matches(new Subject(text))].map((match) => matchValue(match, pattern))
        : undefined,
  ],
  [
    "sub",
    (pattern, [replacement, text, ...rest], { world }) => {
      if (typeof text !== "string" || rest.length > 0) return undefined;
      if (typeof replacement === "string") {
        const template = pattern.template(replacement, true);
        return pattern.substitute(new Subject(text), (match) => match.expand(template))[0];
      }
      if (!(replacement instanceof FunctionValue)) return undefined;
      let unknown: Unknown | undefined;
      const [out] = pattern.substitute(new Subject(text), (match) => {
        const value = world.interpreter.callFunction(replacement, [matchValue(match, pattern)], new Map());
        if (typeof value === "string") return value;
        unknown ??=
          value instanceof Unknown ? value : new Unknown({ reason: "a replacement that is no text" });
        return "";
      });
      return unknown ?? out;
    },
  ],
];

function run(
  use: Use,
  pattern: CompiledPattern,
  args: readonly StaticValue[],
  call: NativeCall,
): StaticValue {
  try {
    const value = use(pattern, args, call);
    return value === undefined ? notFollowed(call) : value;
  } catch (error) {
    if (error instanceof RegexError || error instanceof RegexUsageError)
      throw new Raised("error", error.message);
    throw error;
  }
}

/** `re.NAME`. Flags are not followed. */
export const regexNatives: readonly (readonly [string, Native])[] = [
  ...uses.map(([name, use]): readonly [string, Native] => [
    `re.${name}`,
    (call) => {
      const [source, ...args] = call.args;
      if (typeof source !== "string" || call.keywords.size > 0) return notFollowed(call);
      return run(use, compilePattern(source), args, call);
    },
  ]),
  [
    "re.compile",
    (call) => {
      const [source, ...rest] = call.args;
      if (typeof source !== "string" || rest.length > 0 || call.keywords.size > 0) return notFollowed(call);
      const pattern = compilePattern(source);
      return new EventValue(
        "Pattern",
        new Map<string, StaticValue>([
          ["pattern", source],
          ...uses.map(([name, use]): [string, StaticValue] => [
            name,
            new NativeValue(`pattern.${name}`, (args, keywords) => {
              const inner: NativeCall = { ...call, args, keywords, name: `pattern.${name}` };
              return keywords.size > 0 ? notFollowed(inner) : run(use, pattern, args, inner);
            }),
          ]),
        ]),
      );
    },
  ],
  [
    "re.escape",
    (call) => {
      const [text] = call.args;
      return typeof text === "string" && /^[\w./ -]*$/.test(text)
        ? text.replace(/[.\-/ ]/g, (ch) => (ch === "/" ? ch : `\\${ch}`))
        : notFollowed(call);
    },
  ],
];
