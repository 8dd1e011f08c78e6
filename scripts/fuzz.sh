#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh SECONDS [READER...]: builds the readers with libFuzzer and the address sanitizer, and runs
# each of them, or those named, that long. What crashes is left in .build/fuzz, what was learnt in
# .build/fuzz/corpus; `fuzz.sh keep` puts the smallest part of it that covers as much into Fuzz/corpus.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$root/.build/fuzz

# Every target, as the program itself lists them.
names() { FUZZ_READER=names ./fuzz -runs=1 "$root/README.md" 2> /dev/null; }

build() {
  local flags=(-O -wmo -enable-experimental-feature AddressableParameters
    -enable-experimental-feature Lifetimes -parse-as-library -package-name swift-cpu-policy
    -swift-version 6 -D Compression -sanitize=fuzzer,address -use-ld=lld -I "$folder")
  local module objects=() sources
  for module in CCPUID CCompression CKVM CLibvirt CProcess CXen; do
    flags+=(-Xcc "-fmodule-map-file=$folder/$module.modulemap" -I "$root/Sources/$module/include")
    echo "module $module { umbrella \"$root/Sources/$module/include\" export * }" \
      > "$folder/$module.modulemap"
    clang -O1 -fsanitize=address -I "$root/Sources/$module/include" \
      -c "$root/Sources/$module"/*.c -o "$folder/$module.o"
    objects+=("$folder/$module.o")
  done
  for module in PolicyCore PolicyText PolicyFormats Hosts Domains PolicyDocuments KVMBackEnd XenBackEnd QEMUBackEnd LibvirtBackEnd; do
    sources=$(find "$root/Sources/$module" -name '*.swift' | sort)
    if [ ! -f "$module.o" ] || [ -n "$(find $sources -newer "$module.o")" ]; then
      swiftc "${flags[@]}" -module-name "$module" -emit-module \
        -emit-module-path "$module.swiftmodule" -c $sources -o "$module.o"
    fi
    objects+=("$folder/$module.o")
  done
  swiftc "${flags[@]}" -module-name Fuzz "$root/Fuzz/Fuzz.swift" "${objects[@]}" -lz -llzma \
    -o "$folder/fuzz"
}

# The fixtures for every reader, whatever their form is, and what earlier runs learnt.
seed() {
  local reader=$1 fixture
  mkdir -p "corpus/$reader"
  for fixture in "$root"/Tests/Fixtures/*.* "$root"/Fuzz/seeds/*; do
    head -c 16000 "$fixture" > "corpus/$reader/$(basename "$fixture")"
  done
  [ ! -f "$root/Fuzz/corpus/$reader.tar.xz" ] ||
    tar -xJf "$root/Fuzz/corpus/$reader.tar.xz" -C "corpus/$reader"
}

mkdir -p "$folder/corpus"
cd "$folder"
export SWIFT_BACKTRACE=enable=no
if [ "$1" = keep ]; then
  mkdir -p "$root/Fuzz/corpus"
  for reader in $(names); do
    rm -rf smallest && mkdir smallest
    FUZZ_READER=$reader ./fuzz -merge=1 -timeout=10 smallest "corpus/$reader" > merge.log 2>&1
    tar -cJf "$root/Fuzz/corpus/$reader.tar.xz" --sort=name --mtime=@0 --owner=0 --group=0 \
      -C smallest .
  done
  exit
fi
build
seconds=$1
shift
mapfile -t all < <(names)
[ "${#all[@]}" -gt 0 ] || { echo "the fuzzer lists no targets" >&2; exit 1; }
for reader in "${@:-${all[@]}}"; do
  seed "$reader"
  echo "== $reader, $seconds seconds"
  FUZZ_READER=$reader ./fuzz -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
    -max_len=16384 -print_final_stats=1 -artifact_prefix="$folder/$reader-" "corpus/$reader" \
    > "$reader.log" 2>&1 || { tail -n 40 "$reader.log"; exit 1; }
  grep -E '^stat::(number_of_executed|new_units|peak_rss)' "$reader.log"
done
