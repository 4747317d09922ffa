/** `sandbake getvar` as bitbake-getvar answers: outputs, messages and exit codes are those of real BitBake 2.19. */
import { join } from "node:path";
import { expect } from "chai";
import { main } from "../../src/cli/program.js";

const build = join(import.meta.dirname, "../../examples/teapot/build");
const meta = join(import.meta.dirname, "../../examples/teapot/meta-teapot");

function getvar(...argv: string[]): { status: number; out: string; err: string } {
  let out = "";
  let err = "";
  const status = main(["getvar", ...argv, "--build", build, "--machine", "travel-mug"], {
    out: (data) => (out += String(data)),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

const cases: readonly { argv: string[]; status: number; out?: string; err?: string }[] = [
  { argv: ["PV", "-r", "green-tea", "--value"], status: 0, out: "2.1\n" },
  {
    argv: ["DESCRIPTION", "-r", "green-tea", "--value", "-u"],
    status: 0,
    out: "${SUMMARY}, ${LEAVES} of leaves, ${BREW_LABEL}\n",
  },
  {
    argv: ["do_brew", "-r", "green-tea", "--value", "-f", "lockfiles", "-u"],
    status: 0,
    out: "${TMPDIR}/single-cup.lock\n",
  },
  { argv: ["DISTRO", "-q", "--value"], status: 0, out: "afternoon\n" },
  { argv: ["NOPE", "--value"], status: 1, out: "", err: "The variable 'NOPE' is not defined\n" },
  { argv: ["NOPE", "-r", "green-tea"], status: 1, out: "", err: "The variable 'NOPE' is not defined\n" },
  { argv: ["NOPE", "--value", "--ignore-undefined"], status: 0, out: "\n" },
  {
    argv: ["NOPE", "--ignore-undefined"],
    status: 0,
    out: '#\n# $NOPE\n#   [no history recorded]\n#\n#   "None"\n',
  },
  {
    argv: ["INGREDIENTS", "-r", "green-tea", "--value", "-f", "nope"],
    status: 1,
    out: "",
    err: "The flag 'nope' is not defined for variable 'INGREDIENTS'\n",
  },
  {
    argv: ["DISTRO_NAME"],
    status: 0,
    out: `#\n# $DISTRO_NAME\n#   set ${meta}/conf/distro/afternoon.conf:1\n#     "Afternoon Tea"\nDISTRO_NAME="Afternoon Tea"\n`,
  },
];

describe("cli: getvar as bitbake-getvar", () => {
  for (const { argv, status, out, err } of cases) {
    it(argv.join(" "), () => {
      const run = getvar(...argv);
      expect(run.err).to.equal(err ?? "");
      if (out !== undefined) expect(run.out).to.equal(out);
      expect(run.status).to.equal(status);
    });
  }

  it("--json: value and history", () => {
    const { status, out } = getvar("SUMMARY", "-r", "green-tea", "--json");
    const answer = JSON.parse(out) as {
      name: string;
      value: string;
      history: { op: string; line: number }[];
    };
    expect(answer.value).to.equal("A pot of green tea with jasmine");
    expect(answer.history.map(({ op, line }) => [op, line])).to.deep.equal([
      ["set", 1],
      ["postdot", 3],
    ]);
    expect(status).to.equal(0);
  });
});
