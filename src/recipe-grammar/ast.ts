/**
 * The syntax tree of one metadata file: plain immutable data, a union discriminated by `kind`, in source order.
 * Statements tile the file: each one's `span` begins where the one before ends, so the spans give the source back
 * byte for byte (print.ts). Parts of a statement carry offsets (`Range`); `spanOf` (source.ts) turns them into
 * lines and columns. Nothing is expanded, looked up or checked here that BitBake does only when it evaluates.
 */
import type { Diagnostic } from "../diagnostics/errors.js";
import type { Span } from "../diagnostics/span.js";

/** A half-open range of offsets (UTF-16 units) in the file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Base {
  /** The whole statement with its line endings. */
  readonly span: Span;
  /** The line that BitBake gives for the statement in variable histories and messages (1-based). */
  readonly line: number;
}

export type AssignmentOperator = "=" | "?=" | "??=" | ":=" | "+=" | "=+" | ".=" | "=.";

/** `[export] NAME[flag] op "value"`. */
export interface Assignment extends Base {
  readonly kind: "assignment";
  /** As written, with its overrides and unexpanded `${...}`; never empty (that is an error statement). */
  readonly name: string;
  readonly flag?: string;
  readonly operator: AssignmentOperator;
  /** As BitBake stores it: between the quotes, continuation lines joined. */
  readonly value: string;
  readonly quote: '"' | "'";
  readonly exported: boolean;
  readonly nameRange: Range;
  readonly flagRange?: Range;
  readonly operatorRange: Range;
  /** Between the quotes, in the source (continuations not joined). */
  readonly valueRange: Range;
}

/** `unset NAME` or `unset NAME[flag]`. */
export interface Unset extends Base {
  readonly kind: "unset";
  readonly name: string;
  readonly flag?: string;
  readonly nameRange: Range;
  readonly flagRange?: Range;
}

/** `export NAME` without a value. */
export interface Export extends Base {
  readonly kind: "export";
  readonly name: string;
  readonly nameRange: Range;
}

/** `include PATHS`, or `require PATHS` when `force`. */
export interface Include extends Base {
  readonly kind: "include";
  /** Unexpanded text after the keyword. */
  readonly path: string;
  readonly force: boolean;
  readonly pathRange: Range;
}

/** `include_all PATHS`. */
export interface IncludeAll extends Base {
  readonly kind: "include-all";
  readonly path: string;
  readonly pathRange: Range;
}

/** `inherit CLASSES`. */
export interface Inherit extends Base {
  readonly kind: "inherit";
  /** Unexpanded text after the keyword. */
  readonly text: string;
  readonly textRange: Range;
}

/** `inherit_defer CLASSES`. */
export interface InheritDefer extends Base {
  readonly kind: "inherit-defer";
  readonly text: string;
  readonly textRange: Range;
}

/** `addtask TASKS [after TASKS] [before TASKS]`, comment removed. Each text is expanded, then split, when evaluated. */
export interface AddTask extends Base {
  readonly kind: "addtask";
  /** Everything after the keyword, without the comment. */
  readonly text: string;
  /** Names as written (`do_` not added); "" for an absent clause; repeated clauses joined as BitBake joins them. */
  readonly tasks: string;
  readonly after: string;
  readonly before: string;
  readonly textRange: Range;
}

/** `deltask TASKS`, comment removed; the text is expanded and then split when evaluated. */
export interface DelTask extends Base {
  readonly kind: "deltask";
  readonly text: string;
  readonly textRange: Range;
}

/** `addhandler NAMES`. */
export interface AddHandler extends Base {
  readonly kind: "addhandler";
  readonly text: string;
  readonly textRange: Range;
}

/** `EXPORT_FUNCTIONS NAMES`. */
export interface ExportFunctions extends Base {
  readonly kind: "export-functions";
  readonly text: string;
  readonly textRange: Range;
}

/** `addpylib DIR NAMESPACE`; only in files that are read as base configuration (layer.conf, bitbake.conf, ...). */
export interface AddPylib extends Base {
  readonly kind: "addpylib";
  readonly dir: string;
  readonly namespace: string;
  readonly textRange: Range;
}

/** `addfragments PREFIX FRAGMENTS_VARIABLE FLAGGED_VARIABLES_VARIABLE BUILTIN_VARIABLE` (four words, by position). */
export interface AddFragments extends Base {
  readonly kind: "addfragments";
  readonly prefix: string;
  readonly fragmentsVariable: string;
  readonly flaggedVariablesListVariable: string;
  readonly builtinFragmentsVariable: string;
  readonly textRange: Range;
}

/** `[python] [fakeroot] NAME () {` to the line `}`. */
export interface FunctionDefinition extends Base {
  readonly kind: "function";
  /** With overrides and unexpanded `${...}`; "__anonymous" for `python () {`. */
  readonly name: string;
  readonly python: boolean;
  readonly fakeroot: boolean;
  /** `python () {` or the name `__anonymous`. */
  readonly anonymous: boolean;
  /** The lines between, as BitBake stores them: white space at line ends removed, each line ending with "\n". */
  readonly body: string;
  /** The line of the body's first line in the file. */
  readonly bodyLine: number;
  readonly nameRange: Range;
  readonly bodyRange: Range;
}

/** A `def NAME(...):` block at top level. */
export interface PythonDef extends Base {
  readonly kind: "def";
  readonly name: string;
  /**
   * The whole block as BitBake hands it to Python: the `def` line, then every line that is indented, blank or a
   * comment, joined by newlines without one at the end.
   */
  readonly body: string;
  readonly bodyLine: number;
  readonly nameRange: Range;
  readonly bodyRange: Range;
}

/** An empty line, or one of white space. */
export interface Blank extends Base {
  readonly kind: "blank";
}

/** A `#` line. */
export interface Comment extends Base {
  readonly kind: "comment";
  /** The logical line. */
  readonly text: string;
}

/**
 * Lines that BitBake drops without a word: the head of a function at the very end of a file. Evaluates to nothing;
 * the diagnostic is a warning.
 */
export interface Ignored extends Base {
  readonly kind: "ignored";
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

/** Lines that BitBake refuses; evaluation stops here as BitBake does, an editor goes on. */
export interface ErrorStatement extends Base {
  readonly kind: "error";
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

export type Statement =
  | Assignment
  | Unset
  | Export
  | Include
  | IncludeAll
  | Inherit
  | InheritDefer
  | AddTask
  | DelTask
  | AddHandler
  | ExportFunctions
  | AddPylib
  | AddFragments
  | FunctionDefinition
  | PythonDef
  | Blank
  | Comment
  | Ignored
  | ErrorStatement;

/**
 * `conf`: *.conf, without functions, tasks and inherit. `bb`: *.bb, *.bbappend, *.bbclass and *.inc (an .inc is `bb`
 * even when a .conf includes it: BitBake goes by the name).
 */
export type FileKind = "conf" | "bb";

/** What `parse` gives. */
export interface SyntaxTree {
  readonly file: string;
  readonly kind: FileKind;
  /** The text that was parsed; spans are offsets into it. */
  readonly source: string;
  /** Offset of the first character of each line; "\n", "\r\n" and "\r" end a line, as for Python. */
  readonly lineStarts: readonly number[];
  readonly statements: readonly Statement[];
  /** Errors and BitBake's warnings in source order; each error belongs to one `error` statement. */
  readonly diagnostics: readonly Diagnostic[];
}
