#!/usr/bin/env python3
"""What real BitBake writes into the run scripts of tasks: JSON Lines, one for each task of the recipes chosen.

    emit.py --bitbake DIR --build DIR [--only REGEX] [--random N [--seed S]] > theirs.jsonl

The recipes are parsed by the calls of `bitbake -p` (conformance/layers/dump.py); each task's datastore is made as before its
run, and bb.data.emit_func or emit_func_python is asked. conformance/scripts.ts compares.
"""
import argparse, io, json, logging, os, random, re, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "layers"))
import dump


def scripts(bb, key, d):
    for task in d.getVar("__BBTASKS", False) or []:
        line = {"key": key, "task": task}
        local = bb.data.createCopy(d)
        local.setVar("BB_FILENAME", key)
        local.setVar("OVERRIDES", "task-%s:%s" % (task[3:].replace("_", "-"), d.getVar("OVERRIDES", False)))
        bb.data.expandKeys(local)
        python = bool(local.getVarFlag(task, "python", False))
        out = io.StringIO()
        try:
            (bb.data.emit_func_python if python else bb.data.emit_func)(task, out, local)
            line["text"] = out.getvalue()
        except Exception as exc:
            line["error"] = "%s: %s" % (type(exc).__name__, exc)
        line["kind"] = "python" if python else "shell"
        yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bitbake", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--random", type=int)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dump.start(os.path.abspath(args.bitbake), os.path.abspath(args.build), None)
    bb = dump.bb
    os.getpid = lambda: 1  # values hold it
    dump.collect()
    jobs = sorted(job for job in dump.jobs if re.search(args.only, job[0]))
    if args.random is not None:
        jobs = random.Random(args.seed).sample(jobs, min(args.random, len(jobs)))
    bb.event.fire(bb.event.ParseStarted(len(jobs)), dump.cooker.data)
    state = (bb.utils.get_context().copy(), bb.event.get_class_handlers().copy())
    for fn, appends, layername in jobs:
        for variant, key, d in dump.parse_job(fn, appends, layername, *state):
            if d.getVar("__SKIPPED", False) is None:
                for line in scripts(bb, key, d):
                    print(json.dumps(line))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
