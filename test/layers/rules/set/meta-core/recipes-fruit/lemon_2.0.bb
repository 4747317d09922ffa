python () {
    raise bb.parse.SkipRecipe("too sour for %s" % d.getVar("MACHINE"))
}
