#!/usr/bin/env bash
# Writes test/tasks/data/scripts/expected.jsonl: what real BitBake puts into the run scripts of the recipe there, in a copy of
# the example at /example (the folder must not exist).
#   conformance/tasks/scripts.sh BITBAKE_CHECKOUT      (needs what BitBake asks of a host)
set -euo pipefail
bitbake=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir /example
trap 'rm -rf /example' EXIT
cp -r "$root/examples/teapot/." /example/
mkdir -p /example/meta-teapot/recipes-scripts/scripts
cp "$root"/test/tasks/data/scripts/*.bb /example/meta-teapot/recipes-scripts/scripts/
printf 'BB_HASHSERVE = ""\nBB_NUMBER_THREADS = "1"\n' >> /example/build/conf/local.conf
env -i HOME="$HOME" LC_ALL=en_US.UTF-8 LOGNAME=user USER=user SHELL=/bin/bash PATH=/usr/bin:/bin python3 "$root/conformance/tasks/emit.py" \
  --bitbake "$bitbake" --build /example/build --only shelly > "$root/test/tasks/data/scripts/expected.jsonl"
