#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Another release of libvirt with its QEMU, from Debian's packages of another suite: nothing is installed.
#
#   fetch.sh SUITE    unpack libvirtd and QEMU of the suite, as trixie, into a root in which rig.sh can start
#                     the daemon; prints the root's folder, and nothing where the suite cannot be had
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../apt-root.sh"
[ $# -eq 1 ] || { sed -n '3,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
suite=$1
lacking() { echo "libvirt: $suite is skipped: $*" >&2; exit 0; }
for tool in dpkg apt-get timeout chroot; do
  command -v "$tool" >/dev/null || lacking "$tool is missing"
done
all=${CPUPOLICY_LIBVIRT_WORK:-$here/../../.build/libvirt}
mkdir -p "$all"
root=$(cd "$all" && pwd)/$suite
[ ! -e "$root/complete" ] || { echo "$root"; exit 0; }

work=$all/$suite.apt
rm -rf "$work" "$root"
apt_root "$work" "$suite" || lacking "$(apt_reason "$work/update.log")"
timeout 900 apt-get "${apt[@]}" -t "$suite" -y -q --no-install-recommends --download-only install \
  libc-bin bash coreutils libvirt-daemon libvirt-daemon-driver-qemu libvirt-clients qemu-system-x86 \
  >"$work/download.log" 2>&1 || lacking "$(apt_reason "$work/download.log")"
mkdir -p "$root"
# A merged /usr, as packages of that release expect it.
for folder in bin lib lib64 sbin; do
  mkdir -p "$root/usr/$folder"
  ln -s "usr/$folder" "$root/$folder"
done
for deb in "$work"/cache/archives/*.deb; do dpkg -x "$deb" "$root"; done
rm -rf "$work"
ln -sf bash "$root/usr/bin/sh"
mkdir -p "$root"/{dev,proc,sys,tmp,run,root,etc/libvirt} "$root"/var/{lib,cache,log,run}/libvirt
for file in passwd group; do
  printf 'root:x:0:%s\nlibvirt-qemu:x:64055:%s\n' \
    "$([ $file = passwd ] && echo '0:root:/root:/bin/sh')" \
    "$([ $file = passwd ] && echo '64055::/:/bin/false')" >"$root/etc/$file"
done
echo 'passwd: files' >"$root/etc/nsswitch.conf"
# The daemon loads every driver that it finds; the others want a firewall, devices or pools of storage.
drivers=$root/usr/lib/x86_64-linux-gnu/libvirt/connection-driver
for driver in network nwfilter nodedev storage interface secret; do
  rm -f "$drivers/libvirt_driver_$driver.so"
done
chroot "$root" /usr/sbin/ldconfig
chroot "$root" /usr/sbin/libvirtd --version >/dev/null 2>&1 || lacking "its libvirtd does not start"
touch "$root/complete"
echo "$root"
