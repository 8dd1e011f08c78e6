// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The inputs that the words of a list name: files, the files in directories and in theirs, and `-`.
///
/// Names that begin with a dot are left out, and so is in directories what is no regular file: a pipe in
/// one would be waited for. Links are followed; each file and each directory is found once, so links
/// that lead in a circle end.
public struct InputWalk: Sendable {
  /// One input of a walk.
  public struct Found: Equatable, Sendable {
    /// A file, or a directory that is one input.
    public var path: String
    /// Whether a directory was named, and not the file itself.
    public var isOfFolder: Bool
  }

  /// What was found: directories in the order of their names, everything else as it was given.
  public private(set) var found: [Found] = []
  /// What could not be looked at.
  public private(set) var errors: [FormatError] = []
  /// What was left out, and why.
  public private(set) var notes: [String] = []
  /// Whether a word names a directory.
  public private(set) var hasFolders = false
  /// Where each file and directory really stands.
  private var seen: Set<String> = []

  /// A walk over files, folders and `-`, in this order.
  public init(_ words: [String]) {
    for word in words {
      // What is no file may be another kind of input; whoever reads it says what is wrong.
      guard word != "-", let status = Self.status(word) else {
        take(word, isOfFolder: false)
        continue
      }
      if Self.isFolder(status), !GatheredFolder.isOne(word) {
        hasFolders = true
        enter(word)
      } else {
        take(word, isOfFolder: false)
      }
    }
  }

  private mutating func take(_ path: String, isOfFolder: Bool) {
    guard seen.insert(Self.place(path)).inserted else {
      notes.append("\(path): the same input stands in the list before, and is judged once")
      return
    }
    found.append(Found(path: path, isOfFolder: isOfFolder))
  }

  private mutating func enter(_ folder: String) {
    guard seen.insert(Self.place(folder)).inserted else {
      notes.append("\(folder): the same directory stands in the list before")
      return
    }
    let names: [String]
    do {
      names = try Self.names(folder)
    } catch {
      errors.append(error)
      return
    }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names where !name.hasPrefix(".") {
      let path = start + name
      guard let status = Self.status(path) else {
        errors.append(InputFile.failure(path, errno))
        continue
      }
      if Self.isFolder(status), !GatheredFolder.isOne(path) {
        enter(path)
      } else if Self.isFolder(status) || status.st_mode & S_IFMT == S_IFREG {
        take(path, isOfFolder: true)
      } else {
        notes.append("passed over: \(path): no regular file")
      }
    }
  }

  static func names(_ folder: String) throws(FormatError) -> [String] {
    guard let stream = opendir(folder) else { throw InputFile.failure(folder, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
            String(cString: $0)
          }
        })
      errno = 0
    }
    guard errno == 0 else { throw InputFile.failure(folder, errno) }
    return names.sorted()
  }

  /// What a path leads to; nil with `errno` where it leads nowhere.
  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  /// The path without links; the word itself where it is none.
  private static func place(_ path: String) -> String {
    guard path != "-", let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
