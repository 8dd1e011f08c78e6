#!/usr/bin/env bash
# fuzz.sh SECONDS: builds the readers with libFuzzer and the address sanitizer, and runs them.
# What crashes is left in .build/fuzz; what was learnt in .build/fuzz/corpus.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
seconds=${1:-600}
folder=$root/.build/fuzz
mkdir -p "$folder/corpus"
export SWIFT_BACKTRACE=enable=no
flags=(-O -wmo -enable-experimental-feature AddressableParameters -parse-as-library -swift-version 6 -sanitize=fuzzer,address -I "$folder")
cd "$folder"
objects=()
for module in CPUPolicy PolicyText PolicyFormats; do
  sources=$(find "$root/Sources/$module" -name '*.swift' | sort)
  if [ ! -f "$module.o" ] || [ -n "$(find $sources -newer "$module.o")" ]; then
    swiftc "${flags[@]}" -module-name "$module" -emit-module -emit-module-path "$module.swiftmodule" \
      -c $sources -o "$module.o"
  fi
  objects+=("$folder/$module.o")
done
swiftc "${flags[@]}" -module-name Fuzz "$root/Fuzz/Fuzz.swift" "${objects[@]}" -o "$folder/fuzz"

# Seeds: the fixtures, once for each reader that takes text.
number=0
for fixture in "$root"/Tests/Fixtures/*.txt "$root"/Fuzz/seeds/*; do
  [ -f "$fixture" ] || continue
  for kind in 0 2 3 8 9 17; do
    { printf "\\$(printf %03o "$kind")"; head -c 3000 "$fixture"; } > "$folder/corpus/seed-$number"
    number=$((number + 1))
  done
done
for fixture in "$root"/Tests/Fixtures/*.xlsave; do
  { printf '\007'; cat "$fixture"; } > "$folder/corpus/seed-$number"
  number=$((number + 1))
done
"$folder/fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=8192 \
  -print_final_stats=1 "$folder/corpus" 2>&1 | tail -n 14
