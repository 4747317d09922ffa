/** `hashlib` (and `_hashlib`'s names that other modules ask for) over hash/algorithms.ts. */
import type { PyObject, PyType } from "../vm/runtime/objects.js";
import type { Runtime } from "../vm/runtime/runtime.js";
import { algorithms, blake2, type Algorithm, type HashState } from "./hash/algorithms.js";
import { addFunctions, bytesOf, indexOf } from "./support.js";

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

export function installHashlib(rt: Runtime): void {
  rt.registerModule("hashlib", (_, module) => {
    const state = (self: any): HashState => self.state as HashState;
    const feed = (self: any, data: PyObject): void => {
      if (rt.isStr(data)) throw rt.error("TypeError", "Strings must be encoded before hashing");
      const bytes = bytesOrError(data);
      rt.budget.step(1 + (bytes.length >> 6));
      state(self).update(bytes);
    };
    const bytesOrError = (data: PyObject): Uint8Array => {
      try {
        return bytesOf(rt, data);
      } catch (error) {
        if (!rt.isException(error, "TypeError")) throw error;
        throw rt.error("TypeError", "object supporting the buffer API required");
      }
    };
    const digest = (self: any, length: PyObject | undefined): Uint8Array => {
      const algorithm = self.algorithm as Algorithm;
      if (!algorithm.variable) return state(self).digest();
      if (length === undefined)
        throw rt.error(
          "TypeError",
          `${algorithm.variable ? "digest" : ""}() missing required argument 'length' (pos 1)`,
        );
      const n = indexOf(rt, length);
      rt.budget.allocate(n);
      return state(self).digest(n);
    };
    const type = rt.defineType({
      name: "HASH",
      module: "_hashlib",
      subclassable: false,
      methods: {
        update: ["(self, data, /)", feed],
        digest: [
          "(self, length=...)",
          (self: any, length: PyObject | undefined) => rt.bytes(digest(self, length)),
        ],
        hexdigest: [
          "(self, length=...)",
          (self: any, length: PyObject | undefined) => hex(digest(self, length)),
        ],
        copy: [
          "(self)",
          (self: any) => make(self.algorithm as Algorithm, state(self).copy(), self.size as number),
        ],
      },
      getset: {
        name: { get: (self: any) => rt.str(self.algorithm.name) },
        digest_size: { get: (self: any) => rt.int(self.size) },
        block_size: { get: (self: any) => rt.int(self.algorithm.blockSize) },
      },
      slots: {
        $r(this: any) {
          return rt.str(`<${this.algorithm.name as string} _hashlib.HASH object @ ${rt.address(this)}>`);
        },
      },
    }) as PyType;
    const make = (algorithm: Algorithm, hash: HashState, size: number): PyObject => {
      const self = rt.alloc(type);
      self.algorithm = algorithm;
      self.state = hash;
      self.size = size;
      return self as PyObject;
    };
    const start = (algorithm: Algorithm, data: PyObject): PyObject => {
      const self = make(algorithm, algorithm.create(), algorithm.digestSize);
      feed(self, data);
      return self;
    };
    const find = (name: PyObject): Algorithm => {
      if (!rt.isStr(name)) throw rt.error("TypeError", `name must be a string`);
      const known = algorithms.get(
        (name.v as string)
          .toLowerCase()
          .replace("-", "_")
          .replace(/^sha_(\d)/, "sha$1"),
      );
      if (known === undefined) throw rt.error("ValueError", `unsupported hash type ${name.v as string}`);
      return known;
    };
    for (const [name, algorithm] of algorithms) {
      if (name === "blake2b" || name === "blake2s") continue;
      addFunctions(rt, module, {
        [name]: ["(string=b'', *, usedforsecurity=True)", (data: PyObject) => start(algorithm, data)],
      });
    }
    for (const name of ["blake2b", "blake2s"] as const) {
      const algorithm = algorithms.get(name)!;
      addFunctions(rt, module, {
        [name]: [
          `(data=b'', /, *, digest_size=${algorithm.digestSize}, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)`,
          (
            data: PyObject,
            size: PyObject,
            key: PyObject,
            salt: PyObject,
            person: PyObject,
            ...tree: PyObject[]
          ) => {
            const treeDefaults = [1, 1, 0, 0, 0, 0];
            if (treeDefaults.some((value, i) => indexOf(rt, tree[i]) !== value))
              throw rt.error("NotImplementedError", `hashlib.${name}: tree hashing is not offered`);
            const dkLen = indexOf(rt, size);
            if (dkLen < 1 || dkLen > algorithm.digestSize)
              throw rt.error(
                "ValueError",
                `digest_size for ${name === "blake2b" ? "Blake2b" : "Blake2s"} must be between 1 and ${algorithm.digestSize} bytes, here it is ${dkLen}`,
              );
            const pad = (value: PyObject): Uint8Array | undefined => {
              const bytes = bytesOf(rt, value);
              if (bytes.length === 0) return undefined;
              const full = new Uint8Array(name === "blake2b" ? 16 : 8);
              full.set(bytes);
              return full;
            };
            const keyBytes = bytesOf(rt, key);
            const self = make(
              algorithm,
              blake2(name, {
                dkLen,
                key: keyBytes.length === 0 ? undefined : keyBytes,
                salt: pad(salt),
                personalization: pad(person),
              }),
              dkLen,
            );
            feed(self, data);
            return self;
          },
        ],
      });
    }
    const names = rt.list([...algorithms.keys()].map((name) => rt.str(name)));
    for (const name of ["algorithms_guaranteed", "algorithms_available"])
      module.setStr(name, rt.call(rt.types["set"], [names]));
    addFunctions(rt, module, {
      new: [
        "(name, data=b'', **kwargs)",
        (name: PyObject, data: PyObject, kw: Map<string, PyObject>) => {
          const algorithm = find(name);
          if (algorithm.name.startsWith("blake2"))
            return rt.call(module.getStr(algorithm.name)!, [data], [...kw].flat());
          return start(algorithm, data);
        },
      ],
      file_digest: [
        "(fileobj, digest, /)",
        (file: PyObject, digest: PyObject) => {
          const self = rt.isStr(digest)
            ? start(find(digest), rt.bytes(new Uint8Array()))
            : rt.call(digest, []);
          rt.callMethod1(self, "update", rt.callMethod0(file, "read"));
          return self;
        },
      ],
      pbkdf2_hmac: [
        "(hash_name, password, salt, iterations, dklen=None)",
        (name: PyObject, password: PyObject, salt: PyObject, iterations: PyObject, length: PyObject) => {
          const algorithm = find(name);
          const rounds = indexOf(rt, iterations);
          if (rounds < 1) throw rt.error("ValueError", "iteration value must be greater than 0.");
          const size = length === rt.none ? algorithm.digestSize : indexOf(rt, length);
          rt.budget.step(rounds * Math.ceil(size / algorithm.digestSize) * 2);
          return rt.bytes(pbkdf2(algorithm, bytesOf(rt, password), bytesOf(rt, salt), rounds, size));
        },
      ],
    });
  });
}

/** HMAC (RFC 2104). */
function hmac(algorithm: Algorithm, key: Uint8Array, data: Uint8Array): Uint8Array {
  const block = new Uint8Array(algorithm.blockSize);
  if (key.length > block.length) {
    const hash = algorithm.create();
    hash.update(key);
    block.set(hash.digest());
  } else block.set(key);
  const inner = algorithm.create();
  inner.update(block.map((b) => b ^ 0x36));
  inner.update(data);
  const outer = algorithm.create();
  outer.update(block.map((b) => b ^ 0x5c));
  outer.update(inner.digest());
  return outer.digest();
}

/** PBKDF2 (RFC 8018). */
function pbkdf2(
  algorithm: Algorithm,
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  size: number,
): Uint8Array {
  const out = new Uint8Array(size);
  for (let block = 1, at = 0; at < size; block++) {
    const input = new Uint8Array(salt.length + 4);
    input.set(salt);
    new DataView(input.buffer).setUint32(salt.length, block);
    let u = hmac(algorithm, password, input);
    const sum = u.slice();
    for (let i = 1; i < rounds; i++) {
      u = hmac(algorithm, password, u);
      for (let k = 0; k < sum.length; k++) sum[k] ^= u[k];
    }
    out.set(sum.subarray(0, size - at), at);
    at += sum.length;
  }
  return out;
}
