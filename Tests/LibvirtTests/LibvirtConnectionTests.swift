// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import LibvirtBackEnd
import TestSupport
import Testing

/// libvirt's C interface, with a library that stands in for libvirt's.
@Suite(.enabled(if: LibvirtStandIn.isPossible, "there is no gcc"))
struct LibvirtConnectionTests {
  private let libvirt: LibvirtStandIn

  init() throws { libvirt = try #require(try LibvirtStandIn()) }

  private func connection(
    _ access: LibvirtConnection.Access = .look
  ) throws(LibvirtError) -> LibvirtConnection {
    try LibvirtConnection(uri: libvirt.address, access: access, library: libvirt.library)
  }

  /// The error of a list of domains.
  private func failure() -> LibvirtError? {
    do {
      _ = try connection().domains()
      return nil
    } catch {
      return error
    }
  }

  private enum Kind { case refused, unavailable, permission }

  /// Every code that libvirt was seen to give, with what it is to a caller and what to do.
  @Test(arguments: [
    (LibvirtCode.internalError, 0, Kind.refused, "log"),
    (.notSupported, 0, .unavailable, "has no such"),
    (.noConnection, 0, .unavailable, "running"), (.invalidArgument, 0, .refused, "has no such"),
    (.operationFailed, 0, .refused, "log"), (.xml, 0, .refused, "does not take"),
    (.domainExists, 0, .refused, "another"), (.denied, 0, .permission, "as root"),
    (.xmlSyntax, 0, .refused, "does not take"), (.system, ENOENT, .unavailable, "running"),
    (.system, EACCES, .permission, "as root"), (.system, EPERM, .permission, "as root"),
    (.rpc, 0, .unavailable, "running"), (.noDomain, 0, .refused, "domain list"),
    (.notAuthenticated, 0, .permission, "as root"), (.invalidOperation, 0, .refused, "state"),
    (.unsupportedConfiguration, 0, .refused, "log"), (.timeout, 0, .refused, "try again"),
    (.accessDenied, 0, .permission, "as root"), (.incompatibleCPU, 0, .refused, "--source libvirt"),
    (.schema, 0, .refused, "does not take"), (LibvirtCode(rawValue: 4711), 0, .refused, "refused"),
  ])
  private func codes(_ code: LibvirtCode, _ system: Int32, _ kind: Kind, _ remedy: String) throws {
    for call in ["virConnectOpenReadOnly", "virConnectListAllDomains"] {
      try libvirt.fail(call, code: code.rawValue, system: system, "what went wrong")
      let error = try #require(failure())
      guard case .refused(let refusal) = error else {
        Issue.record("\(error)")
        return
      }
      // Only a failed system call has an errno.
      #expect(refusal.code == code && refusal.domain == 10 && refusal.system == system)
      #expect(refusal.call == call && refusal.message == "what went wrong")
      #expect("\(error)".contains(remedy) && "\(error)".contains("\(code.rawValue)"))
      #expect(error.isPermission == (kind == .permission))
      let domainError = DomainError(error)
      switch domainError {
      case .refused: #expect(kind == .refused)
      case .unavailable: #expect(kind == .unavailable)
      case .permission: #expect(kind == .permission)
      default: Issue.record("\(domainError)")
      }
      #expect(domainError.cause == DomainError.Cause(error))
    }
  }

  @Test func noLibrary() throws {
    for library in ["/nonexistent/libvirt.so.0", try libvirt.write("text.so", "no library")] {
      #expect(throws: LibvirtError.self) {
        try LibvirtConnection(uri: libvirt.address, library: library)
      }
      do {
        _ = try LibvirtConnection(uri: libvirt.address, library: library)
      } catch {
        guard case .noLibrary = error else {
          Issue.record("\(error)")
          return
        }
        #expect("\(error)".contains("install") && !error.isPermission)
        guard case .unavailable = DomainError(error) else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }

  @Test func domains() throws {
    try libvirt.have([
      .init("runs", id: 3, live: "<domain a=''/>", inactive: "<domain b=''/>"),
      .init("off", id: nil, inactive: "<domain c=''/>"),
      .init("transient", id: 4, state: 3, live: "<domain d=''/>"),
    ])
    do {
      let connection = try connection()
      let found = try connection.domains().map { try $0.get() }
      #expect(found.map(\.name) == ["runs", "off", "transient"])
      #expect(found.map(\.id) == [3, nil, 4] && found.map(\.state) == [.running, .off, .paused])
      #expect(found.map(\.live) == ["<domain a=''/>", nil, "<domain d=''/>"])
      #expect(found.map(\.configured) == ["<domain b=''/>", "<domain c=''/>", nil])
      #expect(found[0].uuid == "72756e73-0000-0000-0000-000000000000")
      #expect(try connection.domain(named: "off") == found[1])
      #expect(throws: LibvirtError.self) { try connection.domain(named: "none") }
      #expect(throws: LibvirtError.self) { try connection.domain(named: "runs\0") }
      #expect(try connection.versions() == ("9.0.0", "7.2.22"))
      #expect(try connection.hostName() == "stand-in" && connection.hypervisorName == "QEMU")
      // What only a connection may ask that can change something.
      #expect(throws: LibvirtError.self) { try connection.domainCapabilities() }
    }
    // Each domain was let go of, and the connection after them.
    #expect(libvirt.log == "close 0\n")
  }

  /// One that cannot be told is named, and one that ended meanwhile is not there.
  @Test func failuresOfOne() throws {
    try libvirt.have([.init("a", id: 1, live: "<domain/>"), .init("b", id: 2, live: "<domain/>")])
    try libvirt.fail("virDomainGetState", code: LibvirtCode.noDomain.rawValue, "gone")
    #expect(try connection().domains().isEmpty)
    try libvirt.fail("virDomainGetXMLDesc", code: LibvirtCode.internalError.rawValue, "broken")
    let found = try connection().domains()
    #expect(found.count == 2 && found.allSatisfy { (try? $0.get()) == nil })
    try libvirt.fail("virConnectGetVersion", code: 3, "no version")
    #expect(try connection().versions() == ("9.0.0", nil))
  }

  /// Threads ask on one connection, and no error of one is another's.
  @Test func threads() async throws {
    try libvirt.have([.init("a", id: 1, live: "<domain/>")])
    let connection = try connection()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          for _ in 0..<50 {
            if number % 2 == 0 {
              #expect((try? connection.domain(named: "a"))?.id == 1)
            } else {
              #expect(throws: LibvirtError.self) { try connection.domain(named: "none") }
            }
          }
        }
      }
    }
  }
}
