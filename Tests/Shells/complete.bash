#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# complete.bash SCRIPT LINE: what bash offers at the end of the line, one word a line.
source "$1"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
read -ra COMP_WORDS <<< "$COMP_LINE"
case $COMP_LINE in *' ') COMP_WORDS+=("") ;; esac
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
# The function that bash itself would call.
function=$(complete -p cpupolicy | sed -nE 's/.* -F ([^ ]+) .*/\1/p')
"$function" cpupolicy "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
