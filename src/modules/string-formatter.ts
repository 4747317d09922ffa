/**
 * `_string`: the parser of str.format texts, which string.Formatter uses (library reference, "Format String Syntax").
 */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { addFunctions } from "./support.js";

export function installStringFormatter(rt: Runtime): void {
  const text = (value: PyObject): string => {
    if (!rt.isStr(value)) throw rt.error("TypeError", `expected str, got ${rt.tpName(value)}`);
    return value.v as string;
  };
  rt.registerModule("_string", (_, module) => {
    addFunctions(rt, module, {
      formatter_parser: [
        "(format, /)",
        (format: PyObject) => rt.iter(rt.list(parseFormat(rt, text(format)))),
      ],
      formatter_field_name_split: ["(field_name, /)", (name: PyObject) => splitField(rt, text(name))],
    });
  });
}

/** `{}` texts of str.format: tuples of literal, field, spec and conversion. */
function parseFormat(rt: Runtime, format: string): PyObject[] {
  const out: PyObject[] = [];
  let literal = "";
  let i = 0;
  while (i < format.length) {
    const c = format[i];
    if (c !== "{" && c !== "}") {
      literal += c;
      i++;
      continue;
    }
    if (format[i + 1] === c) {
      out.push(rt.tuple([rt.str(literal + c), rt.none, rt.none, rt.none]));
      literal = "";
      i += 2;
      continue;
    }
    if (c === "}") throw rt.error("ValueError", "Single '}' encountered in format string");
    let depth = 1;
    let j = i + 1;
    for (; j < format.length && depth > 0; j++) {
      if (format[j] === "{") depth++;
      else if (format[j] === "}") depth--;
    }
    if (i + 1 >= format.length) throw rt.error("ValueError", "Single '{' encountered in format string");
    if (depth > 0) throw rt.error("ValueError", "expected '}' before end of string");
    const body = format.slice(i + 1, j - 1);
    let brackets = 0;
    let cut = 0;
    for (; cut < body.length; cut++) {
      if (body[cut] === "[") brackets++;
      else if (body[cut] === "]") brackets--;
      else if (brackets <= 0 && (body[cut] === ":" || body[cut] === "!")) break;
    }
    const field = body.slice(0, cut);
    let conversion: string | undefined;
    let rest = body.slice(cut);
    if (rest.startsWith("!")) {
      conversion = rest[1];
      if (conversion === undefined)
        throw rt.error("ValueError", "end of string while looking for conversion specifier");
      rest = rest.slice(2);
      if (rest !== "" && !rest.startsWith(":"))
        throw rt.error("ValueError", "expected ':' after conversion specifier");
    }
    out.push(
      rt.tuple([
        rt.str(literal),
        rt.str(field),
        rt.str(rest.slice(1)),
        conversion === undefined ? rt.none : rt.str(conversion),
      ]),
    );
    literal = "";
    i = j;
  }
  if (literal !== "") out.push(rt.tuple([rt.str(literal), rt.none, rt.none, rt.none]));
  return out;
}

function splitField(rt: Runtime, name: string): PyObject {
  const head = /^[^.[]*/.exec(name)![0];
  const first = /^\d+$/.test(head) ? rt.int(Number(head)) : rt.str(head);
  const parts: PyObject[] = [];
  let rest = name.slice(head.length);
  while (rest !== "") {
    if (rest.startsWith(".")) {
      const attribute = /^\.([^.[]*)/.exec(rest)!;
      if (attribute[1] === "") throw rt.error("ValueError", "Empty attribute in format string");
      parts.push(rt.tuple([rt.true, rt.str(attribute[1])]));
      rest = rest.slice(attribute[0].length);
    } else if (rest.startsWith("[")) {
      const end = rest.indexOf("]");
      if (end < 0) throw rt.error("ValueError", "Missing ']' in format string");
      const key = rest.slice(1, end);
      if (key === "") throw rt.error("ValueError", "Empty attribute in format string");
      parts.push(rt.tuple([rt.false, /^\d+$/.test(key) ? rt.int(Number(key)) : rt.str(key)]));
      rest = rest.slice(end + 1);
    } else throw rt.error("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
  }
  return rt.tuple([first, rt.iter(rt.list(parts))]);
}
