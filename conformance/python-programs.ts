/**
 * Random programs, in our VM and in CPython:
 *
 *     npx tsx conformance/python-programs.ts [--runs N] [--seed N] [--python FILE] [--survey] [--sample FILE]
 *
 * fast-check builds programs by a grammar (python-grammar.ts); each runs in a namespace of its own in the VM and in one
 * CPython 3.11 process; what they print must be equal. The first difference is shrunk and printed, with both outputs;
 * `--survey` shrinks nothing, runs all and prints the first line of each difference. `--sample` writes programs as a file of
 * snippets (test/vm/snippets, see scripts/snippets.py) and compares nothing.
 */
import fc from "fast-check";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { LimitError } from "../src/diagnostics/errors.js";
import { installModules } from "../src/modules/index.js";
import { memoryHost } from "../src/sandbox/host/memory.js";
import { PythonError, PythonVM } from "../src/vm/index.js";
import { prelude, program } from "./python-grammar.js";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string" },
    python: { type: "string", default: "/usr/bin/python3" },
    sample: { type: "string" },
    survey: { type: "boolean", default: false },
  },
});
const seed = options.seed === undefined ? {} : { seed: Number(options.seed) };

/** Reads a program as a JSON line, runs it, answers with a JSON line. */
const driver = String.raw`
import io, json, sys, traceback, warnings
from contextlib import redirect_stdout
warnings.simplefilter('ignore')
for line in sys.stdin:
    out = io.StringIO()
    with redirect_stdout(out):
        try:
            exec(compile(json.loads(line), '<program>', 'exec'), {'__name__': '__main__'})
        except BaseException as error:
            print(''.join(traceback.format_exception_only(error)).rstrip('\n').split('\n')[-1])
    print(json.dumps(out.getvalue()), flush=True)
`;

class Python {
  private readonly child = spawn(options.python, ["-I", "-c", driver], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  private readonly lines = createInterface({ input: this.child.stdout });

  async run(source: string): Promise<string> {
    const answer = once(this.lines, "line");
    this.child.stdin.write(`${JSON.stringify(source)}\n`);
    return JSON.parse(((await answer) as [string])[0]) as string;
  }

  end(): void {
    this.child.stdin.end();
  }
}

class Ours {
  private out = "";
  private vm = this.make();

  private make(): PythonVM {
    return new PythonVM({
      limits: { steps: 5_000_000 },
      modules: (rt) =>
        installModules(rt, {
          host: memoryHost({}),
          stdout: (text) => {
            this.out += text;
          },
          version: [3, 11, 2],
        }),
    });
  }

  run(source: string): string {
    const rt = this.vm.runtime;
    this.out = "";
    rt.budget.renew();
    const globals = rt.newDict();
    globals.setStr("__name__", rt.str("__main__"));
    globals.setStr("__builtins__", rt.imports.builtins);
    try {
      this.vm.exec(source, { filename: "<program>", globals });
    } catch (e) {
      if (e instanceof PythonError)
        this.out += `${e.traceback.replace(/\n+$/, "").split("\n").pop() ?? ""}\n`;
      else if (e instanceof LimitError) this.out += `LimitError: ${e.message}\n`;
      else this.out += `internal: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}\n`;
    }
    return this.out;
  }
}

const runs = Number(options.runs);
if (options.sample !== undefined) {
  const unique = [...new Set(fc.sample(program, { numRuns: runs, ...seed }))];
  const sections = unique.map((text, i) => `# --- program ${i + 1}\n${text}`);
  writeFileSync(options.sample, prelude + sections.join(""));
} else if (options.survey) {
  const python = new Python();
  const ours = new Ours();
  const seen = new Set<string>();
  let different = 0;
  for (const text of fc.sample(program, { numRuns: runs, ...seed })) {
    const theirs = (await python.run(prelude + text)).split("\n");
    const own = ours.run(prelude + text).split("\n");
    const at = theirs.findIndex((line, i) => line !== own[i]);
    if (at < 0 && own.length === theirs.length) continue;
    different++;
    const shape = `${theirs[at]}${own[at]}`.replace(/\d+/g, "0");
    if (seen.has(shape)) continue;
    seen.add(shape);
    console.log(`--- line ${at}\n${text}  CPython: ${theirs[at]}\n  ours:    ${own[at]}`);
  }
  python.end();
  console.log(`${different} of ${runs} programs differ`);
} else {
  const python = new Python();
  const ours = new Ours();
  const result = await fc.check(
    fc.asyncProperty(program, async (text) => {
      const theirs = await python.run(prelude + text);
      const own = ours.run(prelude + text);
      if (theirs !== own) throw new Error(`CPython:\n${theirs}\nours:\n${own}`);
    }),
    { numRuns: runs, ...seed },
  );
  python.end();
  if (result.failed) {
    console.log(
      `differs after ${result.numRuns} programs and ${result.numShrinks} shrinks (seed ${result.seed}):\n`,
    );
    console.log(result.counterexample?.[0]);
    console.log(result.errorInstance instanceof Error ? result.errorInstance.message : "");
    process.exitCode = 1;
  } else console.log(`${result.numRuns} programs: no difference (seed ${result.seed})`);
}
