import { expect } from "chai";
import fc from "fast-check";
import { flat } from "../../src/diagnostics/flat.js";

describe("flat texts", () => {
  it("are the same texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.nat(20), (text, start) => {
        expect(flat(text.slice(start))).to.equal(text.slice(start));
      }),
    );
    for (const text of ["", "x", "\u{1f600}".repeat(10), "\ud83d".repeat(20), "a".repeat(12), "a".repeat(13)])
      expect(flat(text)).to.equal(text);
  });
});
