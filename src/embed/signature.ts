/**
 * An annotated signature at run time: its plain form for the VM ("area(width, height=1.0)"), a converter for each
 * parameter and for the result, and the function that stands between Python's call and the TypeScript implementation.
 */
import { SandbakeError } from "../diagnostics/errors.js";
import type { PyObject } from "../vm/runtime/objects.js";
import { parseSignature } from "../vm/runtime/signature.js";
import { converter, NO, splitTop, type Converter, type Scope } from "./annotations.js";

type Kind = "value" | "rest" | "keywords";

interface AnnotatedParameter {
  readonly name: string;
  readonly kind: Kind;
  readonly type: string;
  /** May arrive as undefined (`=...`). */
  readonly absent: boolean;
}

/** The text, read. */
export interface AnnotatedSignature {
  readonly name: string;
  /** Without annotations, `self` in front where asked. */
  plain(self?: "self" | "cls"): string;
  readonly parameters: readonly AnnotatedParameter[];
  readonly result: string;
}

/** Reads `name(a: int, *, b: str = 'x') -> float`. @throws SandbakeError "native-signature" */
export function readSignature(text: string): AnnotatedSignature {
  const match = /^\s*(\w*)\(([\s\S]*)\)\s*(?:->([\s\S]*))?$/.exec(text);
  if (match === null) {
    throw new SandbakeError("native-signature", `not a signature: ${text}`, {
      hint: "Write it as Python does: name(a: int, b: str = 'x', *, key: float = 1.0) -> bool",
    });
  }
  const [, name, inside, result = "Any"] = match;
  const parameters: AnnotatedParameter[] = [];
  const plain: string[] = [];
  for (const raw of splitTop(inside, ",")) {
    const part = raw.trim();
    if (part === "") continue;
    if (part === "/" || part === "*") {
      plain.push(part);
      continue;
    }
    const equals = part.indexOf("=");
    const left = equals < 0 ? part : part.slice(0, equals);
    const colon = left.indexOf(":");
    const label = (colon < 0 ? left : left.slice(0, colon)).trim();
    const type = colon < 0 ? "Any" : left.slice(colon + 1).trim();
    const value = equals < 0 ? undefined : part.slice(equals + 1).trim();
    const stars = /^\*{0,2}/.exec(label)?.[0].length ?? 0;
    const kind = (["value", "rest", "keywords"] as const)[stars];
    parameters.push({ name: label.slice(stars), kind, type, absent: value === "..." });
    plain.push(value === undefined ? label : `${label}=${value}`);
  }
  return {
    name,
    parameters,
    result: result.trim(),
    plain: (self) => `${name}(${(self === undefined ? plain : [self, ...plain]).join(", ")})`,
  };
}

/** The TypeScript values of a call's Python arguments. `label` is for messages. */
export function argumentReader(
  signature: AnnotatedSignature,
  label: string,
  scope: Scope,
): (args: readonly any[]) => unknown[] {
  checkDefaults(signature, label, scope);
  const readers = signature.parameters.map((parameter) => reader(parameter, label, scope));
  return (args) => readers.map((read, i) => read(args[i]));
}

/** A TypeScript implementation as the VM calls it; with `self`, the first argument is a method's. */
export function adapt(
  signature: AnnotatedSignature,
  label: string,
  scope: Scope,
  impl: (...args: any[]) => unknown,
  self?: (o: PyObject) => unknown,
): (...args: any[]) => PyObject {
  const read = argumentReader(signature, label, scope);
  const result = converter(signature.result, scope);
  return self === undefined
    ? (...args) => written(result, impl(...read(args)), label)
    : (first: PyObject, ...args) => written(result, impl(self(first), ...read(args)), label);
}

/** Defaults are of their parameters' types, so that a call without them cannot fail. */
function checkDefaults(signature: AnnotatedSignature, label: string, scope: Scope): void {
  const plain = parseSignature(signature.plain()).signature;
  const names = [...plain.positional, ...plain.keywordOnly].map(({ name }) => name);
  const values = [...plain.positionalDefaults(scope.rt), ...plain.keywordOnlyDefaults(scope.rt)];
  for (const [i, value] of values.entries()) {
    const parameter = signature.parameters.find(({ name }) => name === names[i]);
    if (value === undefined || parameter === undefined) continue;
    if (converter(parameter.type, scope).read(value) !== NO) continue;
    const hint = value === scope.rt.none ? ` Write ${parameter.type} | None.` : "";
    throw new SandbakeError(
      "native-signature",
      `${label}: the default ${scope.rt.repr(value)} of '${parameter.name}' is not ${parameter.type}.${hint}`,
    );
  }
}

/** A result as a Python object. @throws SandbakeError "native-result" when it is not of the annotation's type */
export function written(result: Converter, value: unknown, label: string): PyObject {
  const out = result.write(value);
  if (out !== NO) return out;
  const what = value === null ? "null" : typeof value;
  throw new SandbakeError(
    "native-result",
    `${label} should return ${result.text}, and returned a JavaScript ${what}`,
  );
}

function reader(parameter: AnnotatedParameter, label: string, scope: Scope): (given: any) => unknown {
  const { rt } = scope;
  const { name, kind, absent } = parameter;
  const type = converter(parameter.type, scope);
  const one = (o: PyObject): unknown => {
    const value = type.read(o);
    if (value !== NO) return value;
    throw rt.error("TypeError", `${label} argument '${name}' must be ${type.text}, not ${rt.typeName(o)}`);
  };
  if (kind === "rest") return (items: PyObject[]) => items.map(one);
  if (kind === "keywords")
    return (items: Map<string, PyObject>) => new Map([...items].map(([key, o]) => [key, one(o)]));
  return absent ? (o) => (o === undefined ? undefined : one(o as PyObject)) : one;
}
