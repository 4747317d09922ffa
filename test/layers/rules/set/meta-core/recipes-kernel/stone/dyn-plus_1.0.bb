RDEPENDS:${PN} = "extra-abc"
