# What bb.siggen's generators answer, in BitBake and here: prints JSON.
#   PYTHONPATH=BITBAKE/lib python3 conformance/tasks/siggen-probe.py > test/modules/bb/tables/siggen.json
# test/modules/bb/siggen.test.ts runs the same text in the VM.
import json
import os
import re

import bb
import bb.data
import bb.siggen

ROOT = "/tmp/siggen-probe"


class Caches:
    pass


def write(name, text):
    path = ROOT + "/" + name
    bb.utils.mkdirhier(os.path.dirname(path))
    with open(path, "w") as f:
        f.write(text)


def caches():
    c = Caches()
    c.pkg_fn = {"/a.bb": "a", "/b.bb": "b", "virtual:native:/b.bb": "b-native"}
    c.basetaskhash = {
        "/a.bb:do_x": "1" * 64,
        "/b.bb:do_y": "2" * 64,
        "virtual:native:/b.bb:do_y": "3" * 64,
        "/a.bb:do_n": "4" * 64,
    }
    c.file_checksums = {
        "/a.bb": {"do_x": "%s/q:True %s/d:True /nothing:False %s/q:True" % (ROOT, ROOT, ROOT)},
        "/b.bb": {"do_y": "%s/g/*:True %s/d/a:True" % (ROOT, ROOT)},
        "virtual:native:/b.bb": {},
    }
    c.task_deps = {
        "/a.bb": {"tasks": ["do_x", "do_n"], "nostamp": {"do_n": "1"}},
        "/b.bb": {"tasks": ["do_y"]},
        "virtual:native:/b.bb": {"tasks": ["do_y"]},
    }
    c.stamp = {"/a.bb": ROOT + "/st/a", "/b.bb": ROOT + "/st/b", "virtual:native:/b.bb": ROOT + "/st/bn"}
    c.stampclean = {"/a.bb": ROOT + "/st/a*", "/b.bb": ""}
    c.stamp_extrainfo = {"/a.bb": {"do_x": "XTRA", "do_n": None}, "/b.bb": {}, "virtual:native:/b.bb": {}}
    c.hashfn = {"/a.bb": "h"}
    c.siggen_taskdeps = {"/a.bb": {"do_x": {"V", "Z"}}}
    c.siggen_gendeps = {"/a.bb": {"V": {"Z"}, "do_x": set(), "Z": set()}}
    c.siggen_varvals = {"/a.bb": {"V": "v \u00e9", "do_x": "x", "Z": None}}
    return c


TIDS = ["/b.bb:do_y", "virtual:native:/b.bb:do_y", "/a.bb:do_x", "/a.bb:do_n"]
DEPS = {
    "/a.bb:do_x": {"virtual:native:/b.bb:do_y", "/b.bb:do_y"},
    "/a.bb:do_n": {"/a.bb:do_x"},
}


class Dropping(bb.siggen.SignatureGeneratorBasicHash):
    name = "dropping"

    def rundep_check(self, fn, recipename, task, dep, depname, dataCaches):
        log.append([fn, recipename, task, dep, depname, sorted(dataCaches)])
        return "native" not in dep


class Bare(bb.siggen.SignatureGeneratorBasicHash):
    name = "bare"

    def init_rundepcheck(self, data):
        pass

    def rundep_check(self, fn, recipename, task, dep, depname, dataCaches):
        return True


class Equivalent(bb.siggen.SignatureGeneratorUniHashMixIn, bb.siggen.SignatureGeneratorBasicHash):
    name = "equivalent"

    def init_rundepcheck(self, data):
        super().init_rundepcheck(data)
        self.server = ""
        self.method = "method"
        self.username = None
        self.password = None


log = []


def plain(o):
    if isinstance(o, dict):
        return {str(k): plain(v) for k, v in o.items()}
    if isinstance(o, (set, frozenset)):
        return ["set"] + sorted(plain(x) for x in o)
    if isinstance(o, list) and o and isinstance(o[0], tuple) and ":do_" in o[0][0]:
        o = sorted(o)  # BitBake leaves these in the order of a set
    if isinstance(o, (list, tuple)):
        return [type(o).__name__] + [plain(x) for x in o]
    if isinstance(o, str):
        return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "UUID", o)
    if o is None or isinstance(o, (bool, int)):
        return o
    return type(o).__name__


def state(s):
    hidden = ("datacaches", "unihash_cache", "checksum_cache")
    return {k: plain(v) for k, v in sorted(s.__dict__.items()) if k not in hidden}


def probe(cls, settings, first=None):
    del log[:]
    out = []
    d = bb.data.init()
    d.setVar("BB_HASHSERVE", "")
    d.setVar("PERSISTENT_DIR", ROOT + "/cache")
    d.setVar("CACHE", ROOT + "/cache")
    for k, v in settings.items():
        d.setVar(k, v)
    s = cls(d)
    out.append(["new", state(s)])
    c = {"": caches()}
    s.setup_datacache(c)

    def tell(label, f):
        try:
            out.append([label, plain(f())])
        except Exception as e:
            out.append([label, "raises " + type(e).__name__])

    tell("setscene", lambda: s.set_setscene_tasks({"/a.bb:do_x"}))
    for x in TIDS:
        if cls is Equivalent and x == "/a.bb:do_n":
            continue  # BitBake would ask a server
        tell("prep " + x, lambda: s.prep_taskhash(x, DEPS.get(x, set()), c))
        if x == "/a.bb:do_n" and s.taints:
            out.append(["taint", plain(s.taints)])
            s.taints[x] = "nostamp:fixed"
        tell("get " + x, lambda: s.get_taskhash(x, DEPS.get(x, set()), c))
        tell("cached " + x, lambda: s.get_cached_unihash(x))
        if cls is not Equivalent or x != "/a.bb:do_x":
            tell("unihash " + x, lambda: s.get_unihash(x))
    out.append(["after", state(s)])
    if hasattr(s, "get_stampfile_hash"):
        tell("stampfile_hash", lambda: s.get_stampfile_hash("/a.bb:do_x"))
    tell("stampfile_base", lambda: s.stampfile_base("/a.bb"))
    for task in ("do_x", "do_x_setscene") + (() if cls is Equivalent else ("do_n",)):
        tell("stampfile " + task, lambda: s.stampfile_mcfn(task, "/a.bb"))
        tell("stampfile, no extra, " + task, lambda: s.stampfile_mcfn(task, "/a.bb", extrainfo=False))
        tell("stampcleanmask " + task, lambda: s.stampcleanmask_mcfn(task, "/a.bb"))
    tell("stampcleanmask empty", lambda: s.stampcleanmask_mcfn("do_y", "/b.bb"))
    tell("stampfile", lambda: s.stampfile("/st", "/a.bb", "do_x", "EX"))
    tell("stampcleanmask", lambda: s.stampcleanmask("/st", "/a.bb", "do_x_setscene", ""))
    tell("taskdata", lambda: s.get_taskdata())
    tell("set_taskdata", lambda: s.set_taskdata(s.get_taskdata()))
    tell("taskhashes", lambda: s.get_taskhashes())
    tell("set_taskhashes", lambda: s.set_taskhashes(s.get_taskhashes()))
    tell("dump_sigs", lambda: s.dump_sigs(c, ["none"]))
    if cls is Equivalent:
        tell("set_unihash", lambda: s.set_unihash("/b.bb:do_y", "9" * 64))
        tell("get_unihash", lambda: s.get_unihash("/b.bb:do_y"))
        tell("set_unihash", lambda: s.set_unihash("/a.bb:do_x", "8" * 64))
        tell("get_unihash", lambda: s.get_unihash("/a.bb:do_x"))
        tell("stampfile_hash", lambda: s.get_stampfile_hash("/a.bb:do_x"))
        tell("get_unihashes", lambda: s.get_unihashes(TIDS[:3]))
    else:
        for x in ("/a.bb:do_x", "/a.bb:do_n"):
            tell("reference " + x, lambda: s.read_taint("/a.bb", x.split(":")[1], c[""].stamp["/a.bb"]))
        write("st/a.do_x.taint", "taint of a file")
        write("st/a.do_n.taint", "of a file too")
        for x in ("/a.bb:do_x", "/a.bb:do_n"):
            tell("tainted prep " + x, lambda: s.prep_taskhash(x, DEPS.get(x, set()), c))
            tell("tainted get " + x, lambda: s.taints.get(x) and s.get_taskhash(x, DEPS.get(x, set()), c))
        os.unlink(ROOT + "/st/a.do_x.taint")
        os.unlink(ROOT + "/st/a.do_n.taint")
    out.append(["end", state(s)])
    tell("reset", lambda: s.reset(d))
    out.append(["reset", state(s)])
    out.append(["log", plain(sorted(log))])
    return out


def run():
    write("q", "q")
    write("d/z", "z")
    write("d/sub/y", "y")
    write("d/.git/x", "x")
    write("d/a", "a")
    write("g/sub/k", "k")
    write("g/l", "l")
    found = {}
    for cls in (
        bb.siggen.SignatureGenerator,
        bb.siggen.SignatureGeneratorBasic,
        bb.siggen.SignatureGeneratorBasicHash,
        Dropping,
        Bare,
        Equivalent,
    ):
        found[cls.__name__] = probe(cls, {})
    found["settings"] = probe(
        bb.siggen.SignatureGeneratorBasicHash,
        {
            "BB_TASKHASH_IGNORE_TASKS": "-native$",
            "BB_BASEHASH_IGNORE_VARS": "B A B",
            "BB_SIGNATURE_LOCAL_DIRS_EXCLUDE": "sub",
        },
    )
    return json.dumps(found, indent=1, sort_keys=True)


if __name__ == "__main__":
    print(run())
