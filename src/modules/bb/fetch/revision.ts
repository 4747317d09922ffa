/**
 * Which revision one URL stands for: SRCREV in its four spellings, `rev=`, `tag=`. A revision that only the remote
 * repository knows (AUTOREV, a tag, a branch) is asked of the context's `latestRevision`; without an answer it is an
 * error that says so.
 */
import { PythonFault } from "../fault.js";
import type { FetchData } from "./data.js";

/** bb.fetch2.FetchError to be. */
export function failure(message: string, url?: string): PythonFault {
  return new PythonFault("bb.fetch2.FetchError", message, url === undefined ? [message] : [message, url]);
}

/** A full hash of git: SHA-1 or SHA-256. */
function isHash(text: string): boolean {
  return /^(?:[a-f0-9]{40}|[a-f0-9]{64})$/.test(text);
}

/** The revision of one URL; throws FetchError where there is none or where two contradict each other. */
export function resolveRevision(data: FetchData, unresolved: string): string {
  const { store, parm, name } = data;
  const pn = store.getVar("PN");
  const attempts: string[] = [];
  if (name !== "" && typeof pn === "string") attempts.push(`SRCREV_${name}:pn-${pn}`);
  if (name !== "") attempts.push(`SRCREV_${name}`);
  if (typeof pn === "string") attempts.push(`SRCREV:pn-${pn}`);
  attempts.push("SRCREV");
  let fromVariable: string | undefined;
  for (const attempt of attempts) {
    const value = store.getVar(attempt);
    if (typeof value === "string" && value !== "" && value !== "INVALID") {
      fromVariable = value;
      break;
    }
  }
  const fromUrl = parm.get("rev");
  if (fromUrl !== undefined && fromVariable !== undefined && fromUrl !== fromVariable) {
    throw failure(
      `Conflicting revisions (${fromVariable} from SRCREV and ${fromUrl} from the url) found, please specify one valid value`,
    );
  }
  const revision = fromUrl ?? fromVariable ?? parm.get("tag");
  if (revision === undefined) {
    throw failure(
      `Please set a valid SRCREV for url [${attempts.map((a) => `'${a}'`).join(", ")}] ` +
        `(possible key names are ${data.url}, or use a ;rev=X URL parameter)`,
      data.url,
    );
  }
  if (revision === "AUTOINC") {
    store.setVar("__BBAUTOREV_ACTED_UPON", true);
    return latest(data, unresolved, revision);
  }
  if (data.method.sortable === "hash" && !isHash(revision)) return latest(data, revision, revision);
  return revision;
}

function latest(data: FetchData, branch: string, revision: string): string {
  const { store, context } = data;
  if (store.getVar("__BBSRCREV_SEEN") !== "1" && revision !== "AUTOINC") {
    throw failure(
      `Recipe uses a floating tag/branch '${revision}' for repo '${data.host}${data.path}' without a fixed SRCREV ` +
        "yet doesn't call bb.fetch2.get_srcrev() (use SRCPV in PV for OE).",
    );
  }
  const answer = context.latestRevision?.({
    store,
    type: data.type,
    url: data.url,
    name: data.name,
    branch,
    revision,
  });
  if (answer !== undefined) return answer;
  throw failure(
    `the revision "${revision}" is known to the remote repository only, and sandbake does not use the network: ` +
      "give a full hash in SRCREV",
    data.url,
  );
}
