#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every public declaration of the libraries says what it is: lists those that do not, and fails.
set -euo pipefail
cd "$(dirname "$0")/.."
graphs=.build/documented
status=0
for library in $(scripts/symbol-graphs.sh "$graphs" --inherited-docs); do
  .build/debug/api-list --undocumented "$library" "$graphs/$library" || status=1
done
[ "$status" = 0 ] || echo "these public declarations have no doc comment" >&2
exit "$status"
