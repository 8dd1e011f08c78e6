// SPDX-License-Identifier: Apache-2.0

import Foundation
import PolicyFormats
import TestSupport
import Testing

/// Files and folders as inputs.
@Suite struct InputFileTests {
  private static let dump = "CPUID 00000000: 00000000-756E6547-6C65746E-49656E69\n"

  @Test func foldersAreTheirFiles() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "input-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["b.txt", "a.txt", ".hidden"] {
      try Data(Self.dump.utf8).write(to: folder.appending(path: name))
    }
    let path = folder.path
    func found(_ word: String) -> [String] { InputWalk([word]).found.map(\.path) }
    #expect(found(path) == ["\(path)/a.txt", "\(path)/b.txt"])
    #expect(found("\(path)/a.txt") == ["\(path)/a.txt"])
    #expect(found("\(path)/none") == ["\(path)/none"])
    #expect(found("-") == ["-"])
    #expect(try InputFile.read("\(path)/a.txt").cpus.count == 1)
    #expect(throws: FormatError.self) { try InputFile.read("\(path)/none") }
    let error = #expect(throws: FormatError.self) { try InputFile.read(path) }
    #expect(error?.kind == .directory)
  }
}
