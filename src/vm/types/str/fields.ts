/** Evaluates `str.format` and `str.format_map`: looks fields up, converts, formats, with auto-numbering rules. */
import type { PyObject, Rt } from "../support.js";
import { getItem } from "../dict/type.js";
import { formatFloat, formatInt, formatStr } from "../format.js";
import type { Int } from "../number/integer.js";
import { asciiOfRepr } from "./repr.js";
import { TemplateCache } from "./percent.js";
import { pieces, splitName, type Piece } from "./template.js";

/** Positional and keyword values; `positional` is undefined for format_map. */
export interface Fields {
  readonly positional: readonly PyObject[] | undefined;
  named(key: string): PyObject;
}

/** `format(value, spec)` as a JS string. */
export function formatObject(rt: Rt, value: PyObject, spec: string): string {
  const type = value.ob$type;
  if (spec === "") {
    if (type === rt.types.str) return value.v;
    if (type === rt.types.int && typeof value.v === "number") return String(value.v);
    if (type === rt.types.float) return rt.repr(value);
  }
  if (type === rt.types.int) return formatInt(rt, value.v as Int, spec);
  if (type === rt.types.float) return formatFloat(rt, value.v as number, spec);
  if (type === rt.types.str) return formatStr(rt, value.v as string, spec);
  if (rt.lookupType(type, "__format__") === undefined)
    throw rt.error("TypeError", `Type ${rt.tpName(value)} doesn't define __format__`);
  const result = rt.callSpecial1(value, "__format__", new rt.types.str(spec));
  if (!(result instanceof rt.types.str))
    throw rt.error("TypeError", `__format__ must return a str, not ${rt.tpName(result)}`);
  return result.v;
}

/** `value` after `!r`, `!s` or `!a`. */
export function convert(rt: Rt, value: PyObject, conversion: string): PyObject {
  switch (conversion) {
    case "":
      return value;
    case "r":
      return new rt.types.str(rt.repr(value));
    case "s":
      return new rt.types.str(rt.strOf(value));
    case "a":
      return new rt.types.str(asciiOfRepr(rt.repr(value)));
    default:
      throw rt.error(
        "ValueError",
        conversion > " " && conversion < "\x7f"
          ? `Unknown conversion specifier ${conversion}`
          : `Unknown conversion specifier \\x${conversion.codePointAt(0)!.toString(16)}`,
      );
  }
}

/** The pieces of a template: from the VM's cache, or as they are parsed when the syntax is wrong. */
function parsedTemplate(rt: Rt, template: string): Iterable<Piece> {
  const cache = rt.types.str.$templates as TemplateCache<readonly Piece[] | undefined>;
  return cache.get(template) ?? pieces(rt, template);
}

/** A cache of templates without syntax errors. */
export function templateCache(rt: Rt): TemplateCache<readonly Piece[] | undefined> {
  return new TemplateCache((text) => {
    try {
      return [...pieces(rt, text)];
    } catch (e) {
      // parsed anew at each use: what stands before the error is formatted first
      if (rt.isException(e, "ValueError")) return undefined;
      throw e;
    }
  });
}

/** Automatic or manual numbering of one template, shared by its nested specifications. */
interface Numbering {
  kind: "none" | "automatic" | "manual";
  next: number;
}

/** The formatted text. */
export function formatTemplate(rt: Rt, template: string, fields: Fields): string {
  return build(rt, template, fields, { kind: "none", next: 0 }, 2);
}

function build(rt: Rt, template: string, fields: Fields, numbering: Numbering, depth: number): string {
  if (depth <= 0) throw rt.error("ValueError", "Max string recursion exceeded");
  const out: string[] = [];
  let size = 0;
  for (const { literal, field } of parsedTemplate(rt, template)) {
    out.push(literal);
    if (field === undefined) continue;
    const value = convert(rt, lookUp(rt, field.name, fields, numbering), field.conversion);
    const spec = field.nested ? build(rt, field.spec, fields, numbering, depth - 1) : field.spec;
    const text = formatObject(rt, value, spec);
    size += text.length;
    rt.budget.allocate(size);
    out.push(text);
  }
  return out.join("");
}

function lookUp(rt: Rt, name: string, fields: Fields, numbering: Numbering): PyObject {
  const simple = /^[A-Za-z_]\w*$/.test(name) || name === "";
  const split = simple ? { first: name as string | number, rest: [] } : splitName(rt, name);
  let first = split.first;
  if (first === "" || typeof first === "number") {
    const kind = first === "" ? "automatic" : "manual";
    if (numbering.kind === "none") numbering.kind = kind;
    else if (numbering.kind !== kind)
      throw rt.error(
        "ValueError",
        kind === "automatic"
          ? "cannot switch from manual field specification to automatic field numbering"
          : "cannot switch from automatic field numbering to manual field specification",
      );
    if (first === "") first = numbering.next++;
  }
  let value: PyObject;
  if (typeof first === "number") {
    if (fields.positional === undefined)
      throw rt.error("ValueError", "Format string contains positional fields");
    value = fields.positional[first];
    if (value === undefined)
      throw rt.error("IndexError", `Replacement index ${first} out of range for positional args tuple`);
  } else value = fields.named(first);
  for (const access of split.rest) {
    if ("attribute" in access) value = rt.getattr(value, access.attribute);
    else if (typeof access.index === "number") value = getItem(rt, value, new rt.types.int(access.index));
    else value = getItem(rt, value, new rt.types.str(access.index));
  }
  return value;
}
