/**
 * The exception classes of `bb`, with BitBake's constructors, attributes and texts. They are native types, so that they
 * stand before the first import and TypeScript can raise and recognise them.
 */
import { initialised } from "../support.js";
import { ExpansionError } from "../../datastore/index.js";
import type { PyObject } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { defineClass, type Initialiser } from "./native-classes.js";

export function defineExceptions(binding: Binding): void {
  const { rt } = binding;
  const plain = (module: string, name: string, base = "Exception"): void => {
    defineClass(binding, { module, name, base });
  };
  plain("bb", "BBHandledException");
  plain("bb.utils", "VersionStringException");
  plain("bb.utils", "PrCtlError");
  plain("bb.parse", "SkipRecipe");
  plain("bb.parse", "SkipPackage", "bb.parse.SkipRecipe");
  plain("bb.fetch2", "NonLocalMethod");
  plain("bb.providers", "NoProvider", "bb.BBHandledException");
  plain("bb.providers", "MultipleRProvider", "bb.BBHandledException");
  plain("bb.tinfoil", "TinfoilUIException");

  defineClass(binding, {
    module: "bb.parse",
    name: "ParseError",
    base: "Exception",
    signature: "(self, msg, filename, lineno=0)",
    args: 3,
    init: (set, msg: PyObject, filename: PyObject, lineno: PyObject) => {
      set("msg", msg);
      set("filename", filename);
      set("lineno", lineno);
    },
    text: (get) => {
      const lineno = get("lineno");
      const where = rt.isTrue(lineno)
        ? `at ${rt.strOf(get("filename"))}:${rt.strOf(lineno)}`
        : `in ${rt.strOf(get("filename"))}`;
      return `ParseError ${where}: ${rt.strOf(get("msg"))}`;
    },
  });
  defineFetchExceptions(binding);
  defineProcessExceptions(binding);
  defineExpansionError(binding);
}

function defineFetchExceptions(binding: Binding): void {
  const { rt } = binding;
  const module = "bb.fetch2";
  const s = (o: PyObject): string => rt.strOf(o);
  const define = (name: string, base: string, signature: string, init: Initialiser): void => {
    // MalformedUrl and its like keep the URL alone, ChecksumError drops the checksum.
    const args =
      signature.startsWith("(self, url,") && !signature.includes("cmd")
        ? 1
        : signature.includes("url=None")
          ? 2
          : undefined;
    defineClass(binding, { module, name, base, signature, init, ...(args === undefined ? {} : { args }) });
  };
  defineClass(binding, {
    module,
    name: "BBFetchException",
    base: "Exception",
    signature: "(self, message)",
    init: (set, message: PyObject) => set("msg", message),
    text: (get) => s(get("msg")),
  });
  const fetch = `${module}.BBFetchException`;
  const withUrl =
    (message: (url: string, given: string) => string): Initialiser =>
    (set, url: PyObject, given: PyObject) => {
      const own = given === undefined || !rt.isTrue(given);
      set("msg", own ? rt.str(message(s(url), "")) : given);
      set("url", url);
    };
  define(
    "MalformedUrl",
    fetch,
    "(self, url, message='')",
    withUrl((u) => `The URL: '${u}' is invalid and cannot be interpreted`),
  );
  define(
    "UntrustedUrl",
    fetch,
    "(self, url, message='')",
    withUrl((u) => `The URL: '${u}' is not trusted and cannot be used`),
  );
  define(
    "NoMethodError",
    fetch,
    "(self, url)",
    withUrl((u) => `Could not find a fetcher which supports the URL: '${u}'`),
  );
  define("FetchError", fetch, "(self, message, url=None)", (set, message: PyObject, url: PyObject) => {
    set(
      "msg",
      rt.str(
        rt.isTrue(url)
          ? `Fetcher failure for URL: '${s(url)}'. ${s(message)}`
          : `Fetcher failure: ${s(message)}`,
      ),
    );
    set("url", url);
  });
  define(
    "ChecksumError",
    `${module}.FetchError`,
    "(self, message, url=None, checksum=None)",
    (set, m: PyObject, u: PyObject, c: PyObject) => {
      set(
        "msg",
        rt.str(rt.isTrue(u) ? `Fetcher failure for URL: '${s(u)}'. ${s(m)}` : `Fetcher failure: ${s(m)}`),
      );
      set("url", u);
      set("checksum", c);
    },
  );
  defineClass(binding, { module, name: "NoChecksumError", base: `${module}.FetchError` });
  define("UnpackError", fetch, "(self, message, url)", (set, message: PyObject, url: PyObject) => {
    set("msg", rt.str(`Unpack failure for URL: '${s(url)}'. ${s(message)}`));
    set("url", url);
  });
  define("MissingParameterError", fetch, "(self, missing, url)", (set, missing: PyObject, url: PyObject) => {
    set("msg", rt.str(`URL: '${s(url)}' is missing the required parameter '${s(missing)}'`));
    set("url", url);
    set("missing", missing);
  });
  define("ParameterError", fetch, "(self, message, url)", (set, message: PyObject, url: PyObject) => {
    set("msg", rt.str(`URL: '${s(url)}' has invalid parameters. ${s(message)}`));
    set("url", url);
  });
  define("NetworkAccess", fetch, "(self, url, cmd)", (set, url: PyObject, cmd: PyObject) => {
    const text =
      "Network access disabled through BB_NO_NETWORK (or set indirectly due to use of BB_FETCH_PREMIRRORONLY) " +
      `but access requested with command ${s(cmd)} (for url ${s(url)})`;
    set("msg", rt.str(text));
    set("url", url);
    set("cmd", cmd);
  });
  const unpack = `${module}.UnpackError`;
  define(
    "LocalModificationsError",
    unpack,
    "(self, repodir, url, git_output)",
    (set, dir: PyObject, url: PyObject, out: PyObject) => {
      const text =
        `Repository at ${s(dir)} has uncommitted changes, unable to update:\n${s(out)}\n` +
        "Commit, stash or discard your changes and re-run the update.";
      set("msg", rt.str(`Unpack failure for URL: '${s(url)}'. ${text}`));
      set("url", url);
    },
  );
  define(
    "RebaseError",
    unpack,
    "(self, repodir, url, git_output)",
    (set, dir: PyObject, url: PyObject, out: PyObject) => {
      const text =
        `Repository at ${s(dir)} has local commits that could not be rebased onto the new upstream revision:\n${s(out)}\n` +
        "Note: the 'dldir' remote points to the local download cache and may be used to resolve the conflict manually.\n" +
        "Once resolved, re-run the update.";
      set("msg", rt.str(`Unpack failure for URL: '${s(url)}'. ${text}`));
      set("url", url);
    },
  );
}

function defineProcessExceptions(binding: Binding): void {
  const { rt } = binding;
  const module = "bb.process";
  const command = (get: (name: string) => PyObject): string => {
    const value = get("command");
    return rt.isStr(value) ? rt.strOf(value) : [...rt.iterate(value)].map((part) => rt.strOf(part)).join(" ");
  };
  defineClass(binding, {
    module,
    name: "CmdError",
    base: "RuntimeError",
    signature: "(self, command, msg=None)",
    init: (set, cmd: PyObject, msg: PyObject) => {
      set("command", cmd);
      set("msg", msg);
    },
    text: (get) => {
      const msg = get("msg");
      return `Execution of '${command(get)}' failed${rt.isTrue(msg) ? `: ${rt.strOf(msg)}` : ""}`;
    },
  });
  defineClass(binding, {
    module,
    name: "NotFoundError",
    base: `${module}.CmdError`,
    text: (get) => `Execution of '${command(get)}' failed: command not found`,
  });
  defineClass(binding, {
    module,
    name: "ExecutionError",
    base: `${module}.CmdError`,
    signature: "(self, command, exitcode, stdout=None, stderr=None)",
    init: (set, cmd: PyObject, code: PyObject, stdout: PyObject, stderr: PyObject) => {
      set("command", cmd);
      set("msg", rt.none);
      set("exitcode", code);
      set("stdout", stdout);
      set("stderr", stderr);
      set("extra_message", rt.none);
    },
    text: (get) => {
      const output = ["stdout", "stderr"]
        .map(get)
        .filter((o) => rt.isTrue(o))
        .map((o) => rt.strOf(o))
        .join("");
      const extra = get("extra_message");
      return (
        `Execution of '${command(get)}' failed with exit code ${rt.strOf(get("exitcode"))}` +
        (output === "" ? "" : `:\n${output}`) +
        (rt.isTrue(extra) ? rt.strOf(extra) : "")
      );
    },
  });
}

/**
 * bb.data_smart.ExpansionError stands for the store's ExpansionError, one object for each: variables that an
 * error passes through afterwards are seen in `varlist` and in the text.
 */
function defineExpansionError(binding: Binding): void {
  const { rt } = binding;
  const own = (self: PyObject): ExpansionError => initialised(rt, self, "$expansion");
  const objects = new WeakMap<ExpansionError, PyObject>();
  const cause = (error: ExpansionError): PyObject => {
    const { cause: inner } = error;
    return rt.isException(inner) ? inner : makeCause(error);
  };
  const makeCause = (error: ExpansionError): PyObject => {
    try {
      return rt.error(error.reason.type, error.reason.message);
    } catch {
      return rt.error("Exception", `${error.reason.type}: ${error.reason.message}`);
    }
  };
  const type = defineClass(binding, {
    module: "bb.data_smart",
    name: "ExpansionError",
    base: "Exception",
    methods: {
      __init__: [
        "(self, varname, expression, exception)",
        (self: PyObject, varname: PyObject, expression: PyObject, exception: PyObject) => {
          const reason = { type: rt.typeName(exception), message: rt.strOf(exception) };
          self["$expansion"] = new ExpansionError(
            binding.textOrNone(varname),
            rt.strOf(expression),
            reason,
            exception,
          );
        },
      ],
      addVar: [
        "(self, varname)",
        (self: PyObject, name: PyObject) => void own(self).through(binding.text(name)),
      ],
    },
    getset: {
      variablename: { get: (self) => binding.toPy(own(self).variable) },
      expression: { get: (self) => rt.str(own(self).expression) },
      exception: { get: (self: PyObject) => (self["$exception"] ??= cause(own(self))) as PyObject },
      varlist: { get: (self) => binding.list(own(self).chain) },
      msg: { get: (self) => rt.str(own(self).message.split("\nThe variable dependency chain", 1)[0] ?? "") },
    },
    text: (_get, self) => own(self).message,
  });
  binding.wrapExpansionError = (error) => {
    let object = objects.get(error);
    if (object === undefined) {
      const inner = cause(error);
      object = rt.call(type, [binding.toPy(error.variable), rt.str(error.expression), inner]);
      object["$expansion"] = error;
      object["$exception"] = inner;
      setCause(binding, object, inner);
      objects.set(error, object);
    }
    return object;
  };
}

/** `raise error from cause` without the raise. */
function setCause(binding: Binding, error: PyObject, cause: PyObject): void {
  binding.rt.setattr(error, "__cause__", cause);
}
