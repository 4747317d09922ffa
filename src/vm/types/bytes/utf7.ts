/** UTF-7 (RFC 2152) as CPython writes and reads it. */
import type { Rt } from "../support.js";
import { recover } from "./recovery.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Written as they are: the direct characters, white space, and the optional direct ones, as CPython's encoder does. */
const direct = /^[A-Za-z0-9'(),\-./:? \t\r\n!"#$%&*;<=>@[\]^_`{|}]$/;

/** The bytes of a text; every text has some. */
export function encodeUtf7(s: string): Uint8Array {
  const out: number[] = [];
  const put = (text: string): void => {
    for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
  };
  let bits = 0;
  let held = 0;
  let shifted = false;
  for (let i = 0; i < s.length; i++) {
    const c = s[i];
    if (direct.test(c)) {
      if (shifted) {
        if (bits > 0) put(digits[(held << (6 - bits)) & 63]);
        bits = held = 0;
        shifted = false;
        if (digits.includes(c) || c === "-") put("-");
      }
      put(c);
      continue;
    }
    if (!shifted) {
      if (c === "+") {
        put("+-");
        continue;
      }
      put("+");
      shifted = true;
    }
    held = ((held & 63) << 16) | c.charCodeAt(0);
    bits += 16;
    for (; bits >= 6; bits -= 6) put(digits[(held >>> (bits - 6)) & 63]);
  }
  if (shifted) {
    if (bits > 0) put(digits[(held << (6 - bits)) & 63]);
    put("-");
  }
  return Uint8Array.from(out);
}

export function decodeUtf7(rt: Rt, b: Uint8Array, errors: string): string {
  let out = "";
  let i = 0;
  const fail = (start: number, end: number, reason: string): void => {
    const [text, next] = recover(rt, "utf7", errors, b, start, end, reason);
    out += text;
    i = next;
  };
  while (i < b.length) {
    const start = i;
    if (b[i] >= 128) {
      fail(i, i + 1, "unexpected special character");
      continue;
    }
    if (b[i] !== 43) {
      out += String.fromCharCode(b[i++]);
      continue;
    }
    i++;
    if (b[i] === 45) {
      out += "+";
      i++;
      continue;
    }
    let held = 0;
    let bits = 0;
    let text = "";
    let digit: number;
    while (i < b.length && (digit = digits.indexOf(String.fromCharCode(b[i]))) >= 0) {
      held = ((held << 6) | digit) >>> 0;
      bits += 6;
      i++;
      if (bits >= 16) {
        bits -= 16;
        text += String.fromCharCode((held >>> bits) & 0xffff);
        held &= (1 << bits) - 1;
      }
    }
    out += text;
    if (i >= b.length) {
      if (i > start + 1) fail(start, b.length, "unterminated shift sequence");
    } else if (bits >= 6) fail(start, i + 1, "partial character in base64 sequence");
    else if (bits > 0 && held !== 0) fail(start, i + 1, "non-zero padding bits in shift sequence");
    else if (i === start + 1) fail(start, i + 1, "ill-formed sequence");
    else if (b[i] === 45) i++;
  }
  return out;
}
