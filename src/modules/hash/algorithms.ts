/** Hash algorithms by hashlib's names, all from @noble/hashes (pure JavaScript, no dependency). */
import { blake2b, blake2s } from "@noble/hashes/blake2.js";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";

/** A running hash. */
export interface HashState {
  update(data: Uint8Array): void;
  /** The digest so far; the state can go on. `length` in bytes is for the shake functions. */
  digest(length?: number): Uint8Array;
  copy(): HashState;
}

export interface Algorithm {
  readonly name: string;
  readonly digestSize: number;
  readonly blockSize: number;
  /** The digest's length is chosen at the end. */
  readonly variable: boolean;
  create(): HashState;
}

interface Noble {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Noble;
  xofInto?(out: Uint8Array): Uint8Array;
}

function wrap(state: Noble): HashState {
  return {
    update: (data) => void state.update(data),
    digest(length) {
      const copy = state.clone();
      if (length === undefined || copy.xofInto === undefined) return copy.digest();
      return copy.xofInto(new Uint8Array(length));
    },
    copy: () => wrap(state.clone()),
  };
}

function algorithm(
  name: string,
  hash: { create(): unknown; outputLen: number; blockLen: number },
  variable = false,
): [string, Algorithm] {
  return [
    name,
    {
      name,
      digestSize: variable ? 0 : hash.outputLen,
      blockSize: hash.blockLen,
      variable,
      create: () => wrap(hash.create() as Noble),
    },
  ];
}

/** hashlib.algorithms_guaranteed */
export const algorithms: ReadonlyMap<string, Algorithm> = new Map([
  algorithm("md5", md5),
  algorithm("sha1", sha1),
  algorithm("sha224", sha224),
  algorithm("sha256", sha256),
  algorithm("sha384", sha384),
  algorithm("sha512", sha512),
  algorithm("sha3_224", sha3_224),
  algorithm("sha3_256", sha3_256),
  algorithm("sha3_384", sha3_384),
  algorithm("sha3_512", sha3_512),
  algorithm("shake_128", shake128, true),
  algorithm("shake_256", shake256, true),
  algorithm("blake2b", blake2b),
  algorithm("blake2s", blake2s),
]);

/** blake2 with its parameters. */
export function blake2(
  name: "blake2b" | "blake2s",
  options: { dkLen: number; key?: Uint8Array; salt?: Uint8Array; personalization?: Uint8Array },
): HashState {
  return wrap((name === "blake2b" ? blake2b : blake2s).create(options));
}
