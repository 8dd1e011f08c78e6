#!/usr/bin/env bash
# Compiles the core as Embedded Swift, freestanding, and checks what a hypervisor relies on:
#   1. it needs nothing from outside but memcpy and memset,
#   2. it uses no SSE register,
#   3. a C program links it and gets the right answer from it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

swiftc -enable-experimental-feature Embedded -target x86_64-unknown-none-elf -wmo -O \
  -swift-version 6 -parse-as-library -module-name CPUPolicy -no-allocations \
  -Xfrontend -disable-stack-protector -Xfrontend -function-sections \
  -Xcc -mno-sse -Xcc -mno-mmx -Xcc -mno-red-zone \
  -c $(find "$root/Sources/CPUPolicy" "$root/scripts/embedded" -name '*.swift' | sort) \
  -o "$work/core.o"

undefined=$(nm -u "$work/core.o" | awk '{print $2}' | sort | tr '\n' ' ')
for symbol in $undefined; do
  case "$symbol" in
    memcpy | memset) ;;
    *) echo "embedded: the core needs $symbol; only memcpy and memset are allowed" >&2; exit 1 ;;
  esac
done
if objdump -d "$work/core.o" | grep -q '%xmm'; then
  echo "embedded: the core uses SSE registers" >&2
  exit 1
fi
gcc -Wall -o "$work/check" "$root/scripts/embedded/check.c" "$work/core.o" -Wl,--gc-sections
"$work/check"
size=$(size -A "$work/core.o" | awk '$1 ~ /^\.text/ {sum += $2} END {print sum}')
echo "embedded: undefined symbols: ${undefined:-none}; no SSE; text ${size} bytes"
