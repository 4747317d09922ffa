inherit record brew
X ??= "weak"
X ?= "soft"
Y[doc] = "A doc"
Y[n] ??= "weak flag"
Y += "1"
Y =+ "2"
Y .= "3"
Y =. "4"
Y:append = " five"
Y:prepend = "zero "
Y:remove = "1"
Y:append:portable = " six"
Z := "${Y}"
unset X
unset Y[doc]
MULTI = "one \
  two \
  three"
A:portable = "p"
A:portable:append = " q"
A:class-target = "t"
addtask one after do_two before do_build
addtask two
addtask three before do_one
deltask three
do_one() {
    echo "$HOME ${MULTI}"
}
do_one:append() {
    echo more
}
do_two[depends] = "kettle:do_build"
python do_py() {
    pass
}
fakeroot do_fake () {
    true
}
FILES:${PN}-doc = "doc"
SPACED = "  a  "
EMPTY = ""
ESC = "a\nb"
NOTE := "${NOTED}"
helper-dash = "1"
func_plain() {
    :
}
pkg_shell:${PN} () {
    true
}
python pkg_python:${PN} () {
    pass
}
fakeroot pkg_fake:${PN} () {
    true
}
pkg_shell:${PN} () {
    false
}
