#!/usr/bin/env bash
# The task graph of your targets, real BitBake's and sandbake's, compared as sets of lines.
#
#   BITBAKE=... BUILD=... conformance/graph.sh TARGET... [OPTIONS OF bitbake -g AND sandbake graph]
#
# BITBAKE  a checkout of bitbake
# BUILD    a build directory (conf/bblayers.conf, conf/local.conf); BitBake writes its cache, tmp and the two files there
# THEIRS   instead of running BitBake: a folder with its pn-buildlist and task-depends.dot (or .gz) of the same targets
# OPTIONS  of sandbake, beside --build and --bitbake (--allow-run=git --allow-read=/usr/include/linux)
#
# Prints how many lines are equal, what only one side has (the first 20), and exits 1 if anything differs. npm run build first.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -f "${BITBAKE:-}/bin/bitbake" ] || [ ! -f "${BUILD:-}/conf/bblayers.conf" ] || [ $# -eq 0 ]; then
  sed -n '4,11s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
[ -f "$here/../dist/cli/main.js" ] || { echo "conformance/graph.sh needs dist: npm run build" >&2; exit 2; }
BITBAKE=$(realpath "$BITBAKE") BUILD=$(realpath "$BUILD")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/theirs" "$work/ours"
if [ -n "${THEIRS:-}" ]; then
  for file in pn-buildlist task-depends.dot; do
    if [ -f "$THEIRS/$file.gz" ]; then gzip -dc "$THEIRS/$file.gz" > "$work/theirs/$file"; else cp "$THEIRS/$file" "$work/theirs/"; fi
  done
else
  (cd "$BUILD" && env -i HOME="$HOME" LC_ALL=en_US.UTF-8 PATH="$BITBAKE/bin:$PATH" BBPATH="$BUILD" bitbake -g "$@" > "$work/log" 2>&1) \
    || { tail -20 "$work/log" >&2; echo "bitbake -g failed or warned; comparing what it wrote" >&2; }
  mv "$BUILD/pn-buildlist" "$BUILD/task-depends.dot" "$work/theirs/"
fi
# shellcheck disable=SC2086
node "$here/../dist/cli/main.js" graph "$@" --build "$BUILD" --bitbake "$BITBAKE" -o "$work/ours" ${OPTIONS:-} > /dev/null
status=0
for file in pn-buildlist task-depends.dot; do
  for side in theirs ours; do LC_ALL=C sort "$work/$side/$file" > "$work/$side/$file.sorted"; done
  cd "$work"
  both=$(LC_ALL=C comm -12 "theirs/$file.sorted" "ours/$file.sorted" | wc -l)
  LC_ALL=C comm -23 "theirs/$file.sorted" "ours/$file.sorted" > missing
  LC_ALL=C comm -13 "theirs/$file.sorted" "ours/$file.sorted" > extra
  echo "$file: $both lines equal, $(wc -l < missing) only BitBake's, $(wc -l < extra) only ours"
  head -20 missing | sed 's/^/  only BitBake: /'
  head -20 extra | sed 's/^/  only ours:    /'
  if [ -s missing ] || [ -s extra ]; then status=1; fi
done
exit $status
