#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A real KVM, and Linux as a judge, in machines that QEMU emulates: from Debian's packages, of which
# nothing is installed and nothing needs root.
#
#   rig.sh prepare                        unpack the packages, build the guest work/mover
#   rig.sh kvm COMMAND CASES OUT SECONDS [MODEL]
#       boot a host whose processor has SVM, load kvm_amd, and run the shell script CASES there; it
#       finds cpupolicy (built as COMMAND) in its path, and the files beside CASES in /cases.
#       What it prints stands in OUT.
#   rig.sh kvm-qemu COMMAND CASES OUT SECONDS [MODEL]
#       the same, with this machine's QEMU in the path there, its firmware in /share, and the guest work/mover as
#       /mover.
#   rig.sh linux OUT SECONDS ARGUMENT...
#       boot Linux in a machine with these arguments of QEMU (-cpu, -smp); its log, its lscpu, its
#       topology and the CPUID of each CPU stand in OUT, a section each.
#
# MODEL is a value of QEMU's -cpu. Everything is kept under work/, so that only the first time costs.
# Exit status: 0 done; 1 the machine failed; 3 this machine lacks what the rig needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${CPUPOLICY_KVM_WORK:-$here/work}
# In this order: each needs those before it.
modules=(irqbypass ccp kvm kvm-amd)

fail() { echo "rig: $*" >&2; exit 1; }
lacking() { echo "rig: $*" >&2; exit 3; }

for tool in qemu-system-x86_64 cpio dpkg apt-get gcc ld timeout flock; do
  command -v "$tool" >/dev/null || lacking "$tool is missing; scripts/install-packages.sh installs it"
done

# --- Images -----------------------------------------------------------------------------------------

download() {
  [ -f "$work/downloaded" ] && return
  local kernel
  kernel=$(apt-cache depends linux-image-amd64 2>/dev/null |
    awk '/Depends: linux-image-[0-9]/ && !found {print $2; found = 1}')
  [ -n "$kernel" ] || lacking "apt knows no linux-image-amd64; run apt-get update"
  rm -rf "$work/debs" "$work/root"
  mkdir -p "$work/debs" "$work/root"
  (cd "$work/debs" && timeout 300 apt-get download -q "$kernel" busybox-static util-linux \
    libsmartcols1 >download.log 2>&1) ||
    lacking "the packages cannot be downloaded: $(tail -n 1 "$work/debs/download.log")"
  local deb
  for deb in "$work"/debs/{busybox,util-linux,libsmartcols}*.deb; do dpkg -x "$deb" "$work/root"; done
  # Of the kernel's 400 MB a few are needed.
  local patterns=("${modules[@]/#/*/}")
  dpkg --fsys-tarfile "$work"/debs/linux-image-*.deb |
    tar -x -C "$work/root" --wildcards './boot/vmlinuz-*' "${patterns[@]/%/.ko*}"
  touch "$work/downloaded"
}

# Programs with the libraries that they are linked with.
add_programs() {
  local base=$1 program library
  shift
  for program; do cp "$program" "$base/bin/"; done
  for library in $(LD_LIBRARY_PATH="$(echo "$work"/root/usr/lib/*-linux-gnu)" ldd "$@" |
    awk '$3 ~ /^\// {print $3}' | sort -u); do
    cp -Lf "$library" "$base/lib/"
  done
  cp -Lf /lib64/ld-linux-x86-64.so.2 "$base/lib64/"
}

new_base() {
  rm -rf "$1"
  mkdir -p "$1"/{bin,lib,lib64,proc,sys,dev,tmp,cases}
  cp "$work/root/bin/busybox" "$1/bin/"
  cp "$2" "$1/init"
  chmod +x "$1/init"
}

pack() { (cd "$1" && find . | cpio -o -H newc --owner=0:0 --quiet); }

# A guest of two kilobytes that says over and over what CPUID returns: work/mover.
build_mover() {
  local guests=$here/../xen/guests
  gcc -m32 -I"$guests" -c -o "$work/mover.o" "$here/mover.S"
  ld -m elf_i386 -N -z noexecstack --no-warn-rwx-segments -Ttext 0x100000 -e start \
    -o "$work/mover" "$work/mover.o"
}

prepare() {
  mkdir -p "$work"
  exec 9>"$work/lock"
  flock 9
  download
  build_mover
  [ -f "$work/linux.cpio" ] && [ "$work/linux.cpio" -nt "$here/init-linux" ] &&
    [ "$work/linux.cpio" -nt "$here/dump-cpuid.c" ] && return
  new_base "$work/linux" "$here/init-linux"
  gcc -O2 -Wall -o "$work/dump-cpuid" "$here/dump-cpuid.c"
  add_programs "$work/linux" "$work/root/usr/bin/lscpu" "$work/dump-cpuid"
  pack "$work/linux" >"$work/linux.cpio"
}

# --- Machines ---------------------------------------------------------------------------------------

# Boots an image until it powers off; what stands on its serial line is the output.
boot() {
  local image=$1 out=$2 seconds=$3
  shift 3
  timeout -k 5 "$seconds" qemu-system-x86_64 -accel tcg -nodefaults -nic none -display none \
    -vga none -monitor none -no-reboot -serial stdio -kernel "$(echo "$work"/root/boot/vmlinuz-*)" \
    -initrd "$image" -append "console=ttyS0 quiet panic=-1" "$@" </dev/null 2>"$out.errors" |
    tr -d '\r' >"$out" || fail "QEMU: $(tail -n 2 "$out.errors") (within $seconds s; see $out)"
  grep -q '^== end$' "$out" || fail "the machine did not come to its end; see $out"
}

# This machine's QEMU with what it loads for a guest of its -kernel.
add_qemu() {
  local base=$1 file
  add_programs "$base" "$(command -v qemu-system-x86_64)"
  mkdir "$base/share"
  for file in bios-256k kvmvapic linuxboot linuxboot_dma multiboot multiboot_dma; do
    cp -L "$(find /usr/share/seabios /usr/share/qemu -name "$file.bin" | head -n 1)" "$base/share/" ||
      lacking "QEMU's $file.bin is missing"
  done
  cp "$work/mover" "$base/mover"
}

run_kvm() {
  local has_qemu=$1
  shift
  local command=$1 cases=$2 out=$3 seconds=$4 model=${5:-max,+svm,+npt} module
  # Not local: the trap runs when the function is gone.
  base=$(mktemp -d "$work/kvm-XXXXXX")
  trap 'rm -rf "$base"' EXIT
  new_base "$base/root" "$here/init-kvm"
  strip -o "$base/cpupolicy" "$command"
  add_programs "$base/root" "$base/cpupolicy"
  [ -z "$has_qemu" ] || add_qemu "$base/root"
  mkdir "$base/root/modules"
  for module in "${modules[@]}"; do
    find "$work/root/lib/modules" -name "$module.ko*" -exec cp {} "$base/root/modules/" \;
    echo "$module"
  done >"$base/root/modules/order"
  cp -r "$(dirname "$cases")/." "$base/root/cases"
  cp "$cases" "$base/root/cases/run"
  pack "$base/root" >"$base/image"
  boot "$base/image" "$out" "$seconds" -cpu "$model" -m 1536 -smp 1
}

case "${1:-}" in
  prepare) prepare ;;
  kvm | kvm-qemu)
    [ $# -ge 5 ] || fail "usage: rig.sh $1 COMMAND CASES OUT SECONDS [MODEL]"
    prepare
    flock -u 9
    has_qemu=
    [ "$1" = kvm ] || has_qemu=yes
    run_kvm "$has_qemu" "${@:2}"
    ;;
  linux)
    [ $# -ge 3 ] || fail "usage: rig.sh linux OUT SECONDS ARGUMENT..."
    prepare
    flock -u 9
    boot "$work/linux.cpio" "$2" "$3" -M q35 -m 256 "${@:4}"
    ;;
  *) fail "usage: rig.sh prepare | kvm ... | kvm-qemu ... | linux ...; see the head of this file" ;;
esac
