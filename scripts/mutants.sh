#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# mutants.sh [again]: whether the fast suites notice small mutations of the core and the readers, all
# of them compiled at once in a scratch copy. Fails where one survives that Tests/Mutants/SURVIVORS.md
# does not explain, or more than five of a hundred. `again` tries the survivors of the last run alone.
# MUTANTS says how many, SEED which ones, JOBS how many at a time.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

"$root/scripts/copy-tree.sh" "$root/.build/mutants"
cd "$root"
exec "${SWIFT:-swift}" run -q mutants "$root" "$root/.build/mutants" "$@"
