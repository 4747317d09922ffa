/** The page: the choice in the middle, the editor, the worker and the panels around it. */
import { Chips } from "./chips.js";
import { byId, fill, h } from "./dom.js";
import { commandFor, copy, download, zipOf } from "./actions.js";
import { Editor } from "./editor.js";
import { Evaluator, type Outcome } from "./evaluator.js";
import { cheatSheet, exampleOf, teapot } from "./examples.js";
import { fileTree } from "./files.js";
import { hostPanel } from "./panel-host.js";
import { ReplayTab } from "./panel-replay.js";
import { syntaxPanel } from "./panel-syntax.js";
import { tasksPanel } from "./panel-tasks.js";
import { valuePanel, place, type Links } from "./panel-value.js";
import { variablesPanel } from "./panel-variables.js";
import type { Evaluated, Finding } from "./protocol.js";
import { fromHash, toHash } from "./share.js";
import { Page, type Choice, type Tab } from "./workspace.js";

const page = new Page(fromHash(location.hash) ?? teapot());
let results: readonly Evaluated[] = [];
let stopped: string | undefined;
const filter = { text: "" };

const links: Links = {
  goTo(file, line) {
    if (!(file in page.choice.files)) return status(`${file} is not among the files.`);
    page.change({ open: file });
    editor.goTo(line);
  },
  choose: (variable) => page.change({ variable, tab: "value" }),
};

// ---- the editor and the files

const editor = new Editor(byId("editor"), {
  edited: (path, text) => page.setFile(path, text),
  moved: () => {
    if (page.choice.tab === "syntax") drawPanel();
  },
});
fileTree(byId("files"), page);
const chips = new Chips(byId("chips"), page);
showOpenFile(page.choice);

function showOpenFile({ files, open }: Choice): void {
  editor.show(open, files[open] ?? "");
  editor.showFindings(allFindings());
}

// ---- evaluation

const evaluator = new Evaluator(received, (busy) => {
  byId("status").classList.toggle("busy", busy);
  document.body.dataset["busy"] = String(busy);
  if (busy) status("evaluating …");
});

function evaluateSoon(): void {
  clearTimeout(soon);
  soon = window.setTimeout(() => {
    const { files, configurations, recipe, variant, variable } = page.choice;
    evaluator.ask({ kind: "evaluate", files, configurations, recipe, variant, variable });
  }, 40);
}
let soon = 0;

const replay = new ReplayTab({
  ask: (question) => evaluator.ask(question),
  choice: () => page.choice,
  status,
  leave: evaluateSoon,
  show: (tab) => {
    if (page.choice.tab === tab) drawPanel();
    else page.change({ tab });
  },
});

function received(outcome: Outcome): void {
  if ("stopped" in outcome) {
    stopped = outcome.stopped;
    status(outcome.stopped);
    replay.stopped(outcome.stopped);
  } else {
    stopped = undefined;
    const { answer } = outcome;
    switch (answer.kind) {
      case "evaluate":
        if (replay.shown) return; // a replay file was loaded meanwhile
        results = answer.results;
        chips.know(answer.recipes, results[0]?.variants ?? []);
        status(`evaluated in ${Math.round(timeOf(results))} ms, in this browser`);
        break;
      case "record":
        replay.recorded(answer);
        return;
      case "replay":
        replay.replayed(answer);
        if (answer.error === "") results = answer.result === null ? [] : [answer.result];
        if (answer.result !== null)
          status(`replayed in ${Math.round(answer.result.time)} ms, in this browser`);
    }
  }
  drawFindings();
  drawPanel();
}

const timeOf = (all: readonly Evaluated[]): number => all.reduce((sum, { time }) => sum + time, 0);

function allFindings(): Finding[] {
  const found = results.flatMap(({ findings }) => findings);
  if (stopped !== undefined) found.unshift({ severity: "error", file: "", line: 0, message: stopped });
  return [...new Map(found.map((each) => [`${each.file}:${each.line}:${each.message}`, each])).values()];
}

function drawFindings(): void {
  const findings = allFindings();
  fill(
    byId("findings"),
    ...findings.map(({ severity, file, line, message, hint, traceback }) =>
      h(
        "div",
        { class: `finding ${severity}` },
        h("b", {}, severity),
        " ",
        file === "" ? "" : place(file, line, undefined, links),
        " ",
        h("span", {}, message),
        hint !== undefined && h("div", { class: "muted" }, hint),
        traceback !== undefined && h("details", {}, h("summary", {}, "Traceback"), h("pre", {}, traceback)),
      ),
    ),
  );
  editor.showFindings(findings);
}

// ---- the panels

const tabs: readonly (readonly [Tab, string])[] = [
  ["value", "Value"],
  ["variables", "Variables"],
  ["syntax", "Syntax"],
  ["tasks", "Tasks"],
  ["host", "Host"],
  ["json", "JSON"],
  ["replay", "Replay"],
];

function drawTabs(): void {
  const { tab } = page.choice;
  fill(
    byId("tabs"),
    ...tabs.map(([name, title]) =>
      h(
        "button",
        {
          role: "tab",
          id: `tab-${name}`,
          "aria-selected": String(name === tab),
          "aria-controls": "panel",
          tabindex: name === tab ? "0" : "-1",
          onclick: () => page.change({ tab: name }),
          onkeydown: (event) => moveTab(event as KeyboardEvent),
        },
        title,
      ),
    ),
  );
  byId("panel").setAttribute("aria-labelledby", `tab-${tab}`);
}

/** Left and right walk through the tabs, as the pattern for tabs asks. */
function moveTab(event: KeyboardEvent): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const index = tabs.findIndex(([name]) => name === page.choice.tab);
  const next = tabs[(index + step + tabs.length) % tabs.length];
  if (next) page.change({ tab: next[0] });
  byId(`tab-${page.choice.tab}`).focus();
}

function drawPanel(): void {
  const { tab, variable, open, files } = page.choice;
  const panel = byId("panel");
  panel.dataset["tab"] = tab;
  const note = tab === "replay" || tab === "syntax" ? [] : replay.note();
  fill(panel, ...note, ...content(tab, variable, open, files[open] ?? ""));
}

function content(tab: Tab, variable: string, open: string, text: string): HTMLElement[] {
  switch (tab) {
    case "value":
      return valuePanel(results, variable, links);
    case "variables":
      return variablesPanel(results, filter, links);
    case "syntax":
      return syntaxPanel(open, text, editor.offset, links);
    case "tasks":
      return tasksPanel(results[0]?.tasks ?? [], links);
    case "host":
      return hostPanel(results, replay.shown);
    case "replay":
      return replay.panel();
    case "json":
      return [
        h("p", { class: "muted" }, "What sandbake env --json prints (docs/dump-format.md)."),
        h("pre", { class: "json" }, JSON.stringify(results[0]?.record ?? null, null, 2)),
      ];
  }
}

// ---- the actions above

fill(
  byId("actions"),
  h("button", { onclick: () => byDialog("cheatsheet").showModal() }, "Cheat sheet"),
  h("button", { onclick: () => page.change(teapot()) }, "Example"),
  h("button", { onclick: () => void share() }, "Share link"),
  h("button", { onclick: () => download("layers.zip", zipOf(page.choice.files)) }, "Download .zip"),
  h("button", { onclick: () => void copyCommand() }, "Copy as command"),
);

async function share(): Promise<void> {
  history.replaceState(null, "", toHash(page.choice));
  await copy(location.href, "Link copied: it holds the files, compressed.", status);
}

async function copyCommand(): Promise<void> {
  const command = commandFor(page.choice, results[0]);
  await copy(command, `Copied: ${command} (in the folder of Download .zip)`, status);
}

function status(text: string): void {
  byId("status").textContent = text;
}

function byDialog(id: string): HTMLDialogElement {
  return byId(id) as HTMLDialogElement;
}

function drawCheatSheet(): void {
  const dialog = byDialog("cheatsheet");
  fill(
    dialog,
    h(
      "form",
      { method: "dialog" },
      h("h2", {}, "The language in short"),
      h("button", { "aria-label": "Close" }, "Close"),
    ),
    h("p", { class: "muted" }, "Choose a row to load it as an example. It replaces the files on the page."),
    ...cheatSheet.map(({ title, rows }) =>
      h(
        "section",
        {},
        h("h3", {}, title),
        ...rows.map((each) =>
          h(
            "button",
            {
              class: "cheat",
              onclick: () => {
                dialog.close();
                page.change(exampleOf(each));
              },
            },
            h("code", {}, each.syntax),
            h("span", {}, each.meaning),
          ),
        ),
      ),
    ),
  );
}

// ---- what follows a change

page.onChange((choice, changed) => {
  if (changed.has("open") || changed.has("files")) showOpenFile(choice);
  if (changed.has("tab")) drawTabs();
  if (changed.has("tab") || changed.has("variable")) drawPanel();
  if (changed.has("open") && choice.tab === "syntax") drawPanel();
  const inputs = ["files", "configurations", "recipe", "variant"] as const;
  if (inputs.some((key) => changed.has(key))) {
    replay.end(); // who edits wants to see what comes of it
    evaluateSoon();
  } else if (changed.has("variable")) {
    if (replay.shown) replay.look();
    else evaluateSoon();
  }
});
window.addEventListener("hashchange", () => {
  const choice = fromHash(location.hash);
  if (choice !== undefined) page.change(choice);
});

drawTabs();
drawCheatSheet();
drawPanel();
evaluateSoon();
