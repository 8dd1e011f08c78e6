#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# make-completions.sh COMMAND FOLDER: completions for bash, zsh and fish, from the command itself.
set -euo pipefail
mkdir -p "$2"
for shell in bash zsh fish; do
  "$1" --generate-completion-script "$shell" >"$2/cpupolicy.$shell"
done
# fish 3 tells where in a word the cursor is to interactive shells alone, and the word before it to all.
sed -i 's/(__cpupolicy_tokens -tC)/(string length -- "$(commandline -ct)")/g' "$2/cpupolicy.fish"
