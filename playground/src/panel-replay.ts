/** The tab Replay: write a run down as a file, load such a file (from `sandbake record`, too) and run it again. */
import { download } from "./actions.js";
import { h } from "./dom.js";
import type { Question } from "./evaluator.js";
import type { RecordAnswer, ReplayAnswer } from "./protocol.js";
import type { Choice, Tab } from "./workspace.js";

interface Around {
  readonly ask: (question: Question) => void;
  readonly choice: () => Choice;
  readonly status: (text: string) => void;
  /** The replay is over: the page's own files are evaluated again. */
  readonly leave: () => void;
  readonly show: (tab: Tab) => void;
}

export class ReplayTab {
  #name = "";
  #answer: ReplayAnswer | undefined;
  #running = "";
  #bundle = true;
  #recordName = "";

  constructor(private readonly around: Around) {}

  /** The panels show a replayed recipe, not the files of the page. */
  get shown(): boolean {
    return this.#running !== "" || (this.#answer !== undefined && this.#answer.error === "");
  }

  /** Says on the other tabs that it is not the page's files which they show. */
  note(): HTMLElement[] {
    if (!this.shown || this.#answer === undefined) return [];
    const { recipe } = this.#answer;
    const name = recipe.slice(recipe.lastIndexOf("/") + 1);
    return [h("p", { class: "replaying" }, `Replay of ${this.#name}${name === "" ? "" : `: ${name}`}`)];
  }

  end(): void {
    this.#answer = undefined;
    this.#running = "";
  }

  stopped(reason: string): void {
    if (this.#running === "") return;
    this.end();
    this.around.status(`The replay did not end. ${reason}`);
  }

  recorded({ text, error, answers }: RecordAnswer): void {
    if (error !== "") return this.around.status(`Nothing was recorded: ${error}`);
    download(this.#recordName, text);
    const size = Math.ceil(text.length / 1024);
    this.around.status(`Recorded: ${answers} questions with their answers, ${size} kB.`);
  }

  replayed(answer: ReplayAnswer): void {
    const loaded = this.#running !== "";
    this.#running = "";
    this.#answer = answer;
    if (loaded) this.around.show("replay");
  }

  /** Shows another variable, or another recipe, of the replay. */
  look(recipe = this.#answer?.recipe ?? ""): void {
    const { files, variable } = this.around.choice();
    this.around.ask({ kind: "replay", text: "", files, recipe, variable });
  }

  panel(): HTMLElement[] {
    const { recipe } = this.around.choice();
    const bundle = h("input", { type: "checkbox", checked: this.#bundle });
    bundle.addEventListener("change", () => (this.#bundle = bundle.checked));
    const input = h("input", {
      type: "file",
      class: "hidden",
      accept: ".json,application/json",
      "aria-label": "Load a replay file",
    });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file !== undefined) void this.#load(file);
    });
    return [
      h(
        "p",
        { class: "muted" },
        "A replay file holds all that a run asked of its host, with the answers, and a digest of every value. ",
        "It runs again anywhere, without that host, and tells where it departs. Here or by ",
        h("code", {}, "sandbake record RECIPE --bundle -o FILE"),
        ".",
      ),
      h(
        "div",
        { class: "chosen" },
        h("button", { onclick: () => this.#record() }, `Record ${recipe.slice(recipe.lastIndexOf("/") + 1)}`),
        h("label", {}, bundle, " with the files in it"),
        h("label", { class: "button" }, "Load a replay file", input),
        this.#answer !== undefined &&
          h(
            "button",
            {
              onclick: () => {
                this.end();
                this.around.leave();
                this.around.show("replay");
              },
            },
            "Back to the files",
          ),
      ),
      ...(this.#running === "" ? [] : [h("p", { role: "status" }, `Replaying ${this.#running} …`)]),
      ...(this.#answer === undefined ? [] : this.#outcome(this.#answer)),
    ];
  }

  #record(): void {
    const { files, configurations, recipe, variant } = this.around.choice();
    const [configuration = { machine: "", distro: "" }] = configurations;
    this.#recordName = `${recipe.slice(recipe.lastIndexOf("/") + 1).replace(/\.bb$/, "")}.trace.json`;
    this.around.ask({ kind: "record", files, configuration, recipe, variant, bundle: this.#bundle });
  }

  async #load(file: File): Promise<void> {
    this.#name = file.name;
    this.#answer = undefined;
    this.#running = file.name;
    this.around.show("replay");
    const { files, variable } = this.around.choice();
    this.around.ask({ kind: "replay", text: await file.text(), files, recipe: "", variable });
  }

  #outcome(answer: ReplayAnswer): HTMLElement[] {
    const { error, by, topdir, rows, departure, asked, masked } = answer;
    if (error !== "") return [h("p", { class: "error", "data-testid": "replay" }, `${this.#name}: ${error}`)];
    const shownRecipe = rows.length > 1 && answer.result !== null;
    return [
      h("h2", {}, this.#name),
      h(
        "p",
        { class: departure === "" ? "good" : "error", "data-testid": "replay" },
        departure === "" ? "The replay gives every value as recorded." : `The replay departs: ${departure}`,
      ),
      h(
        "table",
        { class: "variables" },
        h(
          "thead",
          {},
          h("tr", {}, ...["Recipe", "Recorded", "Replayed"].map((title) => h("th", { scope: "col" }, title))),
        ),
        h(
          "tbody",
          {},
          ...rows.map(({ key, recorded, replayed, error: failed }) =>
            h(
              "tr",
              { class: recorded === replayed ? "" : "differs" },
              h("th", { scope: "row" }, this.#rowName(key)),
              h("td", {}, h("code", { title: recorded }, recorded.slice(0, 16))),
              h(
                "td",
                {},
                replayed === "" ? "not reached" : h("code", { title: replayed }, replayed.slice(0, 16)),
                replayed !== "" && (recorded === replayed ? " equal" : " differs"),
                failed !== undefined && h("div", { class: "error" }, failed),
              ),
            ),
          ),
        ),
      ),
      h(
        "p",
        { class: "muted" },
        `Recorded by sandbake ${by} in ${topdir}: ${asked.map(([question, times]) => `${times} ${question}`).join(", ")}.`,
        masked.length > 0 && ` Masked: ${masked.join(", ")}.`,
        shownRecipe && " The other tabs show the replayed recipe.",
      ),
    ];
  }

  #rowName(key: string): HTMLElement {
    if (key === "") return h("span", {}, "(configuration)");
    const name = key.slice(key.lastIndexOf("/") + 1);
    const shown = key === this.#answer?.recipe;
    return h(
      "button",
      { class: "link", title: key, "aria-pressed": String(shown), onclick: () => this.look(key) },
      name,
    );
  }
}
