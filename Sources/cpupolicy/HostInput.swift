// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Hosts
import KVMBackEnd
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import QEMUBackEnd
import XenBackEnd

extension PolicyFormat: ExpressibleByArgument {}

/// Reads a command's inputs, and passes on what the reader says besides.
enum Input {
  static func read(_ path: String, format: PolicyFormat? = nil) throws -> InputDocument {
    var document =
      switch AskedInput(path) {
      case .machine(let socket)?: InputDocument(try machine(socket))
      case .libvirt(let address, nil)?: try LibvirtInput.hostDocument(address)
      case .libvirt(let address, let domain?)?: try LibvirtInput.document(of: domain, address)
      case nil: try InputDocument.read(path, format: format)
      }
    try ModelOptions.settle(&document.content, path)
    Console.detail(detail(document, path))
    for note in document.content.notes { Console.note(note) }
    return document
  }

  /// Text that no file holds, read as one: what a daemon says.
  static func read(text: String, _ name: String) throws -> InputDocument {
    var document = try InputDocument(reading: Array(text.utf8), source: name)
    try ModelOptions.settle(&document.content, name)
    for note in document.content.notes { Console.note(note) }
    return document
  }
}

extension Input {
  /// As what an input was read.
  private static func detail(_ document: InputDocument, _ path: String) -> String {
    let content = document.content
    let kind = document.kind.map { ", a \($0.rawValue) document" } ?? ""
    let held = [
      content.cpus.isEmpty ? nil : Counted.of(content.cpus.count, "CPU"),
      content.policies.isEmpty ? nil : Counted.of(content.policies.count, "policy"),
    ].compactMap(\.self).joined(separator: ", ")
    return "\(path): read as \(content.format.rawValue)\(kind)" + (held.isEmpty ? "" : ": \(held)")
  }

  private static func machine(_ socket: String) throws -> PolicyDocument {
    var client = try QMPClient.connect(path: socket, timeLimit: Patience.seconds * 1000)
    return try QEMUMachine(asking: &client).document
  }
}

/// Who describes this machine.
enum HostSource: String, ExpressibleByArgument, CaseIterable { case native, kvm, xen, libvirt }

/// Where a host comes from: a file, the standard input, or this machine.
struct HostInput: ParsableArguments {
  @Argument(
    help: "A dump, a document, -, qmp:SOCKET or libvirt:URI; left out: this machine.",
    completion: Offers.files)
  var file: String?

  static let sourceWord = OptionWord("source")
  static let fromWord = OptionWord("from")

  @Option(
    name: sourceWord.names,
    help: "native, kvm, xen or libvirt: who describes this machine; else the configuration's.")
  var source: HostSource?

  @Option(name: fromWord.names, help: "The input's format, where its content does not tell.")
  var from: PolicyFormat?

  func load() throws -> HostDescription { try HostInput.load(file, source, from: from) }

  static func load(
    _ file: String?, _ source: HostSource?, from format: PolicyFormat?
  ) throws -> HostDescription {
    if let file { return try load(file, from: format) }
    return try thisMachine(source)
  }

  /// This machine, described by whoever is asked; nil: by whom the configuration names, or by its own CPUs.
  static func thisMachine(_ source: HostSource?) throws -> HostDescription {
    switch source ?? Configuration.current.source?.value ?? .native {
    case .native: try LocalMachine.describe()
    case .kvm: try HostDescription.ofKVM()
    case .xen: try HostDescription.ofXen()
    case .libvirt: try LibvirtInput.host()
    }
  }

  static func load(_ path: String, from format: PolicyFormat?) throws -> HostDescription {
    if case .libvirt(let address, nil)? = AskedInput(path) { return try LibvirtInput.host(address) }
    return try host(try Input.read(path, format: format), path)
  }

  /// A host that guests are held against: one of which only its guests' features are known will do.
  ///
  /// - Parameter accelerator: by which the guests run, where that is known: a libvirt is asked what that gives.
  static func destination(
    _ path: String, accelerator: String? = nil
  ) throws -> HostDescription {
    if case .libvirt(let address, nil)? = AskedInput(path) {
      return try LibvirtInput.destination(address, accelerator: accelerator)
    }
    let document = try Input.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try HostDescription(name: name, featuresOf: document.content) ?? host(document, path)
  }

  static func host(_ document: InputDocument, _ path: String) throws -> HostDescription {
    try document.host(source: path)
  }
}

/// The hypervisor's command line, as far as it shapes policies.
struct HypervisorOptions: ParsableArguments {
  static let cpuidWord = OptionWord("cpuid")
  static let dom0CPUIDWord = OptionWord("dom0-cpuid")

  @Option(
    name: cpuidWord.names,
    help: "The hypervisor's cpuid= option: no-NAME, NAME, NAME=guest, KEY=NUMBER, ...",
    completion: Offers.lists)
  var cpuid: String?

  @Option(
    name: dom0CPUIDWord.names, help: "The hypervisor's dom0-cpuid= option.",
    completion: Offers.lists)
  var dom0CPUID: String?

  static let xenWord = OptionWord("xen")

  @Option(
    name: xenWord.names,
    help: ArgumentHelp(
      "Derive as this release of Xen does, e.g. 4.17 or 4.17.7.", valueName: "release"))
  var xen: String?

  /// What the owner asks for; nil where that is nothing.
  func owner() throws -> DerivationOptions? {
    try HypervisorOptions.parse(cpuid: cpuid, dom0CPUID: dom0CPUID, xen: xen)
  }

  /// The owner's options; nil where none was given.
  static func parse(
    cpuid: String?, dom0CPUID: String?, xen: String? = nil
  ) throws -> DerivationOptions? {
    guard cpuid != nil || dom0CPUID != nil || xen != nil else { return nil }
    var options = DerivationOptions()
    if let cpuid { options.apply(try NameInput.list(cpuid, option: "--cpuid")) }
    if let dom0CPUID {
      options.applyDom0(try NameInput.list(dom0CPUID, option: "--dom0-cpuid"))
    }
    if let xen {
      let release = try XenReleaseOption.parse(xen, "--xen")
      XenReleaseOption.reportUnknownNames(options, release)
      options.followNames(of: release)
    }
    return options
  }

  /// Says from what policies are derived, and by which rules.
  static func reportOrigin(_ host: HostDescription, _ owner: DerivationOptions) {
    if let running = host.xenRelease, owner.release == nil {
      XenReleaseOption.reportUnknownNames(owner, running)
    }
    if host.reported != nil {
      let release = owner.release ?? host.xenRelease
      let rules = release.map { ", by the rules of \($0)" } ?? ""
      Console.note(
        "derived from Xen's raw policy: what a Xen with these options would show\(rules)")
    } else if host.document != nil {
      Console.note("derived anew with these options from the raw policy of \(host.name)")
    }
  }

  /// Says on the standard error what was opted in to and is not there.
  static func reportUnmet(_ policies: SystemPolicies, _ options: DerivationOptions) {
    policies.forEachUnmetOptIn(options) { feature, reason in
      let text =
        switch reason {
        case .hardwareLacks: "not every CPU of the host has it"
        case .prerequisiteMissing(let need): "it needs \(need.name), which is missing"
        case .withdrawn: "a rule of the host took it away; see policy explain"
        case .notForGuests: "no kind of guest may have it"
        }
      Console.error("cpuid=\(feature.optionName): not granted: \(text)")
    }
  }
}
