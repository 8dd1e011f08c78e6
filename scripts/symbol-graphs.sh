#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# symbol-graphs.sh FOLDER [--inherited-docs]: builds, and writes the symbol graph of what each library
# shows to clients, a folder a library; prints the libraries' names. With --inherited-docs what a protocol
# asks for has the protocol's comment.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
modules=$root/.build/debug/Modules
swift=$(command -v "${SWIFT:-swift}")
extract=$(dirname "$(readlink -f "$swift")")/swift-symbolgraph-extract
mkdir -p "$1"
"$swift" build -q --package-path "$root" >&2
flags=(-skip-inherited-docs)
[ "${2:-}" != --inherited-docs ] || flags=()
for include in "$root"/Sources/C*/include/module.modulemap "$root"/.build/debug/C*.build/module.modulemap; do
  [ ! -f "$include" ] || flags+=(-Xcc "-fmodule-map-file=$include")
done
# The libraries are the products of Package.swift.
libraries=$(sed -nE 's/.*\.library\(name: "([^"]+)".*/\1/p' "$root/Package.swift")
for library in $libraries; do
  rm -rf "${1:?}/$library"
  mkdir -p "$1/$library"
  "$extract" -module-name "$library" -I "$modules" "${flags[@]}" \
    -target "$(uname -m)-unknown-linux-gnu" -minimum-access-level public -skip-synthesized-members \
    -output-dir "$1/$library"
  echo "$library"
done
