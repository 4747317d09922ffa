#!/usr/bin/env bash
# Writes test/tasks/data/hashes/HANDLER.json: what the sigdata files of real BitBake's `-S none` hold for the recipes there,
# in a copy of the example at /example (hashes hold paths; the folder must not exist), with each signature handler.
#   conformance/tasks/hashes.sh BITBAKE_CHECKOUT      (needs what BitBake asks of a host, and zstd)
set -euo pipefail
bitbake=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
data=$root/test/tasks/data/hashes
mkdir /example
trap 'rm -rf /example' EXIT
for handler in basichash Steeped SteepedEquiv; do
  rm -rf /example/*
  cp -r "$root/examples/teapot/." /example/
  mkdir -p /example/meta-teapot/recipes-hash/hash
  cp -r "$data/recipes/." /example/meta-teapot/recipes-hash/hash/
  cp "$data/handlers.py" /example/meta-teapot/lib/teapot/
  printf 'BBIMPORTS = ["steep", "handlers"]\n' > /example/meta-teapot/lib/teapot/__init__.py
  : > /example/meta-teapot/classes/native.bbclass
  cat "$data/local.conf" >> /example/build/conf/local.conf
  serve=; [ "$handler" = SteepedEquiv ] && serve=auto
  printf 'BB_SIGNATURE_HANDLER = "%s"\nBB_HASHSERVE = "%s"\nBB_NUMBER_THREADS = "1"\nBB_SERVER_TIMEOUT = "0"\n' \
    "$handler" "$serve" >> /example/build/conf/local.conf
  (cd /example/build
    env -i HOME="$HOME" LC_ALL=en_US.UTF-8 PATH="$bitbake/bin:/usr/bin:/bin" BBPATH="$PWD" \
      bitbake -S none leaf spoon:do_polish water:do_pour)
  for file in /example/build/tmp/stamps/*.sigdata.*; do
    printf '{"file": "%s", "data": ' "${file#/example/build/tmp/stamps/}"
    zstd -dc "$file"
    echo '}'
  done | python3 -c 'import json, sys; print(json.dumps([json.loads(line) for line in sys.stdin], indent=1, sort_keys=True))' \
    > "$data/$handler.json"
done
