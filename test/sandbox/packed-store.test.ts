/** The file of results that comes with the package. */
import { expect } from "chai";
import { mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packedSpace, PackedContentStore, writePacked } from "../../src/sandbox/host/packed-store.js";
import type { ContentStore } from "../../src/sandbox/store.js";

describe("sandbox: packed results", () => {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  const file = join(folder, "code.packed");
  after(() => rmSync(folder, { recursive: true }));

  it("are found by space and content, others asked of the next store", () => {
    writePacked(file, "space-1", [
      ["a", "value of a"],
      ["b\u00e9\0", "\ud83d\ude00 and more"],
    ]);
    const asked: string[] = [];
    const next: ContentStore = {
      get: (space, content) => `${space}/${content} of the next`,
      put: (space, content, value) => void asked.push(`${space}/${content}=${value}`),
    };
    expect(packedSpace(file)).to.equal("space-1");
    const store = new PackedContentStore(file, next);
    expect(store.get("space-1", "a")).to.equal("value of a");
    expect(store.get("space-1", "b\u00e9\0")).to.equal("\ud83d\ude00 and more");
    expect(store.get("space-1", "c")).to.equal("space-1/c of the next");
    expect(store.get("space-2", "a")).to.equal("space-2/a of the next");
    store.put("space-1", "d", "v");
    expect(asked).to.deep.equal(["space-1/d=v"]);
    expect(new PackedContentStore(file).get("space-1", "c")).to.equal(undefined);
  });

  it("are as if empty where the file is missing or cut off", () => {
    const missing = join(folder, "nothing");
    expect(packedSpace(missing)).to.equal(undefined);
    expect(new PackedContentStore(missing).get("space-1", "a")).to.equal(undefined);
    writePacked(file, "space-1", [["a", "value of a".repeat(50)]]);
    truncateSync(file, statSync(file).size - 5);
    expect(new PackedContentStore(file).get("space-1", "a")).to.equal(undefined);
    truncateSync(file, 20);
    expect(new PackedContentStore(file).get("space-1", "a")).to.equal(undefined);
    truncateSync(file, 0);
    expect(new PackedContentStore(file).get("space-1", "a")).to.equal(undefined);
  });
});
