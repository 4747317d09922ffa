/**
 * What `bitbake -e` prints for one variable: its history as comments, then a line of shell. The format is read by
 * tools, so it is BitBake's to the character.
 */
import type { DataStore } from "./store.js";
import type { HistoryEntry } from "./types.js";

/** See DataStore.emitVar. */
export function emitVariable(store: DataStore, name: string, all: boolean): string {
  const { isTrue, toText } = store.context.values;
  const flag = (which: string): boolean => isTrue(store.getVarFlag(name, which, false));
  const isFunction = flag("func");
  if (isFunction && flag("python")) return "";
  const exported = flag("export");
  const unexported = flag("unexport");
  if (!all && !exported && !unexported && !isFunction) return "";

  let out = "";
  let value;
  try {
    const unexpanded = all ? store.getVar(name, false) : null;
    value = store.getVar(name);
    if (all) out += historyComment(store, name, toText(unexpanded));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const type = error instanceof Error ? error.name : "Exception";
    return `# expansion of ${name} threw ${type}: ${message}\n`;
  }
  if (/[-.{}+]/.test(name) && !all) return out;
  const shown = store.expand(name);
  if (unexported) return `${out}unset ${shown}\n`;
  if (value === null) return out;
  const text = toText(value);
  if (shown.startsWith("BASH_FUNC_")) {
    const bare = shown.slice(10, -2);
    return `${out}${bare}() ${text.slice(3)}\nexport -f ${bare}\n`;
  }
  if (isFunction) {
    const line = toText(store.getVarFlag(name, "lineno", false));
    const file = toText(store.getVarFlag(name, "filename", false));
    return `${out}# line: ${line}, file: ${file}\n${shown}() {\n${text.replace(/\n+$/, "")}\n}\n`;
  }
  const quoted = text.replace(/["`$]/g, "\\$&").replace(/\n/g, " \\\n");
  return `${out}${exported ? "export " : ""}${shown}="${quoted}"\n`;
}

/** The comment above the value: what was done to it, and its unexpanded form where that is not plain from it. */
function historyComment(store: DataStore, name: string, unexpanded: string): string {
  const events: HistoryEntry[] = [...store.history(name)];
  for (const variant of store.top.find(name)?.variants ?? []) {
    for (const event of store.history(variant.name)) {
      events.push({ ...event, op: `override[${variant.suffix}]:${event.op}` });
    }
  }
  const lines: string[] = ["#"];
  lines.push(events.length > 1 ? `# $${name} [${events.length} operations]` : `# $${name}`);
  const toText = store.context.values.toText;
  for (const event of events) {
    const func = event.func === undefined ? "" : ` [${event.func}]`;
    const flag = event.flag === undefined ? "" : `[${event.flag}] `;
    // A step of BitBake itself has no line (src/modules/bb/places.ts).
    const place = event.line > 0 || event.func === undefined ? `${event.file}:${event.line}` : event.file;
    lines.push(`#   ${event.op} ${place}${func}`);
    lines.push(`#     ${flag}"${toText(event.detail).replace(/\n/g, "\n#     ")}"`);
  }
  if (events.length === 0) lines.push("#   [no history recorded]", "#");
  if (events.length > 1) lines.push("# pre-expansion value:");
  if (events.length !== 1) lines.push(`#   "${unexpanded.replace(/\n/g, "\n#")}"`);
  return lines.join("\n") + "\n";
}
