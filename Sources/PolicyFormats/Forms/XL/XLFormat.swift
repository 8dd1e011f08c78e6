// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Files of xl.cfg. What is written is the `cpuid=` list, every bit forced: for guests that must see
/// exactly this.
enum XLFormat {
  /// The setting. Leaves that the hypervisor computes itself (topology, XSAVE states, its own range) are
  /// left to it.
  static func write(_ policy: CPUPolicy) -> [UInt8] {
    var setting = XLSetting()
    policy.canonical.forEachLeaf { place, registers in
      if LeafRange(of: place.leaf) == .hypervisor || place.leaf == 0xb || place.leaf == 0xd {
        return
      }
      guard ServedABI.xen.carries(place) else { return }
      for register in [Register.eax, .ebx, .ecx, .edx] {
        setting.force(place, register, to: registers[register], mask: 0xffff_ffff)
      }
    }
    return Array("cpuid = \(setting.listText)\n".utf8)
  }

  /// Whether a line is the setting; in a text that nothing has told yet, any that xl.cfg begins with.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    if Scan.hasPrefix(bytes, start, end, "cpuid") {
      var next = Scan.skipBlanks(bytes, start + 5, end)
      if next < end, bytes[next] == UInt8(ascii: "+") { next += 1 }
      return next < end && bytes[next] == UInt8(ascii: "=")
    }
    guard isFirst else { return false }
    var next = start
    while next < end, XLSyntax.isOfKey(bytes[next], isFirst: next == start) { next += 1 }
    let equals = Scan.skipBlanks(bytes, next, end)
    return equals < end && bytes[equals] == UInt8(ascii: "=")
      && firstKeys.contains(Scan.string(bytes, start, next))
  }

  /// Keys that stand first in files without being looked at further.
  private static let firstKeys = Set(
    XLGuest.keys + [
      "bootloader", "kernel", "firmware", "uuid", "memory", "maxmem", "disk", "vif", "ramdisk",
      "extra",
      "cmdline", "root", "on_poweroff", "on_reboot", "on_crash", "cpus", "boot", "seclabel", "pool",
      "device_model_version", "viridian", "localtime", "serial", "vnc", "sdl", "vfb",
    ])

  /// No configuration is longer.
  private static let longest = 1 << 20

  /// Reads a file of xl.cfg, or its `cpuid=` alone. What it leaves to the domain or the host is unknown.
  static func read(_ bytes: Span<UInt8>, source: String) throws(FormatError) -> PolicyDocument {
    guard bytes.count <= longest else {
      throw FormatError(
        .tooLarge, source: source, message: "the input has \(bytes.count) bytes",
        remedy: "at most \(longest) of a configuration are read")
    }
    try PolicyReader.refuseOthers(than: .xl, in: bytes, source: source)
    let guest = try XLGuest(XLSyntax(Array(copying: bytes), source: source))
    var document = PolicyDocument(format: .xl)
    document.policies = [policy(guest)]
    if guest.isDomain || !guest.setting.isWhole { document.xlGuest = guest }
    if !guest.isDomain { document.setting = guest.setting }
    document.notes += guest.doubtful.map { "\(source): \($0)" }
    return document
  }

  /// What the file leaves out is the default's, so unknown: a leaf is known where all four registers are
  /// forced.
  private static func policy(_ guest: XLGuest) -> NamedPolicy {
    var policy = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount { policy.markUnknown(slot: slot) }
    for index in [MSRIndex.archCapabilities, .platformInfo] { policy.markUnknown(msr: index) }
    var statements = guest.isDomain ? self.statements(guest) : []
    for (place, changes) in Dictionary(grouping: guest.setting.changes, by: \.place) {
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
    statements += guest.setting.msrChanges.map { change in
      let word = change.value.map { $0 ? "required" : "disabled" } ?? "the host's"
      return Statement("feature \(change.feature.optionName)", word)
    }
    policy.markKnownAboveLimits()
    return NamedPolicy(name: "policy", policy: policy, statements: statements)
  }

  /// What shapes the guest's policy on a host besides the setting.
  private static func statements(_ guest: XLGuest) -> [Statement] {
    var result = [
      Statement("kind", guest.kind.name), Statement("vcpus", "\(guest.vCPUCount)"),
      Statement("tsc_mode", "\(guest.tscMode ?? 0)"),
    ]
    for (name, isOn) in [
      ("nestedhvm", guest.hasNestedVirtualisation == true),
      ("vpmu", guest.hasPerformanceCounters == true), ("itsc", guest.hasInvariantTSC),
      ("without pae", guest.hasPAE == false),
    ] where isOn {
      result.append(Statement(name, "yes"))
    }
    return result
  }
}

extension XLSetting {
  /// Whether it leaves no bit of what it names to the domain or the host.
  var isWhole: Bool { changes.allSatisfy(\.isWhole) && msrChanges.isEmpty }
}
