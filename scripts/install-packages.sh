#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the system packages that building and testing need and that are missing: as root, else it
# prints the one line to run.
set -euo pipefail
packages=(binutils cpio cpuid fish g++ gcc jq libc6-dev liblzma-dev libsqlite3-dev libvirt-clients make mandoc pkg-config qemu-system-x86 time tmux xz-utils zlib1g-dev zsh)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  # The machines of Integration/ are made of packages that apt must know of.
  if [ "$(id -u)" -eq 0 ] && [ -z "$(apt-cache policy linux-image-amd64 2>/dev/null)" ]; then
    apt-get update -q || echo "apt has no lists of packages; integration tests will be skipped" >&2
  fi
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
else
  echo "missing packages; run: sudo apt-get install -y ${missing[*]}" >&2
  exit 1
fi
