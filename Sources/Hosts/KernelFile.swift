// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Files in which the kernel answers, and which have no size before they are read.
enum KernelFile {
  /// The beginning of a file; nil where it does not open or cannot be read.
  static func text(_ path: String, limit: Int = 4096) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let part = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress.map { $0 + count }, limit - count)
      }
      if part < 0 && errno == EINTR { continue }
      guard part >= 0 else { return nil }
      if part == 0 { break }
      count += part
    }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
