#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docc.sh FOLDER: documentation of each library by the toolchain's own docc, from its catalogue and its
# symbol graph. A warning is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=$(command -v "${SWIFT:-swift}")
docc=$(dirname "$(readlink -f "$swift")")/docc
mkdir -p "$1"
for library in $(scripts/symbol-graphs.sh .build/symbol-graphs); do
  "$docc" convert "Sources/$library/$library.docc" \
    --additional-symbol-graph-dir ".build/symbol-graphs/$library" \
    --fallback-bundle-identifier "swift-cpu-policy.$library" --fallback-display-name "$library" \
    --warnings-as-errors --output-path "$1/$library.doccarchive"
done
