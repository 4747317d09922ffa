/**
 * The syntax trees of one run: every metadata file is read and parsed once, however many recipes include it. Text must
 * be UTF-8, as BitBake demands.
 */
import { firstError, RecipeParser, type SyntaxTree } from "../recipe-grammar/index.js";
import { HostError, type Host } from "../sandbox/host.js";
import { EvaluationError } from "./errors.js";

export class Sources {
  readonly #trees = new Map<string, SyntaxTree>();
  readonly #parser = new RecipeParser();
  // BitBake keeps a byte order mark, and then refuses its line.
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  constructor(readonly host: Host) {}

  /**
   * The tree of a file that exists; throws EvaluationError where it cannot be read, is not UTF-8 or has a syntax error:
   * BitBake evaluates nothing of a file that it cannot parse. `baseConfig`: a file of the base configuration itself,
   * which alone knows `addpylib`.
   */
  tree(path: string, baseConfig = false): SyntaxTree {
    const key = baseConfig ? `base:${path}` : path;
    let tree = this.#trees.get(key);
    if (!tree) {
      tree = this.#parser.parse(this.text(path), path, { baseConfig });
      this.#trees.set(key, tree);
    }
    const error = firstError(tree);
    if (error) {
      const line = error.span?.start.line ?? 0;
      throw new EvaluationError(error.code, error.message, path, line, undefined, error.hint, error.span);
    }
    return tree;
  }

  /** The text of a file. */
  text(path: string): string {
    let bytes: Uint8Array;
    try {
      bytes = this.host.readFile(path);
    } catch (error) {
      if (error instanceof HostError)
        throw new EvaluationError("unreadable-file", error.message, path, 0, error);
      throw error;
    }
    try {
      return this.#decoder.decode(bytes);
    } catch (error) {
      const at = firstInvalidUtf8(bytes);
      throw new EvaluationError(
        "not-utf8",
        `the file is not valid UTF-8: byte 0x${(bytes[at.offset] ?? 0).toString(16).padStart(2, "0")} at offset ${at.offset}`,
        path,
        at.line,
        error,
        "Save the file as UTF-8.",
      );
    }
  }

  /** Forgets a file that has changed. */
  forget(path: string): void {
    this.#trees.delete(path);
    this.#trees.delete(`base:${path}`);
  }
}

/** Where strict decoding stops: the offset of the first byte that cannot start or continue a character. */
function firstInvalidUtf8(bytes: Uint8Array): { offset: number; line: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let low = 0;
  let high = bytes.length;
  // The longest valid prefix, cutting only at line starts, then byte by byte within that line.
  let line = 1;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 10) continue;
    try {
      decoder.decode(bytes.subarray(low, i + 1));
    } catch {
      high = i + 1;
      break;
    }
    low = i + 1;
    line++;
  }
  let offset = low;
  while (offset < high) {
    const length = validLength(bytes, offset);
    if (length === 0) break;
    offset += length;
  }
  return { offset, line };
}

/** The length of the valid UTF-8 character at `at`, 0 where there is none. */
function validLength(bytes: Uint8Array, at: number): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let n = 1; n <= 4 && at + n <= bytes.length; n++) {
    try {
      decoder.decode(bytes.subarray(at, at + n));
      return n;
    } catch {
      // longer, or invalid
    }
  }
  return 0;
}
