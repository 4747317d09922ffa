PACKAGES = "${PN} shell-a-doc"
RPROVIDES:${PN} = "virtual-shell"
