// SPDX-License-Identifier: Apache-2.0

import Glibc

/// An input of a command: a file, the files of a directory, or the standard input.
public enum InputFile {
  /// A stream is read to this size at most.
  static let largestStream = 64 << 20

  /// The files that an argument names: itself, or those of a directory in the order of their names.
  public static func expand(_ argument: String) throws(FormatError) -> [String] {
    guard argument != "-", case .some(let status) = status(argument), isFolder(status) else {
      return [argument]
    }
    guard let folder = opendir(argument) else { throw permission(argument) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
            String(cString: $0)
          }
        })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted().map { argument + "/" + $0 }
  }

  /// Reads a policy document from a path, or from the standard input for `-`.
  public static func read(
    _ path: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument {
    try withBytes(of: path) { bytes throws(FormatError) in
      try PolicyReader.read(bytes, source: path, format: format)
    }
  }

  /// Calls `body` with the bytes of a path, or of the standard input for `-`.
  public static func withBytes<Result>(
    of path: String, _ body: (Span<UInt8>) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    if path == "-" { return try spooled(STDIN_FILENO, path).withBytes(body) }
    try check(path)
    let stream = open(path, O_RDONLY | O_CLOEXEC)
    guard stream >= 0 else { throw permission(path) }
    defer { close(stream) }
    // A pipe or a device cannot be mapped.
    let file: MappedFile
    if let mapped = MappedFile(file: stream) {
      file = mapped
    } else {
      file = try spooled(stream, path)
    }
    return try file.withBytes(body)
  }

  private static func check(_ path: String) throws(FormatError) {
    guard let status = status(path) else {
      if errno == EACCES { throw permission(path) }
      throw FormatError(
        .unreadable, source: path, message: "there is no such file", remedy: "check the path")
    }
    guard !isFolder(status) else {
      throw FormatError(
        .directory, source: path, message: "this is a directory",
        remedy: "name a file, or a command that takes a list")
    }
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func permission(_ path: String) -> FormatError {
    FormatError(
      .permission, source: path, message: "permission denied",
      remedy: "read it as a user who may, or change its mode")
  }

  /// Takes a stream into a file without a name, so that it needs no memory, up to a bound.
  private static func spooled(
    _ stream: Int32, _ source: String
  ) throws(FormatError) -> MappedFile {
    let wanted = getenv("TMPDIR").map { String(cString: $0) }
    let folder = wanted.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? P_tmpdir
    // mkstemp wants six of these to put its own letters there.
    let room = String(repeating: "X", count: 6)
    var template = Array("\(folder)/cpupolicy-\(room)".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else {
      throw FormatError(
        .unreadable, source: source, message: "no temporary file can be made",
        remedy: "set TMPDIR to a folder with room")
    }
    unlink(template)
    defer { close(file) }
    var part = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while true {
      let count = part.withUnsafeMutableBytes { Glibc.read(stream, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw FormatError(
          .unreadable, source: source, message: String(cString: strerror(errno)),
          remedy: "can it be read at all?")
      }
      if count == 0 { break }
      total += count
      guard total <= largestStream else {
        throw FormatError(
          .tooLarge, source: source, message: "more than \(largestStream) bytes",
          remedy: "give a file instead")
      }
      guard spool(part[..<count], into: file) else {
        throw FormatError(
          .unreadable, source: source, message: "the temporary file cannot be written",
          remedy: "set TMPDIR to a folder with room")
      }
    }
    guard let mapped = MappedFile(file: file) else {
      throw FormatError(
        .unreadable, source: source, message: "the temporary file cannot be mapped",
        remedy: "set TMPDIR to a folder of another kind")
    }
    return mapped
  }

  private static func spool(_ bytes: ArraySlice<UInt8>, into file: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return false }
      rest = rest.dropFirst(max(count, 0))
    }
    return true
  }
}
