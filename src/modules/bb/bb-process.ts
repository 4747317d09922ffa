/** bb.process: run() through the host, which refuses unless it was opened; Popen is not offered. */
import { HostError } from "../../sandbox/host.js";
import type { RunOptions } from "../../sandbox/host.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { abspath } from "./path.js";

export function installProcess(binding: Binding): void {
  const { rt, context } = binding;
  // A class, because modules of layers subclass it; an instance cannot be made.
  binding.define({
    name: "Popen",
    module: "bb.process",
    doc: "A running process; not available: the host runs one program at a time (bb.process.run).",
    init: [
      "(self, *args, **kw)",
      () => {
        throw rt.error(
          "NotImplementedError",
          "sandbake: bb.process.Popen is not available: use bb.process.run",
        );
      },
    ],
    subclassable: true,
    dict: true,
  });
  binding.module(
    "bb.process",
    {
      "run(cmd, input=None, log=None, extrafiles=None, **options)": (
        cmd: PyObject,
        input: PyObject,
        log: PyObject,
        extrafiles: PyObject,
        options: ReadonlyMap<string, PyObject>,
      ) => {
        if (log !== rt.none || rt.isTrue(extrafiles)) {
          throw rt.error(
            "NotImplementedError",
            "sandbake: bb.process.run with log or extrafiles is not available",
          );
        }
        const shell = options.get("shell");
        const text = rt.isStr(cmd);
        const argv = text ? shellArgv(binding.text(cmd)) : (binding.strings(cmd) ?? []);
        if (!text && shell !== undefined && rt.isTrue(shell)) argv.unshift("/bin/sh", "-c");
        for (const name of options.keys()) {
          if (!["shell", "cwd", "env", "universal_newlines"].includes(name)) {
            throw rt.error("NotImplementedError", `sandbake: bb.process.run(${name}=...) is not available`);
          }
        }
        const result = runHost(argv, runOptions(input, options), cmd);
        const decode = (bytes: Uint8Array): PyObject => rt.str(new TextDecoder().decode(bytes));
        const stdout = decode(result.stdout);
        const stderr = decode(result.stderr);
        if (result.status !== 0) {
          throw binding.raise("bb.process.ExecutionError", cmd, rt.int(result.status), stdout, stderr);
        }
        return rt.tuple([stdout, stderr]);
      },
    },
    binding.missing(
      "bb.process",
      ["subprocess_setup"],
      "the host runs one program at a time; use bb.process.run",
    ),
  );

  function runOptions(input: PyObject, options: ReadonlyMap<string, PyObject>): RunOptions {
    const out: { cwd?: string; env?: ReadonlyMap<string, string>; input?: Uint8Array } = {};
    const cwd = options.get("cwd");
    if (cwd !== undefined && cwd !== rt.none) out.cwd = abspath(rt.strOf(cwd), context.host.cwd);
    const env = options.get("env");
    if (env !== undefined && env !== rt.none) {
      out.env = new Map(
        [...rt.iterate(env)].map((key) => [binding.text(key), binding.text(rt.getItem(env, key))]),
      );
    }
    if (input !== rt.none) {
      const bytes: unknown = input["v"];
      out.input = typeof bytes === "string" ? new TextEncoder().encode(bytes) : (bytes as Uint8Array);
    }
    return out;
  }

  function runHost(
    argv: readonly string[],
    options: RunOptions,
    cmd: PyObject,
  ): ReturnType<typeof context.host.run> {
    try {
      return context.host.run(argv, options);
    } catch (error) {
      // A program that may not run is, for the metadata, one that the host does not have: metadata is written for
      // hosts without git, and gives "<unknown>" there. The log names the permission.
      if (error instanceof HostError && (error.code === "ENOENT" || error.permission !== undefined)) {
        if (error.permission !== undefined) {
          context.log({
            level: "debug",
            message: `refused to run ${argv.join(" ")}: ${error.permission} allows it`,
          });
        }
        throw binding.raise("bb.process.NotFoundError", cmd);
      }
      if (error instanceof HostError) throw binding.raise("bb.process.CmdError", cmd, error.message);
      throw error;
    }
  }
}

/** A command text as an argument list: plain words need no shell, so that permissions can name the program. */
function shellArgv(command: string): string[] {
  return /^[\w\s./=:@,+-]+$/.test(command)
    ? command.split(/\s+/).filter(Boolean)
    : ["/bin/sh", "-c", command];
}
