// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation

/// An exclusive lock of a file, held until it is released or the process ends, however it ends.
final class FolderLock {
  private let file: Int32

  /// Waits for the lock.
  init(path: String) throws(DomainError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let code = errno
      throw .storage(
        "\(path): \(String(cString: strerror(code))); is the directory writable?",
        cause: POSIXErrorCode(rawValue: code).map { DomainError.Cause(POSIXError($0)) })
    }
    while flock(file, LOCK_EX) != 0 && errno == EINTR {}
  }

  func release() { flock(file, LOCK_UN) }

  deinit { close(file) }
}
