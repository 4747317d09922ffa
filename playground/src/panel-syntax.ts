/** The tab Syntax: the statements of the open file as the grammar reads them; the cursor and the tree are in step. */
import { h } from "./dom.js";
import { treeOf } from "./highlight.js";
import type { Links } from "./panel-value.js";

const hidden = new Set(["span", "kind", "line", "diagnostic"]);

export function syntaxPanel(path: string, text: string, offset: number, links: Links): HTMLElement[] {
  if (!/\.(bb|bbclass|bbappend|inc|conf)$/.test(path))
    return [h("p", { class: "muted" }, "Python files have no BitBake syntax tree.")];
  const { statements } = treeOf(text, path);
  return [
    h(
      "ol",
      { class: "syntax" },
      ...statements
        .filter(({ kind }) => kind !== "blank")
        .map((statement) => {
          const { span, kind, line } = statement;
          const here = offset >= span.start.offset && offset < span.end.offset;
          const fields = Object.entries(statement).filter(
            ([name, value]) => !hidden.has(name) && !name.endsWith("Range") && value !== undefined,
          );
          return h(
            "li",
            { class: here ? "here" : "", "aria-current": here ? "true" : "false" },
            h("button", { class: "link", onclick: () => links.goTo(path, span.start.line) }, `${kind}`),
            h("span", { class: "muted" }, ` line ${line}`),
            h(
              "dl",
              {},
              ...fields.flatMap(([name, value]) => [
                h("dt", {}, name),
                h("dd", {}, h("code", {}, show(value))),
              ]),
            ),
          );
        }),
    ),
  ];
}

const show = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
