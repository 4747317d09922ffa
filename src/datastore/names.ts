/**
 * What a variable's name says: an override-style operation (`A:append:x`), or a variant for overrides (`A:x:y`).
 * Source: the manual's "Conditional Syntax (Overrides)", and real BitBake for which names count.
 */
import { flat } from "../diagnostics/flat.js";
import { flagsKey } from "./dependencies.js";

export type PendingKind = "append" | "prepend" | "remove";

export interface Operation {
  readonly base: string;
  readonly kind: PendingKind;
  /** The overrides the operation waits for, or null when it always applies. */
  readonly condition: string | null;
}

const OPERATION = /^(.*?):(append|prepend|remove)(?::([^A-Z]*))?$/;

/** The operation that setting `name` means, or undefined when `name` is just a name. */
function operationOf(name: string): Operation | undefined {
  if (!name.includes(":append") && !name.includes(":prepend") && !name.includes(":remove")) return undefined;
  const match = OPERATION.exec(name);
  if (match === null) return undefined;
  return { base: flat(match[1] ?? ""), kind: match[2] as PendingKind, condition: match[3] ?? null };
}

/** Only a part that begins like this can be an override: `A:X` is a name of its own. */
function mayBeOverride(part: string): boolean {
  const c = part.charCodeAt(0);
  return (c >= 97 && c <= 122) || (c >= 48 && c <= 57);
}

/** For `A:x:y`: A:x with "y", then A with "x:y"; stops at the first part that cannot be an override. */
function shorterNames(name: string): { readonly short: string; readonly suffix: string }[] {
  const found: { short: string; suffix: string }[] = [];
  let end = name.length;
  for (;;) {
    const colon = name.lastIndexOf(":", end - 1);
    if (colon < 0 || end === 0 || !mayBeOverride(name.slice(colon + 1, end))) return found;
    found.push({ short: flat(name.slice(0, colon)), suffix: flat(name.slice(colon + 1)) });
    end = colon;
  }
}

/** Runs `visit` for every name that `name` could be a variant of, without judging its parts. */
function eachPrefix(name: string, visit: (prefix: string) => void): void {
  for (
    let colon = name.lastIndexOf(":");
    colon >= 0;
    colon = colon === 0 ? -1 : name.lastIndexOf(":", colon - 1)
  ) {
    visit(flat(name.slice(0, colon)));
  }
}

const NO_SHORTER: readonly { readonly short: string; readonly suffix: string }[] = [];
const NO_PREFIXES: readonly string[] = [];
/** So many names are remembered; a run over whole layers meets about 30,000. */
const REMEMBERED = 200_000;

/** What the text of a name says, worked out once. */
export class NameInfo {
  readonly operation: Operation | undefined;
  /** What stands before the first colon. */
  readonly base: string;
  readonly shorter: readonly { readonly short: string; readonly suffix: string }[];
  /** See eachPrefix. */
  readonly prefixes: readonly string[];
  /** The key of its flags among the dependencies of values. */
  readonly flagsKey: string;

  constructor(readonly name: string) {
    this.flagsKey = flagsKey(name);
    const colon = name.indexOf(":");
    if (colon < 0) {
      this.operation = undefined;
      this.base = name;
      this.shorter = NO_SHORTER;
      this.prefixes = NO_PREFIXES;
      return;
    }
    this.operation = operationOf(name);
    this.base = flat(name.slice(0, colon));
    this.shorter = shorterNames(name);
    const prefixes: string[] = [];
    eachPrefix(name, (prefix) => void prefixes.push(prefix));
    this.prefixes = prefixes;
  }
}

/** The names met so far; shared by all copies of a store. */
export class NameTable {
  private readonly known = new Map<string, NameInfo>();

  of(name: string): NameInfo {
    let info = this.known.get(name);
    if (info === undefined) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      info = new NameInfo(flat(name));
      this.known.set(info.name, info);
    }
    return info;
  }
}
