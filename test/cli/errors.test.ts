/** What a person meets when a layer is broken: a clear error with file and line, exit code 1, nothing else lost. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { main } from "../../src/cli/program.js";
import { exitCodes } from "../../src/cli/output.js";

const example = join(import.meta.dirname, "../../examples/teapot");

interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line against a copy of the example with one more recipe file. */
function run(broken: string | Uint8Array, ...argv: string[]): Run & { readonly file: string } {
  const dir = mkdtempSync(join(tmpdir(), "sandbake-test-"));
  try {
    cpSync(example, dir, { recursive: true });
    const file = join(dir, "meta-teapot/recipes-tea/kettle/broken_1.0.bb");
    writeFileSync(file, broken);
    let out = "";
    let err = "";
    const status = main([...argv, "--build", join(dir, "build")], {
      out: (data) => (out += typeof data === "string" ? data : Buffer.from(data).toString("utf8")),
      err: (text) => (err += text),
    });
    return { status, out, err, file };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Errors that belong to a file, not to a line of it. */
const ofTheFile = [
  {
    name: "a handler without a function",
    text: "addhandler nothing\n",
    says: /Undefined event handler function 'nothing'/,
  },
];

const cases: readonly { name: string; text: string | Uint8Array; line: number; says: RegExp }[] = [
  { name: "a syntax error", text: 'A = "1"\nthis is no recipe\n', line: 2, says: /this is no recipe/ },
  { name: "a missing required file", text: 'A = "1"\nrequire nowhere.inc\n', line: 2, says: /nowhere\.inc/ },
  {
    name: "an unknown class",
    text: "\n\ninherit brw\n",
    line: 3,
    says: /Could not inherit file classes\/brw\.bbclass[^]*Did you mean brew\?/,
  },
  {
    name: "an exception in an anonymous function",
    text: 'A = "1"\npython () {\n    x = {}\n    x["tea"]\n}\n',
    line: 4,
    says: /KeyError: 'tea'[^]*Traceback/,
  },
  {
    name: "an exception in an inline expression",
    text: 'A := "${@1 // 0}"\n',
    line: 1,
    says: /Failure expanding variable A\[:=\][^]*ZeroDivisionError/,
  },
  {
    name: "Python that does not parse",
    text: 'A = "1"\ndef f(d):\n    return (\n\nB = "2"\n',
    line: 3,
    says: /SyntaxError: '\(' was never closed/,
  },
  {
    name: "a ring of variables",
    text: 'A = "${B}"\nB = "${A}"\nC := "${A}"\n',
    line: 3,
    says: /references itself/,
  },
  {
    name: "a file that is not UTF-8",
    text: new Uint8Array([
      0x41, 0x20, 0x3d, 0x20, 0x22, 0x31, 0x22, 0x0a, 0x42, 0x20, 0x3d, 0x20, 0x22, 0xff, 0x22, 0x0a,
    ]),
    line: 2,
    says: /not valid UTF-8[^]*0xff/,
  },
  {
    name: "a file that requires itself through another",
    text: "require recipes-tea/kettle/broken_1.0.bb\n",
    line: 1,
    says: /include each other/,
  },
];

describe("cli: broken metadata", () => {
  for (const { name, text, line, says } of cases) {
    it(`${name}: file, line, exit code 1`, () => {
      const { status, err, out, file } = run(text, "env", "broken");
      expect(err).to.match(says);
      expect(err).to.contain(`${file}:${line}`);
      expect(status).to.equal(exitCodes.error);
      expect(out).to.equal("");
    });

    it(`${name}: the other recipes are dumped all the same`, () => {
      const { status, out, file } = run(text, "dump", "-o", "-");
      const records = out
        .split("\n")
        .filter(Boolean)
        .map((record) => JSON.parse(record) as { kind: string; key?: string; error?: string; pn?: string });
      const failed = records.filter((record) => record.kind === "failed");
      expect(failed.map((record) => record.key)).to.deep.equal([file]);
      expect(failed[0]?.error).to.be.a("string").and.not.equal("");
      expect(records.filter((record) => record.kind === "recipe").map((record) => record.pn)).to.have.members(
        ["kettle", "green-tea", "tea-tray"],
      );
      expect(status).to.equal(exitCodes.error);
    });
  }

  for (const { name, text, says } of ofTheFile) {
    it(`${name}: file, exit code 1`, () => {
      const { status, err, file } = run(text, "env", "broken");
      expect(err).to.match(says);
      expect(err).to.contain(file);
      expect(status).to.equal(exitCodes.error);
    });
  }

  it("a name that is no recipe: suggestions", () => {
    const { status, err } = run("", "env", "kettel");
    expect(err).to.match(/no recipe 'kettel'[^]*Did you mean kettle\?/);
    expect(status).to.equal(exitCodes.error);
  });
});

describe("cli: usage", () => {
  const bare = (...argv: string[]): Run => {
    let out = "";
    let err = "";
    const status = main(argv, { out: (data) => (out += String(data)), err: (text) => (err += text) });
    return { status, out, err };
  };

  it("no build directory: exit code 2 and what to name", () => {
    const { status, err } = bare("env");
    expect(err).to.contain("--build");
    expect(status).to.equal(exitCodes.usage);
  });

  it("an unknown option: exit code 2", () => {
    expect(bare("env", "--nonsense").status).to.equal(exitCodes.usage);
  });

  it("--unexpand without --value: exit code 2", () => {
    expect(bare("getvar", "PV", "-u").status).to.equal(exitCodes.usage);
  });

  it("--help: exit code 0, text on stdout", () => {
    const { status, out } = bare("--help");
    expect(out).to.contain("getvar");
    expect(status).to.equal(exitCodes.ok);
  });
});
