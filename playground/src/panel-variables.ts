/** The tab Variables: all of them, with a filter; where two configurations differ stands first. */
import { fill, h } from "./dom.js";
import type { Evaluated, VariableRow } from "./protocol.js";
import { place, type Links } from "./panel-value.js";

/** Rows drawn at once; the filter finds the others. */
const shownAtOnce = 400;

export function variablesPanel(
  results: readonly Evaluated[],
  filter: { text: string },
  links: Links,
): HTMLElement[] {
  const [first, second] = results;
  const other = new Map(second?.variables.map((row) => [row.name, row]));
  const names = new Map<string, [VariableRow | undefined, VariableRow | undefined]>();
  for (const row of first?.variables ?? []) names.set(row.name, [row, other.get(row.name)]);
  for (const row of second?.variables ?? []) if (!names.has(row.name)) names.set(row.name, [undefined, row]);
  const differs = ([a, b]: [VariableRow | undefined, VariableRow | undefined]): boolean =>
    second !== undefined && a?.value !== b?.value;
  const rows = [...names].sort(
    (a, b) => Number(differs(b[1])) - Number(differs(a[1])) || (a[0] < b[0] ? -1 : 1),
  );

  const body = h("tbody");
  const count = h("span", { class: "muted" });
  const draw = (): void => {
    const wanted = filter.text.toLowerCase();
    const found = rows.filter(
      ([name, [a, b]]) =>
        name.toLowerCase().includes(wanted) ||
        (a?.value ?? "").toLowerCase().includes(wanted) ||
        (b?.value ?? "").toLowerCase().includes(wanted),
    );
    count.textContent = `${found.length} of ${rows.length}`;
    fill(
      body,
      ...found.slice(0, shownAtOnce).map(([name, pair]) => {
        const [a, b] = pair;
        const set = a ?? b;
        return h(
          "tr",
          { class: differs(pair) ? "differs" : "" },
          h("th", { scope: "row" }, h("button", { class: "link", onclick: () => links.choose(name) }, name)),
          cell(a),
          second !== undefined && cell(b),
          h("td", {}, set && set.file !== "" ? place(set.file, set.line, undefined, links) : ""),
        );
      }),
    );
  };
  const input = h("input", {
    type: "search",
    value: filter.text,
    placeholder: "filter by name or value",
    "aria-label": "Filter",
  });
  input.addEventListener("input", () => {
    filter.text = input.value;
    draw();
  });
  draw();
  return [
    h("div", { class: "chosen" }, input, " ", count),
    h(
      "table",
      { class: "variables" },
      h(
        "colgroup",
        {},
        h("col", { class: "name" }),
        h("col"),
        second !== undefined && h("col"),
        h("col", { class: "place" }),
      ),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Variable"),
          h("th", { scope: "col" }, second === undefined ? "Value" : "A"),
          second !== undefined && h("th", { scope: "col" }, "B"),
          h("th", { scope: "col" }, "Set in"),
        ),
      ),
      body,
    ),
  ];
}

function cell(row: VariableRow | undefined): HTMLElement {
  if (row === undefined) return h("td", { class: "muted" }, "not set");
  if (row.error !== undefined) return h("td", { class: "error" }, row.error);
  const text = row.value.length > 400 ? `${row.value.slice(0, 400)}…` : row.value;
  return h("td", {}, h("code", {}, text));
}
