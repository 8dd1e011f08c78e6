// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// libvirt's `<capabilities>` of a host and `<domainCapabilities>` of its guests.
extension LibvirtFormats {
  /// The host's CPU of `virsh capabilities`, or what `virsh domcapabilities` says of guests.
  static func capabilities(
    _ root: XMLElement, _ source: String
  ) throws(FormatError) -> PolicyDocument {
    guard root.name == "capabilities" else { return try offer(root, source) }
    guard let cpu = try root.only("host", source: source)?.only("cpu", source: source) else {
      throw error(root, source, "there is no <cpu> of the host")
    }
    var document = try self.cpu(cpu, source, isOfHost: true)
    var host = DescribedHost()
    host.vendor = try vendor(cpu, source)
    if let counter = cpu.children("counter").first(where: { $0["name"] == "tsc" }) {
      host.tscKilohertz = try kilohertz(counter, source)
      host.canScaleTSC = ["yes": true, "no": false][counter["scaling"] ?? ""]
    }
    if let microcode = try cpu.only("microcode", source: source), microcode["version"] != nil {
      document.microcode = try number(microcode, "version", source)
    }
    for guest in root.children("guest") {
      for arch in guest.children("arch") where arch["name"] == "x86_64" {
        host.machines += arch.children("machine").map(\.text)
        // Machine types of one accelerator's own emulator stand with it.
        for domain in arch.children("domain") {
          if let word = domain["type"].flatMap({ accelerators[$0] }) {
            host.accelerators.append(word)
          }
          host.machines += domain.children("machine").map(\.text)
        }
      }
    }
    document.host = host
    return document
  }

  /// QEMU's words for libvirt's kinds of domains.
  static let accelerators = ["kvm": "kvm", "qemu": "tcg"]

  /// The `host-model` is what guests may have; of each named model it is said whether they may.
  private static func offer(
    _ root: XMLElement, _ source: String
  ) throws(FormatError) -> PolicyDocument {
    let arch = try root.only("arch", source: source)
    try refuseOther(arch, arch?.text, source)
    var machine = ModelRequest.Machine()
    machine.emulator = try root.only("path", source: source)?.text
    machine.type = try root.only("machine", source: source)?.text
    machine.accelerator = accelerators[try root.only("domain", source: source)?.text ?? ""]
    let modes = try root.only("cpu", source: source)?.children("mode") ?? []
    guard let mode = try only(modes, "host-model", source) else {
      throw error(root, source, "there is no <mode name='host-model'>")
    }
    var document = try cpu(mode, source, isOfHost: true, machine: machine)
    document.policies[0].name = PolicyKind.hvmMax.name
    var host = DescribedHost()
    host.vendor = try vendor(mode, source)
    if let custom = try only(modes, "custom", source) { host.models = try models(custom, source) }
    // What guests may have is no host's raw CPU, from which anything could be derived.
    var identity = PartialPolicy()
    if let vendor = host.vendor { identity.set(vendor: vendor) }
    document.identity = identity
    document.host = host
    return document
  }

  private static func only(
    _ modes: [XMLElement], _ name: String, _ source: String
  ) throws(FormatError) -> XMLElement? {
    let found = modes.filter { $0["name"] == name }
    guard found.count > 1 else { return found.first }
    throw .duplicate(
      "<mode name='\(name)'>", first: found[0].placeText, source: source, line: found[1].line,
      column: found[1].column)
  }

  private static func models(
    _ mode: XMLElement, _ source: String
  ) throws(FormatError) -> [DescribedHost.Model] {
    var result: [DescribedHost.Model] = []
    var places: [String: Int] = [:]
    for element in mode.children("model") where !element.text.isEmpty {
      guard places.updateValue(result.count, forKey: element.text) == nil else {
        throw error(element, source, "\(element.text.prefix(80)) stands twice")
      }
      result.append(
        DescribedHost.Model(
          name: element.text, isUsable: ["yes": true, "no": false][element["usable"] ?? ""]))
    }
    for element in mode.children("blockers") {
      guard let place = places[element["model"] ?? ""] else {
        throw error(element, source, "it names none of the models")
      }
      result[place].blockers += element.children("feature").compactMap { $0["name"] }
    }
    return result
  }
}
