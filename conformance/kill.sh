#!/usr/bin/env bash
# Kills `sandbake parse` at ten random moments and compares what the next run says with what an undisturbed one says.
#   conformance/kill.sh BUILD_DIR [options of sandbake parse, such as --allow-read=PATHS or --jobs=2]
# Needs dist (npm run build). Prints the seed; SEED=N repeats it. Exit status 1 if anything differs.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,4p' "$0" >&2; exit 2; }
build=$1; shift
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RANDOM=${SEED:=$RANDOM}
echo "seed $SEED"
versions() { node "$root/dist/cli/main.js" versions --json --build "$build" --cache-dir "$1" "${@:2}"; }
begin=$(date +%s)
versions "$work/whole" "$@" >"$work/whole.json"
length=$(($(date +%s) - begin + 1))
for i in 1 2 3 4 5 6 7 8 9 10; do
  node "$root/dist/cli/main.js" parse --quiet --build "$build" --cache-dir "$work/killed" "$@" >/dev/null 2>&1 &
  child=$!
  sleep "$((RANDOM % length)).$((RANDOM % 10))"
  if kill -KILL "$child" 2>/dev/null; then echo "run $i killed"; else echo "run $i had ended"; fi
  wait "$child" 2>/dev/null || true
done
for run in first second; do
  versions "$work/killed" "$@" >"$work/killed.json"
  cmp "$work/whole.json" "$work/killed.json" || { echo "the $run run after the kills differs"; exit 1; }
done
echo "the same after ten kills"
