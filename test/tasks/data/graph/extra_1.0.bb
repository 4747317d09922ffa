# Depends on what it only knows once all recipes are read.
LICENSE = "MIT"
EXCLUDE_FROM_WORLD = "1"
LEFT_OUT = "set"
python calculate_extra_depends() {
    for name in sorted(world_target):
        if name != self_pn and name not in "${LEFT_OUT}".split() and name in pkg_pn:
            deps.append(name)
    deps.append("virtual/tool")
    deps.append("nowhere")
}
addtask gather before do_build
do_gather[deptask] = "do_brew do_warm do_build"
do_gather () {
    :
}
do_build[recrdeptask] = "do_pick"
