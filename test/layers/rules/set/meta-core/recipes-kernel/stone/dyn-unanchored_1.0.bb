RDEPENDS:${PN} = "the-middle-x"
