// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyFormats
import PolicyText

/// For which release of QEMU or libvirt a policy is written.
struct ReleaseOption: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Use the names that this release has: qemu=9.0, libvirt=9.0; may be given for both.",
      valueName: "world=release"))
  var releases: [String] = []

  /// The release of each world that was named.
  func parse() throws -> [OtherName.World: WorldRelease] { try Self.parse(releases) }

  /// The release of each world that these words name.
  static func parse(_ words: [String]) throws -> [OtherName.World: WorldRelease] {
    var result: [OtherName.World: WorldRelease] = [:]
    for text in words {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let world = OtherName.World(rawValue: String(parts[0])),
        world != .linux
      else {
        throw CommandFailure(
          .usage, "--for \(text): expected is qemu=RELEASE or libvirt=RELEASE, e.g. qemu=9.0")
      }
      guard let release = WorldRelease(parts[1]) else {
        throw CommandFailure(
          .usage, "--for \(text): \(parts[1]) is no release; expected are two numbers, e.g. 9.0")
      }
      let oldest = WorldRelease.oldest(world)
      guard release >= oldest else {
        throw CommandFailure(
          .usage,
          "--for \(text): the names of releases before \(oldest) are not known; --for \(world)=\(oldest)"
            + " gives the oldest ones")
      }
      guard result.updateValue(release, forKey: world) == nil else {
        throw CommandFailure(.usage, "--for \(text): a second release of \(world)")
      }
    }
    return result
  }
}
