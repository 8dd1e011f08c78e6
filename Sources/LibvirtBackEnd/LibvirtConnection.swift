// SPDX-License-Identifier: Apache-2.0

import CLibvirt
import Glibc

/// A connection to a libvirt daemon, by libvirt's own C library, which is opened at run time.
///
/// libvirt takes calls of several threads on one connection, and keeps its last error for each.
public final class LibvirtConnection: Sendable {
  /// What the connection is for.
  public enum Access: Sendable {
    /// To look: any user of the host may.
    case look
    /// To ask what a read-only connection is refused, and to change.
    case change
  }

  // libvirt's handles may be used by several threads at once.
  nonisolated(unsafe) private let handle: OpaquePointer
  /// What the connection may be used for.
  public let access: Access

  /// Opens a connection. The first one to a daemon that has just started takes seconds.
  ///
  /// - Parameters:
  ///   - uri: the daemon's address, such as `qemu:///system`; nil for libvirt's own choice, by
  ///     `LIBVIRT_DEFAULT_URI` first.
  ///   - access: what it is for.
  ///   - library: the file of libvirt's library; nil for the installed one.
  public init(
    uri: String? = nil, access: Access = .look, library: String? = nil
  ) throws(LibvirtError) {
    var error = clibvirt_error()
    let opened = clibvirt_open(library, uri, access == .look ? 1 : 0, &error)
    guard let opened else {
      throw LibvirtError(access == .look ? "virConnectOpenReadOnly" : "virConnectOpen", error)
    }
    handle = opened
    self.access = access
  }

  deinit { clibvirt_close(handle) }

  /// The text that a call gives.
  private func text(
    _ call: String,
    _ ask: (inout clibvirt_error) -> UnsafeMutablePointer<CChar>?
  ) throws(LibvirtError) -> String {
    var error = clibvirt_error()
    guard let answer = ask(&error) else { throw LibvirtError(call, error) }
    defer { free(answer) }
    return String(cString: answer)
  }

  // MARK: The host

  /// The daemon's address.
  public func address() throws(LibvirtError) -> String {
    try text("virConnectGetURI") { clibvirt_uri(handle, &$0) }
  }

  /// The host's name.
  public func hostName() throws(LibvirtError) -> String {
    try text("virConnectGetHostname") { clibvirt_host_name(handle, &$0) }
  }

  /// The host's `<capabilities>`.
  public func capabilities() throws(LibvirtError) -> String {
    try text("virConnectGetCapabilities") { clibvirt_capabilities(handle, &$0) }
  }

  /// What guests may have: `<domainCapabilities>`. A read-only connection may not ask.
  ///
  /// - Parameters:
  ///   - emulator: its path; nil for libvirt's choice, like the others.
  ///   - machine: the machine type.
  ///   - type: `kvm` or `qemu`.
  public func domainCapabilities(
    emulator: String? = nil, machine: String? = nil, type: String? = nil
  ) throws(LibvirtError) -> String {
    try text("virConnectGetDomainCapabilities") {
      clibvirt_domain_capabilities(handle, emulator, machine, type, &$0)
    }
  }

  /// Versions: the daemon's, and the hypervisor's where it has one, such as `7.2.22`.
  public func versions() throws(LibvirtError) -> (daemon: String, hypervisor: String?) {
    var error = clibvirt_error()
    var daemon: UInt = 0
    var hypervisor: UInt = 0
    guard clibvirt_versions(handle, &daemon, &hypervisor, &error) == 0 else {
      throw LibvirtError("virConnectGetLibVersion", error)
    }
    return (Self.text(daemon), hypervisor == 0 ? nil : Self.text(hypervisor))
  }

  private static func text(_ version: UInt) -> String {
    "\(version / 1_000_000).\(version / 1000 % 1000).\(version % 1000)"
  }

  /// The hypervisor's name, such as `QEMU`; nil where it has none.
  public var hypervisorName: String? { clibvirt_type(handle).map { String(cString: $0) } }

  // MARK: Domains

  /// All domains, with what keeps one from being told: nothing is left out.
  public func domains() throws(LibvirtError) -> [Result<LibvirtDomain, LibvirtError>] {
    var error = clibvirt_error()
    var list: UnsafeMutablePointer<OpaquePointer?>?
    let count = clibvirt_domains(handle, &list, &error)
    guard count >= 0 else { throw LibvirtError("virConnectListAllDomains", error) }
    defer { free(list) }
    let domains = (0..<Int(count)).compactMap { list?[$0] }
    var found: [Result<LibvirtDomain, LibvirtError>] = []
    for domain in domains {
      defer { clibvirt_release(handle, domain) }
      do {
        found.append(.success(try describe(domain)))
      } catch .refused(let refusal) where refusal.code == .noDomain {
        // It ended in between.
        continue
      } catch {
        found.append(.failure(error))
      }
    }
    return found
  }

  /// The domain of a name.
  public func domain(named name: String) throws(LibvirtError) -> LibvirtDomain {
    try withDomain(name) { domain throws(LibvirtError) in try describe(domain) }
  }

  /// The XML with which a domain starts, with what only who may change it gets to see; nil for one that is kept
  /// nowhere.
  public func configuration(of name: String) throws(LibvirtError) -> String? {
    try withDomain(name) { domain throws(LibvirtError) in
      var error = clibvirt_error()
      let persistent = clibvirt_is_persistent(handle, domain, &error)
      guard persistent >= 0 else { throw LibvirtError("virDomainIsPersistent", error) }
      guard persistent != 0 else { return nil }
      return try text("virDomainGetXMLDesc") {
        clibvirt_xml(handle, domain, UInt32(CLIBVIRT_INACTIVE | CLIBVIRT_SECURE), &$0)
      }
    }
  }

  private func withDomain<Value>(
    _ name: String, _ body: (OpaquePointer) throws(LibvirtError) -> Value
  ) throws(LibvirtError) -> Value {
    var error = clibvirt_error()
    // What libvirt would read to the first NUL is no name of a domain.
    guard !name.utf8.contains(0), let domain = clibvirt_find(handle, name, &error) else {
      throw LibvirtError("virDomainLookupByName", error)
    }
    defer { clibvirt_release(handle, domain) }
    return try body(domain)
  }

  /// Passes a command of QEMU's machine protocol on to the QEMU of a running domain. A read-only connection
  /// may not, and libvirt marks the domain as tainted for as long as it runs.
  public func monitor(_ command: String, of name: String) throws(LibvirtError) -> String {
    try withDomain(name) { domain throws(LibvirtError) in
      try text("virDomainQemuMonitorCommand") { error in
        var reply: UnsafeMutablePointer<CChar>?
        guard clibvirt_monitor(handle, domain, command, &reply, &error) == 0 else { return nil }
        return reply
      }
    }
  }

  // MARK: Changes

  /// The command line of QEMU that a domain's XML comes to: a trial of it, which changes nothing.
  public func native(_ xml: String) throws(LibvirtError) -> String {
    try text("virConnectDomainXMLToNative") { clibvirt_native(handle, xml, &$0) }
  }

  /// Keeps a domain's XML, by the schema of libvirt.
  public func define(_ xml: String) throws(LibvirtError) {
    var error = clibvirt_error()
    guard clibvirt_define(handle, xml, &error) == 0 else {
      throw LibvirtError("virDomainDefineXMLFlags", error)
    }
  }

  /// Puts an element of ours beside what a running domain keeps for others, and beside what is kept of it.
  ///
  /// - Parameters:
  ///   - element: the element.
  ///   - key: the prefix of its name.
  ///   - uri: its name space.
  ///   - name: the domain's.
  public func setMetadata(
    _ element: String, key: String, uri: String, of name: String
  ) throws(LibvirtError) {
    try withDomain(name) { domain throws(LibvirtError) in
      var error = clibvirt_error()
      guard clibvirt_set_metadata(handle, domain, element, key, uri, 1, &error) == 0 else {
        throw LibvirtError("virDomainSetMetadata", error)
      }
    }
  }

  private func describe(_ domain: OpaquePointer) throws(LibvirtError) -> LibvirtDomain {
    var error = clibvirt_error()
    var identity = [CChar](repeating: 0, count: 37)
    guard let name = clibvirt_name(handle, domain).map({ String(cString: $0) }),
      clibvirt_uuid(handle, domain, &identity) == 0
    else { throw .malformed(call: "virDomainGetUUIDString", reason: "a domain without a name") }
    let state = clibvirt_state(handle, domain, &error)
    guard state >= 0 else { throw LibvirtError("virDomainGetState", error) }
    let persistent = clibvirt_is_persistent(handle, domain, &error)
    guard persistent >= 0 else { throw LibvirtError("virDomainIsPersistent", error) }
    let id = clibvirt_id(handle, domain)
    var described = LibvirtDomain(
      name: name,
      uuid: String(decoding: identity.prefix(36).map(UInt8.init(bitPattern:)), as: UTF8.self),
      id: id < 0 ? nil : Int(id), state: LibvirtDomain.State(rawValue: state) ?? .none)
    if described.isRunning {
      described.live = try text("virDomainGetXMLDesc") { clibvirt_xml(handle, domain, 0, &$0) }
    }
    // Of a domain that is kept nowhere libvirt gives the running one once more.
    if persistent != 0 {
      described.configured = try text("virDomainGetXMLDesc") {
        clibvirt_xml(handle, domain, UInt32(CLIBVIRT_INACTIVE), &$0)
      }
    }
    return described
  }
}
