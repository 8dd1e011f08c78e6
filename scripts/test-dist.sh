#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# test-dist.sh FOLDER [SUITE...]: installs the packages of a folder, tries what is in them, and removes them.
# Without a suite into a folder of its own that dpkg takes for a root; with suites into roots of those
# releases of Debian, with nothing but the base in them: needs root and debootstrap.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dist=$(cd "$1" && pwd)
shift
version=$("$root/scripts/version.sh")
packages=("$dist/cpupolicy_${version}_amd64.deb" "$dist/libcpupolicy-dev_${version}_amd64.deb")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "dist: $1" >&2; exit 1; }

(cd "$dist" && sha256sum --quiet -c SHA256SUMS) || fail "checksums"
for file in "${packages[@]}"; do
  [ "$(dpkg-deb -f "$file" Architecture)" = amd64 ] || fail "$file is not for amd64"
  dpkg-deb -c "$file" | awk '$2 != "root/root" {exit 1}' || fail "$file has an owner other than root"
done
jq -e '.spdxVersion == "SPDX-2.3" and (.packages | length) >= 5 and all(.packages[]; .versionInfo != "")' \
  "$dist/cpupolicy.spdx.json" > /dev/null || fail "bill of materials"

# check PREFIX RUN...: what is installed under a root; RUN runs a program there.
check() {
  local tree=$1
  shift
  "$@" /usr/bin/cpupolicy --version | grep -q "^cpupolicy $version (commit " || fail "version"
  "$@" /usr/bin/cpupolicy features list -o name | grep -qx AVX2 || fail "the command does not run"
  for page in cpupolicy cpupolicy-host-show; do
    gzip -dc "$tree/usr/share/man/man1/$page.1.gz" | grep -q '^\.SH NAME' || fail "no page $page"
  done
  bash -c 'set -e; source "$1"; complete -p cpupolicy' - \
    "$tree/usr/share/bash-completion/completions/cpupolicy" > /dev/null || fail "completion"
  gcc -O2 -Wall -Wextra -Werror -std=c11 "$root/Examples/c/policies.c" -o "$work/policies" \
    $(PKG_CONFIG_SYSROOT_DIR=$tree PKG_CONFIG_PATH=$tree/usr/lib/pkgconfig PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1 \
      PKG_CONFIG_ALLOW_SYSTEM_LIBS=1 pkg-config --cflags --libs cpupolicy) || fail "the C example"
}

# gone PREFIX: nothing of it is left.
gone() {
  local left
  left=$(find "$1" -path '*/var/*' -prune -o -name '*cpupolicy*' -print | head -n 3)
  [ -z "$left" ] || fail "removal leaves $left"
}

if [ $# -eq 0 ]; then
  tree=$work/root
  mkdir -p "$tree/var/lib/dpkg/info" "$tree/var/lib/dpkg/updates"
  touch "$tree/var/lib/dpkg/status"
  pack() {
    dpkg --root="$tree" --log="$work/log" --force-not-root --force-depends --force-bad-path "$@" \
      > "$work/out" 2>&1 || { cat "$work/out" >&2; fail "dpkg $1"; }
  }
  pack -i "${packages[@]}"
  run() { "$tree$1" "${@:2}"; }
  check "$tree" run
  # Over itself, as an upgrade does.
  pack -i "${packages[@]}"
  check "$tree" run
  pack -r cpupolicy libcpupolicy-dev
  gone "$tree"
  pack -P cpupolicy libcpupolicy-dev
  echo "dist: installed, tried and removed"
fi

for suite in "$@"; do
  tree=$work/$suite
  # Where this machine gets its packages from.
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)
  debootstrap --variant=minbase "$suite" "$tree" "$site" > "$work/debootstrap.log" 2>&1 ||
    { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap $suite"; }
  cp "${packages[@]}" "$tree/tmp"
  (cd "$tree/tmp" && chroot "$tree" sh -c 'dpkg -i /tmp/*.deb') > "$work/out" 2>&1 ||
    { cat "$work/out" >&2; fail "$suite: dpkg -i"; }
  check "$tree" chroot "$tree"
  chroot "$tree" dpkg -P cpupolicy libcpupolicy-dev > /dev/null || fail "$suite: dpkg -P"
  rm "$tree"/tmp/*.deb
  gone "$tree"
  echo "dist: $suite: installed, tried and removed"
done
