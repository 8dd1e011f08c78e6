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
      let data = try loadStandardInput()
      return try PolicyReader.read(data.span, source: path, format: format)
    }
    try check(path)
    if let file = MappedFile(path: path) {
      return try file.withBytes { bytes throws(FormatError) in
        try PolicyReader.read(bytes, source: path, format: format)
      }
    }
    let data = try load(FileHandle(forReadingAtPath: path), path)
    return try PolicyReader.read(data.span, source: path, format: format)
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

  private static func loadStandardInput() throws(FormatError) -> Data {
    try load(FileHandle.standardInput, "-")
  }

  /// Reads a stream to its end, or to a bound.
  private static func load(_ stream: FileHandle?, _ source: String) throws(FormatError) -> Data {
    guard let stream else { throw permission(source) }
    var data = Data()
    while true {
      let part = stream.readData(ofLength: 1 << 20)
      if part.isEmpty { return data }
      data.append(part)
      guard data.count <= largestStream else {
        throw FormatError(
          .tooLarge, source: source, message: "more than \(largestStream) bytes",
          remedy: "give a file instead")
      }
    }
  }
}
