# What bitbake -e records: operations of statements, of Python, of BitBake itself (see conformance/env.sh).
export LOUD = "yes"
export QUIET
NOTED = "${@note(d)}"

def note(d):
    return "noted"

def helper(d, value):
    d.setVar("FROM_HELPER", value)
    d.appendVar("FROM_HELPER", " more")
    d.prependVar("FROM_HELPER", "less ")

python __anonymous () {
    helper(d, "x")
    d.setVarFlag("FLAGGED", "a", "1")
    d.appendVarFlag("FLAGGED", "a", "2")
    d.prependVarFlag("FLAGGED", "a", "0")
    d.delVarFlag("FLAGGED", "b")
    d.setVar("GONE", "1")
    d.delVar("GONE")
    d.setVar("OLD", "1")
    d.renameVar("OLD", "NEW")
    d.setVarFlags("MANY", {"x": "1", "y": "2"})
    d.setVar("IN_LAMBDA", "")
    (lambda: d.setVar("IN_LAMBDA", "2"))()
    [d.setVar("IN_LIST", str(i)) for i in range(2)]
    d.expand("${@d.setVar('FROM_EXPRESSION', '1')}")
    teapot.steep.remember(d)
    class Thing:
        def set(self):
            d.setVar("IN_METHOD", "z")
    Thing().set()
    bb.build.addtask("do_x", "do_build", "do_y do_z", d)
    bb.build.deltask("do_y", d)
    d.setVar("NUMBER", 3)
    d.setVar("LIST", ["a", 'b'])
    d.setVar("QUOTED", 'say "hi" `ls` $HOME \\ back')
    d.setVar("LINES", "a\nb")
    d.setVar("WITH:override", "1")
    d.setVar("WITH:append", "2")
    d.setVar("WITH:append:portable", "2")
    d.setVar("INFO", "1", file="elsewhere.py", line=7, op="dreamt")
    exec("d.setVar('BY_EXEC', '1')")
}
