import Foundation

/// An input of a command: a file, the files of a directory, or the standard input.
public enum InputFile {
  /// The standard input is read to this size at most.
  static let largestStream = 256 << 20

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

  /// The bytes of a file, mapped where the system can, or of the standard input for `-`.
  public static func load(_ path: String) throws(FormatError) -> Data {
    if path == "-" { return try loadStandardInput() }
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
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw FormatError(
        .unreadable, source: path, message: "cannot be read: \(error.localizedDescription)",
        remedy: "check the file")
    }
  }

  /// Reads a policy document from a path.
  public static func read(
    _ path: String, format: PolicyFormat? = nil
  ) throws(FormatError) -> PolicyDocument {
    let data = try load(path)
    return try PolicyReader.read(data.span, source: path, format: format)
  }

  private static func permission(_ path: String) -> FormatError {
    FormatError(
      .permission, source: path, message: "permission denied",
      remedy: "read it as a user who may, or change its mode")
  }

  private static func loadStandardInput() throws(FormatError) -> Data {
    var data = Data()
    while true {
      let part = FileHandle.standardInput.readData(ofLength: 1 << 20)
      if part.isEmpty { return data }
      data.append(part)
      guard data.count <= largestStream else {
        throw FormatError(
          .tooLarge, source: "-", message: "more than \(largestStream) bytes",
          remedy: "give a file instead")
      }
    }
  }
}
