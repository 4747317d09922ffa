DEPENDS = "virtual/kernel apple grape-native"
RDEPENDS:${PN} = "plugin-x virtual-shell (>= 1.0) shell-a-doc"
