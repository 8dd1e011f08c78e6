#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# make-man-pages.sh COMMAND FOLDER: a manual page for each command, of what the command declares of itself
# and of the sections at the end of its help. Pages are dated when they are packed: scripts/make-dist.sh.
set -euo pipefail
command=$1
folder=$2
root=$(cd "$(dirname "$0")/.." && pwd)
version=$("$root/scripts/version.sh")
mkdir -p "$folder"
rm -f "$folder"/*.1

# Sections of help as those of a page: entries that have their text beside them, or examples below.
sections() {
  sed -e 's/\\/\\e/g' -e 's/-/\\-/g' | awk '
    /^[A-Z ]+:$/ { sub(/:$/, ""); print ".SH " $0; first = 1; next }
    /^    / { sub(/^ +/, ""); print ".PP\n.RS 4\n.nf\n" $0 "\n.fi\n.RE"; next }
    /^  .*:$/ { sub(/^ +/, ""); if (!first) print ".PP"; print; first = 0; next }
    /^  / {
      sub(/^ +/, ""); name = $0; sub(/  .*/, "", name)
      text = substr($0, length(name) + 1); sub(/^ +/, "", text)
      print ".TP\n.B " name "\n" text
    }'
}
surroundings=$("$command" --help | sed -n '/^FILES:$/,$p' | sections)

"$command" --experimental-dump-help | jq -c --arg version "$version" '
  def plain: gsub("\\\\"; "\\e") | gsub("-"; "\\-") | gsub("(?m)^(?<mark>[.'"'"'])"; "\\&\(.mark)");
  def words($path): (["cpupolicy"] + $path);
  def reference: "\\fB\(join("\\-") | gsub("(?<!\\\\)-"; "\\-"))\\fR(1)";
  def value: "\\fI\(.valueName | plain)\\fR";
  def dashes: (if .kind == "short" then "\\-" else "\\-\\-" end) + (.name | plain);
  def synopsis:
    [.arguments[]? | select(.shouldDisplay and .kind != "flag")
      | select(.kind == "positional" or (.isOptional | not)) | . as $it
      | (if .kind == "positional" then value else "\\fB\(.preferredName | dashes)\\fR \(value)" end)
      + (if .isRepeating then " ..." else "" end) | if $it.isOptional then "[\(.)]" else . end];
  def entry:
    ".TP",
    (if .kind == "positional" then value
     else ([.names | sort_by(.kind != "short")[] | "\\fB\(dashes)\\fR"] | join(", "))
       + (if .kind == "option" then " \(value)" else "" end) end),
    ((.abstract // "" | plain)
     + (if .allValues then " One of \(.allValues | map(plain) | join(", "))." else "" end)
     + (if .defaultValue then " Without it: \(.defaultValue | plain)." else "" end));
  def page($path):
    . as $it | [.subcommands[]? | select(.commandName != "help")] as $verbs
    | {words: $path, head: ([
        ".TH \(words($path) | join("-") | ascii_upcase) 1 \"\" \"cpupolicy \($version)\" \"User Commands\"",
        ".SH NAME", "\(words($path) | join("-") | plain) \\- \(.abstract | rtrimstr(".") | plain)",
        ".SH SYNOPSIS", ".B \(words($path) | join(" ") | plain)",
        (if $verbs == [] then "[\\fIoptions\\fR] \(synopsis | join(" "))" | sub(" $"; "") else "\\fIcommand\\fR" end),
        ".SH DESCRIPTION", (.abstract | plain),
        ((.discussion // "") | split("\n\n")[] | select(. != "") | ".PP", plain),
        ([.arguments[]? | select(.shouldDisplay and .kind == "positional") | entry]
          | if . == [] then empty else ".SH ARGUMENTS", .[] end),
        (if $verbs == [] then empty else ".SH COMMANDS",
          ($verbs[] | ".TP", (words($path) + [.commandName] | reference), (.abstract | plain)) end),
        ([.arguments[]? | select(.shouldDisplay and .kind != "positional") | entry]
          | if . == [] then empty else ".SH OPTIONS", .[] end)] | join("\n")),
       related: (
         [(if $path == [] then empty else words($path[:-1]) end), ($verbs[] | words($path) + [.commandName])]
         | map(reference) | join(",\n"))},
      ($verbs[] | page($path + [.commandName]));
  .command | page([])' |
  while read -r page; do
    mapfile -t words < <(jq -r '.words[]' <<< "$page")
    name=$(IFS=-; echo "cpupolicy${words[*]:+-${words[*]}}")
    {
      jq -r .head <<< "$page"
      "$command" "${words[@]}" --help | sed -n '/^EXAMPLES:$/,/^$/p' | sections
      printf '%s\n' "$surroundings"
      echo ".SH SEE ALSO"
      jq -r .related <<< "$page"
    } > "$folder/$name.1"
  done
ls "$folder"
