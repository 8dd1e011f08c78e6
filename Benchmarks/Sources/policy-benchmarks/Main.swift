// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats

/// Prints each figure beside its peer and limit: `make bench`.
@main
enum Main {
  static func main() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let fixtures = root.appending(path: "Tests/Fixtures")
    // First, because a child's peak memory includes what its parent had when it was started.
    if isWanted("bounds") { try BoundsBenchmarks.run(root) }
    if isWanted("start") { start(root, fixtures.appending(path: "guest-epyc.txt").path) }
    if isWanted("kvm") {
      let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      try KVMBenchmarks.run(
        command: root.appending(path: ".build/release/cpupolicy").path,
        empty: folder.appending(path: "empty-program").path)
    }
    if isWanted("derivation") { try derivation(fixtures.appending(path: "guest-epyc.txt")) }
    if isWanted("reading") { try reading(fixtures) }
    if isWanted("fleet") { try FleetBenchmarks.run(root) }
    if isWanted("service") { try ServiceBenchmarks.run(root) }
    if isWanted("guest") { try GuestBenchmarks.run(fixtures.appending(path: "guest-epyc.txt")) }
  }

  /// Parts named on the command line, or all.
  private static func isWanted(_ part: String) -> Bool {
    CommandLine.arguments.count == 1 || CommandLine.arguments.dropFirst().contains(part)
  }

  private static func derivation(_ dump: URL) throws {
    let document = try InputFile.read(dump.path)
    guard let host = HostDescription(name: "x", document: document) else { return }
    let facts = host.facts
    var checksum: UInt32 = 0
    let seconds = Measure.median(calls: 500) {
      let policies = SystemPolicies(facts: facts)
      checksum &+= policies.hvmDefault[.maxBasicLeaf]
    }
    let text = String(format: "%.1f us", seconds * 1e6)
    Measure.report(
      "all policies from one raw policy", text, limit: "20 us", isMet: seconds <= 20e-6)
    if checksum == 0 { print("nothing was derived") }
  }

  /// A dump of many CPUs, read by us and counted by `wc -l`.
  private static func reading(_ fixtures: URL) throws {
    let one = try String(
      contentsOf: fixtures.appending(path: "emulated-max.txt"), encoding: .utf8)
    let copies = 4_000
    var text = ""
    for index in 0..<copies {
      text += one.replacingOccurrences(of: "Logical CPU #0", with: "Logical CPU #\(index)")
    }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let bytes = Array(text.utf8)
    let seconds = Measure.median(batches: 5, calls: 1) {
      _ = try? PolicyReader.read(bytes.span, source: "x")
    }
    let peer = Measure.command("/usr/bin/wc", ["-l", file.path], runs: 5).seconds
    let rate = Double(bytes.count) / seconds / 1e6
    Measure.report(
      "InstLatx64 text",
      String(
        format: "%.0f MB/s (wc -l %.0f MB/s)", rate,
        Double(bytes.count) / peer / 1e6), limit: "100 MB/s", isMet: rate >= 100)
  }

  private static func start(_ root: URL, _ dump: String) {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let empty = folder.appending(path: "empty-program").path
    let command = root.appending(path: ".build/release/cpupolicy").path
    for words in [["host", "show", dump], ["--version"], ["features", "list", "-o", "name"]] {
      // In turns, so that both see the same machine.
      var pairs: [(own: Double, empty: Double)] = []
      for _ in 0..<51 {
        let own = Measure.command(command, words, runs: 1).seconds
        pairs.append((own, Measure.command(empty, [], runs: 1).seconds))
      }
      pairs.sort { $0.own / $0.empty < $1.own / $1.empty }
      let median = pairs[pairs.count / 2]
      let ratio = median.own / median.empty
      Measure.report(
        words.map { $0 == dump ? "FILE" : $0 }.joined(separator: " "),
        String(
          format: "%.1f ms, %.2f times an empty program's %.1f ms",
          median.own * 1e3, ratio, median.empty * 1e3), limit: "3 times and 10 ms",
        isMet: ratio <= 3 && median.own < 0.01)
    }
    // Both started by a shell, whose own memory is small enough to show the difference.
    let extra =
      Double(
        peak(command, ["host", "show", dump]) - peak(empty)) / 1024
    Measure.report(
      "memory above the empty program's", String(format: "%.1f MB", extra), limit: "30 MB",
      isMet: extra <= 30)
  }

  /// A command's peak memory in kB as `/usr/bin/time` counts it.
  private static func peak(_ path: String, _ arguments: [String] = []) -> Int {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/time")
    process.arguments = ["-f", "%M", path] + arguments
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return 0 }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self).split(separator: "\n").last
    return text.flatMap { Int($0) } ?? 0
  }
}
