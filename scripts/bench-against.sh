#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench-against.sh REV: builds a revision and the present tree, runs both in turns, and prints medians
# and how the present one stands to the other: above 1 it is slower.
#
# `host show FILE` is also counted in instructions, which other programs on the machine do not disturb:
# by the machine's counters, or by valgrind where it has none. RUNS, PARTS (of policy-benchmarks) and
# FILE can be given in the environment.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
revision=${1:?bench-against.sh REV}
runs=${RUNS:-15}
read -ra parts <<< "${PARTS:-derivation reading guest}"
file=${FILE:-$root/Tests/Fixtures/guest-epyc.txt}
swift=${SWIFT:-swift}
before=$root/.build/against/$(git -C "$root" rev-parse --short "$revision")
results=$root/.build/against/results
rm -rf "$results"
mkdir -p "$before" "$results"
[ -f "$before/Package.swift" ] || git -C "$root" archive "$revision" | tar -x -C "$before"

for tree in "$before" "$root"; do
  make -C "$tree" static SWIFT="$swift" >&2
  (cd "$tree/Benchmarks" && "$swift" build -c release --static-swift-stdlib >&2)
done

# One run of each, whose figures go to results/NAME.before and results/NAME.now.
show() {
  local start end
  start=$(date +%s%N)
  "$1/.build/release/cpupolicy" host show "$file" > "$results/output.$2"
  end=$(date +%s%N)
  awk -v ns=$((end - start)) 'BEGIN { printf "%.3f\n", ns / 1e6 }' >> "$results/host show FILE, ms.$2"
}

# A row is a name, spaces, a number and its unit.
rows() {
  "$1/Benchmarks/.build/release/policy-benchmarks" "${parts[@]}" |
    sed -nE 's/^([^ ]+( [^ ]+)*)  +([0-9.]+) ([A-Za-z\/]+).*/\1\t\3\t\4/p' |
    while IFS=$'\t' read -r name value unit; do
      echo "$value" >> "$results/${name//\//-}, ${unit//\//-}.$2"
    done
}

instructions() {
  local count
  count=$(LC_ALL=C perf stat -x, -e instructions:u "$1/.build/release/cpupolicy" host show "$file" \
    2>&1 > /dev/null | sed -nE 's/^([0-9]+),.*/\1/p' || true)
  if [ -z "$count" ]; then
    # Stripped, because valgrind gives up on debug information that it does not know.
    strip -o "$results/command.$2" "$1/.build/release/cpupolicy"
    count=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null \
      "$results/command.$2" host show "$file" 2>&1 > /dev/null |
      sed -nE 's/.*Collected : ([0-9]+).*/\1/p' || true)
  fi
  [ -z "$count" ] || echo "$count" >> "$results/host show FILE, instructions.$2"
}

for ((run = 0; run < runs; run++)); do
  show "$before" before
  show "$root" now
  rows "$before" before
  rows "$root" now
done
instructions "$before" before
instructions "$root" now
[ -f "$results/host show FILE, instructions.now" ] ||
  echo "no instructions: the machine counts none, and valgrind is not there" >&2

median() { sort -g "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
printf '%-52s %14s %14s %8s\n' "medians of $runs runs" "$revision" now ratio
for now in "$results"/*.now; do
  name=$(basename "$now" .now)
  [ -f "$results/$name.before" ] && [ "$name" != output ] && [ "$name" != command ] || continue
  awk -v name="$name" -v before="$(median "$results/$name.before")" -v now="$(median "$now")" '
    BEGIN {
      # Of a rate more is better.
      ratio = name ~ /B-s$/ ? before / now : now / before
      printf "%-52s %14s %14s %8.3f\n", name, before, now, ratio
    }'
done
