// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyDocuments
import PolicyFormats

/// What is known of a host's CPUs and hypervisor, without what makes it one host among equal ones: its name
/// and the measured rate of its counter. Equal hosts share one text, which the store keeps once.
public enum HostFactsText {
  /// A `HostFacts` document, or a `Host` document where a hypervisor told the policies.
  public static func document(of host: HostDescription) -> JSONValue {
    var plain = host
    plain.name = "host"
    plain.tsc.khz = nil
    let isTold = host.reported != nil || host.kernelOffer != nil || !host.recorded.isEmpty
    return isTold
      ? Document.host(plain, plain.systemPolicies()).json : Document.hostFacts(plain).json
  }

  /// The canonical bytes.
  public static func bytes(_ document: JSONValue) -> [UInt8] { Array(document.line.utf8) }

  /// SHA-256 of the canonical bytes, 64 hexadecimal digits.
  public static func digest(_ document: JSONValue) -> String { FleetDigest.of(bytes(document)) }

  /// The host of the facts that a record names.
  ///
  /// - Throws: `FormatError` for facts that are no host's.
  public static func host(
    _ bytes: [UInt8], of record: HostRecord
  ) throws(FormatError) -> HostDescription {
    let source = FleetKey.facts(record.state.facts).text
    let value = try JSONValue(parsing: bytes, source: source)
    guard let document = try Document(reading: value, source: source), var host = document.host
    else {
      throw FormatError(
        .malformed, source: source, message: "it is no Host or HostFacts document",
        remedy: "send what host facts prints")
    }
    host.name = record.state.name
    host.tsc = record.state.tsc
    return host
  }
}
