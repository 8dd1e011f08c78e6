// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyFormats

/// A connection to QEMU's machine protocol over a UNIX socket.
///
/// One command at a time. The whole conversation has a time limit, lines and events are bounded: whoever
/// is on the other side cannot hold up or fill up this process. QEMU's `docs/interop/qmp-spec`.
public struct QMPClient: QEMUMonitor, ~Copyable {
  private let socket: Int32
  /// Time for the whole conversation, in milliseconds.
  private let timeLimit: Int
  /// When it is over, by the clock of ``now()``.
  private let deadline: Int
  private var received: [UInt8] = []

  /// Larger than any reply to a question about CPUs.
  static let longestLine = 8 << 20
  static let mostEvents = 1000

  /// Connects and passes the greeting.
  public static func connect(
    path: String, timeLimit milliseconds: Int = 30_000
  ) throws(QMPError) -> QMPClient {
    let deadline = now() + milliseconds
    return try QMPClient(
      connected: open(path, milliseconds), timeLimit: milliseconds, deadline: deadline)
  }

  /// Takes over a connected socket, which is closed with the client, and passes the greeting.
  public init(connected socket: Int32, timeLimit milliseconds: Int = 30_000) throws(QMPError) {
    try self.init(
      connected: socket, timeLimit: milliseconds, deadline: QMPClient.now() + milliseconds)
  }

  private init(connected socket: Int32, timeLimit: Int, deadline: Int) throws(QMPError) {
    self.socket = socket
    self.timeLimit = timeLimit
    self.deadline = deadline
    let greeting = try receive("greeting")
    guard greeting["QMP"] != nil else {
      throw .malformed(command: "greeting", reason: "the first line is no greeting of QEMU")
    }
    _ = try execute("qmp_capabilities")
  }

  deinit { close(socket) }

  private static func open(_ path: String, _ milliseconds: Int) throws(QMPError) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let longest = MemoryLayout.size(ofValue: address.sun_path) - 1
    guard bytes.count <= longest, !bytes.isEmpty else {
      throw .pathTooLong(path: path, limit: longest)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | 0o2000000, 0)
    guard socket >= 0 else { throw .unreachable(path: path, errno: errno) }
    // A peer that accepts nobody has a full queue, in which connecting would wait without end.
    var limit = timeval(tv_sec: milliseconds / 1000, tv_usec: milliseconds % 1000 * 1000)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      close(socket)
      if code == EAGAIN { throw .timedOut(command: "connect", milliseconds: milliseconds) }
      throw .unreachable(path: path, errno: code)
    }
    return socket
  }

  /// Executes a command and gives what it returns.
  public mutating func execute(
    _ command: String, _ arguments: KeyValuePairs<String, JSONValue> = [:]
  ) throws(QMPError) -> JSONValue {
    try send(Array((QMPMessage.text(command, arguments) + "\n").utf8), command)
    for _ in 0..<QMPClient.mostEvents {
      let line = try receive(command)
      if let result = try QMPMessage.result(of: line, to: command) { return result }
      guard line["event"] != nil else {
        throw .malformed(command: command, reason: "a line is neither an answer nor an event")
      }
    }
    throw .flooded(command: command, limit: QMPClient.mostEvents)
  }

  // MARK: Lines

  private func send(_ bytes: [UInt8], _ command: String) throws(QMPError) {
    var sent = 0
    while sent < bytes.count {
      try wait(for: Int16(POLLOUT), command)
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          socket, buffer.baseAddress.map { $0 + sent }, buffer.count - sent,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count < 0 && errno != EAGAIN && errno != EINTR {
        throw .broken(command: command, errno: errno)
      }
      sent += max(count, 0)
    }
  }

  /// The next line as a value.
  private mutating func receive(_ command: String) throws(QMPError) -> JSONValue {
    var searched = 0
    while true {
      if let end = received[searched...].firstIndex(of: 0x0a) {
        let line = Array(received[..<end])
        received.removeSubrange(...end)
        do {
          return try JSONValue(parsing: line, source: "QMP")
        } catch {
          throw QMPError.malformed(command: command, reason: "no JSON: \(error.message)")
        }
      }
      searched = received.count
      guard searched <= QMPClient.longestLine else {
        throw .lineTooLong(command: command, limit: QMPClient.longestLine)
      }
      try wait(for: Int16(POLLIN), command)
      var part = [UInt8](repeating: 0, count: 1 << 16)
      let count = part.withUnsafeMutableBytes { buffer in
        recv(socket, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      }
      if count == 0 { throw .closed(command: command) }
      if count < 0 {
        guard errno == EAGAIN || errno == EINTR else {
          if errno == ECONNRESET { throw .closed(command: command) }
          throw .broken(command: command, errno: errno)
        }
        continue
      }
      received += part[..<count]
    }
  }

  private func wait(for event: Int16, _ command: String) throws(QMPError) {
    while true {
      let rest = deadline - QMPClient.now()
      guard rest > 0 else { throw .timedOut(command: command, milliseconds: timeLimit) }
      var entry = pollfd(fd: socket, events: event, revents: 0)
      let count = poll(&entry, 1, Int32(min(rest, 1 << 30)))
      if count > 0 { return }
      if count < 0 && errno != EINTR { throw .broken(command: command, errno: errno) }
    }
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
