// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// A machine that QEMU runs: what each of its virtual CPUs really has, and what was asked for in vain.
public struct QEMUMachine: Sendable {
  /// One virtual CPU.
  public struct VirtualCPU: Sendable {
    /// QEMU's number of it, from zero.
    public var index: Int
    /// Where it sits; nil for a QEMU that does not tell.
    public var seat: TopologySeat?
    /// What QEMU says that it has.
    public var policy: PartialPolicy
    /// Asked for, and not given by the accelerator.
    public var withheld: FeatureSet
  }

  /// QEMU's version, e.g. `7.2.22`.
  public var version: String
  /// The type of the CPUs in QEMU's tree, e.g. `base-x86_64-cpu`.
  public var type: String
  /// The virtual CPUs, by number.
  public var cpus: [VirtualCPU]

  /// More virtual CPUs than QEMU can run.
  static let mostCPUs = 4096

  /// Asks a running QEMU.
  public init<Monitor: QEMUMonitor & ~Copyable>(
    asking client: inout Monitor
  ) throws(QMPError) {
    let answer = try client.execute("query-version", [:])["qemu"]
    version = ["major", "minor", "micro"].map { "\(answer?[$0]?.integer ?? 0)" }
      .joined(separator: ".")
    let list = try client.execute("query-cpus-fast", [:]).array ?? []
    guard !list.isEmpty, list.count <= QEMUMachine.mostCPUs else {
      throw .malformed(command: "query-cpus-fast", reason: "\(list.count) CPUs")
    }
    type = ""
    cpus = []
    for (number, entry) in list.enumerated() {
      guard let path = entry["qom-path"]?.string else {
        throw .malformed(command: "query-cpus-fast", reason: "a CPU without a path")
      }
      if number == 0 { type = try client.property("type", of: path).string ?? "" }
      cpus.append(
        VirtualCPU(
          index: entry["cpu-index"]?.integer ?? number,
          seat: try QEMUMachine.seat(number, entry["props"], of: path, &client),
          policy: try QEMUMachine.policy(of: path, &client),
          withheld: try QEMUMachine.words("filtered-features", of: path, &client)))
    }
  }

  /// Where QEMU put a CPU: by socket, die, core and thread, with the APIC id that it gave it.
  private static func seat<Monitor: QEMUMonitor & ~Copyable>(
    _ number: Int, _ places: JSONValue?, of path: String, _ client: inout Monitor
  ) throws(QMPError) -> TopologySeat? {
    guard let places, let socket = places["socket-id"]?.integer else { return nil }
    func level(_ name: String) -> UInt64 { UInt64(max(places[name]?.integer ?? 0, 0)) }
    var apicID: UInt32?
    do throws(QMPError) {
      apicID = try client.property("apic-id", of: path).integer.flatMap { UInt32(exactly: $0) }
    } catch {
      guard case .refused = error else { throw error }
    }
    // Modules are between dies and cores; QEMU numbers cores within them.
    return TopologySeat(
      cpu: number, apicID: apicID, package: UInt64(max(socket, 0)), die: level("die-id"),
      core: level("module-id") &<< 32 | level("core-id"))
  }

  private static func policy<Monitor: QEMUMonitor & ~Copyable>(
    of path: String, _ client: inout Monitor
  ) throws(QMPError) -> PartialPolicy {
    var features = try words("feature-words", of: path, &client)
    // Features that stand in an MSR are properties only; one that this QEMU has no property
    // for is one that no guest of it can have.
    for feature in Feature.allNamed where !feature.qemuName.isEmpty {
      guard case .msr = feature.place else { continue }
      do throws(QMPError) {
        if try client.property(feature.qemuName, of: path).bool == true {
          features.insert(feature)
        }
      } catch {
        guard case .refused = error else { throw error }
      }
    }
    var policy = PartialPolicy(features: features)
    func number(_ name: String, _ client: inout Monitor) throws(QMPError) -> UInt32 {
      guard let value = try client.property(name, of: path).integer,
        let word = UInt32(exactly: value)
      else { throw .malformed(command: "qom-get", reason: "\(name) is no number of 32 bits") }
      return word
    }
    policy.set(
      family: try number("family", &client), model: try number("model", &client),
      stepping: try number("stepping", &client))
    if let vendor = try client.property("vendor", of: path).string, vendor.utf8.count == 12 {
      policy.set(vendor: vendor)
    }
    if let brand = try client.property("model-id", of: path).string { policy.set(brand: brand) }
    policy.set(.maxBasicLeaf, try number("level", &client))
    policy.set(.maxExtendedLeaf, try number("xlevel", &client))
    let width = try number("phys-bits", &client)
    if width != 0 { policy.set(.maxPhysicalAddressBits, width) }
    let subleaf = try number("level-func7", &client)
    if subleaf != .max { policy.set(.maxLeaf7Subleaf, subleaf) }
    return policy
  }

  /// A property that lists registers of CPUID, as a featureset.
  private static func words<Monitor: QEMUMonitor & ~Copyable>(
    _ name: String, of path: String, _ client: inout Monitor
  ) throws(QMPError) -> FeatureSet {
    var set = FeatureSet()
    for entry in try client.property(name, of: path).array ?? [] {
      guard let leaf = entry["cpuid-input-eax"]?.integer.flatMap({ UInt32(exactly: $0) }),
        let value = entry["features"]?.integer.flatMap({ UInt32(exactly: $0) }),
        let register = entry["cpuid-register"]?.string?.lowercased()
      else { throw .malformed(command: "qom-get", reason: "\(name): a register is incomplete") }
      let subleaf = entry["cpuid-input-ecx"]?.integer ?? 0
      for word in 0..<Feature.wordCount {
        guard case .leaf(let place, let own, _) = Feature(word: word, bit: 0).place,
          place.leaf == leaf, place.isPlain || Int(place.subleaf) == subleaf, "\(own)" == register
        else { continue }
        set[word: word] = value
      }
    }
    return set
  }

  // MARK: As a document

  /// The machine as an input of commands: a CPU each, and what a reader should know.
  public var document: PolicyDocument {
    var document = PolicyDocument(format: .qemuExpansion)
    document.cpus = CPUList(cpus.map(\.policy.policy))
    document.partial = cpus.first?.policy
    let seats = cpus.compactMap(\.seat)
    if seats.count == cpus.count { document.seats = seats }
    let count = cpus.count == 1 ? "1 virtual CPU" : "\(cpus.count) virtual CPUs"
    document.notes.append("QEMU \(version), \(type), \(count)")
    var withheld: [(features: FeatureSet, indices: [Int])] = []
    for cpu in cpus where !cpu.withheld.features.isEmpty {
      if let known = withheld.firstIndex(where: { $0.features == cpu.withheld }) {
        withheld[known].indices.append(cpu.index)
      } else {
        withheld.append((cpu.withheld, [cpu.index]))
      }
    }
    for (features, indices) in withheld {
      let names = features.features.map(\.optionName).joined(separator: ", ")
      let numbers = indices.map(String.init).joined(separator: ", ")
      let whose = indices.count == cpus.count ? "" : " (CPU \(numbers))"
      document.notes.append("asked for and not given\(whose): \(names)")
    }
    let others = cpus.filter { $0.policy != cpus[0].policy }.map { String($0.index) }
    if !others.isEmpty {
      document.notes.append("virtual CPUs differ from the first: \(others.joined(separator: ", "))")
    }
    return document
  }
}
