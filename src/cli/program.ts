/** The command line: arguments to commands, errors to exit codes (0 ok, 1 errors, 2 usage). */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { compare, type CompareOptions } from "./commands/compare.js";
import { demo } from "./commands/demo.js";
import { dump, type DumpOptions } from "./commands/dump.js";
import { explain, type ExplainOptions } from "./commands/explain.js";
import { diff, type DiffOptions } from "./commands/diff.js";
import { diffsigs, type DiffsigsOptions } from "./commands/diffsigs.js";
import { env, type EnvOptions } from "./commands/env.js";
import { exportMetadata, type ExportOptions } from "./commands/export.js";
import { getvar, type GetvarOptions } from "./commands/getvar.js";
import {
  recordCommand,
  replayCommand,
  type RecordCommandOptions,
  type ReplayCommandOptions,
} from "./commands/record.js";
import { watchCommand, type WatchOptions } from "./commands/watch.js";
import { addExamples } from "./examples.js";
import { addLayerCommands } from "./layer-commands.js";
import { completionScript, shells } from "./completion.js";
import { collectAssignment, withOpenOptions } from "./open.js";
import { NeedsCatalog, resolveProvided } from "./provided.js";
import { withRunOptions } from "./runs.js";
import { addTaskCommands } from "./task-commands.js";
import { exitCodes, printError, UsageError, type Io } from "./output.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Runs one command line whose command is synchronous; gives the exit code. */
export function main(argv: readonly string[], io: Io): number {
  const status = run(argv, io);
  if (typeof status !== "number") throw new Error(`${argv[0] ?? ""} is asynchronous: use mainAsync`);
  return status;
}

/** Runs any command line; gives the exit code. */
export async function mainAsync(argv: readonly string[], io: Io): Promise<number> {
  io.provided ??= new Map();
  return await run(argv, io);
}

/** The commands with their options; `ran` is told what each comes to. */
export function createProgram(io: Io, ran: (status: number | Promise<number>) => void): Command {
  const program = new Command("sandbake")
    .description(
      "Evaluates BitBake metadata without BitBake: values, history and more, with the Python inside sandboxed.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(sandbake help COMMAND shows its options)");

  withOpenOptions(program.command("env"))
    .argument(
      "[recipe]",
      "a PN, a provided name, a .bb file or virtual:VARIANT:FILE; none: the configuration",
    )
    .description("print every variable and function with its history, as `bitbake -e`")
    .option("--json", "one JSON record instead (docs/dump-format.md)")
    .option("--static", "run no Python: each variable as known, partly known or unknown, with the cause")
    .addHelpText(
      "after",
      "\nExamples:\n  sandbake env zlib --build build\n  sandbake env --layers ../openembedded-core/meta --machine qemux86-64 --json",
    )
    .action((recipe: string | undefined, options: EnvOptions) => ran(env(io, recipe, options)));

  withOpenOptions(program.command("getvar"), false)
    .argument("<variable>")
    .description("print one variable, as bitbake-getvar")
    .option("-r, --recipe <name>", "the variable as this recipe sees it")
    .option("--value", "only the value")
    .option("-u, --unexpand", "the value as it is written (with --value)")
    .option("-f, --flag <flag>", "a flag's value (with --value)")
    .option("--ignore-undefined", "an undefined variable is no error")
    .option("--json", "value and history as JSON")
    .addHelpText("after", "\nExample:\n  sandbake getvar SRC_URI -r zlib --value --build build")
    .action((name: string, options: GetvarOptions) => ran(getvar(io, name, options)));

  withOpenOptions(program.command("explain"), false)
    .argument("<variable>")
    .description(
      "tell how a variable came to its value: what counted, what did not and why, and likely mistakes",
    )
    .option("-r, --recipe <name>", "the variable as this recipe sees it")
    .option("--json", "the account as JSON")
    .addHelpText("after", "\nExample:\n  sandbake explain SRC_URI -r zlib --build build")
    .action((name: string, options: ExplainOptions) => ran(explain(io, name, options)));

  withOtherSide(withOpenOptions(program.command("diffsigs"), false))
    .argument("<first>", "a sigdata or siginfo file of BitBake, a file of `hashes --json`, or a recipe")
    .argument("[second]", "another file")
    .description(
      "why hashes differ: two files of BitBake, two of `hashes --json`, or a recipe's task under two configurations",
    )
    .option("-c, --task <name>", "the recipe's task")
    .option("--json", "all differences as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  sandbake diffsigs a.do_compile.sigdata.1 a.do_compile.sigdata.2\n  sandbake diffsigs zlib -c do_compile --to-machine qemuarm64 --build build",
    )
    .action((first: string, second: string | undefined, options: DiffsigsOptions) =>
      ran(diffsigs(io, first, second, options)),
    );

  withOtherSide(withOpenOptions(program.command("diff")))
    .argument("<recipe>")
    .description(
      "what a recipe is under two configurations: machines, distros, builds, with or without a layer",
    )
    .option("--only <variables...>", "these variables, functions and tasks only")
    .option("--json", "all differences as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  sandbake diff zlib --build build --to-machine qemuarm64\n  sandbake diff busybox --build build --without-layer /srv/meta-mine --only SRC_URI LICENSE",
    )
    .action((recipe: string, options: DiffOptions) => ran(diff(io, recipe, options)));

  withOpenOptions(program.command("dump"))
    .description("write everything that recipes evaluate to, as JSON Lines (docs/dump-format.md)")
    .option("--recipes <globs...>", "names, file names or paths; `*` and `?` match (default: all)")
    .option("-o, --output <file>", ".jsonl or .jsonl.gz, - for stdout")
    .option("--layers-root <dir>", "written ${LAYERS} in the paths of keys, inherits and appends")
    .addHelpText("after", "\nExample:\n  sandbake dump --build build --recipes zlib 'gcc-*' -o ours.jsonl.gz")
    .action((options: DumpOptions) => ran(dump(io, options)));

  withRunOptions(withOpenOptions(program.command("export")))
    .description("write what each recipe is, one JSON object a line (schemas/recipe-metadata.schema.json)")
    .option("--recipes <globs...>", "names, file names or paths; `*` and `?` match (default: all)")
    .option("-o, --output <file>", ".jsonl or .jsonl.gz (default: stdout)")
    .addHelpText(
      "after",
      "\nExample:\n  sandbake export --build build -o recipes.jsonl && jq -r '[.name, .version, .license] | @tsv' recipes.jsonl",
    )
    .action((options: ExportOptions) => ran(exportMetadata(io, options)));

  withOpenOptions(program.command("watch"))
    .argument("<recipes...>", "what to evaluate again when a file of it changes")
    .description("evaluate recipes, again after each change of their files, and tell what is different")
    .option("--only <variables...>", "tell of these variables, functions and tasks only")
    .option("--poll <ms>", "look each so many milliseconds, where file systems tell nothing of changes")
    .option("--json", "one JSON object a line for each evaluation")
    .addHelpText("after", "\nExample:\n  sandbake watch zlib --only SRC_URI DEPENDS --build build")
    .action((recipes: string[], options: WatchOptions) => ran(watchCommand(io, recipes, options)));

  program
    .command("compare")
    .argument("<ours>")
    .argument("<theirs>")
    .description("print, by variable and by cause, how two dumps differ")
    .option("--volatile <file>", "names to leave out, a line each; `word:NAME` compares as a set of words")
    .option("--limit <n>", "how many names to show", "40")
    .option("--json", "everything as JSON")
    .option("-q, --quiet", "print nothing: the exit code tells")
    .action((ours: string, theirs: string, options: CompareOptions) =>
      ran(compare(io, ours, theirs, options)),
    );

  withOpenOptions(program.command("record"))
    .argument("[recipes...]", "what to evaluate (a PN, a provided name, a .bb file, virtual:VARIANT:FILE)")
    .description("evaluate, and write down all that the run asked of this machine (docs/replay.md)")
    .option("-o, --output <file>", "the trace")
    .option("--json", "the outcomes with their digests as JSON")
    .option("--bundle", "keep the files' contents in it, so that it can be replayed anywhere")
    .addHelpText("after", "\nExample:\n  sandbake record zlib --build build --bundle -o trace.json")
    .action((recipes: string[], options: RecordCommandOptions) =>
      ran(recordCommand(io, recipes, options, version)),
    );

  program
    .command("replay")
    .argument("<trace>")
    .description("run a trace again, with no host, and tell where it departs")
    .option("--json", "the outcomes with their digests as JSON")
    .option("-q, --quiet", "print nothing where the replay is the same")
    .action((file: string, options: ReplayCommandOptions) => ran(replayCommand(io, file, options)));

  program
    .command("completion")
    .argument("<shell>", shells.join(", "))
    .description("print the completion script of a shell")
    .option("-q, --quiet", "taken for the sake of scripts; there are no notes")
    .addHelpText("after", '\nExample:\n  eval "$(sandbake completion bash)"')
    .action((shell: string) => {
      const known = shells.find((each) => each === shell);
      if (known === undefined)
        throw new UsageError(`completion: there is ${shells.join(", ")}, but no '${shell}'`);
      io.out(completionScript(program, known));
    });

  program
    .command("demo")
    .description("evaluate the bundled example layers and show what came out")
    .option("--json", "as JSON")
    .option("-q, --quiet", "taken for the sake of scripts; there are no notes")
    .action((options: { json?: boolean }) => ran(demo(io, options)));

  addLayerCommands(program, io, ran);
  addTaskCommands(program, io, ran);
  addExamples(program);
  program.hook("preAction", (_, command) => refuseEatenOptions(command));
  return program;
}

/** `--svg --build DIR`: the option's value is missing, and the next option would be taken for it. */
function refuseEatenOptions(command: Command): void {
  const known = new Set(command.options.flatMap(({ short, long }) => [short, long]));
  for (const option of command.options) {
    const given: unknown = command.getOptionValue(option.attributeName());
    for (const value of [given].flat())
      if (typeof value === "string" && known.has(value))
        throw new UsageError(`${option.flags} needs a value, but ${value} follows it`);
  }
}

function run(argv: readonly string[], io: Io): number | Promise<number> {
  let status: number | Promise<number> = exitCodes.ok;
  try {
    createProgram(io, (outcome) => {
      status = outcome;
    }).parse(argv, { from: "user" });
    return typeof status === "number" ? status : (status as Promise<number>).catch(failed);
  } catch (error) {
    return failed(error);
  }

  function failed(error: unknown): number | Promise<number> {
    if (error instanceof NeedsCatalog) return resolveProvided(io, error).then(() => run(argv, io), failed);
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (error instanceof UsageError) {
      io.err(`sandbake: ${error.message}\n`);
      return exitCodes.usage;
    }
    printError(io, error);
    return exitCodes.error;
  }
}

/** Options that say what a second configuration differs in. */
function withOtherSide(command: Command): Command {
  return command
    .option("--to-machine <name>", "MACHINE of the second side")
    .option("--to-distro <name>", "DISTRO of the second side")
    .option("--to-build <dir>", "build directory of the second side")
    .option("--to-layers <dir...>", "layers of the second side")
    .option("--to-set <VAR=VALUE>", "a variable of the second side (repeatable)", collectAssignment)
    .option("--without-layer <dir...>", "the second side has BBLAYERS without these");
}
