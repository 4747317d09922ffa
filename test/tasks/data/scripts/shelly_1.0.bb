# Every kind of function and variable that a task's script holds.
HOME = "/home/user"
LC_ALL = "en_US.UTF-8"
LOGNAME = "user"
PATH = "/usr/bin"
PWD = "/"
SHELL = "/bin/bash"
USER = "user"
export COLOUR = "blue"
export UNSETTLED
export EMPTY = ""
export QUOTED = 'a "b" `c` $d \ e'
export MULTI = "a \
   b"
export with-dash = "x"
export LINES = "${@'one\ntwo'}"
export BROKEN = "${@1/0}"
export SHADE = "light"
SHADE:task-shell = "dark"
GONE = "1"
GONE[unexport] = "1"
unused_func () {
    echo never
}
helper () {
    other
    echo "${PN} ${@d.getVar('PV')} ${SHADE}"
}
other () {
    bbnote hi
    hidden=$(inner)
}
inner () {
    :
}
f-dash () {
    :
}
empty_func () {
}
do_shell () {
    helper
    if true; then other; fi
    A="${@'x' * 3}"
    f-dash
    empty_func
}
do_shell:append () {
    echo appended

}
do_shell[vardeps] += "called_by_vardeps QUOTED"
do_shell[dirs] = "${T} ${B}"
called_by_vardeps () {
    echo v
}
addtask shell before do_build
do_nodirs () {
    exit 0
}
addtask nodirs
def p1(d):
    return p2()

def p2():
    return os
# comment

python p3 () {
    bb.build.exec_func("p4", d)
}
python p4 () {
    pass
}
python p5() {
  pass
}
python do_py () {
    # comment ${PN}
    a = "${PN}"
    p1(d)
    bb.build.exec_func("p3", d)
    bb.build.exec_func("helper", d)
    zz(d)

}
do_py[vardeps] += "p5"
do_py[prefuncs] = "p4"
addtask py after do_shell
do_py:append() {
    b = 1
}
