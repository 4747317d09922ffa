/**
 * The same tables through Python: every row calls bb in the VM with Python arguments, so that bindings, conversions
 * and exceptions are checked too.
 */
import type { PyObject } from "../../../src/vm/runtime/objects.js";
import { compare, table, type Json } from "./tables.js";
import { makeWorld, type World } from "./vm.js";

/** Python's helpers: arguments from JSON, answers and exceptions to the tables' form. */
const helpers = `
import json
def arg(v):
    if isinstance(v, dict): return {arg(k): arg(x) for k, x in v["dict"]}
    return [arg(x) for x in v] if isinstance(v, list) else v
def plain(v):
    if isinstance(v, dict): return {"dict": [[plain(k), plain(x)] for k, x in v.items()]}
    if isinstance(v, tuple): return {"tuple": [plain(x) for x in v]}
    if isinstance(v, (set, frozenset)): return {"set": sorted(v)}
    if isinstance(v, list): return [plain(x) for x in v]
    return v
def ask(f, text):
    try:
        return json.dumps(plain(f(*[arg(a) for a in json.loads(text)])))
    except Exception as e:
        t = type(e)
        name = t.__name__ if t.__module__ == "builtins" else "%s.%s" % (t.__module__, t.__name__)
        return json.dumps({"error": [name, str(e)]})
`;

/** Asks Python for every row: `expression` is the function, with `d` the store. */
function through(world: World, expression: string): (...args: Json[]) => Json {
  world.run(`${helpers}\nf = ${expression}`, store(world));
  const { vm } = world;
  const ask = vm.globals.getStr("ask") as PyObject;
  const f = vm.globals.getStr("f") as PyObject;
  return (...args) => JSON.parse(vm.runtime.strOf(vm.call(ask, f, JSON.stringify(args)))) as Json;
}

function store(world: World): ReturnType<World["newStore"]> {
  const made = world.newStore();
  for (const [name, value] of [
    ["A", "x y z"],
    ["E", ""],
    ["W", " "],
    ["D", "z  y\ty x"],
    ["N", "ä b\u00a0c \x1cd"],
  ] as const) {
    made.setVar(name, value);
  }
  return made;
}

describe("bb through Python", () => {
  const world = makeWorld();
  const cases: Record<string, Record<string, string>> = {
    versions: {
      vercmp_part: "bb.utils.vercmp_part",
      vercmp_string: "bb.utils.vercmp_string",
      vercmp_string_op: "bb.utils.vercmp_string_op",
      split_version: "bb.utils.split_version",
      explode_version: "bb.utils.explode_version",
      is_semver: "bb.utils.is_semver",
    },
    dependencies: {
      explode_deps: "bb.utils.explode_deps",
      explode_dep_versions2: "bb.utils.explode_dep_versions2",
      "explode_dep_versions2 unsorted": "lambda s: bb.utils.explode_dep_versions2(s, sort=False)",
      explode_dep_versions: "bb.utils.explode_dep_versions",
      join_deps: "bb.utils.join_deps",
    },
    words: {
      contains: "lambda v, c: bb.utils.contains(v, c, True, False, d)",
      contains_any: "lambda v, c: bb.utils.contains_any(v, c, True, False, d)",
      filter: "lambda v, c: bb.utils.filter(v, c, d)",
      filter_string: "bb.utils.filter_string",
      to_boolean: "bb.utils.to_boolean",
      to_filemode: "bb.utils.to_filemode",
      prune_suffix: "lambda v, s: bb.utils.prune_suffix(v, s, d)",
    },
    names: {
      vars_from_file: "lambda f: bb.parse.vars_from_file(f, d)",
      split_tid: "bb.runqueue.split_tid",
      split_tid_mcfn: "bb.runqueue.split_tid_mcfn",
      fn_from_tid: "bb.runqueue.fn_from_tid",
      split_mc: "bb.runqueue.split_mc",
    },
    urls: {
      decodeurl: "bb.fetch2.decodeurl",
      URI: "lambda t: (lambda u: [str(u), u.scheme, u.userinfo, u.username, u.password, u.hostname, u.port, u.hostport, u.path, u.path_quoted, u.params, u.query, u.relative])(bb.fetch2.URI(t))",
      encodeurl: "lambda *parts: bb.fetch2.encodeurl(parts)",
      "decode+encode": "lambda u: bb.fetch2.encodeurl(bb.fetch2.decodeurl(u))",
    },
  };
  for (const [file, functions] of Object.entries(cases)) {
    describe(file, () => {
      const rows = table(file);
      for (const [name, expression] of Object.entries(functions)) {
        it(name, () => compare(rows[name], through(world, expression)));
      }
    });
  }
});

describe("bb.fetch2 through Python", () => {
  const world = makeWorld();
  const rows = table("fetch");
  const variables = `
def fill(variables, common):
    d = bb.data.init()
    for k, v in {**common, **variables}.items(): d.setVar(k, v)
    return d
def revision(f, variables):
    d = fill(variables, {"DL_DIR": "/dl", "PV": "1.0", "PN": "pn"})
    r = f(d)
    return [r, sorted(k for k in d.keys() if k.startswith("__BB"))]
fields = """type host path user pswd name localfile localpath basename basepath donestamp lockfile mirrortarballs fullmirror proto module path_spec pkgdir moddir branch nobranch usehead
    bareclone nocheckout rebaseable unresolvedrev clonedir revision manifest versionsurl md5_name md5_expected sha256_name sha256_expected needdonestamp""".split()
def fetchdata(url, variables):
    d = fill(variables, dict(DL_DIR="/dl", PV="1.0", FILESPATH="", PN="pn", SRCREV="1" * 40))
    d.setVarFlag("SRC_URI", "sha256sum", "S0")
    d.setVarFlag("SRC_URI", "n.sha256sum", "S1")
    ud = bb.fetch2.FetchData(url, d)
    return {**{f: getattr(ud, f) for f in fields if getattr(ud, f, None) not in (None, False, "", [])}, "parm": ud.parm}
`;
  before(() => void world.run(variables));
  it("FetchData", () => compare(rows["FetchData"], through(world, "fetchdata")));
  for (const name of ["get_srcrev", "get_hashvalue", "get_pkgv_string"]) {
    it(name, () => compare(rows[name], through(world, `lambda v: revision(bb.fetch2.${name}, v)`)));
  }
});
