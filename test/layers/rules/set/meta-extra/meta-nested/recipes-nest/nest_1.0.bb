DEPENDS = "apple"
