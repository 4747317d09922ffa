/** The commands about tasks on the command line: hashes, diffsigs, graph; what is wrong with the arguments. */
import { expect } from "chai";
import { mainAsync } from "../../src/cli/program.js";
import { exitCodes } from "../../src/cli/output.js";

/** Runs a command line. */
export async function runCommand(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const status = await mainAsync(argv, {
    out: (data) => (out += typeof data === "string" ? data : Buffer.from(data).toString("utf8")),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

describe("cli: arguments of the commands about tasks", () => {
  const wrong: readonly (readonly [argv: string[], says: RegExp])[] = [
    [["graph", "zlib", "--svg", "--build", "x"], /--svg expects a name, and --build is an option/],
    [["graph", "zlib", "-o", "--json"], /-o expects a name, and --json is an option/],
    [["graph", "zlib", "--around", "zlib"], /--tasks-of and --around are for --svg FILE/],
    [["hashes", "a", "b"], /one recipe at a time, or --full/],
    [["hashes", "a", "--sigdata", "x"], /--sigdata is for --full/],
    [["diffsigs", "a"], /name the task with -c TASK/],
    [["diffsigs", "nowhere.sigdata", "nowhere.sigdata"], /cannot read nowhere\.sigdata: ENOENT/],
  ];
  for (const [argv, says] of wrong) {
    it(argv.join(" "), async () => {
      const { status, err } = await runCommand(...argv);
      expect(err).to.match(says);
      expect(status).to.equal(exitCodes.usage);
    });
  }
});
