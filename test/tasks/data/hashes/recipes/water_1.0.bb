PROVIDES:append:pn-water = " virtual/water"
addtask heat before do_build
addtask heat_setscene
do_heat () {
    heat ${PN}
}
do_heat_setscene () {
    :
}
addtask taste after do_heat
do_taste[nostamp] = "1"
do_taste () {
    :
}
addtask pour after do_taste
do_pour () {
    :
}
BBCLASSEXTEND = "native"
