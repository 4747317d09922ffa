import { expect } from "chai";
import { gzipSync } from "node:zlib";
import { sha256Hex } from "../../../src/modules/hash/sha256.js";
import { compareSigData } from "../../../src/tasks/signatures/differences.js";
import { readSigData } from "../../../src/tasks/signatures/sigdata.js";
import { computeTaskHashes, type HashableTask } from "../../../src/tasks/signatures/task-hashes.js";

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

describe("task hashes", () => {
  const node = (pn: string, name: string, basehash: string, depends: HashableTask[] = []): HashableTask => ({
    id: `${pn}.bb:${name}`,
    recipe: { pn, mc: "" },
    task: { name, basehash },
    depends,
  });
  const options = {
    keeps: (_task: HashableTask, { recipe }: HashableTask) => recipe.pn !== "safe",
    checksums: ({ task }: HashableTask) =>
      task.name === "do_fetch" ? ([["run-ptest", "8a258af9a74b1ff511eab5ddb9674ec5"]] as const) : [],
    sha256: sha256Hex,
  };

  it("equal zlib's do_fetch of bitbake -S none", () => {
    const qa = node("zlib-native", "do_recipe_qa", "");
    const fetch = node(
      "zlib",
      "do_fetch",
      "e5723fc146806fda4141df2b21d4f10782cdaa1ef589f6e2e6548dd74cfab212",
      [qa],
    );
    const known = "b81afbf9846f3c6735a9435c205f18c1518db78ca9a8c345cf4d038b41a49799";
    const sha256 = (text: string): string => (text === "" ? known : sha256Hex(text));
    const found = computeTaskHashes([fetch], { ...options, sha256 });
    expect(found.get("zlib.bb:do_fetch")?.taskhash).to.equal(
      "492cffc1b1214e03fe7c69d10eb06ef6744650b41b2e90997e19476e5bdc8425",
    );
  });

  it("leave out what the handler drops, and take the rest by name", () => {
    const c = node("c", "do_y", "c");
    const a = node("a", "do_y", "a");
    const found = computeTaskHashes([node("b", "do_x", "b", [c, a, node("safe", "do_y", "s")])], options);
    expect(found.get("b.bb:do_x")?.dependencies.map(([name]) => name)).to.deep.equal(["a:do_y", "c:do_y"]);
    expect(found.get("b.bb:do_x")?.taskhash).to.equal(sha256Hex(`b${sha256Hex("a")}${sha256Hex("c")}`));
  });

  it("a ring is an error, and so is a task without a base hash", () => {
    const ring: HashableTask[] = [];
    const a = node("a", "do_x", "a", ring);
    ring.push(node("b", "do_x", "b", [a]));
    expect(() => computeTaskHashes([a], options)).to.throw(/depends on itself/);
    const bare: HashableTask = { ...node("a", "do_x", "a"), task: { name: "do_x" } };
    expect(() => computeTaskHashes([bare], options)).to.throw(/no base hash/);
  });

  it("do not mind long chains", () => {
    let last = node("p0", "do_x", "x");
    for (let i = 1; i < 3_000; i++) last = node(`p${i}`, "do_x", "x", [last]);
    expect(computeTaskHashes([last], options).size).to.equal(3_000);
  });
});
