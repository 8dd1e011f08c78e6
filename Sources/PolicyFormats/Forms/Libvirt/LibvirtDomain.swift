// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// libvirt's `<domain>`, alone, as a snapshot keeps it, or as the daemon keeps a running one.
extension LibvirtFormats {
  /// Documents that hold a domain.
  static let domainRoots = ["domain", "domainsnapshot", "domstatus"]

  /// A domain, or a `<cpu>` alone: a guest's, or a host's, which libvirt tells by its `<arch>`.
  static func readGuest(_ root: XMLElement, _ source: String) throws(FormatError) -> PolicyDocument
  {
    guard root.name == "cpu" else {
      let domain = root.name == "domain" ? root : try root.only("domain", source: source)
      guard let domain else { throw error(root, source, "it holds no <domain>") }
      // libvirt numbers what runs, and keeps a state of it alone.
      return try self.domain(
        domain, source, isRunning: domain["id"] != nil || root.name == "domstatus")
    }
    let isOfHost = root.child("arch") != nil && root["match"] == nil && root["mode"] == nil
    var document = try cpu(root, source, isOfHost: isOfHost)
    document.format = .libvirtCPU
    if isOfHost {
      document.host = DescribedHost()
      document.host?.vendor = try vendor(root, source)
    } else {
      var guest = DescribedGuest()
      guest.vendor = try vendor(root, source)
      guest.topology = try topology(of: root, vCPUs: nil, source)
      document.guest = guest
    }
    return document
  }

  private static func domain(
    _ domain: XMLElement, _ source: String, isRunning: Bool
  ) throws(FormatError) -> PolicyDocument {
    let type = try domain.only("os", source: source)?.only("type", source: source)
    if let type { try refuseOther(type, type["arch"], source) }
    var machine = ModelRequest.Machine()
    machine.type = type?["machine"]
    machine.accelerator = accelerators[domain["type"] ?? ""]
    let emulator = try domain.only("devices", source: source)?.only("emulator", source: source)
    if let text = emulator?.text, !text.isEmpty { machine.emulator = text }
    var guest = DescribedGuest()
    guest.isMachine = true
    guest.name = try domain.only("name", source: source)?.text
    let cpu = try domain.only("cpu", source: source)
    var document: PolicyDocument
    if let argument = try ownCPU(domain, source) {
      document = try QEMUCPUReader(source: source).argument(
        argument.text, line: argument.line, column: argument.column, machine: machine)
      document.notes.append(
        "the domain's own QEMU arguments have -cpu, which takes the place of <cpu>")
    } else if let cpu {
      document = try self.cpu(
        cpu, source, isOfHost: false, isRunning: isRunning, machine: machine)
      guest.vendor = try vendor(cpu, source)
    } else {
      guard machine.accelerator != nil else {
        throw error(domain, source, "the domain has no <cpu>")
      }
      document = try QEMUCPUReader(source: source).argument(
        QEMUCPUReader.defaultModel, line: domain.line, column: domain.column, machine: machine)
      document.notes.append(
        "the domain has no <cpu>, and gets QEMU's \(QEMUCPUReader.defaultModel)")
    }
    document.format = .libvirtCPU
    if let element = try domain.only("vcpu", source: source) {
      let most = try count(element, element.text, source)
      let current = try element["current"].map { text throws(FormatError) in
        try count(element, text, source)
      }
      guard current ?? 1 <= most else { throw error(element, source, "current is more than all") }
      guest.vCPUs = current ?? most
      if let cpu { guest.topology = try topology(of: cpu, vCPUs: current ?? most, source) }
      // Without a topology each virtual CPU has a socket of its own.
      if cpu?.child("topology") == nil {
        guest.topology = try solved(element, source) { () throws(TopologyError) in
          try Topology(sockets: most, cores: 1, vCPUs: current ?? most)
        }
      }
    }
    guest.tscKilohertz = try tscKilohertz(domain, source) ?? document.guest?.tscKilohertz
    document.guest = guest
    return document
  }

  // MARK: The machine

  /// The value of `-cpu` among arguments that the domain gives QEMU itself.
  private static func ownCPU(
    _ domain: XMLElement, _ source: String
  ) throws(FormatError) -> (text: String, line: Int, column: Int)? {
    let arguments = domain.children.filter { $0.name.hasSuffix(":commandline") }
      .flatMap(\.children).filter { $0.name.hasSuffix(":arg") }
    // QEMU takes the last.
    guard let option = arguments.lastIndex(where: { $0["value"] == "-cpu" }) else { return nil }
    guard option + 1 < arguments.count, let value = arguments[option + 1]["value"] else {
      throw error(arguments[option], source, "-cpu has no value")
    }
    return (value, arguments[option + 1].line, arguments[option + 1].column)
  }

  private static func count(
    _ element: XMLElement, _ text: String, _ source: String
  ) throws(FormatError) -> UInt32 {
    guard let number = UInt32(text), (1...65536).contains(number) else {
      throw error(element, source, "\"\(text.prefix(40))\" is no number of virtual CPUs")
    }
    return number
  }

  /// - Parameter vCPUs: those that are there at the start; nil where nothing says.
  private static func topology(
    of cpu: XMLElement, vCPUs: UInt32?, _ source: String
  ) throws(FormatError) -> Topology? {
    guard let element = try cpu.only("topology", source: source) else { return nil }
    for level in ["clusters", "modules"] where element[level] != nil {
      // Levels that no leaf of x86 tells apart, unless there is one of each.
      guard try number(element, level, source) == 1 else { return nil }
    }
    let (sockets, cores, threads) = try (
      number(element, "sockets", source), number(element, "cores", source),
      number(element, "threads", source)
    )
    let dies = element["dies"] == nil ? 1 : try number(element, "dies", source)
    return try solved(element, source) { () throws(TopologyError) in
      try Topology(sockets: sockets, dies: dies, cores: cores, threads: threads, vCPUs: vCPUs)
    }
  }

  private static func solved(
    _ element: XMLElement, _ source: String, _ body: () throws(TopologyError) -> Topology
  ) throws(FormatError) -> Topology {
    do {
      return try body()
    } catch {
      throw self.error(element, source, "\(error)")
    }
  }

  /// The frequency that the domain gives its counter.
  private static func tscKilohertz(
    _ domain: XMLElement, _ source: String
  ) throws(FormatError) -> Int? {
    let timers = try domain.only("clock", source: source)?.children("timer") ?? []
    let named = timers.filter { $0["name"] == "tsc" }
    if named.count > 1 {
      throw .duplicate(
        "<timer name='tsc'>", first: named[0].placeText, source: source, line: named[1].line,
        column: named[1].column)
    }
    return try named.first.flatMap { timer throws(FormatError) in
      try kilohertz(timer, source)
    }
  }

  /// The frequency of an element in Hz, as kHz; nil where it has none.
  static func kilohertz(
    _ element: XMLElement, _ source: String
  ) throws(FormatError) -> Int? {
    guard let text = element["frequency"] else { return nil }
    guard let hertz = Int(text), hertz >= 0 else {
      throw error(element, source, "frequency is \(text.prefix(40)), and no number")
    }
    return DescribedGuest.kilohertz(hertz)
  }
}
