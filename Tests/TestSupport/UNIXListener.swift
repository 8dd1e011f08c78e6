// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A socket in the file system on which a test plays the other side.
public final class UNIXListener: Sendable {
  public let path = "/tmp/listener-\(UUID().uuidString.prefix(8))"
  private let socket: Int32

  /// The system's error.
  public struct Failure: Error {
    public var errno: Int32
  }

  /// - Parameter serve: talks over one connection, which is closed behind it; then comes the next.
  public init(serve: @escaping @Sendable (Int32) -> Void) throws {
    let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    self.socket = socket
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0, listen(socket, 4) == 0 else { throw Failure(errno: errno) }
    Thread.detachNewThread {
      while case let connection = accept(socket, nil, nil), connection >= 0 {
        serve(connection)
        close(connection)
      }
      // Here and not where the listener ends: its number is another socket's as soon as it is closed.
      close(socket)
    }
  }

  /// Sends all of it, or as much as the other side takes.
  public static func send(_ bytes: [UInt8], to connection: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    unlink(path)
  }
}
