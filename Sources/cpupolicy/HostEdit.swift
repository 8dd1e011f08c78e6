// SPDX-License-Identifier: Apache-2.0

import Fleet
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// A change of a host in words: `cpuid=no-avx512f`, `microcode=0x2b`, `xen=4.20`, `file=after.json`,
/// `tsc-khz=2400000`, or a fact by its name, `ept=false`.
struct HostEdit {
  private let key: String
  private let value: String
  /// The file in which the words stand: a path in them begins there.
  private let file: String?

  init(_ text: String, beside file: String? = nil) throws {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw CommandFailure(.usage, "\(text): expected is KEY=VALUE; \(Self.known)")
    }
    key = String(text[..<sign])
    value = String(text[text.index(after: sign)...])
    self.file = file
  }

  private static let known =
    "known are cpuid, microcode, xen, file, tsc-khz and the facts' names"

  /// The host after the change, and the owner's options there.
  func apply(
    to host: HostDescription, _ owner: DerivationOptions?
  ) throws -> (HostDescription, DerivationOptions?) {
    var changed = host
    switch key {
    case "file":
      let path = file.map { FleetInput.beside($0, value) } ?? value
      var other = try HostInput.destination(path).under(owner)
      other.name = host.name
      return (other, owner)
    case "cpuid", "xen":
      let asked = try HypervisorOptions.parse(
        cpuid: key == "cpuid" ? value : nil, dom0CPUID: nil, xen: key == "xen" ? value : nil)
      var options = owner ?? DerivationOptions()
      if key == "cpuid" { options.apply(try NameInput.list(value, option: "cpuid")) }
      if let release = asked?.release { options.follow(release) }
      return (host.under(options), options)
    case "microcode":
      let digits = value.hasPrefix("0x") ? String(value.dropFirst(2)) : ""
      guard let revision = UInt32(digits, radix: 16) else {
        throw CommandFailure(.usage, "microcode=\(value): expected is a number like 0x2b")
      }
      changed.facts.microcode = revision
      Console.note(
        "\(host.name): what other microcode shows in CPUID is not known; only what derivation asks "
          + "of the revision changes")
    case "tsc-khz":
      guard let khz = Int(value), khz > 0 else {
        throw CommandFailure(.usage, "tsc-khz=\(value): expected is a number of kHz")
      }
      changed.tsc.khz = khz
      return (changed, owner)
    default:
      guard let (_, path) = HostFacts.flags.first(where: { $0.0 == key }) else {
        let names = ["cpuid", "microcode", "xen", "file", "tsc-khz"] + HostFacts.flags.map(\.0)
        let offer = Choices.offer(key, among: names)
        throw CommandFailure(.usage, "\(key)=\(value): \(key) is no fact\(offer) \(Self.known)")
      }
      switch value {
      case "true": changed.facts[keyPath: path] = true
      case "false": changed.facts[keyPath: path] = false
      case "unknown": changed.facts[keyPath: path] = nil
      default: throw CommandFailure(.usage, "\(key)=\(value): expected is true, false or unknown")
      }
    }
    return (changed.derivedAnew, owner)
  }
}

extension HostDescription {
  /// The host without the policies that its source recorded, which came about by other facts.
  fileprivate var derivedAnew: HostDescription {
    guard
      reported != nil || document != nil
        || recorded.contains(where: { $0.name != PolicyKind.raw.name })
    else { return self }
    Console.note("\(name): its policies are derived anew from its raw policy")
    var host = self
    host.reported = nil
    host.document = nil
    host.recorded = recorded.filter { $0.name == PolicyKind.raw.name }
    return host
  }
}
