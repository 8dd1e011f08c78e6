#!/usr/bin/env fish
# SPDX-License-Identifier: Apache-2.0
# complete.fish SCRIPT LINE: what fish offers at the end of the line, one word a line.
source $argv[1]
complete -C $argv[2] | string split -f 1 \t
