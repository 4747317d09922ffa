#!/usr/bin/env python3
"""Makes the tables of expected values in test/modules/bb/tables by asking a real BitBake.

    python3 conformance/bb-tables.py BITBAKE_CHECKOUT [OUT_DIR]

Inputs stand here (fixed lists and seeded random ones); every expected value is BitBake's answer. Rows are
[arguments, answer]; an answer that is an exception is {"error": [class, text]}. Nothing is fetched, and no file outside
a temporary folder is touched.
"""
import collections
import json
import logging
import os
import random
import shutil
import sys
import tempfile

checkout = sys.argv[1]
out = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(__file__), "..", "test", "modules", "bb", "tables")
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(checkout, "lib"))
import bb, bb.utils, bb.data, bb.parse, bb.build, bb.event, bb.fetch2, bb.process, bb.runqueue, bb.filter  # noqa: E402

logging.disable(logging.CRITICAL)
rng = random.Random(20261123)
U = bb.utils


def plain(v):
    """JSON for a Python value; dicts keep their order as lists of pairs."""
    if isinstance(v, dict):
        return {"dict": [[plain(k), plain(x)] for k, x in v.items()]}
    if isinstance(v, tuple):
        return {"tuple": [plain(x) for x in v]}
    if isinstance(v, (set, frozenset)):
        return {"set": sorted(v)}
    if isinstance(v, list):
        return [plain(x) for x in v]
    if v is None or isinstance(v, (str, int, float, bool)):
        return v
    return {"type": type(v).__name__}


def answer(f, *args, **kw):
    try:
        return plain(f(*args, **kw))
    except Exception as e:
        name = type(e).__name__ if type(e).__module__ == "builtins" else "%s.%s" % (type(e).__module__, type(e).__name__)
        return {"error": [name, str(e)]}


def rows(f, inputs, **kw):
    return [[list(map(plain, args)), answer(f, *args, **kw)] for args in inputs]


def save(name, tables):
    path = os.path.join(out, name + ".json")
    with open(path, "w") as o:
        o.write("{\n")
        for n, (key, table) in enumerate(tables.items()):
            o.write("  %s: [\n" % json.dumps(key))
            o.write(",\n".join("    " + json.dumps(row) for row in table))
            o.write("\n  ]%s\n" % ("," if n < len(tables) - 1 else ""))
        o.write("}\n")


def words(alphabet, low, high):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(low, high)))


# ---- versions
parts = ["", "1", "1.0", "1.", "1.1", "1_p2", "1.0+1.1-beta1", "1a", "1a1", "1~rc1", "~", "~~", "a", "A", "aa", "a1", "010", "10", "9", "1.é",
         "1.z", "1+git0+abc", "2.0-beta", "1..2", " ", "1 2", "0", ".", "z", "Z", "1.10", "1.9", "20240101", "123456789012345678901"]
pairs = [(a, b) for a in parts for b in parts]
pairs += [(words("019.~+-aZ_", 0, 7), words("019.~+-aZ_", 0, 7)) for _ in range(600)]
full = ["1.0-r0", "1.0-r1", "1:1.0-r0", "0:1", "1", "2-r0", "1~rc1-r0", "1-r0", "-r", "1-2-3", "1:2:3", "", "1:", " 1.0-r0 ", "-1:2", "a:1", "1_0:2", "1.0-"]
ops = ["=", "==", "!=", ">", "<", ">=", "<=", ">>", "<<", "$", "<>", "=>", "", " ="]
semver = ["1.2.3", "1.2", "1.2.3-rc1", "1.2.3+meta", "01.2.3", "1.2.3-0a", "v1.2.3", "1.2.3-01", "1.2.3-a.b+c.d", "", "1.2.3-", "1.2.3-a..b", "0.0.0", "1.2.3+", "1.2.3-é", "1.2.3\n"]
save("versions", {
    "vercmp_part": rows(U.vercmp_part, pairs),
    "vercmp_string": rows(U.vercmp_string, [(a, b) for a in full for b in full]),
    "vercmp_string_op": rows(U.vercmp_string_op, [(a, b, o) for a, b in (("1", "2"), ("2", "1"), ("1", "1"), ("1.0-r0", "1.0")) for o in ops]),
    "split_version": rows(U.split_version, [(s,) for s in full]),
    "explode_version": rows(U.explode_version, [(s,) for s in parts]),
    "many digits": rows(lambda n: len(str(U.explode_version("1" * n))), [(n,) for n in (1, 4300, 4301)]),
    "is_semver": rows(U.is_semver, [(s,) for s in semver]),
})

# ---- dependencies
deps = ["foo bar", "foo (>= 1.2) bar", "a, b, c", "a (>= 1), b (<2)", "foo (>=1) bar(=2)", " ", "", "foo (>= 1", "a,b", "a (b (c) d) e", "foo |bar", "a:native b",
        "a\tb\nc", "a(", "a (", "() b", "(a)", "a (>= 1.0)b", "a , b", "x (=1 )y", "( >= 1 )", "a [x] b", "b a (>= 2) a (<3)", "foo (>= 1.2) (< 3)",
        "a (>>1) a (<<2) b (== 2)", "foo (> 1,<2)", "a (1.0)", "a (! 1)", "a (^1)", "a (=1) a (=1)", "a (>=\n1)", "foo ( = 1.10 )", "foo ( =1.10 )", "a (  = 1)",
        "a (\t=1)", "a (=\u00a01)", "a (>= 2 3 4) b", "(>= 1) a", "a (>=1) 2)", "a ((>= 1)", "a (><1)", "a (=< 1)", "a (!=1)", "a (>= )", "a ( 1 )"]
deps += [" ".join(rng.choice(["a", "b", "c-d", "(", ")", "(>=", "1.0)", "(= 1)", ",", "2", "(<3)", "x,", "(>>", "=", "1"]) for _ in range(rng.randint(0, 8))) for _ in range(700)]
maps = [{}, {"a": []}, {"a": [">= 1", "< 2"], "b": None}, {"a": ">= 1"}, {"a": [], "b": ["= 1"]}, {"a": ""}, {"a": ["x"], "c": []}]
save("dependencies", {
    "explode_deps": rows(U.explode_deps, [(s,) for s in deps]),
    "explode_dep_versions2": rows(U.explode_dep_versions2, [(s,) for s in deps]),
    "explode_dep_versions2 unsorted": rows(U.explode_dep_versions2, [(s,) for s in deps], sort=False),
    "explode_dep_versions": rows(U.explode_dep_versions, [(s,) for s in deps[:60]]),
    "join_deps": rows(U.join_deps, [(m,) for m in maps] + [(m, False) for m in maps]),
})

# ---- words
store = bb.data.init()
for name, value in {"A": "x y z", "E": "", "W": " ", "D": "z  y\ty x", "N": "ä b\u00a0c \x1cd"}.items():
    store.setVar(name, value)


def on(f, order):
    """f with the store put where BitBake has it."""
    return lambda *args: f(*args, store) if order == "last" else f(*args)


checks = ["x", "x y", "w", "x w", "", " ", ["x"], ["x", "y"], ["x y"], "z x y", "b c", "d", "ä"]
names = ["A", "E", "W", "D", "N", "UNSET"]
booleans = ["y", "Y", "yes", "YES", "1", "true", "True", "n", "no", "NO", "0", "false", "", "t", "on", " y", "2", None, 0, 1, 2, -1, True, False, "None", "yes "]
modes = ["0o775", 0o775, "775", "xyz", "999", "0775", "0x10", "", "0b11", "7 5", " 775 ", -1, "0o", "7_5", "_75", "-7", "+7"]
save("words", {
    "contains": rows(on(lambda v, c, d: U.contains(v, c, True, False, d), "last"), [(v, c) for v in names for c in checks]),
    "contains_any": rows(on(lambda v, c, d: U.contains_any(v, c, True, False, d), "last"), [(v, c) for v in names for c in checks]),
    "filter": rows(on(U.filter, "last"), [(v, c) for v in names for c in checks]),
    "filter_string": rows(U.filter_string, [(v, c) for v in ["z  y y x", "", "b a"] for c in checks]),
    "to_boolean": rows(U.to_boolean, [(b,) for b in booleans] + [(b, "d") for b in booleans]),
    "to_filemode": rows(U.to_filemode, [(m,) for m in modes]),
    "prune_suffix": rows(on(U.prune_suffix, "last"), [(v, s) for v in ["foo-native", "lib32-foo-native", "foo", "foo-native-native", ""]
                                                      for s in [["-native", "-cross"], [], ["", "foo"], ["native"]]]),
})

# ---- names
files = ["foo_1.0.bb", "foo_1.0_r1.bb", "foo.bb", "foo_1_2_3.bb", "/a/b/foo_1.0.bbappend", "foo.inc", "", "foo_%.bbappend", "x/.bb", "foo_.bb", "_1.bb", "/x/foo_git.bb",
         "foo_1.0.bb.orig", "foo.conf", "foo_1.0_r1_x.bbappend", "a.b_c.d.bb", ".bbappend", "a/..bb", "foo bar_1.bb", "foo_1.0.BB", None]
tids = ["/a/b.bb:do_x", "mc:x:/a/b.bb:do_x", "virtual:native:/a/b.bb:do_x", "mc:x:virtual:native:/a/b.bb:do_x"]
mcs = ["mc:x:pn", "pn", "mc:x:virtual:native:/a", "virtual:native:/a", "mc:", "mc::a"]
save("names", {
    "vars_from_file": rows(on(bb.parse.vars_from_file, "last"), [(f,) for f in files]),
    "split_tid": rows(bb.runqueue.split_tid, [(t,) for t in tids]),
    "split_tid_mcfn": rows(bb.runqueue.split_tid_mcfn, [(t,) for t in tids]),
    "fn_from_tid": rows(bb.runqueue.fn_from_tid, [(t,) for t in tids]),
    "split_mc": rows(bb.runqueue.split_mc, [(t,) for t in mcs]),
})

# ---- urls
urls = ["http://www.google.com/index.html", "git://user:pw@host.com:22/a/b.git;branch=x;rev=1", "file://a.patch", "file:///abs/a.patch;x=1", "http://host", "http://host/",
        "http://host;a=b", "http://host/x?y=z;a=b", "git://host", "svn://user@host/x;module=foo", "noscheme", "://x", "http:/x", "file:a", "ssh://git@h/p", "http://u:p:q@h/x",
        "http://h/a%20b;c=%41", "file://a%20b", "file://a@b", "npm://registry;package=x;version=1", "http://h/x;a", "http://h/x;a=", "http://h/x;a=b=c", "http://h/x;;a=b",
        "http://h/x;=b", "", "git://h/x;branch=a,b;name=c,d", "http://[::1]:80/x", "file://dir/", "file://;x=1", "http://h//a//b", "HTTP://H/x", "git+ssh://h/x", "http://h/x#frag",
        "http://a@b@c/x", "file:///;a=1", "gitsm://h/p;p=a;p=b", "http://@h/x", "http://:pw@h/x", "http://h:/x", "file://a\nb", "http://h/é", " file://x", "s3://bucket/k",
        "npmsw://${THISDIR}/x.json", "http:///x", "git:///p/q", "file:", "file://~/x", "git://a b/c", "x://y/z;a=b c", "http:a", "x:foo", "git:foo/bar", "http://h:p/x",
        "http://h:99999/x", "http://u:@h/x", "http://[::1/x", "file://h?x=1", "file://a#b", "http://h/x?a&b=&=c&&d", "http://h?x", "FILE://A/b", "1x://h/p", "http://h:0/x",
        "http://h/%zz%C3%A9%ff", "file://a%2Fb", "http://h/a+b", "http://h/~x", "http://h/a;b=c#d?e", "git://h/p.git;protocol=https;branch=main"]


def uri(text):
    u = bb.fetch2.URI(text)
    return [str(u), u.scheme, u.userinfo, u.username, u.password, u.hostname, u.port, u.hostport, u.path, u.path_quoted, u.params, u.query, u.relative]


encode = [("http", "h", "/p", "u", "p", {}), ("http", "", "", "", "", None), ("file", "h", "p", "", "", {}), ("git", "h", "p", "u", "", {"a": ""}), ("", "", "", "", "", {}),
          ("x", "h", "", "", "", {"b": "1", "a": "2"}), ("file", "", "/a%20", "", "", {}), ("http", "h", "/a b@c", "u@x", "p:w", {}), ("svn", "h", "p", "", "", {}),
          ("http", "h", "//x///y", "", "", {}), ("git", "", "p", "", "", {}), ("http", "h", "/p", "", "p", {})]
roundtrip = [(u,) for u in urls]
save("urls", {
    "decodeurl": rows(bb.fetch2.decodeurl, roundtrip),
    "URI": rows(uri, roundtrip),
    "encodeurl": [[list(map(plain, e)), answer(bb.fetch2.encodeurl, e)] for e in encode],
    "decode+encode": rows(lambda u: bb.fetch2.encodeurl(bb.fetch2.decodeurl(u)), roundtrip),
})

# ---- fetch data and revisions
H1, H2 = "1" * 40, "2" * 40
fields = "type host path user pswd name localfile localpath basename basepath donestamp lockfile mirrortarballs fullmirror proto module path_spec pkgdir moddir branch nobranch usehead " \
         "bareclone nocheckout rebaseable unresolvedrev clonedir revision manifest versionsurl md5_name md5_expected sha256_name sha256_expected needdonestamp".split()
common = dict(DL_DIR="/dl", PV="1.0", FILESPATH="", PN="pn", SRCREV=H1)


def fetchdata(url, variables):
    d = bb.data.init()
    for k, v in {**common, **variables}.items():
        d.setVar(k, v)
    d.setVarFlag("SRC_URI", "sha256sum", "S0")
    d.setVarFlag("SRC_URI", "n.sha256sum", "S1")
    ud = bb.fetch2.FetchData(url, d)
    answer = {f: getattr(ud, f) for f in fields if getattr(ud, f, None) not in (None, False, "", [])}
    return {**answer, "parm": ud.parm}


data_urls = [(u, {}) for u in [
    "file://a", "file:///etc/x", "file://dir/b.patch;name=n;md5sum=zz", "file://*.cfg", "http://h/x/foo-1.0.tar.gz", "https://h/x?dl=1",
    "https://h/x/foo;downloadfilename=bar.tgz;name=n", "https://h", "https://h/a%20b.zip", "ftp://h/x.tgz;downloadfilename=a/b", "http://h/x/;name=z", "http://u:p@h/f",
    "http://h/x;name=a,b", "http://h/x;sha256sum=P;md5sum=M", "git://h/p.git;branch=main", "git://h/p.git", "git://h/p.git;nobranch=1", "git://h/p;protocol=https;branch=b;name=x",
    "gitsm://h/p;branch=b", "git:///local/p;protocol=file;branch=main", "git://u@h:22/p.git;branch=main;protocol=ssh", "git://h/~u/p+x.git;branch=main",
    "git://h/p (x)*;branch=m", "git://h//p//q;branch=m", "git://h/p;branch=m;protocol=foo", "git://h/p;branch=m;usehead=1", "git://h/p;branch=m;rebaseable=1;bareclone=1",
    "git://h/p;branch=m;rev=" + H2, "git://h/p;branch=m;rev=" + H1, "git://tfs.org:22/tfs/a%20b/c.git;branch=master", "git://github.com/a/b;branch=m", "svn://h/p;module=m;rev=1",
    "svn://h/p;module=m", "svn://h/p", "svn://h/a/b;module=m/n;protocol=https", "svn:///a;module=m", "svn://h:80/a;module=m;path_spec=ps", "hg://h/p;module=m", "hg://h/p",
    "hg://h:80/a/b;module=m/n;protocol=https", "repo://h/p", "repo://h/p;branch=b;manifest=m.xml", "repo://h:1/a/b;branch=x/y;manifest=a/b", "crate://crates.io/foo/1.0",
    "crate://crates.io/ab/1.0", "crate://crates.io/a/1.0", "crate://crates.io/abcd-E/1.0;sha256sum=5", "crate://my.host/api/abcd/1.0", "crate://index/foo",
    "crate://crates.io/foo/1.0;name=n", "gomod://github.com/a/b;version=v1;sha256sum=x", "gomod://h/p", "gomod://h/p;version=v1;mod=1", "gomod://h/UpPer;version=v1.0.0+incompatible",
    "s3://b/a/k.tgz;downloadfilename=z", "s3://b/k", "gs://b/k;downloadfilename=zz", "az://h/c/k", "sftp://u@h/p/f.tgz", "sftp://h/;downloadfilename=zz", "ssh://u:p@h:33/x/y.tgz",
    "ssh://h", "npm://registry;package=x;version=1", "npmsw://x.json", "xyz://h/p", "cvs://h/p", "bzr://h/p"]]
data_urls += [("git://h/p;branch=m", dict(GITDIR="/gd")), ("svn://h/a;module=m", dict(SVNDIR="/sv")), ("hg://h/a;module=m", dict(HGDIR="/hh")), ("http://h/x", dict(DL_DIR="/dl/")),
              ("git://h/p;branch=m", dict(SRCREV="INVALID")), ("git://h/p;branch=m", dict(SRCREV="")), ("git://h/p;branch=m;name=x", {"SRCREV_x": H2}),
              ("git://h/p;branch=m;name=x", {"SRCREV_x:pn-pn": H2}), ("git://h/p;branch=m", {"SRCREV:pn-pn": H2}), ("git://h/p;branch=m", {"SRCREV_default": H2}),
              ("git://h/p;branch=m;tag=v1", {}), ("git://h/p;branch=m;tag=v1", dict(SRCREV=""))]


def revision(f, variables):
    d = bb.data.init()
    for k, v in {"DL_DIR": "/dl", "PV": "1.0", "PN": "pn", **variables}.items():
        d.setVar(k, v)
    result = f(d)
    return [result, sorted(k for k in d.keys() if k.startswith("__BB"))]


sources = [dict(SRC_URI="file://a"), dict(SRC_URI="http://h/x.tgz"), dict(SRC_URI="git://h/p;branch=m", SRCREV=H1), dict(SRC_URI="git://h/p;branch=m file://a", SRCREV=H1),
           dict(SRC_URI="git://h/p;branch=m;name=x", SRCREV_x=H1), dict(SRC_URI="git://h/p;branch=m;name=x", SRCREV=H1), {"SRC_URI": "git://h/p;branch=m;name=x", "SRCREV_x:pn-pn": H2, "SRCREV": H1},
           dict(SRC_URI="git://h/p;branch=m;name=x git://h/q;branch=m;name=y", SRCREV_x=H1, SRCREV_y=H2),
           dict(SRC_URI="git://h/p;branch=m;name=x git://h/q;branch=m;name=y", SRCREV_x=H1, SRCREV_y=H2, SRCREV_FORMAT="x_y"),
           dict(SRC_URI="git://h/p;branch=m;name=x git://h/q;branch=m;name=y", SRCREV_x=H1, SRCREV_y=H2, SRCREV_FORMAT="y"),
           dict(SRC_URI="git://h/p;branch=m;name=x git://h/q;branch=m;name=xy", SRCREV_x=H1, SRCREV_xy=H2, SRCREV_FORMAT="x_xy"),
           dict(SRC_URI="git://h/p;branch=m git://h/q;branch=m;name=xy", SRCREV=H1, SRCREV_xy=H2, SRCREV_FORMAT="default_xy"),
           dict(SRC_URI="git://h/p;branch=m;rev=" + H1, SRCREV=H2), dict(SRC_URI="git://h/p;branch=m;rev=" + H1, SRCREV=H1), dict(SRC_URI="git://h/p;branch=m;tag=v1", SRCREV=H1),
           dict(SRC_URI="git://h/p;branch=m", SRCREV="INVALID"), dict(SRC_URI="git://h/p;branch=m", SRCREV=""), dict(SRC_URI="svn://h/p;module=m", SRCREV="12"),
           dict(SRC_URI="hg://h/p;module=m", SRCREV="12"), dict(SRC_URI="git://h/p;branch=m git://h/q;branch=m", SRCREV=H1, SRCREV_FORMAT="default"),
           dict(SRC_URI="gitsm://h/p;branch=m", SRCREV=H1), dict(), dict(SRC_URI=""), dict(SRC_URI="git://h/p;branch=m", SRCREV="a" * 64),
           dict(SRC_URI="crate://crates.io/foo/1.0 git://h/p;branch=m", SRCREV=H1), dict(SRC_URI="repo://h/p"),
           dict(SRC_URI="git://h/p;branch=m;name=a.b svn://h/q;module=m;name=a", **{"SRCREV_a.b": H1, "SRCREV_a": "7", "SRCREV_FORMAT": "a.b_a"})]
save("fetch", {
    "FetchData": rows(fetchdata, data_urls),
    "get_srcrev": rows(lambda v: revision(bb.fetch2.get_srcrev, v), [(s,) for s in sources]),
    "get_hashvalue": rows(lambda v: revision(bb.fetch2.get_hashvalue, v), [(s,) for s in sources]),
    "get_pkgv_string": rows(lambda v: revision(bb.fetch2.get_pkgv_string, v), [(s,) for s in sources]),
})

# ---- shell patterns
names = ["a", "b", "ab", "abc", "a.log", ".hidden", "[x]", "a-b", "-", "]", "aab", "aXb", "", "\u00e9", "a*b", "!"]
patterns = ["*", "?", "a*", "*b", "a?b", "[ab]", "[!ab]", "[a-c]", "[]x]", "[", "[!]]", "*.log", "a*b*c", "**", "[a-]", "[!a-c]*", "a[*]b", "?*?", "[[]x]", "", "[z-a]", "\u00e9"]
import fnmatch  # noqa: E402
save("patterns", {"fnmatchcase": rows(fnmatch.fnmatchcase, [(n, p) for n in names for p in patterns])})

# ---- files: a small tree; paths are written with its root as $ROOT
root = tempfile.mkdtemp(prefix="bb-tables-")
tree = ["one/a", "one/sub/y", "two/a", "two/b", "two/dir/x", "bin/tool*", "bin/plain", "one/c@d"]
for name in tree:
    path = os.path.join(root, name.rstrip("*"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w").close()
    if name.endswith("*"):
        os.chmod(path, 0o755)


def unrooted(v):
    return json.loads(json.dumps(v).replace(root, "$ROOT"))


def rooted(v):
    return v.replace("$ROOT", root) if isinstance(v, str) else v


def checksums(uri, filespath):
    d = bb.data.init()
    for k, v in dict(DL_DIR="/dl", PV="1.0", PN="pn", SRCREV=H1, SRC_URI=uri, FILESPATH=filespath).items():
        d.setVar(k, v)
    return bb.fetch2.get_checksum_file_list(d)


def localpath(url, filespath):
    d = bb.data.init()
    for k, v in dict(DL_DIR="/dl", PV="1.0", PN="pn", SRCREV=H1, FILESPATH=filespath).items():
        d.setVar(k, v)
    return bb.fetch2.localpath(url, d)


def in_root(f, inputs):
    return [[list(args), unrooted(answer(f, *map(rooted, args)))] for args in inputs]


paths = "$ROOT/one:$ROOT/two"
save("files", {
    "tree": [[name] for name in tree],
    "which": in_root(lambda p, i, d, x: U.which(p, i, d, True, x), [(p, i, d, x) for p in (paths, "$ROOT/bin:$ROOT/one", "$ROOT/none::$ROOT/two/", "") for i in ("a", "b", "tool", "plain", "sub", "$ROOT/one/a")
                                                                    for d in (0, 1) for x in (False, True)]),
    "get_checksum_file_list": in_root(checksums, [(u, paths) for u in ["", "file://a", "file://b", "file://dir", "file://dir/", "file://dir/x", "file://sub file://a", "file://$ROOT/one/a", "file:///nope/x", "file://nope",
                                                                       "file://a http://h/x git://h/p;branch=m file://b", "http://h/x", "file://a;name=z;subdir=q", "file://c%40d", "file://c@d", "file://./a",
                                                                       "file://a file://a", "npm://x", "xyz://h"]] + [("file://a", ""), ("file://b", "$ROOT/one:$ROOT/one:$ROOT/two"), ("file://b", "$ROOT/one/:$ROOT/two/")]),
    "localpath": in_root(localpath, [(u, paths) for u in ["file://a", "file://b", "file://nope", "http://h/x", "git://h/p;branch=m", "file:///x/y", "file://dir/", "file://sub"]]),
    "unsafe": rows(U._check_unsafe_delete_path, [(p,) for p in ["/", "//", "///", "/home/someone", "/home/other/", "/home/other/subdir", "", "/tmp/x", "/home", "/home/a/.."]]),
})
shutil.rmtree(root)

# ---- tasks: programs of calls, then what the store holds


def program(calls):
    d = bb.data.init()
    answers = []
    for name, *args in calls:
        if name == "flag":
            d.setVarFlag(*args)
            continue
        if name == "add_tasks":
            bb.build.add_tasks(d.getVar("__BBTASKS", False) or [], d)
            continue
        result = answer(getattr(bb.build, name), *args, d)
        if isinstance(result, list):
            result = {"set": sorted(result)}  # tasksbetween's order is that of a set
        answers.append(result)
    tasks = d.getVar("__BBTASKS", False)
    flags = {k: d.getVarFlag(k, "deps", False) for k in sorted(d.keys()) if d.getVarFlag(k, "deps", False) is not None}
    deps = d.getVar("_task_deps", False)
    return {"dict": [["answers", answers], ["tasks", plain(tasks)], ["deps", plain(flags)], ["_task_deps", plain(deps)]]}


A, D = "addtask", "deltask"
programs = [
    [[A, "a", None, None]], [[A, "do_a", "", ""]], [[A, "a", "b", "c"]], [[A, "a", "b c", "d e"], [A, "b", "", "c"]], [[A, "a", None, "b"], [A, "b", None, None], [D, "b"]],
    [[A, "a", None, "b"], [A, "a", None, "c b"]], [[D, "zz"]], [[A, "a", "b", None], [D, "a"]], [[A, "a", "b", None], [D, "b"]],
    [[A, "a", None, None], [A, "b", None, "a"], [A, "c", None, "b"], [A, "d", "c", "a"], ["tasksbetween", "a", "c"], ["tasksbetween", "do_a", "do_c"], ["preceedtask", "do_c", False], ["preceedtask", "c", False], ["listtasks"]],
    [[A, "a", None, None], [A, "b", None, "a"], [A, "c", None, "b"], ["tasksbetween", "do_c", "do_a"], ["tasksbetween", "do_a", "do_a"], ["tasksbetween", "do_a", "do_x"]],
    [[A, "a", None, None], [A, "c", None, "a"], ["flag", "do_c", "recrdeptask", "do_a do_z"], ["preceedtask", "do_c", True], ["preceedtask", "do_c", False]],
    [[A, "a", "q", None], [A, "c", None, "a"], ["flag", "do_c", "recrdeptask", "do_a"], ["deltask", "c"], ["preceedtask", "do_c", True], ["preceedtask", "do_q", True], ["preceedtask", "do_q", False]],
    [[A, "a", None, None], [A, "b", None, "a"], [A, "c", "a", "b"], ["add_tasks"]],
    [[A, "a", None, None], [A, "b", "", "a x"], ["flag", "do_b", "depends", "p:do_q"], ["flag", "do_b", "nostamp", "1"], ["flag", "do_b", "umask", "022"], ["flag", "do_b", "mcdepends", "mc:a:b:c:d"], ["add_tasks"]],
    [[A, "e", "c", "x y z w"], [A, "e", "c", "p q x"], [A, "f", "c d", ""], [A, "c", "", ""]],
]
save("tasks", {"programs": [[p, program(p)] for p in programs]})
