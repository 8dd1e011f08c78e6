#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# add-spdx.sh [--check]: gives every source file its licence line, or with --check names those that lack
# it. It stands first, or behind the line that must be first. Generated files get it from the generator,
# whose own texts get it here; running this again changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
tag='SPDX-License-Identifier: Apache-2.0'

# Sources by their ending, and programs for a shell that have none.
sources() {
  git ls-files -co --exclude-standard -- '*.swift' '*.c' '*.h' '*.S' '*.lds' '*.sh' '*.py'
  git ls-files -co --exclude-standard | grep -vE '\.[A-Za-z0-9]+$' | while IFS= read -r file; do
    if [ -f "$file" ] && head -c 2 "$file" | grep -q '^#!'; then echo "$file"; fi
  done
}

# The generator's banners, in front of which the licence line stands as well.
banner() {
  awk -v tag="$tag" '
    /^ *(\/\/|\/\*) Generated from the tables/ && last !~ tag {
      indent = $0
      sub(/[^ ].*/, "", indent)
      print indent ($0 ~ /^ *\/\*/ ? "/* " tag " */" : "// " tag)
    }
    { print; last = $0 }' "$1"
}

# Read whole before it runs: it changes this file, too.
main() {
  local missing=0 file line
  while IFS= read -r file; do
    [ -f "$file" ] || continue
    head -n 2 "$file" | grep -qF "$tag" && continue
    if [ "${1:-}" = --check ]; then
      echo "$file: no licence line; scripts/add-spdx.sh writes it" >&2
      missing=1
      continue
    fi
    case $file in
      *.h | *.lds) line="/* $tag */" ;;
      *.swift | *.c | *.S) line="// $tag" ;;
      *) line="# $tag" ;;
    esac
    # A line of its own kind may follow at once; anything else stands apart, as documentation must.
    awk -v line="$line" '
      function put(next_line) {
        print line
        if (line !~ /^#/ && next_line !~ /^$|^\/\/ |^\/\* Generated/) print ""
        done = 1
      }
      NR == 1 && (/^#!/ || /^\/\/ swift-tools-version/) { print; next }
      !done { put($0) }
      { print }' "$file" > "$file.spdx"
    cat "$file.spdx" > "$file"
    rm "$file.spdx"
  done < <(sources | sort -u)

  if [ "${1:-}" != --check ]; then
    for file in Sources/abi-generator/*.swift; do
      banner "$file" > "$file.spdx"
      cmp -s "$file.spdx" "$file" || cat "$file.spdx" > "$file"
      rm "$file.spdx"
    done
  fi
  return $missing
}

main "$@"; exit
