/**
 * Task hashes of a build, held to the sigdata files of `bitbake -S none` (conformance/tasks/hashes.sh): with BitBake's own
 * handler, with a layer's that drops dependencies and locks a task, and with one of hash equivalence.
 */
import { expect } from "chai";
import { decompress } from "fzstd";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SandbakeError } from "../../../src/diagnostics/errors.js";
import { readCatalog, type Catalog } from "../../../src/layers/catalog.js";
import { graphOf } from "../../../src/tasks/graph/targets.js";
import { hashBuild, type BuildHashes } from "../../../src/tasks/signatures/task-hashes.js";
import { writeSigData } from "../../../src/tasks/signatures/write-sigdata.js";
import { openExample } from "../../layers/example.js";

const data = join(import.meta.dirname, "../data/hashes");
const read = (name: string): string => readFileSync(join(data, name), "utf8");

/** The example with the recipes and handlers of data/hashes. */
export function hashExample(handler: string, more: Record<string, string> = {}): Promise<Catalog> {
  const files: Record<string, string> = {
    "/example/meta-teapot/lib/teapot/handlers.py": read("handlers.py"),
    "/example/meta-teapot/lib/teapot/__init__.py": 'BBIMPORTS = ["steep", "handlers"]\n',
    "/example/meta-teapot/classes/native.bbclass": "",
  };
  for (const entry of readdirSync(join(data, "recipes"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[`/example/meta-teapot/recipes-hash/hash${path.slice(join(data, "recipes").length)}`] = readFileSync(
      path,
      "utf8",
    );
  }
  const local = readFileSync(
    join(import.meta.dirname, "../../../examples/teapot/build/conf/local.conf"),
    "utf8",
  );
  const serve = handler === "SteepedEquiv" ? "auto" : "";
  files["/example/build/conf/local.conf"] =
    `${local}${read("local.conf")}BB_SIGNATURE_HANDLER = "${handler}"\nBB_HASHSERVE = "${serve}"\n`;
  const workspace = openExample("samovar", { ...files, ...more });
  workspace.computeSignatures = true;
  return readCatalog(workspace);
}

const targets = ["leaf", "spoon:do_polish", "water:do_pour"];

interface SigJson {
  readonly taskhash: string;
  readonly taint?: string;
  readonly runtaskhashes: Readonly<Record<string, string>>;
}

describe("task hashes of a build", () => {
  for (const handler of ["basichash", "Steeped", "SteepedEquiv"]) {
    it(`with the handler ${handler}: sigdata files as BitBake's`, async () => {
      const catalog = await hashExample(handler);
      const result = graphOf(catalog.parts, targets, { task: "build" });
      const workspace = catalog.parts.get("")!.workspace;
      const hashes = hashBuild(workspace, catalog.parts, result);
      expect(hashes.handler.name).to.equal(handler);
      const theirs = JSON.parse(read(`${handler}.json`)) as { file: string; data: SigJson }[];
      const ours = [...writeSigData(new Map([["", workspace]]), result.graph, hashes)].map((file) => ({
        file: file.path.replace(/^stamps\//, ""),
        data: JSON.parse(new TextDecoder().decode(decompress(file.data))) as SigJson,
      }));
      expect(comparable(ours)).to.deep.equal(comparable(theirs));
    });
  }

  const hash = async (handler: string, more: Record<string, string>): Promise<() => BuildHashes> => {
    const catalog = await hashExample(handler, more);
    const result = graphOf(catalog.parts, targets, { task: "build" });
    return () => hashBuild(catalog.parts.get("")!.workspace, catalog.parts, result);
  };

  it("a file of bitbake -f changes the hash, and those of what comes after", async () => {
    const forced = await hash("basichash", { "/example/build/tmp/stamps/cup-1.0-r0.do_wash.taint": "x" });
    const folder = "/example/meta-teapot/recipes-hash/hash";
    const { tasks } = forced();
    expect(tasks.get(`${folder}/cup_1.0.bb:do_wash`)?.taint).to.equal("x");
    const plain = JSON.parse(read("basichash.json")) as { file: string; data: SigJson }[];
    const hashOf = (name: string): string | undefined =>
      plain.find(({ file }) => file.startsWith(name))?.data.taskhash;
    expect(tasks.get(`${folder}/cup_1.0.bb:do_wash`)?.taskhash).not.to.equal(hashOf("cup-1.0-r0.do_wash"));
    expect(tasks.get(`${folder}/leaf_1.0.bb:do_serve`)?.taskhash).not.to.equal(
      hashOf("leaf-1.0-r0.do_serve"),
    );
    expect(tasks.get(`${folder}/leaf_1.0.bb:do_pick`)?.taskhash).to.equal(hashOf("leaf-1.0-r0.do_pick"));
  });

  it("a handler that fails is an error with its place", async () => {
    const broken = read("handlers.py").replace(
      "        assert all",
      '        raise KeyError("tea")\n        assert all',
    );
    const failing = await hash("Steeped", { "/example/meta-teapot/lib/teapot/handlers.py": broken });
    expect(failing).to.throw(SandbakeError, /handlers\.py:\d+: KeyError: 'tea'/);
  });
});

/** Without what is random: the hashes of tasks with a taint of their own or of what they depend on. */
function comparable(files: readonly { file: string; data: SigJson }[]): unknown {
  const random = new Set<string>();
  for (let size = -1; size !== random.size;) {
    size = random.size;
    for (const { data: sig } of files) {
      if (sig.taint !== undefined || Object.values(sig.runtaskhashes).some((value) => random.has(value)))
        random.add(sig.taskhash);
    }
  }
  const mark = (text: string): string =>
    text
      .replace(/[0-9a-f]{64}/g, (found) => (random.has(found) ? "RANDOM" : found))
      .replace(/nostamp:[-0-9a-f]{36}/g, "nostamp:UUID");
  return files
    .map(({ file, data: sig }) => [mark(file), JSON.parse(mark(JSON.stringify(sorted(sig))))] as const)
    .sort();
}

/** The same data with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
