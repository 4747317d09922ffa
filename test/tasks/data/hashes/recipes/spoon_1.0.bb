addtask polish before do_build
do_polish[depends] = "cup:do_wash water:do_pour"
do_polish () {
    polish
}
