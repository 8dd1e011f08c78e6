// SPDX-License-Identifier: Apache-2.0

import Glibc
import PolicyFormats

/// Answers that are kept between runs, a file each in a folder that nobody else may enter.
///
/// Each file holds its digest, its key and the answer. One that is damaged, or is no file of this user's, is as
/// if it were not there; a new one takes its place whole. Where nothing can be kept, nothing is.
public struct AnswerCache: Sendable {
  private let path: String

  /// Larger than any answer.
  static let largest = 1 << 18
  /// Of more files the oldest go.
  static let mostFiles = 512

  /// - Parameter path: the folder; it is made when something is kept.
  public init(path: String) { self.path = path }

  /// The user's: `$XDG_CACHE_HOME/cpupolicy`, or `~/.cache/cpupolicy`; nil where neither is told.
  public static var ofUser: AnswerCache? {
    func variable(_ name: String) -> String? {
      guard let value = getenv(name) else { return nil }
      let text = String(cString: value)
      return text.hasPrefix("/") ? text : nil
    }
    let base = variable("XDG_CACHE_HOME") ?? variable("HOME").map { $0 + "/.cache" }
    return base.map { AnswerCache(path: $0 + "/cpupolicy") }
  }

  /// The answer of a key; nil where none is kept, or what is kept is damaged.
  func answer(to key: String) -> JSONValue? {
    guard let folder = open(isMade: false) else { return nil }
    defer { close(folder) }
    let file = openat(folder, Self.name(key), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_size > 65, status.st_size <= Self.largest
    else { return nil }
    let size = Int(status.st_size)
    var bytes = [UInt8](repeating: 0, count: size)
    guard bytes.withUnsafeMutableBytes({ read(file, $0.baseAddress, size) }) == size,
      bytes[64] == 0x0a
    else { return nil }
    let body = Array(bytes[65...])
    guard Array(Self.digest(body).utf8) == Array(bytes[..<64]),
      let value = try? JSONValue(parsing: body, source: "cache"), value["key"]?.string == key
    else { return nil }
    return value["answer"]
  }

  /// Keeps an answer, where that can be done.
  func keep(_ answer: JSONValue, for key: String) {
    let body = Array(JSONValue.members(["key": .string(key), "answer": answer]).text.utf8)
    let bytes = Array(Self.digest(body).utf8) + [0x0a] + body
    guard bytes.count <= Self.largest, let folder = open(isMade: true) else { return }
    defer { close(folder) }
    // A name of this process's own, which becomes the file when all of it is written.
    let own = ".new-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let file = openat(folder, own, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    let isWhole = close(file) == 0 && count == bytes.count
    if !isWhole || renameat(folder, own, folder, Self.name(key)) != 0 {
      unlinkat(folder, own, 0)
      return
    }
    Self.thin(folder)
  }

  private static func name(_ key: String) -> String { digest(Array(key.utf8)) }

  /// In hexadecimal digits.
  private static func digest(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The folder, where it is this user's alone.
  private func open(isMade: Bool) -> Int32? {
    if isMade {
      if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o700) }
      mkdir(path, 0o700)
    }
    let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    var status = stat()
    guard fstat(folder, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 == 0
    else {
      close(folder)
      return nil
    }
    return folder
  }

  /// Removes the oldest files of a folder that holds too many.
  private static func thin(_ folder: Int32) {
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return }
    guard let list = fdopendir(copy) else {
      close(copy)
      return
    }
    defer { closedir(list) }
    var files: [(name: String, time: Int)] = []
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      files.append((name, 0))
    }
    guard files.count > mostFiles else { return }
    for index in files.indices {
      var status = stat()
      if fstatat(folder, files[index].name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        files[index].time = status.st_mtim.tv_sec
      }
    }
    files.sort { $0.time < $1.time }
    for file in files.prefix(files.count - mostFiles * 3 / 4) { unlinkat(folder, file.name, 0) }
  }
}
