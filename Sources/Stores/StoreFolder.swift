// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation

/// The folder of a store: the caller's own, and nobody else's.
struct StoreFolder {
  let path: String
  private let databaseName: String
  private let lockName: String

  /// The folder of a database with its lock.
  init(path: String, database: String = "domains.sqlite", lock: String = "domains.lock") {
    self.path = path
    databaseName = database
    lockName = lock
  }

  var database: String { path + "/" + databaseName }
  var lock: String { path + "/" + lockName }

  /// What SQLite and the lock put there.
  private var files: [String] {
    ["", "-journal", "-wal", "-shm"].map { databaseName + $0 } + [lockName]
  }

  /// Whether the folder is there. One that others may write to, or read, is no place for a store, and
  /// neither is one with a link in it that leads elsewhere.
  func check() throws(DomainError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw StoreFolder.failure(path, errno) }
      return false
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .storage("\(path): this is no folder; name one with --state-dir")
    }
    guard status.st_uid == geteuid() else {
      throw .permission(
        "\(path): the folder belongs to another user (\(status.st_uid)); name one of your own with "
          + "--state-dir")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw .permission(
        "\(path): others may look into the folder (mode \(mode)); chmod 700 it, when you know "
          + "what is in it")
    }
    for name in files {
      let file = path + "/" + name
      guard lstat(file, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw .permission(
          "\(file): this is no plain file but a link, a folder or a device; take it away, when you "
            + "know how it came there")
      }
      guard status.st_uid == geteuid() else {
        throw .permission("\(file): the file belongs to another user (\(status.st_uid))")
      }
    }
    return true
  }

  /// Makes the folder with those above it, for the caller alone, and the database's file.
  func make() throws(DomainError) {
    if try !check() {
      var made = ""
      for part in path.split(separator: "/", omittingEmptySubsequences: false) {
        made += part
        if !made.isEmpty, made != ".", mkdir(made, 0o700) != 0, errno != EEXIST, errno != EISDIR {
          throw StoreFolder.failure(made, errno)
        }
        made += "/"
      }
      _ = try check()
    }
    let file = open(database, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw StoreFolder.failure(database, errno) }
    // Older versions left it to the caller's mask.
    fchmod(file, 0o600)
    close(file)
  }

  /// The error of a call that failed.
  static func failure(_ path: String, _ code: Int32) -> DomainError {
    let reason = "\(path): \(String(cString: strerror(code)))"
    let cause = POSIXErrorCode(rawValue: code).map { DomainError.Cause(POSIXError($0)) }
    return switch code {
    case EACCES, EPERM, EROFS:
      .permission("\(reason); use a folder of your own with --state-dir", cause: cause)
    case ELOOP:
      .permission("\(reason); a link where the store's own file should be", cause: cause)
    default: .storage("\(reason); is there room, and is the path right?", cause: cause)
    }
  }
}
