/** The tab Host: what was asked of the world outside the files, and what was refused. */
import { h } from "./dom.js";
import type { Evaluated } from "./protocol.js";

/** `replayed`: the questions are those of a replay file. */
export function hostPanel(results: readonly Evaluated[], replayed: boolean): HTMLElement[] {
  const all = results.flatMap((each) => each.questions);
  const questions = [...new Map(all.map((each) => [`${each.what}\0${each.answer}`, each])).values()];
  return [
    h(
      "p",
      { class: "muted" },
      replayed
        ? "What the recorded run asked beside files, and all that it was refused; the replay gets the same answers."
        : "What the metadata's Python asked of the world outside its files. The page answers with fixed facts and refuses the rest.",
    ),
    questions.length === 0
      ? h("p", {}, "Nothing was asked.")
      : h(
          "table",
          { class: "variables" },
          h(
            "thead",
            {},
            h("tr", {}, h("th", { scope: "col" }, "Question"), h("th", { scope: "col" }, "Answer")),
          ),
          h(
            "tbody",
            {},
            ...questions.map(({ what, answer, refused }) =>
              h(
                "tr",
                { class: refused ? "refused" : "" },
                h("td", {}, h("code", {}, what)),
                h("td", {}, refused ? h("b", {}, "refused: ") : "", answer),
              ),
            ),
          ),
        ),
  ];
}
