#!/usr/bin/env bash
# How far sandbake equals BitBake on your layers: real BitBake dumps what every recipe evaluates to, sandbake dumps the
# same, and the two are compared value by value.
#
#   BITBAKE=... LAYERS_ROOT=... BUILD=... conformance/layers.sh [--random N] [--seed N] [--only REGEX] [--arm] [--set VAR=VALUE]...
#
# BITBAKE      a checkout of bitbake
# LAYERS_ROOT  the folder that the layers' checkouts stand in
# BUILD        a build directory (conf/bblayers.conf, conf/local.conf) whose layers lie below LAYERS_ROOT. It should have
#              BB_SIGNATURE_HANDLER = "OEBasicHash", BB_HASHSERVE = "" and INHERIT:remove = "sanity"
# OUT          where the dumps go; default: a new temporary folder
# --random N   N recipe files drawn at random (--seed; printed), instead of all
# --arm        MACHINE = qemuarm64, DISTRO_FEATURES with systemd and without x11
#
# Needs Linux with python3, faketime, the locale en_US.UTF-8 and what BitBake asks of a host; npm run build first.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
missing=()
[ -f "${BITBAKE:-}/bin/bitbake" ] || missing+=("BITBAKE: a checkout of bitbake (https://git.openembedded.org/bitbake)")
[ -d "${LAYERS_ROOT:-}" ] || missing+=("LAYERS_ROOT: the folder with the checkouts of your layers (openembedded-core, ...)")
[ -f "${BUILD:-}/conf/bblayers.conf" ] || missing+=("BUILD: a build directory with conf/bblayers.conf")
command -v faketime > /dev/null || missing+=("faketime: the clock of both sides (Debian: apt-get install faketime)")
[ -f "$here/../dist/cli/main.js" ] || missing+=("dist: npm run build")
if [ ${#missing[@]} -gt 0 ]; then
  echo "conformance/layers.sh needs:" >&2
  printf '  %s\n' "${missing[@]}" >&2
  exit 2
fi
oracle=() ours=() random="" seed=""
settings=()
setting() { settings+=("$1"); }
while [ $# -gt 0 ]; do
  case $1 in
    --random) random=$2; shift 2 ;;
    --seed) seed=$2; shift 2 ;;
    --only) oracle+=(--only "$2"); shift 2 ;;
    --set) setting "$2"; shift 2 ;;
    --arm) setting "MACHINE=qemuarm64"; setting "DISTRO_FEATURES:append= systemd"; setting "DISTRO_FEATURES:remove=x11"; shift ;;
    *) echo "conformance/layers.sh: unknown option $1" >&2; exit 2 ;;
  esac
done
if [ -n "$random" ]; then
  seed=${seed:-$(date +%Y%m%d)}
  echo "drawing $random recipes with --seed $seed"
  oracle+=(--random "$random" --seed "$seed")
fi
out=${OUT:-$(mktemp -d)}
if [ ${#settings[@]} -gt 0 ]; then
  for entry in "${settings[@]}"; do echo "${entry%%=*} = \"${entry#*=}\""; done > "$out/settings.conf"
  oracle+=(--read "$(realpath "$out/settings.conf")")
  ours+=(--read "$(realpath "$out/settings.conf")")
fi
bitbake=$(realpath "$BITBAKE") root=$(realpath "$LAYERS_ROOT") build=$(realpath "$BUILD")
echo "dumps: $out"
env -i HOME="$HOME" LOGNAME="${USER:-root}" USER="${USER:-root}" SHELL=/bin/bash LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 TZ=UTC \
  PYTHONHASHSEED=0 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  faketime -f "2026-01-01 00:00:00" /usr/bin/python3 "$here/layers/dump.py" \
  --bitbake "$bitbake" --layers "$root" --build "$build" --out "$out/theirs.jsonl.gz" "${oracle[@]}"
# The recipes that BitBake dumped, as paths.
if [[ " ${oracle[*]} " == *" --random "* || " ${oracle[*]} " == *" --only "* ]]; then
  mapfile -t files < <(gzip -dc "$out/theirs.jsonl.gz" | sed -n 's/^{"kind": "\(recipe\|failed\)", "key": "\${LAYERS}\([^"]*\)".*/\2/p' | sort -u)
  [ ${#files[@]} -eq 0 ] || ours+=(--recipes "${files[@]/#/$root}")
fi
status=0
node "$here/../dist/cli/main.js" dump --build "$build" --bitbake "$bitbake" --layers-root "$root" --allow-run=git \
  --allow-read=/usr/include/linux --quiet "${ours[@]}" -o "$out/ours.jsonl.gz" || status=$?
node "$here/../dist/cli/main.js" compare "$out/ours.jsonl.gz" "$out/theirs.jsonl.gz" || status=$?
exit $status
