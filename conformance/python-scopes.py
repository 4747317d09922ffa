"""Canonical text of CPython's symbol tables of each file, for python-scopes.ts.

Usage: python-scopes.py hash < list-of-files | python-scopes.py show FILE | python-scopes.py snippets FILE
(the latter prints a JSON array of [snippet, text]; the file's snippets are divided by `---`)
A table is a line "kind name line", then its names with their scope and flags, then the tables within.
With each function stand the names of its parameters in order and whether it is a generator or a coroutine, from its code object.
"""
import hashlib
import json
import re
import sys
import symtable
import warnings

warnings.simplefilter("ignore")
SCOPES = {1: "local", 2: "global", 3: "implicit", 4: "free", 5: "cell"}
sys.setrecursionlimit(20000)


def flags(s):
    return "".join(
        letter
        for letter, on in (
            ("p", s.is_parameter()),
            ("a", s.is_assigned()),
            ("i", s.is_imported()),
            ("n", s.is_annotated()),
            ("r", s.is_referenced()),
        )
        if on
    )


def walk(table, out):
    # an enum since 3.13
    kind = str(getattr(table.get_type(), "value", table.get_type()))
    out.append(f"{kind} {table.get_name()} {table.get_lineno()}")
    names = []
    for s in table.get_symbols():
        name = s.get_name()
        if name.startswith(".") or name in ("__classdict__", "__type_params__"):
            continue  # CPython's own, for its way of making generics
        names.append(f"  {name} {SCOPES[s._Symbol__scope]} {flags(s)}")
    out.extend(sorted(names))
    for child in table.get_children():
        if child.get_name() != "_annotation":
            walk(child, out)


def codes(code, out):
    for c in code.co_consts:
        if hasattr(c, "co_code"):
            n = c.co_argcount + c.co_kwonlyargcount + bool(c.co_flags & 4) + bool(c.co_flags & 8)
            kinds = [k for k, bit in (("generator", 0x20), ("coroutine", 0x80), ("asyncgen", 0x200)) if c.co_flags & bit]
            frees = sorted(x for x in c.co_freevars)
            cells = sorted(x for x in c.co_cellvars)
            parameters = [p for p in c.co_varnames[:n] if p != ".0"]
            # PEP 709 took comprehensions out of the qualified names of what stands in them
            name = re.sub(r"<(list|set|dict)comp>\.", "", c.co_qualname)
            out.append(f"{name} ({' '.join(parameters)}) {' '.join(kinds)} cells {cells} frees {frees}")
            codes(c, out)


def text_of(path):
    with open(path, "rb") as f:
        return text_of_source(f.read().decode("utf-8-sig"), path)


def text_of_source(source, path):
    out = []
    walk(symtable.symtable(source, path, "exec"), out)
    inner = []
    codes(compile(source, path, "exec", dont_inherit=True, optimize=0), inner)
    return "\n".join(out + sorted(inner))


if sys.argv[1] == "snippets":
    with open(sys.argv[2], encoding="utf-8") as f:
        snippets = f.read().rstrip("\n").split("\n---\n")
    print("[\n" + ",\n".join(json.dumps([s, text_of_source(s, "s")]) for s in snippets) + "\n]")
elif sys.argv[1] == "show":
    print(text_of(sys.argv[2]))
else:
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            print(hashlib.sha256(text_of(path).encode("utf-8", "surrogatepass")).hexdigest(), path)
        except SyntaxError as e:
            print(f"!{type(e).__name__}|{e.msg}|{e.lineno}|{e.offset}".replace("\n", " "), path, sep="\t")
        except (UnicodeDecodeError, RecursionError, ValueError, MemoryError) as e:
            print(f"?{type(e).__name__}", path, sep="\t")
