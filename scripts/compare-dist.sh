#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# compare-dist.sh FOLDER FOLDER: whether two builds gave the same bytes; where not, in which sections they differ.
set -euo pipefail
first=$(cd "$1" && pwd)
second=$(cd "$2" && pwd)
if diff "$first/SHA256SUMS" "$second/SHA256SUMS"; then
  echo "dist: both builds gave the same $(wc -l < "$first/SHA256SUMS") files"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Sections of the command by name, each as its bytes.
for section in $(readelf -SW "$first/cpupolicy" | sed -nE 's/^ *\[ *[0-9]+\] (\.[^ ]+) .*/\1/p'); do
  for tree in first second; do
    objcopy -O binary --only-section="$section" "${!tree}/cpupolicy" "$work/$tree" 2> /dev/null || true
  done
  cmp -s "$work/first" "$work/second" ||
    echo "$section: $(cmp -l "$work/first" "$work/second" 2> /dev/null | wc -l) bytes differ" >&2
done
echo "dist: the builds differ" >&2
exit 1
