#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Carries out the three checklists of CONTRIBUTING.md in a scratch copy: a feature bit, a field with
# its rule, a form. Each may touch what its checklist names, besides what is generated, and no test.
# The suites of the generator, the core, the forms and the pinned policies then pass as they are.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
copy=$root/.build/checklists
swift=${SWIFT:-swift}

"$root/scripts/copy-tree.sh" "$copy"
cd "$copy"
commit() { git -c user.name=check -c user.email=check@localhost commit -qm "$1"; }

# touched NAME FILE...: whether the last step touched these and nothing else that is written by hand.
touched() {
  local name=$1 found wanted
  shift
  git add -A
  found=$(git diff --cached --name-only |
    grep -vE '/Generated/|^docs/reference/|^Sources/CPUPolicyC/include/cpupolicy_' | sort)
  wanted=$(printf '%s\n' "$@" | sort)
  [ "$found" = "$wanted" ] || {
    echo "$name: touched are" $found", and the checklist says" $wanted >&2
    exit 1
  }
  echo "$name, by hand:$(git diff --cached --shortstat -- "$@")"
  echo "$name, in all:$(git diff --cached --shortstat)"
  commit "$name"
}

echo 'SAMPLE_BIT,12,30,A,yes,SSE2,supported,free,,,a sample,any,sample_bit,sample-bit,,a sample' \
  >> ABI/features.csv
$swift run -q abi-generator .
touched "feature bit" ABI/features.csv

echo '0x6,*,ebx,7:4,sampleNumber,,any,count,number,pass,atMost,min,width,behaviour,same,a sample,a sample,low' \
  >> ABI/fields.csv
$swift run -q abi-generator .
touched field ABI/fields.csv

cp -R scripts/checklists/Sample Sources/PolicyFormats/Forms/
sed -i 's/\.nodeLabels,$/.nodeLabels, .sample,/' Sources/PolicyFormats/PolicyCodec.swift
CPUPOLICY_UPDATE=1 $swift test --filter RegistryTests
scripts/list-api.sh
touched form README.md docs/api/PolicyFormats.txt Sources/PolicyFormats/Forms/Sample/SampleCodec.swift \
  Sources/PolicyFormats/PolicyCodec.swift

$swift run -q abi-generator --check .
$swift test --filter 'ABIGeneratorTests|PolicyCoreTests|PolicyFormatsTests|GoldenTests'
# The new things, as a user meets them.
command=.build/debug/cpupolicy
$swift build -q --product cpupolicy
$command features list -o name | grep -qx SAMPLE_BIT
$command policy convert Tests/Fixtures/guest-epyc.txt --to sample --drop > .build/sample
grep -q ^sample: .build/sample
$command policy show .build/sample -o json | grep -q '"apiVersion"'
echo "the checklists hold"
