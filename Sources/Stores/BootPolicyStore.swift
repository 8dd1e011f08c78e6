// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import PolicyDocuments
import PolicyFormats

/// With which CPU each guest booted: a `Domain` document a guest, in a folder, by its UUID.
///
/// Whoever moves a guest or restores it must know that, and its toolstack keeps it nowhere where the host's
/// own CPU is given. Any command takes the documents as inputs.
public struct BootPolicyStore: Sendable {
  /// Where a host keeps it.
  public static let usualFolder = "/var/lib/cpupolicy/boot"
  /// Longer, and a guest that was to arrive has not.
  static let arrivalSeconds = 3600

  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// Keeps the CPU with which a guest boots; what was kept of an earlier boot is gone.
  public func keep(_ domain: Domain) throws(DomainError) {
    guard let file = domain.uuid.flatMap({ file($0, "json") }) else {
      throw .storage("\(domain.name): it has no UUID, by which its policy would be kept")
    }
    try make()
    try write(Array((Document.domain(domain).json.text + "\n").utf8), to: file)
  }

  /// The guest as it booted; nil where nobody has kept it.
  public func domain(_ uuid: String) throws(DomainError) -> Domain? {
    guard let file = file(uuid, "json") else { return nil }
    if access(file, F_OK) != 0, errno == ENOENT { return nil }
    do {
      return try InputDocument.read(file).document?.domain
    } catch {
      throw .storage("\(error)", cause: DomainError.Cause(error))
    }
  }

  /// Forgets a guest that is gone for good.
  public func forget(_ uuid: String) {
    for ending in ["json", "arriving"] {
      if let file = file(uuid, ending) { unlink(file) }
    }
  }

  // MARK: Arrivals

  /// Notes that a guest comes from elsewhere, with what it had: until it runs, a start is no boot.
  public func expectArrival(of uuid: String) throws(DomainError) {
    guard let file = file(uuid, "arriving") else { return }
    try make()
    try write([], to: file)
  }

  /// Whether a guest is on its way here.
  public func isArriving(_ uuid: String) -> Bool {
    guard let file = file(uuid, "arriving") else { return false }
    var status = stat()
    guard stat(file, &status) == 0 else { return false }
    return abs(time(nil) - status.st_mtim.tv_sec) < Self.arrivalSeconds
  }

  /// It runs, or does not come.
  public func endArrival(of uuid: String) {
    if let file = file(uuid, "arriving") { unlink(file) }
  }

  // MARK: Files

  /// The file of a guest; nil for what is no UUID, and could lead out of the folder.
  private func file(_ uuid: String, _ ending: String) -> String? {
    UUID(uuidString: uuid).map { "\(folder)/\($0.uuidString.lowercased()).\(ending)" }
  }

  private func make() throws(DomainError) {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      made += part
      if !made.isEmpty, mkdir(made, 0o755) != 0, errno != EEXIST, errno != EISDIR {
        throw StoreFolder.failure(made, errno)
      }
      made += "/"
    }
  }

  /// Writes a file whole or not at all.
  private func write(_ bytes: [UInt8], to file: String) throws(DomainError) {
    let temporary = "\(file).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw StoreFolder.failure(temporary, errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let code = errno
        unlink(temporary)
        throw StoreFolder.failure(temporary, code)
      }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0, rename(temporary, file) == 0 else {
      let code = errno
      unlink(temporary)
      throw StoreFolder.failure(file, code)
    }
  }
}
