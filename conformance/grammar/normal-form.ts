/** A syntax tree in the words in which oracle.py gives BitBake's own statements, so that the two can be compared. */
import { firstError, splitWords, type Statement, type SyntaxTree } from "../../src/recipe-grammar/index.js";

export interface Answer {
  readonly statements?: readonly Record<string, unknown>[];
  readonly error?: { readonly line?: number; readonly message: string };
  readonly warnings: readonly string[];
}

/** What BitBake would answer for the tree's file. `name` is how messages name the file. */
export function answerOf(tree: SyntaxTree, name = tree.file): Answer {
  const warnings: string[] = [];
  for (const diagnostic of tree.diagnostics) {
    if (diagnostic.severity === "error") break;
    if (diagnostic.code === "function-without-body") continue; // BitBake is silent here
    const prefix = diagnostic.code === "assignment-whitespace" ? `${name}:${lineOf(tree, diagnostic)} ` : "";
    warnings.push(prefix + diagnostic.message);
  }
  const error = firstError(tree);
  if (error) {
    const statement = tree.statements.find((s) => s.kind === "error" && s.diagnostic === error)!;
    const { code, message } = error;
    if (code === "empty-continuation") return { error: { message: message.split(":")[0] }, warnings };
    const named = code === "comment-in-value" || code === "confusing-comment";
    return { error: { ...(!named && { line: statement.line }), message }, warnings };
  }
  return { statements: tree.statements.flatMap(statementOf), warnings };
}

/**
 * BitBake's answer without what we leave out on purpose: behind a function without end it warns of tabs to the end of the
 * file, we up to the line where we go on.
 */
export function expectedOf(theirs: Answer, ours: Answer): Answer {
  if (!theirs.error?.message.startsWith("Unparsed lines from unclosed function")) return theirs;
  return { ...theirs, warnings: theirs.warnings.slice(0, ours.warnings.length) };
}

/** BitBake gives the last line of the statement, our span the operator's. */
function lineOf(tree: SyntaxTree, diagnostic: SyntaxTree["diagnostics"][number]): number {
  const offset = diagnostic.span!.start.offset;
  return tree.statements.find((s) => s.span.start.offset <= offset && offset < s.span.end.offset)!.line;
}

function statementOf(statement: Statement): Record<string, unknown>[] {
  const { kind, line } = statement;
  switch (statement.kind) {
    case "blank":
    case "comment":
    case "ignored":
    case "error":
      return [];
    case "assignment": {
      const { name, flag = null, operator, value, quote, exported } = statement;
      return [{ kind, line, name, flag, operator, value, quote, exported }];
    }
    case "export":
      return [{ kind, line, name: statement.name }];
    case "unset":
      return [{ kind, line, name: statement.name, flag: statement.flag ?? null }];
    case "include":
      return [{ kind, line, path: statement.path, force: statement.force }];
    case "include-all":
      return [{ kind, line, path: statement.path }];
    case "inherit":
    case "inherit-defer":
    case "deltask":
      return [{ kind, line, text: statement.text }];
    case "addtask":
      return [{ kind, line, tasks: statement.tasks, after: statement.after, before: statement.before }];
    case "addhandler":
    case "export-functions":
      return [{ kind, line, names: splitWords(statement.text) }];
    case "addpylib":
      return [{ kind, line, dir: statement.dir, namespace: statement.namespace }];
    case "addfragments": {
      const { prefix, fragmentsVariable, flaggedVariablesListVariable, builtinFragmentsVariable } = statement;
      return [
        {
          kind,
          line,
          words: [prefix, fragmentsVariable, flaggedVariablesListVariable, builtinFragmentsVariable],
        },
      ];
    }
    case "function": {
      const { name, python, fakeroot, body } = statement;
      return [{ kind, line, name, python, fakeroot, body }];
    }
    case "def":
      return [{ kind, line, name: statement.name, body: statement.body }];
  }
}
