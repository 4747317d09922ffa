/** What people see of an error: the expected pictures are written by hand. */
import { expect } from "chai";
import fc from "fast-check";
import type { Diagnostic } from "../../src/diagnostics/errors.js";
import { formatDiagnostic, frame } from "../../src/diagnostics/frame.js";
import type { Span } from "../../src/diagnostics/span.js";

/** A span by lines and columns; frames do not look at offsets. */
function span(line: number, column: number, endLine = line, endColumn = column + 1): Span {
  return {
    file: "a.bb",
    start: { offset: 0, line, column },
    end: { offset: 0, line: endLine, column: endColumn },
  };
}

describe("diagnostics: frame", () => {
  it("puts carets below the part that is meant, with the line before it", () => {
    expect(frame('A = "1"\nB = x y\nC = "2"\n', span(2, 5, 2, 8), "here")).to.equal(
      ['  1 | A = "1"', "  2 | B = x y", "    |     ^^^ here"].join("\n"),
    );
  });

  it("shows a tab as far as it reaches, and the caret below the character", () => {
    expect(frame("\tA\tB", span(1, 4))).to.equal(
      ["  1 |         A       B", "    |                 ^"].join("\n"),
    );
    expect(frame("\tA\tB", span(1, 4), "", { tabWidth: 4 })).to.equal(
      ["  1 |     A   B", "    |         ^"].join("\n"),
    );
    expect(frame("\tA", span(1, 1))).to.equal(["  1 |         A", "    | ^^^^^^^^"].join("\n"));
  });

  it("counts wide characters as two columns and combining marks as none", () => {
    expect(frame("漢字x", span(1, 3))).to.equal(["  1 | 漢字x", "    |     ^"].join("\n"));
    expect(frame("e\u0301x", span(1, 3))).to.equal(["  1 | e\u0301x", "    |  ^"].join("\n"));
    expect(frame("😀x", span(1, 3))).to.equal(["  1 | 😀x", "    |   ^"].join("\n"));
  });

  it("marks a span over several lines to the end of the first", () => {
    expect(frame("ab cd\nef", span(1, 4, 2, 3))).to.equal(["  1 | ab cd", "    |    ^^"].join("\n"));
  });

  it("marks the end of a line, and of the file", () => {
    expect(frame("ab\n", span(1, 3))).to.equal(["  1 | ab", "    |   ^"].join("\n"));
    expect(frame("ab\n", span(2, 1), "", { context: 0 })).to.equal(["  2 |", "    | ^"].join("\n"));
    expect(frame("ab\n", span(9, 1))).to.equal("");
  });

  it("reads every kind of line ending", () => {
    expect(frame("a\r\nb\rc", span(3, 1), "", { context: 2 })).to.equal(
      ["  1 | a", "  2 | b", "  3 | c", "    | ^"].join("\n"),
    );
  });

  it("aligns line numbers of different length", () => {
    const source = Array.from({ length: 10 }, (_, i) => `L${i + 1}`).join("\n");
    expect(frame(source, span(10, 2))).to.equal(["   9 | L9", "  10 | L10", "     |  ^"].join("\n"));
  });

  it("cuts a long line around the place", () => {
    const source = `${"a".repeat(200)}X${"b".repeat(200)}`;
    const [line, carets] = frame(source, span(1, 201), "", { width: 40 }).split("\n");
    expect(line).to.equal(`  1 | …${"a".repeat(20)}X${"b".repeat(19)}…`);
    expect(carets[line.indexOf("X")]).to.equal("^");
    expect(frame(source, span(1, 3), "", { width: 40 })).to.equal(
      [`  1 | ${"a".repeat(40)}…`, "    |   ^"].join("\n"),
    );
  });

  it("never lets control characters of the source through", () => {
    expect(frame("\x1b[31mred\x07\u202e\u2028", span(1, 1))).to.equal(
      ["  1 | ␛[31mred␇\ufffd\ufffd", "    | ^"].join("\n"),
    );
    const message: Diagnostic = {
      severity: "error",
      code: "x",
      message: "\x1b]0;title\x07\nnext",
      span: { ...span(1, 1), file: "\x1b[2J.bb" },
      found: "\x1b",
      expected: "y",
      hint: "\x1b",
    };
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (source) => {
        expect(formatDiagnostic(message, source)).to.not.match(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
      }),
    );
  });

  it("draws a whole diagnostic", () => {
    const diagnostic: Diagnostic = {
      severity: "error",
      code: "syntax-error",
      message: "unparsed line: 'B = x'",
      span: span(2, 5),
      found: '"x"',
      expected: "a quoted value",
      hint: "Write the value in quotes.",
    };
    const source = 'A = "1"\nB = x\n';
    expect(formatDiagnostic(diagnostic, source)).to.equal(
      [
        "a.bb:2:5: error: unparsed line: 'B = x'",
        '  1 | A = "1"',
        "  2 | B = x",
        '    |     ^ found "x", expected a quoted value',
        "hint: Write the value in quotes.",
      ].join("\n"),
    );
    expect(formatDiagnostic(diagnostic)).to.equal(
      [
        "a.bb:2:5: error: unparsed line: 'B = x'",
        'found "x", expected a quoted value',
        "hint: Write the value in quotes.",
      ].join("\n"),
    );
    expect(formatDiagnostic({ severity: "warning", code: "c", message: "m" })).to.equal("warning: m");
  });
});
