"""What CPython says of each snippet of a file (divided by lines `---`): a JSON array, one snippet a line.

Usage: python-errors.py SNIPPETS [--doctests TEST_SYNTAX.PY]
An entry is [snippet, kind, message, line, offset, end line, end offset], or [snippet, null] if CPython accepts it.
With --doctests the snippets are the examples of a doctest file instead.
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")

if sys.argv[1] == "--doctests":
    import doctest

    with open(sys.argv[2], encoding="utf-8") as f:
        text = f.read()
    snippets = [e.source.rstrip("\n") for e in doctest.DocTestParser().get_examples(text)]
else:
    with open(sys.argv[1], encoding="utf-8") as f:
        snippets = f.read().rstrip("\n").split("\n---\n")

lines = []
for s in snippets:
    try:
        compile(s, "<string>", "exec", dont_inherit=True)
        entry = [s, None]
    except SyntaxError as e:
        entry = [s, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    except (ValueError, OverflowError) as e:
        entry = [s, type(e).__name__, str(e)]
    lines.append(json.dumps(entry))
print("[\n" + ",\n".join(lines) + "\n]")
