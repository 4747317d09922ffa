/** Shell completion, made from the program's own commands and options: what `sandbake completion SHELL` prints. */
import type { Command } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

interface Completable {
  /** "env", or "layers show-layers". */
  readonly path: string;
  readonly description: string;
  readonly options: readonly { readonly flags: readonly string[]; readonly description: string }[];
}

/** The script for one shell; the person's shell evaluates it. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.flatMap((command) => walk(command, ""));
  switch (shell) {
    case "bash":
      return bash(commands);
    case "zsh":
      return `autoload -Uz bashcompinit && bashcompinit\n${bash(commands)}`;
    case "fish":
      return fish(commands);
  }
}

function walk(command: Command, above: string): Completable[] {
  const path = `${above}${command.name()}`;
  const options = command.options
    .filter(({ hidden }) => !hidden)
    .map(({ short, long, description }) => ({
      flags: [short, long].filter((flag) => flag !== undefined),
      description,
    }));
  const own = { path, description: command.description(), options };
  return [own, ...command.commands.flatMap((inner) => walk(inner, `${path} `))];
}

/** The words that may stand at a level: commands below `path`, or its options. */
function wordsAfter(commands: readonly Completable[], path: string): string[] {
  const below = commands
    .filter((each) => each.path.startsWith(path === "" ? "" : `${path} `))
    .map((each) => each.path.slice(path === "" ? 0 : path.length + 1))
    .filter((rest) => !rest.includes(" "));
  const own = commands.find((each) => each.path === path)?.options.flatMap(({ flags }) => flags) ?? [];
  return [...below, ...own];
}

function bash(commands: readonly Completable[]): string {
  const cases = commands.map(
    ({ path }) => `    "${path}") words="${wordsAfter(commands, path).join(" ")}" ;;`,
  );
  return `# Completion of sandbake for bash: eval "$(sandbake completion bash)"
_sandbake() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) break ;; esac
    case " ${commands.map(({ path }) => path.replace(" ", "/")).join(" ")} " in
      *" \${path:+$path/}$word "*) path="\${path:+$path/}$word" ;;
    esac
  done
  case "\${path/\\// }" in
    "") words="${wordsAfter(commands, "").join(" ")} help --version" ;;
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _sandbake sandbake
`;
}

function fish(commands: readonly Completable[]): string {
  const lines = ["# Completion of sandbake for fish: sandbake completion fish | source"];
  for (const { path, description, options } of commands) {
    const words = path.split(" ");
    const name = words.at(-1) ?? path;
    const above = words.slice(0, -1);
    const when =
      above.length === 0 ? "__fish_use_subcommand" : `__fish_seen_subcommand_from ${above.join(" ")}`;
    lines.push(`complete -c sandbake -n "${when}" -a ${name} -d ${quoted(description)}`);
    for (const option of options) {
      const flags = option.flags.map((flag) =>
        flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag[1]}`,
      );
      lines.push(
        `complete -c sandbake -n "__fish_seen_subcommand_from ${name}" ${flags.join(" ")} -d ${quoted(option.description)}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
