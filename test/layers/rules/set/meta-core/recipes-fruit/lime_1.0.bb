PROVIDES += "virtual/sour"
python () {
    raise bb.parse.SkipRecipe("not in season")
}
BBCLASSEXTEND = "native"
