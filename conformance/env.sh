#!/usr/bin/env bash
# Writes test/cli/history/*.expected.txt: what real `bitbake -e` prints for the example and for the recipe of
# test/cli/history/layer. The example stands at /example and BitBake at /opt/bitbake while it runs, so that no path of a
# machine gets into the files.
#   conformance/env.sh BITBAKE_CHECKOUT        (as root: needs a mount namespace, unshare)
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${INSIDE:-}" = "" ]; then exec env INSIDE=1 unshare -m "$0" "$(realpath "$1")"; fi
out=$PWD/test/cli/history
work=$(mktemp -d)
cp -r examples/teapot/. "$work"
cp -r test/cli/history/layer/. "$work/meta-teapot"
sed -i 's/samovar/travel-mug/' "$work/build/conf/local.conf"
mkdir -p /example /opt/bitbake
mount --bind "$work" /example
[ "$(realpath /opt/bitbake)" = "$1" ] || mount --bind "$1" /opt/bitbake
cd /example/build
for recipe in "" green-tea history; do
  env -i HOME=/home/user USER=user LOGNAME=user SHELL=/bin/bash LC_ALL=en_US.UTF-8 PWD=/example/build BBPATH=/example/build \
    PATH=/opt/bitbake/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    /usr/bin/python3 /opt/bitbake/bin/bitbake -e $recipe | sed -n '/^# INCLUDE HISTORY/,$p' | sed '1i #' > "$out/${recipe:-configuration}.expected.txt"
done
umount -l /example
rm -rf "$work"
