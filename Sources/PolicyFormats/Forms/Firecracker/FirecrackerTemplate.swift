// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Firecracker's custom CPU templates: bitmaps over the registers of the host's CPUID and MSRs.
///
/// A bitmap is `0b` and digits with the highest bit first: 0 and 1 set a bit, `x` leaves the host's;
/// short ones are extended with `x`, and `_` may separate groups.
enum FirecrackerTemplate {
  static func isLikely(_ value: JSONValue) -> Bool {
    value["cpuid_modifiers"] != nil || value["msr_modifiers"] != nil
      || value["kvm_capabilities"] != nil || value["guest_cpu_config"] != nil
      || value["reg_modifiers"] != nil || value["vcpu_features"] != nil
  }

  // MARK: Writing

  /// The template. APIC ids and topology stay the machine's own, and so do the hypervisor's leaves.
  static func write(_ policy: CPUPolicy) -> [UInt8] {
    var modifiers: [JSONValue] = []
    policy.canonical.forEachLeaf { place, registers in
      guard LeafRange(of: place.leaf) != .hypervisor else { return }
      let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) ?? 0
      let bitmaps = [Register.eax, .ebx, .ecx, .edx].compactMap { register -> JSONValue? in
        let mask = ~RowIndex.machineMask(slot, register)
        guard mask != 0 else { return nil }
        let bits = Statement.bitmap(UInt64(registers[register]), mask: UInt64(mask), width: 32)
        return .members(["register": .string("\(register)"), "bitmap": .string(bits)])
      }
      guard !bitmaps.isEmpty else { return }
      modifiers.append(
        .members([
          "leaf": .string(hexText(place.leaf)),
          "subleaf": .string(hexText(place.isPlain ? 0 : place.subleaf)),
          "flags": .integer(place.isPlain ? 0 : 1), "modifiers": .array(bitmaps),
        ]))
    }
    var msrs: [JSONValue] = []
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = policy[msr: index] else { continue }
      msrs.append(
        .members([
          "addr": .string(hexText(index.rawValue)),
          "bitmap": .string(Statement.bitmap(value, mask: .max, width: 64)),
        ]))
    }
    let document = JSONValue.members([
      "kvm_capabilities": .array([]), "cpuid_modifiers": .array(modifiers),
      "msr_modifiers": .array(msrs),
    ])
    return Array((document.text + "\n").utf8)
  }

  // MARK: Reading

  /// A leaf is known where the template sets all of it but the machine's own bits.
  static func read(_ value: JSONValue, source: String) throws(FormatError) -> PolicyDocument {
    let isFingerprint = value["guest_cpu_config"] != nil
    let root = value["guest_cpu_config"] ?? value
    let path = isFingerprint ? "guest_cpu_config." : ""
    try OtherArchitecture.refuse(template: root, path, source)
    var recorder = RecordedCPU()
    var notes: [String] = []
    var partial: [String] = []
    var statements: [Statement] = []
    var whole: Set<Int> = []
    if let list = root["kvm_capabilities"]?.array, !list.isEmpty {
      let names = list.map { $0.string ?? $0.integer.map(String.init) ?? "?" }
      statements += names.map { Statement("KVM capability \($0)", "set") }
      notes.append(
        "KVM capabilities, which are no part of a policy: \(names.joined(separator: ", "))")
    }
    var places: [UInt64: String] = [:]
    func refuseTwice(_ what: String, _ key: UInt64, _ at: String) throws(FormatError) {
      guard let first = places.updateValue(at, forKey: key) else { return }
      throw .member(at, source, "\(what) stands twice; the first stands in \(first)")
    }
    for (index, entry) in try array(root, "cpuid_modifiers", path, source).enumerated() {
      let at = "\(path)cpuid_modifiers[\(index)]"
      let leaf = try number(entry, "leaf", at, source, most: 0xffff_ffff)
      let subleaf = try number(entry, "subleaf", at, source, most: 0xffff_ffff)
      let place = LeafPlace(UInt32(leaf), UInt32(subleaf))
      let isPlain = LeafLayout.block(place.leaf)?.isPlain ?? false
      try refuseTwice(
        "leaf \(PlaceText.leaf(isPlain ? LeafPlace(place.leaf) : place))",
        leaf << 32 | (isPlain ? 0 : subleaf), at)
      guard let slot = LeafLayout.slot(place.leaf, isPlain ? 0 : place.subleaf) else {
        partial.append("leaf \(PlaceText.leaf(place)), which no policy stores")
        statements.append(Statement("leaf \(PlaceText.leaf(place))", entry.text))
        continue
      }
      var registers = LeafRegisters()
      var masks: [Register: UInt32] = [:]
      for (number, modifier) in try array(entry, "modifiers", "\(at).", source).enumerated() {
        let name = "\(at).modifiers[\(number)]"
        let register = try register(modifier, name, source)
        let bits = try bits(modifier, name, source, width: 32)
        guard masks.updateValue(UInt32(bits.mask), forKey: register) == nil else {
          throw .member(
            name, source, "\(register) stands twice in one leaf; the first stands before it")
        }
        registers[register] = UInt32(bits.value)
      }
      let isWhole = [Register.eax, .ebx, .ecx, .edx].allSatisfy { register in
        ((masks[register] ?? 0) | RowIndex.machineMask(slot, register)) == 0xffff_ffff
      }
      if isWhole {
        whole.insert(slot)
        recorder.add(registers, slot: slot, line: index)
      } else {
        partial.append("leaf \(PlaceText.leaf(place))")
        statements += masks.map { register, mask in
          .bits(
            "leaf \(PlaceText.leaf(place)) \(PlaceText.upper(register))",
            UInt64(registers[register]), mask: UInt64(mask), width: 32)
        }
      }
    }
    for (index, entry) in try array(root, "msr_modifiers", path, source).enumerated() {
      let at = "\(path)msr_modifiers[\(index)]"
      let msr = UInt32(try number(entry, "addr", at, source, most: 0xffff_ffff))
      // MSRs are told from leaves by a subleaf that no leaf has.
      try refuseTwice("MSR \(hexText(msr))", UInt64(msr) << 32 | 0xffff_ffff, at)
      let bits = try bits(entry, at, source, width: 64)
      if bits.mask == .max, LeafLayout.msrPosition(MSRIndex(rawValue: msr)) != nil {
        do throws(RecordingError) {
          try recorder.add(msr: MSRIndex(rawValue: msr), bits.value, line: index)
        } catch {
          throw FormatError(error, source: source, line: index)
        }
      } else {
        partial.append("msr \(hexText(msr))")
        statements.append(
          .bits("msr \(hexText(msr))", bits.value, mask: bits.mask, width: 64))
      }
    }
    if !partial.isEmpty {
      notes.append(
        "set in part, the rest is the host's, so unknown here: " + partial.joined(separator: ", "))
    }
    var document = PolicyDocument(format: .firecrackerTemplate)
    document.policies = [
      NamedPolicy(
        name: "template", policy: policy(recorder, whole: whole), statements: statements)
    ]
    document.notes = notes
    return document
  }

  /// What the template leaves alone is the host's: unknown, but for what lies above a limit or
  /// behind the end of a list that it sets.
  private static func policy(_ recorder: RecordedCPU, whole: Set<Int>) -> CPUPolicy {
    var policy = recorder.finished(isDump: false)
    for slot in 0..<LeafLayout.slotCount where !whole.contains(slot) {
      let leaf = LeafLayout.place(ofSlot: slot).leaf
      guard let block = LeafLayout.block(leaf) else { continue }
      let end = block.base + max(1, policy.subleafCount(leaf))
      let isEndSet = (block.base..<min(end, slot)).allSatisfy(whole.contains)
      if slot < end || !isEndSet { policy.markUnknown(slot: slot) }
    }
    for index in [MSRIndex.archCapabilities, .platformInfo] where policy[msr: index] == nil {
      policy.markUnknown(msr: index)
    }
    policy.markKnownAboveLimits()
    return policy
  }

  private static func array(
    _ value: JSONValue, _ name: String, _ path: String, _ source: String
  ) throws(FormatError) -> [JSONValue] {
    guard let member = value[name] else { return [] }
    guard let array = member.array else {
      throw .member("\(path)\(name)", source, "an array is expected")
    }
    return array
  }

  private static func number(
    _ value: JSONValue, _ name: String, _ path: String, _ source: String, most: UInt64
  ) throws(FormatError) -> UInt64 {
    var found: UInt64?
    switch value[name] {
    case .integer(let number)?: found = UInt64(exactly: number)
    case .string(let text)?:
      found =
        text.hasPrefix("0x") || text.hasPrefix("0X")
        ? UInt64(text.dropFirst(2), radix: 16)
        : text.hasPrefix("0b") ? UInt64(text.dropFirst(2), radix: 2) : UInt64(text)
    default: break
    }
    guard let found, found <= most else {
      throw .member("\(path).\(name)", source, "a number such as \"0x7\" is expected")
    }
    return found
  }

  private static func register(
    _ value: JSONValue, _ path: String, _ source: String
  ) throws(FormatError) -> Register {
    for register in [Register.eax, .ebx, .ecx, .edx]
    where value["register"]?.string == "\(register)" {
      return register
    }
    throw .member("\(path).register", source, "eax, ebx, ecx or edx is expected")
  }

  private static func bits(
    _ value: JSONValue, _ path: String, _ source: String, width: Int
  ) throws(FormatError) -> (value: UInt64, mask: UInt64) {
    let text = value["bitmap"]?.string ?? ""
    let digits = text.hasPrefix("0b") ? text.dropFirst(2).filter { $0 != "_" } : ""
    guard !digits.isEmpty, digits.utf8.count <= width else {
      throw .member("\(path).bitmap", source, "0b and at most \(width) of 0, 1 and x are expected")
    }
    var bits: (value: UInt64, mask: UInt64) = (0, 0)
    for digit in digits {
      bits.value <<= 1
      bits.mask <<= 1
      switch digit {
      case "0": bits.mask |= 1
      case "1":
        bits.mask |= 1
        bits.value |= 1
      case "x", "X": break
      default: throw .member("\(path).bitmap", source, "\(digit) is none of 0, 1 and x")
      }
    }
    return bits
  }
}

extension FormatError {
  /// The error of a member of a JSON document; its line and column are found by the path.
  static func member(_ path: String, _ source: String, _ message: String) -> FormatError {
    var error = FormatError(
      .malformed, source: source, message: "\(path): \(message)", remedy: "correct the member")
    error.path = path
    return error
  }
}
