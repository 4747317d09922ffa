/** repr() and ascii() of str and bytes: quotes and escapes as CPython chooses them. Pure. */
import { isPrintable } from "./unicode.js";

const plain = /^[ -&(-[\]-~]*$/;

/** `repr(s)`. */
export function reprStr(s: string): string {
  return plain.test(s) ? `'${s}'` : quote(s, isPrintable);
}

/** `ascii(s)`. */
export function asciiStr(s: string): string {
  return plain.test(s) ? `'${s}'` : quote(s, (cp) => cp >= 32 && cp < 127);
}

/** Text of a repr with everything beyond ASCII escaped (`%a`, `!a`). */
export function asciiOfRepr(s: string): string {
  return s.replace(/[^\x00-\x7f]/gu, (c) => escape(c.codePointAt(0)!));
}

function escape(cp: number): string {
  if (cp < 0x100) return `\\x${cp.toString(16).padStart(2, "0")}`;
  if (cp < 0x10000) return `\\u${cp.toString(16).padStart(4, "0")}`;
  return `\\U${cp.toString(16).padStart(8, "0")}`;
}

function quote(s: string, shown: (cp: number) => boolean): string {
  const q = s.includes("'") && !s.includes('"') ? '"' : "'";
  let out = q;
  for (const c of s) {
    if (c === q || c === "\\") out += `\\${c}`;
    else if (c === "\n") out += "\\n";
    else if (c === "\r") out += "\\r";
    else if (c === "\t") out += "\\t";
    else {
      const cp = c.codePointAt(0)!;
      out += shown(cp) ? c : escape(cp);
    }
  }
  return out + q;
}

/** The inside of a bytes repr, and `b'...'`. */
export function reprBytes(bytes: ArrayLike<number>): string {
  let single = false;
  let double = false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 39) single = true;
    if (bytes[i] === 34) double = true;
  }
  const q = single && !double ? '"' : "'";
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i];
    const c = String.fromCharCode(b);
    if (c === q || c === "\\") out.push(`\\${c}`);
    else if (b === 10) out.push("\\n");
    else if (b === 13) out.push("\\r");
    else if (b === 9) out.push("\\t");
    else out.push(b >= 32 && b < 127 ? c : escape(b));
  }
  return `b${q}${out.join("")}${q}`;
}
