CLASSOVERRIDE = "class-native"
PACKAGES = ""
python native_names() {
    pn = d.getVar("PN")
    d.setVar("PROVIDES", " ".join(p if p.endswith("-native") else p + "-native" for p in (d.getVar("PROVIDES") or "").split()))
}
addhandler native_names
native_names[eventmask] = "bb.event.RecipePreFinalise"
