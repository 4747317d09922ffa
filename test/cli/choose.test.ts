/** Which files `--recipes` means. */
import { expect } from "chai";
import { chosenFiles } from "../../src/cli/choose.js";

const files = ["/l/core/zlib/zlib_1.3.2.bb", "/l/core/zstd/zstd_1.5.bb", "/l/core/zlib/zlib-ng_git.bb"];

describe("cli: --recipes", () => {
  for (const [pattern, expected] of [
    ["zlib", [0]],
    ["zlib_1.3.2", [0]],
    ["zlib_1.3.2.bb", [0]],
    ["*_git.bb", [2]],
    ["zlib*", [0, 2]],
    ["/l/core/zstd/*", [1]],
    ["*", [0, 1, 2]],
  ] as const)
    it(pattern, () => {
      expect(chosenFiles(files, [pattern])).to.deep.equal(expected.map((i) => files[i]));
    });
  it("says what fits nothing, and the likely name", () => {
    expect(() => chosenFiles(files, ["zlibb"])).to.throw("no recipe file fits 'zlibb' (of 3)");
  });
});
