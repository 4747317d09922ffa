RDEPENDS:${PN} = "no-such-package"
