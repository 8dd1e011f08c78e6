# SPDX-License-Identifier: Apache-2.0
# Packages of other suites of Debian than this machine's; read by the rigs with `source`.

# apt_root FOLDER SUITE: a root of its own for apt, in which no package counts as installed. The address is
# the one that apt is set up with, and what it says is held to the same archive keys. SUITE is a release's name,
# or that with -backports. Leaves the options in the array `apt`, and fails where the suite cannot be had.
apt_root() {
  local root=$1 suite=$2 base=${2%-backports} address own
  mkdir -p "$root"/lists/partial "$root"/cache/archives/partial
  : >"$root/status"
  # Under the address of each of this machine's suites, as bookworm and bookworm-security, the other one's.
  while read -r address own; do
    case $own in
      *-security) echo "deb $address $base-security main" ;;
      *-*) ;;
      *)
        echo "deb $address $base main"
        [ "$base" = "$suite" ] || echo "deb $address $suite main"
        ;;
    esac
  done < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' | sort -u) \
    >"$root/sources.list"
  apt=(-o "Dir::Etc::sourcelist=$root/sources.list" -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$root/lists" -o "Dir::State::status=$root/status" -o "Dir::Cache=$root/cache"
    -o Debug::NoLocking=1 -o APT::Default-Release=)
  timeout 300 apt-get "${apt[@]}" -q -o APT::Update::Error-Mode=any update >"$root/update.log" 2>&1
}

# The line of a log of apt's that says what went wrong.
apt_reason() { grep -m 1 '^E:' "$1" || tail -n 1 "$1"; }
