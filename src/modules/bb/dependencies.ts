/**
 * Dependency strings, "a (>= 1.0), b c": bb.utils.explode_deps, explode_dep_versions, explode_dep_versions2 and
 * join_deps. The odd answers for odd strings (an unclosed parenthesis, two versions in a row) are BitBake's, measured.
 */
import { PythonFault } from "./fault.js";
import { compareText, splitWords } from "./text.js";

/** bb.utils.explode_deps: the names, versions in parentheses left out. Commas belong to the names. */
export function explodeDeps(text: string): string[] {
  const names: string[] = [];
  let inVersion = false;
  for (const word of splitWords(text)) {
    if (word.startsWith("(")) inVersion = true;
    if (!inVersion) names.push(word);
    else if (word.endsWith(")")) inVersion = false;
  }
  return names;
}

const operators = ["<=", ">=", "!=", "=>", "=<", "==", ">>", "<<", "<", ">", "="];

/**
 * bb.utils.explode_dep_versions2: name -> its "operator version" texts, in the order of the names unless `sort`.
 * The key is undefined (Python's None) for a version that no name precedes.
 */
export function explodeDepVersions2(text: string, sort = true): Map<string | undefined, string[]> {
  const found = new Map<string | undefined, string[]>();
  let name: string | undefined;
  let operator = "";
  let version = "";
  let inVersion = false;
  let open = false; // a "(" stood alone: it belongs to the next word
  for (const token of splitWords(text.replaceAll(",", ""))) {
    if (token === "(") {
      open = true;
      continue;
    }
    let word = open && !token.startsWith("(") ? `(${token}` : token;
    open = false;
    if (word.startsWith("(")) {
      const body = word.slice(1);
      const match = operators.find((candidate) => body.startsWith(candidate));
      if (match === undefined) {
        throw new PythonFault(
          "bb.utils.VersionStringException",
          `Invalid version specification in "(${body}" - invalid or missing operator`,
        );
      }
      inVersion = true;
      operator = match;
      word = body.slice(match.length);
      if (word === "") continue;
    }
    if (inVersion) {
      if (word.endsWith(")")) {
        inVersion = false;
        word = word.slice(0, -1);
        if (word === "") continue;
        version = version === "" ? word : `${version} ${word}`;
      } else version += word;
      const list = found.get(name);
      if (list === undefined) found.set(name, [`${operator} ${version}`]);
      else list.push(`${operator} ${version}`);
      continue;
    }
    name = word;
    version = "";
    if (!found.has(word)) found.set(word, []);
  }
  if (!sort) return found;
  if (found.has(undefined) && found.size > 1) {
    throw new PythonFault("TypeError", "'<' not supported between instances of 'str' and 'NoneType'");
  }
  return new Map([...found].sort(([a], [b]) => compareText(a ?? "", b ?? "")));
}

/** bb.utils.join_deps: the inverse; a version text alone, a list of them or nothing after each name. */
export function joinDeps(
  deps: Iterable<readonly [string, string | readonly string[] | undefined]>,
  commas = true,
): string {
  const out: string[] = [];
  for (const [name, versions] of deps) {
    if (versions === undefined || versions.length === 0) out.push(name);
    else if (typeof versions === "string") out.push(`${name} (${versions})`);
    else for (const version of versions) out.push(`${name} (${version})`);
  }
  return out.join(commas ? ", " : " ");
}
