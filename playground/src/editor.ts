/** The editor: one CodeMirror view that shows the open file, with the findings of the evaluation at their lines. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { highlighting, pythonHighlighting, treeOf } from "./highlight.js";
import type { Finding } from "./protocol.js";

export interface EditorEvents {
  /** The text was edited. */
  readonly edited: (path: string, text: string) => void;
  /** The cursor stands at this offset. */
  readonly moved: (path: string, offset: number) => void;
}

export class Editor {
  readonly #view: EditorView;
  readonly #states = new Map<string, EditorState>();
  #path = "";

  constructor(
    parent: HTMLElement,
    private readonly events: EditorEvents,
  ) {
    this.#view = new EditorView({ parent, state: EditorState.create({}) });
  }

  get path(): string {
    return this.#path;
  }

  get offset(): number {
    return this.#view.state.selection.main.head;
  }

  /** Shows a file, with its own undo history; a text changed from outside replaces the file's. */
  show(path: string, text: string): void {
    if (path === this.#path && text === this.#view.state.doc.toString()) return;
    this.#states.set(this.#path, this.#view.state);
    const known = this.#states.get(path);
    this.#path = path;
    this.#view.setState(known?.doc.toString() === text ? known : this.create(path, text));
    this.#view.contentDOM.setAttribute("aria-label", `Text of ${path}`);
  }

  /** Puts the cursor at the start of a line and shows it. */
  goTo(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.#view.focus();
  }

  /** Shows the findings about the open file at their lines, those of the grammar at their characters. */
  showFindings(findings: readonly Finding[]): void {
    const { doc } = this.#view.state;
    const own: Diagnostic[] = [];
    const parsed = /\.(bb|bbclass|bbappend|inc|conf)$/.test(this.#path)
      ? treeOf(doc.toString(), this.#path).diagnostics
      : [];
    const lines = new Set<number>();
    for (const { severity, message, hint, span } of parsed) {
      const from = Math.min(span?.start.offset ?? 0, doc.length);
      const to = Math.min(Math.max(span?.end.offset ?? from, from), doc.length);
      lines.add(span?.start.line ?? 0);
      own.push({ from, to, severity: level(severity), message: hint ? `${message}\n${hint}` : message });
    }
    for (const { file, line, severity, message, hint } of findings) {
      if (file !== this.#path || line < 1 || line > doc.lines || lines.has(line)) continue;
      const { from, to } = doc.line(line);
      own.push({ from, to, severity: level(severity), message: hint ? `${message}\n${hint}` : message });
    }
    this.#view.dispatch(setDiagnostics(this.#view.state, own));
  }

  private create(path: string, doc: string): EditorState {
    const colours: Extension = path.endsWith(".py") ? pythonHighlighting : highlighting;
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        bracketMatching(),
        lintGutter(),
        indentUnit.of("    "),
        EditorView.lineWrapping,
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        colours,
        EditorView.contentAttributes.of({ "aria-label": `Text of ${path}` }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.events.edited(this.#path, update.state.doc.toString());
          if (update.docChanged || update.selectionSet)
            this.events.moved(this.#path, update.state.selection.main.head);
        }),
      ],
    });
  }
}

const level = (severity: "error" | "warning" | "note"): "error" | "warning" | "info" =>
  severity === "note" ? "info" : severity;
