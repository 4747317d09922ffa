"""re: tokens, substitutions and searches over text as recipes have it (pyperformance: regex_compile's kin, regex_effbot)."""

import re

TEXT = """
SUMMARY = "A library of compression functions"
HOMEPAGE = "https://example.org/zlib/"
SRC_URI = "https://example.org/${BPN}-${PV}.tar.xz;name=main file://0001-fix.patch file://run-ptest"
SRC_URI[main.sha256sum] = "38ef96b8dfe510d42707d9c781877914792541133e1870841463bfa73f883e32"
do_install:append() {
    install -d ${D}${libdir}/${BPN}  # a comment
    oe_runmake DESTDIR=${D} install
}
PACKAGES =+ "${PN}-doc ${PN}-dbg"
RDEPENDS:${PN} += "${@bb.utils.contains('A', 'b', 'x', 'y', d)}"
""" * 6

VARIABLE = re.compile(r"\$\{[a-zA-Z0-9\-_+./~:]+?\}")
ASSIGNMENT = re.compile(r"^(?P<name>[a-zA-Z0-9\-_+.${}/~:]+)(\[(?P<flag>[a-zA-Z0-9\-_+.]+)\])?\s*(?P<op>=|\+=|=\+)\s*\"(?P<value>[^\"]*)\"", re.M)
TOKEN = re.compile(r"\s*(?:(\d+)|(\w+)|(.))")
WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")


def run():
    names = [m.group("name") for m in ASSIGNMENT.finditer(TEXT)]
    references = len(VARIABLE.findall(TEXT))
    text = VARIABLE.sub(lambda m: "<" + m.group(0)[2:-1] + ">", TEXT)
    text = re.sub(r"\s+#.*", "", text)
    tokens = sum(1 for m in TOKEN.finditer(text) if m.lastindex == 2)
    words = set(WORDS.findall(text))
    hits = sum(1 for line in TEXT.splitlines() if re.match(r"^[A-Z_]+ ", line) and not re.search(r"sha\d+sum", line))
    urls = [re.split(r"[;=]", u)[0] for u in TEXT.split() if re.search(r"^\"?(https|file)://", u)]
    return len(names), references, tokens, len(words), hits, len(urls)
