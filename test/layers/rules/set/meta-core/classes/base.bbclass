addtask fetch
addtask compile after do_fetch
addtask build after do_compile
do_fetch() {
    :
}
do_compile() {
    :
}
do_compile[deptask] = "do_compile"
do_build() {
    :
}
do_build[recrdeptask] = "do_build"
do_build[nostamp] = "1"
do_build[rdeptask] = "do_build"
