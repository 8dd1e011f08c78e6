// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import TestSupport

/// The files of `Tests/Golden`: `NAME.cpu`, and `NAME.policies` with what is derived from it.
public enum Goldens {
  public static var folder: URL { Fixtures.root.appending(path: "Tests/Golden") }

  /// Every golden's name, in order.
  public static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".cpu") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The file of a golden with an ending.
  public static func file(_ name: String, _ ending: String) -> URL {
    folder.appending(path: "\(name).\(ending)")
  }

  /// Reads a golden's CPU.
  public static func cpu(_ name: String) throws -> GoldenCPU {
    let text = try String(contentsOf: file(name, "cpu"), encoding: .utf8)
    return try GoldenCPU(name: name, text: text) { try cpu($0) }
  }

  /// Reads what was pinned for a golden, for the policies that are derived now.
  public static func pinned(_ name: String, like result: GoldenResult) throws -> GoldenResult {
    let text = try String(contentsOf: file(name, "policies"), encoding: .utf8)
    return try GoldenResult(listing: text, names: result.policies.map(\.name))
  }
}
