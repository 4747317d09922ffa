#!/usr/bin/env python3
"""Writes test/layers/rules/expected/NAME.json: what real BitBake answers for the layers in test/layers/rules/set.

    conformance/layers/rules.py BITBAKE_CHECKOUT [SCENARIO ...]

test/layers/rules/scenarios.json lists the scenarios: lines for local.conf, files to add, and the commands to run, each
a command line of bitbake or bitbake-layers. The set is copied to a temporary folder; its path is written /rules in the
answers. Lines that say nothing of the metadata (progress, the server's start, tracebacks of bitbake's own Python) are
left out.
"""
import json, os, re, shutil, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
rules = os.path.join(here, "../../test/layers/rules")
noise = re.compile(r"^(NOTE: (Starting|Reconnecting to|Terminating) bitbake server|NOTE: Retrying server connection|Loading cache|Loaded \d+ entries|Parsing recipes\.\.\."
                   r"|NOTE: Targets:|NOTE: (PN build list|Task dependencies) saved|Initialising tasks|Loading layers)")


def clean(text, root, bitbake):
    lines, trace = [], False
    for line in text.replace(root, "/rules").replace(bitbake, "/bitbake").replace("\r", "\n").split("\n"):
        if line.startswith("Traceback (most recent call last):"):
            trace = True
        elif trace and not line.startswith(" "):
            trace = False           # the exception's own line goes too
            continue
        if not trace and not noise.match(line):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n")


def run(bitbake, build, argv, root):
    for name in ("pn-buildlist", "task-depends.dot"):
        if os.path.exists(os.path.join(build, name)):
            os.remove(os.path.join(build, name))
    env = {"HOME": "/home/user", "USER": "user", "LOGNAME": "user", "SHELL": "/bin/bash", "LC_ALL": "en_US.UTF-8", "PWD": build,
           "BBPATH": build, "BB_SERVER_TIMEOUT": "60", "PYTHONHASHSEED": "0", "COLUMNS": "200",
           "PATH": os.path.join(bitbake, "bin") + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    done = subprocess.run(["/usr/bin/python3", os.path.join(bitbake, "bin", argv[0])] + argv[1:], cwd=build, env=env,
                          capture_output=True, text=True)
    if argv == ["bitbake", "-m"]:
        return None
    answer = {"argv": argv, "status": done.returncode, "stdout": clean(done.stdout, root, bitbake), "stderr": clean(done.stderr, root, bitbake)}
    listed = os.path.join(build, "pn-buildlist")
    if os.path.exists(listed):
        answer["buildlist"] = sorted(open(listed).read().split())
    return answer


def main():
    bitbake = os.path.realpath(sys.argv[1])
    for scenario in json.load(open(os.path.join(rules, "scenarios.json"))):
        if sys.argv[2:] and scenario["name"] not in sys.argv[2:]:
            continue
        with tempfile.TemporaryDirectory() as root:
            root = os.path.realpath(root)
            shutil.copytree(os.path.join(rules, "set"), root, dirs_exist_ok=True)
            files = {"build/conf/local.conf": "\n".join(scenario.get("local", [])) + "\n", **scenario.get("files", {})}
            for path, text in files.items():
                target = os.path.join(root, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "w") as out:
                    out.write(text)
            answers = [run(bitbake, os.path.join(root, "build"), argv, root) for argv in scenario["commands"]]
            run(bitbake, os.path.join(root, "build"), ["bitbake", "-m"], root)     # the server stays for one scenario
        with open(os.path.join(rules, "expected", scenario["name"] + ".json"), "w") as out:
            json.dump(answers, out, indent=1, ensure_ascii=False)
            out.write("\n")
        print(scenario["name"], [answer["status"] for answer in answers], flush=True)


if __name__ == "__main__":
    main()
