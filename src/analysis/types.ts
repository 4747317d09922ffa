/** What an analysis of code finds. Names are any strings; a set's order is that of the text. */

/** `contains` lookups: variable -> what it is asked about (words, or several words with spaces between). */
export type Contains = ReadonlyMap<string, ReadonlySet<string>>;

/** What a piece of Python refers to, by its text alone. */
export interface PythonAnalysis {
  /** Variables read by getVar and the like, by name; a flag as `NAME[flag]`. */
  readonly references: ReadonlySet<string>;
  /** Functions called, dotted as written, without the lookups that are in the other fields. */
  readonly execs: ReadonlySet<string>;
  /** Of them, the ones named in a text: `bb.build.exec_func("NAME", d)`. */
  readonly varExecs: ReadonlySet<string>;
  readonly contains: Contains;
  /** Calls whose argument is no literal, so that nothing can be said of them: function and argument number. */
  readonly unhandled: readonly { readonly func: string; readonly line: number }[];
}

/** What a piece of shell calls, by its text alone. */
export interface ShellAnalysis {
  /** Commands named literally, without the functions that the text defines itself. */
  readonly execs: ReadonlySet<string>;
  /** All commands named literally. */
  readonly allExecs: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}
