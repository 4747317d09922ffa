addtask wash before do_build
do_wash[depends] = "water:do_heat"
do_wash () {
    wash
}
RRECOMMENDS:${PN} = "sugar"
RPROVIDES:${PN} = "sugar"
