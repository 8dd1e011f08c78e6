// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A policy as xl's `cpuid=` list, every bit forced: for guests that must see exactly this.
enum XLFormat {
  /// The setting, and the places that it cannot hold. Leaves that the hypervisor computes itself
  /// (topology, XSAVE states, its own range) are left to it.
  static func write(_ policy: CPUPolicy) -> (bytes: [UInt8], dropped: [String]) {
    var setting = XLSetting()
    var dropped: [String] = []
    policy.canonical.forEachLeaf { place, registers in
      if LeafRange(of: place.leaf) == .hypervisor || place.leaf == 0xb || place.leaf == 0xd {
        return
      }
      guard ServedABI.xen.carries(place) else {
        if !registers.isZero { dropped.append("leaf \(PlaceText.leaf(place))") }
        return
      }
      for register in [Register.eax, .ebx, .ecx, .edx] {
        setting.force(place, register, to: registers[register], mask: 0xffff_ffff)
      }
    }
    if let value = policy[msr: .archCapabilities], value != 0 {
      dropped.append("msr \(hexText(MSRIndex.archCapabilities.rawValue))")
    }
    return (Array("cpuid = \(setting.listText)\n".utf8), dropped)
  }

  /// No setting is longer.
  private static let longest = 1 << 20

  /// Refuses a second setting, and lines of other forms.
  private static func checkLines(_ bytes: Span<UInt8>, source: String) throws(FormatError) {
    var cursor = LineCursor()
    var first: Int?
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end else { continue }
      guard PolicyReader.telling(bytes, start, cursor.end, isFirst: false) == .xl else {
        try PolicyReader.refuseOther(than: .xl, bytes, start, cursor, source: source)
        continue
      }
      if let first {
        throw .duplicate(
          "the setting", first: "line \(first)", source: source, line: cursor.line, column: 1)
      }
      first = cursor.line
    }
  }

  /// Reads a setting. What it leaves to the domain or the host is unknown.
  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    guard bytes.count <= longest else {
      throw FormatError(
        .tooLarge, source: source, message: "the input has \(bytes.count) bytes",
        remedy: "at most \(longest) of a setting are read")
    }
    try checkLines(bytes, source: source)
    var text: [UInt8] = []
    for index in bytes.indices { text.append(bytes[index]) }
    let setting: XLSetting
    do {
      setting = try XLSetting(parsing: String(decoding: text, as: UTF8.self))
    } catch {
      let first = error.errors[0]
      throw FormatError(
        .malformed, source: source, line: 1, column: first.column, message: first.description,
        remedy: "correct the setting")
    }
    var document = PolicyDocument(format: .xl)
    document.policies = [policy(setting.changes)]
    document.setting = setting
    return document
  }

  /// What the setting leaves out is the default's, so unknown: a leaf is known where all four
  /// registers are forced.
  private static func policy(_ changes: [RegisterChange]) -> NamedPolicy {
    var policy = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount { policy.markUnknown(slot: slot) }
    for index in [MSRIndex.archCapabilities, .platformInfo] { policy.markUnknown(msr: index) }
    var statements: [Statement] = []
    for (place, changes) in Dictionary(grouping: changes, by: \.place) {
      let subleaf = place.isPlain ? 0 : place.subleaf
      if changes.count == 4, changes.allSatisfy(\.isWhole) {
        var whole = LeafRegisters()
        for change in changes { whole[change.register] = change.ones }
        policy.record(whole, leaf: place.leaf, subleaf: subleaf)
      } else {
        // A register of which every bit stays the domain's is not changed.
        statements += changes.filter { $0.own != $0.named }.map { change in
          Statement(
            "leaf \(PlaceText.leaf(place)) \(PlaceText.upper(change.register))",
            change.isWhole ? Hex.word(change.ones) : "0b" + change.characters)
        }
      }
    }
    policy.markKnownAboveLimits()
    return NamedPolicy(name: "policy", policy: policy, statements: statements)
  }
}
