/** The tab Value: what the chosen variable is in each configuration, and how it came about step by step. */
import type { Explanation } from "../../src/index.js";
import { h } from "./dom.js";
import type { Evaluated } from "./protocol.js";

export interface Links {
  /** Shows a place of a file in the editor. */
  readonly goTo: (file: string, line: number) => void;
  /** Chooses the variable. */
  readonly choose: (variable: string) => void;
}

export function valuePanel(results: readonly Evaluated[], variable: string, links: Links): HTMLElement[] {
  const names = new Set(results.flatMap(({ variables }) => variables.map(({ name }) => name)));
  const list = h("datalist", { id: "names" });
  for (const name of names) list.append(h("option", { value: name }));
  const input = h("input", {
    value: variable,
    list: "names",
    spellcheck: "false",
    "aria-label": "Variable",
    class: "variable",
  });
  input.addEventListener("change", () => links.choose(input.value.trim()));
  const columns = results.map((result, index) =>
    column(result, variable, results.length > 1 ? "AB"[index] : "", links),
  );
  return [
    h("div", { class: "chosen" }, h("label", {}, "Variable ", input), list),
    h("div", { class: results.length > 1 ? "columns" : "" }, ...columns),
  ];
}

function column(result: Evaluated, variable: string, mark: string | undefined, links: Links): HTMLElement {
  const { configuration, explanation, variables, skipped } = result;
  const row = variables.find(({ name }) => name === variable);
  const title = [configuration.machine, configuration.distro].filter(Boolean).join(", ");
  return h(
    "section",
    { class: "configuration-result" },
    (mark || title) &&
      h("h2", {}, mark ? h("span", { class: `badge badge-${mark}` }, mark) : "", ` ${title}`),
    skipped !== null && h("p", { class: "warning" }, `Skipped: ${skipped}`),
    row?.error !== undefined && h("p", { class: "error" }, row.error),
    row === undefined
      ? h("p", { class: "muted" }, `${variable} is not set here.`)
      : h("pre", { class: "final", "data-testid": "value" }, row.value),
    ...(explanation === null ? [] : explained(explanation, links)),
  );
}

function explained(told: Explanation, links: Links): HTMLElement[] {
  const operations = told.operations.filter(({ effect }) => effect !== "flag");
  const parts: HTMLElement[] = [];
  if (told.traps.length > 0) {
    parts.push(
      h(
        "ul",
        { class: "traps" },
        ...told.traps.map(({ message, hint }) =>
          h("li", {}, message, h("br"), h("span", { class: "muted" }, hint)),
        ),
      ),
    );
  }
  if (operations.length > 0) {
    parts.push(
      h("h3", {}, "Every operation, in the order read"),
      h(
        "ol",
        { class: "steps" },
        ...operations.map((each) => {
          const condition = each.condition ? `:${each.condition}` : "";
          const statement =
            each.operator.startsWith(":") && each.operator !== ":="
              ? `${each.variable}${each.operator}${condition} = `
              : `${each.variable} ${each.operator} `;
          return h(
            "li",
            { class: each.effect === "counts" ? "counts" : "silent" },
            h("code", {}, h("b", {}, statement), `"${each.text}"`),
            place(each.file ?? "", each.line ?? 0, each.func, links),
            each.reason !== "" && h("div", { class: "reason" }, each.reason),
          );
        }),
      ),
    );
  }
  if (told.parts.length > 1) {
    parts.push(
      h("h3", {}, "Put together in this order"),
      h(
        "ol",
        { class: "steps" },
        ...told.parts.map(({ role, condition, variable, text }) =>
          h(
            "li",
            {},
            h("b", {}, `${role}${condition ? `:${condition}` : ""}`),
            variable === told.name ? "" : ` of ${variable}`,
            " ",
            h("code", {}, `"${text}"`),
          ),
        ),
      ),
    );
  }
  if (told.references.length > 0) {
    parts.push(
      h("h3", {}, "Refers to"),
      h(
        "ul",
        { class: "steps" },
        ...told.references.map(({ text, value }) =>
          h(
            "li",
            {},
            text.startsWith("@")
              ? h("code", {}, `\${${text}}`)
              : h("button", { class: "link", onclick: () => links.choose(text) }, `\${${text}}`),
            " ",
            value === null
              ? h("span", { class: "muted" }, "not set, stays as it is")
              : h("code", {}, `"${value}"`),
          ),
        ),
      ),
    );
  }
  return parts;
}

/** A link to a place in the files. */
export function place(file: string, line: number, func: string | undefined, links: Links): HTMLElement {
  const name = `${file.slice(file.lastIndexOf("/") + 1)}${line > 0 ? `:${line}` : ""}`;
  const text = func === undefined || func.startsWith("__anon") ? name : `${name} [${func}]`;
  return h("button", { class: "link place", title: file, onclick: () => links.goTo(file, line) }, text);
}
