// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// libvirt's XML: raw CPUID (`cpudata`), the CPU of a domain or a host (`cpu`), capabilities.
enum LibvirtFormats {
  /// A domain's CPU, alone or in the domain.
  static func readCPU(_ root: XMLElement, _ source: String) throws(FormatError) -> PolicyDocument {
    if let type = try root.only("os", source: source)?.only("type", source: source) {
      try refuseOther(type, type["arch"], source)
    }
    guard let cpu = root.name == "cpu" ? root : try root.only("cpu", source: source) else {
      throw error(root, source, "the domain has no <cpu>")
    }
    return try self.cpu(cpu, source, format: .libvirtCPU)
  }

  /// Refuses a CPU of another architecture, by the name that an element gives it.
  private static func refuseOther(
    _ element: XMLElement?, _ name: String?, _ source: String
  ) throws(FormatError) {
    guard let element, let name, !OtherArchitecture.isX86(name) else { return }
    throw OtherArchitecture.error(
      "architecture \(name.prefix(40))", source: source, line: element.line, column: element.column)
  }

  static func error(_ element: XMLElement, _ source: String, _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: element.line, column: element.column,
      message: "<\(element.name)>: \(message)", remedy: "correct the element")
  }

  // MARK: cpudata

  static func data(_ root: XMLElement, _ source: String) throws(FormatError)
    -> PolicyDocument
  {
    try refuseOther(root, root["arch"], source)
    var recorder = CPURecorder()
    for (index, element) in root.children.enumerated() {
      do {
        try record(element, index, in: &recorder, source)
      } catch let error as FormatError {
        throw error
      } catch RecordingError.duplicate(let what, let first) {
        throw .duplicate(
          what, first: root.children[first].placeText, source: source, line: element.line,
          column: element.column)
      } catch {
        throw self.error(root, source, "it has more than \(CPURecorder.mostRows) rows")
      }
    }
    guard recorder.hasLeaves else { throw error(root, source, "it holds no <cpuid>") }
    return try PolicyDocument([recorder.cpu], format: .libvirtCPUData, source: source)
  }

  /// Takes one element; its number stands for its line.
  private static func record(
    _ element: XMLElement, _ index: Int, in recorder: inout CPURecorder, _ source: String
  ) throws {
    switch element.name {
    case "cpuid":
      try recorder.add(
        LeafRegisters(
          eax: try number(element, "eax", source), ebx: try number(element, "ebx", source),
          ecx: try number(element, "ecx", source), edx: try number(element, "edx", source)),
        leaf: try number(element, "eax_in", source),
        subleaf: element["ecx_in"] == nil ? 0 : try number(element, "ecx_in", source), line: index)
    case "msr":
      let register = MSRIndex(rawValue: try number(element, "index", source))
      let low = UInt64(try number(element, "eax", source))
      try recorder.add(
        msr: register, UInt64(try number(element, "edx", source)) << 32 | low, line: index)
    default: throw error(element, source, "expected are <cpuid> and <msr>")
    }
  }

  private static func number(
    _ element: XMLElement, _ name: String, _ source: String
  ) throws(FormatError) -> UInt32 {
    guard let text = element[name] else { throw error(element, source, "\(name) is missing") }
    let value = text.hasPrefix("0x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text)
    guard let value else {
      throw error(element, source, "\(name) is \"\(text.prefix(40))\", and no number of 32 bits")
    }
    return value
  }

  /// A policy as raw CPUID; everything but hypervisor leaves and unknown places fits.
  static func writeData(_ policy: CPUPolicy) -> [UInt8] {
    var text = "<cpudata arch='x86'>\n"
    policy.canonical.forEachLeaf { place, registers in
      let subleaf = place.isPlain ? 0 : place.subleaf
      text += "  <cpuid eax_in='\(Hex.word(place.leaf))' ecx_in='0x\(Hex.digits(subleaf, 2))'"
      text += " eax='\(Hex.word(registers.eax))' ebx='\(Hex.word(registers.ebx))'"
      text += " ecx='\(Hex.word(registers.ecx))' edx='\(Hex.word(registers.edx))'/>\n"
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = policy[msr: index] else { continue }
      text += "  <msr index='0x\(String(index.rawValue, radix: 16))'"
      text += " edx='\(Hex.word(UInt32(truncatingIfNeeded: value >> 32)))'"
      text += " eax='\(Hex.word(UInt32(truncatingIfNeeded: value)))'/>\n"
    }
    return Array((text + "</cpudata>\n").utf8)
  }

  // MARK: cpu

  /// A domain's or a host's CPU. A feature without a policy is one that the CPU has.
  static func cpu(
    _ element: XMLElement, _ source: String, format: PolicyFormat
  ) throws(FormatError) -> PolicyDocument {
    let arch = try element.only("arch", source: source)
    try refuseOther(arch, arch?.text, source)
    let model = try element.only("model", source: source)?.text
    var request = ModelRequest(.libvirt, model: model.flatMap { $0.isEmpty ? nil : $0 })
    request.choice = try choice(element, source)
    if request.choice != .named { request.model = nil }
    // A host's CPU, and one that a guest has been checked to have, is the model's but for what stands there.
    request.isDifference = format == .libvirtCapabilities || element["check"] == "full"
    var names: [String: XMLElement] = [:]
    for feature in element.children("feature") {
      guard let name = feature["name"], !name.isEmpty else {
        throw error(feature, source, "name is missing")
      }
      let key = OtherName.named(name, .libvirt)?.name ?? name
      if let first = names.updateValue(feature, forKey: key) {
        throw .duplicate(
          "the feature \(name)", first: first.placeText, source: source, line: feature.line,
          column: feature.column)
      }
      let known = OtherName.named(name, .libvirt)
      switch feature["policy"] ?? "require" {
      case "require", "force": request.add(known, libvirt: name, .required)
      case "disable", "forbid": request.add(known, libvirt: name, .disabled)
      // Given where the host can: neither asked for nor against.
      case "optional": request.add(known, libvirt: name, .optional)
      case let policy:
        throw error(
          feature, source,
          "policy is \(policy.prefix(40)); known are require, force, disable, forbid, optional")
      }
    }
    var partial = PartialPolicy()
    if let signature = try element.only("signature", source: source) {
      partial.set(
        family: signature["family"] == nil ? nil : try number(signature, "family", source),
        model: signature["model"] == nil ? nil : try number(signature, "model", source),
        stepping: signature["stepping"] == nil ? nil : try number(signature, "stepping", source))
    }
    if let address = try element.only("maxphysaddr", source: source), address["bits"] != nil {
      partial.set(.maxPhysicalAddressBits, try number(address, "bits", source))
    }
    var statements = request.statements
    if let vendor = try element.only("vendor", source: source)?.text {
      statements.append(Statement("vendor", vendor))
    }
    let topology = try element.only("topology", source: source).map { topology in
      topology.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    }
    if let topology { statements.append(Statement("topology", topology)) }
    var document = PolicyDocument(format: format)
    document.request = request
    document.partial = partial
    document.notes = request.notes
    if let topology { document.notes.append("topology is not taken over: \(topology)") }
    document.policies = [partial.named(request.model ?? "cpu", besides: statements)]
    return document
  }

  /// What the element's mode asks for.
  private static func choice(
    _ element: XMLElement, _ source: String
  ) throws(FormatError) -> ModelRequest.Choice {
    switch element.name == "mode" ? "custom" : element["mode"] ?? "custom" {
    case "custom": return .named
    case "host-model": return .hostModel
    case "host-passthrough": return .host
    case "maximum": return .maximum
    case let mode:
      throw error(
        element, source,
        "mode is \(mode.prefix(40)); known are custom, host-model, host-passthrough, maximum")
    }
  }

  // MARK: Capabilities

  /// The host's CPU of `virsh capabilities`, or the `host-model` of `virsh domcapabilities`.
  static func capabilities(
    _ root: XMLElement, _ source: String
  ) throws(FormatError) -> PolicyDocument {
    if root.name == "capabilities" {
      guard let cpu = try root.only("host", source: source)?.only("cpu", source: source) else {
        throw error(root, source, "there is no <cpu> of the host")
      }
      return try self.cpu(cpu, source, format: .libvirtCapabilities)
    }
    let arch = try root.only("arch", source: source)
    try refuseOther(arch, arch?.text, source)
    let modes = try root.only("cpu", source: source)?.children("mode") ?? []
    let models = modes.filter { $0["name"] == "host-model" }
    if models.count > 1 {
      throw .duplicate(
        "<mode name='host-model'>", first: models[0].placeText, source: source,
        line: models[1].line, column: models[1].column)
    }
    guard let mode = models.first else {
      throw error(root, source, "there is no <mode name='host-model'>")
    }
    return try cpu(mode, source, format: .libvirtCapabilities)
  }
}

extension ModelRequest {
  /// Takes what libvirt's XML says of one feature, in its own words and in those that libvirt gives QEMU.
  fileprivate mutating func add(_ known: OtherName?, libvirt name: String, _ wish: Wish) {
    add(known, name, wish)
    // Whether an optional one is on, its host has decided.
    guard wish != .optional else { return }
    let isOn = JSONValue.bool(wish == .required)
    wishes.append(Setting(name, isOn))
    let qemuName = known?.feature?.qemuName ?? ""
    settings.append(Setting(qemuName.isEmpty ? name : qemuName, isOn))
  }
}
