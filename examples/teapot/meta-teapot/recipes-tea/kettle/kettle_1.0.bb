SUMMARY = "Boils water"
LICENSE = "Apache-2.0"
PROVIDES += "virtual/hot-water"

CAPACITY = "${@int(d.getVar('CUPS')) * 250} ml"
FEATURES = "whistle ${MACHINE_FEATURES}"
FEATURES:remove = "tap"

do_descale() {
    rinse --capacity "${CAPACITY}"
}
addtask descale before do_build
