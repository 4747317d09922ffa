/**
 * Patterns of permissions. A path opens itself and all below it; `*` in it stands for anything within a component, `**` for
 * any number of components, `?` for one character, and `\` before one of these takes its meaning. In names (environment
 * variables, programs) `*` stands for anything. What is denied is denied whatever allows it.
 */
import { basename, isBelow } from "./paths.js";

/** A path as a pattern that means this path alone. */
export const literalPath = (path: string): string => path.replace(/[*?\\]/g, "\\$&");

/** Where a pattern begins to be more than a path: the folders before that, and the rest. */
function splitPattern(pattern: string): { readonly fixed: string; readonly rest: string } {
  let cut = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") i++;
    else if (c === "*" || c === "?")
      return { fixed: unescape(pattern.slice(0, cut)), rest: pattern.slice(cut) };
    else if (c === "/") cut = i;
  }
  return { fixed: unescape(pattern), rest: "" };
}

const unescape = (text: string): string => text.replace(/\\(.)/gs, "$1");
const quote = (text: string): string =>
  text.replace(/[^\w/]/g, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);

/** Text of a pattern as a regular expression. */
function globRegex(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\\") out += quote(text.charAt(++i));
    else if (c === "?") out += "[^/]";
    else if (c !== "*") out += quote(c);
    else if (text.charAt(i + 1) !== "*") out += "[^/]*";
    else {
      while (text.charAt(i + 1) === "*") i++;
      // `a/**/b` means `a/b` too.
      if (text.charAt(i + 1) === "/" && out.endsWith("/")) {
        out += "(?:[^/]+/)*";
        i++;
      } else out += ".*";
    }
  }
  return out;
}

interface Place {
  readonly fixed: string;
  readonly rest: string;
}

/** The whole path, or a folder that it lies in. */
function pathRegex({ fixed, rest }: Place): RegExp {
  return new RegExp(`^${quote(fixed === "/" ? "" : fixed)}${globRegex(rest)}(?:/.*)?$`, "su");
}

/** A folder in which something that the pattern means may lie. */
function folderRegex({ fixed, rest }: Place): RegExp {
  const folders = rest.split("/").slice(1, -1);
  const deep = folders.findIndex((folder) => folder.includes("**"));
  const own = (deep < 0 ? folders : folders.slice(0, deep)).map(globRegex);
  const inner = deep < 0 ? "" : "(?:/.*)?";
  return new RegExp(
    `^${quote(fixed === "/" ? "" : fixed)}${own.reduceRight((after, folder) => `(?:/${folder}${after})?`, inner)}$`,
    "su",
  );
}

interface PathPattern {
  readonly text: string;
  readonly matches: (path: string) => boolean;
  /** Whether something that it means may lie in a folder. */
  readonly leads: (folder: string) => boolean;
}

function pathPattern(text: string, resolve: (path: string) => string): PathPattern {
  const { fixed, rest } = splitPattern(text);
  const place = { fixed: resolve(fixed === "" ? "/" : fixed), rest };
  const above = (folder: string): boolean => isBelow(place.fixed, folder);
  if (rest === "") return { text, leads: above, matches: (path) => isBelow(path, place.fixed) };
  const [whole, folders] = [pathRegex(place), folderRegex(place)];
  return {
    text,
    leads: (folder) => above(folder) || folders.test(folder),
    matches: (path) => whole.test(path),
  };
}

/** Paths that are open, and those of them that are not. Paths asked about are absolute, normalised, without links. */
export class PathRules {
  readonly #allowed: PathPattern[];
  readonly #denied: PathPattern[];

  /** @param resolve the path with its links resolved; a pattern's folders before its first `*` are resolved so */
  constructor(
    allow: readonly string[],
    deny: readonly string[],
    private readonly resolve: (path: string) => string,
  ) {
    this.#allowed = allow.map((pattern) => pathPattern(pattern, resolve));
    this.#denied = deny.map((pattern) => pathPattern(pattern, resolve));
  }

  allow(patterns: readonly string[]): void {
    this.#allowed.push(...patterns.map((pattern) => pathPattern(pattern, this.resolve)));
  }

  /** The pattern that denies a path. */
  denied(path: string): string | undefined {
    return this.#denied.find(({ matches }) => matches(path))?.text;
  }

  allows(path: string): boolean {
    return this.#allowed.some(({ matches }) => matches(path)) && this.denied(path) === undefined;
  }

  /** The path lies on the way to something open: that it exists is no secret. */
  leadsTo(path: string): boolean {
    return this.#allowed.some(({ leads }) => leads(path));
  }
}

/** A test for names by a pattern. */
export function namePattern(pattern: string): (name: string) => boolean {
  const parts = pattern.split("*").map(quote);
  const regex = new RegExp(`^${parts.join(".*")}$`, "su");
  return (name) => regex.test(name);
}

/** Environment variables that are passed on, by patterns. */
export function passedNames(allow: readonly string[], deny: readonly string[]): (name: string) => boolean {
  const [allowed, denied] = [allow.map(namePattern), deny.map(namePattern)];
  return (name) => allowed.some((matches) => matches(name)) && !denied.some((matches) => matches(name));
}

/**
 * Programs that may run. A name means the program that PATH leads to, called by its name or by its path; a pattern with `/`
 * means paths; `*` means all.
 */
export class RunRules {
  readonly #deny: readonly string[];

  constructor(
    private readonly allow: readonly string[],
    deny: readonly string[] = [],
  ) {
    this.#deny = deny;
  }

  /** The pattern that denies a program. */
  denied(name: string, path: string): string | undefined {
    // Another name in front of it, or a copy: what is denied by name is denied wherever it lies.
    return this.#deny.find((pattern) => matchesProgram(pattern, name, path, true));
  }

  /** @param path where it lies @param inPath PATH leads to it by its last component */
  allows(name: string, path: string, inPath: boolean): boolean {
    return (
      this.allow.some((pattern) => matchesProgram(pattern, name, path, inPath)) &&
      this.denied(name, path) === undefined
    );
  }
}

function matchesProgram(pattern: string, name: string, path: string, inPath: boolean): boolean {
  if (pattern === "*") return true;
  if (pattern.includes("/")) return pathRegex(splitPattern(pattern)).test(path);
  return inPath && namePattern(pattern)(basename(name));
}
