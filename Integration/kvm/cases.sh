# SPDX-License-Identifier: Apache-2.0
# Runs in the emulated host. Each section: what the command printed, its exit status, its errors.
# intel.json and amd.json are policies of other CPUs; random holds a list of features on each line.
verify() {
  echo "== verify $1"
  shift
  cpupolicy guest verify "$@" -o json --answers 2>/tmp/errors
  echo "== status $?"
  cat /tmp/errors
}

verify default
verify no-avx --cpuid no-avx
verify no-leaf7 --cpuid "$(cpupolicy features list -o csv |
  awk -F, '$3 ~ /^0x7:/ {printf "%sno-%s", comma, $2; comma = ","}')"
for vendor in intel amd; do
  verify "$vendor" "$vendor.json"
  for topology in 1:1:2:1 1:1:1:2 2:1:1:1 1:1:3:1 2:1:3:1; do
    verify "$vendor $topology" "$vendor.json" --topology "$topology"
  done
done
number=0
while read -r list; do
  verify "random $number" --cpuid "$list"
  number=$((number + 1))
done <random
