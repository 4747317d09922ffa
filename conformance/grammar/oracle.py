#!/usr/bin/env python3
"""What real BitBake reads in a file: its own statements, errors and warnings, as JSON.

    oracle.py BITBAKE_DIR cases DIR...    for each DIR/*.json write DIR/*.expected.json (the test's cases)
    oracle.py BITBAKE_DIR files < LIST    for each path of LIST print one line of JSON (see compare.ts)
    oracle.py BITBAKE_DIR time < LIST     print the milliseconds that BitBake takes to parse all of LIST

BitBake is run, not copied: this script parses with its library and looks at the statements that come back. A case is
{"file": name, "text": text, "baseConfig"?: true}; the answer has "statements", "warnings" and perhaps "error".
"""
import json
import logging
import os
import sys
import tempfile
import time

os.environ.setdefault("LC_ALL", "en_US.UTF-8")
sys.path.insert(0, os.path.join(sys.argv[1], "lib"))

import bb  # noqa: E402
import bb.data  # noqa: E402
import bb.parse  # noqa: E402
import bb.parse.ast as ast  # noqa: E402
import bb.siggen  # noqa: E402
from bb.parse.parse_py import BBHandler, ConfHandler  # noqa: E402


class Messages(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelno, record.getMessage()))


messages = Messages()
logger = logging.getLogger("BitBake")
logger.addHandler(messages)
logger.setLevel(logging.WARNING)
logger.propagate = False

data = bb.data.init()
bb.parse.siggen = bb.siggen.init(data)
groups = []


class Group(ast.StatementGroup):
    """Statements that are kept and not evaluated: only the syntax is asked for."""

    def __init__(self, *args):
        super().__init__(*args)
        groups.append(self)

    def eval(self, d):
        pass


ast.StatementGroup = Group

# A syntax error leaves the parser in the middle of something.
STATE = {
    name: list(value) if isinstance(value, list) else value
    for name, value in vars(BBHandler).items()
    if name.startswith("__") and isinstance(value, (list, str, bool, type(None)))
    and name not in ("__name__", "__doc__", "__file__", "__package__", "__cached__")
}
OPERATORS = {"colon": ":=", "lazyques": "??=", "ques": "?=", "append": "+=", "prepend": "=+", "predot": "=.", "postdot": ".="}


def fresh():
    for name, value in STATE.items():
        setattr(BBHandler, name, list(value) if isinstance(value, list) else value)
    groups.clear()
    messages.records = []


def statement(node):
    """A node of BitBake's as plain data, in the words of our syntax tree."""
    kind = type(node).__name__
    values = vars(node)
    result = {"line": values["lineno"]}
    if kind == "DataNode":
        parts = values["groupd"]
        operator = next((text for key, text in OPERATORS.items() if parts.get(key)), "=")
        result.update(kind="assignment", name=parts["var"], flag=parts["flag"], operator=operator,
                      value=parts["value"], quote=parts["apo"], exported=bool(parts["exp"]))
    elif kind == "ExportNode":
        result.update(kind="export", name=values["var"])
    elif kind == "UnsetNode":
        result.update(kind="unset", name=values["var"], flag=None)
    elif kind == "UnsetFlagNode":
        result.update(kind="unset", name=values["var"], flag=values["flag"])
    elif kind == "IncludeNode":
        result.update(kind="include", path=values["what_file"], force=values["force"])
    elif kind == "IncludeAllNode":
        result.update(kind="include-all", path=values["what_file"])
    elif kind == "InheritNode":
        result.update(kind="inherit", text=values["classes"])
    elif kind == "InheritDeferredNode":
        result.update(kind="inherit-defer", text=values["inherit"][0])
    elif kind == "AddTaskNode":
        result.update(kind="addtask", tasks=values["tasks"], after=values["after"], before=values["before"])
    elif kind == "DelTaskNode":
        result.update(kind="deltask", text=values["tasks"])
    elif kind == "BBHandlerNode":
        result.update(kind="addhandler", names=values["hs"])
    elif kind == "ExportFuncsNode":
        result.update(kind="export-functions", names=values["n"])
    elif kind == "PyLibNode":
        result.update(kind="addpylib", dir=values["libdir"], namespace=values["namespace"])
    elif kind == "AddFragmentsNode":
        result.update(kind="addfragments", words=[values[key] for key in (
            "fragments_path_prefix", "fragments_variable", "flagged_variables_list_variable", "builtin_fragments_variable")])
    elif kind == "MethodNode":
        result.update(kind="function", name=values["func_name"], python=values["python"], fakeroot=values["fakeroot"],
                      body="\n".join(values["body"]))
    elif kind == "PythonMethodNode":
        result.update(kind="def", name=values["function"], body="\n".join(values["body"]))
    else:
        raise SystemExit("unknown statement of BitBake: %s" % kind)
    return result


def read(path, base_config=False):
    fresh()
    name = os.path.basename(path)
    answer = {}
    try:
        if name.endswith(".conf"):
            ConfHandler.handle(path, data.createCopy(), False, baseconfig=base_config)
            nodes = [node for group in groups for node in group]
        else:
            BBHandler.cached_statements.clear()
            nodes = list(BBHandler.get_statements(path, path, os.path.splitext(name)[0]))
        answer["statements"] = [statement(node) for node in nodes]
    except bb.parse.ParseError as error:
        answer["error"] = {"line": error.lineno, "message": error.msg}
    except bb.BBHandledException:
        answer["error"] = {"message": next(text for level, text in messages.records if level >= logging.ERROR)}
    except Exception as error:
        answer["error"] = {"message": str(error)}
    answer["warnings"] = [text for level, text in messages.records if level == logging.WARNING]
    return answer


def write_cases(folder):
    for source in sorted(os.listdir(folder)):
        if not source.endswith(".json") or source.endswith(".expected.json"):
            continue
        with open(os.path.join(folder, source), encoding="utf-8") as file:
            cases = json.load(file)
        answers = []
        with tempfile.TemporaryDirectory() as place:
            for case in cases:
                path = os.path.join(place, case["file"])
                with open(path, "w", newline="", encoding="utf-8") as file:
                    file.write(case["text"])
                text = json.dumps(read(path, case.get("baseConfig", False)), sort_keys=True)
                answers.append(text.replace(place + "/", ""))
        target = os.path.join(folder, source[: -len(".json")] + ".expected.json")
        with open(target, "w", encoding="utf-8") as file:
            file.write("[\n" + ",\n".join(answers) + "\n]\n")


if sys.argv[2] == "cases":
    for folder in sys.argv[3:]:
        write_cases(folder)
elif sys.argv[2] == "files":
    for line in sys.stdin:
        print(json.dumps({"path": line.strip(), **read(line.strip(), True)}))
elif sys.argv[2] == "time":
    paths = sys.stdin.read().split("\n")
    statement = type  # nothing of ours in the time
    start = time.perf_counter()
    for path in paths:
        read(path, True)
    print((time.perf_counter() - start) * 1000)
else:
    raise SystemExit(__doc__)
