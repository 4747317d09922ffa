# The layer's own Python: imported by `addpylib`, called from recipes and classes.
BBIMPORTS = ["steep"]
