SUMMARY = "A pot of green tea"
LICENSE = "MIT"
DEPENDS = "kettle"

inherit brew

INGREDIENTS += "sencha"
# Green tea wants cooler water, whatever the machine says ...
WATER_TEMPERATURE = "80"
# ... but on the road one takes what there is.
WATER_TEMPERATURE:portable = "85"

LEAVES ?= "12g"
LEAVES:travel-mug = "2g"
DESCRIPTION = "${SUMMARY}, ${LEAVES} of leaves, ${BREW_LABEL}"
