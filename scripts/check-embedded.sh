#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the C library, and checks what a hypervisor relies on: check-embedded.sh COMMAND, where COMMAND
# is the built cpupolicy.
#   1. what can be read from the archive: check-archive.sh,
#   2. the layout of what crosses, compiled as C and C++ by gcc and clang,
#   3. how it behaves, what hostile input does, how much stack it takes and what a CPUID exit costs:
#      Tests/C,
#   4. a C program that links it as pkg-config says gets the same policies, verdicts, domains and views as
#      the command.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
command=$(realpath "$1")
folder=$root/.build/c
include=$root/Sources/CPUPolicyC/include
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/scripts/build-c-library.sh" "$command" "$folder"
"$root/scripts/check-archive.sh" "$folder/libcpupolicy.a"

for compiler in "gcc -std=c11" "clang -std=c11" "g++ -x c++ -std=c++17" "clang++ -x c++ -std=c++17"; do
  $compiler -Wall -Wextra -Werror -I "$include" -fsyntax-only "$root/Tests/C/layout.c"
done

fixtures=("$root"/Tests/Fixtures/emulated-*.txt)
records=()
for dump in "${fixtures[@]}"; do
  records+=("$work/$(basename "$dump" .txt)")
  "$command" policy convert "$dump" --to leaves --drop > "${records[-1]}" 2> /dev/null
done
# By turns, so that what one compiler takes for granted the other may not.
compilers=(gcc clang)
for test in host domains vectors hostile readers stack instructions; do
  "${compilers[0]}" -O2 -Wall -Wextra -Werror -std=gnu11 -pthread -Wl,-z,now -I "$include" \
    "$root/Tests/C/$test.c" -o "$work/$test" "$folder/libcpupolicy.a"
  compilers=("${compilers[1]}" "${compilers[0]}")
done
"$work/host" "${records[@]}"
"$work/domains" "${records[@]}"
"$work/vectors" "${records[@]}"
"$work/hostile" "${records[@]}"
"$work/readers" "$work/emulated-EPYC-Rome"
"$work/stack" "${records[@]}"
for file in "${records[@]}"; do "$work/instructions" "$file" 300 > "$work/exit"; done
cat "$work/exit"

# Installed, and linked as pkg-config says.
make -s -C "$root" install-c PREFIX="$work/installed"
flags=$(PKG_CONFIG_PATH=$work/installed/lib/pkgconfig pkg-config --cflags --libs cpupolicy)
gcc -O2 -Wall -Wextra -Werror -std=c11 "$root/Examples/c/policies.c" -o "$folder/policies" $flags
gcc -O2 -Wall -Wextra -Werror -std=c11 "$root/Examples/c/quickstart.c" -o "$folder/quickstart" $flags
[ "$("$folder/quickstart")" = $'0 violations\nSSE3 0, APIC id 1' ] ||
  { echo "embedded: the quick start says $("$folder/quickstart")" >&2; exit 1; }

compared=0
same() {
  cmp -s "$work/expected" "$work/found" || { echo "embedded: $1" >&2; exit 1; }
  compared=$((compared + 1))
}
kinds=(raw host-max host-default pv-max pv-default hvm-max hvm-default hvm-shadow-max
  hvm-shadow-default dom0-pv dom0-hvm)
for raw in "${records[@]}"; do
  for number in "${!kinds[@]}"; do
    "$command" policy convert "$raw" --policy "${kinds[$number]}" --to leaves \
      > "$work/expected" 2> /dev/null
    "$folder/policies" "$raw" "$number" > "$work/found"
    same "${kinds[$number]} of $(basename "$raw") differs"
  done
  # Every other fixture's HVM default as a candidate: the same violations, code by code, but for what the
  # command finds with another value of a fact that was assumed.
  for other in "${fixtures[@]}"; do
    "$command" policy convert "$other" --policy hvm-default --to leaves > "$work/candidate" 2> /dev/null
    "$folder/policies" "$raw" audit "$work/candidate" | cut -d' ' -f1 | sort > "$work/found" || true
    "$command" policy audit "$work/candidate" --against "$raw" -o csv --no-headers 2> /dev/null |
      grep -v ',otherwise$' | cut -d, -f1 | sort > "$work/expected" || true
    same "the verdicts on $(basename "$other") against $(basename "$raw") differ"
  done
  # The policy that a domain begins with, what its virtual CPUs see of each leaf, and that setting it
  # unchanged is accepted.
  guests=(pv pv32 hvm hvm-shadow)
  for number in "${!guests[@]}"; do
    domain=(a --state-dir "$work/state" --host "$raw")
    rm -rf "$work/state"
    "$command" domain create "${domain[@]}" --kind "${guests[$number]}" --topology 1:1:4:2 -o name \
      > /dev/null
    "$command" domain show "${domain[@]}" -o json > "$work/domain.json"
    "$command" policy convert "$work/domain.json" --to leaves > "$work/expected"
    "$folder/policies" "$raw" domain "$number" 1:1:4:2 > "$work/found"
    same "the ${guests[$number]} domain on $(basename "$raw") differs"
    "$folder/policies" "$raw" set "$number" 1:1:4:2 "$work/expected" ||
      { echo "embedded: its own policy is refused" >&2; exit 1; }
    [ "$number" = 2 ] || continue
    # The places of its records: leaf and subleaf, but for the hypervisor's and the MSRs at the end.
    head -c -32 "$work/expected" | od -A n -t x4 -w24 -v |
      awk '$1 !~ /^4/ {print "0x" $1, $2 == "ffffffff" ? 0 : "0x" $2}' > "$work/places"
    while read -r leaf subleaf; do
      "$command" domain view "${domain[@]}" "$leaf" "$subleaf" --vcpu 5 -o csv --no-headers |
        tr , ' ' > "$work/expected"
      "$folder/policies" "$raw" view "$number" 1:1:4:2 5 "$leaf" "$subleaf" > "$work/found"
      same "what a guest sees of $leaf:$subleaf on $(basename "$raw") differs"
    done < "$work/places"
  done
done
echo "embedded: $compared results equal the command's"
