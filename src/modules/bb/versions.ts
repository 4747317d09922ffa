/**
 * Version strings and their order (bb.utils: split_version, vercmp and friends). "~" sorts before everything, even
 * before the end of the version; letters after numbers; all other characters after letters. Behaviour as measured on
 * BitBake 2.19 and in lib/bb/tests/utils.py (VerCmpString).
 */
import { PythonFault } from "./fault.js";
import { compareText, parseDigits, parseInteger, strip } from "./text.js";

/** One run of a version: its rank (-1 "~", 0 number, 1 letters, 2 any other character) and its value. */
export type VersionPart = readonly [rank: number, value: bigint | string];

/** bb.utils.explode_version: the runs of a version string. */
export function explodeVersion(version: string): VersionPart[] {
  const parts: VersionPart[] = [];
  for (const [run] of version.matchAll(/[0-9]+|[a-zA-Z]+|[^]/gu)) {
    const first = run.charCodeAt(0);
    if (first >= 48 && first <= 57) parts.push([0, parseDigits(run)]);
    else if (/^[a-zA-Z]/.test(run)) parts.push([1, run]);
    else parts.push([run === "~" ? -1 : 2, run]);
  }
  return parts;
}

/** (epoch, version, revision) of "epoch:version-revision". */
export type SplitVersion = readonly [epoch: bigint, version: string, revision: string];

/** bb.utils.split_version. The revision is what follows the last "-"; more than one ":" cuts at the second. */
export function splitVersion(text: string): SplitVersion {
  let rest = strip(text);
  let epoch = 0n;
  if (rest.includes(":")) {
    const pieces = rest.split(":");
    epoch = parseInteger(pieces[0] ?? "", 10);
    rest = pieces[1] ?? "";
  }
  const dash = rest.lastIndexOf("-");
  return dash < 0 ? [epoch, rest, ""] : [epoch, rest.slice(0, dash), rest.slice(dash + 1)];
}

/** bb.utils.vercmp_part: -1, 0 or 1 for two versions without epoch and revision. */
export function compareVersionPart(a: string, b: string): -1 | 0 | 1 {
  const left = explodeVersion(a);
  const right = explodeVersion(b);
  for (let i = 0; i < left.length || i < right.length; i++) {
    const [rankA, valueA] = left[i] ?? missing;
    const [rankB, valueB] = right[i] ?? missing;
    if (rankA !== rankB) return rankA < rankB ? -1 : 1;
    if (valueA === valueB) continue;
    // The end of a version is smaller than any number.
    if (valueA === "") return -1;
    if (valueB === "") return 1;
    if (typeof valueA === "bigint" || typeof valueB === "bigint") return valueA < valueB ? -1 : 1;
    const order = compareText(valueA, valueB);
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  return 0;
}
const missing: VersionPart = [0, ""];

/** bb.utils.vercmp: the difference of the epochs if there is one, else -1, 0 or 1 by version, then revision. */
export function compareVersions(a: SplitVersion, b: SplitVersion): number {
  if (a[0] !== b[0]) return Number(a[0] - b[0]);
  const version = compareVersionPart(a[1], b[1]);
  return version !== 0 ? version : compareVersionPart(a[2], b[2]);
}

/** bb.utils.vercmp_string */
export function compareVersionStrings(a: string, b: string): number {
  return compareVersions(splitVersion(a), splitVersion(b));
}

/** bb.utils.vercmp_string_op: `a op b` with the operators of dpkg and of Python. */
export function versionsSatisfy(a: string, b: string, op: string): boolean {
  const order = compareVersionStrings(a, b);
  switch (op) {
    case "=":
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
    case ">":
    case ">>":
      return order > 0;
    case "<":
    case "<<":
      return order < 0;
    default:
      throw new PythonFault("bb.utils.VersionStringException", `Unsupported comparison operator "${op}"`);
  }
}

/** bb.utils.is_semver: Semantic Versioning 2.0.0; a newline at the end is let pass, as Python's `$` does. */
export function isSemver(version: string): boolean {
  return /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?\n?$/.test(
    version,
  );
}
