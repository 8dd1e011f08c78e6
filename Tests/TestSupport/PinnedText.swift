// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Texts that are pinned under `Tests/Golden`; `CPUPOLICY_UPDATE=1` pins them anew.
public enum PinnedText {
  /// The lines that only one of the two has, marked with + and -; empty where they are equal.
  public static func difference(_ name: String, _ lines: [String]) throws -> [String] {
    let url = Fixtures.root.appending(path: "Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["CPUPOLICY_UPDATE"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    }
    let pinned = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(
      String.init)
    return lines.difference(from: pinned).map { change in
      switch change {
      case .insert(_, let line, _): "+\(line)"
      case .remove(_, let line, _): "-\(line)"
      }
    }
  }
}
