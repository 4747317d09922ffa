import { expect } from "chai";
import { gzipSync } from "node:zlib";
import { compareSigData } from "../../../src/tasks/signatures/differences.js";
import { readSigData } from "../../../src/tasks/signatures/sigdata.js";

// `zstd -c` of {"task":"do_x","varvals":{"V":"x"}}
const ZSTD = "KLUv/QRYGQEAeyJ0YXNrIjoiZG9feCIsInZhcnZhbHMiOnsiViI6IngifX0CKvoM";
const bytes = (data: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(data));
const set = (...names: string[]): unknown => ({ _set_object: names });
const base = {
  basehash: "a".repeat(64),
  basehash_ignore_vars: set(),
  file_checksum_values: [],
  gendeps: { V: set() },
  runtaskdeps: [],
  runtaskhashes: {},
  task: "do_x",
  taskdeps: set("V"),
  taskhash: "a".repeat(64),
  taskhash_ignore_tasks: null,
  varvals: { V: "x", do_x: "" },
};
const differences = (a: object, b: object): string[] =>
  compareSigData(readSigData(bytes({ ...base, ...a }), "a"), readSigData(bytes({ ...base, ...b }), "b")).map(
    ({ text }) => text,
  );

describe("sigdata", () => {
  it("is read plain, gzip- and zstd-compressed", () => {
    const zstd = Buffer.from(ZSTD, "base64");
    for (const data of [bytes(base), gzipSync(bytes(base)), new Uint8Array(zstd)]) {
      const read = readSigData(data, "file");
      expect(read.task).to.equal("do_x");
      expect(read.values.get("V")).to.equal("x");
    }
  });

  it("that is none says so and names the file", () => {
    expect(() => readSigData(new Uint8Array([1, 2, 3]), "some/file")).to.throw(
      /some\/file is no sigdata file/,
    );
    expect(() => readSigData(bytes({}), "some/file")).to.throw(/holds no task's signature/);
  });
});

describe("differences of signatures, in bitbake-diffsigs' words", () => {
  // Each text is what bb.siggen.compare_sigfiles says of the same two files.
  const values: readonly (readonly [string | null, string | null, string])[] = [
    ["a", "b", "Variable V value changed from 'a' to 'b'"],
    ["a b", "a c", 'Variable V value changed:\n"a [-b-] {+c+}"'],
    ["", "x", "Variable V value changed from '' to 'x'"],
    ["a", null, "Variable V value changed from 'a' to 'None'"],
    ["a\nb", "a\nc", "Variable V value changed:\n@@ -1,2 +1,2 @@\n a\n-b\n+c"],
    [
      "a\nb\nc\nd\ne\nf\ng\nh\n",
      "a\nb\nc\nd\ne\nf\ng\nH\n",
      "Variable V value changed:\n@@ -5,4 +5,4 @@\n e\n f\n g\n-h\n+H",
    ],
    ["one", "one\ntwo", "Variable V value changed:\n@@ -1 +1,2 @@\n one\n+two"],
  ];
  for (const [from, to, text] of values) {
    it(JSON.stringify([from, to]), () => {
      expect(differences({ varvals: { V: from, do_x: "" } }, { varvals: { V: to, do_x: "" } })).to.deep.equal(
        [text],
      );
    });
  }

  it("a variable that is gone, before what follows from it", () => {
    const more = { taskdeps: set("V", "W"), varvals: { V: "x", W: "q" }, gendeps: { V: set(), W: set() } };
    expect(differences(more, {})).to.deep.equal([
      "Dependency on Variable W was removed",
      "Task dependencies changed from:\n['V', 'W']\nto:\n['V']",
    ]);
  });

  it("files, tasks and taints", () => {
    const a = {
      file_checksum_values: [
        ["a", "1"],
        ["b", "2"],
      ],
      runtaskhashes: { "a:do_b": "1" },
      taint: "nostamp:x",
    };
    const b = {
      file_checksum_values: [
        ["a", "1"],
        ["c", "2"],
      ],
      runtaskhashes: { "a:do_b": "2" },
      taint: "nostamp:y",
    };
    expect(differences(a, b)).to.deep.equal([
      "Dependency on checksum of file c was added",
      "Dependency on checksum of file b was removed",
      "Hash for task dependency a:do_b changed from 1 to 2",
      "Taint (by forced/invalidated task) changed from nostamp(uuid4):x to nostamp(uuid4):y",
    ]);
  });

  it("none", () => {
    expect(differences({}, {})).to.deep.equal([]);
  });
});
