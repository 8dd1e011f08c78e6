// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder that is gone at the end of a test.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// - Parameter folder: in which it is made; the system's own where that is nil.
  public init(in folder: String? = nil) throws {
    let parent = folder ?? FileManager.default.temporaryDirectory.path
    path = parent + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  public func file(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}
