/** The commands about tasks: graph, query, script. */
import { InvalidArgumentError, type Command } from "commander";
import { buildHashes, type BuildHashesOptions } from "./commands/build-hashes.js";
import { hashes } from "./commands/hashes.js";
import { graph, type GraphOptions } from "./commands/graph.js";
import { script, type ScriptOptions } from "./commands/script.js";
import { query, type QueryOptions } from "./commands/query.js";
import { withOpenOptions } from "./open.js";
import { UsageError, type Io } from "./output.js";
import { withRunOptions } from "./runs.js";

const collect = (value: string, earlier: readonly string[] | undefined): string[] => [
  ...(earlier ?? []),
  value,
];

/** A value that looks like the next option means that the value was forgotten. */
const notAnOption =
  (option: string) =>
  (value: string): string => {
    if (/^--?[a-z]/i.test(value))
      throw new InvalidArgumentError(
        `${option} expects a name, and ${value} is an option (./${value} would be a file).`,
      );
    return value;
  };

/** Adds them; `done` gets a command's exit code. */
export function addTaskCommands(
  program: Command,
  io: Io,
  done: (status: number | Promise<number>) => void,
): void {
  withRunOptions(withOpenOptions(program.command("graph"), false))
    .argument(
      "<targets...>",
      "what to build: PN, a provided name, NAME:do_task, mc:NAME:TARGET, world, universe",
    )
    .description("write pn-buildlist and task-depends.dot, as `bitbake -g`, or JSON, or a picture")
    .option("-c, --task <task>", "the task of targets that name none (default: BB_DEFAULT_TASK)")
    .option("--runall <task>", "this task of every recipe in the graph instead (repeatable)", collect)
    .option(
      "--runonly <task>",
      "only this task, of what is in the graph, and what it needs (repeatable)",
      collect,
    )
    .option("-I, --ignore-deps <name>", "take this name as given (repeatable)", collect)
    .option("-o, --output <dir>", "where to write the files (default: here)", notAnOption("-o"))
    .option("--json", "recipes and tasks as JSON instead")
    .option("--svg <file>", "a picture instead: the tasks of the first target's recipe", notAnOption("--svg"))
    .option("--tasks-of <pn>", "the picture shows the tasks of this recipe", notAnOption("--tasks-of"))
    .option("--around <pn>", "the picture shows the recipes around this one", notAnOption("--around"))
    .option("--depth <n>", "up to so many steps away (with --around; default 1)")
    .addHelpText(
      "after",
      "\nExamples:\n  sandbake graph core-image-minimal --build build\n  sandbake graph core-image-minimal --svg busybox.svg --around busybox --build build",
    )
    .action((targets: string[], options: GraphOptions) => {
      done(graph(io, targets, options));
    });

  withRunOptions(withOpenOptions(program.command("query"), false))
    .argument("<expression>")
    .description("ask about recipes and tasks: deps, rdeps, somepath, allpaths, kind, attr (docs/tasks.md)")
    .option("-o, --output <format>", "label, graph or json", "label")
    .addHelpText(
      "after",
      "\nExamples:\n  sandbake query 'deps(core-image-minimal) ^ rdeps(zlib)' --build build\n  sandbake query 'somepath(busybox:do_build, quilt-native:do_compile)' --build build",
    )
    .action((expression: string, options: QueryOptions) => {
      done(query(io, expression, options));
    });

  withRunOptions(withOpenOptions(program.command("hashes"), false))
    .argument("<recipe...>", "a recipe; with --full what to build, as for graph")
    .description("the base hashes of a recipe's tasks; with --full the task hashes of a whole build")
    .option("-c, --task <name>", "one task, with all that its hash is made of; with --full as for graph")
    .option("--full", "the hashes of all tasks that a build of the targets runs, as `bitbake -S none`")
    .option(
      "--sigdata <dir>",
      "write them as BitBake's sigdata files, for bitbake-diffsigs (with --full)",
      notAnOption("--sigdata"),
    )
    .option("--json", "hashes and what they are made of as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  sandbake hashes zlib -c do_compile --build build\n  sandbake hashes core-image-minimal --full --build build",
    )
    .action((names: string[], options: BuildHashesOptions & { readonly full?: boolean }) => {
      if (options.full === true) done(buildHashes(io, names, options));
      else {
        const [recipe = "", ...more] = names;
        if (more.length > 0) throw new UsageError("hashes: one recipe at a time, or --full");
        if (options.sigdata !== undefined) throw new UsageError("hashes: --sigdata is for --full");
        done(hashes(io, recipe, options));
      }
    });

  withOpenOptions(program.command("script"), false)
    .argument("<recipe>")
    .description("the script that BitBake would run for a task: its functions and exported variables")
    .requiredOption("-c, --task <name>", "the task")
    .option("--json", "variables, functions with their places, directory and text as JSON")
    .addHelpText("after", "\nExample:\n  sandbake script zlib -c do_compile --build build")
    .action((recipe: string, options: ScriptOptions) => {
      done(script(io, recipe, options));
    });
}
