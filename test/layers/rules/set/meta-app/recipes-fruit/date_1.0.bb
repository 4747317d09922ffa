require recipes-kernel/stone/date.inc
inherit orchard
DEPENDS = "banana"
RDEPENDS:${PN} = "cherry"
