/** The canonical text of a syntax tree that python-ast.py makes of CPython's: what tests and comparisons look at. */
import type * as ast from "../src/vm/parser/ast.js";
import { FIELDS } from "../src/vm/parser/fields.js";

/** One line a node or field. CPython 3.11 has other positions within f-strings: leave them out to compare with it. */
export function canonicalTree(tree: ast.Mod, placesInFStrings: boolean): string {
  const out: string[] = [];
  walk(tree, out, true, placesInFStrings);
  return out.join("\n");
}

const asciiJson = (s: string): string =>
  JSON.stringify(s).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

function double(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

function constant(v: ast.ConstantValue): string {
  switch (v.kind) {
    case "int":
      return `int 0x${v.value.toString(16)}`;
    case "float":
      return `float ${double(v.value)}`;
    case "complex":
      return `complex ${double(v.imag)}`;
    case "bytes":
      return `bytes ${Buffer.from(v.value, "latin1").toString("hex")}`;
    case "str":
      return `str ${asciiJson(v.value)}`;
    default:
      return v.kind;
  }
}

const unstored = new Set(["type_comment", "type_ignores"]);

function walk(node: ast.Node, out: string[], places: boolean, placesInFStrings: boolean): void {
  let name: string = node.type;
  if (node.type === "Constant") name += ` ${constant(node.value)} ${node.kind ?? "None"}`;
  if (places && "lineno" in node)
    name += ` ${node.lineno} ${node.col_offset} ${node.end_lineno} ${node.end_col_offset}`;
  out.push(name);
  if (node.type === "Constant") return;
  const inner = places && (placesInFStrings || node.type !== "JoinedStr");
  for (const field of FIELDS.get(node.type)?.fields ?? []) {
    if (unstored.has(field)) continue;
    const key = node.type === "ExceptHandler" && field === "type" ? "exc_type" : field;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (field === "ctx") out.push(`ctx ${value as string}`);
    else if (node.type === "MatchSingleton") out.push(`value ${node.value.kind}`);
    else if (Array.isArray(value)) {
      out.push(`${field} [${value.length}]`);
      for (const v of value) item(v, field, out, inner, placesInFStrings);
    } else {
      out.push(field);
      item(value, field, out, inner, placesInFStrings);
    }
  }
}

function item(
  value: unknown,
  field: string,
  out: string[],
  places: boolean,
  placesInFStrings: boolean,
): void {
  if (value === null) out.push("-");
  else if (typeof value === "object") walk(value as ast.Node, out, places, placesInFStrings);
  else if (typeof value === "string" && (field === "op" || field === "ops")) out.push(value);
  else out.push(typeof value === "string" ? asciiJson(value) : JSON.stringify(value));
}
