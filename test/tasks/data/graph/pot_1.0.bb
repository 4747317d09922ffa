LICENSE = "MIT"
DEPENDS = "leaves virtual/tool"
PACKAGES = "pot"
RDEPENDS:pot = "leaves-tin"
RRECOMMENDS:pot = "leaves"
addtask fill before do_build
do_fill[deptask] = "do_dry"
do_fill[rdeptask] = "do_pick"
do_fill () {
    :
}
addtask warm
do_warm[rdepends] = "tin:do_dry"
do_warm () {
    :
}
