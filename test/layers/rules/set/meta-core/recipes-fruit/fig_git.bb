PV = "1.2+git${SRCPV}"
SRCPV = "0abc"
PR = "r3"
