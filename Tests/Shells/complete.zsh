#!/usr/bin/env zsh
# SPDX-License-Identifier: Apache-2.0
# complete.zsh FOLDER LINE: what zsh offers at the end of the line, one word a line. Completion works in the
# line editor alone: a second zsh has a terminal of its own, and writes down what would be added to the line.
# FOLDER has _cpupolicy, and takes the files of this run.
zmodload zsh/zpty
folder=$1
found=$folder/found
rm -f $found
cat > $folder/setup << END
PS1=
fpath=($folder \$fpath)
autoload -Uz compinit
compinit -u -d $folder/dump
compadd() {
  # Calls that fill arrays add nothing.
  if [[ \${@[(I)-[AOD]]} -gt 0 ]]; then
    builtin compadd "\$@"
    return
  fi
  local -a hits
  builtin compadd -A hits "\$@"
  print -rl -- \$hits >> $found
  builtin compadd "\$@"
}
finished() { print -r -- END >> $found }
end-of-line-widget() {
  comppostfuncs=(finished)
  zle complete-word
}
zle -N end-of-line-widget
bindkey '^I' end-of-line-widget
print ready > $folder/ready
END
zpty shell zsh -f -i
zpty -w shell "source $folder/setup"
for attempt in {1..200}; do
  [[ -e $folder/ready ]] && break
  sleep 0.05
done
zpty -w -n shell "$2"$'\t'
for attempt in {1..200}; do
  grep -qx END $found 2> /dev/null && break
  sleep 0.05
done
zpty -d shell
rm -f $folder/ready
grep -qx END $found || { print -u2 "zsh completed nothing"; exit 1 }
grep -vx END $found | sort -u
exit 0
