#!/usr/bin/env python3
"""Dump what BitBake makes of a build directory: the base configuration datastore and every recipe variant.

    dump.py --bitbake DIR --build DIR --layers DIR --out X.jsonl.gz
            [-j 2] [--read FILE] [--only REGEX] [--random N [--seed S]] [--pid N]

conformance/layers.sh runs it with the clock, hash seed, process id and environment that make two runs give the same bytes.
The format is that of docs/dump-format.md.

Output: gzip JSON Lines. Line 1 is the header {"kind":"header"}, line 2 the base configuration
{"kind":"base"}, then one {"kind":"recipe"} for each variant, in BitBake's own file order. Recipes go
through the same calls as `bitbake -p` makes (CookerDataBuilder.parseRecipeVariants, then CoreRecipeInfo
for each variant), in -j forked processes; only after that are the datastores read out.
Values are verbatim; only `key`, `inherits` and `appends` have the layers' root rewritten to ${LAYERS}.
"""
import argparse, gzip, hashlib, json, logging, multiprocessing, os, random, re, signal, sys, time

bb = cooker = args = None    # the BitBake package, the cooker and the command line; forked workers inherit them
jobs = []                    # (filename, appends, layername)


def start(bitbake, build, prefile):
    """Bring up a cooker in this process, as bin/bitbake-server would, and parse the configuration."""
    global bb, cooker
    sys.path.insert(0, os.path.join(bitbake, "lib"))
    os.chdir(build)
    os.environ.update(BBPATH=build, PWD=build, LC_ALL="en_US.UTF-8")
    os.environ["PATH"] = os.path.join(bitbake, "bin") + ":" + os.environ["PATH"]
    import bb as _bb
    import bb.cooker, bb.cookerdata, bb.cache, bb.event, bb.server.process, bb.main
    bb = _bb
    bb.server.process.serverlog = lambda msg: None
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("BitBake").addHandler(handler)
    bb.event._uiready = True                # no user interface: drop its events rather than queue them
    environment = dict(os.environ)
    bb.utils.clean_environment()
    cooker = bb.cooker.BBCooker([], None)
    cooker.ui_cmdline = []
    cooker.configuration.env = environment
    if prefile:
        cooker.configuration.prefile = [prefile]
    cooker.init_configdata()
    return {k: environment[k] for k in sorted(bb.utils.approved_variables()) if k in environment}


def collect():
    """The recipe files with their appends, as BBCooker.updateCache and CookerParser collect them."""
    bb.parse.siggen.reset(cooker.data)
    cooker.parseConfiguration()
    files = cooker.collections[""]
    found, masked, _ = files.collect_bbfiles(cooker.data, cooker.data)
    jobs.extend((fn, files.get_file_appends(fn), files.calc_bbfile_priority(fn)[2]) for fn in found)
    return masked


def parse_job(fn, appends, layername, context, handlers):
    """Parser.parse and Cache.parse of BitBake: [(variant, virtual file name, datastore)], "" last."""
    bb.utils.set_context(context.copy())
    bb.event.set_class_handlers(handlers.copy())
    stores = cooker.databuilder.parseRecipeVariants(fn, appends, mc="", layername=layername)
    depends, names, out = [], [], []
    for variant, d in sorted(stores.items(), key=lambda item: item[0], reverse=True):
        names.append(variant)
        depends = depends + (d.getVar("__depends", False) or [])
        if depends and not variant:
            d.setVar("__depends", depends)
        if not variant:
            d.setVar("__VARIANTS", " ".join(names))
        bb.cache.CoreRecipeInfo(fn, d)
        out.append((variant, bb.cache.variant2virtual(fn, variant), d))
    bb.parse.siggen.postparsing_clean_cache()
    return out


def plain(value):
    """A JSON form of a datastore value: strings and null as they are, anything else marked by its type."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bb.data_smart.DataSmart):
        return {"type": "DataSmart"}
    return {"type": type(value).__name__, "value": jsonable(value)}


def jsonable(value):
    if isinstance(value, dict):
        return {str(k): jsonable(value[k]) for k in sorted(value, key=str)}
    if isinstance(value, (set, frozenset)):
        return sorted(jsonable(v) for v in value)
    if isinstance(value, (list, tuple)):
        return [jsonable(v) for v in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else repr(value)


def attempt(read):
    """read(), or {"error": "<class>: <first line>"} where expansion fails."""
    try:
        return plain(read())
    except (Exception, SystemExit) as exc:
        error = {"error": "%s: %s" % (type(exc).__name__, (str(exc).splitlines() or [""])[0])}
        inner = getattr(exc, "exception", None)
        if isinstance(inner, BaseException):
            error["cause"] = type(inner).__name__
        return error


def sha(value):
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest() if isinstance(value, str) else value


def flag_true(d, key, flag):
    return bool(d.getVarFlag(key, flag, False))


def function(d, key):
    """One function: its kind, and the hash of its body both raw (what BitBake runs, if Python) and expanded."""
    raw = d.getVar(key, False)
    body = attempt(lambda: d.getVar(key))
    entry = {f: True for f in ("python", "task", "fakeroot") if flag_true(d, key, f)}
    entry.update(sha256=sha(body), raw_sha256=sha(raw))
    return entry


def short(path):
    root = args.layers.rstrip("/") + "/"
    return path.replace(root, "${LAYERS}/") if isinstance(path, str) else path


def snapshot(d):
    """The readable contents of a datastore."""
    keys = sorted(d.keys())
    isfunc = {k for k in keys if flag_true(d, k, "func")}
    out = {"vars": {}, "flags": {}, "funcs": {}}
    for key in keys:
        if key.startswith("__") or key in isfunc:
            continue
        out["vars"][key] = attempt(lambda: d.getVar(key))
    for key in (k for k in keys if not k.startswith("__")):
        names = sorted(set(d.getVarFlags(key) or {}) - ({"func", "python", "fakeroot", "task"} if key in isfunc else set()))
        if names:
            out["flags"][key] = {f: attempt(lambda: d.getVarFlag(key, f)) for f in names}
    hashes = d.getVar("__siggen_basehashes", False) or {}
    out["tasks"] = [{"name": t, "deps": [d.expand(dep) for dep in d.getVarFlag(t, "deps", False) or []],
                     "basehash": hashes.get(t)} for t in d.getVar("__BBTASKS", False) or []]
    out["inherits"] = [short(p) for p in d.getVar("__inherit_cache", False) or []]
    out["anonfuncs"] = [{"name": f, "sha256": sha(d.getVar(f, False))} for f in d.getVar("__BBANONFUNCS", False) or []]
    out["handlers"] = list(d.getVar("__BBHANDLERS", False) or [])
    # Python functions last: BitBake never expands these, so expanding them must not disturb the above.
    for key in sorted(isfunc, key=lambda k: (flag_true(d, k, "python"), k)):
        if not key.startswith("__"):
            out["funcs"][key] = function(d, key)
    return out


def worker(index):
    """Parse one recipe file and dump its variants: (index, gzip member, figures)."""
    fn, appends, layername = jobs[index]
    os.getpid = lambda: args.pid        # some values hold the process id; a fixed one makes dumps repeatable
    stats = {"fn": fn, "variants": 0, "vars": 0}
    try:
        parsed = parse_job(fn, appends, layername, *worker.state)
    except Exception as exc:
        line = {"kind": "failed", "key": short(fn), "error": "%s: %s" % (type(exc).__name__, str(exc))}
        stats["failed"] = line["error"]
        return index, gzip.compress((json.dumps(line) + "\n").encode()), stats
    lines = []
    logging.disable(logging.CRITICAL)
    for variant, key, d in parsed:
        record = {"kind": "recipe", "key": short(key), "pn": d.getVar("PN"), "variant": variant, "layer": layername,
                  "appends": [short(a) for a in appends], "skipped": d.getVar("__SKIPPED", False)}
        record.update(snapshot(d))
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
        stats["variants"] += 1
        stats["vars"] += len(record["vars"])
    logging.disable(logging.NOTSET)
    data = "".join(lines).encode("utf-8", "surrogatepass")
    member = gzip.compress(data, 6, mtime=0)
    return index, member, stats


def main():
    global args
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--bitbake", "--build", "--layers", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("-j", type=int, default=2)
    parser.add_argument("--read", help="a file to read before bblayers.conf (bitbake -r)")
    parser.add_argument("--only", default="", help="regular expression that recipe files must match")
    parser.add_argument("--random", type=int, help="so many of these, drawn by --seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pid", type=int, default=1, help="the process id that metadata sees")
    args = parser.parse_args()
    args.out = os.path.abspath(args.out)
    environment = start(args.bitbake, args.build, args.read)
    masked = collect()
    jobs[:] = [j for j in jobs if re.search(args.only, j[0])]
    if args.random is not None:
        jobs[:] = random.Random(args.seed).sample(sorted(jobs), min(args.random, len(jobs)))
    header = {"kind": "header", "format": 1, "bitbake": bb.__version__, "layers_root": args.layers, "topdir": args.build,
              "environment": environment, "files": len(jobs), "masked": masked, "time": time.time()}
    base = {"kind": "base", "key": ""}
    getpid, os.getpid = os.getpid, lambda: args.pid
    base.update(snapshot(bb.data.createCopy(cooker.data)))
    os.getpid = getpid
    bb.event.fire(bb.event.ParseStarted(len(jobs)), cooker.data)
    worker.state = (bb.utils.get_context().copy(), bb.event.get_class_handlers().copy())
    total = {"files": len(jobs), "masked": masked, "variants": 0, "vars": 0, "failed": 0}
    t0 = time.monotonic()
    restore = (signal.SIGTERM, signal.SIG_DFL)      # the cooker's own handler would keep workers from ending
    with open(args.out, "wb") as out, multiprocessing.get_context("fork").Pool(args.j, signal.signal, restore) as pool:
        out.write(gzip.compress((json.dumps(header) + "\n" + json.dumps(base, ensure_ascii=False) + "\n").encode()))
        for done, (index, member, stats) in enumerate(pool.imap(worker, range(len(jobs))), 1):
            out.write(member)
            total["variants"] += stats["variants"]
            total["vars"] += stats["vars"]
            total["failed"] += "failed" in stats
            if done % 100 == 0:
                print("%d/%d files, %.0f s" % (done, len(jobs), time.monotonic() - t0), file=sys.stderr)
    print(json.dumps(total), file=sys.stderr, flush=True)
    os._exit(0)    # skip BitBake's atexit hooks and their on-disk caches


if __name__ == "__main__":
    main()
