/**
 * What a recipe is, for scanners and other tools: one JSON object a variant, without BitBake's vocabulary where a common word
 * exists. The schema is schemas/recipe-metadata.schema.json in the package (test/layers/metadata.test.ts holds both
 * together). Values are those of the evaluated recipe; sources are read as BitBake's fetcher reads them, nothing is fetched.
 */
import { words, type DataStore } from "../datastore/index.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { Variant } from "../evaluate/finalise.js";
import { explodeDepVersions2, explodeDeps } from "../modules/bb/dependencies.js";
import { checksumNames, flagChecksumTypes } from "../modules/bb/fetch/data.js";
import { decodeUrl } from "../modules/bb/fetch/uri.js";
import { joinPath } from "../sandbox/paths.js";
import { recipeKey, type SummaryPlace } from "./summary.js";

/** The version of the form; it grows by fields without a new number. */
export const metadataFormat = 1;

/** One entry of SRC_URI that is no patch. */
export interface SourceMetadata {
  /** Without parameters. */
  readonly url: string;
  /** "https", "git", "file", "crate", ... */
  readonly type: string;
  /** Parameters of the entry (`;branch=main`). */
  readonly parameters: Readonly<Record<string, string>>;
  /** What is checked out: SRCREV, or the `rev` or `tag` parameter; absent for archives and files. */
  readonly revision?: string;
  /** The revision is asked of the repository at each build (AUTOREV). */
  readonly floating?: true;
  /** Hex digests by algorithm: sha256, sha512, md5, ... */
  readonly checksums: Readonly<Record<string, string>>;
  /** For `file:` entries: where the file was found. */
  readonly path?: string;
}

export interface PatchMetadata {
  readonly name: string;
  readonly url: string;
  /** Where the patch was found; absent for remote ones and those that are missing. */
  readonly path?: string;
  /** CVE numbers in its name. */
  readonly cves: readonly string[];
}

/** One flag of CVE_STATUS. */
export interface CveStatusMetadata {
  readonly id: string;
  /** Patched, Unpatched or Ignored (CVE_CHECK_STATUSMAP); absent where the map does not have the detail. */
  readonly status?: string;
  readonly detail: string;
  readonly description: string;
}

/** A name in DEPENDS, RDEPENDS and the like. */
export interface DependencyMetadata {
  readonly name: string;
  /** ">= 1.2", "= 3" */
  readonly constraints?: readonly string[];
}

export interface PackageMetadata {
  readonly name: string;
  readonly summary: string;
  readonly license: string;
  readonly provides: readonly string[];
  readonly depends: readonly DependencyMetadata[];
  readonly recommends: readonly DependencyMetadata[];
  readonly suggests: readonly DependencyMetadata[];
  readonly replaces: readonly DependencyMetadata[];
  readonly conflicts: readonly DependencyMetadata[];
}

export interface RecipeMetadata {
  readonly format: typeof metadataFormat;
  /** As BitBake names the variant: FILE, virtual:VARIANT:FILE, mc:MC:FILE. */
  readonly key: string;
  readonly file: string;
  readonly variant: string;
  readonly multiconfig: string;
  readonly layer: string;
  readonly appends: readonly string[];
  /** PN and BPN. */
  readonly name: string;
  readonly baseName: string;
  readonly epoch: string;
  readonly version: string;
  readonly revision: string;
  readonly summary: string;
  readonly description: string;
  readonly homepage: string;
  readonly section: string;
  readonly license: string;
  readonly sources: readonly SourceMetadata[];
  readonly patches: readonly PatchMetadata[];
  readonly cve: {
    /** CVE_PRODUCT, `vendor:product` or `product`. */
    readonly products: readonly string[];
    readonly version: string;
    readonly status: readonly CveStatusMetadata[];
  };
  readonly provides: readonly string[];
  /** DEPENDS. */
  readonly buildDepends: readonly string[];
  readonly packages: readonly PackageMetadata[];
  /** Classes inherited, in order. */
  readonly inherits: readonly string[];
  /** Why the recipe is skipped; absent if it is not. */
  readonly skipped?: string;
}

/** URL types that name a revision. */
const repositories = new Set([
  "git",
  "gitsm",
  "gitannex",
  "hg",
  "svn",
  "bzr",
  "cvs",
  "p4",
  "repo",
  "osc",
  "clearcase",
]);
const cvePattern = /CVE-\d{4}-\d+/gi;

/** Reads the metadata out of an evaluated variant. Throws what an expansion throws. */
export function recipeMetadata(variant: Variant, place: SummaryPlace, evaluator: Evaluator): RecipeMetadata {
  const { store } = variant;
  const { mc = "" } = place;
  const text = (name: string): string => textOf(store, name, evaluator);
  const pn = text("PN");
  const { sources, patches } = readSources(store, evaluator);
  const skipped = variant.skipped;
  const packages = words(text("PACKAGES"));
  return {
    format: metadataFormat,
    key: recipeKey(place.file, variant.name, mc),
    file: place.file,
    variant: variant.name,
    multiconfig: mc,
    layer: place.layer,
    appends: [...place.appends],
    name: pn,
    baseName: text("BPN"),
    epoch: text("PE"),
    version: text("PV"),
    revision: text("PR"),
    summary: text("SUMMARY"),
    description: text("DESCRIPTION"),
    homepage: text("HOMEPAGE"),
    section: text("SECTION"),
    license: text("LICENSE"),
    sources,
    patches,
    cve: {
      products: words(text("CVE_PRODUCT")),
      version: text("CVE_VERSION"),
      status: cveStatus(store, evaluator),
    },
    provides: [...new Set([pn, ...words(text("PROVIDES"))])],
    buildDepends: explodeDeps(text("DEPENDS")),
    packages: packages.map((name) => packageOf(name, store, evaluator)),
    inherits: evaluator.inherited(store).map((file) => file.replace(/^.*\/|\.bbclass$/g, "")),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

function textOf(store: DataStore, name: string, evaluator: Evaluator): string {
  const value = store.getVar(name);
  return typeof value === "string"
    ? value
    : value === null || value === undefined
      ? ""
      : String(evaluator.python.toJs(value));
}

function packageOf(name: string, store: DataStore, evaluator: Evaluator): PackageMetadata {
  // A variable of a package stands for the recipe's where it is not set.
  const own = (variable: string): string =>
    textOf(store, `${variable}:${name}`, evaluator) || textOf(store, variable, evaluator);
  const list = (variable: string): DependencyMetadata[] =>
    [...explodeDepVersions2(own(variable), false)].flatMap(([dependency, constraints]) =>
      dependency === undefined
        ? []
        : [{ name: dependency, ...(constraints.length === 0 ? {} : { constraints }) }],
    );
  return {
    name,
    summary: own("SUMMARY"),
    license: own("LICENSE"),
    provides: list("RPROVIDES").map((provided) => provided.name),
    depends: list("RDEPENDS"),
    recommends: list("RRECOMMENDS"),
    suggests: list("RSUGGESTS"),
    replaces: list("RREPLACES"),
    conflicts: list("RCONFLICTS"),
  };
}

function readSources(
  store: DataStore,
  evaluator: Evaluator,
): { sources: SourceMetadata[]; patches: PatchMetadata[] } {
  const sources: SourceMetadata[] = [];
  const patches: PatchMetadata[] = [];
  for (const entry of words(textOf(store, "SRC_URI", evaluator))) {
    const { type, path, params: given } = decodeUrl(entry);
    const params = new Map([...given].map(([key, value]) => [key, value ?? ""] as const));
    const url = entry.split(";", 1)[0] ?? entry;
    const found = type === "file" ? findFile(path, store, evaluator) : undefined;
    const where = found === undefined ? {} : { path: found };
    if (isPatch(path, params)) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const cves = [...new Set((name.match(cvePattern) ?? []).map((id) => id.toUpperCase()))];
      patches.push({ name, url, ...where, cves });
      continue;
    }
    sources.push({
      url,
      type,
      parameters: Object.fromEntries(params),
      ...(repositories.has(type) ? revisionOf(params, store, evaluator) : {}),
      checksums: checksumsOf(type, params, store),
      ...where,
    });
  }
  return { sources, patches };
}

/** As the patch class decides: by the file's name, unless `apply` says otherwise. */
function isPatch(path: string, params: ReadonlyMap<string, string>): boolean {
  const apply = params.get("apply");
  if (apply !== undefined) return /^(yes|true|1|y|t)$/i.test(apply);
  return /\.(patch|diff)(\.(gz|bz2|xz|Z))?$/.test(path);
}

function findFile(path: string, store: DataStore, evaluator: Evaluator): string | undefined {
  if (path.startsWith("/")) return evaluator.host.exists(path) ? path : undefined;
  for (const folder of textOf(store, "FILESPATH", evaluator).split(":")) {
    const candidate = joinPath(folder, path);
    if (candidate.startsWith("/") && evaluator.host.exists(candidate)) return candidate;
  }
  return undefined;
}

function revisionOf(
  params: ReadonlyMap<string, string>,
  store: DataStore,
  evaluator: Evaluator,
): { revision?: string; floating?: true } {
  const name = params.get("name");
  const revision =
    params.get("rev") ??
    ((name === undefined ? "" : textOf(store, `SRCREV_${name}`, evaluator)) ||
      textOf(store, "SRCREV", evaluator));
  if (revision === "AUTOINC") return { floating: true };
  if (revision !== "" && revision !== "INVALID") return { revision };
  const tag = params.get("tag");
  return tag === undefined ? {} : { revision: tag };
}

function checksumsOf(
  type: string,
  params: ReadonlyMap<string, string>,
  store: DataStore,
): Record<string, string> {
  const flags = flagChecksumTypes.includes(type);
  const label = params.get("name");
  const found: [string, string][] = [];
  for (const kind of checksumNames) {
    const flag = label === undefined ? `${kind}sum` : `${label}.${kind}sum`;
    const value = params.get(`${kind}sum`) ?? (flags ? store.getVarFlag("SRC_URI", flag) : undefined);
    if (typeof value === "string" && value !== "") found.push([kind, value]);
  }
  return Object.fromEntries(found);
}

/** CVE_STATUS's flags, and what CVE_STATUS_GROUPS give to many numbers at once (manual, CVE_STATUS_GROUPS). */
function cveStatus(store: DataStore, evaluator: Evaluator): CveStatusMetadata[] {
  const told = new Map<string, string>();
  for (const group of words(textOf(store, "CVE_STATUS_GROUPS", evaluator))) {
    const status = store.getVarFlag(group, "status");
    if (typeof status !== "string") continue;
    for (const id of words(textOf(store, group, evaluator))) told.set(id, status);
  }
  for (const id of store.getVarFlags("CVE_STATUS")?.keys() ?? []) {
    const status = store.getVarFlag("CVE_STATUS", id);
    if (/^CVE-/.test(id) && typeof status === "string") told.set(id, status);
  }
  return [...told].map(([id, status]) => {
    const cut = status.indexOf(":");
    const detail = (cut < 0 ? status : status.slice(0, cut)).trim();
    const mapped = store.getVarFlag("CVE_CHECK_STATUSMAP", detail);
    const description = cut < 0 ? "" : status.slice(cut + 1).trim();
    return { id, ...(typeof mapped === "string" ? { status: mapped } : {}), detail, description };
  });
}
