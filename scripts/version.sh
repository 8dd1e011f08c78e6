#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The version, from where it stands.
sed -nE 's/^ *static let number = "(.*)"$/\1/p' "$(dirname "$0")/../Sources/cpupolicy/Version.swift"
