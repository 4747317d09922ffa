#!/usr/bin/env python3
"""Calls with wrong counts, keywords and types of arguments, and what each of them gives:

    python-calls.py cases TARGET ... > CASES.json   # the calls: [target, [argument, ...], {name: argument}]
    python-calls.py run CASES.json > RESULTS.json   # a line of text for each of them

A TARGET is a module (all it offers), or an expression whose callable attributes are called (`module:expression`,
`[1]`): see python-calls.ts, which runs the second half in our VM too.
"""
import inspect
import itertools
import json
import re
import sys

pool = ["1", "'a'", "b'a'", "[]", "None", "1.5", "(1, 'a')", "object()", "len"]
# They wait for input, end the process, write files, or tell of the machine.
left_out = set(
    "input open exit quit breakpoint help copyright credits license exec eval compile print id __import__ __build_class__ "
    "memoryview __sizeof__ __subclasshook__ __dir__ __doc__ __class__ __reduce__ __reduce_ex__ __getstate__ __hash__ "
    "__init_subclass__ __class_getitem__ globals locals vars dir purge template".split()
)
address = re.compile(r"0x[0-9a-fA-F]+")


def names_of(value):
    try:
        parameters = inspect.signature(value).parameters.values()
    except (ValueError, TypeError):
        return []
    return [p.name for p in parameters if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]


def targets(text):
    """The expressions that are called."""
    module, _, expression = text.partition(":") if re.match(r"\w+:", text) else ("", "", text)
    namespace = {}
    if module:
        namespace[module] = __import__(module)
    elif re.fullmatch(r"\w+", expression) and expression in sys.stdlib_module_names:
        value = namespace[expression] = __import__(expression)
        for name in getattr(value, "__all__", None) or [n for n in dir(value) if not n.startswith("_")]:
            if name not in left_out and callable(getattr(value, name)):
                yield f"{expression}.{name}", getattr(value, name)
        return
    value = eval(expression, namespace)
    for name in dir(value):
        if name not in left_out and callable(getattr(value, name, None)):
            yield f"{expression}.{name}", getattr(value, name)


def cases_of(value):
    yield [], {}
    for a in pool:
        yield [a], {}
    for pair in itertools.product(pool, repeat=2):
        yield list(pair), {}
    for base in ("1", "'a'", "[]", "len"):
        for at in range(3):
            for other in pool:
                if other != base or at == 0:
                    yield [other if i == at else base for i in range(3)], {}
        for n in (4, 5, 6, 8):
            yield [base] * n, {}
    for name in [*names_of(value), "zzz"]:
        for base in ("1", "'a'", "[]"):
            for n in range(4):
                yield [base] * n, {name: "1"}
        for a in pool:
            yield ["'a'"], {name: a}
    yield [], {"zzz": "1", "yyy": "1"}


def shown(value):
    text = f"{type(value).__name__} {address.sub('0x', repr(value))[:200]}"
    if isinstance(value, (set, frozenset)):
        text = f"{type(value).__name__} {sorted(map(repr, value))}"
    if hasattr(type(value), "__next__"):
        items = []
        for _ in range(4):
            try:
                items.append(repr(next(value)))
            except StopIteration:
                break
            except Exception as error:
                items.append(told(error))
                break
        text += " " + address.sub("0x", "; ".join(items))
    return text


def told(error):
    return f"{type(error).__name__}: {address.sub('0x', str(error))}"


def results(cases, modules):
    namespace = {name: __import__(name) for name in modules}
    made = {}

    def make(text):
        if text not in made:
            made[text] = eval("lambda: " + text, namespace)
        return made[text]()

    for target, args, keywords in cases:
        try:
            callee = make(target)
        except AttributeError as error:
            yield f"absent: {error}"
            continue
        try:
            value = callee(*[make(a) for a in args], **{name: make(a) for name, a in keywords.items()})
            yield shown(value)
        except BaseException as error:
            yield told(error)


def modules_of(texts):
    return sorted({t.split(":")[0] for t in texts if t.split(":")[0] in sys.stdlib_module_names})


if __name__ == "__main__":
    if sys.argv[1] == "cases":
        texts = sys.argv[2:]
        everything = [[name, *case] for text in texts for name, value in targets(text) for case in cases_of(value)]
        json.dump({"modules": modules_of(texts), "cases": everything}, sys.stdout)
    else:
        with open(sys.argv[2]) as file:
            given = json.load(file)
        found = list(results(given["cases"], given["modules"]))
        json.dump(found, sys.stdout)
