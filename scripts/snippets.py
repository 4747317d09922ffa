#!/usr/bin/env python3
"""Makes test/vm/snippets/*.expected: python3 scripts/snippets.py [part of a file's name ...]

A file holds sections that begin with `# --- name`; each runs in a namespace of its own, after what stands before the first. The expected file has the same
heads, and below each what the section printed; the last line of the exception that ended it follows. Run with CPython
3.11. What a section prints that needs a later language, as its head says (`# --- name (3.12)`), is written by hand from the
language reference and left as it is.
"""
import io
import pathlib
import re
import sys
import traceback
import warnings
from contextlib import redirect_stdout

root = pathlib.Path(__file__).resolve().parent.parent / "test" / "vm" / "snippets"
head = re.compile(r"^# --- (.*)$", re.M)


def sections(text):
    parts = head.split(text)
    return list(zip(parts[1::2], (part.removeprefix("\n") for part in parts[2::2])))


def prelude(text):
    return head.split(text)[0]


def run(source, name):
    out = io.StringIO()
    main = sys.modules["__main__"]
    namespace = {"__name__": "__main__", "__builtins__": __builtins__}
    with redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, f"<{name}>", "exec", dont_inherit=True), namespace)
        except BaseException as error:
            last = "".join(traceback.format_exception_only(error)).rstrip("\n").split("\n")[-1]
            print(last)
    sys.modules["__main__"] = main
    return out.getvalue()


def main():
    assert sys.version_info[:2] == (3, 11), "expected values are made by CPython 3.11"
    wanted = sys.argv[1:]
    for file in sorted(root.glob("*.py")):
        if wanted and not any(part in file.name for part in wanted):
            continue
        expected = file.with_suffix(".expected")
        known = dict(sections(expected.read_text("utf8"))) if expected.exists() else {}
        lines = []
        whole = file.read_text("utf8")
        for name, source in sections(whole):
            later = re.search(r"\(3\.1[2-9]\)$", name)
            text = known.get(name, "") if later else run(prelude(whole) + source, name)
            lines.append(f"# --- {name}\n{text}")
            if text and not text.endswith("\n"):
                lines.append("\n")
        expected.write_text("".join(lines), "utf8")


main()
