#!/usr/bin/env bash
# Writes test/tasks/data/*.json: what tasks of test/tasks/data/probe_1.0.bb see of their datastore in real BitBake.
#   conformance/tasks/probe.sh BITBAKE_CHECKOUT      (works in a copy of the example; needs what BitBake asks of a host)
set -euo pipefail
bitbake=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/examples/teapot" "$work/example"
cp "$root/test/tasks/data/probe_1.0.bb" "$work/example/meta-teapot/recipes-tea/"
: > "$work/example/meta-teapot/classes/native.bbclass"
printf 'BB_HASHSERVE = ""\nBB_NUMBER_THREADS = "1"\nBB_SERVER_TIMEOUT = "0"\n' >> "$work/example/build/conf/local.conf"
cd "$work/example/build"
for target in "probe -c probe" "probe -c two_words" "probe-native -c two_words"; do
  # shellcheck disable=SC2086
  env -i HOME="$HOME" LC_ALL=en_US.UTF-8 PATH="$bitbake/bin:/usr/bin:/bin" BBPATH="$PWD" bitbake $target
done
for report in tmp/probe/*.json; do
  # Where the example lies, and what only an execution or a host has, is left out.
  /usr/bin/python3 - "$report" "$work" > "$root/test/tasks/data/$(basename "$report")" <<'END'
import json, re, sys
path, work = sys.argv[1:]
volatile = re.compile(r"__.*|_task_deps|BB_(LOGFILE|TASK.*|UNIHASH|ORIGENV|WORKERCONTEXT|CMDLINE|CONSOLELOG|HASHSERVE|NUMBER_THREADS|SERVER.*)|"
                      r"BUILD(NAME|START)|DATE|TIME|DATETIME|BBINCLUDED|HOME|USER|LOGNAME|SHELL|LC_ALL|PATH|PWD|PRSERV_HOST")
values = json.loads(open(path).read().replace(work, ""))
json.dump({k: v for k, v in values.items() if not volatile.fullmatch(k)}, sys.stdout, indent=1, sort_keys=True)
print()
END
done
