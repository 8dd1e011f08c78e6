#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A libvirtd of its own beside whatever runs on this machine: folders, users and sockets are private to it, and
# gone at the end.
#
#   rig.sh COMMAND...    run the command with CPUPOLICY_LIBVIRT, the daemon's address for virsh -c, and
#                        CPUPOLICY_BOOT_POLICIES, the store of the hook that the built command has installed
#
# Exit status: the command's; 3 where this machine lacks what the rig needs.
set -euo pipefail
lacking() { echo "libvirt: $*" >&2; exit 3; }
[ $# -ge 1 ] || { sed -n '3,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for tool in libvirtd virsh qemu-system-x86_64 unshare; do
  command -v "$tool" >/dev/null || lacking "$tool is missing: packages libvirt-daemon, libvirt-daemon-driver-qemu"
done
[ "$(id -u)" -eq 0 ] || lacking "libvirtd's own folders are bound as root"

work=$(mktemp -d)
daemon=
finish() {
  if [ -n "$daemon" ]; then kill "$daemon" 2>/dev/null && wait "$daemon" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
for folder in run etc lib cache log; do mkdir "$work/$folder"; done
# Its users, which a package would make.
for file in passwd group; do cp "/etc/$file" "$work/$file"; done
grep -q '^libvirt-qemu:' "$work/passwd" || echo 'libvirt-qemu:x:64055:64055::/:/bin/false' >>"$work/passwd"
grep -q '^libvirt-qemu:' "$work/group" || echo 'libvirt-qemu:x:64055:' >>"$work/group"
printf 'stdio_handler = "file"\nuser = "root"\ngroup = "root"\n' >"$work/etc/qemu.conf"
printf 'auth_unix_rw = "none"\nauth_unix_ro = "none"\nunix_sock_group = "root"\n' >"$work/etc/libvirtd.conf"
# libvirt notices a first hook at its start.
command=$PWD/.build/debug/cpupolicy
export CPUPOLICY_BOOT_POLICIES=$work/boot
if [ -x "$command" ]; then
  printf 'difference = refuse\nstore = %s\n' "$work/boot" >"$work/etc/hook.conf"
  "$command" hook install --hooks "$work/etc/hooks" --config "$work/etc/hook.conf" 2>"$work/output" ||
    lacking "the hook is not installed: $(cat "$work/output")"
fi
cat >"$work/start" <<END
set -e
mkdir -p /run/libvirt /etc/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt
mount --bind "$work/passwd" /etc/passwd
mount --bind "$work/group" /etc/group
mount --bind "$work/run" /run/libvirt
mount --bind "$work/etc" /etc/libvirt
mount --bind "$work/lib" /var/lib/libvirt
mount --bind "$work/cache" /var/cache/libvirt
mount --bind "$work/log" /var/log/libvirt
exec libvirtd
END
unshare -m --propagation private bash "$work/start" >"$work/output" 2>&1 &
daemon=$!
export CPUPOLICY_LIBVIRT="qemu+unix:///system?socket=$work/run/libvirt-sock"
for _ in $(seq 60); do
  virsh -c "$CPUPOLICY_LIBVIRT" version >/dev/null 2>&1 && break
  kill -0 "$daemon" 2>/dev/null || { tail -n 3 "$work/output" >&2; lacking "the daemon does not start"; }
  sleep 0.5
done
"$@"
