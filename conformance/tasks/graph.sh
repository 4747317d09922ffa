#!/usr/bin/env bash
# Writes test/tasks/data/graph/NAME/{pn-buildlist,task-depends.dot}: real BitBake's -g for the recipes there, in a copy of
# the example.
#   conformance/tasks/graph.sh BITBAKE_CHECKOUT      (needs what BitBake asks of a host)
set -euo pipefail
bitbake=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/examples/teapot" "$work/example"
mkdir -p "$work/example/meta-teapot/recipes-graph/graph"
cp "$root"/test/tasks/data/graph/*.bb "$work/example/meta-teapot/recipes-graph/graph/"
: > "$work/example/meta-teapot/classes/native.bbclass"
printf 'BB_HASHSERVE = ""\nBB_NUMBER_THREADS = "1"\nBB_SERVER_TIMEOUT = "0"\n' >> "$work/example/build/conf/local.conf"
cd "$work/example/build"
make() { # NAME ARGUMENTS...
  local out="$root/test/tasks/data/graph/$1"
  shift
  mkdir -p "$out"
  env -i HOME="$HOME" LC_ALL=en_US.UTF-8 PATH="$bitbake/bin:/usr/bin:/bin" BBPATH="$PWD" bitbake -g "$@"
  for file in pn-buildlist task-depends.dot; do sed "s|$work/example|/example|g" "$file" > "$out/$file"; done
}
make set set
make pot pot:do_warm leaves
make lay -c lay set
make unused -c unused set
make runall --runall pick set
make runonly --runonly dry set
make ignored -I leaves pot
make world world
make extra extra || true # BitBake says that nothing provides one of its names, and goes on

mkdir -p conf/multiconfig
cp "$root/test/tasks/data/graph/multiconfig/urn.conf" conf/multiconfig/
cp "$root/test/tasks/data/graph/multiconfig/"*.bb ../meta-teapot/recipes-graph/graph/
printf 'BBMULTICONFIG = "urn"\n' >> conf/local.conf
make multiconfig/default mcpot
make multiconfig/urn mc:urn:mcpot
make multiconfig/both mcpot mc:urn:mcpot mcsecond:do_zip
