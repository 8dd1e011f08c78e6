// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension PolicyFormat {
  /// Adjustments of registers in a CPU profile of cloud-hypervisor.
  public static let cloudHypervisor = PolicyFormat("cloud-hypervisor")
}

extension PolicyCodec {
  static let cloudHypervisor = PolicyCodec(
    .cloudHypervisor, "CPU profiles of cloud-hypervisor, whole or their adjustments",
    reader: .json(
      isLikely: CloudHypervisorReader.isLikely,
      read: { value, source throws(FormatError) in
        try CloudHypervisorReader(source: source).read(value)
      }),
    writer: .whole { named in CloudHypervisorWriter.write(named.policy) })
}

/// Writes a profile that replaces every register of a policy. What belongs to one virtual CPU or to the topology
/// stays the machine's own, and so do the hypervisor's leaves; of MSRs a profile says nothing.
enum CloudHypervisorWriter {
  static func write(_ policy: CPUPolicy) -> [UInt8] {
    var adjustments: [JSONValue] = []
    policy.canonical.forEachLeaf { place, registers in
      guard LeafRange(of: place.leaf) != .hypervisor else { return }
      let subleaf = JSONValue.string(hexText(place.isPlain ? 0 : place.subleaf))
      let slot = LeafLayout.slot(place.leaf, place.isPlain ? 0 : place.subleaf) ?? 0
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let own = RowIndex.machineMask(slot, register)
        guard own != .max else { continue }
        adjustments.append(
          .array([
            .members([
              "leaf": .string(hexText(place.leaf)),
              "sub_leaf": .members(["start": subleaf, "end": subleaf]),
              "register": .string(PlaceText.upper(register)),
            ]),
            .members([
              "replacements": .string(hexText(registers[register] & ~own)),
              "mask": .string(hexText(own)),
            ]),
          ]))
      }
    }
    let vendor: JSONValue? =
      switch policy.vendor {
      case .intel: .string("Intel")
      case .amd: .string("Amd")
      default: nil
      }
    var members: [JSONValue.Member] = [.init(name: "hypervisor", value: .string("Kvm"))]
    if let vendor { members.append(.init(name: "cpu_vendor", value: vendor)) }
    members.append(.init(name: "adjustments", value: .array(adjustments)))
    return Array((JSONValue.object(members).text + "\n").utf8)
  }
}

/// Reads adjustments of one register each: `leaf`, `sub_leaf` from `start` to `end`, `register`; beside it or in
/// it `mask`, the bits that stay the host's, and `replacements`, what the others become. Without replacements
/// nothing is said of those.
struct CloudHypervisorReader {
  let source: String

  private static func isParameters(_ value: JSONValue) -> Bool {
    value["leaf"] != nil && value["sub_leaf"] != nil && value["register"] != nil
  }

  static func isLikely(_ value: JSONValue) -> Bool {
    if value["adjustments"]?.array != nil, value["cpu_vendor"] != nil || value["hypervisor"] != nil
    {
      return true
    }
    guard let first = value.array?.first else { return false }
    return isParameters(first) || first.array?.first.map(isParameters) == true
  }

  /// No leaf of cloud-hypervisor's has more subleaves.
  private static let mostSubleaves: UInt32 = 64

  func read(_ value: JSONValue) throws(FormatError) -> PolicyDocument {
    let isProfile = value["adjustments"] != nil
    guard let list = value["adjustments"]?.array ?? value.array else {
      throw .member("adjustments", source, "an array is expected")
    }
    var bits = RegisterBits()
    var places: [String: String] = [:]
    for (index, entry) in list.enumerated() {
      let at = isProfile ? "adjustments[\(index)]" : "[\(index)]"
      let pair = entry.array
      if let pair, pair.count != 2 { throw .member(at, source, "two objects are expected") }
      try read(pair?[0] ?? entry, pair?[1] ?? entry, at, &bits, &places)
    }
    var document = PolicyDocument(format: .cloudHypervisor)
    if let vendor = value["cpu_vendor"]?.string { bits.add(Statement("vendor", vendor)) }
    guard !bits.isEmpty else { throw .member("adjustments", source, "nothing is adjusted") }
    document.policies = [bits.named("profile", free: RowIndex.machineMask)]
    document.notes = [
      "\(source): what the profile does not replace is the host's, and unknown here"
    ]
    return document
  }

  private func read(
    _ parameters: JSONValue, _ adjustment: JSONValue, _ at: String, _ bits: inout RegisterBits,
    _ places: inout [String: String]
  ) throws(FormatError) {
    let leaf = try number(parameters["leaf"], "\(at).leaf")
    let first = try number(parameters["sub_leaf"]?["start"], "\(at).sub_leaf.start")
    let last = try number(parameters["sub_leaf"]?["end"], "\(at).sub_leaf.end")
    let name = parameters["register"]?.string?.lowercased() ?? ""
    guard let register = [Register.eax, .ebx, .ecx, .edx].first(where: { "\($0)" == name }) else {
      throw .member("\(at).register", source, "EAX, EBX, ECX or EDX is expected")
    }
    guard first <= last else {
      throw .member("\(at).sub_leaf", source, "the range ends before it starts")
    }
    let mask = try number(adjustment["mask"], "\(at).mask")
    let range = first == last ? "\(first)" : "\(first)-\(last)"
    if let former = places.updateValue(at, forKey: "\(leaf):\(range):\(name)") {
      throw .member(
        at, source, "the register stands twice; the first stands in \(former)")
    }
    guard let given = adjustment["replacements"] else {
      let place = LeafPlace(leaf, first)
      let text = LeafLayout.block(leaf)?.isPlain == true ? LeafPlace(leaf) : place
      bits.add(
        Statement(
          "leaf \(PlaceText.leaf(text)) \(PlaceText.upper(register))",
          "subleaves \(range), mask \(Hex.word(mask))"))
      return
    }
    let replacements = try number(given, "\(at).replacements")
    guard last - first < Self.mostSubleaves else {
      bits.add(
        Statement(
          "leaf \(hexText(leaf)) \(PlaceText.upper(register))",
          "subleaves \(range), mask \(Hex.word(mask)), replacements \(Hex.word(replacements))"))
      return
    }
    for subleaf in first...last {
      let former = bits.add(
        replacements, mask: ~mask, leaf, subleaf, register, line: nil, name: at)
      if let former {
        throw .member(
          at, source, "the register stands twice; the first stands in \(former)")
      }
    }
  }

  private func number(_ value: JSONValue?, _ path: String) throws(FormatError) -> UInt32 {
    switch value {
    case .integer(let number)?:
      if let result = UInt32(exactly: number) { return result }
    case .string(let text)?:
      let digits = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
      if let digits { return digits }
    default: break
    }
    throw .member(path, source, "a number such as \"0x7\" is expected")
  }
}
