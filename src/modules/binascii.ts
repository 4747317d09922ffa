/** `binascii`: base64, hex, quoted-printable, CRCs. base64.py, quopri.py and uu.py are CPython's own text over it. */
import type { PyObject } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { crc32 } from "./zlib/checksums.js";
import { addFunctions, bytesOf, indexOf } from "./support.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function installBinascii(rt: Runtime): void {
  rt.registerModule("binascii", (_, module) => {
    const errorType = rt.buildClass("Error", [rt.builtin("ValueError")], { __module__: rt.str("binascii") });
    const incomplete = rt.buildClass("Incomplete", [rt.builtin("Exception")], {
      __module__: rt.str("binascii"),
    });
    const error = (message: string): PyObject => rt.call(errorType, [rt.str(message)]);
    module.setStr("Error", errorType);
    module.setStr("Incomplete", incomplete);
    /** bytes-like or ASCII text. */
    const ascii = (value: PyObject): Uint8Array => {
      if (!rt.isStr(value)) {
        try {
          return bytesOf(rt, value);
        } catch (e) {
          if (!rt.isException(e, "TypeError")) throw e;
          throw rt.error(
            "TypeError",
            `argument should be bytes, buffer or ASCII string, not '${rt.tpName(value)}'`,
          );
        }
      }
      const text = value.v as string;
      if (/[^\x00-\x7f]/.test(text))
        throw rt.error("ValueError", "string argument should contain only ASCII characters");
      return Uint8Array.from(text, (c) => c.charCodeAt(0));
    };
    const charge = (bytes: Uint8Array): Uint8Array => {
      rt.budget.allocate(bytes.length * 2);
      rt.budget.step(1 + (bytes.length >> 4));
      return bytes;
    };
    const fromText = (text: string): PyObject => rt.bytes(Uint8Array.from(text, (c) => c.charCodeAt(0)));
    const hexlify = (data: PyObject, separator: PyObject | undefined, every: PyObject): PyObject => {
      const digits = Array.from(charge(bytesOf(rt, data)), (b) => b.toString(16).padStart(2, "0"));
      if (separator === undefined) return fromText(digits.join(""));
      const sep = String.fromCharCode(...ascii(separator));
      if (sep.length !== 1) throw rt.error("ValueError", "sep must be length 1.");
      const n = indexOf(rt, every);
      if (n === 0) return fromText(digits.join(""));
      const size = Math.abs(n);
      const groups: string[] = [];
      if (n > 0)
        for (let end = digits.length; end > 0; end -= size)
          groups.unshift(digits.slice(Math.max(0, end - size), end).join(""));
      else
        for (let begin = 0; begin < digits.length; begin += size)
          groups.push(digits.slice(begin, begin + size).join(""));
      return fromText(groups.join(sep));
    };
    const unhexlify = (data: PyObject): PyObject => {
      const bytes = charge(ascii(data));
      if (bytes.length % 2 === 1) throw error("Odd-length string");
      const text =
        String.fromCharCode.apply(null, []) + Array.from(bytes, (b) => String.fromCharCode(b)).join("");
      if (!/^[0-9a-fA-F]*$/.test(text)) throw error("Non-hexadecimal digit found");
      return rt.bytes(
        Uint8Array.from({ length: bytes.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16)),
      );
    };
    addFunctions(rt, module, {
      b2a_base64: [
        "(data, /, *, newline=True)",
        (data: PyObject, newline: PyObject) => {
          const bytes = charge(bytesOf(rt, data));
          let text = "";
          for (let i = 0; i < bytes.length; i += 3) {
            const left = bytes.length - i;
            const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
            text +=
              alphabet[word >> 18] +
              alphabet[(word >> 12) & 63] +
              (left > 1 ? alphabet[(word >> 6) & 63] : "=") +
              (left > 2 ? alphabet[word & 63] : "=");
          }
          return fromText(rt.isTrue(newline) ? `${text}\n` : text);
        },
      ],
      a2b_base64: [
        "(data, /, *, strict_mode=False)",
        (data: PyObject, strict: PyObject) => {
          const bytes = charge(ascii(data));
          const isStrict = rt.isTrue(strict);
          const out: number[] = [];
          let quad = 0;
          let left = 0;
          let pads = 0;
          if (isStrict && bytes[0] === 61) throw error("Leading padding not allowed");
          for (let i = 0; i < bytes.length; i++) {
            const byte = bytes[i];
            if (byte === 61) {
              pads++;
              if (quad >= 2 && quad + pads >= 4) {
                if (isStrict && i + 1 < bytes.length) throw error("Excess data after padding");
                return rt.bytes(Uint8Array.from(out));
              }
              continue;
            }
            const value = alphabet.indexOf(String.fromCharCode(byte));
            if (value < 0) {
              if (isStrict) throw error("Only base64 data is allowed");
              continue;
            }
            if (isStrict && pads > 0) throw error("Discontinuous padding not allowed");
            pads = 0;
            if (quad === 0) left = value;
            else if (quad === 1) {
              out.push((left << 2) | (value >> 4));
              left = value & 15;
            } else if (quad === 2) {
              out.push((left << 4) | (value >> 2));
              left = value & 3;
            } else out.push((left << 6) | value);
            quad = (quad + 1) & 3;
          }
          if (quad === 1)
            throw error(
              `Invalid base64-encoded string: number of data characters (${Math.floor((out.length / 3) * 4) + 1}) cannot be 1 more than a multiple of 4`,
            );
          if (quad !== 0) throw error("Incorrect padding");
          return rt.bytes(Uint8Array.from(out));
        },
      ],
      hexlify: ["(data, sep=..., bytes_per_sep=1)", hexlify],
      b2a_hex: ["(data, sep=..., bytes_per_sep=1)", hexlify],
      unhexlify: ["(hexstr, /)", unhexlify],
      a2b_hex: ["(hexstr, /)", unhexlify],
      crc32: [
        "(data, crc=0, /)",
        (data: PyObject, start: PyObject) =>
          rt.int(crc32(charge(bytesOf(rt, data)), Number(BigInt.asUintN(32, BigInt(rt.index(start)))))),
      ],
      crc_hqx: [
        "(data, crc, /)",
        (data: PyObject, start: PyObject) => {
          let crc = indexOf(rt, start) & 0xffff;
          for (const byte of charge(bytesOf(rt, data))) {
            crc ^= byte << 8;
            for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
          }
          return rt.int(crc);
        },
      ],
      b2a_qp: [
        "(data, quotetabs=False, istext=True, header=False)",
        (data: PyObject, quotetabs: PyObject, istext: PyObject, header: PyObject) => {
          const [tabs, text, head] = [quotetabs, istext, header].map((flag) => rt.isTrue(flag));
          const bytes = charge(bytesOf(rt, data));
          let out = "";
          let line = 0;
          const emit = (piece: string, last: boolean): void => {
            if (line + piece.length > (last ? 76 : 75)) {
              out += "=\n";
              line = 0;
            }
            out += piece;
            line += piece.length;
          };
          for (let i = 0; i < bytes.length; i++) {
            const b = bytes[i];
            const next = bytes[i + 1];
            const atEnd = next === undefined || next === 10 || (next === 13 && bytes[i + 2] === 10);
            if (text && (b === 10 || (b === 13 && next === 10))) {
              out += b === 13 ? "\r\n" : "\n";
              if (b === 13) i++;
              line = 0;
            } else if (head && b === 32) emit("_", atEnd);
            else if (
              b > 126 ||
              b === 61 ||
              (head && b === 95) ||
              (b === 46 && line === 0 && (next === undefined || next === 10 || next === 13 || next === 0)) ||
              (!text && (b === 13 || b === 10)) ||
              ((b === 9 || b === 32) && atEnd) ||
              (b < 33 && b !== 13 && b !== 10 && b !== 9 && b !== 32) ||
              (b < 33 && (tabs || (b !== 9 && b !== 32)))
            ) {
              emit(`=${b.toString(16).toUpperCase().padStart(2, "0")}`, atEnd);
            } else emit(String.fromCharCode(b), atEnd);
          }
          return fromText(out);
        },
      ],
      a2b_qp: [
        "(data, header=False)",
        (data: PyObject, header: PyObject) => {
          const bytes = charge(ascii(data));
          const head = rt.isTrue(header);
          const out: number[] = [];
          for (let i = 0; i < bytes.length; i++) {
            const b = bytes[i];
            if (b === 61) {
              const next = bytes[i + 1];
              const pair = String.fromCharCode(next ?? 32, bytes[i + 2] ?? 32);
              if (next === undefined) break;
              if (next === 10 || next === 13) {
                if (next !== 10) while (i + 1 < bytes.length && bytes[i + 1] !== 10) i++;
                i++;
              } else if (next === 61) {
                out.push(61);
                i++;
              } else if (/^[0-9a-fA-F]{2}$/.test(pair)) {
                out.push(parseInt(pair, 16));
                i += 2;
              } else out.push(61);
            } else out.push(head && b === 95 ? 32 : b);
          }
          return rt.bytes(Uint8Array.from(out));
        },
      ],
      b2a_uu: [
        "(data, /, *, backtick=False)",
        (data: PyObject, backtick: PyObject) => {
          const bytes = bytesOf(rt, data);
          if (bytes.length > 45) throw error("At most 45 bytes at once");
          const char = (n: number): string =>
            n === 0 && rt.isTrue(backtick) ? "`" : String.fromCharCode(n + 32);
          let out = char(bytes.length);
          for (let i = 0; i < bytes.length; i += 3) {
            const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
            for (const shift of [18, 12, 6, 0]) out += char((word >> shift) & 63);
          }
          return fromText(`${out}\n`);
        },
      ],
      a2b_uu: [
        "(data, /)",
        (data: PyObject) => {
          const bytes = ascii(data);
          const length = ((bytes[0] ?? 32) - 32) & 63;
          const out: number[] = [];
          let word = 0;
          let bits = 0;
          for (let i = 1; out.length < length; i++) {
            let b = bytes[i] ?? 32;
            if (b === 10 || b === 13) b = 32;
            if (b < 32 || b > 96) throw error("Illegal char");
            word = (word << 6) | ((b - 32) & 63);
            bits += 6;
            if (bits >= 8) {
              bits -= 8;
              out.push((word >> bits) & 255);
              word &= (1 << bits) - 1;
            }
          }
          return rt.bytes(Uint8Array.from(out));
        },
      ],
    });
  });
}
