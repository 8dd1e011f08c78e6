// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// A guest as an xl.cfg file describes it: everything in the file that has to do with its CPU.
///
/// Nil is what the file does not say; xl then takes its own default (``assumed``). The policy follows
/// only on a host, because bits that are not forced are those of the host's default policy.
/// `docs/semantics/xl.md`.
public struct XLGuest: Equatable, Sendable {
  /// The machine that the guest is given.
  public enum GuestType: String, CaseIterable, Sendable {
    // xl takes the first of which the word is a beginning.
    case hvm, pv, pvh
  }

  /// `name=`.
  public var name: String?
  /// `type=`.
  public var type: GuestType?
  /// `vcpus=`.
  public var vCPUs: UInt32?
  /// With how many it is made, of which ``vCPUs`` are there at first.
  public var mostVCPUs: UInt32?
  /// Xen's number of the mode: 0 default, 1 always emulated, 2 native.
  public var tscMode: UInt32?
  /// `nestedhvm=`.
  public var hasNestedVirtualisation: Bool?
  /// `vpmu=`.
  public var hasPerformanceCounters: Bool?
  /// Whether it never moves, for which xl shows it an invariant time-stamp counter.
  public var isPinned: Bool?
  /// Whether hardware walks its page tables; otherwise they are shadowed.
  public var hasNestedPaging: Bool?
  /// Whether an HVM guest has PAE.
  public var hasPAE: Bool?
  /// `cpuid=`.
  public var setting = XLSetting()
  /// Keys that look like one of the above and are none of those that xl reads.
  public var doubtful: [String] = []

  /// Whether the file describes a domain, and is not the setting alone.
  public var isDomain = false

  /// A guest of an empty file.
  public init() {}

  /// Number of virtual CPUs with which it is made.
  public var vCPUCount: UInt32 { mostVCPUs ?? vCPUs ?? 1 }

  /// The kind of its policies; xl's default type is pv. Whether the kernel of a PV guest has 64 bits no
  /// file says.
  public var kind: GuestKind {
    switch type ?? .pv {
    case .pv: .pv
    case .hvm, .pvh: hasNestedPaging == false ? .hvmShadow : .hvm
    }
  }

  /// Whether it sees an invariant counter: one that never moves does, and one whose counter is emulated
  /// wherever it goes.
  public var hasInvariantTSC: Bool { isPinned == true || tscMode == 1 }

  /// What the file leaves to xl, as it would be written.
  public var assumed: [String] {
    var result: [String] = []
    if type == nil { result.append("type=\"pv\"") }
    if kind == .pv { result.append("a kernel of 64 bits") }
    if vCPUs == nil, mostVCPUs == nil { result.append("vcpus=1") }
    if tscMode == nil { result.append("tsc_mode=\"default\"") }
    if isPinned == nil { result.append("nomigrate=0") }
    if hasPerformanceCounters == nil { result.append("vpmu=0") }
    if kind.isHVM {
      if hasNestedVirtualisation == nil { result.append("nestedhvm=0") }
      if hasNestedPaging == nil { result.append("hap=1") }
    }
    return result
  }
}

extension XLGuest {
  /// The keys that are read, in the order of xl.cfg(5).
  static let keys = [
    "name", "type", "builder", "vcpus", "maxvcpus", "nomigrate", "vpmu", "hap", "pae", "nestedhvm",
    "cpuid", "tsc_mode",
  ]

  /// Keys of xl's that look like one of those and say nothing of what a guest sees.
  private static let neighbours: Set<String> = [
    "cpus", "cpus_soft", "apic", "acpi", "nics", "vif", "vtb", "pci", "usb", "pool", "vfb", "vga",
    "disk",
    "uuid", "hpet", "vnuma", "vscsi", "vdispl", "vsnd", "vnc", "sdl", "nx", "oos",
  ]

  /// Names of other releases and of libxl under which xl.cfg of today has no key.
  private static let others = ["nested_hvm": "nestedhvm", "pvh": "type=\"pvh\""]

  init(_ syntax: XLSyntax) throws(FormatError) {
    var found: [String: XLSyntax.Entry] = [:]
    for entry in syntax.entries {
      if entry.key != "cpuid" { isDomain = true }
      guard Self.keys.contains(entry.key) else {
        note(entry.key)
        continue
      }
      guard let first = found[entry.key] else {
        found[entry.key] = entry
        continue
      }
      guard entry.isAddition, case .list(let left) = first.value,
        case .list(let right) = entry.value
      else {
        let line = syntax.place(of: first.offset).line
        throw syntax.error(
          at: entry.offset, "\(entry.key) stands twice; the first stands in line \(line)",
          "leave one; xl takes the last")
      }
      found[entry.key]?.value = .list(left + right)
    }
    try read(found, syntax)
  }

  private mutating func note(_ key: String) {
    if let meant = Self.others[key] {
      doubtful.append("\(key) is no key that xl reads today, and passed over; \(meant) is")
    } else if !Self.neighbours.contains(key),
      let meant = NearestNames.of(key, among: Self.keys, within: 1).first
    {
      doubtful.append("\(key) is no key that xl reads, and passed over; is \(meant) meant?")
    }
  }

  private mutating func read(
    _ found: [String: XLSyntax.Entry], _ syntax: XLSyntax
  ) throws(FormatError) {
    func atom(_ key: String) throws(FormatError) -> XLSetting.Part? {
      guard let entry = found[key] else { return nil }
      guard case .atom(let part) = entry.value else {
        throw syntax.error(at: entry.offset, "\(key) is a list", "write a single value")
      }
      return part
    }
    func number(_ key: String) throws(FormatError) -> UInt32? {
      guard let part = try atom(key) else { return nil }
      guard let value = XLSetting.number(part.text) else {
        throw syntax.error(at: part.offset, "\(key): \"\(part.text)\" is no number", "write one")
      }
      return value
    }
    func boolean(_ key: String) throws(FormatError) -> Bool? { try number(key).map { $0 != 0 } }
    func count(_ key: String) throws(FormatError) -> UInt32? {
      guard let value = try number(key) else { return nil }
      guard (1...Self.mostVCPUs).contains(value) else {
        throw syntax.error(
          at: found[key]?.offset ?? 0, "\(key): \(value) virtual CPUs",
          "a guest has 1 to \(Self.mostVCPUs)")
      }
      return value
    }
    name = try atom("name")?.text
    type = try type(try atom("type"), try atom("builder"), syntax)
    vCPUs = try count("vcpus")
    mostVCPUs = try count("maxvcpus")
    if let mostVCPUs, mostVCPUs < vCPUs ?? 1 {
      throw syntax.error(
        at: found["maxvcpus"]?.offset ?? 0, "maxvcpus is less than vcpus", "raise it")
    }
    hasNestedVirtualisation = try boolean("nestedhvm")
    hasPerformanceCounters = try boolean("vpmu")
    isPinned = try boolean("nomigrate")
    hasNestedPaging = try boolean("hap")
    hasPAE = try boolean("pae")
    if let part = try atom("tsc_mode") { tscMode = try tscMode(part, syntax) }
    if let entry = found["cpuid"] { setting = try setting(entry, syntax) }
  }

  /// As many a PV guest may have.
  private static let mostVCPUs: UInt32 = 8192

  private func type(
    _ type: XLSetting.Part?, _ builder: XLSetting.Part?, _ syntax: XLSyntax
  ) throws(FormatError) -> GuestType? {
    var result: GuestType?
    if let type {
      result = GuestType.allCases.first { !type.text.isEmpty && $0.rawValue.hasPrefix(type.text) }
      guard result != nil else {
        throw syntax.error(
          at: type.offset, "there is no type \"\(type.text)\"", "types are pv, pvh and hvm")
      }
    }
    guard let builder else { return result }
    let old: GuestType
    switch builder.text {
    case "hvm": old = .hvm
    case "generic": old = .pv
    default:
      throw syntax.error(
        at: builder.offset, "there is no builder \"\(builder.text)\"",
        "builders were generic and hvm; write type instead")
    }
    guard result == nil || result == old else {
      throw syntax.error(at: builder.offset, "builder contradicts type", "leave it out")
    }
    return old
  }

  private func tscMode(
    _ part: XLSetting.Part, _ syntax: XLSyntax
  ) throws(FormatError) -> UInt32 {
    let modes = ["default", "always_emulate", "native"]
    let number = modes.firstIndex(of: part.text).map { UInt32($0) } ?? XLSetting.number(part.text)
    guard let number, number < modes.count else {
      throw syntax.error(
        at: part.offset, "tsc_mode: there is no mode \"\(part.text)\"",
        "modes are " + modes.joined(separator: ", "))
    }
    return number
  }

  private func setting(
    _ entry: XLSyntax.Entry, _ syntax: XLSyntax
  ) throws(FormatError) -> XLSetting {
    do throws(CPUIDOptionErrors) {
      switch entry.value {
      case .atom(let part):
        // One entry of the list form, as some write it.
        let isEntry = part.text.contains(":e") && !part.text.hasPrefix("host")
        return try isEntry ? XLSetting(entries: [part]) : XLSetting(string: part)
      case .list(let values):
        return try XLSetting(
          entries: values.compactMap { value in
            if case .atom(let part) = value { return part }
            return nil
          })
      }
    } catch {
      let first = error.errors[0]
      let offer =
        first.nearest.isEmpty ? "" : "; did you mean \(first.nearest.joined(separator: ", "))?"
      throw syntax.error(
        at: first.column - 1, "\"\(first.item)\": \(first.message)\(offer)", "correct the setting")
    }
  }
}
