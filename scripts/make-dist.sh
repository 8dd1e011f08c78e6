#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# make-dist.sh COMMAND FOLDER: the static command, Debian packages of it and of the C library in .build/c,
# checksums and a bill of materials. The same command and library give the same bytes, whenever and by
# whomever they are packed: SOURCE_DATE_EPOCH is the commit's date.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
command=$(realpath "$1")
mkdir -p "$2"
out=$(cd "$2" && pwd)
version=$("$root/scripts/version.sh")
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2> /dev/null || echo 0)}
umask 022
# Packages are for what the command and the library are made for.
machine=$(LC_ALL=C readelf -h "$command" 2> /dev/null | sed -nE 's/^ *Machine: +//p')
[ "$machine" = "Advanced Micro Devices X86-64" ] || {
  echo "$command is a program for ${machine:-no machine}; packages are made for amd64 (x86-64) alone" >&2
  exit 1
}
rm -f "$out"/cpupolicy* "$out"/libcpupolicy* "$out"/SHA256SUMS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# package NAME DESCRIPTION DEPENDS: packs $work/NAME.
package() {
  local name=$1 tree=$work/$1 size
  install -d "$tree/usr/share/doc/$name" "$tree/DEBIAN"
  cat > "$tree/usr/share/doc/$name/copyright" << END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: the authors of swift-cpu-policy
License: Apache-2.0
 On Debian systems the licence stands in /usr/share/common-licenses/Apache-2.0.
END
  gzip -9n < "$root/CHANGELOG.md" > "$tree/usr/share/doc/$name/changelog.gz"
  size=$(du -sk --apparent-size --exclude=DEBIAN "$tree" | cut -f1)
  cat > "$tree/DEBIAN/control" << END
Package: $name
Version: $version
Architecture: amd64
Section: admin
Priority: optional
Maintainer: the authors of swift-cpu-policy <swift-cpu-policy@localhost>
Installed-Size: $size
${3:+Depends: $3
}Description: $2
END
  (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
  # What administrators change is theirs, through upgrades and removal.
  if [ -d "$tree/etc" ]; then
    (cd "$tree" && find etc -type f | sort | sed 's|^|/|' > DEBIAN/conffiles)
  fi
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --build "$tree" "$out/${name}_${version}_amd64.deb" > /dev/null
}

# The command.
make -s -C "$root" install-command COMMAND="$command" DESTDIR="$work/cpupolicy" PREFIX=/usr
install -D -m 644 "$root/packaging/cpupolicy.toml" "$work/cpupolicy/etc/cpupolicy.toml"
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
find "$work/cpupolicy/usr/share/man" -name '*.1' -exec sed -i "1s/ 1 \"\" / 1 \"$date\" /" {} + \
  -exec gzip -9n {} +
# What it needs of the system is what it names, and glibc as new as its newest symbol.
needed=$(objdump -p "$work/cpupolicy/usr/bin/cpupolicy" | awk '$1 == "NEEDED" {print $2}')
for library in $needed; do
  case $library in
    libc.so.6 | libm.so.6 | ld-linux-x86-64.so.2) ;;
    *) echo "$command is not static: it needs $library; build it with make static" >&2; exit 1 ;;
  esac
done
glibc=$(objdump -T "$work/cpupolicy/usr/bin/cpupolicy" | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -n 1)
package cpupolicy "what x86 CPU a virtual machine sees, who decided it, and whether it may" \
  "libc6 (>= ${glibc#GLIBC_})"
install -m 755 "$work/cpupolicy/usr/bin/cpupolicy" "$out/cpupolicy"

# The C library, freestanding: it needs nothing.
make -s -C "$root" install-c DESTDIR="$work/libcpupolicy-dev" PREFIX=/usr
package libcpupolicy-dev "CPU policies for hypervisors in C: header and archive" ""

# What is in the command besides this project, with versions.
swift=$("${SWIFT:-swift}" --version 2> /dev/null | sed -nE 's/.*Swift version ([0-9.]+).*/\1/p' | head -n 1)
# Archives of the system, as make static-libraries links them.
installed() { dpkg-query -W -f '${Version}' "$1" 2> /dev/null || echo unknown; }
gcc=$(gcc -dumpversion | cut -d. -f1)
digest=$(sha256sum "$out/cpupolicy" | cut -d' ' -f1)
jq -n --arg version "$version" --arg digest "$digest" --arg swift "$swift" \
  --arg sqlite "$(installed libsqlite3-dev)" --arg zlib "$(installed zlib1g-dev)" \
  --arg lzma "$(installed liblzma-dev)" --arg stdcxx "$(installed "libstdc++-$gcc-dev")" \
  --arg libgcc "$(installed "libgcc-$gcc-dev")" \
  --arg date "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)" \
  --slurpfile resolved "$root/Package.resolved" '
  def package($id; $name; $version; $location; $licence):
    {SPDXID: "SPDXRef-\($id)", name: $name, versionInfo: $version, downloadLocation: $location,
     filesAnalyzed: false, licenseConcluded: $licence, licenseDeclared: $licence,
     copyrightText: "NOASSERTION"};
  def licences:
    {"swift-argument-parser": "Apache-2.0 WITH Swift-exception", "yams": "MIT", "grdb.swift": "MIT"};
  ([$resolved[0].pins[] | package(.identity; .identity; .state.version;
      "git+\(.location)@\(.state.revision)"; licences[.identity] // "NOASSERTION")]
    + [package("swift"; "Swift standard library and Foundation"; $swift; "https://swift.org";
         "Apache-2.0 WITH Swift-exception"),
       package("sqlite"; "SQLite"; $sqlite; "https://sqlite.org"; "blessing"),
       package("zlib"; "zlib"; $zlib; "https://zlib.net"; "Zlib"),
       package("liblzma"; "liblzma"; $lzma; "https://tukaani.org/xz"; "LicenseRef-liblzma"),
       package("libstdcxx"; "libstdc++"; $stdcxx; "https://gcc.gnu.org";
         "GPL-3.0-or-later WITH GCC-exception-3.1"),
       package("libgcc"; "libgcc"; $libgcc; "https://gcc.gnu.org";
         "GPL-3.0-or-later WITH GCC-exception-3.1")]) as $parts
  | {spdxVersion: "SPDX-2.3", dataLicense: "CC0-1.0", SPDXID: "SPDXRef-DOCUMENT",
     name: "cpupolicy-\($version)",
     documentNamespace: "urn:cpupolicy:\($version):\($digest)",
     creationInfo: {created: $date, creators: ["Tool: scripts/make-dist.sh"]},
     hasExtractedLicensingInfos: [{licenseId: "LicenseRef-liblzma", name: "liblzma",
       extractedText: "liblzma is in the public domain."}],
     packages: ([package("cpupolicy"; "cpupolicy"; $version; "NOASSERTION"; "Apache-2.0")
       + {checksums: [{algorithm: "SHA256", checksumValue: $digest}]}] + $parts),
     relationships: ([{spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES",
         relatedSpdxElement: "SPDXRef-cpupolicy"}]
       + [$parts[] | {spdxElementId: "SPDXRef-cpupolicy", relationshipType: "STATIC_LINK",
         relatedSpdxElement: .SPDXID}])}' > "$out/cpupolicy.spdx.json"
(cd "$out" && sha256sum cpupolicy cpupolicy.spdx.json ./*.deb | sed 's|\./||' > SHA256SUMS)
ls "$out"
