import Foundation

/// An input of a command: a file, the files of a directory, or the standard input.
public enum InputFile {
  /// A stream is read to this size at most.
  static let largestStream = 64 << 20

  /// The files that an argument names: itself, or those of a directory in the order of their names.
  public static func expand(_ argument: String) throws(FormatError) -> [String] {
    var isDirectory: ObjCBool = false
    guard argument != "-",
      FileManager.default.fileExists(atPath: argument, isDirectory: &isDirectory),
      isDirectory.boolValue
    else { return [argument] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: argument) else {
      throw permission(argument)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted().map { argument + "/" + $0 }
  }

  /// Reads a policy document from a path, or from the standard input for `-`.
  public static func read(
    _ path: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument {
    if path == "-" {
      return try spooled(FileHandle.standardInput, path).withBytes { bytes throws(FormatError) in
        try PolicyReader.read(bytes, source: path, format: format)
      }
    }
    try check(path)
    var file = MappedFile(path: path)
    if file == nil { file = try spooled(FileHandle(forReadingAtPath: path), path) }
    guard let file else { throw permission(path) }
    return try file.withBytes { bytes throws(FormatError) in
      try PolicyReader.read(bytes, source: path, format: format)
    }
  }

  private static func check(_ path: String) throws(FormatError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw FormatError(
        .unreadable, source: path, message: "there is no such file", remedy: "check the path")
    }
    guard !isDirectory.boolValue else {
      throw FormatError(
        .directory, source: path, message: "this is a directory",
        remedy: "name a file, or a command that takes a list")
    }
    guard FileManager.default.isReadableFile(atPath: path) else { throw permission(path) }
  }

  private static func permission(_ path: String) -> FormatError {
    FormatError(
      .permission, source: path, message: "permission denied",
      remedy: "read it as a user who may, or change its mode")
  }

  /// Takes a stream into a file without a name, so that it needs no memory, up to a bound.
  private static func spooled(
    _ stream: FileHandle?, _ source: String
  ) throws(FormatError) -> MappedFile {
    guard let stream else { throw permission(source) }
    var template = Array("/tmp/cpupolicy-XXXXXX".utf8CString)
    if let folder = getenv("TMPDIR"), folder.pointee == UInt8(ascii: "/") {
      template = Array((String(cString: folder) + "/cpupolicy-XXXXXX").utf8CString)
    }
    let file = mkstemp(&template)
    guard file >= 0 else {
      throw FormatError(
        .unreadable, source: source, message: "no temporary file can be made",
        remedy: "set TMPDIR to a folder with room")
    }
    unlink(template)
    defer { close(file) }
    let spool = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    var count = 0
    while case let part = stream.readData(ofLength: 1 << 18), !part.isEmpty {
      count += part.count
      guard count <= largestStream else {
        throw FormatError(
          .tooLarge, source: source, message: "more than \(largestStream) bytes",
          remedy: "give a file instead")
      }
      guard (try? spool.write(contentsOf: part)) != nil else {
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
}
