// SPDX-License-Identifier: Apache-2.0

import Domains
import Glibc

/// An exclusive lock of a file, held until it is released or the process ends, however it ends.
final class FolderLock: Sendable {
  private let file: Int32

  /// Waits for the lock, for so many seconds.
  init(path: String, patience: Double) throws(DomainError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw StoreFolder.failure(path, errno) }
    let deadline = ContinuousClock.now + .seconds(patience)
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR || errno == EWOULDBLOCK else { throw StoreFolder.failure(path, errno) }
      guard ContinuousClock.now < deadline else {
        throw .unavailable(
          "\(path): another process has held the store for \(Int(patience)) s; "
            + "end it, or wait longer with --timeout")
      }
      usleep(10_000)
    }
  }

  func release() { flock(file, LOCK_UN) }

  deinit { close(file) }
}
