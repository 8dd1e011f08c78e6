#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Two libvirtds of their own beside whatever runs on this machine, as on two hosts: folders, users, sockets and
# host names are private to each, and gone at the end.
#
#   rig.sh COMMAND...    run the command with CPUPOLICY_LIBVIRT and CPUPOLICY_LIBVIRT_OTHER, the daemons'
#                        addresses for virsh -c, and CPUPOLICY_BOOT_POLICIES, the store of the first one's hook,
#                        which the built command has installed; the other's hook is configured in the file
#                        CPUPOLICY_HOOK_OTHER, and its store is empty; CPUPOLICY_WATCH are the words that start the
#                        command on the first host
#   rig.sh --first ROOT | --second ROOT ... COMMAND...
#                        one of the daemons, or both, from a root that fetch.sh made: another release; its hook
#                        is the static command of `make rig-programs`
#
# Exit status: the command's; 3 where this machine lacks what the rig needs.
set -euo pipefail
lacking() { echo "libvirt: $*" >&2; exit 3; }
declare -A roots=()
while [ $# -ge 2 ]; do
  case $1 in
    --first) roots[first]=$(cd "$2" && pwd) ;;
    --second) roots[second]=$(cd "$2" && pwd) ;;
    *) break ;;
  esac
  shift 2
done
[ $# -ge 1 ] || { sed -n '3,16s/^# \{0,1\}//p' "$0" >&2; exit 2; }
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

# mounts ROOT: what a daemon in a root of its own shares with the machine, in lines of a shell.
mounts() {
  local folder
  for folder in dev proc sys tmp; do echo "mount --rbind /$folder '$1/$folder'"; done
  # The domains' kernels and the tests' folders, wherever they are.
  for folder in "$work" "$PWD"; do
    case $folder in /tmp/*) continue ;; esac
    echo "mkdir -p '$1$folder'; mount --rbind '$folder' '$1$folder'"
  done
}

# start HOST: a daemon of a host of that name.
start() {
  local own=$work/$1 root=${roots[$1]:-} enter= command=$PWD/.build/debug/cpupolicy
  mkdir "$own"
  if [ -n "$root" ]; then
    enter="chroot $root"
    command=$own/cpupolicy
    [ ! -x .build/release/cpupolicy ] || cp .build/release/cpupolicy "$command"
  fi
  for folder in run etc lib cache log; do mkdir "$own/$folder"; done
  printf 'stdio_handler = "file"\nuser = "root"\ngroup = "root"\n' >"$own/etc/qemu.conf"
  # In a root that is no mount of its own a domain cannot have one, either.
  [ -z "$root" ] || echo 'namespaces = [ ]' >>"$own/etc/qemu.conf"
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
mkdir -p $root/run/libvirt $root/etc/libvirt $root/var/lib/libvirt $root/var/cache/libvirt $root/var/log/libvirt
mount --bind "$work/passwd" $root/etc/passwd
mount --bind "$work/group" $root/etc/group
$([ -z "$root" ] || mounts "$root")
mount --bind "$own/run" $root/run/libvirt
mount --bind "$own/etc" $root/etc/libvirt
mount --bind "$own/lib" $root/var/lib/libvirt
mount --bind "$own/cache" $root/var/cache/libvirt
mount --bind "$own/log" $root/var/log/libvirt
exec $enter libvirtd --pid-file "$own/pid"
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
export CPUPOLICY_WATCH=$PWD/.build/debug/cpupolicy
if [ -n "${roots[first]:-}" ]; then
  CPUPOLICY_WATCH="nsenter -m -u -t $(cat "$work/first/pid") chroot ${roots[first]} $work/first/cpupolicy"
fi
"$@"
