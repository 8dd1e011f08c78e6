#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# make-man-pages.sh COMMAND FOLDER: one man page a command, from the command's own help.
set -euo pipefail
command=$1
folder=$2
mkdir -p "$folder"
rm -f "$folder"/*.1

escape() { sed -e 's/\\/\\e/g' -e 's/^\./\\\&./' -e "s/^'/\\\\\&'/" -e 's/-/\\-/g'; }

page() {
  local words=("$@")
  local name="cpupolicy${words:+-}$(IFS=-; echo "${words[*]}")"
  local help
  help=$("$command" "${words[@]}" --help)
  {
    echo ".TH $(echo "$name" | tr '[:lower:]' '[:upper:]') 1 \"\" \"cpupolicy\""
    echo ".SH NAME"
    echo "$name \\- $(sed -n 's/^OVERVIEW: //p' <<<"$help" | escape)"
    # Everything behind the overview: sections are headings in capitals with a colon.
    sed '1,/^$/{/^OVERVIEW/d}' <<<"$help" | escape | awk '
      /^[A-Z][A-Z ]+:/ {
        heading = $0; sub(/:.*/, "", heading)
        rest = $0; sub(/^[A-Z ]+: */, "", rest)
        print ".SH " heading; print ".nf"; if (rest != "") print rest; next
      }
      { print }'
    echo ".SH EXIT STATUS"
    echo ".nf"
    echo "0 fine, 1 findings, 2 usage, 3 unreadable input, 4 back end unavailable, 5 permission, 6 drift"
  } >"$folder/$name.1"
  # The help lists subcommands in its own section.
  local child
  while read -r child; do
    [ -n "$child" ] && page "${words[@]}" "$child"
  done < <(awk '/^SUBCOMMANDS:/ {on = 1; next} /^$/ {on = 0} on && /^  [a-z]/ {print $1}' <<<"$help")
}

page
ls "$folder"
