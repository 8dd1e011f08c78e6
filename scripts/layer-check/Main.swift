// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Checks that folders inside a target do not depend on each other in a circle.
///
/// A folder depends on another where it names a type that the other declares. Files of a target that
/// stand in no folder, and generated ones, belong to every folder and to none.
@main
struct LayerCheck {
  static func main() throws {
    let root = CommandLine.arguments.dropFirst().first ?? "."
    let sources = URL(fileURLWithPath: root).appending(path: "Sources")
    var circles = 0
    for target in try folders(in: sources) {
      let graph = try FolderGraph(target: sources.appending(path: target))
      for circle in graph.circles() {
        circles += 1
        print("\(target): a circle of folders: \(circle.joined(separator: " -> "))")
        for (from, to) in zip(circle, circle.dropFirst()) {
          for use in graph.uses(from, to).prefix(3) { print("  \(use)") }
        }
      }
    }
    guard circles == 0 else { exit(1) }
    print("no circles between folders")
  }

  /// The names of the folders in a folder, sorted.
  static func folders(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
      .map(\.lastPathComponent).sorted()
  }
}

/// Which folder of a target names types of which other one.
struct FolderGraph {
  /// Where each type is declared; nothing for a name that several folders declare.
  private var home: [String: String?] = [:]
  /// By folder and folder: the places where the first names a type of the second.
  private var found: [String: [String: [String]]] = [:]

  init(target: URL) throws {
    let names = try LayerCheck.folders(in: target).filter { $0 != "Generated" && $0 != "include" }
    var files: [(folder: String, file: URL, words: [String])] = []
    for folder in names {
      for file in FolderGraph.swiftFiles(in: target.appending(path: folder)) {
        let words = FolderGraph.words(try String(contentsOf: file, encoding: .utf8))
        files.append((folder, file, words))
        for name in FolderGraph.declared(words) {
          home[name] = home[name, default: folder] == folder ? folder : .some(nil)
        }
      }
    }
    for (folder, file, words) in files {
      for word in Set(words) {
        guard let other = home[word] ?? nil, other != folder else { continue }
        found[folder, default: [:]][other, default: []].append(
          "\(folder)/\(file.lastPathComponent) names \(word) of \(other)")
      }
    }
  }

  /// The places where one folder names types of another.
  func uses(_ from: String, _ to: String) -> [String] { (found[from]?[to] ?? []).sorted() }

  /// Circles of folders, each beginning and ending with the same one: for every pair of folders that
  /// depend on each other, through whatever others, the shortest.
  func circles() -> [[String]] {
    var result: [[String]] = []
    var known: Set<Set<String>> = []
    for start in found.keys.sorted() {
      guard let way = shortestWay(from: start), known.insert(Set(way)).inserted else { continue }
      result.append(way)
    }
    return result
  }

  /// The shortest way from a folder back to itself.
  private func shortestWay(from start: String) -> [String]? {
    var ways = [[start]]
    var seen: Set<String> = []
    while !ways.isEmpty {
      let way = ways.removeFirst()
      for next in (found[way[way.count - 1]] ?? [:]).keys.sorted() {
        if next == start { return way + [start] }
        if seen.insert(next).inserted { ways.append(way + [next]) }
      }
    }
    return nil
  }

  private static func swiftFiles(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  /// The words of a source text, without comments and texts.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for line in text.split(separator: "\n") {
      var code = line[...]
      if let comment = code.range(of: "//") { code = code[..<comment.lowerBound] }
      let parts = code.split(separator: "\"", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() where index % 2 == 0 {
        words += part.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      }
    }
    return words
  }

  /// The names that a text declares as types.
  private static func declared(_ words: [String]) -> [String] {
    let keywords: Set = ["struct", "enum", "class", "protocol", "typealias", "actor"]
    return zip(words, words.dropFirst()).filter { keywords.contains($0.0) }.map(\.1)
      .filter { $0.first?.isUppercase == true }
  }
}
