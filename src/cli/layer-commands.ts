/** The command line of what is asked about all layers at once: parse, versions, layers show-... */
import type { Command } from "commander";
import {
  showAppends,
  showCrossDepends,
  showLayers,
  showMachines,
  showOverlayed,
  showRecipes,
  type ShowCrossDependsOptions,
  type ShowMachinesOptions,
  type ShowOverlayedOptions,
  type ShowRecipesOptions,
} from "./commands/layers.js";
import { parse, type ParseOptions } from "./commands/parse.js";
import { versions, type VersionsOptions } from "./commands/versions.js";
import { withOpenOptions, type OpenOptions } from "./open.js";
import type { Io } from "./output.js";
import { withRunOptions } from "./runs.js";

const commas = (value: string): string[] => value.split(",").filter(Boolean);

/** Adds the commands; `ran` is told what each comes to. */
export function addLayerCommands(
  program: Command,
  io: Io,
  ran: (outcome: number | Promise<number>) => void,
): void {
  withRunOptions(withOpenOptions(program.command("parse")))
    .description("evaluate every recipe and say what is wrong, as `bitbake -p`")
    .option("--hashes", "compute the base hash of every task too, as bitbake does")
    .option("--json", "counts and failures as JSON")
    .addHelpText("after", "\nExample:\n  sandbake parse --build build")
    .action((options: ParseOptions) => ran(parse(io, options)));

  withRunOptions(withOpenOptions(program.command("versions")))
    .description("list every recipe with its latest, preferred and required version, as `bitbake -s`")
    .option("--mc <name>", "the recipes of this multiconfig")
    .option("--json", "the list as JSON")
    .action((options: VersionsOptions) => ran(versions(io, options)));

  const layers = program
    .command("layers")
    .description("list layers, recipes, overlays, bbappends, machines, as bitbake-layers does");

  withOpenOptions(layers.command("show-layers"), false)
    .description("the layers with their paths and priorities")
    .option("--json", "the list as JSON")
    .action((options: OpenOptions & { json?: boolean }) => ran(showLayers(io, options)));

  withRunOptions(withOpenOptions(layers.command("show-recipes"), false))
    .description("the recipes with their layers and versions, the one that is taken first")
    .argument("[names...]", "only these; `*` and `?` match")
    .option("-f, --filenames", "file names instead of names and versions")
    .option("-r, --recipes-only", "names alone")
    .option("-m, --multiple", "only names with more than one recipe")
    .option(
      "-i, --inherits <classes>",
      "only recipes that inherit all of these classes (comma-separated)",
      commas,
    )
    .option("-l, --layer <name>", "only recipes of this layer (the name of its folder)")
    .option("--bare", "without the (skipped: ...) marks")
    .option("--show-variants", "also the other variants of the file that is taken")
    .option("--mc <name>", "the recipes of this multiconfig")
    .option("--json", "the list as JSON")
    .addHelpText("after", "\nExample:\n  sandbake layers show-recipes -i image --build build")
    .action((names: string[], options: ShowRecipesOptions) => ran(showRecipes(io, names, options)));

  withRunOptions(withOpenOptions(layers.command("show-overlayed"), false))
    .description("recipes and classes that more than one layer has")
    .option("-f, --filenames", "file names instead of names and versions")
    .option("-s, --same-version", "only recipes whose versions are all the same")
    .option("--mc <name>", "the recipes of this multiconfig")
    .option("--json", "the list as JSON")
    .action((options: ShowOverlayedOptions) => ran(showOverlayed(io, options)));

  withRunOptions(withOpenOptions(layers.command("show-appends"), false))
    .description("the recipes with their bbappends")
    .argument("[names...]", "only these; `*` and `?` match")
    .option("--json", "the list as JSON")
    .action((names: string[], options: OpenOptions & { json?: boolean }) =>
      ran(showAppends(io, names, options)),
    );

  withRunOptions(withOpenOptions(layers.command("show-cross-depends"), false))
    .description("what recipes of one layer need of another")
    .option("-f, --filenames", "full file names")
    .option(
      "-i, --ignore <layers>",
      "leave out what needs these layers (folder names, comma-separated)",
      commas,
    )
    .option("--json", "the list as JSON")
    .action((options: ShowCrossDependsOptions) => ran(showCrossDepends(io, options)));

  withOpenOptions(layers.command("show-machines"), false)
    .description("the machines that the layers bring")
    .option("--bare", "names without layers")
    .option("-l, --layer <name>", "only this layer (the name of its folder)")
    .option("--json", "the list as JSON")
    .action((options: ShowMachinesOptions) => ran(showMachines(io, options)));
}
