// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

extension HostDescription {
  /// Reads a host from a file of any form: a dump of CPUID, `xen-cpuid -p`, a `Host` or `HostFacts` document.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for the standard input.
  ///   - format: the form, where the content does not tell it.
  /// - Throws: `FormatError` that says what is wrong with the file, with line and column where those are known,
  ///   and what to do about it.
  public init(reading path: String, format: PolicyFormat? = nil) throws(FormatError) {
    self = try InputDocument.read(path, format: format).host(source: path)
  }
}

extension InputDocument {
  /// The host that the input describes.
  ///
  /// - Parameter path: the input's name, whose last part is the host's where the input has none.
  /// - Throws: `FormatError` that says what the input is instead, and what to give.
  public func host(source path: String) throws(FormatError) -> HostDescription {
    if let host = document?.host { return host }
    guard content.format != .nodeLabels else {
      throw FormatError(
        .malformed, source: path,
        message: "labels say what a node has and not what it lacks, so nothing can be judged on it",
        remedy: "give a dump of the node's CPU")
    }
    guard content.identity == nil else {
      throw FormatError(
        .malformed, source: path,
        message: "the input says which features guests may have, and no host's raw policy",
        remedy: "give a dump of the host; migrate check and policy audit take it as it is")
    }
    if let guest = guestText {
      throw FormatError(
        .malformed, source: path, message: "the input is \(guest), and no host",
        remedy: "give a dump, xen-cpuid -p, or a Host or HostFacts document")
    }
    if content.request != nil {
      throw FormatError(
        .malformed, source: path,
        message: "the input names a CPU model and not what it has, so nothing can be derived",
        remedy: "give a dump of the CPU, <cpudata>, or QEMU's full model expansion")
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let host = HostDescription(name: name, document: content) else {
      throw FormatError(
        .malformed, source: path, message: "the input holds no raw policy of a host",
        remedy: "give a dump, xen-cpuid -p, or a HostFacts document")
    }
    return host
  }

  /// What an input is of which a guest has the CPU, or may have: nothing can be derived from it. Nil for
  /// all that may be a host's.
  private var guestText: String? {
    if let domain = document?.domain { return "the domain \(domain.name)" }
    if content.savedGuest != nil { return "a saved guest" }
    if content.xlGuest != nil { return "a guest's configuration" }
    if let guest = content.guest {
      return guest.isMachine ? "the guest \(guest.name ?? "of a command line")" : "a guest's CPU"
    }
    guard content.cpus.isEmpty, content.policies.count == 1,
      let kind = PolicyKind(name: content.policies[0].name), kind != .raw
    else {
      return nil
    }
    return "the policy \(kind.name), which is derived from a host's raw one"
  }
}
