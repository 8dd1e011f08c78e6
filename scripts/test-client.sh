#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A client of the core, as others have it: by version, from a tag, with no traits. It must build, run
# and have fetched nothing but this package.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
swift=${SWIFT:-swift}
folder=$root/.build/client
if ! command -v git > /dev/null; then
  echo "SKIPPED: the client test needs git" >&2
  exit 0
fi

"$root/scripts/copy-tree.sh" "$folder/swift-cpu-policy"
git -C "$folder/swift-cpu-policy" tag 1.0.0
rm -rf "$folder/client/.build" "$folder/client/Package.resolved"
mkdir -p "$folder/client/Sources/client"
cat > "$folder/client/Package.swift" << END
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "client",
  dependencies: [
    .package(url: "file://$folder/swift-cpu-policy", from: "1.0.0", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "client", dependencies: [.product(name: "PolicyCore", package: "swift-cpu-policy")])
  ]
)
END
cat > "$folder/client/Sources/client/main.swift" << 'END'
import PolicyCore

var raw = CPUPolicy()
raw[leaf: 0] = LeafRegisters(eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69)
raw.set(Feature.sse2, true)
let policies = SystemPolicies(facts: HostFacts(boot: raw))
print(raw[.maxBasicLeaf], raw.has(.sse2), policies.raw.has(.avx2))
END

cd "$folder/client"
answer=$($swift run client)
[ "$answer" = "13 true false" ] || { echo "the client says \"$answer\"" >&2; exit 1; }
for list in .build/checkouts .build/repositories; do
  others=$(ls "$list" | grep -v '^swift-cpu-policy' || true)
  [ -z "$others" ] || { echo "the client fetched $others into $list" >&2; exit 1; }
done
ls .build/checkouts | grep -qx swift-cpu-policy
echo "a client of the core fetches nothing else"
