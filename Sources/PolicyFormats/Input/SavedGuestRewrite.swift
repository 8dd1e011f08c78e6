// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyCore

/// A saved guest's file with another policy, written beside its place and then put there: whoever looks
/// sees the former file or the new one whole.
///
/// Memory is copied in parts, so that a file of any size takes little.
public struct SavedGuestRewrite {
  private let source: String
  private let pieces: [MigrationRecords.Piece]
  private let status: stat
  private let policy: CPUPolicy
  /// What the records cannot hold of the policy.
  public let dropped: [String]

  /// Looks at the whole frame of a file; nothing is written yet.
  ///
  /// - Parameters:
  ///   - source: the saved guest, a regular file.
  ///   - policy: what it is to have.
  /// - Throws: what is malformed, cut, or has no place for a policy.
  public init(of source: String, policy: CPUPolicy) throws(FormatError) {
    self.source = source
    self.policy = policy
    let file = try Self.open(source)
    defer { close(file) }
    status = try Self.status(file, source)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FormatError(
        .unreadable, source: source, message: "this is no regular file",
        remedy: "save the guest to a file")
    }
    let size = Int(status.st_size)
    guard let records = try SavedGuestFile.index(of: file, size: size, source: source) else {
      throw FormatError(
        .unrecognised, source: source, message: "this is no saved guest",
        remedy: "give a file of xl save, or libxc's stream")
    }
    (pieces, dropped) = try MigrationRecords.pieces(
      records, size: size, source: source, policy: policy)
  }

  /// Number of bytes of the new file.
  public var size: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .kept(let range): sum + range.count
      case .written(let bytes): sum + bytes.count
      }
    }
  }

  /// Writes the new file.
  ///
  /// - Throws: what stopped it; then there is nothing new.
  public func write(to target: String) throws(FormatError) {
    var existing = stat()
    if stat(target, &existing) == 0, existing.st_mode & S_IFMT != S_IFREG {
      throw FormatError(
        .unreadable, source: target,
        message: "this is no regular file, and nothing is put in its place",
        remedy: "name a file")
    }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let temporary = "\(folder).\(name).\(getpid())"
    let file = Glibc.open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw InputFile.failure(temporary, errno) }
    do throws(FormatError) {
      defer { close(file) }
      try fill(file, temporary)
      try check(file, temporary)
      guard fsync(file) == 0 else { throw InputFile.failure(temporary, errno) }
      guard rename(temporary, target) == 0 else { throw InputFile.failure(target, errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    // The name is on the disk only with its folder.
    let place = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if place >= 0 {
      fsync(place)
      close(place)
    }
  }

  /// At most so much is in memory at a time.
  private static let longestPart = 1 << 20

  private func fill(_ file: Int32, _ name: String) throws(FormatError) {
    let input = try Self.open(source)
    defer { close(input) }
    for piece in pieces {
      switch piece {
      case .written(let bytes): try Self.append(bytes, to: file, name)
      case .kept(let range):
        var offset = range.lowerBound
        while offset < range.upperBound {
          let count = min(Self.longestPart, range.upperBound - offset)
          let part = try SavedGuestFile.part(of: input, at: offset, count: count, source)
          try Self.append(part, to: file, name)
          offset += count
        }
      }
    }
    let after = try Self.status(input, source)
    guard after.st_ino == status.st_ino, after.st_size == status.st_size,
      after.st_mtim.tv_sec == status.st_mtim.tv_sec, after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else {
      throw FormatError(
        .unreadable, source: source, message: "the input changed while it was read",
        remedy: "read it again when it is written whole")
    }
  }

  /// Reads back what was written: a file that says something else must not take the place.
  private func check(_ file: Int32, _ name: String) throws(FormatError) {
    let written = Int(try Self.status(file, name).st_size)
    guard written == size,
      let records = try SavedGuestFile.records(of: file, size: written, source: name)
    else {
      throw FormatError(
        .unreadable, source: name, message: "what was written is not what is read back",
        remedy: "is the disk whole?")
    }
    let back = try MigrationRecords.read(records.span, source: name)
    let (leaves, _) = LeavesFormat.write(policy)
    guard let found = back.policies.first, LeavesFormat.write(found.policy).bytes == leaves else {
      throw FormatError(
        .lossy, source: name, message: "the records do not hold the policy",
        remedy: "give one that Xen itself could have saved")
    }
  }

  private static func append(
    _ bytes: [UInt8], to file: Int32, _ name: String
  ) throws(FormatError) {
    let code = bytes.withUnsafeBytes { buffer -> Int32 in
      var done = 0
      while done < buffer.count {
        let part = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if part > 0 {
          done += part
        } else if part < 0, errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard code == 0 else { throw InputFile.failure(name, code) }
  }

  private static func open(_ path: String) throws(FormatError) -> Int32 {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw InputFile.failure(path, errno) }
    return file
  }

  private static func status(_ file: Int32, _ path: String) throws(FormatError) -> stat {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw InputFile.failure(path, errno) }
    return status
  }
}
