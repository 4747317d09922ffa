RDEPENDS:${PN} = "middle-x"
