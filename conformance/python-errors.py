"""What CPython says of each snippet of a file (divided by lines `---`): a JSON array, one snippet a line.

Usage: python-errors.py SNIPPETS | --doctests FILE | --strings FILE...
An entry is [snippet, kind, message, line, offset, end line, end offset], or [snippet, null] if CPython accepts it.
With --doctests the snippets are the examples of a doctest file instead, with --strings all string constants of Python
files (the tests of CPython's own parser hold thousands of snippets).
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")

if sys.argv[1] == "--doctests":
    import doctest

    with open(sys.argv[2], encoding="utf-8") as f:
        text = f.read()
    parser = doctest.DocTestParser()
    snippets = []
    for part in text.split('"""'):
        try:
            snippets += [e.source.rstrip("\n") for e in parser.get_examples(part)]
        except ValueError:
            pass  # no docstring
elif sys.argv[1] == "--strings":
    import ast
    import textwrap

    snippets = []
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as f:
            tree = ast.parse(f.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                s = textwrap.dedent(node.value).strip("\n")
                if s and len(s) < 5000 and s.isprintable() or "\n" in s:
                    snippets.append(s)
    snippets = list(dict.fromkeys(snippets))
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
