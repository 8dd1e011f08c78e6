// SPDX-License-Identifier: Apache-2.0

import CCPUID
import Glibc
import PolicyCore
import PolicyFormats

/// Reads the machine that the program runs on: CPUID on every logical CPU, MSRs where they can be
/// read, and what the kernel says of itself.
public enum LocalMachine {
  /// Why the machine could not be read.
  public struct ReadError: Error, CustomStringConvertible {
    public var description: String
  }

  /// Describes this machine.
  ///
  /// - Parameter tscKilohertz: the frequency of the time-stamp counter where it is known; left out it
  ///   is measured where leaf 0x15 does not state it, which takes longer than all else.
  public static func describe(
    tscKilohertz: Int? = nil
  ) throws(ReadError) -> HostDescription {
    var cpus: [CPUPolicy] = []
    for cpu in 0..<ccpuid_configured_cpus() {
      // CPUs that are offline have no place in a host's policies.
      if let policy = readCPU(cpu) { cpus.append(policy) }
    }
    guard !cpus.isEmpty else {
      throw ReadError(description: "no logical CPU of this machine can be read")
    }
    var host = HostDescription(name: hostName, cpus: cpus, microcode: microcode)
    if let tscKilohertz {
      host.tsc.khz = tscKilohertz
    } else if host.tsc.khz == nil {
      let measured = ccpuid_measure_tsc_khz()
      host.tsc.khz = measured == 0 ? nil : Int(measured)
    }
    return host
  }

  /// What one logical CPU returns; nil where it is offline.
  static func readCPU(_ cpu: Int32) -> CPUPolicy? {
    var policy = CPUPolicy()
    let places = (0..<LeafLayout.slotCount).map { slot in
      let place = LeafLayout.place(ofSlot: slot)
      return LeafPlace(place.leaf, place.isPlain ? 0 : place.subleaf)
    }
    guard let answers = execute(cpu, places) else { return nil }
    for (place, answer) in zip(places, answers) {
      if let answer { policy.record(answer, leaf: place.leaf, subleaf: place.subleaf) }
    }
    policy.dropUnofferedHypervisorRange()
    readMSRs(cpu, &policy)
    policy.clearStaleLeaves()
    return policy
  }

  /// What a CPU returns for each place; nil for those above its limits.
  private static func execute(_ cpu: Int32, _ places: [LeafPlace]) -> [LeafRegisters?]? {
    let pairs = places.flatMap { [$0.leaf, $0.subleaf] }
    var output = [UInt32](repeating: 0, count: places.count * 4)
    var asked = [Bool](repeating: false, count: places.count)
    guard ccpuid_on_cpu(cpu, pairs, places.count, &output, &asked) == 0 else { return nil }
    return places.indices.map { index in
      guard asked[index] else { return nil }
      return LeafRegisters(
        eax: output[index * 4], ebx: output[index * 4 + 1], ecx: output[index * 4 + 2],
        edx: output[index * 4 + 3])
    }
  }

  /// An MSR that cannot be read is unknown, not absent: the kernel may only lack the device.
  private static func readMSRs(_ cpu: Int32, _ policy: inout CPUPolicy) {
    var value: UInt64 = 0
    var status: Int32 = 0
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      // A device that is not there or may not be opened stays so for all MSRs.
      if status == 0 || status == -EIO { status = ccpuid_rdmsr(cpu, index.rawValue, &value) }
      if status == 0 {
        policy[msr: index] = value
      } else if status != -EIO {
        let matters = index == .platformInfo || index == .archCapabilities && policy.has(.archCaps)
        if matters { policy.markUnknown(msr: index) }
      }
    }
  }

  package static var hostName: String {
    let text = KernelFile.text("/proc/sys/kernel/hostname")
    return text?.split(separator: "\n").first.map(String.init) ?? "localhost"
  }

  /// What the kernel says of the first CPU, its microcode among it, without what differs from moment to
  /// moment and from CPU to CPU.
  package static var firstCPU: String {
    let kinds = ["vendor_id", "cpu family", "model", "stepping", "microcode", "flags", "vmx flags"]
    let text = KernelFile.text("/proc/cpuinfo", limit: 1 << 14) ?? ""
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      if kinds.contains(where: line.hasPrefix) { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  /// The revision that the kernel names, of the first CPU.
  package static var microcode: UInt32? {
    guard let text = KernelFile.text("/proc/cpuinfo") else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix("microcode") {
      guard let value = line.split(separator: ":").last else { return nil }
      let digits = value.drop { $0 == " " }
      return digits.hasPrefix("0x") ? UInt32(digits.dropFirst(2), radix: 16) : nil
    }
    return nil
  }
}

extension CPUPolicy {
  /// Bare Intel CPUs answer 0x40000000 with the last basic leaf's data; the range holds data only
  /// under a hypervisor.
  mutating func dropUnofferedHypervisorRange() {
    let isReal = has(.hypervisor) && self[leaf: 0x4000_0000].eax >> 8 == 0x40_0000
    guard !isReal else { return }
    for slot in 0..<LeafLayout.slotCount
    where LeafRange(of: LeafLayout.place(ofSlot: slot).leaf) == .hypervisor {
      self[slot: slot] = LeafRegisters()
    }
  }
}
