// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A text of many equal pieces. It is written in parts: a program that is started counts the room of the one
/// that starts it as its own peak.
private struct Input {
  let name: String
  private let count: Int
  private let piece: (Int) -> String

  init(_ name: String, _ count: Int, piece: @escaping (Int) -> String) {
    self.name = name
    self.count = count
    self.piece = piece
  }

  func write(_ end: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    var part: [UInt8] = []
    for index in 0..<count {
      part += piece(index).utf8
      guard part.count > 1 << 20 else { continue }
      try handle.write(contentsOf: part)
      part.removeAll(keepingCapacity: true)
    }
    try handle.write(contentsOf: part + Array(end.utf8))
    return file
  }
}

/// How much room and time the released command takes where an input or a store is large.
enum BoundsBenchmarks {
  static func run(_ root: URL) throws {
    let command = root.appending(path: ".build/release/cpupolicy").path
    let fixtures = root.appending(path: "Tests/Fixtures")
    try inputs(command, fixtures)
    try lists(command, fixtures)
  }

  /// Inputs that swell, as large as they may be: the room that the command takes, and its time beside
  /// that of counting the words of the same text.
  private static func inputs(_ command: String, _ fixtures: URL) throws {
    let row = "   0x00000000 0x00: eax=0x00000001 ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69\n"
    let one = try String(
      contentsOf: fixtures.appending(path: "emulated-max.txt"), encoding: .utf8)
    let largest = 63 << 20
    let inputs: [Input] = [
      Input("one-row CPUs", 65_536) { "CPU \($0):\n\(row)" },
      Input("whole CPUs", largest / one.utf8.count) {
        one.replacingOccurrences(of: "Logical CPU #0", with: "Logical CPU #\($0)")
      },
      Input("a JSON array of numbers", largest / 2) { $0 == 0 ? "[1" : ",1" },
      Input("rows of leaves that no policy holds", largest / 52) {
        "CPUID \(String(0x2000_0000 + $0, radix: 16, uppercase: true)): "
          + "00000001-00000002-00000003-00000004\n"
      },
      Input("empty lines", largest) { _ in "\n" },
    ]
    for input in inputs {
      let name = input.name
      let file = try input.write(input.name.hasPrefix("a JSON") ? "]" : "")
      defer { try? FileManager.default.removeItem(at: file) }
      let peer = Measure.command("/usr/bin/wc", ["-w", file.path], runs: 3).seconds
      for verb in ["show", "facts"] {
        let run = Measure.command(command, ["host", verb, file.path], runs: 3)
        Measure.report(
          "host \(verb), \(name)",
          String(
            format: "%d MB, %.1f times wc -w", run.peakKilobytes >> 10, run.seconds / peer),
          limit: "300 MB, 20 times",
          isMet: run.peakKilobytes < 300 << 10 && run.seconds < 20 * peer)
      }
    }
  }

  /// A hundred thousand domains, copied from one where SQLite's own program is installed.
  private static func lists(_ command: String, _ fixtures: URL) throws {
    let sqlite = "/usr/bin/sqlite3"
    guard FileManager.default.isExecutableFile(atPath: sqlite) else {
      print("domain list: sqlite3 is not installed, nothing was measured")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let host = fixtures.appending(path: "emulated-EPYC-Rome.txt").path
    let place = ["--state-dir", folder.path]
    _ = Measure.command(
      command, ["domain", "create", "a", "--kind", "hvm", "--host", host] + place, runs: 1)
    let copies = """
      WITH RECURSIVE number(value) AS
        (SELECT 2 UNION ALL SELECT value + 1 FROM number WHERE value < 100000)
      INSERT INTO domain
        (name, state, document, revision, kind, topology, digest, vcpus, features)
      SELECT 'guest-' || value, state,
        replace(replace(document, '"name": "a"', '"name": "guest-' || value || '"'),
          '"id": 1,', '"id": ' || value || ','),
        revision, kind, topology, digest, vcpus, features
      FROM number, domain WHERE name = 'a';
      """
    _ = Measure.command(
      sqlite, [folder.appending(path: "domains.sqlite").path, copies], runs: 1)
    for form in ["table", "csv", "name"] {
      let run = Measure.command(command, ["domain", "list", "-o", form] + place, runs: 5)
      Measure.report(
        "domain list -o \(form), 100,000 domains",
        String(format: "%.2f s, %d MB", run.seconds, run.peakKilobytes >> 10),
        limit: "1 s, 100 MB", isMet: run.seconds < 1 && run.peakKilobytes < 100 << 10)
    }
    let whole = Measure.command(command, ["domain", "list", "-o", "json"] + place, runs: 1)
    Measure.report(
      "domain list -o json, whole documents",
      String(format: "%.1f s, %d MB", whole.seconds, whole.peakKilobytes >> 10),
      limit: "100 MB", isMet: whole.peakKilobytes < 100 << 10)
  }
}
