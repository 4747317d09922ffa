"""String templates: %, str.format, f-strings, string.Template, join and replace (pyperformance: mako, genshi in small)."""

from string import Template

ROWS = [{"name": "recipe-%d" % i, "version": "1.%d" % i, "size": i * 37 % 1000, "license": "MIT"} for i in range(60)]
PAGE = Template("<h1>$title</h1>\n<p>${count} rows, $$ free</p>\n")
SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text):
    for c, r in SPECIAL.items():
        if c in text:
            text = text.replace(c, r)
    return text


def run():
    out = [PAGE.substitute(title=escape("Layers & recipes"), count=len(ROWS))]
    for i, row in enumerate(ROWS):
        out.append("<tr class='%s'>" % ("odd" if i % 2 else "even"))
        for key, value in row.items():
            out.append(f"<td title={key!r}>{escape(str(value)):<12}</td>")
        out.append("{name}-{version}: {size:>6d} ({license:^5})".format(**row))
        out.append("%(name)-12s|%(size)05d|%(version)s" % row)
        out.append("</tr>")
    text = "\n".join(out)
    lines = [line.strip().upper() for line in text.split("\n") if line.startswith("<td")]
    return len(text), len(lines), text.count("&amp;"), lines[3]
