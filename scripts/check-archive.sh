#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# check-archive.sh ARCHIVE: what a hypervisor relies on and no test can see run, read from the code:
#   1. nothing is needed from outside but memcpy and memset,
#   2. no SSE, MMX or x87 register and no segment prefix,
#   3. no access below the stack pointer: interrupts write there (no red zone),
#   4. no indirect jump and no indirect call, and ENDBR64 where each function of the header begins,
#   5. nothing is visible but the functions of the header, and all of them are there,
#   6. the code takes at most 80 KB.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
archive=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "archive: $*" >&2; exit 1; }

needed=$(nm -u "$archive" | awk 'NF == 2 {print $2}' | sort -u | grep -vxE 'memcpy|memset' || true)
[ -z "$needed" ] || fail "the library needs" $needed "from outside"

objdump -d --no-show-raw-insn "$archive" > "$work/code"
! grep -m 1 -E '%(xmm|ymm|zmm|mm[0-7]|st\b|fs|gs)' "$work/code" >&2 ||
  fail "the code uses registers that belong to guests, or a segment prefix"
! grep -m 1 -E '\b(jmp|call) +\*' "$work/code" >&2 || fail "the code has an indirect branch"

nm "$archive" | awk '$2 == "T" {print $3}' | sort > "$work/visible"
grep -oE '\bcpupolicy_[a-z0-9_]+\(' "$root/Sources/CPUPolicyC/include/cpupolicy.h" | tr -d '(' |
  grep -v '^cpupolicy_code_' | sort -u > "$work/declared"
diff "$work/declared" "$work/visible" >&2 || fail "what is visible is not what the header declares"
nm "$archive" | awk '$2 ~ /^[A-SV-Z]$/ && $2 != "U" {exit 1}' || fail "data is visible from outside"
awk '/^[0-9a-f]+ <.*>:$/ {name = $2; gsub(/[<>:]/, "", name); getline
       if ($2 != "endbr64") print name}' "$work/code" > "$work/unmarked"
! grep -xFf "$work/declared" "$work/unmarked" >&2 || fail "a function does not begin with ENDBR64"

# The depth of the stack pointer below the frame pointer, line by line: a jump or a return ends a path,
# and the next line is taken to be as deep as the function is behind its prologue.
awk '
  function number(text,   value, i) {
    value = 0
    for (i = 1; i <= length(text); i++)
      value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return value
  }
  function bytes(line) { match(line, /\$0x[0-9a-f]+/); return number(substr(line, RSTART + 3, RLENGTH - 3)) }
  /^[0-9a-f]+ <.*>:$/ { name = $2; depth = 0; usual = 0; framed = 0; prologue = 1; functions++; next }
  !/^ +[0-9a-f]+:/ { next }
  {
    rest = $0
    while (match(rest, /-0x[0-9a-f]+\(%r[sb]p[,)]/)) {
      access = substr(rest, RSTART, RLENGTH); rest = substr(rest, RSTART + RLENGTH)
      if ($2 == "lea") continue
      below = number(substr(access, 4, index(access, "(") - 4))
      if (access ~ /rsp/ || framed && below > depth) { print name, $0; bad = 1 }
    }
    if ($2 == "mov" && $3 == "%rsp,%rbp") { framed = 1; depth = 0; next }
    if ($2 == "push") depth += 8
    else if ($2 == "sub" && $0 ~ /,%rsp$/) usual = depth += bytes($0)
    else if ($2 == "endbr64") ;
    else {
      if (prologue) { usual = depth; prologue = 0 }
      if ($2 == "pop") depth -= 8
      else if ($2 == "add" && $0 ~ /,%rsp$/) depth -= bytes($0)
      else if ($2 == "ret" || $2 == "jmp" || $2 == "ud2") depth = usual
    }
  }
  END { if (functions < 100) { print "only " functions + 0 " functions"; exit 1 }; exit bad }
' "$work/code" > "$work/red" || { head -n 5 "$work/red" >&2; fail "the code uses memory below the stack pointer"; }

size=$(size -A "$archive" | awk '$1 ~ /^\.text/ {sum += $2} END {print sum}')
[ "$size" -le 81920 ] || fail "the code takes $size bytes; at most 81920 are allowed"
echo "archive: $(wc -l < "$work/visible") functions, text $size bytes; needs $(nm -u "$archive" | awk 'NF == 2 {print $2}' | sort -u | paste -sd ' '); no SSE, no red zone, no indirect branch"
