#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# build-dist.sh FOLDER: packages of what is committed, built in a tree that holds nothing else. Wherever and
# whenever that is, the bytes are the same on the same system: paths and dates of the build are not in them.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
git -C "$root" diff --quiet HEAD || echo "dist: what is changed and not committed is left out" >&2
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
git -C "$root" archive HEAD | tar -x -C "$tree"
CPUPOLICY_COMMIT=$(git -C "$root" rev-parse --short=12 HEAD)
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct)
export CPUPOLICY_COMMIT SOURCE_DATE_EPOCH
make -C "$tree" static
"$tree/scripts/build-c-library.sh" "$tree/.build/release/cpupolicy" "$tree/.build/c"
"$tree/scripts/make-dist.sh" "$tree/.build/release/cpupolicy" "$out"
