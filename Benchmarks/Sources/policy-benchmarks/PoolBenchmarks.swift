// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats

/// Pools as people have them in files: whole processes beside `virsh`, and featuresets beside C.
enum PoolBenchmarks {
  private static let hosts = 512

  static func run(_ root: URL, _ descriptions: [HostDescription]) throws {
    try featuresets(root)
    let command = root.appending(path: ".build/release/cpupolicy").path
    guard FileManager.default.isExecutableFile(atPath: command) else {
      print("no \(command): make static builds it")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pool = (0..<hosts).map { number in
      var host = descriptions[number % descriptions.count]
      host.name = "h\(number)"
      return host
    }
    try records(pool, folder, command)
    try documents(pool, folder, command)
  }

  // MARK: Featuresets

  private typealias Fold =
    @convention(c) (
      UnsafePointer<UInt32>, Int, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>
    ) -> Void

  /// A million featuresets folded, against a loop of gcc at -O3.
  private static func featuresets(_ root: URL) throws {
    let count = 1_000_000
    var sets = [FeatureSet](repeating: .known, count: count)
    for index in sets.indices { sets[index][word: index % 19] &= ~(1 << UInt32(index % 32)) }
    var words = [UInt32]()
    words.reserveCapacity(count * Feature.wordCount)
    for set in sets { for word in 0..<Feature.wordCount { words.append(set[word: word]) } }

    let library = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".so")
    defer { try? FileManager.default.removeItem(at: library) }
    _ = Measure.command(
      "/usr/bin/gcc",
      [
        "-O3", "-shared", "-fPIC", "-o", library.path,
        root.appending(path: "Benchmarks/c-library/featuresets.c").path,
      ], runs: 1)
    guard let handle = dlopen(library.path, RTLD_NOW),
      let symbol = dlsym(handle, "fold_featuresets")
    else {
      print("gcc made no loop to compare with")
      return
    }
    let fold = unsafeBitCast(symbol, to: Fold.self)

    var folded = FeatureSet.fold([].span)
    // In turns, so that both see the same machine.
    var ours: [Double] = []
    var theirs: [Double] = []
    var (common, some) = ([UInt32](repeating: .max, count: 19), [UInt32](repeating: 0, count: 19))
    for _ in 0..<15 {
      ours.append(
        Measure.median(batches: 1, calls: 1) {
          folded = FeatureSet.fold(sets.span)
        })
      theirs.append(
        Measure.median(batches: 1, calls: 1) { fold(words, count, &common, &some) })
    }
    for word in 0..<Feature.wordCount
    where folded.common[word: word] != common[word] || folded.any[word: word] != some[word] {
      print("the two disagree")
    }
    let ratio = theirs.sorted()[7] / ours.sorted()[7]
    Measure.report(
      "a million featuresets",
      String(
        format: "%.1f ms, %.0f %% of the speed of gcc -O3", ours.sorted()[7] * 1e3, ratio * 100),
      limit: "80 %", isMet: ratio >= 0.8)
  }

  // MARK: Processes

  /// 512 hosts as leaf records, from files to the level, beside `virsh cpu-baseline` of the same hosts.
  private static func records(
    _ pool: [HostDescription], _ folder: URL, _ command: String
  ) throws {
    let leaves = folder.appending(path: "leaves")
    try FileManager.default.createDirectory(at: leaves, withIntermediateDirectories: true)
    var xml = ""
    for host in pool {
      let named = NamedPolicy(name: host.name, policy: host.boot)
      let written = PolicyWriter.write(named, as: .leaves)
      try Data(written.bytes).write(to: leaves.appending(path: host.name))
      xml += hostXML(named)
    }
    let file = folder.appending(path: "cpus.xml")
    try Data(xml.utf8).write(to: file)
    let ours = Measure.command(
      command, ["pool", "level", leaves.path, "--kind", "pv", "-q"], runs: 7)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/virsh") else {
      print(String(format: "512 hosts as leaf records: %.0f ms; no virsh", ours.seconds * 1e3))
      return
    }
    let theirs = Measure.command(
      "/usr/bin/virsh", ["-c", "test:///default", "cpu-baseline", file.path], runs: 7)
    Measure.report(
      "level of 512 hosts, leaf records",
      String(
        format: "%.0f ms, virsh cpu-baseline %.0f ms", ours.seconds * 1e3, theirs.seconds * 1e3),
      limit: "5 times faster", isMet: ours.seconds * 5 <= theirs.seconds)
  }

  /// A host's CPU as `virsh capabilities` has it: what is there, by a model and features.
  private static func hostXML(_ named: NamedPolicy) -> String {
    let written = PolicyWriter.write(named, as: .libvirtCPU)
    let lines = String(decoding: written.bytes, as: UTF8.self).split(separator: "\n").filter {
      !$0.contains("disable") && !$0.contains("maxphysaddr")
    }
    return lines.joined(separator: "\n")
      .replacing(/<cpu [^>]*>/, with: "<cpu>\n  <arch>x86_64</arch>")
      .replacing(" fallback='forbid'", with: "").replacing(" policy='require'", with: "") + "\n"
  }

  /// The same as `Host` documents.
  private static func documents(
    _ pool: [HostDescription], _ folder: URL, _ command: String
  ) throws {
    let documents = folder.appending(path: "documents")
    try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
    var bytes = 0
    for host in pool {
      let data = Data(Document.host(host, host.systemPolicies()).json.text.utf8)
      bytes += data.count
      try data.write(to: documents.appending(path: host.name + ".json"))
    }
    let run = Measure.command(
      command, ["pool", "level", documents.path, "--kind", "pv", "-q"], runs: 7)
    let rate = Double(bytes) / run.seconds / 1e6
    Measure.report(
      "level of 512 hosts, Host documents",
      String(format: "%d MB, %.2f s, %.0f MB/s", bytes / 1_000_000, run.seconds, rate),
      limit: "150 MB/s", isMet: rate >= 150)
  }
}
