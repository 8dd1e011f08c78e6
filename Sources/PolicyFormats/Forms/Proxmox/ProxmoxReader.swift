// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

/// Reads the `cpu:` of a VM of Proxmox VE, alone or in its file, and the models of `cpu-models.conf`; both
/// may stand in one input, and then a VM's `custom-NAME` is known.
///
/// What counts is what Proxmox tells QEMU, later words over earlier ones: its own flags, those of a model that
/// it defines, those of the custom model, those of the VM. What follows from the guest's system (Hyper-V's
/// flags) and from the host (`nested-virt`, the vendor of a reported model) is told and not known.
struct ProxmoxReader {
  let source: String

  static let customPrefix = "custom-"
  /// What a VM without a model has.
  private static let defaultModel = "kvm64"
  /// Becomes a flag of the host's vendor.
  private static let nested = "nested-virt"

  /// What a VM's file says of its CPU.
  private struct VM {
    var cpu: ProxmoxCPU?
    var machine: String?
    var hasKVM = true
    var isFile = false
    var places: [String: Int] = [:]
  }

  /// Whether a line at the margin is a VM's CPU or begins a model; in a text that nothing has told yet, any
  /// that only a VM's file has.
  static func tells(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    guard start == 0 || bytes[start - 1] == 0x0a else { return false }
    if Scan.hasPrefix(bytes, start, end, "cpu-model: ") { return true }
    if Scan.hasPrefix(bytes, start, end, "cpu: ") { return true }
    guard isFirst else { return false }
    return Scan.hasPrefix(bytes, start, end, "ostype: ")
      || Scan.hasPrefix(bytes, start, end, "scsihw: ")
      || Scan.hasPrefix(bytes, start, end, "smbios1: ")
      || Scan.hasPrefix(bytes, start, end, "vmgenid: ")
  }

  func read(_ bytes: Span<UInt8>) throws(FormatError) -> PolicyDocument {
    try PolicyReader.refuseOthers(than: .proxmox, in: bytes, source: source)
    var vm = VM()
    var models: [(name: String, cpu: ProxmoxCPU)] = []
    var isInModel = false
    var isOver = false
    var cursor = LineCursor()
    while try cursor.next(in: bytes, source: source) {
      let start = Scan.skipBlanks(bytes, cursor.start, cursor.end)
      guard start < cursor.end, bytes[start] != UInt8(ascii: "#") else { continue }
      var line: [UInt8] = []
      for index in start..<cursor.end { line.append(bytes[index]) }
      let text = String(decoding: line, as: UTF8.self)
      if start > cursor.start {
        guard isInModel else {
          throw error(cursor.line, "the line is further in, and stands under no model")
        }
        let parts = text.split(separator: " ", maxSplits: 1)
        let value = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
        try models[models.count - 1].cpu.set(
          String(parts[0]), String(value), line: cursor.line, source: source)
        continue
      }
      // A snapshot's settings are those of another time.
      if bytes[start] == UInt8(ascii: "[") {
        isOver = true
        isInModel = false
        continue
      }
      guard let colon = text.firstIndex(of: ":") else {
        throw error(cursor.line, "a key with a colon is expected")
      }
      let key = String(text[..<colon])
      let value = String(text[text.index(after: colon)...].drop { $0 == " " })
      isInModel = key == "cpu-model"
      if isInModel {
        if let first = models.first(where: { $0.name == value }) {
          throw .duplicate(
            "the model \(value)", first: "line \(first.cpu.line)", source: source,
            line: cursor.line, column: 1)
        }
        guard models.count < PolicyDocument.mostPolicies else {
          throw error(cursor.line, "more than \(PolicyDocument.mostPolicies) models")
        }
        var cpu = ProxmoxCPU()
        cpu.line = cursor.line
        models.append((value, cpu))
      } else if !isOver {
        try take(key, value, cursor.line, &vm)
      }
    }
    return try document(vm, models)
  }

  private func take(
    _ key: String, _ value: String, _ line: Int, _ vm: inout VM
  ) throws(FormatError) {
    vm.isFile = true
    guard ["cpu", "machine", "kvm"].contains(key) else { return }
    if let first = vm.places.updateValue(line, forKey: key) {
      throw .duplicate(key, first: "line \(first)", source: source, line: line, column: 1)
    }
    switch key {
    case "kvm": vm.hasKVM = value != "0"
    case "machine": vm.machine = Self.machineType(value)
    default: vm.cpu = try cpu(value, line)
    }
  }

  /// QEMU's machine type of `[type=]TYPE[+pveN][,KEY=VALUE]`.
  private static func machineType(_ value: String) -> String? {
    for part in value.split(separator: ",") {
      let isNamed = part.hasPrefix("type=")
      guard isNamed || !part.contains("=") else { continue }
      let type = (isNamed ? part.dropFirst(5) : part).prefix { $0 != "+" }
      return type.isEmpty ? nil : String(type)
    }
    return nil
  }

  private func cpu(_ value: String, _ line: Int) throws(FormatError) -> ProxmoxCPU {
    var cpu = ProxmoxCPU()
    cpu.line = line
    for (index, part) in value.split(separator: ",", omittingEmptySubsequences: false).enumerated()
    {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 {
        try cpu.set(String(pair[0]), String(pair[1]), line: line, source: source)
      } else if index == 0, !part.isEmpty {
        try cpu.set("cputype", String(part), line: line, source: source)
      } else {
        throw error(line, "cpu: \"\(part.prefix(40))\" has no =")
      }
    }
    return cpu
  }

  // MARK: What it comes to

  private func document(
    _ vm: VM, _ models: [(name: String, cpu: ProxmoxCPU)]
  ) throws(FormatError) -> PolicyDocument {
    var document = PolicyDocument(format: .proxmox)
    guard vm.isFile else {
      guard !models.isEmpty else {
        throw FormatError(
          .malformed, source: source, message: "there is neither a VM's CPU nor a model",
          remedy: "give a VM's file of Proxmox VE, its cpu: line, or cpu-models.conf")
      }
      for (name, cpu) in models {
        document.add(try request(Self.customPrefix + name, cpu, ProxmoxCPU(), VM()))
      }
      return document
    }
    let own = vm.cpu ?? ProxmoxCPU()
    let model = own.model ?? Self.defaultModel
    guard model.hasPrefix(Self.customPrefix) else {
      document.add(try request(model, nil, own, vm))
      return document
    }
    let name = model.dropFirst(Self.customPrefix.count)
    if let custom = models.first(where: { $0.name == name }) {
      document.add(try request(model, custom.cpu, own, vm))
    } else {
      document.add(unresolved(model))
    }
    return document
  }

  /// A VM whose custom model is defined elsewhere: nothing can be asked about it.
  private func unresolved(_ model: String) -> PolicyDocument {
    var document = PolicyDocument(format: .proxmox)
    var request = ModelRequest(.qemu)
    request.properties.append(("cputype", model))
    document.request = request
    document.partial = PartialPolicy()
    document.notes = [
      "\(source): \(model) is defined in /etc/pve/virtual-guest/cpu-models.conf and not here: every "
        + "register is unknown; put both files into one input"
    ]
    document.policies = [PartialPolicy().named(model, besides: [Statement("model", model)])]
    return document
  }

  /// What QEMU is told for a VM.
  ///
  /// - Parameters:
  ///   - name: what the policy is called.
  ///   - custom: the custom model; nil where the VM names one of QEMU's or of Proxmox's.
  ///   - own: what the VM's file says itself.
  private func request(
    _ name: String, _ custom: ProxmoxCPU?, _ own: ProxmoxCPU, _ vm: VM
  ) throws(FormatError) -> PolicyDocument {
    let reported =
      custom == nil ? name : custom?.values["reported-model"]?.text ?? Self.defaultModel
    let (base, features) = ProxmoxCPU.definition(reported)
    var notes: [String] = []
    var arguments: [String] = []
    if base == Self.defaultModel { arguments += ["+lahf_lm", "+sep"] }
    if vm.hasKVM { arguments += ["+kvm_pv_unhalt", "+kvm_pv_eoi"] }
    arguments += features.map { "+\($0)" }
    for part in [custom, own].compactMap({ $0 }) {
      for (flag, isOn) in try part.flags(source) {
        guard flag != Self.nested else {
          notes.append(
            "\(source): \(Self.nested) is svm or vmx, as the host has it: not known here")
          continue
        }
        arguments.append((isOn ? "+" : "-") + flag)
      }
      arguments += part.arguments
    }
    if vm.hasKVM, base != ModelRequest.Choice.host.rawValue {
      arguments.append("enforce")
      notes.append(
        "\(source): Proxmox gives QEMU the vendor of the reported model besides, and for Windows the flags "
          + "of Hyper-V")
    }
    var reader = QEMUProperties(source: source)
    for argument in Self.last(arguments) {
      do {
        try reader.take(argument: Substring(argument), at: "line \(own.line)")
      } catch {
        var error = error
        error.line = custom?.line ?? own.line
        throw error
      }
    }
    var document = reader.document(model: base, format: .proxmox)
    document.request?.machine.type = vm.machine
    document.request?.machine.accelerator = vm.hasKVM ? "kvm" : "tcg"
    document.policies[0].name = name
    document.notes += notes
    return document
  }

  /// The last word about each name.
  private static func last(_ arguments: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(
      arguments.reversed().filter { argument in
        let name = String(argument.drop { $0 == "+" || $0 == "-" }.prefix { $0 != "=" })
        let key =
          Feature(qemuName: name)?.qemuName ?? OtherName.named(name, .qemu)?.name
          ?? name.replacing("_", with: "-")
        return seen.insert(key).inserted
      }.reversed())
  }

  private func error(_ line: Int, _ message: String) -> FormatError {
    FormatError(
      .malformed, source: source, line: line, column: 1, message: message,
      remedy: "give a VM's file of Proxmox VE, its cpu: line, or cpu-models.conf")
  }
}
