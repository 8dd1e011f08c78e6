#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the C library, and checks what a hypervisor relies on:
#   1. it needs nothing from outside but memcpy and memset,
#   2. it uses no SSE register,
#   3. its code takes at most 80 KB,
#   4. a C program links it and gets the same policies and verdicts as the command: check-embedded.sh
#      COMMAND, where COMMAND is the built cpupolicy.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
command=$(realpath "$1")
folder=$root/.build/c
"$root/scripts/build-c-library.sh" "$command" "$folder"

undefined=$(nm -u "$folder/libcpupolicy.a" | awk 'NF == 2 {print $2}' | sort -u | tr '\n' ' ')
for symbol in $undefined; do
  case "$symbol" in
    memcpy | memset) ;;
    *) echo "embedded: the library needs $symbol; only memcpy and memset are allowed" >&2; exit 1 ;;
  esac
done
if objdump -d "$folder/libcpupolicy.a" | grep -q '%xmm'; then
  echo "embedded: the library uses SSE registers" >&2
  exit 1
fi
size=$(size -A "$folder/libcpupolicy.a" | awk '$1 ~ /^\.text/ {sum += $2} END {print sum}')
if [ "$size" -gt 81920 ]; then
  echo "embedded: the library's code takes $size bytes; at most 81920 are allowed" >&2
  exit 1
fi
gcc -O2 -Wall -Wextra -std=c11 -I "$root/Sources/CPUPolicyC/include" "$root/Examples/c/policies.c" \
  -o "$folder/policies" "$folder/libcpupolicy.a" "$folder/libcpupolicy_text.a"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kinds=(raw host-max host-default pv-max pv-default hvm-max hvm-default hvm-shadow-max
  hvm-shadow-default dom0-pv dom0-hvm)
compared=0
for dump in "$root"/Tests/Fixtures/emulated-*.txt; do
  "$command" policy convert "$dump" --to leaves --drop > "$work/raw" 2> /dev/null
  for number in "${!kinds[@]}"; do
    "$command" policy convert "$work/raw" --policy "${kinds[$number]}" --to leaves \
      > "$work/expected" 2> /dev/null
    "$folder/policies" "$work/raw" "$number" > "$work/found"
    cmp -s "$work/expected" "$work/found" ||
      { echo "embedded: ${kinds[$number]} of $dump differs" >&2; exit 1; }
    compared=$((compared + 1))
  done
  # Every other fixture's HVM default as a candidate: the same violations, code by code.
  for other in "$root"/Tests/Fixtures/emulated-*.txt; do
    "$command" policy convert "$other" --policy hvm-default --to leaves > "$work/candidate" 2> /dev/null
    "$folder/policies" "$work/raw" audit "$work/candidate" | cut -d' ' -f1 | sort > "$work/found" || true
    "$command" policy audit "$work/candidate" --against "$work/raw" -o csv --no-headers 2> /dev/null |
      cut -d, -f1 | sort | head -n 64 > "$work/expected" || true
    if [ "$(wc -l < "$work/found")" -lt 64 ] && ! cmp -s "$work/expected" "$work/found"; then
      echo "embedded: the verdicts on $other against $dump differ" >&2
      exit 1
    fi
    compared=$((compared + 1))
  done
done
echo "embedded: $compared results equal the command's; needs ${undefined:-nothing}; no SSE; text $size bytes"
