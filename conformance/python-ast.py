"""Canonical text of CPython's syntax tree of each file, for python-ast.ts.

Usage: python-ast.py hash < list-of-files     one line "sha256 path" a file ("!message|line|offset path" on an error)
       python-ast.py show FILE                the text itself
       python-ast.py snippets FILE            a JSON array of [snippet, text]; the file's snippets are divided by `---`
Every node is a line "Name line column end_line end_column"; before CPython 3.12 positions within f-strings are left
out, since they are not yet those of PEP 701, and the fields that 3.13 added are shown as if they were there.
"""
import ast
import hashlib
import json
import struct
import sys
import warnings

warnings.simplefilter("ignore")
NEW = sys.version_info >= (3, 12)
SKIP = {"type_comment", "type_ignores", "ctx"}


def constant(v):
    if v is None or v is True or v is False or v is Ellipsis:
        return {None: "None", True: "True", False: "False"}.get(v, "Ellipsis") if v is not Ellipsis else "Ellipsis"
    if isinstance(v, int):
        return "int " + hex(v)
    if isinstance(v, float):
        return "float " + struct.pack(">d", v).hex()
    if isinstance(v, complex):
        return "complex " + struct.pack(">d", v.imag).hex()
    if isinstance(v, bytes):
        return "bytes " + v.hex()
    return "str " + json.dumps(v)


def walk(node, out, places):
    if isinstance(node, ast.Constant):
        name = "Constant " + constant(node.value) + " " + str(node.kind)
    else:
        name = type(node).__name__
    if places and hasattr(node, "lineno"):
        name += f" {node.lineno} {node.col_offset} {node.end_lineno} {node.end_col_offset}"
    out.append(name)
    if isinstance(node, ast.Constant):
        return
    inner = places and (NEW or not isinstance(node, ast.JoinedStr))
    fields = node._fields
    if not NEW and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        fields = (*fields, "type_params")
    for field in fields:
        if field in SKIP:
            if field == "ctx":
                out.append("ctx " + type(node.ctx).__name__)
            continue
        if field == "value" and isinstance(node, ast.MatchSingleton):
            out.append("value " + constant(node.value))
            continue
        value = getattr(node, field, [])
        if isinstance(value, list):
            out.append(f"{field} [{len(value)}]")
            for v in value:
                item(v, out, inner)
        else:
            out.append(field)
            item(value, out, inner)


def item(value, out, places):
    if isinstance(value, ast.AST):
        if value._fields or isinstance(value, (ast.stmt, ast.expr)):
            walk(value, out, places)
        else:
            out.append(type(value).__name__)
    elif value is None:
        out.append("-")
    else:
        out.append(json.dumps(value))


def text_of(path):
    with open(path, "rb") as f:
        data = f.read()
    return text_of_source(data.decode("utf-8-sig"), path)


def text_of_source(source, path):
    tree = ast.parse(source, path)
    out = []
    walk(tree, out, True)
    return "\n".join(out)


def main():
    if sys.argv[1] == "show":
        print(text_of(sys.argv[2]))
        return
    if sys.argv[1] == "snippets":
        with open(sys.argv[2], encoding="utf-8") as f:
            snippets = f.read().rstrip("\n").split("\n---\n")
        print("[\n" + ",\n".join(json.dumps([s, text_of_source(s, "s")]) for s in snippets) + "\n]")
        return
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            print(hashlib.sha256(text_of(path).encode("utf-8", "surrogatepass")).hexdigest(), path)
        except SyntaxError as e:
            print(f"!{type(e).__name__}|{e.msg}|{e.lineno}|{e.offset}".replace("\n", " "), path, sep="\t")
        except (UnicodeDecodeError, RecursionError, ValueError, MemoryError) as e:
            print(f"?{type(e).__name__}", path, sep="\t")


sys.setrecursionlimit(20000)
main()
