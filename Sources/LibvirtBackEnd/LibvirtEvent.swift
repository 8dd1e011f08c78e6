// SPDX-License-Identifier: Apache-2.0

import CLibvirt
import Synchronization

/// Something that happened to a domain. `include/libvirt/libvirt-domain.h`, virDomainEventType.
public struct LibvirtEvent: Equatable, Sendable {
  /// What happened.
  public enum Kind: Int32, Sendable {
    case defined = 0
    case undefined, started, suspended, resumed, stopped, shutdown, sleeping, crashed
  }

  /// Whence a domain that has started has what it runs. virDomainEventStartedDetailType.
  public enum Start: Int32, Sendable {
    case booted = 0
    case migrated, restored
    case fromSnapshot
    case wokenUp
  }

  /// What happened.
  public var kind: Kind
  /// Nil of all that is no start, and of one that later releases of libvirt may have.
  public var start: Start?
  /// The domain's name.
  public var name: String
  /// The domain's UUID, with hyphens.
  public var uuid: String
}

/// Listens to the lives of a libvirt's domains. A read-only connection suffices.
///
/// libvirt has one loop for events in a process, so that there is one listener at a time, and one thread asks
/// it.
public final class LibvirtListener: Sendable {
  private let connection: Mutex<OpaquePointer>

  /// - Parameters:
  ///   - uri: the daemon's address; nil for libvirt's own choice.
  ///   - library: the file of libvirt's library; nil for the installed one.
  public init(uri: String? = nil, library: String? = nil) throws(LibvirtError) {
    var error = clibvirt_error()
    guard let opened = clibvirt_listen(library, uri, &error) else {
      throw LibvirtError("virConnectDomainEventRegisterAny", error)
    }
    nonisolated(unsafe) let own = opened
    connection = Mutex(own)
  }

  deinit { connection.withLock { clibvirt_close($0) } }

  /// What happens next; nil where nothing has happened meanwhile.
  ///
  /// - Parameter milliseconds: how long to wait.
  /// - Throws: where the daemon has gone.
  public func next(milliseconds: Int32) throws(LibvirtError) -> LibvirtEvent? {
    try connection.withLock { connection throws(LibvirtError) in
      var error = clibvirt_error()
      var event = clibvirt_event()
      let answer = clibvirt_next(connection, milliseconds, &event, &error)
      guard answer >= 0 else { throw LibvirtError("virEventRunDefaultImpl", error) }
      guard answer > 0, let kind = LibvirtEvent.Kind(rawValue: event.type) else { return nil }
      return LibvirtEvent(
        kind: kind,
        start: kind == .started ? LibvirtEvent.Start(rawValue: event.detail) : nil,
        name: withUnsafeBytes(of: event.name, Self.text),
        uuid: withUnsafeBytes(of: event.uuid, Self.text))
    }
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
