// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import PolicyText

/// Gives a libvirt's domain another CPU: tried first, audited, defined, and read back. What fails leaves the
/// domain as it was. It has the CPU from its next start on, which `DomainJudge` holds against this.
extension LibvirtHypervisor {
  /// - Parameters:
  ///   - wanted: the policy; every feature of it is asked for by name.
  ///   - name: the domain's.
  ///   - catalogue: the models of its emulator; nil where none can be asked.
  ///   - judge: says what a start would come to.
  ///   - isDryRun: whether nothing is changed.
  /// - Returns: the domain as it starts next, with what a reader should know.
  /// - Throws: `DomainError.rejected` for features that a start would not give, `refused` for what libvirt does
  ///   not take or would take otherwise.
  public func setPolicy(
    _ wanted: NamedPolicy, of name: String, _ catalogue: ModelCatalogue?,
    _ judge: inout DomainJudge,
    isDryRun: Bool
  ) throws(DomainError) -> DomainJudge.Judged {
    let former = try self.domain(named: name)
    let xml = try configuration(of: name)
    let cpu = try Self.cpu(wanted, catalogue)
    let changed = try Self.read { () throws(FormatError) in
      try DomainXML.replacing(cpu: cpu.text, in: xml, source: "libvirt:\(name)")
    }
    // libvirt takes unknown names when it defines, and refuses them here.
    try ask { () throws(LibvirtError) in _ = try connection.native(changed) }
    let trial = LibvirtDomain(
      name: name, uuid: former.uuid, id: nil, state: .off, configured: changed)
    var judged = try Self.audited(trial, wanted, &judge)
    judged.notes = cpu.notes + judged.notes
    guard !isDryRun else { return judged }
    guard try configuration(of: name) == xml else { throw .changedMeanwhile }
    try ask { () throws(LibvirtError) in try connection.define(changed) }
    try checkTaken(changed, instead: xml, of: name)
    let now = try self.domain(named: name)
    var result = try Self.read { () throws(FormatError) in try judge.judge(now) }
    result.notes = judged.notes
    return result
  }

  /// The XML with which a domain starts, with what only who may change it gets to see.
  private func configuration(of name: String) throws(DomainError) -> String {
    do {
      guard let xml = try connection.configuration(of: name) else {
        throw DomainError.refused(
          "\(name) is kept nowhere: it is gone when it ends, and has no next start")
      }
      return xml
    } catch let error as LibvirtError {
      throw DomainError(error)
    } catch let error as DomainError {
      throw error
    } catch {
      throw .refused(error)
    }
  }

  private func ask(_ body: () throws(LibvirtError) -> Void) throws(DomainError) {
    do {
      try body()
    } catch {
      throw DomainError(error)
    }
  }

  private static func read<Value>(
    _ body: () throws(FormatError) -> Value
  ) throws(DomainError) -> Value {
    do {
      return try body()
    } catch {
      throw .refused(error)
    }
  }

  /// The `<cpu>` that asks for a policy.
  private static func cpu(
    _ wanted: NamedPolicy, _ catalogue: ModelCatalogue?
  ) throws(DomainError) -> (text: String, notes: [String]) {
    var options = WritingOptions()
    options.catalogue = catalogue
    let written = PolicyWriter.write(wanted, as: .libvirtCPU, options)
    let lost = written.dropped.filter { $0.hasPrefix("feature ") }
    guard lost.isEmpty else {
      throw .refused("libvirt has no name for \(lost.joined(separator: ", ")), and cannot give it")
    }
    return (String(decoding: written.bytes, as: UTF8.self), written.notes)
  }

  /// What a start would come to, or what is wrong with it.
  private static func audited(
    _ trial: LibvirtDomain, _ wanted: NamedPolicy, _ judge: inout DomainJudge
  ) throws(DomainError) -> DomainJudge.Judged {
    let judged: DomainJudge.Judged
    do {
      judged = try judge.judge(trial)
    } catch {
      throw .refused(error)
    }
    let given = judged.domain.policy
    var violations: [Violation] = []
    var besides: [String] = []
    var isCompared = false
    for feature in Feature.allNamed
    where wanted.policy.isKnown(feature) && given.isKnown(feature) {
      isCompared = true
      switch (wanted.policy.has(feature), given.has(feature)) {
      case (true, false):
        violations += [Violation(.featureNotOffered, feature, value: 1, bound: 0)].compactMap(
          \.self)
      case (false, true): besides.append(feature.optionName)
      default: continue
      }
    }
    guard violations.isEmpty else { throw .rejected(violations.sorted(by: Violation.inLeafOrder)) }
    let because = judged.domain.delivery?.because ?? ""
    guard isCompared else {
      throw .refused("unknown what a start would give, and nothing has changed: \(because)")
    }
    guard besides.isEmpty else {
      throw .refused("a start would give besides: \(besides.joined(separator: ", "))")
    }
    guard judged.domain.delivery?.verdict != .cannotStart else {
      throw .refused("it would not start, and nothing has changed: \(because)")
    }
    return judged
  }

  /// Reads back what libvirt made of it, which must be what it was given.
  private func checkTaken(
    _ sent: String, instead former: String, of name: String
  ) throws(DomainError) {
    let taken = try configuration(of: name)
    let (mine, theirs) = try Self.read { () throws(FormatError) in
      (try DomainCPU(sent, source: name), try DomainCPU(taken, source: name))
    }
    guard mine != theirs else { return }
    var text = "libvirt made another CPU of what it had accepted"
    do {
      try connection.define(former)
      text += "; the former one is set again"
    } catch {
      text += "; the former one is lost: \(error)"
    }
    throw .refused(text)
  }
}

/// The text of a domain's XML, in which one element is exchanged and the rest stays to the byte.
enum DomainXML {
  /// Children of a `<cpu>` that are no matter of a policy.
  private static let kept = ["topology", "numa", "cache"]

  static func replacing(
    cpu text: String, in xml: String, source: String
  ) throws(FormatError) -> String {
    let bytes = Array(xml.utf8)
    var reader = XMLReader(bytes, source: source)
    let root = try reader.read()
    let written = Array(text.utf8)
    var own = XMLReader(written, source: source)
    let cpu = try own.read()
    let former = try root.only("cpu", source: source)
    let kept = (former?.children ?? []).filter { Self.kept.contains($0.name) }
    // The form's own topology has a place of its own in the domain, which its virtual CPUs must fill.
    let children = cpu.children.filter { !Self.kept.contains($0.name) }
    var element = Array("<cpu".utf8)
    for attribute in cpu.attributes {
      element += Array(" \(attribute.name)='\(attribute.value)'".utf8)
    }
    element += Array(">\n".utf8)
    for child in children { element += Array("    ".utf8) + written[child.range] + [0x0a] }
    for child in kept { element += Array("    ".utf8) + bytes[child.range] + [0x0a] }
    element += Array("  </cpu>".utf8)
    if let former {
      return String(
        decoding: bytes[..<former.range.lowerBound] + element + bytes[former.range.upperBound...],
        as: UTF8.self)
    }
    guard let end = bytes.lastIndex(of: 0x3c), root.range.contains(end), !root.children.isEmpty
    else {
      throw FormatError(
        .malformed, source: source, message: "the domain is empty", remedy: "look at it anew")
    }
    return String(
      decoding: bytes[..<end] + Array("  ".utf8) + element + [0x0a] + bytes[end...], as: UTF8.self)
  }
}
