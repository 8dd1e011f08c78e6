# SPDX-License-Identifier: Apache-2.0
# Small guests, as xl makes them.

make_config() {
  printf 'name="%s"\ntype="%s"\nkernel="/guests/%s"\nmemory=%s\nvcpus=1\n' "$1" "$2" "$2" "$3" \
    >"/tmp/$1.cfg"
}

# Left paused, so that a policy can be set before the first run.
create_paused() {
  make_config "$1" "$2" "$3"
  timeout 30 xl create -e -p "/tmp/$1.cfg"
}

# What a PVH guest wrote on Xen's console, the last time.
seen_by_pvh() { xl dmesg | sed -n "s/.*(d$1) //p" | awk '/Guest policy/ {text = ""} {text = text $0 "\n"} END {printf "%s", text}'; }

# A PVH guest without drivers suspends itself; this says so in its place.
acknowledge_suspend() {
  while sleep 0.2; do
    for node in $(xenstore-list /local/domain); do
      [ "$(xenstore-read /local/domain/$node/control/shutdown)" = suspend ] &&
        xenstore-write /local/domain/$node/control/shutdown ""
    done
  done 2>/dev/null
}

# Waits until a PVH guest has suspended itself, which it does when it has told all.
wait_until_told() {
  for _ in $(seq 50); do
    xl dmesg | grep -q "(d$1) Guest end" && return 0
    sleep 0.2
  done
  return 1
}

xen() { timeout 20 ./cpupolicy "$@"; }
