LICENSE = "MIT"
DEPENDS = "pot leaves-native"
addtask lay before do_build
do_lay[depends] = "pot:do_warm"
do_lay[recrdeptask] = "do_pick do_build do_lay"
do_lay[recideptask] = "do_look"
do_lay () {
    :
}
addtask look
do_look[depends] = "green-tea:do_brew"
do_look () {
    :
}
addtask unused after do_lay
do_unused[nostamp] = "1"
do_unused () {
    :
}
