RPROVIDES:${PN} = "virtual-shell"
