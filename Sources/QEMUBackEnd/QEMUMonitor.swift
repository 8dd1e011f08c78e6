// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// Whoever passes commands of QEMU's machine protocol on to a running QEMU: a socket of it, or libvirt, which
/// holds the one that it has.
public protocol QEMUMonitor: ~Copyable {
  /// Executes a command and gives what it returns.
  mutating func execute(
    _ command: String, _ arguments: KeyValuePairs<String, JSONValue>
  ) throws(QMPError) -> JSONValue
}

extension QEMUMonitor where Self: ~Copyable {
  /// A property of an object in QEMU's tree.
  public mutating func property(
    _ name: String, of path: String
  ) throws(QMPError) -> JSONValue {
    try execute("qom-get", ["path": .string(path), "property": .string(name)])
  }
}

/// What goes to and fro on a monitor. QEMU's `docs/interop/qmp-spec`.
public enum QMPMessage {
  /// A command as QEMU takes it.
  public static func text(
    _ command: String, _ arguments: KeyValuePairs<String, JSONValue>
  ) -> String {
    JSONValue.members(["execute": .string(command), "arguments": .members(arguments)]).text
  }

  /// What an answer returns; nil for a message that answers nothing.
  public static func result(
    of message: JSONValue, to command: String
  ) throws(QMPError) -> JSONValue? {
    if let result = message["return"] { return result }
    guard let error = message["error"] else { return nil }
    let text = error["desc"]?.string ?? error["class"]?.string ?? "without a reason"
    throw .refused(command: command, reason: String(text.prefix(500)))
  }
}
