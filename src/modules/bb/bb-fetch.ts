/**
 * bb.fetch2 for Python: URI, decodeurl, encodeurl, FetchData and Fetch as far as a parse needs them, SRCREV and the
 * checksum list. Downloading, unpacking and mirrors raise errors that name them.
 */
import { initialised } from "../support.js";
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { checksumFileList, checksumNames, FetchData, FetchList } from "./fetch/data.js";
import { autoRevision, packageVersionText, revisionHashes, sourceRevision } from "./fetch/srcrev.js";
import { decodeUrl, encodeUrl, Uri, type Parameters } from "./fetch/uri.js";
import { makeFolders } from "./files.js";

const notBuilding = "sandbake evaluates and does not fetch";

/** Defines the types; before the first import. */
export function defineFetchTypes(binding: Binding): void {
  defineUri(binding);
  defineFetch(binding);
}

function parameters(binding: Binding, map: Parameters): PyObject {
  const { rt } = binding;
  if (map.size === 0) return rt.newDict();
  return binding.orderedDict([...map].map(([name, value]) => [rt.str(name), binding.toPy(value)] as const));
}

function fromDict(binding: Binding, dict: PyObject): Parameters {
  const { rt } = binding;
  const out: Parameters = new Map();
  if (dict === rt.none) return out;
  for (const key of rt.iterate(dict)) out.set(binding.text(key), binding.textOrNone(rt.getItem(dict, key)));
  return out;
}

function defineUri(binding: Binding): void {
  const { rt } = binding;
  const uri = (self: PyObject): Uri => initialised(rt, self, "$uri");
  const field = (name: "scheme" | "userinfo" | "hostname" | "path" | "username" | "password") => ({
    get: (self: PyObject) => rt.str(uri(self)[name]),
    set: (self: PyObject, value: PyObject | undefined) => {
      uri(self)[name] = binding.text(value ?? rt.none);
    },
  });
  // The dicts are Python's own, so that `uri.params["x"] = "y"` works; they are read back when the URI is written.
  const dict = (name: "params" | "query") => ({
    get: (self: PyObject) => (self[`$${name}`] ??= parameters(binding, uri(self)[name])) as PyObject,
    set: (self: PyObject, value: PyObject | undefined) => {
      self[`$${name}`] = value ?? rt.none;
    },
  });
  const synced = (self: PyObject): Uri => {
    const own = uri(self);
    for (const name of ["params", "query"] as const) {
      const kept = self[`$${name}`] as PyObject | undefined;
      if (kept !== undefined) own[name] = fromDict(binding, kept);
    }
    return own;
  };
  binding.define({
    name: "URI",
    module: "bb.fetch2",
    dict: true,
    init: [
      "(self, uri=None)",
      binding.guard((self: PyObject, text: PyObject) => {
        if (rt.isTrue(text) && !rt.isStr(text)) {
          throw rt.error("AttributeError", `'${rt.typeName(text)}' object has no attribute 'split'`);
        }
        self["$uri"] = new Uri(rt.isTrue(text) ? binding.text(text) : undefined);
      }),
    ],
    getset: {
      scheme: field("scheme"),
      userinfo: field("userinfo"),
      username: field("username"),
      password: field("password"),
      hostname: field("hostname"),
      path: field("path"),
      path_quoted: {
        get: (self: PyObject) => rt.str(uri(self).pathQuoted),
        set: (self, value) => {
          uri(self).pathQuoted = binding.text(value ?? rt.none);
        },
      },
      port: {
        get: (self: PyObject) => {
          const { port } = uri(self);
          return port === undefined ? rt.none : rt.int(port);
        },
        set: (self, value) => {
          uri(self).port = value === undefined || value === rt.none ? undefined : Number(rt.index(value));
        },
      },
      hostport: { get: (self: PyObject) => rt.str(uri(self).hostport) },
      relative: {
        get: (self: PyObject) => rt.bool(uri(self).relative),
        set: (self, value) => {
          uri(self).relative = value !== undefined && rt.isTrue(value);
        },
      },
      params: dict("params"),
      query: dict("query"),
    },
    slots: {
      tp$str(this: PyObject): PyObject {
        return rt.str(binding.guard(() => synced(this).toString())());
      },
    },
  });
}

function defineFetch(binding: Binding): void {
  const { rt, context } = binding;
  const data = (self: PyObject): FetchData => initialised(rt, self, "$data");
  const refuse = (what: string) => (): never => {
    throw rt.error("NotImplementedError", `sandbake: bb.fetch2.${what} is not available: ${notBuilding}`);
  };

  binding.define({
    name: "FetchMethod",
    module: "bb.fetch2",
    dict: true,
    methods: {
      supports_srcrev: ["(self)", (self: PyObject) => self["$method"]?.supportsRevision === true],
      supports_checksum: [
        "(self, urldata)",
        (self: PyObject) => self["$method"]?.checksum.supported === true,
      ],
      recommends_checksum: [
        "(self, urldata)",
        (self: PyObject) => self["$method"]?.checksum.recommended === true,
      ],
      localpath: ["(self, urldata, d)", (_self: PyObject, ud: PyObject) => binding.toPy(data(ud).localpath)],
      download: ["(self, urldata, d)", refuse("FetchMethod.download")],
      unpack: ["(self, urldata, rootdir, d)", refuse("FetchMethod.unpack")],
      checkstatus: ["(self, fetch, urldata, d)", refuse("FetchMethod.checkstatus")],
      latest_revision: ["(self, ud, d, name)", refuse("FetchMethod.latest_revision")],
      latest_versionstring: ["(self, ud, d, filter_regex=None)", refuse("FetchMethod.latest_versionstring")],
      sortable_revision: [
        "(self, ud, d, name)",
        (self: PyObject, ud: PyObject) =>
          rt.tuple([rt.bool(self["$method"]?.sortable !== "number"), rt.str(data(ud).revision)]),
      ],
    },
  });
  const methodType = binding.classes.get("bb.fetch2.FetchMethod") as PyType;
  binding.define({
    name: "FetchData",
    module: "bb.fetch2",
    dict: true,
    init: [
      "(self, url, d, localonly=False)",
      binding.guard((self: PyObject, url: PyObject, d: PyObject, localonly: PyObject) => {
        const made = new FetchData(binding.text(url), binding.store(d), context);
        if (rt.isTrue(localonly) && made.type !== "file") throw binding.raise("bb.fetch2.NonLocalMethod");
        fillFetchData(binding, self, made, methodType);
      }),
    ],
    methods: {
      setup_localpath: [
        "(self, d)",
        binding.guard((self: PyObject) => {
          data(self).setupLocalPath();
          rt.setattr(self, "localpath", binding.toPy(data(self).localpath));
        }),
      ],
      setup_revisions: ["(self, d)", () => undefined],
    },
  });
  const fetchDataType = binding.classes.get("bb.fetch2.FetchData") as PyType;
  const wrap = (made: FetchData): PyObject => {
    const object = rt.alloc(fetchDataType) as PyObject;
    fillFetchData(binding, object, made, methodType);
    return object;
  };

  const list = (self: PyObject): FetchList => initialised(rt, self, "$list");
  const urlsOf = (self: PyObject, urls: PyObject): readonly string[] =>
    urls === rt.none ? list(self).urls : [...rt.iterate(urls)].map((u) => binding.text(u));
  const localPath = (self: PyObject, url: string): PyObject => {
    const path = list(self).localPath(url);
    const made = list(self).data.get(url) as FetchData;
    const ud = rt.getattr(self, "ud");
    const key = rt.str(url);
    if (!rt.contains(ud, key)) rt.setItem(ud, key, wrap(made));
    rt.setattr(rt.getItem(ud, key), "localpath", binding.toPy(path));
    return binding.toPy(path);
  };
  binding.define({
    name: "Fetch",
    module: "bb.fetch2",
    dict: true,
    init: [
      "(self, urls, d, cache=True, localonly=False, connection_cache=None)",
      binding.guard((self: PyObject, urls: PyObject, d: PyObject, cache: PyObject, localonly: PyObject) => {
        if (rt.isTrue(localonly) && rt.isTrue(cache)) {
          throw rt.error(
            "Exception",
            "bb.fetch2.Fetch.__init__: cannot set cache and localonly at same time",
          );
        }
        const given = urls === rt.none ? [] : [...rt.iterate(urls)].map((u) => binding.text(u));
        const made = new FetchList(given, binding.store(d), context, rt.isTrue(localonly));
        self["$list"] = made;
        rt.setattr(self, "urls", binding.list(made.urls));
        rt.setattr(self, "d", d);
        rt.setattr(self, "connection_cache", rt.none);
        rt.setattr(self, "ud", rt.dict([...made.data].map(([url, one]) => [url, wrap(one)] as const)));
      }),
    ],
    methods: {
      localpath: [
        "(self, url)",
        binding.guard((self: PyObject, url: PyObject) => localPath(self, binding.text(url))),
      ],
      localpaths: [
        "(self)",
        binding.guard((self: PyObject) => rt.list(list(self).urls.map((url) => localPath(self, url)))),
      ],
      expanded_urldata: [
        "(self, urls=None)",
        binding.guard((self: PyObject, urls: PyObject) => {
          const ud = rt.getattr(self, "ud");
          return rt.list(urlsOf(self, urls).map((url) => rt.getItem(ud, rt.str(url))));
        }),
      ],
      download: ["(self, urls=None)", refuse("Fetch.download")],
      checkstatus: ["(self, urls=None)", refuse("Fetch.checkstatus")],
      unpack: ["(self, root, urls=None, update=False)", refuse("Fetch.unpack")],
      unpack_update: ["(self, root, urls=None)", refuse("Fetch.unpack_update")],
      clean: ["(self, urls=None)", refuse("Fetch.clean")],
    },
  });
}

/** The attributes of Python's FetchData. */
function fillFetchData(binding: Binding, self: PyObject, made: FetchData, methodType: PyType): void {
  const { rt } = binding;
  self["$data"] = made;
  const set = (name: string, value: unknown): void => rt.setattr(self, name, binding.toPy(value));
  set("url", made.url);
  set("type", made.type);
  set("host", made.host);
  set("path", made.path);
  set("user", made.user);
  set("pswd", made.password);
  rt.setattr(self, "parm", parameters(binding, made.parm));
  set("name", made.name);
  set("localfile", made.localfile);
  set("localpath", made.localpath);
  set("basename", made.basename);
  set("basepath", made.basepath);
  set("needdonestamp", made.needDonestamp);
  set("revision", made.revision === "" ? null : made.revision);
  set("setup", false);
  set("ignore_checksums", false);
  rt.setattr(self, "mirrortarballs", binding.list(made.mirrorTarballs));
  const base = made.stampBase();
  set("donestamp", base === undefined ? null : `${base}.done`);
  set("lockfile", base === undefined ? null : `${base}.lock`);
  for (const kind of checksumNames) {
    const checksum = made.checksums.get(kind);
    set(`${kind}_name`, checksum?.name);
    set(`${kind}_expected`, checksum?.expected);
  }
  for (const [name, value] of made.fields) set(name, value);
  const method = rt.alloc(methodType) as PyObject;
  method["$method"] = made.method;
  rt.setattr(self, "method", method);
}

export function installFetch(binding: Binding): void {
  const { rt, context } = binding;
  const { host } = context;
  binding.module(
    "bb.fetch2",
    {
      "decodeurl(url)": (url: PyObject) => {
        const parts = decodeUrl(rt.isTrue(url) ? binding.text(url) : undefined);
        return rt.tuple([
          rt.str(parts.type),
          rt.str(parts.host),
          rt.str(parts.path),
          rt.str(parts.user),
          rt.str(parts.password),
          parameters(binding, parts.params),
        ]);
      },
      "encodeurl(decoded)": (decoded: PyObject) => {
        const parts = rt.toArray(decoded);
        if (parts.length !== 6)
          throw rt.error("ValueError", `not enough values to unpack (expected 6, got ${parts.length})`);
        const [type, hostname, path, user, password, params] = parts as [
          PyObject,
          PyObject,
          PyObject,
          PyObject,
          PyObject,
          PyObject,
        ];
        if (!rt.isTrue(type)) {
          throw binding.raise(
            "bb.fetch2.MissingParameterError",
            "type",
            `encoded from the data ${rt.repr(decoded)}`,
          );
        }
        const text = (o: PyObject): string => (rt.isTrue(o) ? binding.text(o) : "");
        return encodeUrl({
          type: binding.text(type),
          host: text(hostname),
          path: text(path),
          user: text(user),
          password: text(password),
          params: fromDict(binding, params),
        });
      },
      "get_checksum_file_list(d)": (d: PyObject) => checksumFileList(binding.store(d), context),
      "get_srcrev(d, method_name='sortable_revision')": (d: PyObject) =>
        sourceRevision(binding.store(d), context),
      "get_hashvalue(d, method_name='sortable_revision')": (d: PyObject) =>
        revisionHashes(binding.store(d), context),
      "get_pkgv_string(d, method_name='sortable_revision')": (d: PyObject) =>
        packageVersionText(binding.store(d), context),
      "get_autorev(d)": (d: PyObject) => autoRevision(binding.store(d)),
      "localpath(url, d)": (url: PyObject, d: PyObject) => {
        const list = new FetchList([binding.text(url)], binding.store(d), context);
        return binding.toPy(list.localPath(binding.text(url)));
      },
      "mirror_from_string(data)": (data: PyObject) => {
        const words = binding.text(data).replaceAll("\\n", " ").split(/\s+/).filter(Boolean);
        if (words.length % 2 !== 0) {
          context.log({
            level: "warn",
            message: `Invalid mirror data ${binding.text(data)}, should have paired members.`,
          });
        }
        const pairs: PyObject[] = [];
        for (let i = 0; i + 1 < words.length; i += 2)
          pairs.push(rt.tuple(words.slice(i, i + 2).map((word) => rt.str(word))));
        return rt.list(pairs);
      },
      "runfetchcmd(cmd, d, quiet=False, cleanup=None, log=None, workdir=None, extraenv=None)": (
        cmd: PyObject,
        _d: PyObject,
        _quiet: PyObject,
        _cleanup: PyObject,
        _log: PyObject,
        workdir: PyObject,
      ) => {
        const cwd = binding.textOrNone(workdir);
        if (cwd !== undefined) makeFolders(host, cwd);
        const options = cwd === undefined ? [] : ["cwd", rt.str(cwd)];
        const result = rt.call(rt.getattr(rt.importModule("bb.process"), "run"), [cmd], options);
        return rt.getItem(result, rt.int(0));
      },
    },
    (set) => {
      set("CHECKSUM_LIST", binding.list(checksumNames));
      set("SHOWN_CHECKSUM_LIST", binding.list(["sha256"]));
      set("__path__", rt.list());
      for (const name of ["npm", "npmsw"]) set(name, rt.importModule(`bb.fetch2.${name}`));
      binding.missing(
        "bb.fetch2",
        [
          "get_fetcher_environment",
          "get_file_checksums",
          "build_mirroruris",
          "uri_replace",
          "try_mirrors",
          "verify_checksum",
          "check_network_access",
          "trusted_network",
          "fetcher_init",
          "fetcher_parse_save",
          "fetcher_parse_done",
          "fetcher_compare_revisions",
        ],
        notBuilding,
      )(set);
    },
  );
  for (const [name, missing] of [
    ["npm", ["NpmEnvironment", "npm_package", "npm_unpack", "npm_integrity", "npm_localfile"]],
    ["npmsw", ["foreach_dependencies"]],
  ] as const) {
    binding.module(`bb.fetch2.${name}`, {}, binding.missing(`bb.fetch2.${name}`, missing, notBuilding));
  }
}
