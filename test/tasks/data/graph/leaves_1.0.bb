# With leaves-tool, pot and set: every way in which a task may depend on another one.
LICENSE = "MIT"
PACKAGES = "leaves leaves-tin"
RPROVIDES:leaves-tin = "tin"
RDEPENDS:leaves = "tin"
addtask pick before do_build
do_pick[lockfiles] = "${TMPDIR}/lock"
addtask dry after do_pick before do_build
do_dry[noexec] = "1"
do_pick () {
    :
}
do_dry () {
    :
}
do_dry[depends] = "leaves-tool:do_sharpen"
BBCLASSEXTEND = "native"
