#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# site.sh FOLDER: one static site of everything there is to read, with search, for any web server or none. Links are
# checked. As root it installs what is missing: cmark-gfm for Markdown, mandoc for manual pages.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1
missing=()
for program in cmark-gfm mandoc; do
  command -v "$program" > /dev/null || missing+=("$program")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "missing packages; run: sudo apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
fi
swift=${SWIFT:-swift}
docc=$(dirname "$(readlink -f "$(command -v "$swift")")")/docc
rm -rf "$folder"
mkdir -p "$folder/docc"
scripts/docc.sh .build/docc
for archive in .build/docc/*.doccarchive; do
  library=$(basename "$archive" .doccarchive)
  "$docc" process-archive transform-for-static-hosting "$archive" \
    --output-path "$folder/docc/$library" --hosting-base-path "docc/$library"
done
"$swift" build --product site
.build/debug/site . "$folder"
