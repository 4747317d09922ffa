/**
 * The entries of one walk's names, laid side by side as the bytes that are hashed: a name, and behind it the text of its
 * value. What several recipes have is encoded once and kept in front; each walk's entries stand behind that.
 */
import type { Value } from "../datastore/index.js";
import type { Answer } from "./answers.js";
import type { Key } from "./keys.js";

/** A text whose bytes may be kept: where, and in which round of keeping (0: not met yet, -1: met once). */
export interface Laid {
  laidIn: number;
  laidAt: number;
  laidSize: number;
}

/** So many bytes are kept; then all are forgotten. Those of oe-core are some 3 million. */
const KEPT = 16_000_000;
/** Up to this length a loop is faster than a call. */
const SHORT = 48;

const encoder = new TextEncoder();

/** See the file's comment. */
export class Layout {
  bytes = new Uint8Array(1 << 16);
  #kept = 0;
  #round = 1;

  /**
   * Lays out the entries of keys that are answered.
   * @returns where each starts and where its value does, in turn, and where the last ends; behind that there is as much room again
   */
  lay(keys: readonly Key[], textOf: (value: Value) => string): Int32Array {
    if (this.#kept > KEPT) {
      this.#kept = 0;
      this.#round++;
    }
    let size = 0;
    for (const key of keys) {
      size += this.#prepare(key, key.name);
      const answer = key.answer as Answer;
      const { value } = answer;
      if (hasText(value)) size += this.#prepare(answer, typeof value === "string" ? value : textOf(value));
    }
    this.#reserve(this.#kept + 2 * size);
    const places = new Int32Array(keys.length * 2 + 1);
    let at = this.#kept;
    let i = 0;
    for (const key of keys) {
      places[i++] = at;
      at = this.#put(key, key.name, at);
      places[i++] = at;
      const answer = key.answer as Answer;
      const { value } = answer;
      if (hasText(value)) at = this.#put(answer, typeof value === "string" ? value : textOf(value), at);
    }
    places[i] = at;
    return places;
  }

  /** Keeps the bytes of a text that is met again; gives how many they are, or may be. */
  #prepare(laid: Laid, text: string): number {
    if (laid.laidIn === this.#round) return laid.laidSize;
    if (laid.laidIn === 0) {
      laid.laidIn = -1;
      return text.length * 3;
    }
    this.#reserve(this.#kept + text.length * 3);
    laid.laidIn = this.#round;
    laid.laidAt = this.#kept;
    laid.laidSize = encoder.encodeInto(text, this.bytes.subarray(this.#kept)).written;
    this.#kept += laid.laidSize;
    return laid.laidSize;
  }

  #put(laid: Laid, text: string, at: number): number {
    const { bytes } = this;
    if (laid.laidIn !== this.#round) return at + encoder.encodeInto(text, bytes.subarray(at)).written;
    const { laidAt, laidSize } = laid;
    if (laidSize > SHORT) bytes.copyWithin(at, laidAt, laidAt + laidSize);
    else for (let i = 0; i < laidSize; i++) bytes[at + i] = bytes[laidAt + i];
    return at + laidSize;
  }

  #reserve(size: number): void {
    if (this.bytes.length >= size) return;
    const larger = new Uint8Array(size * 2);
    larger.set(this.bytes.subarray(0, this.#kept));
    this.bytes = larger;
  }
}

/** Whether a value stands behind its name. */
function hasText(value: Value): boolean {
  return value !== "" && value !== null && value !== undefined;
}
