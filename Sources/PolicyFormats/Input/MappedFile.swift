// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The bytes of a file, mapped: only what is looked at takes memory, however large the file is.
final class MappedFile {
  private let start: UnsafeMutableRawPointer?
  private let count: Int

  /// Maps an open file; nil where the system refuses (a pipe or a device, for instance).
  init?(file: Int32) {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    count = Int(status.st_size)
    guard count > 0 else {
      start = nil
      return
    }
    let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard mapped != MAP_FAILED else { return nil }
    start = mapped
  }

  deinit {
    if let start { munmap(start, count) }
  }

  /// Calls `body` with the bytes.
  func withBytes<Result>(
    _ body: (Span<UInt8>) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    let bytes = UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
    return try body(bytes.span)
  }
}
