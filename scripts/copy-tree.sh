#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# copy-tree.sh FOLDER: the sources as they stand, tracked or about to be, into a folder of their own.
# A file that is there already and the same keeps its time, so that little is built anew; one that the
# sources lack goes. What git ignores stays: the folder keeps what was built in it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
copy=$(cd "$1" && pwd)
cd "$root"
rm -rf "$copy/.git"
declare -A wanted
while IFS= read -r -d '' file; do
  [ -f "$file" ] || continue
  wanted[$file]=1
  cmp -s "$file" "$copy/$file" || { mkdir -p "$(dirname "$copy/$file")"; cp "$file" "$copy/$file"; }
done < <(git ls-files -z -co --exclude-standard)
cd "$copy"
git init -q .
while IFS= read -r -d '' file; do
  [ -n "${wanted[$file]:-}" ] || rm -f "$file"
done < <(git ls-files -z -co --exclude-standard)
git add -A
git -c user.name=copy -c user.email=copy@localhost commit -q -m "The sources as they stand"
