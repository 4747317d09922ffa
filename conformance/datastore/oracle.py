#!/usr/bin/env python3
"""Runs DataStore operations in real BitBake and writes what it answers.

    oracle.py BITBAKE_LIB fuzz SEED COUNT [compact] > cases.json   random sequences
    oracle.py BITBAKE_LIB run < operations.json > cases.json  given ones

A case is {"name", "steps"}; a step is [operation, store, arguments..., answer]; operations are those of `perform`.
An exception is answered as {"error": class name}. Only BitBake's public API is used.
"""
import io
import json
import logging
import random
import signal
import sys

sys.path.insert(0, sys.argv[1])
import bb  # noqa: E402
import bb.data  # noqa: E402
import bb.parse  # noqa: E402

MESSAGES = []


class Collect(logging.Handler):
    def emit(self, record):
        MESSAGES.append(record.getMessage())


logging.getLogger("BitBake").addHandler(Collect())
logging.getLogger("BitBake").propagate = False


def plain(value):
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (set, frozenset)):
        return {"set": sorted(map(str, value))}
    return value


def dump(d, names):
    """Everything that can be asked about the names, as far as it is not None."""
    def ask(question):
        try:
            return plain(question())
        except Exception:
            return "!error"

    answer = {"keys": ask(lambda: sorted(str(k) for k in d.keys() if k != "FLUSH"))}
    for n in names:
        d.setVar("FLUSH", "")
        value = ask(lambda: d.getVar(n))
        known = {
            "value": value,
            "unexpanded": ask(lambda: d.getVar(n, False)) if value != "!error" else None,
            "flags": ask(lambda: d.getVarFlags(n, internalflags=True)),
            "overridden": d.hasOverrides(n) or None,
        }
        answer[n] = {k: v for k, v in known.items() if v is not None}
    return answer


def perform(stores, step):
    op, index, args = step[0], step[1], step[2:]
    d = stores[index]
    if op == "copy":
        stores.append(d.createCopy())
        return None
    if op == "getVar":
        d.setVar("FLUSH", "")  # or the cache may answer with a value from before setVarFilter, or of another form
        return plain(d.getVar(*args))
    if op == "getVarFlag":
        return plain(d.getVarFlag(*args))
    if op == "getVarFlags":
        return plain(d.getVarFlags(args[0], expand=args[1], internalflags=args[2]))
    if op == "setParsed":
        return d.setVar(args[0], args[1], parsing=True)
    if op == "setVarFlags":
        return d.setVarFlags(args[0], dict(args[1]))
    if op == "expandKeys":
        del MESSAGES[:]
        bb.data.expandKeys(d)
        return list(MESSAGES)
    if op == "keys":
        return sorted(str(k) for k in d.keys() if k != "FLUSH")
    if op == "localKeys":
        return sorted(k for k in d.localkeys() if k != "FLUSH")
    if op == "dump":
        return dump(d, args[0])
    if op == "at":  # an operation with what the parser tells of its place
        return plain(getattr(d, args[0])(*args[1], **args[2]))
    if op == "track":
        return d.enableTracking()
    if op == "history":
        return [[e["op"], e["file"], e["line"], e.get("flag"), plain(e.get("detail", ""))] for e in d.varhistory.variable(args[0])]
    if op == "emit":
        out = io.StringIO()
        bb.data.emit_var(args[0], out, d, args[1])
        return out.getvalue()
    if op == "exported":
        return list(bb.data.exported_keys(d))
    if op == "references":
        return sorted(d.expandWithRefs(args[0], args[1]).references)
    if op == "has":
        return args[0] in d
    if op == "overrides":
        d.need_overrides()
        return list(d.overrides)
    if op in ("setVar", "appendVar", "prependVar", "delVar", "renameVar", "setVarFlag", "appendVarFlag",
              "prependVarFlag", "delVarFlag", "delVarFlags", "hasOverrides", "setVarFilter", "expand"):
        return plain(getattr(d, op)(*args))
    raise SystemExit("unknown operation " + op)


class TooLong(BaseException):
    pass


def too_long(*_):
    raise TooLong()


signal.signal(signal.SIGALRM, too_long)


def run_in_time(case):
    """The case with its answers, or None: some sequences never end, or end with megabytes."""
    signal.alarm(1)
    try:
        done = run(case)
    except TooLong:
        return None
    finally:
        signal.alarm(0)
    return done if done and len(json.dumps(done)) < 200000 else None


def run(case):
    stores = [bb.data.init()]
    steps = []
    for step in case["steps"]:
        try:
            answer = perform(stores, step)
        except (SystemExit, TooLong):
            raise
        except BaseException as e:  # noqa: B902
            if step[0] in ("setVar", "setParsed", "renameVar", "expandKeys", "setVarFlag", "appendVar", "prependVar"):
                return None  # half done: BitBake looks at OVERRIDES while it is being set, we when it is needed
            answer = {"error": type(e).__name__}
            if case.get("messages"):
                answer["message"] = str(e)
        steps.append(step + [answer])
    return {**case, "steps": steps}


BASES = ["A", "B", "C", "MO", "OVERRIDES", "__proto__", "D-x"]
PARTS = ["o", "p", "q-r", "X", "1", "${V}", "o${V}", "append", "prepend", "remove"]
OVERRIDES = ["o", "p", "q-r", "1", "v", "ov", "${MO}", "${A}", "", "nothing"]
FLAGS = ["f", "g", "_defaultval", "_internal", "_defaultval_flag_f", "export", "unexport", "_content", "func"]
CODES = ["d.getVar('%s')", "d.getVar('%s', False)", "d.getVar('%s') or 'none'", "'${%s}' + 'z'", "'u v'",
         "d.getVarFlag('%s', 'f') or 'nf'", "'$' + '{%s}'", "None"]


def name(r, plain_only=False):
    base = r.choice(BASES[:3]) if r.random() < 0.8 else r.choice(BASES)
    if r.random() < 0.45:
        return base
    parts = PARTS[:5] if plain_only else PARTS
    return ":".join([base] + [r.choice(parts) for _ in range(r.choice([1, 1, 1, 2, 2, 3]))])


def value(r, depth=0):
    if r.random() < 0.03:
        return None
    pieces = []
    for _ in range(r.choice([0, 1, 1, 2, 2, 3])):
        k = r.random()
        if k < 0.5:
            pieces.append(r.choice(["a", "b", " a", "b ", "c", "  ", "x\ty", "a b", "o", ":", "}", "${", "v"]))
        elif k < 0.72:
            pieces.append("${%s}" % (r.choice(["V", "W", "U"]) if r.random() < 0.5 else name(r, True)))
        elif k < 0.8:
            pieces.append("${${%s}}" % r.choice(["V", "W", "N"]))
        else:
            code = r.choice(CODES)
            pieces.append("${@" + (code % name(r, True) if "%s" in code else code) + "}")
    return "".join(pieces)


def fuzz_case(seed, compact=False):
    r = random.Random(seed)
    steps = [["setVar", 0, "V", "v"], ["setVar", 0, "W", "w w2"], ["setVar", 0, "N", "A"]]
    steps.append(["setVar", 0, "OVERRIDES", ":".join(r.choice(OVERRIDES) for _ in range(r.choice([1, 2, 3, 4])))])
    count = 1
    leaves = [0]  # BitBake's copies see later writes to what they were copied from; ours do not: so never write there
    for _ in range(r.randint(4, 30)):
        s = r.choice(leaves)
        k = r.random()
        if k < 0.25:
            steps.append(["setVar", s, name(r), value(r)])
        elif k < 0.42:
            steps.append(["setParsed", s, name(r), value(r)])
        elif k < 0.47:
            steps.append([r.choice(["appendVar", "prependVar"]), s, name(r), r.choice([" a", "b ", "${V}", "c"])])
        elif k < 0.55:
            steps.append(["setVar", s, "%s:%s%s" % (name(r, True), r.choice(["append", "prepend", "remove"]),
                                                   r.choice(["", "", ":o", ":p", ":o:p", ":X", ":${V}", ":v"])),
                          r.choice([" a", "b ", "${V}", "c", "a b", "${A}", "w"])])
        elif k < 0.59:
            steps.append(["delVar", s, name(r)])
        elif k < 0.63:
            steps.append(["renameVar", s, name(r), name(r, True)])
        elif k < 0.70:
            steps.append(["setVarFlag", s, name(r), r.choice(FLAGS), r.choice(["1", "a b", "${V}", "", value(r)])])
        elif k < 0.73:
            steps.append([r.choice(["appendVarFlag", "prependVarFlag"]), s, name(r), r.choice(FLAGS[:2]), "x${W}"])
        elif k < 0.75:
            steps.append(["delVarFlag", s, name(r), r.choice(FLAGS)])
        elif k < 0.76 and count == 1:  # in a copy, BitBake's delVarFlags brings the original's variable back
            steps.append(["delVarFlags", s, name(r)])
        elif k < 0.77:
            steps.append(["setVarFlags", s, name(r), [["f", "1"], ["h", "2"], ["_i", "3"]]])
        elif k < 0.81:
            steps.append(["setVar", s, "OVERRIDES", ":".join(r.choice(OVERRIDES) for _ in range(r.choice([1, 2, 3, 4])))])
        elif k < 0.83 and count < 4:
            steps.append(["copy", s])
            if r.random() < 0.5:
                steps.append(["copy", s])
                leaves.append(count)
                count += 1
            leaves.remove(s)
            leaves.append(count)
            count += 1
        elif k < 0.84:
            steps.append(["expandKeys", s])
        elif k < 0.86:
            steps.append(["setVarFilter", s, name(r, True), r.choice(["prefix(val, 'x')", "suffix(val, 'y')", "sort(val)", None])])
        elif k < 0.88:
            steps.append([r.choice(["keys", "overrides", "localKeys"]), s])
        elif k < 0.90:
            steps.append([r.choice(["hasOverrides", "has"]), s, name(r, True)])
        elif k < 0.92:
            steps.append(["expand", s, value(r) or ""])
        else:
            steps.append(["getVar", s, name(r), r.random() < 0.7, r.random() < 0.15])
    if compact:
        names = sorted({st[2] for st in steps if len(st) > 2 and isinstance(st[2], str) and st[0] != "expand"})
        steps += [["dump", s, names] for s in range(count)]
        return {"name": "seed %d" % seed, "steps": steps}
    for s in range(count):
        steps.append(["keys", s])
        steps.append(["localKeys", s])
        names = sorted({st[2] for st in steps if len(st) > 2 and isinstance(st[2], str) and st[0] != "expand"})
        r.shuffle(names)
        for n in names:
            steps.append(["getVar", s, n, True])
            steps.append(["getVar", s, n, False])
            if r.random() < 0.3:
                steps.append(["getVar", s, n, True, True])
                steps.append(["getVar", s, n, False, False, True])
            steps.append(["getVarFlags", s, n, [], True])
            steps.append(["getVarFlags", s, n, ["f"], False])
            steps.append(["hasOverrides", s, n])
        steps.append(["keys", s])
    return {"name": "seed %d" % seed, "steps": steps}


def main():
    if sys.argv[2] == "fuzz":
        first, count = int(sys.argv[3]), int(sys.argv[4])
        compact = sys.argv[5:] == ["compact"]
        cases = [c for c in (run_in_time(fuzz_case(seed, compact)) for seed in range(first, first + count)) if c]
    else:
        sys.modules["__main__"].__file__ = "harness"
        cases = [run(case) for case in json.load(sys.stdin)]
    sys.stdout.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")


if __name__ == "__main__":
    sys.setrecursionlimit(1000)
    main()
