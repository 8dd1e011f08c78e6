// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Why a running QEMU could not be asked.
public enum QMPError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The socket did not open.
  case unreachable(path: String, errno: Int32)
  /// A path that no UNIX socket can have.
  case pathTooLong(path: String, limit: Int)
  /// Sending or receiving failed.
  case broken(command: String, errno: Int32)
  /// No answer within the time allowed for the whole conversation.
  case timedOut(command: String, milliseconds: Int)
  /// The other side closed the connection before it answered.
  case closed(command: String)
  /// A line longer than any reply of QEMU.
  case lineTooLong(command: String, limit: Int)
  /// More events than anyone sends, and no reply among them.
  case flooded(command: String, limit: Int)
  /// A line that is no message of the protocol.
  case malformed(command: String, reason: String)
  /// QEMU's own error.
  case refused(command: String, reason: String)
  /// Whoever holds the monitor did not pass the command on.
  case withheld(command: String, reason: String, isPermission: Bool)

  /// Whether the reason is one of permission.
  public var isPermission: Bool {
    switch self {
    case .unreachable(_, let code): code == EACCES || code == EPERM
    case .withheld(_, _, let isPermission): isPermission
    default: false
    }
  }

  public var description: String {
    switch self {
    case .unreachable(let path, let code):
      "\(path): \(String(cString: strerror(code))); start QEMU with -qmp unix:PATH,server,nowait, "
        + "and ask as a user who may write to the socket"
    case .pathTooLong(let path, let limit):
      "\(path): the path of a socket has at most \(limit) bytes; use a shorter one"
    case .broken(let command, let code):
      "\(command): \(String(cString: strerror(code))); is the machine still running?"
    case .timedOut(let command, let milliseconds):
      "\(command): no answer, and the \(milliseconds) ms for the conversation are over; another program may hold the socket, "
        + "which serves one at a time"
    case .closed(let command):
      "\(command): the connection was closed before an answer; is the machine still running?"
    case .lineTooLong(let command, let limit):
      "\(command): a line is longer than \(limit) bytes; this is no QEMU"
    case .flooded(let command, let limit):
      "\(command): \(limit) events and no answer; this is no QEMU"
    case .malformed(let command, let reason):
      "\(command): \(reason); this is no QMP socket, or a version that is not understood"
    case .refused(let command, let reason):
      "\(command): QEMU refused: \(reason)"
    case .withheld(let command, let reason, _): "\(command): \(reason)"
    }
  }
}
