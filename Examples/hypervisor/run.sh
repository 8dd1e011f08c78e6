#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh FOLDER [CPU [LINE]]: boots what build.sh made, with the control guest's script, on the terminal.
# CPU is one of QEMU's models; LINE is the hypervisor's command line, e.g. cpuid=no-avx.
set -euo pipefail
folder=$1
cpu=${2:-EPYC-Rome}
line=${3:-}
status=0
timeout -k 5 60 qemu-system-x86_64 -accel tcg -cpu "$cpu,+svm,+npt" -m 128 -nodefaults -display none \
  -no-reboot -serial stdio -device isa-debug-exit,iobase=0xf4 -kernel "$folder/hypervisor" \
  -initrd "$folder/control control argument=1,$folder/worker program" -append "log $line" \
  < /dev/null 2> "$folder/qemu.log" || status=$?
# The hypervisor's 0 is the emulator's 1.
[ "$status" -eq 1 ] || { cat "$folder/qemu.log" >&2; exit "$status"; }
