/**
 * Random programs, in our VM and in CPython:
 *
 *     npx tsx conformance/python-programs.ts [--runs N] [--seed N] [--python FILE] [--sample FILE --count N]
 *
 * fast-check builds programs by a grammar (python-grammar.ts); each runs in a namespace of its own in the VM and in one
 * CPython 3.11 process; what they print must be equal. A difference is shrunk and printed, with both outputs. `--sample`
 * writes programs as a file of snippets (test/vm/snippets, see scripts/snippets.py) and compares nothing.
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
import { program } from "./python-grammar.js";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string" },
    python: { type: "string", default: "/usr/bin/python3" },
    sample: { type: "string" },
    count: { type: "string", default: "400" },
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
      if (e instanceof PythonError) this.out += `${e.traceback.trimEnd().split("\n").pop() ?? ""}\n`;
      else if (e instanceof LimitError) this.out += `LimitError: ${e.message}\n`;
      else this.out += `internal: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}\n`;
    }
    return this.out;
  }
}

if (options.sample !== undefined) {
  const programs = fc.sample(program, { numRuns: Number(options.count), ...seed });
  const unique = [...new Set(programs)];
  writeFileSync(options.sample, unique.map((text, i) => `# --- program ${i + 1}\n${text}`).join(""));
} else {
  const python = new Python();
  const ours = new Ours();
  const result = await fc.check(
    fc.asyncProperty(program, async (text) => {
      const theirs = await python.run(text);
      const own = ours.run(text);
      if (theirs !== own) throw new Error(`CPython:\n${theirs}\nours:\n${own}`);
    }),
    { numRuns: Number(options.runs), ...seed, endOnFailure: false },
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
