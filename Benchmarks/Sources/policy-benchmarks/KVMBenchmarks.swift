// SPDX-License-Identifier: Apache-2.0

import CTwin
import Domains
import Foundation
import KVMBackEnd

/// A guest's whole cycle, and the description of a KVM host, beside the same requests in C.
enum KVMBenchmarks {
  static func run(command: String, empty: String) throws {
    let kvm = twin_kvm_open()
    guard kvm >= 0 else {
      print("KVM                                         /dev/kvm does not open: not measured")
      return
    }
    defer { close(kvm) }
    description(command, empty)
    try cycle(kvm)
  }

  /// `host show --source kvm` against an empty program and the requests that it cannot do without.
  private static func description(_ command: String, _ empty: String) {
    let requests = Measure.median(calls: 20) { _ = twin_kvm_describe() }
    // In turns, so that both see the same machine.
    var extra: [Double] = []
    for _ in 0..<5 {
      let show = Measure.command(command, ["host", "show", "--source", "kvm"])
      extra.append(show.seconds - Measure.command(empty, []).seconds - requests)
    }
    let seconds = extra.sorted()[extra.count / 2]
    Measure.report(
      "host show --source kvm, above all that",
      String(format: "%.1f ms (requests %.1f ms)", seconds * 1e3, requests * 1e3), limit: "5 ms",
      isMet: seconds <= 5e-3)
  }

  private static func cycle(_ kvm: Int32) throws {
    let system = try KVMSystem()
    let entries = try system.supportedCPUID()
    let questions = (0..<64).map { index in
      let entry = entries[index % entries.count]
      return GuestVerification.Question.cpuid(leaf: entry.leaf, subleaf: entry.subleaf)
    }
    var table = [UInt32](repeating: 0, count: 2 + entries.count * 10)
    table[0] = UInt32(entries.count)
    var pairs: [UInt32] = []
    for (index, entry) in entries.enumerated() {
      let words = [
        entry.leaf, entry.subleaf, entry.isSubleafSignificant ? 1 : 0, entry.eax, entry.ebx,
        entry.ecx, entry.edx,
      ]
      for (offset, word) in words.enumerated() { table[2 + index * 10 + offset] = word }
    }
    for case .cpuid(let leaf, let subleaf) in questions { pairs += [leaf, subleaf] }
    var sums: (own: UInt64, twin: UInt64) = (0, 0)
    func own() {
      guard let sum = try? Self.own(system, entries, questions) else { return }
      sums.own = sum
    }
    func twin() {
      table.withUnsafeBytes { bytes in
        sums.twin = twin_kvm_cycle(kvm, bytes.baseAddress, pairs, questions.count)
      }
    }
    // In turns: what the kernel tidies up after one would else fall on the other.
    var ratios: [Double] = []
    var times: [Double] = []
    for _ in 0..<9 {
      let mine = Measure.median(batches: 5, calls: 20, own)
      let peer = Measure.median(batches: 5, calls: 20, twin)
      ratios.append(mine / peer)
      times.append(mine)
    }
    let ratio = ratios.sorted()[ratios.count / 2]
    if sums.own != sums.twin || sums.own == 0 { print("the twin's guest saw something else") }
    Measure.report(
      "a guest of 64 leaves on KVM",
      String(format: "%.0f us, %.2f times C's", times.sorted()[times.count / 2] * 1e6, ratio),
      limit: "1.2 times", isMet: ratio <= 1.2)
  }

  private static func own(
    _ system: borrowing KVMSystem, _ entries: [KVMCPUIDEntry],
    _ questions: [GuestVerification.Question]
  ) throws -> UInt64 {
    let machine = try system.createProbeMachine()
    let cpu = try machine.createVirtualCPU(0)
    try cpu.setCPUID(entries)
    let answers = try machine.ask(questions, on: cpu, mode: .real)
    let effective = try cpu.cpuid()
    guard effective.count >= entries.count else { return 0 }
    return answers.reduce(0) { sum, answer in
      sum + UInt64(answer.eax) + UInt64(answer.ebx) + UInt64(answer.ecx) + UInt64(answer.edx)
    }
  }
}
