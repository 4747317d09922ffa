python () {
    if d.getVar("MACHINE") != "elm":
        raise bb.parse.SkipRecipe("incompatible with machine %s" % d.getVar("MACHINE"))
}
