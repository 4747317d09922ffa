#!/usr/bin/env python3
"""The peer of variant.ts: the same operations in real BitBake.  variant.py BITBAKE_LIB [VARIANTS]"""
import sys
import time

sys.path.insert(0, sys.argv[1])
import bb  # noqa: E402
import bb.data  # noqa: E402
import bb.utils  # noqa: E402

NAMES = 20000
variants = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def contains(d, variable, word, yes, no):
    return yes if word in (d.getVar(variable) or "").split(" ") else no


bb.utils.get_context()["contains"] = contains
start = time.perf_counter()
base = bb.data.init()
base.setVar("OVERRIDES", "linux:x86-64:pn-${PN}:${MACHINEOVERRIDES}:class-target:forcevariable", parsing=True)
base.setVar("MACHINEOVERRIDES", "qemuall:qemux86-64", parsing=True)
base.setVar("PN", "base", parsing=True)
base.setVar("PV", "1.0", parsing=True)
for i in range(NAMES):
    n = "N%d" % i
    if i % 4 == 0:
        base.setVar(n, "literal %d" % i, parsing=True)
    elif i % 4 == 1:
        base.setVar(n, "${N%d} and ${N%d}" % (i - 1, i - 41 if i > 40 else 0), parsing=True)
    elif i % 4 == 2:
        base.setVar(n, "${@contains(d, 'N%d', 'literal', 'yes-${PV}', 'no')}" % (i - 2), parsing=True)
    else:
        base.setVar(n, "path/${PN}/${N%d}" % (i - 3), parsing=True)
    if i % 10 == 0:
        base.setVar(n + ":qemux86-64", "machine %d" % i, parsing=True)
    if i % 10 == 1:
        base.setVar(n + ":append:class-native", " native", parsing=True)
    if i % 10 == 2:
        base.setVar(n + ":append", " ${N%dX}" % ((i * 7919) % NAMES), parsing=True)
    if i % 500 == 3:
        base.setVar(n + ":${PN}-x", "package", parsing=True)
    if i % 5 == 0:
        base.setVarFlag(n, "doc", "what it is")
build = time.perf_counter() - start

spent = {}


def timed(what, body):
    start = time.perf_counter()
    result = body()
    spent[what] = spent.get(what, 0) + time.perf_counter() - start
    return result


for v in range(variants):
    d = timed("copy", base.createCopy)

    def writes():
        d.setVar("PN", "recipe%d" % v, parsing=True)
        for i in range(500):
            d.setVar("R%d" % i, "${N%d} ${PN} ${R%dX}" % (i, i - 1 if i > 0 else 0), parsing=True)
            if i % 5 == 0:
                d.setVar("FILES:${PN}-%d" % i, "x ${PN}", parsing=True)
            if i % 7 == 0:
                d.setVarFlag("R%d" % i, "task", "1")
            if i % 9 == 0:
                d.setVar("N%d:append" % i, " more", parsing=True)

    def read():
        for i in range(2200):
            d.getVar("R%d" % i if i < 500 else "N%d" % (i * 3))

    def flags():
        for i in range(2200):
            d.getVarFlag("N%d" % i, "doc")
            d.setVarFlag("N%d" % i, "vardeps", "x")

    def renames():
        for i in range(70):
            d.renameVar("FILES:recipe%d-%d" % (v, i * 5), "FILES:lib32-recipe%d-%d" % (v, i * 5))

    timed("600 writes", writes)
    timed("expandKeys", lambda: bb.data.expandKeys(d))
    timed("2,200 first getVar", read)
    timed("70,400 getVar again", lambda: [read() for _ in range(32)])
    timed("2,200 flag reads and writes", flags)
    timed("70 renames", renames)
    timed("keys", lambda: list(d.keys()))
print("base of %d: build %.0f ms; per variant of %d:" % (NAMES, build * 1000, variants))
for what, seconds in spent.items():
    print("  %s %.2f ms" % (what, seconds * 1000 / variants))
