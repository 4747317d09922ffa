# Inherited by every recipe, as `base` always is.
addtask build
do_build[nostamp] = "1"
do_build() {
    echo "${PN} is ready"
}

python base_eventhandler() {
    d.setVar("PARSED_WITH", "%s for %s" % (d.getVar("DISTRO_NAME"), d.getVar("MACHINE")))
}
addhandler base_eventhandler
base_eventhandler[eventmask] = "bb.event.RecipePreFinalise"
