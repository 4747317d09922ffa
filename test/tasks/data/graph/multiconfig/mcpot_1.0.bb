# Depends on tasks of another configuration, from either side.
LICENSE = "MIT"
DEPENDS = "leaves"
addtask boil before do_build
do_boil[mcdepends] = "mc::urn:pot:do_warm mc:urn::leaves:do_dry"
do_boil[deptask] = "do_pick"
do_boil () {
    :
}
addtask pass after do_boil before do_build
do_pass[mcdepends] = "mc::urn:leaves:do_pick"
do_pass[recrdeptask] = "do_pick"
do_pass () {
    :
}
