# For recipes that brew something: a task, a computed variable and an anonymous function.
STEEP_MINUTES ?= "${@teapot.steep.minutes(d.getVar('WATER_TEMPERATURE'), d.getVar('CUPS'))}"
INGREDIENTS = "water"

def brew_label(d):
    features = set((d.getVar("DISTRO_FEATURES") or "").split())
    return "with " + ", ".join(sorted(features & {"milk", "sugar", "lemon"}))

BREW_LABEL = "${@brew_label(d)}"

do_brew() {
    boil --to ${WATER_TEMPERATURE}
    steep --minutes ${STEEP_MINUTES} ${INGREDIENTS}
}
addtask brew before do_build

python () {
    # Runs once the recipe is read: a small pot cannot hold much.
    if int(d.getVar("CUPS")) < 2:
        d.appendVar("INGREDIENTS", " (one spoon)")
        d.setVarFlag("do_brew", "lockfiles", "${TMPDIR}/single-cup.lock")
    if bb.utils.contains("DISTRO_FEATURES", "take-away", True, False, d):
        bb.build.addtask("do_close_lid", "do_build", "do_brew", d)
}

do_close_lid() {
    echo "lid closed"
}
