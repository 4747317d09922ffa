/**
 * Commands in a piece of POSIX shell: the tree is unbash's, what counts as a call is what BitBake's shell parser
 * answers (conformance/analysis). Its ways, each shown by an experiment:
 *
 * - A command whose first word holds a substitution (`$(a) b`, and `A=$(a) b` too) is no literal; the word after it
 *   is not looked at.
 * - Words with `=` before the command are assignments, whatever stands before the `=`.
 * - `eval a b` calls `a`; other commands that run commands (`env`, `xargs`, `exec`) are only called themselves.
 * - Targets of redirections, here documents, the word of `case` and what stands in `${...}` are not looked at.
 * - Bash's own words (`time`, `coproc`, `function`, `[[`) are commands like any other.
 */
import { parse } from "unbash";
import type {
  ArrayValue,
  Assignment,
  Command,
  CommandNode,
  ParsedScript,
  Statement,
  Word,
  WordPart,
} from "unbash";
import type { ShellAnalysis } from "./types.js";

/** A text that is no shell. `line` counts from 1. */
export class ShellSyntaxError extends Error {
  override readonly name = "ShellSyntaxError";
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/**
 * Analyses a whole text, variables expanded or not.
 * @throws {ShellSyntaxError} where the text is no shell
 */
export function analyseShell(text: string): ShellAnalysis {
  const found = new Commands();
  found.script(parsed(text));
  const { allExecs, functions } = found;
  const execs = new Set([...allExecs].filter((name) => !functions.has(name)));
  return { execs, allExecs, functions };
}

function parsed(text: string): ParsedScript {
  const script = parse(text);
  if (script.errors === undefined || script.errors.length === 0) return script;
  // BitBake reads an escaped `\$(a)` outside quotes as the substitution.
  if (text.includes("\\$(")) {
    const plain = parse(text.replaceAll("\\$(", "$("));
    if (plain.errors === undefined || plain.errors.length === 0) return plain;
  }
  const [error] = script.errors;
  const line = text.slice(0, error?.pos ?? 0).split("\n").length;
  throw new ShellSyntaxError(error?.message ?? "syntax error", line);
}

type ShellWord = Word | Assignment;
type AnyCommand = Statement["command"] | CommandNode;

/** Assignments, name and arguments in order, without redirections. */
function wordsOf(node: Command): ShellWord[] {
  const words: ShellWord[] = [];
  for (const item of node.prefix) if (item.type === "Assignment") words.push(item);
  if (node.name !== undefined) words.push(node.name);
  words.push(...node.args);
  return words;
}

class Commands {
  readonly allExecs = new Set<string>();
  readonly functions = new Set<string>();

  /** `ownsSource`: the text of an escaped backtick, in which backticks are no substitutions. */
  script(script: ParsedScript, ownsSource = false): void {
    const [error] = script.errors ?? [];
    if (error !== undefined) throw new ShellSyntaxError(error.message, 1);
    this.statements(script.commands, ownsSource);
  }

  private statements(statements: readonly Statement[], quoted: boolean): void {
    for (const { command } of statements) this.command(command, quoted);
  }

  private command(node: AnyCommand, quoted: boolean): void {
    switch (node.type) {
      case "Command":
        this.words(wordsOf(node), quoted);
        break;
      case "AndOr":
        for (const command of node.commands) this.command(command, quoted);
        break;
      case "Pipeline":
        node.commands.forEach((command, i) => {
          // To BitBake `time` is a command with the rest as its arguments.
          const isTimed = i === 0 && node.prefixes.some((prefix) => prefix.type === "Time");
          if (isTimed) this.allExecs.add("time");
          if (isTimed && command.type === "Command") {
            for (const word of wordsOf(command)) this.substitutions(word, quoted);
          } else this.command(command, quoted);
        });
        break;
      case "Redirected":
        this.command(node.command, quoted);
        break;
      case "BraceGroup":
      case "Subshell":
        this.statements(node.body.commands, quoted);
        break;
      case "If":
        for (const { clause, then } of [node, ...node.elif]) {
          this.statements(clause.commands, quoted);
          this.statements(then.commands, quoted);
        }
        if (node.else !== undefined) this.statements(node.else.commands, quoted);
        break;
      case "While":
        this.statements(node.clause.commands, quoted);
        this.statements(node.body.commands, quoted);
        break;
      case "For":
      case "Select":
        for (const word of node.wordlist ?? []) this.substitutions(word, quoted);
        this.statements(node.body.commands, quoted);
        break;
      case "ArithmeticFor":
        this.statements(node.body.commands, quoted);
        break;
      case "Case":
        for (const item of node.items) {
          for (const word of item.pattern) this.substitutions(word, quoted);
          this.statements(item.body.commands, quoted);
        }
        break;
      case "Function":
        this.functions.add(node.name.text);
        if (node.body.type === "CompoundList") this.statements(node.body.commands, quoted);
        else this.command(node.body, quoted);
        break;
      case "Coproc":
        this.allExecs.add("coproc");
        break;
      case "TestCommand":
        this.allExecs.add("[[");
        break;
      case "ArithmeticCommand":
        break;
    }
  }

  private words(words: readonly ShellWord[], quoted: boolean): void {
    const [first, , ...others] = words;
    if (first === undefined) return;
    if (this.substitutions(first, quoted)) {
      for (const word of others) this.substitutions(word, quoted);
      return;
    }
    for (const word of words) this.substitutions(word, quoted);
    const at = words.findIndex((word) => !word.text.includes("="));
    const command = words[at];
    if (command === undefined || command.text.startsWith("$")) return;
    if (command.text === "eval") this.words(words.slice(at + 1), quoted);
    else this.allExecs.add(command.text.replaceAll("\\\n", ""));
  }

  /** Looks into the substitutions of a word; says whether it holds one. */
  private substitutions(word: ShellWord | ArrayValue, quoted: boolean): boolean {
    if (word.type === "ArrayValue")
      return word.elements.some((element) => this.substitutions(element, quoted));
    if (!word.text.includes("$(") && !word.text.includes("`")) return false;
    if (word.type === "Assignment") return this.substitutions(word.value, quoted);
    return this.parts(word.parts ?? [], quoted);
  }

  private parts(parts: readonly WordPart[], quoted: boolean): boolean {
    let found = false;
    for (const part of parts) {
      if (part.type === "DoubleQuoted" || part.type === "LocaleString") {
        if (this.parts(part.parts, quoted)) found = true;
      } else if (part.type === "CommandExpansion" && !(quoted && part.text.startsWith("`"))) {
        found = true;
        if (part.script !== undefined) this.script(part.script, part.script.source !== undefined);
      } else if ("parts" in part && part.parts !== undefined) {
        if (this.parts(part.parts, quoted)) found = true;
      }
    }
    return found;
  }
}
