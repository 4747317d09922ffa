/**
 * SRCREV for a whole SRC_URI, and the texts made of it: bb.fetch2.get_srcrev, get_hashvalue, get_pkgv_string,
 * get_autorev. Facts: the manual (SRCREV, SRCREV_FORMAT, AUTOREV) and BitBake 2.19's answers.
 */
import type { DataStore } from "../../../datastore/index.js";
import type { BitBakeContext } from "../context.js";
import { FetchData, sourceUrls } from "./data.js";
import { failure } from "./revision.js";

interface Revisions {
  readonly revisions: readonly string[];
  /** What PV shows. */
  readonly text: string;
}

function collect(store: DataStore, context: BitBakeContext): Revisions {
  store.setVar("__BBSRCREV_SEEN", "1");
  if (isSet(store.getVar("__BBINSRCREV"))) {
    throw failure("There are recursive references in fetcher variables, likely through SRC_URI");
  }
  // Left set when something below fails, as BitBake leaves it: the recipe's evaluation is over then.
  store.setVar("__BBINSRCREV", true);
  const found = sourceUrls(store)
    .map((url) => new FetchData(url, store, context))
    .filter((data) => data.method.supportsRevision);
  const done = (result: Revisions): Revisions => {
    store.delVar("__BBINSRCREV");
    return result;
  };
  const first = found[0];
  if (first === undefined) return done({ revisions: [], text: "" });
  const revisions = found.map((data) => data.revision);
  if (found.length === 1) {
    return done({ revisions, text: (isIncremental(first) ? "AUTOINC+" : "") + shortText(first) });
  }
  const format = store.getVar("SRCREV_FORMAT");
  if (typeof format !== "string" || format === "") {
    throw failure(
      "The SRCREV_FORMAT variable must be set when multiple SCMs are used.\nThe SCMs are:\n" +
        found.map((data) => data.url).join("\n"),
    );
  }
  const texts = new Map<string, string>();
  for (const data of found) texts.set(data.name, shortText(data));
  // Longest names first, so that "xy" is not read as "x" and a "y".
  const names = [...texts.keys()].sort((a, b) => b.length - a.length).map((n) => n.replace(/[^\w]/g, "\\$&"));
  const text = format.replace(new RegExp(names.join("|"), "g"), (name) => texts.get(name) ?? name);
  return done({ revisions, text: (found.some(isIncremental) ? "AUTOINC+" : "") + text });
}

function isIncremental(data: FetchData): boolean {
  return data.method.sortable !== "number";
}
function shortText(data: FetchData): string {
  return data.method.sortable === "hash" ? data.revision.slice(0, 10) : data.revision;
}
function isSet(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "" && value !== false;
}

/** bb.fetch2.get_srcrev: "AUTOINC+1234567890"; FetchError if no URL has revisions. */
export function sourceRevision(store: DataStore, context: BitBakeContext): string {
  const { revisions, text } = collect(store, context);
  if (revisions.length === 0) throw failure("SRCREV was used yet no valid SCM was found in SRC_URI");
  return text;
}

/** bb.fetch2.get_hashvalue: the full revisions of SRC_URI, "" without any. */
export function revisionHashes(store: DataStore, context: BitBakeContext): string {
  return collect(store, context).revisions.join(" ");
}

/** bb.fetch2.get_pkgv_string: as get_srcrev, "" without any. */
export function packageVersionText(store: DataStore, context: BitBakeContext): string {
  return collect(store, context).text;
}

/** bb.fetch2.get_autorev: "AUTOINC", and notes that the recipe follows a branch. */
export function autoRevision(store: DataStore): string {
  if (store.getVar("BB_SRCREV_POLICY") !== "cache") store.setVar("BB_DONT_CACHE", "1");
  store.setVar("__BBAUTOREV_SEEN", true);
  return "AUTOINC";
}
