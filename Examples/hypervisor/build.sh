#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# build.sh COMMAND FOLDER: the hypervisor and its guests, for a boot loader that knows multiboot. COMMAND is
# the built cpupolicy, from which the C library's texts come. What is newer than its sources stays.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
command=$1
folder=$2
mkdir -p "$folder"
swift=(swiftc -enable-experimental-feature Embedded -enable-experimental-feature AddressableParameters
  -enable-experimental-feature Lifetimes -target x86_64-unknown-none-elf -wmo -Osize -swift-version 6
  -parse-as-library -no-allocations -Xfrontend -disable-stack-protector -Xfrontend -function-sections
  -Xfrontend -mergeable-traps -Xllvm -swiftmergefunc-threshold=0
  -Xcc -mno-sse -Xcc -mno-mmx -Xcc -mno-red-zone)
c=(gcc -O2 -Wall -Wextra -Werror -std=gnu11 -ffreestanding -fno-pic -fno-stack-protector -fcf-protection=none
  -mno-red-zone -mgeneral-regs-only -fno-asynchronous-unwind-tables -I "$here/include"
  -I "$root/Sources/CPUPolicyC/include")

# Whether a file is older than one of its sources, or missing.
outdated() {
  local file=$1
  shift
  [ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -print -quit)" ]
}

if outdated "$folder/PolicyCore.o" "$root/Sources/PolicyCore"; then
  "${swift[@]}" -module-name PolicyCore $(find "$root/Sources/PolicyCore" -name '*.swift' | sort) \
    -emit-module -emit-module-path "$folder/PolicyCore.swiftmodule" -c -o "$folder/PolicyCore.new"
  mv "$folder/PolicyCore.new" "$folder/PolicyCore.o"
fi
for part in boot vectors memory svm; do
  "${c[@]}" -c "$here/boot/$part.S" -o "$folder/$part.o"
done
if outdated "$folder/main.o" "$here/hypervisor" "$here/include" "$folder/PolicyCore.o"; then
  "${swift[@]}" -module-name Hypervisor -I "$folder" -I "$here/include" "$here"/hypervisor/*.swift \
    -c -o "$folder/main.o"
fi
# A boot loader of multiboot takes 32-bit files.
image() {
  local name=$1
  shift
  ld -nostdlib -z max-page-size=4096 --gc-sections -T "$here/boot/hypervisor.lds" \
    "$folder"/{boot,vectors,memory}.o "$@" -o "$folder/$name.elf"
  objcopy -O elf32-i386 "$folder/$name.elf" "$folder/$name"
}
image hypervisor "$folder"/{svm,main,PolicyCore}.o

# Guests are flat: the hypervisor loads them where they were linked.
guest() {
  local name=$1
  shift
  ld -nostdlib --no-warn-rwx-segments --gc-sections -T "$here/guests/guest.lds" "$folder"/{start,library,vectors,memory}.o "$@" \
    -o "$folder/$name.elf"
  objcopy -O binary "$folder/$name.elf" "$folder/$name"
}
"${c[@]}" -c "$here/guests/start.S" -o "$folder/start.o"
for part in library worker; do
  "${c[@]}" -c "$here/guests/$part.c" -o "$folder/$part.o"
done
guest worker "$folder/worker.o"
library=$root/.build/c/libcpupolicy.a
if outdated "$library" "$root/Sources/PolicyCore" "$root/Sources/CPUPolicyC"; then
  "$root/scripts/build-c-library.sh" "$command" "$root/.build/c"
fi
for part in toolstack script damage; do
  "${c[@]}" -c "$here/guests/$part.c" -o "$folder/$part.o"
done
guest control "$folder"/{toolstack,script,damage}.o "$library"

# The archive in ring 0 under a storm of interrupts, as an image of its own.
"${c[@]}" -c "$here/storm/storm.c" -o "$folder/storm.o"
image storm "$folder/storm.o" "$library"
