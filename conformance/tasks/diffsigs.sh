#!/usr/bin/env bash
# Writes test/tasks/data/hashes/diffsigs.json: pairs of sigdata files of real BitBake, before and after a change of the recipes
# there (in a copy of the example at /example, which must not exist), and what bb.siggen.compare_sigfiles
# (bitbake-diffsigs) says of each pair.
#   conformance/tasks/diffsigs.sh BITBAKE_CHECKOUT      (needs what BitBake asks of a host, and zstd)
set -euo pipefail
bitbake=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
data=$root/test/tasks/data/hashes
mkdir /example
keep=$(mktemp -d)
trap 'rm -rf /example "$keep"' EXIT
cp -r "$root/examples/teapot/." /example/
recipes=/example/meta-teapot/recipes-hash/hash
mkdir -p $recipes
cp -r "$data/recipes/." $recipes/
: > /example/meta-teapot/classes/native.bbclass
cat "$data/local.conf" >> /example/build/conf/local.conf
printf 'BB_SIGNATURE_HANDLER = "basichash"\nBB_HASHSERVE = ""\nBB_NUMBER_THREADS = "1"\nBB_SERVER_TIMEOUT = "0"\n' \
  >> /example/build/conf/local.conf
run() { env -i HOME="$HOME" LC_ALL=en_US.UTF-8 PATH="$bitbake/bin:/usr/bin:/bin" BBPATH=/example/build PYTHONHASHSEED=0 "$@"; }
build() { # NAME
  (cd /example/build && run bitbake -S none leaf > /dev/null)
  mkdir "$keep/$1"
  mv /example/build/tmp/stamps/* "$keep/$1/"
}
build before
cat >> $recipes/water_1.0.bb <<'END'
do_heat:append () {
    check ${TEMPERATURE}
}
TEMPERATURE = "95"
END
printf 'do_brew[vardeps] += "MACHINE"\n' >> $recipes/leaf_1.0.bb
printf two-and-more > $recipes/files/more/two
printf new > $recipes/files/more/three
printf 'do_wash[depends] += "spoon:do_dry"\n' >> $recipes/cup_1.0.bb
printf 'addtask dry\ndo_dry () {\n    :\n}\n' >> $recipes/spoon_1.0.bb
build after
for task in water-1.0-r0.do_heat leaf-1.0-r0.do_pick leaf-1.0-r0.do_brew leaf-1.0-r0.do_stir cup-1.0-r0.do_wash; do
  a=$(ls "$keep"/before/$task.sigdata.*) b=$(ls "$keep"/after/$task.sigdata.*)
  PYTHONPATH=$bitbake/lib python3 - "$task" "$a" "$b" << 'END'
import json, subprocess, sys
import bb.siggen
task, a, b = sys.argv[1:]
read = lambda path: json.loads(subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout)
print(json.dumps({"task": task, "before": read(a), "after": read(b), "says": bb.siggen.compare_sigfiles(a, b)}))
END
done | python3 -c 'import json, sys; print(json.dumps([json.loads(line) for line in sys.stdin], indent=1, sort_keys=True))' > "$data/diffsigs.json"
