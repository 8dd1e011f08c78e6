#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# QEMUs of other suites of Debian, and libvirt's tool with its map, from their packages: nothing is
# installed, nothing needs root.
#
#   fetch.sh SUITE...    unpack QEMU for x86 of each suite, as trixie or trixie-backports
#
# They stand in .build/qemu/SUITE with their libraries; QEMU is started by the script qemu-system-x86_64 there.
# A suite that cannot be had is named and passed over.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../apt-root.sh"
all=${CPUPOLICY_QEMU_WORK:-$here/../../.build/qemu}
[ $# -ge 1 ] || { sed -n '3,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for tool in dpkg apt-get timeout; do
  command -v "$tool" >/dev/null || { echo "qemu: $tool is missing; every suite is skipped" >&2; exit 0; }
done
mkdir -p "$all"
all=$(cd "$all" && pwd)

lacking() { echo "qemu: $suite is skipped: $*" >&2; return 1; }

download() {
  local root=$work/apt deb
  apt_root "$root" "$suite" || { lacking "$(apt_reason "$root/update.log")"; return 1; }
  timeout 500 apt-get "${apt[@]}" -t "$suite" -y -q --no-install-recommends --download-only \
    install qemu-system-x86 libvirt-clients libvirt-common >"$root/download.log" 2>&1 ||
    { lacking "$(apt_reason "$root/download.log")"; return 1; }
  rm -rf "$work/root"
  mkdir -p "$work/root"
  for deb in "$root"/cache/archives/*.deb; do
    # What no emulator without a guest needs.
    case ${deb##*/} in perl* | libperl* | ovmf* | *firmware*) continue ;; esac
    dpkg -x "$deb" "$work/root"
  done
  rm -rf "$root"
}

# The unpacked program with its own loader and libraries; its modules belong to it alone.
write_script() {
  cat >"$work/qemu-system-x86_64.new" <<END
#!/bin/sh
QEMU_MODULE_DIR=$work/root/usr/lib/x86_64-linux-gnu/qemu exec \\
  $work/root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 \\
  --library-path $work/root/usr/lib/x86_64-linux-gnu $work/root/usr/bin/qemu-system-x86_64 \\
  -L $work/root/usr/share/qemu "\$@"
END
  chmod +x "$work/qemu-system-x86_64.new"
  "$work/qemu-system-x86_64.new" -version >/dev/null ||
    { lacking "it does not start"; return 1; }
  mv "$work/qemu-system-x86_64.new" "$work/qemu-system-x86_64"
}

for suite in "$@"; do
  work=$all/$suite
  if [ ! -x "$work/qemu-system-x86_64" ]; then
    # Without "set -e" in there: each step says by itself that the suite is skipped.
    download && write_script || continue
  fi
  echo "$suite: $("$work/qemu-system-x86_64" -version | head -n 1)"
done
