#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A real Xen under QEMU's emulation, from Debian's packages: nothing is installed, nothing needs root.
#
#   rig.sh RELEASE prepare                          unpack the packages, build the boot image
#   rig.sh RELEASE snapshot MODEL [XEN OPTIONS]     boot a host up to its prompt, and keep it
#   rig.sh RELEASE run CHECKS OUT SECONDS MODEL [XEN OPTIONS]
#       from such a snapshot run the program `run` of the folder CHECKS in the control domain; its
#       /out comes back as the folder OUT
#
# RELEASE is one of releases.txt, as 4.17; MODEL is a value of QEMU's -cpu. Everything is kept under work/,
# so that only the first time costs.
# Exit status: 0 done; 1 the host or the checks failed; 3 the machine lacks what this needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../apt-root.sh"
# QEMU in emulation on a busy machine: a boot takes 8 seconds alone and 40 beside a build.
boot_limit=${CPUPOLICY_XEN_BOOT_LIMIT:-180}

fail() { echo "rig: $*" >&2; exit 1; }
lacking() { echo "rig: $*" >&2; exit 3; }

usage() { sed -n '3,14s/^# \{0,1\}//p' "$0" >&2; exit 2; }

for tool in qemu-system-x86_64 cpio dpkg apt-get gcc ld gzip xz timeout; do
  command -v "$tool" >/dev/null || lacking "$tool is missing; scripts/install-packages.sh installs it"
done

release=${1:-}
[ $# -ge 2 ] || usage
shift
# The suite of Debian that has this release, and the packages that only some releases need.
read -r suite further < <(awk -v release="$release" '$1 == release {$1 = ""; print}' "$here/releases.txt") ||
  fail "releases.txt has no Xen $release"
work=${CPUPOLICY_XEN_WORK:-$here/work}/$release

# --- Packages ---------------------------------------------------------------------------------------

# Options of apt, empty for the suite that this machine runs itself.
apt=()

choose_suite() {
  [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = "$suite" ] && return
  apt_root "$work/apt" "$suite" ||
    lacking "Debian's $suite cannot be had here: $(apt_reason "$work/apt/update.log")"
}

download() {
  [ -f "$work/downloaded" ] && return
  local kernel packages
  choose_suite
  kernel=$(apt-cache "${apt[@]}" depends linux-image-amd64 2>/dev/null |
    awk '/Depends: linux-image-[0-9]/ && !found {print $2; found = 1}')
  [ -n "$kernel" ] || lacking "apt knows no linux-image-amd64 of $suite; run apt-get update"
  mapfile -t packages < <(sed "s/@/$release/" "$here/packages.txt")
  mkdir -p "$work/debs"
  # shellcheck disable=SC2086 # a list of packages
  (cd "$work/debs" &&
    timeout 300 apt-get "${apt[@]}" download -q "${packages[@]}" $further "$kernel" >download.log 2>&1) ||
    lacking "the packages of $suite cannot be downloaded: $(tail -n 1 "$work/debs/download.log")"
  rm -rf "$work/root"
  mkdir -p "$work/root"
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work/root"; done
  rm -rf "$work/debs" "$work/apt"
  touch "$work/downloaded"
}

# --- The boot image ---------------------------------------------------------------------------------

# In the order in which they need each other; a kernel that has one built in, or has no such, does without.
modules=(xen-privcmd xen-evtchn xen-gntdev xen-gntalloc xenfs
  crct10dif_common crct10dif_generic crc-t10dif crc64 crc64_rocksoft_generic crc64-rocksoft t10-pi
  scsi_common scsi_mod sd_mod libata ata_piix)
programs=(xl xenstored xenconsoled xen-init-dom0 xen-cpuid libxl-save-helper)

# The first of the paths that is there, in the unpacked packages or else on this machine.
first_of() {
  local path
  for path in "${@/#/$work/root}" "$@"; do
    if [ -e "$path" ]; then echo "$path"; return; fi
  done
}

# The libraries of programs, from the unpacked packages first and else from this machine: by the loader that
# the control domain will have, because another one does not load that one's C library.
libraries() {
  local path=$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu program
  for program in "$@"; do
    "$loader" --library-path "$path" --list "$program" 2>/dev/null || true
  done | awk '$3 ~ /^\// {print $3} /not found/ {print $1}' | sort -u
}

build_image() {
  local stamp
  stamp=$(cat "$here/init" "$here/packages.txt" "$here/releases.txt" "$0" "$here"/guests/* | sha256sum | cut -c1-16)
  [ "$(cat "$work/image.stamp" 2>/dev/null)" = "$stamp" ] && return
  local root=$work/root base=$work/base program library name module
  rm -rf "$base" "$work/snapshots"
  mkdir -p "$base"/{bin,usr/lib/xen/bin,lib/x86_64-linux-gnu,lib64,modules,guests}
  # libxl looks for its helper where it was built to.
  ln -s xen "$base/usr/lib/xen-$release"
  loader=$(first_of /usr/lib64/ld-linux-x86-64.so.2 /lib64/ld-linux-x86-64.so.2)
  for program in "${programs[@]}"; do
    cp "$root/usr/lib/xen-$release/bin/$program" "$base/usr/lib/xen/bin/"
  done
  cp "$root"/usr/bin/xenstore-* "$(first_of /bin/busybox /usr/bin/busybox)" "$base/bin/"
  # What the command itself is linked with; its Swift runtime is part of it.
  local own=()
  for name in libgcc_s.so.1 libm.so.6 libpthread.so.0 libdl.so.2 libstdc++.so.6 libsqlite3.so.0; do
    own+=("$(first_of "/lib/x86_64-linux-gnu/$name" "/usr/lib/x86_64-linux-gnu/$name")")
  done
  for library in "${own[@]}" $(libraries "$base"/usr/lib/xen/bin/* "$base"/bin/xenstore-* "${own[@]}"); do
    [ -e "$library" ] || lacking "Xen $release needs $library, which none of its packages has"
    cp -Lf "$library" "$base/lib/x86_64-linux-gnu/"
  done
  cp -L "$loader" "$base/lib64/"
  for module in "${modules[@]}"; do
    name=$(find "$root/lib/modules" "$root/usr/lib/modules" -name "$module.ko*" -print -quit 2>/dev/null || true)
    case $name in
      "") continue ;;
      *.xz) xz -dc "$name" >"$base/modules/$module.ko" ;;
      *) cp "$name" "$base/modules/" ;;
    esac
    echo "$module"
  done >"$base/modules/order"
  cp "$here/init" "$base/init"
  chmod +x "$base/init"
  build_guests "$base/guests"
  gzip -dc "$root/boot/xen-$release-amd64.gz" >"$work/xen.elf"
  cp "$root"/boot/vmlinuz-* "$work/vmlinuz"
  (cd "$base" && find . | cpio -o -H newc --owner=0:0 2>/dev/null | gzip -1) >"$work/initrd.img"
  echo "$stamp" >"$work/image.stamp"
}

# Guests of a few hundred bytes: they say what CPUID returns to them.
build_guests() {
  gcc -m32 -I"$here/guests" -c -o "$work/pvh.o" "$here/guests/pvh.S"
  ld -m elf_i386 -N -z noexecstack --no-warn-rwx-segments -T "$here/guests/pvh.lds" -o "$1/pvh" "$work/pvh.o"
  gcc -m64 -I"$here/guests" -c -o "$work/pv.o" "$here/guests/pv.S"
  ld -m elf_x86_64 -N -z noexecstack --no-warn-rwx-segments -T "$here/guests/pv.lds" -o "$1/pv" "$work/pv.o"
}

prepare() {
  mkdir -p "$work"
  exec 9>"$work/lock"
  flock 9
  download
  build_image
  flock -u 9
  exec 9>&-
}

# --- Machines ---------------------------------------------------------------------------------------

# Two disks: the checks, and room for what they leave.
make_disks() {
  printf 'rig: checks\n' >"$1/checks.img"
  printf 'rig: output\n' >"$1/output.img"
  truncate -s 256M "$1/checks.img" "$1/output.img"
}

# Starts QEMU in the folder with serial input from the file descriptor 3 and its monitor on 4.
start_machine() {
  local folder=$1 limit=$2 model=$3 options=$4
  shift 4
  mkfifo "$folder/serial" "$folder/monitor.in" "$folder/monitor.out"
  exec 3<>"$folder/serial" 4<>"$folder/monitor.in" 5<>"$folder/monitor.out"
  timeout -k 5 "$limit" qemu-system-x86_64 -accel tcg -cpu "$model" -M pc -m 1024 -smp 1 \
    -nic none -display none -vga none -no-reboot -serial stdio \
    -chardev "pipe,id=monitor,path=$folder/monitor" -mon chardev=monitor \
    -drive "file=$folder/checks.img,format=raw,if=ide,index=0,cache=unsafe" \
    -drive "file=$folder/output.img,format=raw,if=ide,index=1,cache=unsafe" \
    -kernel "$work/xen.elf" \
    -append "console=com1 com1=115200,8n1 loglvl=all guest_loglvl=all dom0_mem=640M $options" \
    -initrd "$work/vmlinuz console=hvc0 quiet,$work/initrd.img" "$@" \
    <"$folder/serial" >"$folder/console.log" 2>"$folder/qemu.log" &
  machine=$!
}

# Waits for a line on the machine's console.
wait_for() {
  local folder=$1 text=$2 limit=$3 start=$SECONDS
  until grep -qaF "$text" "$folder/console.log" 2>/dev/null; do
    if ! kill -0 "$machine" 2>/dev/null || [ $((SECONDS - start)) -gt "$limit" ]; then
      tail -n 5 "$folder/console.log" "$folder/qemu.log" >&2
      return 1
    fi
    sleep 0.1
  done
}

snapshot_path() { echo "$work/snapshots/$(echo "$1 $2" | tr -c 'A-Za-z0-9+-' _)"; }

snapshot() {
  local model=$1 options=${2:-} kept
  kept=$(snapshot_path "$model" "$options")
  [ -f "$kept" ] && return
  local folder start=$SECONDS
  folder=$(mktemp -d "$work/boot-XXXXXX")
  make_disks "$folder"
  start_machine "$folder" "$boot_limit" "$model" "$options"
  if ! wait_for "$folder" 'rig: ready' "$boot_limit"; then
    kill "$machine" 2>/dev/null || true
    rm -rf "$folder"
    fail "Xen $release does not boot on $model"
  fi
  echo "rig: Xen $release on $model booted in $((SECONDS - start)) s" >&2
  mkdir -p "$work/snapshots"
  printf 'stop\nmigrate "exec:cat > %s.part"\nquit\n' "$kept" >&4
  wait "$machine" || true
  cp "$folder/console.log" "$kept.log"
  mv "$kept.part" "$kept"
  rm -rf "$folder"
}

run() {
  local checks=$1 out=$2 limit=$3 model=$4 options=${5:-} folder kept
  kept=$(snapshot_path "$model" "$options")
  folder=$(mktemp -d "$work/run-XXXXXX")
  make_disks "$folder"
  (cd "$checks" && find . | cpio -o -H newc --owner=0:0 2>/dev/null) |
    dd of="$folder/checks.img" bs=64k seek=1 conv=notrunc 2>/dev/null
  start_machine "$folder" "$((limit + 60))" "$model" "$options" -incoming "exec:cat '$kept'"
  local start=$SECONDS
  # The machine arrives stopped, as it was saved, and takes no command before it has arrived.
  until grep -qaF 'rig: started' "$folder/console.log" 2>/dev/null || [ $((SECONDS - start)) -gt "$boot_limit" ]; do
    kill -0 "$machine" 2>/dev/null || break
    echo cont >&4
    echo release >&3
    sleep 0.2
  done
  local status=0
  wait_for "$folder" 'rig: finished' "$limit" || status=1
  kill "$machine" 2>/dev/null || true
  wait "$machine" 2>/dev/null || true
  mkdir -p "$out"
  if [ "$status" = 0 ]; then
    dd if="$folder/output.img" bs=64k skip=1 2>/dev/null | (cd "$out" && cpio -idmu 2>/dev/null) || true
  fi
  cp "$folder/console.log" "$out/console.log"
  echo "rig: Xen $release on $model ran in $((SECONDS - start)) s" >&2
  rm -rf "$folder"
  [ "$status" = 0 ] || fail "the checks did not finish on Xen $release and $model within $limit s"
}

case ${1:-} in
  prepare) prepare ;;
  snapshot) prepare; snapshot "$2" "${3:-}" ;;
  run) prepare; snapshot "$5" "${6:-}"; run "$2" "$3" "$4" "$5" "${6:-}" ;;
  *) usage ;;
esac
