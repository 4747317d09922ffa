/** Examples below the help of the commands that bring none of their own. */
import type { Command } from "commander";

const examples = new Map<string, readonly string[]>([
  [
    "versions",
    ["sandbake versions --build build", "sandbake versions --build build --json | jq '.versions[].pn'"],
  ],
  [
    "compare",
    ["sandbake dump --build build -o ours.jsonl.gz && sandbake compare ours.jsonl.gz theirs.jsonl.gz"],
  ],
  ["replay", ["sandbake record zlib --build build --bundle -o trace.json && sandbake replay trace.json"]],
  ["demo", ["sandbake demo"]],
  ["layers show-layers", ["sandbake layers show-layers --build build"]],
  ["layers show-overlayed", ["sandbake layers show-overlayed --build build"]],
  ["layers show-appends", ["sandbake layers show-appends 'busybox*' --build build"]],
  ["layers show-cross-depends", ["sandbake layers show-cross-depends --ignore meta --build build"]],
  [
    "layers show-machines",
    ["sandbake layers show-machines --layers ../openembedded-core/meta --machine qemux86-64"],
  ],
]);

/** Adds them. */
export function addExamples(program: Command): void {
  const visit = (command: Command, above: string): void => {
    const path = `${above}${command.name()}`;
    const lines = examples.get(path) ?? [];
    if (lines.length > 0)
      command.addHelpText("after", `\nExample${lines.length > 1 ? "s" : ""}:\n  ${lines.join("\n  ")}`);
    for (const inner of command.commands) visit(inner, `${path} `);
  };
  for (const command of program.commands) visit(command, "");
}
