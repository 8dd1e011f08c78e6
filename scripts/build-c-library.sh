#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds libcpupolicy.a as Embedded Swift, freestanding, and libcpupolicy_text.a, the words for its
# codes: build-c-library.sh COMMAND FOLDER, where COMMAND is the built cpupolicy.
# What no function of the header reaches is left out of the archive, and what no caller may name is not
# visible in it. It is optimised for size, and the checks of a function share one trap: which one failed
# is for a debugger, not for a hypervisor.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
command=$1
folder=$2
mkdir -p "$folder"
flags=(
  -enable-experimental-feature Embedded -enable-experimental-feature AddressableParameters
  -enable-experimental-feature Lifetimes -target x86_64-unknown-none-elf -wmo -Osize -swift-version 6
  -parse-as-library -module-name CPUPolicyC -no-allocations
  -Xfrontend -disable-stack-protector -Xfrontend -function-sections -Xfrontend -mergeable-traps
  # Neither SSE nor MMX: their state belongs to guests. No red zone: interrupts use the same stack.
  -Xcc -mno-sse -Xcc -mno-mmx -Xcc -mno-red-zone
  # No indirect jump, through a table or merged functions, and a landing pad at each entry.
  -Xllvm -min-jump-table-entries=1000 -Xllvm -swiftmergefunc-threshold=0
  -Xcc -fcf-protection=branch
  # Without frame pointers it is smaller.
  -Xcc -fomit-frame-pointer)
swiftc "${flags[@]}" \
  -c $(find "$root/Sources/PolicyCore" "$root/Sources/CPUPolicyC" -name '*.swift' | sort) \
  -o "$folder/whole.o"
entries=$(grep -rhoE '@c\([a-z_0-9]+\)' "$root/Sources/CPUPolicyC" | sed -E 's/@c\((.*)\)/\1/')
ld -r --gc-sections $(printf ' -u %s' $entries) -o "$folder/cpupolicy.o" "$folder/whole.o"
# A function that was left out may have needed another one from outside.
objcopy $(printf ' --keep-global-symbol=%s' $entries) --discard-locals \
  --wildcard --strip-unneeded-symbol='mem*' --strip-unneeded-symbol=free \
  --strip-unneeded-symbol='swift_*' "$folder/cpupolicy.o"
rm -f "$folder/libcpupolicy.a" "$folder/libcpupolicy_text.a"
ar rcs "$folder/libcpupolicy.a" "$folder/cpupolicy.o"
"$command" explain --c-source > "$folder/text.c"
gcc -O2 -Wall -I "$root/Sources/CPUPolicyC/include" -c "$folder/text.c" -o "$folder/text.o"
ar rcs "$folder/libcpupolicy_text.a" "$folder/text.o"
rm -f "$folder"/*.o
