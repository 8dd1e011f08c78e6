// SPDX-License-Identifier: Apache-2.0

import Domains
import Glibc
import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// The libvirt of a host: its domains with what each got, and the host as it describes it.
///
/// libvirt makes and ends its domains itself; here they are looked at. A read-only connection suffices.
public struct LibvirtHypervisor: Sendable {
  /// The connection to the daemon.
  public let connection: LibvirtConnection

  /// Opens a libvirt.
  ///
  /// - Parameters:
  ///   - uri: the daemon's address; nil for libvirt's own choice.
  ///   - access: whether anything is to be asked that a read-only connection is refused.
  ///   - library: the file of libvirt's library; nil for the installed one.
  /// - Throws: `DomainError.unavailable` where there is none, `permission` where it does not answer this
  ///   caller.
  public init(
    uri: String? = nil, access: LibvirtConnection.Access = .look, library: String? = nil
  ) throws(DomainError) {
    do {
      connection = try LibvirtConnection(uri: uri, access: access, library: library)
    } catch {
      throw DomainError(error)
    }
  }

  /// All domains, each with what it has and got, or with what keeps that from being told.
  ///
  /// - Parameter judge: says what they have; many ask for the same, which it remembers.
  public func domains(
    _ judge: inout DomainJudge
  ) throws(DomainError) -> [Result<DomainJudge.Judged, Failure>] {
    let found: [Result<LibvirtDomain, LibvirtError>]
    do {
      found = try connection.domains()
    } catch {
      throw DomainError(error)
    }
    var judged: [Result<DomainJudge.Judged, Failure>] = []
    for result in found {
      do {
        judged.append(.success(try judge.judge(try result.get())))
      } catch {
        judged.append(.failure(Failure(description: "\(error)")))
      }
    }
    return judged
  }

  /// What keeps one of several domains from being told.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// The domain of a name.
  public func domain(named name: String) throws(DomainError) -> LibvirtDomain {
    do {
      return try connection.domain(named: name)
    } catch .refused(let refusal) where refusal.code == .noDomain {
      throw .notFound(name)
    } catch {
      throw DomainError(error)
    }
  }

  /// Whether it is the libvirt of the machine that asks: by its address, and else by the host's name.
  public func isOfThisMachine() throws(DomainError) -> Bool {
    do {
      let address = try connection.address()
      guard let start = address.firstRange(of: "://") else { return true }
      let place = address[start.upperBound...].prefix { $0 != "/" && $0 != "?" }
      guard !place.isEmpty else { return true }
      var name = [CChar](repeating: 0, count: 256)
      guard gethostname(&name, name.count - 1) == 0 else { return false }
      let bytes = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let own = String(decoding: bytes, as: UTF8.self)
      return try connection.hostName() == own
    } catch {
      throw DomainError(error)
    }
  }

  /// The host's CPU as libvirt describes it, to be read like `virsh capabilities`.
  public func capabilities() throws(DomainError) -> String {
    do {
      return try connection.capabilities()
    } catch {
      throw DomainError(error)
    }
  }

  /// The emulator that its domains run by where they name no other one, and its version as the daemon knows it;
  /// nil where it does not tell both.
  public func emulator() -> (path: String, version: String)? {
    guard let capabilities = try? connection.capabilities(),
      let version = try? connection.versions().hypervisor
    else { return nil }
    var reader = XMLReader(Array(capabilities.utf8), source: "libvirt")
    let root = try? reader.read()
    let paths = root?.children.lazy.compactMap { guest in
      guest.child("arch").flatMap { $0["name"] == "x86_64" ? $0.child("emulator")?.text : nil }
    }
    return paths?.first.map { ($0, version) }
  }

  /// What its guests may have, as libvirt chooses emulator and machine. A read-only connection may not ask.
  ///
  /// - Parameter accelerator: `kvm` or `tcg`; nil for libvirt's choice.
  public func domainCapabilities(accelerator: String? = nil) throws(DomainError) -> String {
    do {
      let type = accelerator.map { $0 == "tcg" ? "qemu" : $0 }
      return try connection.domainCapabilities(type: type)
    } catch {
      throw DomainError(error)
    }
  }

  /// `7.2` of `7.2.22`.
  private static func release(_ version: String) -> WorldRelease? {
    WorldRelease(version.split(separator: ".").prefix(2).joined(separator: "."))
  }

  /// Gives a host that was read from its capabilities what libvirt says besides.
  public func complete(_ host: inout HostDescription, _ capabilities: String) throws(DomainError) {
    do {
      host.name = try connection.hostName()
      host.hypervisorName = connection.hypervisorName
      let versions = try connection.versions()
      host.hypervisorVersion = versions.hypervisor
      host.releases[.libvirt] = Self.release(versions.daemon)
      host.releases[.qemu] = versions.hypervisor.flatMap(Self.release)
    } catch {
      throw DomainError(error)
    }
    var reader = XMLReader(Array(capabilities.utf8), source: "libvirt")
    guard let root = try? reader.read() else { return }
    let cells = root.child("host")?.child("topology")?.child("cells")?.children ?? []
    let counts = cells.compactMap { $0.child("cpus")?["num"].flatMap { Int($0) } }
    if !counts.isEmpty { host.logicalCPUs = counts.reduce(0) { $0 &+ max($1, 0) } }
  }
}
