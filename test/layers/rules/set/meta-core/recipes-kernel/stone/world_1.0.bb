EXCLUDE_FROM_WORLD = "1"
DEPENDS = "nothing-here"
