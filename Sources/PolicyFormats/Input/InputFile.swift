// SPDX-License-Identifier: Apache-2.0

import Glibc

/// An input of a command: a file, or the standard input.
///
/// Inputs are read and never mapped: a file that shrinks meanwhile would end the process.
public enum InputFile {
  /// No input is larger, but for a saved guest, of which only the CPU's records are read.
  static let largest = 64 << 20

  /// Reads a policy document from a path, or from the standard input for `-`.
  public static func read(
    _ path: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument {
    if let folder = try ofFolder(path, format: format) { return folder }
    return try PolicyReader.read(try contents(of: path), source: path, format: format)
  }

  /// What a folder says that is one input and not many; nil for all other paths.
  public static func ofFolder(
    _ path: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument? {
    guard format == nil || format == .hwloc else { return nil }
    return try GatheredFolder.read(path)
  }

  /// Everything that stands in a file, or comes from the standard input for `-`; unpacked, where gzip or xz
  /// packed it.
  public static func contents(of path: String) throws(FormatError) -> [UInt8] {
    try CompressedInput.unpacked(try stored(in: path), source: path, most: largest)
  }

  private static func stored(in path: String) throws(FormatError) -> [UInt8] {
    if path == "-" { return try contents(of: STDIN_FILENO, path) }
    // A pipe that nobody writes to is not waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw failure(path, errno) }
    defer { close(file) }
    return try contents(of: file, path)
  }

  private static func contents(
    of file: Int32, _ path: String
  ) throws(FormatError) -> [UInt8] {
    let status = try status(file, path)
    guard !isFolder(status) else {
      throw FormatError(
        .directory, source: path, message: "this is a directory",
        remedy: "name a file, or a command that takes a list")
    }
    // Files in which the kernel answers have no size before they are read.
    let isSized = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    guard isSized else {
      let bytes = try drain(file, path, most: largest)
      if bytes.isEmpty && path != "-" && status.st_mode & S_IFMT == S_IFIFO {
        throw FormatError(
          .unreadable, source: path, message: "nobody writes to this pipe",
          remedy: "start the writer first")
      }
      return bytes
    }
    let size = Int(status.st_size) - max(0, lseek(file, 0, SEEK_CUR))
    guard size <= largest else {
      if let records = try SavedGuestFile.records(of: file, size: size, source: path) {
        return records
      }
      throw FormatError(
        .tooLarge, source: path, message: "the input has \(size) bytes",
        remedy: "at most \(largest) are read; no known form is larger")
    }
    // A byte more than there should be, to see whether there is one.
    let bytes = try drain(file, path, most: max(size, 0) + 1)
    let after = try Self.status(file, path)
    guard after.st_size == status.st_size, after.st_mtim.tv_sec == status.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else {
      throw FormatError(
        .unreadable, source: path, message: "the input changed while it was read",
        remedy: "read it again when it is written whole")
    }
    return bytes
  }

  /// Reads to the end.
  ///
  /// - Parameter most: more bytes than this are an error.
  private static func drain(
    _ file: Int32, _ path: String, most: Int
  ) throws(FormatError) -> [UInt8] {
    var code: Int32 = 0
    // What is not written to takes no memory.
    let bytes = [UInt8](unsafeUninitializedCapacity: most + 1) { buffer, count in
      while count <= most {
        let part = Glibc.read(file, buffer.baseAddress.map { $0 + count }, most + 1 - count)
        if part == 0 { return }
        if part > 0 {
          count += part
        } else if errno == EAGAIN {
          var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
          _ = poll(&entry, 1, -1)
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw failure(path, code) }
    guard bytes.count <= most else {
      throw FormatError(
        .tooLarge, source: path, message: "more than \(most) bytes",
        remedy: "no known form is larger")
    }
    return bytes
  }

  private static func status(_ file: Int32, _ path: String) throws(FormatError) -> stat {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path, errno) }
    return status
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  /// The error of a call that failed, by its own name: only a refusal is one of permission.
  static func failure(_ path: String, _ code: Int32) -> FormatError {
    switch code {
    case ENOENT:
      return FormatError(
        .unreadable, source: path, message: "there is no such file", remedy: "check the path")
    case EACCES, EPERM:
      return FormatError(
        .permission, source: path, message: "permission denied",
        remedy: "read it as a user who may, or change its mode")
    default: break
    }
    let (name, remedy) =
      switch code {
      case ELOOP: (" (ELOOP)", "its symbolic links lead in a circle")
      case ENOTDIR: (" (ENOTDIR)", "check the path")
      case ENAMETOOLONG: (" (ENAMETOOLONG)", "check the path")
      case EMFILE: (" (EMFILE)", "close some, or raise the process's limit")
      case ENFILE: (" (ENFILE)", "the whole system's limit is reached")
      case EIO: (" (EIO)", "is the disk, or what it stands on, whole?")
      case ENXIO: (" (ENXIO)", "nobody serves this socket or device")
      default: ("", "can it be read at all?")
      }
    return FormatError(
      .unreadable, source: path, message: String(cString: strerror(code)) + name, remedy: remedy)
  }
}
