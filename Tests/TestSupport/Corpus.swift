// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Real data that the tests read where `CPUPOLICY_CORPUS` points. None of it is part of the project.
public enum Corpus {
  public static let path = ProcessInfo.processInfo.environment["CPUPOLICY_CORPUS"]

  /// Whether the corpus is there; tests that need it count as skipped otherwise.
  public static var isPresent: Bool {
    path.map { FileManager.default.fileExists(atPath: $0 + "/dumps") } ?? false
  }

  /// The files of a folder with an ending, by name.
  public static func files(_ folder: String, ending: String = ".txt") -> [String] {
    guard let path else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix("README") }.sorted()
      .map { path + "/" + folder + "/" + $0 }
  }

  /// Every dump of a real CPU.
  public static var dumps: [String] { files("dumps") }
}

/// The project's own fixtures: CPUs that its makers read or booted.
public enum Fixtures {
  public static var folder: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").path
  }

  public static func path(_ name: String) -> String { folder + "/" + name }

  /// Every dump among the fixtures.
  public static var dumps: [String] { dumps(in: folder) }

  /// Every dump in a folder.
  public static func dumps(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
  }

  /// The project's root.
  public static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The number of rows of a table in `ABI/` whose cells hold no line feed.
  public static func rowCount(_ table: String) -> Int {
    let text = try? String(contentsOf: root.appending(path: "ABI/" + table), encoding: .utf8)
    return (text ?? "").split(separator: "\n").count - 1
  }
}

/// Random numbers that a printed seed repeats (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A new seed, printed so that a failure can be repeated with `CPUPOLICY_SEED`.
  public static func fresh(_ test: String) -> SeededGenerator {
    let given = ProcessInfo.processInfo.environment["CPUPOLICY_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("\(test): CPUPOLICY_SEED=\(seed)")
    return SeededGenerator(seed: seed)
  }
}

/// Whether the long form of a test is asked for (`make sweep`).
public enum Sweep {
  public static let isWanted = ProcessInfo.processInfo.environment["CPUPOLICY_SWEEP"] == "1"
  /// The one host around which candidates are tried, to repeat with a seed what was found there.
  public static let host = ProcessInfo.processInfo.environment["CPUPOLICY_HOST"]
}
