/**
 * One URL of SRC_URI as the fetcher sees it (bb.fetch2.FetchData), and a list of them (bb.fetch2.Fetch): parts,
 * parameters, checksums expected, local path, revision. Nothing is downloaded; files are looked for through the host.
 */
import type { DataStore } from "../../../datastore/index.js";
import type { Host } from "../../../sandbox/host.js";
import type { BitBakeContext } from "../context.js";
import { PythonFault } from "../fault.js";
import { abspath, basename, join } from "../path.js";
import { splitWords } from "../text.js";
import { decodeUrl, type Parameters } from "./uri.js";
import { fetchMethods, type FetchMethod } from "./methods.js";
import { resolveRevision } from "./revision.js";

/** The checksums a URL can carry, in BitBake's order. */
export const checksumNames = ["goh1", "md5", "sha256", "sha1", "sha384", "sha512"] as const;

/** URL types whose checksums may stand in SRC_URI's flags. */
export const flagChecksumTypes: readonly string[] = [
  "http",
  "https",
  "ftp",
  "ftps",
  "sftp",
  "s3",
  "az",
  "crate",
  "gs",
  "gomod",
  "npm",
];

/** A further attribute of FetchData, such as git's `proto`. */
export type FetchField = string | boolean | number | undefined;

export interface ExpectedChecksum {
  /** "sha256sum" or "name.sha256sum": the flag of SRC_URI. */
  readonly name: string;
  readonly expected: string | undefined;
}

/** See the file's comment. The constructor throws what bb.fetch2.FetchData raises. */
export class FetchData {
  url: string;
  readonly originalUrl: string;
  readonly type: string;
  host: string;
  path: string;
  readonly user: string;
  readonly password: string;
  readonly parm: Parameters;
  readonly name: string;
  readonly method: FetchMethod;
  localfile = "";
  localpath: string | undefined;
  basename: string | undefined;
  basepath: string | undefined;
  needDonestamp = true;
  mirrorTarballs: readonly string[] = [];
  revision = "";
  #checksums: ReadonlyMap<string, ExpectedChecksum> | undefined;
  readonly fields = new Map<string, FetchField>();

  constructor(
    url: string,
    readonly store: DataStore,
    readonly context: BitBakeContext,
  ) {
    this.url = this.originalUrl = url;
    const expanded = store.expand(url);
    const parts = decodeUrl(expanded);
    this.type = parts.type;
    this.host = parts.host;
    this.path = parts.path;
    this.user = parts.user;
    this.password = parts.password;
    this.parm = parts.params;
    this.name = parts.params.get("name") ?? "default";
    if (this.name.includes(",")) {
      const message = "The fetcher no longer supports multiple name parameters in a single url";
      throw new PythonFault("bb.fetch2.ParameterError", message, [message, url]);
    }
    const method = fetchMethods.find((m) => m.types.includes(this.type) && (m.supports?.(this) ?? true));
    if (method === undefined)
      throw new PythonFault("bb.fetch2.NoMethodError", `no fetcher for ${url}`, [url]);
    this.method = method;
    method.setup(this);
    if (this.localpath === undefined && this.localfile !== "") {
      this.localpath = join(this.downloads(), this.localfile);
    }
  }

  /** The expected checksums by kind ("md5", "sha256", ...). */
  get checksums(): ReadonlyMap<string, ExpectedChecksum> {
    this.#checksums ??= new Map(checksumNames.map((kind) => [kind, this.#expectedChecksum(`${kind}sum`)]));
    return this.#checksums;
  }

  #expectedChecksum(plain: string): ExpectedChecksum {
    const given = this.parm.get(plain);
    if (given !== undefined) return { name: plain, expected: given };
    const label = this.parm.get("name");
    const name = label === undefined ? plain : `${label}.${plain}`;
    if (!flagChecksumTypes.includes(this.type)) return { name, expected: undefined };
    const flag = this.store.getVarFlag("SRC_URI", name);
    return { name, expected: typeof flag === "string" ? flag : undefined };
  }

  /** Sets one of the fetcher's own attributes. */
  set(field: string, value: FetchField): void {
    this.fields.set(field, value);
  }
  warn(message: string): void {
    this.context.log({ level: "warn", message });
  }
  /** A variable that is set and not empty. */
  textVar(name: string): string | undefined {
    const value = this.store.getVar(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  }
  /** DL_DIR; TypeError if it is unset, as os.path.join(None). */
  downloads(): string {
    const folder = this.store.getVar("DL_DIR");
    if (typeof folder !== "string") {
      throw new PythonFault("TypeError", "expected str, bytes or os.PathLike object, not NoneType");
    }
    return folder;
  }
  /** Finds the revision; `unresolved` is the branch or the tag that would be asked for. */
  resolve(unresolved: string | undefined): void {
    this.revision = resolveRevision(this, unresolved ?? "");
  }

  /** bb.fetch2.FetchData.setup_localpath: a file: URL is searched in FILESPATH. */
  setupLocalPath(): void {
    if (this.localpath !== undefined) return;
    const searched = searchLocal(this);
    this.localpath = searched[searched.length - 1] ?? this.path;
  }

  /** The file that says that the download is complete, and its lock; undefined for local files. */
  stampBase(): string | undefined {
    if (!this.needDonestamp || this.localpath === undefined) return undefined;
    const folder = this.downloads();
    return this.localpath.startsWith(folder) ? this.localpath : join(folder, basename(this.localpath));
  }
}

/** Where a file: URL was looked for: every candidate up to the first that exists. */
export function searchLocal(data: FetchData): string[] {
  const path = data.path;
  if (path.startsWith("/")) return [path];
  const folders = data.textVar("FILESPATH");
  if (folders === undefined) return [];
  const tried: string[] = [];
  for (const folder of folders.split(":")) {
    const candidate = join(folder, path);
    tried.push(candidate);
    if (exists(data.context.host, candidate)) break;
  }
  return tried;
}

/** os.path.exists, relative to the working directory. */
export function exists(host: Host, path: string): boolean {
  return host.exists(path.startsWith("/") ? path : abspath(path, host.cwd));
}

/** The URLs of SRC_URI; AttributeError as Python's None.split() if it is unset. */
export function sourceUrls(store: DataStore): string[] {
  const text = store.getVar("SRC_URI");
  if (typeof text !== "string")
    throw new PythonFault("AttributeError", "'NoneType' object has no attribute 'split'");
  return splitWords(text);
}

/**
 * bb.fetch2.get_checksum_file_list: "path:True path:False ..." of all file: URLs, every place looked at with whether
 * it is there. Logs and raises BBHandledException for a file that is nowhere.
 */
export function checksumFileList(store: DataStore, context: BitBakeContext): string {
  const out: string[] = [];
  for (const url of sourceUrls(store)) {
    const data = new FetchData(url, store, context);
    if (data.type !== "file") continue;
    const tried = searchLocal(data);
    const last = tried[tried.length - 1];
    if (last === undefined) {
      throw new PythonFault(
        "UnboundLocalError",
        "cannot access local variable 'f' where it is not associated with a value",
      );
    }
    for (const path of tried.slice(0, -1)) out.push(`${path}:False`);
    if (!exists(context.host, last)) {
      const name = data.basename ?? "";
      context.log({
        level: "fatal",
        message:
          `Unable to get checksum for ${String(store.getVar("PN"))} SRC_URI entry ${name}: file could not be found\n` +
          `The following paths were searched:\n${tried.join("\n")}`,
      });
      throw new PythonFault("bb.BBHandledException", "", []);
    }
    out.push(`${last}:True`);
  }
  return out.join(" ");
}

/**
 * bb.fetch2.Fetch: URLs and their FetchData. The same URL of the same store gives the same FetchData where BitBake's
 * cache (by FILE and SRCREV's value) would: `ud` is a map from URL.
 */
export class FetchList {
  readonly urls: readonly string[];
  readonly data = new Map<string, FetchData>();

  constructor(
    urls: readonly string[],
    readonly store: DataStore,
    readonly context: BitBakeContext,
    localOnly = false,
  ) {
    this.urls = urls.length === 0 ? sourceUrls(store) : urls;
    for (const url of this.urls) {
      if (this.data.has(url)) continue;
      if (localOnly && decodeUrl(store.expand(url)).type !== "file") continue;
      this.data.set(url, new FetchData(url, store, context));
    }
  }

  /** Fetch.localpath(url), which also takes a URL that is not in the list. */
  localPath(url: string): string | undefined {
    let data = this.data.get(url);
    if (data === undefined) {
      data = new FetchData(url, this.store, this.context);
      this.data.set(url, data);
    }
    data.setupLocalPath();
    return data.localpath;
  }
}
