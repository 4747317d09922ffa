inherit brew
DEPENDS = "virtual/water water-native"
RDEPENDS:${PN} = "cup"
addtask pick
do_pick[file-checksums] = "/example/meta-teapot/recipes-hash/hash/files/one:True /example/meta-teapot/recipes-hash/hash/files/more:True /example/meta-teapot/recipes-hash/hash/files/none:False"
python do_pick () {
    bb.note(d.getVar("PV"))
}
addtask stir after do_pick before do_brew
do_stir[deptask] = "do_heat"
do_stir () {
    stir ${THISDIR}
}
addtask serve after do_brew before do_build
do_serve[rdeptask] = "do_wash"
do_serve[depends] = "spoon:do_polish"
do_serve[recrdeptask] = "do_heat do_wash"
do_serve () {
    :
}
