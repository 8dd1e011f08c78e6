// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Turns the tables in `ABI/` into the generated sources: `abi-generator [--check] [ROOT]`.
///
/// With `--check` nothing is written and a file that differs from the tables is an error.
@main
struct Generator {
  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    let isCheck = arguments.first == "--check"
    if isCheck { arguments.removeFirst() }
    let root = URL(fileURLWithPath: arguments.first ?? ".")
    do {
      let drifted = try run(root: root, isCheck: isCheck)
      guard drifted.isEmpty else {
        for path in drifted { fail("\(path): differs from the tables; run `make generate`") }
        exit(1)
      }
    } catch {
      fail("\(error)")
      exit(1)
    }
  }

  static func generate(_ tables: Tables) throws -> [String: String] {
    let tables = tables.inOrder()
    var files = VocabularyEmitter().files
    files.merge(LayoutEmitter(tables).files) { first, _ in first }
    files.merge(try FeatureEmitter(tables).files) { first, _ in first }
    files.merge(FieldEmitter(tables).files) { first, _ in first }
    files.merge(DerivationEmitter(tables).files) { first, _ in first }
    files.merge(OptionEmitter(tables: tables).files) { first, _ in first }
    files.merge(MigrationEmitter(tables: tables).files) { first, _ in first }
    files.merge(TextEmitter(tables: tables).files) { first, _ in first }
    files.merge(CodeEmitter(tables: tables).files) { first, _ in first }
    files.merge(ReleaseEmitter(tables: tables).files) { first, _ in first }
    files.merge(ReferenceEmitter(tables: tables).files) { first, _ in first }
    return files
  }

  private static func run(root: URL, isCheck: Bool) throws -> [String] {
    let tables = try Tables { name in
      try String(contentsOf: root.appending(path: "ABI/\(name)"), encoding: .utf8)
    }
    var drifted: [String] = []
    for (path, text) in try generate(tables).sorted(by: { $0.key < $1.key }) {
      let file = root.appending(path: path)
      let present = try? String(contentsOf: file, encoding: .utf8)
      guard present != text else { continue }
      if isCheck {
        drifted.append(path)
      } else {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
    }
    return drifted
  }

  private static func fail(_ message: String) {
    FileHandle.standardError.write(Data("abi-generator: \(message)\n".utf8))
  }
}
