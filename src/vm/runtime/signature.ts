/**
 * Python signatures of native functions, written as text ("name(a, b=None, /, *args, key=None, **kw)"), and the binding of
 * a call's arguments to them. What does not fit is refused with CPython's message (refusals.ts).
 */
import { SandbakeError } from "../../diagnostics/errors.js";
import type { KwArgs, PyObject } from "./objects.js";
import { refuse } from "./refusals.js";
import type { Runtime } from "./runtime.js";

export interface Parameter {
  readonly name: string;
  /** Text of the default; undefined: required; "...": optional, arrives as undefined. */
  readonly defaultText: string | undefined;
}

/** A parsed signature. Implementations get `positional..., args[]?, keywordOnly..., kw?: Map`. */
export class Signature {
  readonly positional: readonly Parameter[];
  readonly positionalOnly: number;
  readonly keywordOnly: readonly Parameter[];
  readonly varargs: string | undefined;
  readonly varkw: string | undefined;
  /** Number of required positional parameters. */
  readonly required: number;
  /** Only positional parameters that a plain call can fill. */
  readonly simple: boolean;
  private defaults: (PyObject | undefined)[] | undefined;
  private keywordDefaults: (PyObject | undefined)[] | undefined;

  constructor(
    readonly text: string,
    parts: {
      positional: Parameter[];
      positionalOnly: number;
      keywordOnly: Parameter[];
      varargs: string | undefined;
      varkw: string | undefined;
    },
  ) {
    this.positional = parts.positional;
    this.positionalOnly = parts.positionalOnly;
    this.keywordOnly = parts.keywordOnly;
    this.varargs = parts.varargs;
    this.varkw = parts.varkw;
    let required = 0;
    while (required < parts.positional.length && parts.positional[required].defaultText === undefined)
      required++;
    this.required = required;
    this.simple = parts.varargs === undefined && parts.varkw === undefined && parts.keywordOnly.length === 0;
  }

  /** Defaults of the positional parameters (undefined where there is none). */
  positionalDefaults(rt: Runtime): (PyObject | undefined)[] {
    return (this.defaults ??= this.positional.map((p) => literal(rt, p.defaultText, this.text)));
  }

  keywordOnlyDefaults(rt: Runtime): (PyObject | undefined)[] {
    return (this.keywordDefaults ??= this.keywordOnly.map((p) => literal(rt, p.defaultText, this.text)));
  }
}

/** What is called, for messages. */
export interface Called {
  /** `__qualname__` */
  readonly qualname: string;
  readonly name: string;
  /** Messages of C functions. */
  readonly c: boolean;
  /** The first parameter is bound (self, cls): C messages do not count it. */
  readonly bound: boolean;
  /** The module of a function that is no method. */
  readonly module: string | undefined;
  /** It is a type's `__new__` or `__init__`. */
  readonly constructs: boolean;
}

/** Parses "name(params)" or "(params)"; a text that is no signature is a mistake of ours. */
export function parseSignature(text: string): { name: string; signature: Signature } {
  const open = text.indexOf("(");
  if (open < 0 || !text.trimEnd().endsWith(")"))
    throw new SandbakeError("native-signature", `not a signature: ${text}`);
  const name = text.slice(0, open).trim();
  const positional: Parameter[] = [];
  const keywordOnly: Parameter[] = [];
  let positionalOnly = 0;
  let varargs: string | undefined;
  let varkw: string | undefined;
  let star = false;
  for (const raw of splitParameters(text.slice(open + 1, text.lastIndexOf(")")))) {
    const part = raw.trim();
    if (part === "") continue;
    if (part === "/") {
      positionalOnly = positional.length;
    } else if (part === "*") {
      star = true;
    } else if (part.startsWith("**")) {
      varkw = part.slice(2).trim();
    } else if (part.startsWith("*")) {
      varargs = part.slice(1).trim();
      star = true;
    } else {
      const equals = part.indexOf("=");
      const parameter =
        equals < 0
          ? { name: part, defaultText: undefined }
          : { name: part.slice(0, equals).trim(), defaultText: part.slice(equals + 1).trim() };
      if (!/^[A-Za-z_]\w*$/.test(parameter.name)) {
        throw new SandbakeError("native-signature", `not a parameter: ${part} in ${text}`);
      }
      (star ? keywordOnly : positional).push(parameter);
    }
  }
  return {
    name,
    signature: new Signature(text, { positional, positionalOnly, keywordOnly, varargs, varkw }),
  };
}

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quote = "";
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== "") {
      if (c === "\\") i++;
      else if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "(" || c === "[") depth++;
    else if (c === ")" || c === "]") depth--;
    else if (c === "," && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

const escapes = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);

function literal(rt: Runtime, text: string | undefined, signature: string): PyObject | undefined {
  if (text === undefined || text === "...") return undefined;
  if (text === "None") return rt.none;
  if (text === "True") return rt.true;
  if (text === "False") return rt.false;
  if (text === "()") return rt.tuple([]);
  if (/^-?\d+$/.test(text)) return rt.int(Number(text));
  if (/^-?\d+\.\d*(e[+-]?\d+)?$/.test(text)) return rt.float(Number(text));
  const quoted = /^(b?)(["'])([\s\S]*)\2$/.exec(text);
  if (quoted !== null) {
    const value = quoted[3].replace(/\\(.)/g, (_, c: string) => escapes.get(c) ?? c);
    return quoted[1] === "b" ? rt.bytes(Uint8Array.from(value, (c) => c.charCodeAt(0))) : rt.str(value);
  }
  throw new SandbakeError("native-signature", `default ${text} of ${signature} is not a literal`);
}

/** Handed to every call without keywords: implementations read what they are given, and never change it. */
export const NO_KEYWORDS = new Map<string, PyObject>();

/**
 * Binds a call to the parameters. `self` (when given) comes before `args`.
 * @returns the implementation's arguments
 * @throws TypeError (Python) with CPython's message
 */
export function bindArguments(
  rt: Runtime,
  called: Called,
  signature: Signature,
  self: PyObject | undefined,
  args: readonly PyObject[],
  kw: KwArgs | undefined,
): unknown[] {
  const offset = self === undefined ? 0 : 1;
  const given = args.length + offset;
  const { positional, keywordOnly } = signature;
  const total = positional.length;
  const hasKeywords = kw !== undefined && kw.length > 0;

  if (!hasKeywords && signature.simple && given === total) {
    return self === undefined ? (args as unknown[]) : [self, ...args];
  }
  const bound: unknown[] = new Array<unknown>(total);
  const taken = given < total ? given : total;
  if (self !== undefined && total > 0) bound[0] = self;
  for (let i = offset; i < taken; i++) bound[i] = args[i - offset];

  let extraKeywords: Map<string, PyObject> | undefined;
  let keywordValues: (PyObject | undefined)[] | undefined;
  if (signature.varkw !== undefined) extraKeywords = hasKeywords ? new Map() : NO_KEYWORDS;
  if (keywordOnly.length > 0) keywordValues = new Array<PyObject | undefined>(keywordOnly.length);

  if (given > total && signature.varargs === undefined) refuse(rt, called, signature, self, given, kw);

  if (hasKeywords) {
    for (let k = 0; k < kw.length; k += 2) {
      const name = kw[k] as string;
      const value = kw[k + 1] as PyObject;
      let at = -1;
      for (let i = signature.positionalOnly; i < total; i++) {
        if (positional[i].name === name) {
          at = i;
          break;
        }
      }
      if (at >= 0) {
        if (bound[at] !== undefined) refuse(rt, called, signature, self, given, kw);
        bound[at] = value;
        continue;
      }
      const only = keywordValues === undefined ? -1 : keywordOnly.findIndex((p) => p.name === name);
      if (only >= 0) keywordValues![only] = value;
      else if (extraKeywords !== undefined) extraKeywords.set(name, value);
      else refuse(rt, called, signature, self, given, kw);
    }
  }

  if (taken < total) {
    const defaults = signature.positionalDefaults(rt);
    for (let i = taken; i < total; i++) {
      if (bound[i] !== undefined) continue;
      if (i < signature.required) refuse(rt, called, signature, self, given, kw);
      bound[i] = defaults[i];
    }
  }
  if (signature.varargs !== undefined) bound.push(given > total ? args.slice(total - offset) : []);
  if (keywordValues !== undefined) {
    const defaults = signature.keywordOnlyDefaults(rt);
    for (let i = 0; i < keywordValues.length; i++) {
      if (keywordValues[i] === undefined) {
        if (keywordOnly[i].defaultText === undefined) refuse(rt, called, signature, self, given, kw);
        keywordValues[i] = defaults[i];
      }
      bound.push(keywordValues[i]);
    }
  }
  if (extraKeywords !== undefined) bound.push(extraKeywords);
  return bound;
}
