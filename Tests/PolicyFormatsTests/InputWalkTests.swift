// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// What the words of a list name: files, folders and `-`.
@Suite struct InputWalkTests {
  @Test func foldersAreTheirFiles() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "input-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["b.txt", "a.txt", ".hidden"] {
      try Data("x".utf8).write(to: folder.appending(path: name))
    }
    let path = folder.path
    func found(_ word: String) -> [String] { InputWalk([word]).found.map(\.path) }
    #expect(found(path) == ["\(path)/a.txt", "\(path)/b.txt"])
    #expect(found("\(path)/a.txt") == ["\(path)/a.txt"])
    #expect(found("\(path)/none") == ["\(path)/none"] && found("-") == ["-"])
    let error = #expect(throws: FormatError.self) { try InputFile.read(path) }
    #expect(error?.kind == .directory)
  }
}
