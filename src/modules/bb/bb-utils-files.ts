/** bb.utils, the half that touches files, processes and the environment: all through the host. */
import { HostError } from "../../sandbox/host.js";
import type { NativeSpec } from "../../vm/runtime/native.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { copyFile, isUnsafeToDelete, makeFolders, prune, removePattern } from "./files.js";
import { abspath } from "./path.js";
import { which } from "./search.js";
import { compareText, splitWords } from "./text.js";

/** The environment variables BitBake keeps and hands to tasks. */
const exportedVariables = [
  "BB_TASKHASH",
  "HOME",
  "LOGNAME",
  "PATH",
  "PWD",
  "SHELL",
  "USER",
  "LC_ALL",
  "BBSERVER",
];
const keptVariables = ["BBPATH", "BB_PRESERVE_ENV", "BB_ENV_PASSTHROUGH_ADDITIONS", ...exportedVariables];

/** Variables that tell a program of its proxies (bb.utils.export_proxies). */
const proxyVariables = [
  "http_proxy",
  "HTTP_PROXY",
  "https_proxy",
  "HTTPS_PROXY",
  "ftp_proxy",
  "FTP_PROXY",
  "no_proxy",
  "NO_PROXY",
  "GIT_PROXY_COMMAND",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
];

/** The names of bb.utils.approved_variables, from an environment. */
export function approvedVariables(env: ReadonlyMap<string, string>): string[] {
  const preserve = env.get("BB_PRESERVE_ENV");
  if (preserve !== undefined && preserve !== "") return [...env.keys()];
  const passthrough = env.get("BB_ENV_PASSTHROUGH");
  const approved =
    passthrough !== undefined ? [...splitWords(passthrough), "BB_ENV_PASSTHROUGH"] : [...keptVariables];
  const additions = env.get("BB_ENV_PASSTHROUGH_ADDITIONS");
  if (additions !== undefined) {
    approved.push(...splitWords(additions));
    if (!approved.includes("BB_ENV_PASSTHROUGH_ADDITIONS")) approved.push("BB_ENV_PASSTHROUGH_ADDITIONS");
  }
  return approved;
}

export function utilsFiles(binding: Binding): Record<string, NativeSpec[1]> {
  const { rt, context } = binding;
  const { host } = context;
  const full = (o: PyObject): string => {
    const path = binding.text(o);
    return path === "" ? path : path.startsWith("/") ? path : abspath(path, host.cwd);
  };
  const seconds = (o: PyObject): number | undefined => (o === rt.none ? undefined : Number(o["v"]));
  const checksum = (algorithm: string) => (filename: PyObject) => {
    const data = rt.bytes(host.readFile(full(filename)));
    const hash = rt.call(rt.getattr(rt.importModule("hashlib"), algorithm), [data]);
    return rt.callMethod0(hash, "hexdigest");
  };
  const withLock = (name: PyObject): PyObject => {
    const lock = rt.alloc(binding.classes.get("bb.utils._Lock")) as PyObject;
    lock["$path"] = full(name);
    return lock;
  };

  return {
    "which(path, item, direction=0, history=False, executable=False)": (
      path: PyObject,
      item: PyObject,
      direction: PyObject,
      history: PyObject,
      executable: PyObject,
    ) => {
      const folders = rt.isTrue(path) ? binding.text(path) : "";
      const result = which(host, folders, binding.text(item), rt.isTrue(direction), rt.isTrue(executable));
      return rt.isTrue(history)
        ? rt.tuple([rt.str(result.found), binding.list(result.tried)])
        : rt.str(result.found);
    },
    "mkdirhier(directory)": (directory: PyObject) => {
      const path = rt.strOf(directory);
      if (path.includes("${")) {
        context.log({
          level: "fatal",
          message: `Directory name ${path} contains unexpanded bitbake variable. This may cause build failures and WORKDIR polution.`,
        });
        throw binding.raise("bb.BBHandledException");
      }
      makeFolders(host, full(rt.str(path)));
    },
    "remove(path, recurse=False, ionice=False)": (path: PyObject, recurse: PyObject) => {
      if (rt.isTrue(path)) removePattern(host, full(path), rt.isTrue(recurse));
    },
    "prunedir(topdir, ionice=False)": (path: PyObject) => prune(host, full(path)),
    "_check_unsafe_delete_path(path)": (path: PyObject) => isUnsafeToDelete(host, binding.text(path)),
    "rename(src, dst)": (src: PyObject, dst: PyObject) => host.rename(full(src), full(dst)),
    "copyfile(src, dest, newmtime=None, sstat=None)": (src: PyObject, dest: PyObject, newmtime: PyObject) => {
      try {
        copyFile(host, full(src), full(dest), seconds(newmtime));
      } catch (e) {
        if (!(e instanceof HostError)) throw e;
        context.log({
          level: "warn",
          message: `copyfile: copy ${binding.text(src)} to ${binding.text(dest)} failed (${e.message})`,
        });
        return false;
      }
      return true;
    },
    "movefile(src, dest, newmtime=None, sstat=None)": (src: PyObject, dest: PyObject, newmtime: PyObject) => {
      try {
        copyFile(host, full(src), full(dest), seconds(newmtime));
        host.unlink(full(src));
      } catch (e) {
        if (!(e instanceof HostError)) throw e;
        context.log({
          level: "warn",
          message: `movefile: ${binding.text(src)} to ${binding.text(dest)} failed (${e.message})`,
        });
        return rt.none;
      }
      return rt.int(1);
    },
    "break_hardlinks(src, sstat=None)": () => true,
    "md5_file(filename)": checksum("md5"),
    "sha1_file(filename)": checksum("sha1"),
    "sha256_file(filename)": checksum("sha256"),
    "sha384_file(filename)": checksum("sha384"),
    "sha512_file(filename)": checksum("sha512"),
    "path_is_descendant(descendant, ancestor)": (descendant: PyObject, ancestor: PyObject) => {
      const top = host.stat(full(ancestor)).ino;
      for (let path = full(descendant); ; path = path.slice(0, path.lastIndexOf("/")) || "/") {
        if (host.exists(path) && host.stat(path).ino === top) return true;
        if (path === "/") return false;
      }
    },
    "is_path_on_nfs(path)": () => {
      throw rt.error(
        "NotImplementedError",
        "sandbake: bb.utils.is_path_on_nfs is not available: the host does not tell file system types",
      );
    },

    // One run is one process, and nobody else writes its overlay: a lock is always free.
    "lockfile(name, shared=False, retry=True, block=False)": withLock,
    "unlockfile(lf)": () => undefined,
    "fileslocked(files, *args, **kwargs)": (files: PyObject) => {
      const locks = rt.list([...rt.iterate(files)].map(withLock));
      return scope(binding, () => locks);
    },
    "umask(new_mask)": (mask: PyObject) => {
      const os = rt.importModule("os");
      let old: PyObject = mask;
      return scope(
        binding,
        () => {
          old = rt.callMethod1(os, "umask", mask);
          return rt.none;
        },
        () => void rt.callMethod1(os, "umask", old),
      );
    },

    "cpu_count()": () => rt.int(host.cpuCount),
    "is_local_uid(uid='')": (uid: PyObject) => {
      const wanted = rt.isTrue(uid) || rt.isInt(uid) ? rt.strOf(uid) : String(host.uid);
      const text = new TextDecoder().decode(host.readFile("/etc/passwd"));
      return text.split("\n").some((line) => line.split(":")[2] === wanted);
    },
    "preserved_envvars()": () => binding.list(keptVariables),
    "preserved_envvars_exported()": () => binding.list(exportedVariables),
    "approved_variables()": () => binding.list(approvedVariables(host.env)),
    "environment(**envvars)": (variables: ReadonlyMap<string, PyObject>) => {
      const environ = rt.getattr(rt.importModule("os"), "environ");
      let backup: PyObject | undefined;
      return scope(
        binding,
        () => {
          backup = rt.call(rt.types["dict"], [environ]);
          for (const [name, value] of variables) rt.setItem(environ, rt.str(name), value);
          return rt.none;
        },
        () => {
          for (const name of variables.keys()) {
            const key = rt.str(name);
            if (backup !== undefined && rt.contains(backup, key))
              rt.setItem(environ, key, rt.getItem(backup, key));
            else if (rt.contains(environ, key)) rt.delItem(environ, key);
          }
        },
      );
    },
    "export_proxies(d)": (d: PyObject) => {
      const environ = rt.getattr(rt.importModule("os"), "environ");
      const store = binding.store(d);
      let exported = false;
      for (const name of proxyVariables) {
        const key = rt.str(name);
        if (rt.contains(environ, key)) {
          exported = true;
          continue;
        }
        const value = store.getVar(name);
        if (typeof value !== "string" || value === "") continue;
        rt.setItem(environ, key, rt.str(value));
        exported = true;
      }
      return exported;
    },
    "get_file_layer(filename, d, collection_res=...)": (filename: PyObject, d: PyObject) => {
      const store = binding.store(d);
      const path = binding.text(filename);
      let best: string | undefined;
      let length = 0;
      const collections = store.getVar("BBFILE_COLLECTIONS");
      for (const name of splitWords(typeof collections === "string" ? collections : "").sort(compareText)) {
        const pattern = store.getVar(`BBFILE_PATTERN_${name}`);
        if (typeof pattern !== "string" || pattern === "") continue;
        const match = rt.callMethod2(rt.importModule("re"), "match", rt.str(pattern), rt.str(path));
        if (match !== rt.none && pattern.length > length) {
          best = name;
          length = pattern.length;
        }
      }
      return binding.toPy(best);
    },
  };
}

/** A context manager of two functions. */
export function scope(
  binding: Binding,
  enter: () => PyObject,
  leave: () => void = () => undefined,
): PyObject {
  const manager = binding.rt.alloc(binding.classes.get("bb.utils._Scope")) as PyObject;
  manager["$enter"] = enter;
  manager["$leave"] = leave;
  return manager;
}

/** The types that the functions above hand out. */
export function defineUtilsTypes(binding: Binding): void {
  binding.define({
    name: "_Scope",
    module: "bb.utils",
    subclassable: false,
    methods: {
      __enter__: ["(self)", (self: PyObject) => (self["$enter"] as () => PyObject)()],
      __exit__: ["(self, *args)", (self: PyObject) => (self["$leave"] as () => void)()],
    },
  });
  binding.define({
    name: "_Lock",
    module: "bb.utils",
    subclassable: false,
    methods: { close: ["(self)", () => undefined] },
    getset: { name: { get: (self: PyObject) => binding.rt.str(self["$path"] as string) } },
  });
}
