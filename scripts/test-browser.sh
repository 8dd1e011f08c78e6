#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# test-browser.sh: opens every page and picture, and the site of `make site`, in a real Chromium. As root it installs
# Debian's chromium where none is; without one these tests are skipped. Screenshots: .build/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v chromium chromium-browser google-chrome > /dev/null; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "no browser; run: sudo apt-get install -y --no-install-recommends chromium" >&2
    exit 1
  fi
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core
fi
swift=${SWIFT:-swift}
"$swift" build --build-tests
"$swift" test --skip-build --filter 'BrowserTests|SiteTests'
