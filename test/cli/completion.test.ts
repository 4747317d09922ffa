/** `sandbake completion`: the scripts in the shells themselves. */
import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { main } from "../../src/cli/program.js";

function script(shell: string): { status: number; out: string; err: string } {
  let out = "";
  let err = "";
  const status = main(["completion", shell], {
    out: (data) => (out += String(data)),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

/** What bash offers after the words typed so far. */
function offered(...words: string[]): string[] {
  const typed = ["sandbake", ...words];
  const program = `${script("bash").out}
COMP_WORDS=(${typed.map((word) => `'${word}'`).join(" ")}) COMP_CWORD=${typed.length - 1}
_sandbake; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync("bash", ["--norc", "-c", program], { encoding: "utf8" });
  expect(stderr).to.equal("");
  expect(status).to.equal(0);
  return stdout.split("\n").filter(Boolean);
}

describe("completion", () => {
  it("commands, then the options of the command that was typed", () => {
    expect(offered("")).to.include.members(["env", "getvar", "explain", "diff", "dump"]);
    expect(offered("expl")).to.deep.equal(["explain"]);
    expect(offered("getvar", "--un")).to.deep.equal(["--unexpand"]);
    expect(offered("getvar", "PV", "--ig")).to.deep.equal(["--ignore-undefined"]);
  });

  it("for zsh and fish too; an unknown shell is an error of usage", () => {
    expect(script("zsh").out).to.contain("bashcompinit");
    expect(script("fish").out).to.contain('-n "__fish_use_subcommand" -a explain -d ');
    const { status, err } = script("powershell");
    expect(status).to.equal(2);
    expect(err).to.contain("bash, zsh, fish");
  });
});
