#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# test-dist.sh FOLDER [SUITE...]: installs the packages of a folder over older ones, tries what is in them,
# and removes them. Without a suite into a folder of its own that dpkg takes for a root; with suites into
# roots of those releases of Debian, with nothing but the base and what the trial needs in them: needs root,
# and apt-get install debootstrap.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dist=$(cd "$1" && pwd)
shift
version=$("$root/scripts/version.sh")
names=(cpupolicy libcpupolicy-dev)
packages=("${names[@]/#/$dist/}")
packages=("${packages[@]/%/_${version}_amd64.deb}")
work=$(mktemp -d)
# Roots have /proc mounted in them while they are tried.
trap 'umount -q "$work"/*/proc 2> /dev/null || true; rm -rf --one-file-system "$work"' EXIT
fail() { echo "dist: $1" >&2; exit 1; }

(cd "$dist" && sha256sum --quiet -c SHA256SUMS) || fail "checksums"
for file in "${packages[@]}"; do
  [ "$(dpkg-deb -f "$file" Architecture)" = amd64 ] || fail "$file is not for amd64"
  dpkg-deb -c "$file" | awk '$2 != "root/root" {exit 1}' || fail "$file has an owner other than root"
done

# Every part of the command with its version and licence, and nothing that names what is not there.
jq -e '.spdxVersion == "SPDX-2.3" and (.packages | length) >= 9
    and all(.packages[]; .versionInfo != "" and .versionInfo != "unknown" and .licenseDeclared != "NOASSERTION")
    and ([.relationships[].relatedSpdxElement] | sort) == ([.packages[].SPDXID] | sort)' \
  "$dist/cpupolicy.spdx.json" > /dev/null || fail "bill of materials"

# older NAME: a package as an older release would have been: with a file that is no more, and other defaults.
older() {
  local tree=$work/older-$1 path
  dpkg-deb -R "$dist/$1_${version}_amd64.deb" "$tree"
  sed -i 's/^Version: .*/Version: 0.1/' "$tree/DEBIAN/control"
  echo gone > "$tree/usr/share/doc/$1/gone"
  if [ -f "$tree/DEBIAN/conffiles" ]; then
    while read -r path; do echo "# of 0.1" >> "$tree$path"; done < "$tree/DEBIAN/conffiles"
  fi
  dpkg-deb --root-owner-group -Zgzip -z1 --build "$tree" "$work/$1_0.1_amd64.deb" > /dev/null
  rm -r "$tree"
}
older cpupolicy
older libcpupolicy-dev
# What the packages have in /etc: an administrator changes the first of them, and leaves the others.
mapfile -t settings < <(for file in "${packages[@]}"; do dpkg-deb --info "$file" conffiles 2> /dev/null || true; done)

# files ROOT: what is there, but for dpkg's own records, logs and caches.
files() {
  (cd "$1" && find . -xdev \( -path ./var/lib/dpkg -o -path ./var/log -o -path ./var/cache -o -path ./tmp \
    -o -path ./proc \) -prune -o -print | LC_ALL=C sort)
}

# check ROOT RUN...: what is installed there; RUN runs a program there.
check() {
  local tree=$1 page
  shift
  "$@" /usr/bin/cpupolicy --version | grep -q "^cpupolicy $version (commit " || fail "version"
  "$@" /usr/bin/cpupolicy features list -o name | grep -qx AVX2 || fail "the command does not run"
  for page in "$root"/docs/man/*.1; do
    page=$(basename "$page")
    gzip -dc "$tree/usr/share/man/man1/$page.gz" | grep -q '^\.SH EXAMPLES' || fail "no page $page"
  done
  for page in bash-completion/completions/cpupolicy zsh/site-functions/_cpupolicy \
    fish/vendor_completions.d/cpupolicy.fish; do
    [ -s "$tree/usr/share/$page" ] || fail "no completion $page"
  done
}

# cycle ROOT RUN PACK...: installs, upgrades, tries, removes and purges; PACK is dpkg there, to which packages
# are named as FOLDER has them.
cycle() {
  local tree=$1 run=$2 folder=$3 path
  shift 3
  "$@" -i "$folder/cpupolicy_0.1_amd64.deb" "$folder/libcpupolicy-dev_0.1_amd64.deb"
  [ -f "$tree/usr/share/doc/cpupolicy/gone" ] || fail "the older package is not there"
  # A file of the administrator's, and a change to one of the package's.
  mkdir -p "$tree/etc/cpupolicy.d"
  echo mine > "$tree/etc/cpupolicy.d/own"
  for path in "${settings[@]:0:1}"; do echo "# mine" >> "$tree$path"; done
  "$@" --force-confold -i "$folder/cpupolicy_${version}_amd64.deb" \
    "$folder/libcpupolicy-dev_${version}_amd64.deb"
  [ ! -f "$tree/usr/share/doc/cpupolicy/gone" ] || fail "an upgrade keeps what is no more"
  grep -qx mine "$tree/etc/cpupolicy.d/own" || fail "an upgrade takes from /etc"
  for path in "${settings[@]:0:1}"; do
    grep -qx '# mine' "$tree$path" || fail "an upgrade takes the administrator's change from $path"
  done
  for path in "${settings[@]:1}"; do
    ! grep -qx '# of 0.1' "$tree$path" || fail "an upgrade leaves the older default in $path"
  done
  check "$tree" $run
  # Over itself, as a repair does.
  "$@" -i "$folder/cpupolicy_${version}_amd64.deb" "$folder/libcpupolicy-dev_${version}_amd64.deb"
  check "$tree" $run
}

# gone ROOT BEFORE PACK...: removal leaves settings alone, and purge nothing.
gone() {
  local tree=$1 before=$2 path left
  shift 2
  "$@" -r "${names[@]}"
  [ ! -e "$tree/usr/bin/cpupolicy" ] || fail "removal leaves the command"
  for path in "${settings[@]}"; do [ -f "$tree$path" ] || fail "removal takes $path"; done
  rm -r "$tree/etc/cpupolicy.d"
  left=$(comm -13 <(printf '%s\n' "$before") <(files "$tree") | sed '/^\.\/etc/d' | head -n 3)
  [ -z "$left" ] || fail "removal leaves $left"
  "$@" -P "${names[@]}"
  left=$(diff <(printf '%s\n' "$before") <(files "$tree") | head -n 3) || fail "purge leaves $left"
}

# Another architecture's dpkg refuses the packages by that name: this machine's own, told that it is another.
sed 's/amd64/arm64/g' "$(command -v dpkg)" > "$work/dpkg-arm64"
chmod +x "$work/dpkg-arm64"

if [ $# -eq 0 ]; then
  tree=$work/root
  mkdir -p "$tree/var/lib/dpkg/info" "$tree/var/lib/dpkg/updates" "$tree/etc"
  # An /etc that is nobody else's would go with the package.
  touch "$tree/etc/hostname"
  touch "$tree/var/lib/dpkg/status"
  # pack PROGRAM WORDS...
  pack() {
    "$1" --root="$tree" --log="$work/log" --force-not-root --force-depends --force-bad-path "${@:2}" \
      > "$work/out" 2>&1
  }
  native() { pack dpkg "$@" || { cat "$work/out" >&2; fail "dpkg $1"; }; }
  for file in "${packages[@]}"; do
    ! pack "$work/dpkg-arm64" -i "$file" || fail "$file is installed on arm64"
    grep -q 'package architecture (amd64) does not match system (arm64)' "$work/out" ||
      fail "$file is not refused by its architecture"
  done
  # Nor is a command of another machine packed: the same one, with another number in its header.
  { head -c 18 "$dist/cpupolicy"; printf '\xb7'; tail -c +20 "$dist/cpupolicy"; } > "$work/foreign"
  ! "$root/scripts/make-dist.sh" "$work/foreign" "$work/none" > "$work/out" 2>&1 ||
    fail "a command of another machine is packed"
  grep -q 'made for amd64' "$work/out" || fail "a command of another machine is not refused by name"
  cp "${packages[@]}" "$work"
  run() { "$tree$1" "${@:2}"; }
  before=$(files "$tree")
  cycle "$tree" run "$work" native
  gcc -O2 -Wall -Wextra -Werror -std=c11 "$root/Examples/c/policies.c" -o "$work/policies" \
    $(PKG_CONFIG_SYSROOT_DIR=$tree PKG_CONFIG_PATH=$tree/usr/lib/pkgconfig PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1 \
      PKG_CONFIG_ALLOW_SYSTEM_LIBS=1 pkg-config --cflags --libs cpupolicy) || fail "the C example"
  gone "$tree" "$before" native
  echo "dist: refused elsewhere, installed, upgraded, tried and removed"
fi

# The bill of materials before a judge, where Python's index can be had.
if [ $# -gt 0 ]; then
  if python3 -m venv "$work/venv" > "$work/out" 2>&1 &&
    "$work/venv/bin/pip" install -q spdx-tools > "$work/out" 2>&1; then
    "$work/venv/bin/pyspdxtools" -i "$dist/cpupolicy.spdx.json" > "$work/out" 2>&1 ||
      { cat "$work/out" >&2; fail "the bill of materials is not SPDX"; }
    echo "dist: the bill of materials is SPDX 2.3"
  else
    echo "skipped: no judge of SPDX documents: $(tail -n 1 "$work/out")"
  fi
fi

# Where this machine gets its packages from.
[ $# -eq 0 ] || site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)
for suite in "$@"; do
  tree=$work/$suite
  debootstrap --variant=minbase --include=man-db,bash-completion,gcc,libc6-dev,pkgconf "$suite" "$tree" "$site" \
    > "$work/debootstrap.log" 2>&1 ||
    { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap $suite"; }
  mount -t proc proc "$tree/proc"
  mkdir "$tree/tmp/dist"
  cp "${packages[@]}" "$work"/*_0.1_amd64.deb "$root/Examples/c/policies.c" "$root/Tests/Shells/complete.bash" \
    "$root/Tests/Fixtures/guest-epyc.txt" "$tree/tmp/dist"
  # inside PROGRAM WORDS...: as a user's session has it.
  inside() { chroot "$tree" /usr/bin/env -i HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"; }
  native() {
    inside DEBIAN_FRONTEND=noninteractive dpkg "$@" < /dev/null > "$work/out" 2>&1 ||
      { cat "$work/out" >&2; fail "$suite: dpkg $1"; }
  }
  before=$(files "$tree")
  cycle "$tree" inside /tmp/dist native
  # The page, as man shows it.
  inside man -P cat cpupolicy > "$work/page" 2> "$work/complaints" || fail "$suite: man"
  grep -q '^SYNOPSIS' "$work/page" && grep -q 'cpupolicy host show' "$work/page" || fail "$suite: the page"
  [ ! -s "$work/complaints" ] || fail "$suite: man complains: $(head -n 1 "$work/complaints")"
  inside man -P cat cpupolicy-host-show | grep -q -- '--policy' || fail "$suite: the page of host show"
  inside man -w cpupolicy-pool-level > /dev/null || fail "$suite: the page of pool level"
  # What bash offers, by the script that bash-completion would load.
  offered=$(inside bash /tmp/dist/complete.bash /usr/share/bash-completion/completions/cpupolicy \
    "cpupolicy host show --policy hvm-") || fail "$suite: completion"
  grep -qx hvm-max <<< "$offered" || fail "$suite: completion offers no policy"
  inside bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader cpupolicy;
    complete -p cpupolicy' > /dev/null || fail "$suite: bash-completion does not find the completion"
  inside bash /tmp/dist/complete.bash /usr/share/bash-completion/completions/cpupolicy \
    "cpupolicy policy explain avx512" | grep -qx avx512f || fail "$suite: completion offers no feature"
  # The C example, compiled and run there.
  inside sh -ec 'gcc -O2 -Wall -Wextra -Werror -std=c11 /tmp/dist/policies.c -o /tmp/dist/policies \
    $(pkg-config --cflags --libs cpupolicy)
    cpupolicy policy convert /tmp/dist/guest-epyc.txt --to leaves --drop > /tmp/dist/leaves
    /tmp/dist/policies /tmp/dist/leaves view 2 1:1:4:1 0 7 0' > "$work/out" 2>&1 ||
    { cat "$work/out" >&2; fail "$suite: the C example"; }
  grep -qi '[0-9a-f]\{8\}' "$work/out" || fail "$suite: the C example prints no registers"
  rm -rf "$tree/tmp/dist"
  gone "$tree" "$before" native
  umount "$tree/proc"
  rm -rf --one-file-system "$tree"
  echo "dist: $suite: installed, upgraded, tried and removed"
done
