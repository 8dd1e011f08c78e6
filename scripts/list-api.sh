#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# list-api.sh [--check]: writes what each library shows to clients into docs/api, or with --check shows
# how it differs from what stands there.
set -euo pipefail
cd "$(dirname "$0")/.."
graphs=.build/symbol-graphs
lists=docs/api
[ "${1:-}" != --check ] || lists=.build/api
libraries=$(scripts/symbol-graphs.sh "$graphs")
mkdir -p "$lists"
rm -f "$lists"/*.txt
for library in $libraries; do
  .build/debug/api-list "$library" "$graphs/$library" > "$lists/$library.txt"
done
[ "${1:-}" = --check ] || exit 0
diff -ru docs/api "$lists" || {
  echo "the public API is not the one in docs/api; make api writes it" >&2
  exit 1
}
