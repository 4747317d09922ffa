# Tasks that report the datastore they run in, to ${PROBE}/TASK.json. Real BitBake's reports lie beside this file
# (conformance/tasks/probe.sh makes them).
SUMMARY = "Reports what tasks see"
LICENSE = "MIT"
BBCLASSEXTEND = "native"
PROBE = "${TMPDIR}/probe"

WORD = "plain"
WORD:task-probe = "in probe"
WORD:append:task-probe = " appended"
WORD:task-two-words = "two"
LIST = "a b c"
LIST:remove:task-probe = "b"
TO_APPEND = "x"
TO_DELETE = "y"
TO_DELETE[flag] = "z"
TO_RENAME = "old"
TO_RENAME:append = " name"

python () {
    d.setVar("LATE_${WORD}", "v")
    d.setVar("ITEMS", ["one"])
}

def report(d):
    import json, os
    seen = {}
    for key in sorted(d.keys()):
        if d.getVarFlag(key, "func", False):
            continue
        try:
            value = d.getVar(key)
        except Exception as error:
            value = "raises " + str(error)
        seen[key] = value if isinstance(value, (str, type(None))) else repr(value)
    bb.utils.mkdirhier(d.getVar("PROBE"))
    with open("%s/%s-%s.json" % (d.getVar("PROBE"), d.getVar("PN"), d.getVar("BB_CURRENTTASK")), "w") as f:
        json.dump(seen, f, indent=1, sort_keys=True)

python before () {
    d.setVar("FROM_BEFORE", d.getVar("WORD"))
}
python after () {
    d.setVar("FROM_AFTER", d.getVar("FROM_MAIN"))
    report(d)
}
python do_probe () {
    import os
    d.setVar("FROM_MAIN", "main")
    d.setVar("FOLDER", os.getcwd())
    d.appendVar("TO_APPEND", "y")
    d.delVar("TO_DELETE")
    d.renameVar("TO_RENAME", "RENAMED")
    d.setVarFlag("TO_APPEND", "flag", "1")
    d.getVar("ITEMS").append("two")
    d.setVar("WORD:task-probe", "written")
    open("made", "w").close()
}
python do_probe:append () {
    d.setVar("FROM_APPEND", "yes")
}
do_probe[prefuncs] = "before"
do_probe[postfuncs] = "after"
do_probe[dirs] = "${TMPDIR}/first ${TMPDIR}/second"
do_probe[cleandirs] = "${TMPDIR}/clean"
addtask probe

inner[dirs] = "${TMPDIR}/inner"
python inner () {
    import os
    d.setVar("INNER", os.getcwd())
}
python do_two_words () {
    import os
    d.setVar("FOLDER", os.getcwd())
    bb.build.exec_func("inner", d)
    d.setVar("FIRST", d.getVar("INNER"))
    bb.build.exec_func("inner", d, dirs=[d.expand("${TMPDIR}/q1"), d.expand("${TMPDIR}/q2")])
    bb.build.exec_func("missing", d)
    d.setVar("EMPTY", "")
    bb.build.exec_func("EMPTY", d)
    d.setVar("FOLDER_AFTER", os.getcwd())
    d.setVar("ITEMS_SEEN", repr(d.getVar("ITEMS")))
    report(d)
}
addtask two_words

do_shell () {
    echo "${PN}"
}
addtask shell

python do_fails () {
    d.setVar("LOST", "1")
    raise ValueError("steeped too long")
}
addtask fails
