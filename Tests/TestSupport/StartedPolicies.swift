// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyCore
import PolicyFormats
import PolicyText

/// Policies that QEMU's emulation can give, for machines that are really started with them.
public struct StartedPolicy: Sendable, CustomStringConvertible {
  public var name: String
  public var policy: CPUPolicy

  public var description: String { name }

  private static let models = [
    "Haswell", "Nehalem", "Opteron_G3", "Penryn", "EPYC-Rome", "Skylake-Server-v4", "max",
  ]

  /// What owners opt out of, for a guest of each.
  private static let options = [
    ("Haswell", "no-avx"), ("Skylake-Server-v4", "no-xsave"), ("EPYC-Rome", "no-sse4-1,no-rdrand"),
    ("max", "no-avx2,no-pku"), ("Nehalem", "no-popcnt,no-nx"), ("max", "no-xsavec"),
  ]

  /// Twenty: each CPU itself, the guests of a host that has it, and guests with less.
  public static let all: [StartedPolicy] = {
    do {
      let most = try cpu("max")
      return try models.map { StartedPolicy(name: $0, policy: try cpu($0)) }
        + models.map { try guest($0, "", most) } + options.map { try guest($0, $1, most) }
    } catch {
      fatalError("the fixtures cannot be read: \(error)")
    }
  }()

  private static func cpu(_ model: String) throws -> CPUPolicy {
    guard let cpu = try InputFile.read(Fixtures.path("emulated-\(model).txt")).cpus.first else {
      throw ABIError(message: "emulated-\(model).txt holds no CPU")
    }
    return cpu.canonical
  }

  /// The guest's policy, less what the emulation lacks: what its own most complete CPU does not have.
  private static func guest(
    _ model: String, _ options: String, _ most: CPUPolicy
  ) throws -> StartedPolicy {
    let lacking = try cpu(model).featureSet.subtracting(most.featureSet)
    var owner = DerivationOptions()
    let optedOut = lacking.features.filter(\.isNamed).map { "no-\($0.optionName)" }
    let words = optedOut + (options.isEmpty ? [] : [options])
    if !words.isEmpty { owner.apply(try CPUIDOption(parsing: words.joined(separator: ","))) }
    let policies = SystemPolicies(facts: HostFacts(boot: try cpu(model)), options: owner)
    var policy = policies.hvmDefault
    for feature in policy.featureSet.features where feature.isNamed && !most.has(feature) {
      policy.set(feature, false)
    }
    let name = options.isEmpty ? "guest of \(model)" : "guest of \(model), \(options)"
    return StartedPolicy(name: name, policy: policy.canonical)
  }
}

/// What the small guest of `Integration/kvm` printed of its CPU.
public struct SeenCPU {
  private var rows: [LeafPlace: LeafRegisters] = [:]

  /// The first report in a text; nil where none is whole.
  public init?(_ text: String) {
    guard let end = text.range(of: "Guest end\n") else { return nil }
    for line in text[..<end.lowerBound].split(separator: "\n") {
      let words = line.split { " :>-".contains($0) }.compactMap { UInt32($0, radix: 16) }
      guard words.count == 6 else { continue }
      rows[LeafPlace(words[0], words[1] == .max ? 0 : words[1])] = LeafRegisters(
        eax: words[2], ebx: words[3], ecx: words[4], edx: words[5])
    }
    guard !rows.isEmpty else { return nil }
  }

  /// What it asks for: `Integration/xen/guests/leaves.inc`. Rows of zeros it leaves out.
  private static func asks(_ place: LeafPlace) -> Bool {
    switch place.leaf {
    case 4: place.subleaf < 6
    case 7: place.subleaf < 3
    case 0xb: place.subleaf < 2
    case 0xd: place.subleaf < 63
    case 0...0xd, 0x8000_0000...0x8000_0021: true
    default: false
    }
  }

  /// The registers that are not as wanted, but for those that somebody told before.
  ///
  /// What each virtual CPU and each moment have of their own is not compared, nor what stands above the limits that
  /// the guest sees: whether those are as wanted is.
  ///
  /// - Parameters:
  ///   - policy: what was to be seen.
  ///   - told: what the writer listed as not held.
  public func surprises(_ policy: CPUPolicy, told: [String]) -> [String] {
    let told = Set(told)
    var result: [String] = []
    for slot in 0..<LeafLayout.slotCount where policy.isKnown(slot: slot) {
      let place = LeafLayout.place(ofSlot: slot)
      let limit = rows[LeafPlace(place.leaf & 0xffff_0000, 0)]?.eax ?? 0
      let isShown = place.leaf & 0xffff == 0 || place.leaf <= limit
      guard Self.asks(place), policy.isWithinLimits(leaf: place.leaf), isShown else { continue }
      let seen = rows[LeafPlace(place.leaf, place.isPlain ? 0 : place.subleaf)] ?? LeafRegisters()
      let name = "leaf \(PlaceText.leaf(place))"
      let zeros = "zeros in leaf \(PlaceText.leaf(LeafPlace(place.leaf)))"
      guard !told.contains(name), !(told.contains(zeros) && policy[slot: slot].isZero) else {
        continue
      }
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let bits = (policy[slot: slot][register] ^ seen[register]) & ~Self.own(slot, register)
        guard bits != 0, !told.contains("\(name) \(PlaceText.upper(register))") else { continue }
        let open = Self.features(place, register).reduce(bits) { rest, entry in
          told.contains("feature \(entry.feature.optionName)") ? rest & ~entry.mask : rest
        }
        if open != 0 {
          result.append("\(name) \(PlaceText.upper(register)) \(Hex.word(open))")
        }
      }
    }
    return result
  }

  /// The features that the guest sees otherwise than a policy has them, and how many were compared: those
  /// that the policy knows, whose leaves the guest's limits show, and which no software of the guest sets.
  public func features(unlike policy: CPUPolicy) -> (names: [String], compared: Int) {
    var result = (names: [String](), compared: 0)
    for feature in Feature.allNamed where policy.isKnown(feature) {
      guard case .leaf(let place, let register, let bit) = feature.place, Self.asks(place),
        let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf),
        Self.own(slot, register) >> UInt32(bit) & 1 == 0,
        let limit = rows[LeafPlace(place.leaf & 0xffff_0000, 0)]?.eax, place.leaf <= limit
      else { continue }
      let seen = rows[LeafPlace(place.leaf, place.isPlain ? 0 : place.subleaf)] ?? LeafRegisters()
      result.compared += 1
      if policy.has(feature) != (seen[register] >> UInt32(bit) & 1 != 0) {
        result.names.append(feature.optionName)
      }
    }
    return result
  }

  private static func features(
    _ place: LeafPlace, _ register: Register
  ) -> [(feature: Feature, mask: UInt32)] {
    (0..<Feature.wordCount).flatMap { word in
      (0..<32).compactMap { bit in
        let feature = Feature(word: word, bit: bit)
        guard case .leaf(let own, register, _) = feature.place, own.leaf == place.leaf,
          own.isPlain || own.subleaf == place.subleaf
        else { return nil }
        return (feature, 1 << UInt32(bit))
      }
    }
  }

  /// The bits of a register that are a virtual CPU's own, or its software's.
  private static func own(_ slot: Int, _ register: Register) -> UInt32 {
    var mask: UInt32 = 0
    for field in RowIndex.fields(slot: slot, register)
    where field.rules.isPerCPU || field.rules.guest == .dynamic {
      mask |= field.mask
    }
    for feature in [Feature.osxsave, .ospke] {
      if case .leaf(let place, register, let bit) = feature.place,
        LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) == slot
      {
        mask |= 1 << UInt32(bit)
      }
    }
    return mask
  }
}
