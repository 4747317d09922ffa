/**
 * What each fetcher makes of a URL before anything is fetched: the name of the local file, where clones lie, which
 * parameters it must have. One function a URL type; no network, no process. Downloading itself is no part of this.
 * Facts: the manual's chapter on fetching, lib/bb/tests/fetch.py, and BitBake 2.19's answers.
 */
import { notImplemented, PythonFault } from "../fault.js";
import { basename, join } from "../path.js";
import type { FetchData } from "./data.js";

/** One fetcher. `module` and `className` are where BitBake keeps it: ud.method is an instance of that class. */
export interface FetchMethod {
  readonly module: string;
  readonly className: string;
  readonly types: readonly string[];
  /** Its URLs have revisions: SRCREV applies. */
  readonly supportsRevision: boolean;
  /** What it downloads is a file with checksums, and a recipe should give one. */
  readonly checksum: { readonly supported: boolean; readonly recommended: boolean };
  /** `AUTOINC+` and ten digits (a hash) or the plain revision (a number). */
  readonly sortable: "hash" | "text" | "number";
  /** A further condition on the URL besides its type. */
  supports?(data: FetchData): boolean;
  /** Fills in the local file's name and the fetcher's own attributes. */
  setup(data: FetchData): void;
}

const noChecksum = { supported: false, recommended: false };
const plainFile = { supported: true, recommended: true };

function invalid(data: FetchData, message: string): PythonFault {
  return new PythonFault("bb.fetch2.ParameterError", message, [message, data.url]);
}
function missing(data: FetchData, name: string): PythonFault {
  return new PythonFault("bb.fetch2.MissingParameterError", `missing ${name}`, [name, data.url]);
}

/** `downloadfilename` or the last part of the path. */
function setFileName(data: FetchData): void {
  data.basename = data.parm.get("downloadfilename") ?? basename(data.path);
  data.localfile = data.basename;
}

const local: FetchMethod = {
  module: "bb.fetch2.local",
  className: "Local",
  types: ["file"],
  supportsRevision: false,
  checksum: noChecksum,
  sortable: "text",
  setup(data) {
    data.needDonestamp = false;
    data.basename = basename(data.path);
    data.basepath = data.path;
    if (data.path.includes("*")) {
      throw invalid(
        data,
        "file:// urls using globbing are no longer supported. Please place the files in a directory and reference that instead.",
      );
    }
  },
};

const wget: FetchMethod = {
  module: "bb.fetch2.wget",
  className: "Wget",
  types: ["http", "https", "ftp", "ftps"],
  supportsRevision: false,
  checksum: plainFile,
  sortable: "text",
  setup(data) {
    setFileName(data);
    if (data.basename === "") data.localfile = data.host + data.path.replaceAll("/", ".");
  },
};

const sftp: FetchMethod = {
  module: "bb.fetch2.sftp",
  className: "SFTP",
  types: ["sftp"],
  supportsRevision: false,
  checksum: plainFile,
  sortable: "text",
  setup: setFileName,
};

const ssh: FetchMethod = {
  module: "bb.fetch2.ssh",
  className: "SSH",
  types: ["ssh"],
  supportsRevision: false,
  checksum: noChecksum,
  sortable: "text",
  supports: (data) => data.host !== "" && data.path !== "/" && data.path !== "",
  setup(data) {
    data.localfile = basename(data.path);
  },
};

const fileStore = (module: string, className: string, type: string): FetchMethod => ({
  module,
  className,
  types: [type],
  supportsRevision: false,
  checksum: plainFile,
  sortable: "text",
  setup: setFileName,
});

function setupGit(data: FetchData): void {
  const { parm, store } = data;
  let protocol = parm.get("protocol") ?? (data.host === "" ? "file" : "git");
  if (data.host === "github.com" && protocol === "git") {
    protocol = "https";
    data.warn(
      `URL: ${data.url} uses git protocol which is no longer supported by github. Please change to ;protocol=https in the url.`,
    );
  }
  if (!["git", "file", "ssh", "http", "https", "rsync"].includes(protocol)) {
    throw invalid(data, `Invalid protocol type: '${protocol}'`);
  }
  data.set("proto", protocol);
  data.set("nocheckout", parm.get("nocheckout") === "1");
  const rebaseable = parm.get("rebaseable") === "1";
  data.set("rebaseable", rebaseable);
  const useHead = parm.get("usehead") === "1";
  if (useHead && protocol !== "file") {
    throw invalid(data, "The usehead option is only for use with local ('protocol=file') git repositories");
  }
  const noBranch = useHead || parm.get("nobranch") === "1";
  data.set("nobranch", useHead ? 1 : noBranch);
  data.set("usehead", useHead);
  const bareClone = parm.get("bareclone") === "1";
  data.set("bareclone", bareClone);
  if (bareClone) data.set("nocheckout", 1); // the number, in BitBake too
  const branch = parm.get("branch") ?? "";
  if (branch === "" && !noBranch) {
    throw invalid(data, "The url does not set any branch parameter or set nobranch=1.");
  }
  data.set("branch", branch);
  data.set("noshared", parm.get("noshared") === "1");
  data.set("unresolvedrev", useHead ? "HEAD" : branch);
  const shallow = store.getVar("BB_GIT_SHALLOW") === "1";
  data.set("shallow", shallow);
  const tarballs = store.getVar("BB_GENERATE_MIRROR_TARBALLS") === "1";
  data.set("write_tarballs", tarballs || rebaseable);
  data.set("write_shallow_tarballs", tarballs || store.getVar("BB_GENERATE_SHALLOW_TARBALLS") === "1");

  data.resolve(parm.get("tag") ?? branch);
  let name = (data.host.replaceAll(":", ".") + data.path.replaceAll("/", ".").replaceAll("*", "."))
    .replaceAll(" ", "_")
    .replaceAll("(", "_")
    .replaceAll(")", "_");
  if (name.startsWith(".")) name = name.slice(1);
  if (rebaseable) name += `_${data.revision}`;
  const root = data.textVar("GITDIR") ?? join(data.downloads(), "git2");
  const clone = join(root, name);
  const tarball = `git2_${name}.tar.gz`;
  data.set("clonedir", clone);
  data.set("fullmirror", join(data.downloads(), tarball));
  // With BB_GIT_SHALLOW a further tarball stands before this one; it is named by what a download would hold.
  data.mirrorTarballs = [tarball];
  data.localfile = clone;
}

const gitLike = (module: string, className: string, type: string): FetchMethod => ({
  module,
  className,
  types: [type],
  supportsRevision: true,
  checksum: noChecksum,
  sortable: "hash",
  setup: setupGit,
});

const svn: FetchMethod = {
  module: "bb.fetch2.svn",
  className: "Svn",
  types: ["svn"],
  supportsRevision: true,
  checksum: noChecksum,
  sortable: "number",
  setup(data) {
    const { parm } = data;
    const module = parm.get("module");
    if (module === undefined) throw missing(data, "module");
    data.set("module", module);
    const pathSpec = parm.get("path_spec") ?? module;
    data.set("path_spec", pathSpec);
    const root = data.textVar("SVNDIR") ?? join(data.downloads(), "svn");
    const folder = join(root, data.host, data.path.replace(/^\/+/, ""));
    data.set("pkgdir", folder);
    data.set("moddir", join(folder, pathSpec));
    data.set("svnlock", join(folder, "svn.lock"));
    data.resolve(undefined);
    const peg =
      parm.get("pegrevision") !== undefined || parm.get("rev") !== undefined || data.revision !== "";
    data.set("pegrevision", peg);
    const name = `${module.replaceAll("/", ".")}_${data.host}_${data.path.replaceAll("/", ".")}`;
    data.localfile = `${name}_${data.revision}_${peg ? "1" : "0"}.tar.gz`;
  },
};

const hg: FetchMethod = {
  module: "bb.fetch2.hg",
  className: "Hg",
  types: ["hg"],
  supportsRevision: true,
  checksum: noChecksum,
  sortable: "text",
  setup(data) {
    const module = data.parm.get("module");
    if (module === undefined) throw missing(data, "module");
    data.set("module", module);
    data.set("proto", data.parm.get("protocol") ?? "hg");
    data.resolve(undefined);
    const name = `${module.replaceAll("/", ".")}_${data.host}_${data.path.replaceAll("/", ".")}`;
    const folder = join(data.textVar("HGDIR") ?? join(data.downloads(), "hg"), name);
    data.set("pkgdir", folder);
    data.set("moddir", join(folder, module));
    const tarball = `hg_${name}.tar.gz`;
    data.set("fullmirror", join(data.downloads(), tarball));
    data.mirrorTarballs = [tarball];
    data.localfile = join(folder, module);
    data.localpath = folder;
  },
};

const repo: FetchMethod = {
  module: "bb.fetch2.repo",
  className: "Repo",
  types: ["repo"],
  supportsRevision: false,
  checksum: { supported: true, recommended: false },
  sortable: "text",
  setup(data) {
    const branch = data.parm.get("branch") ?? "master";
    let manifest = data.parm.get("manifest") ?? "default.xml";
    if (!manifest.endsWith(".xml")) manifest += ".xml";
    data.set("proto", data.parm.get("protocol") ?? "git");
    data.set("branch", branch);
    data.set("manifest", manifest);
    data.localfile = `repo_${data.host}${data.path.replaceAll("/", ".")}_${manifest}_${branch}.tar.gz`;
  },
};

const crate: FetchMethod = {
  module: "bb.fetch2.crate",
  className: "Crate",
  types: ["crate"],
  supportsRevision: false,
  checksum: plainFile,
  sortable: "text",
  setup(data) {
    const parts = /^([^/]+(?:\/.*)?)\/([^/]+)\/([^/]+)$/.exec(data.host + data.path);
    const [, host, name, version] = parts ?? [];
    if (host === undefined || name === undefined || version === undefined) {
      throw invalid(data, "Invalid URL: Must be crate://HOST/NAME/VERSION");
    }
    if (host === "crates.io") {
      const folder =
        name.length < 3
          ? `${name.length}`
          : name.length === 3
            ? `3/${name.slice(0, 1)}`
            : `${name.slice(0, 2)}/${name.slice(2, 4)}`;
      data.set("versionsurl", `https://index.crates.io/${folder}/${name}`);
      data.url = `https://static.crates.io/crates/${name}/${version}/download`;
    } else {
      data.set("versionsurl", `https://${host}/${name}/versions`);
      data.url = `https://${host}/${name}/${version}/download`;
    }
    data.parm.set("downloadfilename", `${name}-${version}.crate`);
    if (!data.parm.has("name")) data.parm.set("name", `${name}-${version}`);
    wget.setup(data);
  },
};

/** Upper case letters of module paths as Go's module cache writes them: "!" and the lower case letter. */
function escapeGoPath(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => "!" + letter.toLowerCase());
}

const gomod: FetchMethod = {
  module: "bb.fetch2.gomod",
  className: "GoMod",
  types: ["gomod"],
  supportsRevision: false,
  checksum: plainFile,
  sortable: "text",
  setup(data) {
    const { parm } = data;
    const module = (parm.get("module") ?? data.host + (data.path === "/" ? "" : data.path)).replace(
      /\/+$/,
      "",
    );
    const version = parm.get("version");
    if (version === undefined) throw missing(data, "version");
    parm.set("module", module);
    const extension = parm.get("mod") === "1" ? "mod" : "zip";
    parm.set("downloadfilename", `${module.replaceAll("/", ".")}@${version}.${extension}`);
    parm.set("name", `${module}@${version}`);
    const cached = `${escapeGoPath(module)}/@v/${escapeGoPath(version)}.${extension}`;
    parm.set("unpackpath", `pkg/mod/cache/download/${cached}`);
    const proxy = data.textVar("GO_MOD_PROXY") ?? "proxy.golang.org";
    data.url = `https://${proxy}/${cached}`;
    wget.setup(data);
  },
};

const gomodgit: FetchMethod = {
  module: "bb.fetch2.gomod",
  className: "GoModGit",
  types: ["gomodgit"],
  supportsRevision: true,
  checksum: noChecksum,
  sortable: "hash",
  setup() {
    throw notImplemented(
      "bb.fetch2: the gomodgit fetcher",
      "git repositories of Go modules are not read at parse time",
    );
  },
};

/** Fetchers that BitBake itself has turned off: their recipes are skipped. */
const disabled = (type: string, className: string): FetchMethod => ({
  module: `bb.fetch2.${type}`,
  className,
  types: [type],
  supportsRevision: false,
  checksum: noChecksum,
  sortable: "text",
  setup() {
    throw new PythonFault(
      "bb.parse.SkipRecipe",
      `The ${type} fetcher has been disabled due to security issues and there is no maintainer to address them`,
    );
  },
});

/** Fetchers that ask a program before they know anything. */
const needsProgram = (type: string, module: string, className: string, program: string): FetchMethod => ({
  module: `bb.fetch2.${module}`,
  className,
  types: [type],
  supportsRevision: true,
  checksum: noChecksum,
  sortable: "text",
  setup() {
    throw notImplemented(`bb.fetch2: the ${type} fetcher`, `it asks the program "${program}" while parsing`);
  },
});

/** All fetchers, in BitBake's order; the first that supports a URL has it. */
export const fetchMethods: readonly FetchMethod[] = [
  local,
  wget,
  svn,
  gitLike("bb.fetch2.git", "Git", "git"),
  gitLike("bb.fetch2.gitsm", "GitSM", "gitsm"),
  gitLike("bb.fetch2.gitannex", "GitANNEX", "gitannex"),
  needsProgram("ccrc", "clearcase", "ClearCase", "cleartool"),
  needsProgram("p4", "perforce", "PerforceProgressHandler", "p4"),
  hg,
  ssh,
  sftp,
  fileStore("bb.fetch2.s3", "S3", "s3"),
  repo,
  disabled("npm", "Npm"),
  disabled("npmsw", "NpmShrinkWrap"),
  fileStore("bb.fetch2.az", "Az", "az"),
  crate,
  fileStore("bb.fetch2.gcp", "GCP", "gs"),
  gomod,
  gomodgit,
];
