#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Two libvirtds of their own beside whatever runs on this machine, as on two hosts: folders, users, sockets and
# host names are private to each, and gone at the end.
#
#   rig.sh COMMAND...    run the command with CPUPOLICY_LIBVIRT and CPUPOLICY_LIBVIRT_OTHER, the daemons'
#                        addresses for virsh -c, and CPUPOLICY_BOOT_POLICIES, the store of the first one's hook,
#                        which the built command has installed; the other's hook is configured in the file
#                        CPUPOLICY_HOOK_OTHER, and its store is empty
#
# Exit status: the command's; 3 where this machine lacks what the rig needs.
set -euo pipefail
lacking() { echo "libvirt: $*" >&2; exit 3; }
[ $# -ge 1 ] || { sed -n '3,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for tool in libvirtd virsh qemu-system-x86_64 unshare; do
  command -v "$tool" >/dev/null || lacking "$tool is missing: packages libvirt-daemon, libvirt-daemon-driver-qemu"
done
[ "$(id -u)" -eq 0 ] || lacking "libvirtd's own folders are bound as root"

work=$(mktemp -d)
daemons=()
finish() {
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null && wait "$daemon" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
# Users, which a package would make.
for file in passwd group; do cp "/etc/$file" "$work/$file"; done
grep -q '^libvirt-qemu:' "$work/passwd" || echo 'libvirt-qemu:x:64055:64055::/:/bin/false' >>"$work/passwd"
grep -q '^libvirt-qemu:' "$work/group" || echo 'libvirt-qemu:x:64055:' >>"$work/group"
command=$PWD/.build/debug/cpupolicy

# start HOST: a daemon of a host of that name.
start() {
  local own=$work/$1
  mkdir "$own"
  for folder in run etc lib cache log; do mkdir "$own/$folder"; done
  printf 'stdio_handler = "file"\nuser = "root"\ngroup = "root"\n' >"$own/etc/qemu.conf"
  printf 'auth_unix_rw = "none"\nauth_unix_ro = "none"\nunix_sock_group = "root"\n' >"$own/etc/libvirtd.conf"
  printf 'host_uuid = "%s"\n' "$(cat /proc/sys/kernel/random/uuid)" >>"$own/etc/libvirtd.conf"
  # libvirt notices a first hook at its start.
  if [ -x "$command" ]; then
    printf 'difference = refuse\nstore = %s\n' "$own/boot" >"$own/etc/hook.conf"
    "$command" hook install --hooks "$own/etc/hooks" --config "$own/etc/hook.conf" 2>"$own/output" ||
      lacking "the hook is not installed: $(cat "$own/output")"
  fi
  cat >"$own/start" <<END
set -e
hostname "$1"
mkdir -p /run/libvirt /etc/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt
mount --bind "$work/passwd" /etc/passwd
mount --bind "$work/group" /etc/group
mount --bind "$own/run" /run/libvirt
mount --bind "$own/etc" /etc/libvirt
mount --bind "$own/lib" /var/lib/libvirt
mount --bind "$own/cache" /var/cache/libvirt
mount --bind "$own/log" /var/log/libvirt
exec libvirtd --pid-file "$own/pid"
END
  unshare -m -u --propagation private bash "$own/start" >"$own/output" 2>&1 &
  daemons+=($!)
}

# await HOST: until its daemon answers.
await() {
  for _ in $(seq 60); do
    virsh -c "qemu+unix:///system?socket=$work/$1/run/libvirt-sock" version >/dev/null 2>&1 && return
    sleep 0.5
  done
  tail -n 3 "$work/$1/output" >&2
  lacking "the daemon of $1 does not start"
}

start first
start second
await first
await second
export CPUPOLICY_LIBVIRT="qemu+unix:///system?socket=$work/first/run/libvirt-sock"
export CPUPOLICY_LIBVIRT_OTHER="qemu+unix:///system?socket=$work/second/run/libvirt-sock"
export CPUPOLICY_BOOT_POLICIES=$work/first/boot
export CPUPOLICY_HOOK_OTHER=$work/second/etc/hook.conf
"$@"
