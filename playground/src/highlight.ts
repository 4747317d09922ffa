/**
 * Colours from the project's own grammar: each statement says where its name, operator and value stand; the Python in
 * functions and `${@...}` is coloured by the Python grammar of CodeMirror.
 */
import { RangeSetBuilder, StateField, type Extension, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import { classHighlighter, highlightTree } from "@lezer/highlight";
import { parser as pythonParser } from "@lezer/python";
import { RecipeParser, type Statement, type SyntaxTree } from "../../src/recipe-grammar/index.js";

const recipeParser = new RecipeParser();

/** The syntax tree of a text in the editor. */
export function treeOf(text: string, file: string): SyntaxTree {
  return recipeParser.parse(text, file);
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const expression = /\$\{@(?:\{[^\n]*?\}|[^\n])+?\}|\$\{[^}\n]+\}/g;

function marksOf({ statements, source }: SyntaxTree): Mark[] {
  const marks: Mark[] = [];
  const mark = (start: number, end: number, name: string): void => {
    if (end > start) marks.push({ start, end, name });
  };
  const keywordBefore = (statement: Statement, end: number): void => {
    const start = statement.span.start.offset;
    const text = source.slice(start, end);
    mark(start + (text.length - text.trimStart().length), start + text.trimEnd().length, "keyword");
  };
  for (const statement of statements) {
    const { start, end } = { start: statement.span.start.offset, end: statement.span.end.offset };
    switch (statement.kind) {
      case "comment":
        mark(start, end, "comment");
        break;
      case "assignment":
        keywordBefore(statement, statement.nameRange.start);
        mark(statement.nameRange.start, statement.nameRange.end, "variableName");
        if (statement.flagRange) mark(statement.flagRange.start, statement.flagRange.end, "propertyName");
        mark(statement.operatorRange.start, statement.operatorRange.end, "operator");
        value(marks, source, statement.valueRange.start - 1, statement.valueRange.end + 1);
        break;
      case "unset":
      case "export":
        keywordBefore(statement, statement.nameRange.start);
        mark(statement.nameRange.start, statement.nameRange.end, "variableName");
        break;
      case "include":
      case "include-all":
        keywordBefore(statement, statement.pathRange.start);
        mark(statement.pathRange.start, statement.pathRange.end, "link");
        break;
      case "inherit":
      case "inherit-defer":
      case "addtask":
      case "deltask":
      case "addhandler":
      case "export-functions":
      case "addpylib":
      case "addfragments":
        keywordBefore(statement, statement.textRange.start);
        break;
      case "function":
        keywordBefore(statement, statement.nameRange.start);
        mark(statement.nameRange.start, statement.nameRange.end, "definition");
        if (statement.python) python(marks, source, statement.bodyRange.start, statement.bodyRange.end);
        else references(marks, source, statement.bodyRange.start, statement.bodyRange.end);
        break;
      case "def":
        python(marks, source, start, end);
        break;
      case "error":
        mark(start, end, "invalid");
        break;
      case "blank":
      case "ignored":
    }
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function value(marks: Mark[], source: string, start: number, end: number): void {
  marks.push({ start, end, name: "string" });
  references(marks, source, start, end);
}

function references(marks: Mark[], source: string, start: number, end: number): void {
  for (const match of source.slice(start, end).matchAll(expression)) {
    const from = start + match.index;
    marks.push({ start: from, end: from + match[0].length, name: "special" });
    if (match[0].startsWith("${@")) python(marks, source, from + 3, from + match[0].length - 1);
  }
}

function python(marks: Mark[], source: string, start: number, end: number): void {
  const text = source.slice(start, end);
  highlightTree(pythonParser.parse(text), classHighlighter, (from, to, classes) => {
    marks.push({ start: start + from, end: start + to, name: classes.replace(/tok-/g, "") });
  });
}

function decorate(doc: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { start, end, name } of marksOf(treeOf(doc.toString(), "editor.bb"))) {
    const classes = name.split(" ").map((each) => `tok-${each}`);
    builder.add(start, Math.min(end, doc.length), Decoration.mark({ class: classes.join(" ") }));
  }
  return builder.finish();
}

/** Keeps the colours of a document; files are small and the parser takes microseconds a line. */
export const highlighting: Extension = StateField.define<DecorationSet>({
  create: (state) => decorate(state.doc),
  update: (decorations, transaction) => (transaction.docChanged ? decorate(transaction.newDoc) : decorations),
  provide: (field) => EditorView.decorations.from(field),
});

/** The same for Python files of a layer's lib folder. */
export const pythonHighlighting: Extension = StateField.define<DecorationSet>({
  create: (state) => decoratePython(state.doc),
  update: (decorations, transaction) =>
    transaction.docChanged ? decoratePython(transaction.newDoc) : decorations,
  provide: (field) => EditorView.decorations.from(field),
});

function decoratePython(doc: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  highlightTree(pythonParser.parse(doc.toString()), classHighlighter, (from, to, classes) => {
    builder.add(from, to, Decoration.mark({ class: classes }));
  });
  return builder.finish();
}
