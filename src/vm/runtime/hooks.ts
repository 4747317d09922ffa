/**
 * What the runtime asks of code generation. The hooks are set once, by codegen's installation; until then they say so.
 */
import type { PyDict, PyObject } from "./objects.js";

export interface CompileOptions {
  readonly filename: string;
  readonly mode: "exec" | "eval" | "single";
  /** Line number of the text's first line; 1 if absent. */
  readonly firstLine?: number;
}

/** The Python frame that is running now. */
export interface Frames {
  /** Globals of the calling Python code; undefined when no Python code runs. */
  globals(): PyDict | undefined;
  /** `locals()` of the calling Python code. */
  locals(): PyObject | undefined;
  /** Where `eval` and `exec` without namespaces find names first; never fails. */
  space(): PyObject | undefined;
}

/** Unicode's names of characters; without them `\N{...}` is refused. */
export interface CharacterNames {
  /** The code point of a name or alias, in any case of letters. */
  codeOf(name: string): number | undefined;
  nameOf(code: number): string | undefined;
}

/** Text encodings that are no builtin ones: those registered with Python's `codecs`. */
export interface Codecs {
  /** @throws LookupError (Python) for an unknown encoding */
  encode(text: string, encoding: string, errors: string): Uint8Array;
  decode(bytes: Uint8Array, encoding: string, errors: string): string;
}

export interface Compiler {
  /** @throws SyntaxError (Python) */
  compile(source: string, options: CompileOptions): PyObject;
  exec(code: PyObject, globals: PyDict, locals?: PyObject): void;
  eval(code: PyObject, globals: PyDict, locals?: PyObject): PyObject;
  /** `compile(..., PyCF_ONLY_AST)`: nodes of Python's `ast`; absent until that module is there. */
  toAst?: (source: string, filename: string, mode: string) => PyObject;
  /** A node of our tree (src/vm/parser/ast.ts) as one of Python's `ast`; absent until that module is there. */
  nodeToAst?: (node: object) => PyObject;
  /** `compile(node, ...)` of nodes of Python's `ast`. */
  fromAst?: (tree: PyObject, filename: string, mode: string) => PyObject;
}
