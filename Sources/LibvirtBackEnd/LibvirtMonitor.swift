// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import QEMUBackEnd

/// The monitor of a running domain's QEMU, which libvirt holds: what is asked there is what the guest has, where
/// XML says what libvirt made of it.
///
/// libvirt marks a domain of which this was asked as tainted, `custom-monitor`, until it ends.
public struct LibvirtMonitor: QEMUMonitor {
  private let connection: LibvirtConnection
  private let domain: String

  /// - Parameters:
  ///   - connection: one that may change.
  ///   - domain: the domain's name.
  public init(_ connection: LibvirtConnection, of domain: String) {
    self.connection = connection
    self.domain = domain
  }

  public mutating func execute(
    _ command: String, _ arguments: KeyValuePairs<String, JSONValue>
  ) throws(QMPError) -> JSONValue {
    let reply: String
    do {
      reply = try connection.monitor(QMPMessage.text(command, arguments), of: domain)
    } catch {
      throw .withheld(command: command, reason: "\(error)", isPermission: error.isPermission)
    }
    let message: JSONValue
    do {
      message = try JSONValue(parsing: Array(reply.utf8), source: "QMP")
    } catch {
      throw .malformed(command: command, reason: "no JSON: \(error.message)")
    }
    guard let result = try QMPMessage.result(of: message, to: command) else {
      throw .malformed(command: command, reason: "the reply is no answer")
    }
    return result
  }
}
