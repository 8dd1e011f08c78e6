// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The copy of the tree in which mutations stand. It builds the fast suites and what they need, and
/// nothing else; its switch is a number that the environment gives when a program starts.
struct ScratchCopy: Sendable {
  let root: URL
  let folder: URL
  /// By file: the lines that each mutation takes up, as numbers of `mutations`.
  private var lines: [String: [(lines: ClosedRange<Int>, number: Int)]] = [:]

  /// The environment's name for the chosen mutation; 0 is none.
  static let variable = "MUTANT"
  /// What is mutated.
  static let mutated =
    ["Sources/PolicyCore"]
    + ["Forms", "Input", "JSON", "Text", "XML"].map { "Sources/PolicyFormats/" + $0 }
  /// The environment's name for a file in which a program leaves which mutations it came by.
  static let record = "MUTANTS_REACHED"
  /// The targets of the fast suites.
  static let targets = [
    "PolicyCoreTests", "GoldenTests", "PolicyFormatsTests", "AuditTests", "HostsTests",
  ]

  init(root: URL, folder: URL) {
    self.root = root
    self.folder = folder
  }

  /// Where the suites put their files.
  var temporary: URL { folder.appending(path: ".build/temporary") }

  var program: URL {
    folder.appending(path: ".build/release/swift-cpu-policyPackageTests.xctest")
  }

  /// The sources to mutate, from the root.
  static func files(in root: URL) -> [String] {
    mutated.flatMap { place -> [String] in
      let found = FileManager.default.enumerator(atPath: root.appending(path: place).path)
      return (found?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Generated/") }
        .map { "\(place)/\($0)" }.sorted()
    }
  }

  /// The switch, and a manifest that leaves out what is not needed.
  func prepare() throws {
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    try write(
      """
      extern int chosenMutant;
      extern unsigned char reachedMutants[];
      static inline _Bool mutantIs(int number) {
        reachedMutants[number] = 1;
        return number == chosenMutant;
      }

      """, to: ".build/CMutants/include/CMutants.h")
    try write(
      """
      #include "CMutants.h"
      #include <stdio.h>
      #include <stdlib.h>
      int chosenMutant;
      unsigned char reachedMutants[100000];
      __attribute__((constructor)) static void choose(void) {
        const char *text = getenv("\(Self.variable)");
        chosenMutant = text ? atoi(text) : 0;
      }
      __attribute__((destructor)) static void leaveRecord(void) {
        const char *path = getenv("\(Self.record)");
        FILE *file = path ? fopen(path, "w") : 0;
        if (!file) return;
        fwrite(reachedMutants, 1, sizeof reachedMutants, file);
        fclose(file);
      }

      """, to: ".build/CMutants/CMutants.c")
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    try write(manifest + Self.manifestEnd, to: "Package.swift")
  }

  /// Writes a file of the copy. One that is as the last run left it gets the time that it had then, so
  /// that nothing is built anew.
  private func write(_ text: String, to file: String) throws {
    let files = FileManager.default
    let url = folder.appending(path: file)
    let record = folder.appending(path: ".build/written").appending(path: file)
    for place in [url, record] {
      try files.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    }
    if (try? String(contentsOf: record, encoding: .utf8)) != text {
      try Data(text.utf8).write(to: record)
      // A whole number of seconds, which every copy of a time keeps.
      let now = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
      try files.setAttributes([.modificationDate: now], ofItemAtPath: record.path)
    }
    if (try? String(contentsOf: url, encoding: .utf8)) != text {
      try Data(text.utf8).write(to: url)
    }
    let time = try files.attributesOfItem(atPath: record.path)[.modificationDate] ?? Date()
    try files.setAttributes([.modificationDate: time], ofItemAtPath: url.path)
  }

  private static let manifestEnd = """

    var wanted: Set = \(targets)
    for _ in package.targets {
      for target in package.targets where wanted.contains(target.name) {
        for case .byNameItem(let name, _) in target.dependencies { wanted.insert(name) }
      }
    }
    package.targets.removeAll { !wanted.contains($0.name) }
    // What a trait brings is not tried.
    for target in package.targets {
      target.dependencies.removeAll { if case .targetItem = $0 { true } else { false } }
    }
    for target in package.targets where ["PolicyCore", "PolicyFormats"].contains(target.name) {
      target.dependencies.append("CMutants")
    }
    package.targets.append(.target(name: "CMutants", path: ".build/CMutants"))
    package.products = []
    package.dependencies = []
    package.traits = []
    """

  /// Writes the sources with all mutations, the first being number 1.
  mutating func write(_ mutations: [Mutation]) throws {
    lines = [:]
    let numbered = Dictionary(
      grouping: mutations.enumerated().map { (number: $0.offset + 1, mutation: $0.element) },
      by: \.mutation.file)
    for file in Self.files(in: root) {
      let original = [UInt8](try Data(contentsOf: root.appending(path: file)))
      var text = ""
      var end = 0
      var line = 1
      func append(_ part: String) {
        text += part
        line += part.utf8.count { $0 == UInt8(ascii: "\n") }
      }
      let all = (numbered[file] ?? []).sorted {
        $0.mutation.range.lowerBound < $1.mutation.range.lowerBound
      }
      if !all.isEmpty { append("import CMutants\n") }
      for (number, mutation) in all {
        append(String(decoding: original[end..<mutation.range.lowerBound], as: UTF8.self))
        let first = line
        append(mutation.replacement.replacing(Mutation.number, with: "\(number)"))
        lines[file, default: []].append((first...line, number))
        end = mutation.range.upperBound
      }
      append(String(decoding: original[end...], as: UTF8.self))
      try write(text, to: file)
    }
  }

  /// Builds the suites: the numbers of mutations that do not compile, none where all is well.
  func build() throws -> Set<Int> {
    let swift = ProcessInfo.processInfo.environment["SWIFT"] ?? "swift"
    let arguments = [
      swift, "build", "-c", "release", "--build-tests", "-Xswiftc", "-enable-testing",
    ]
    let run = try Run("/usr/bin/env", arguments, in: folder)
    guard run.status != 0 else { return [] }
    var refused: Set<Int> = []
    for line in run.output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: #/(/[^:]*\.swift):(\d+):\d+: error: .*/#),
        let place = Int(match.2)
      else { continue }
      let file = String(match.1.dropFirst(folder.path.count + 1))
      // What is wrong behind a mutation, such as a value that is not set, is its doing.
      if let guilty = lines[file]?.last(where: { $0.lines.lowerBound <= place }) {
        refused.insert(guilty.number)
      }
    }
    guard !refused.isEmpty else { throw BuildFailure(output: run.output) }
    return refused
  }
}

/// What is wrong has nothing to do with mutations.
struct BuildFailure: Error {
  let output: String
}
