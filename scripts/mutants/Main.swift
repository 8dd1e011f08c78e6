// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Writes small mutations of the core and the readers into a scratch copy, all at once behind a switch,
/// and runs the fast suites for each: `mutants ROOT COPY [again]`, as `scripts/mutants.sh` does.
@main
struct Mutants {
  /// More survivors than this, of a hundred, are too many, whatever the reasons.
  static let mostSurvivors = 5
  static let list = "Tests/Mutants/SURVIVORS.md"

  static func main() throws {
    let arguments = CommandLine.arguments
    let copy = ScratchCopy(
      root: URL(fileURLWithPath: arguments[1]), folder: URL(fileURLWithPath: arguments[2]))
    do {
      let passed = try run(copy, again: arguments.dropFirst(3).first == "again")
      exit(passed ? 0 : 1)
    } catch let failure as BuildFailure {
      say(failure.output)
      exit(2)
    }
  }

  /// A number that the environment gives.
  private static func setting(_ name: String, default value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
  }

  private static func run(_ scratch: ScratchCopy, again: Bool) throws -> Bool {
    let start = Date()
    var copy = scratch
    let mutations = try compiled(&copy)
    let trial = try Trial(copy)
    let built = Date()
    say("built in \(minutes(start, built)); suites: \(trial.description)")
    // What was killed is written down at once: a run that was broken off can go on.
    let record = copy.folder.appending(path: ".build/killed")
    let killed = again ? Set(lines(of: record)) : []
    if !again { try Data().write(to: record) }
    let numbers = (1...mutations.count).filter { !killed.contains(mutations[$0 - 1].key) }
    let jobs = setting("JOBS", default: ProcessInfo.processInfo.activeProcessorCount)
    let log = try FileHandle(forWritingTo: record)
    try log.seekToEnd()
    let verdicts = trial.verdicts(numbers, jobs: jobs) { verdict in
      let key = mutations[verdict.number - 1].key
      say(verdict.description, key)
      if verdict.killer != nil { log.write(Data((key + "\n").utf8)) }
    }
    let survivors = verdicts.filter { $0.killer == nil }.map { mutations[$0.number - 1] }
    let passed = try report(survivors, of: verdicts, mutations, root: copy.root)
    say(
      "\(mutations.count) mutants, \(mutations.count - survivors.count) killed,",
      "\(survivors.count) survived; \(minutes(built, Date())) with \(jobs) at a time,",
      "\(minutes(start, Date())) in all")
    return passed
  }

  /// The lines of a file; none where it does not exist.
  private static func lines(of file: URL) -> [String] {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  private static func minutes(_ from: Date, _ to: Date) -> String {
    String(format: "%.1f minutes", to.timeIntervalSince(from) / 60)
  }

  /// Chooses mutations and builds them, until none is left that does not compile.
  private static func compiled(_ copy: inout ScratchCopy) throws -> [Mutation] {
    let seed = setting("SEED", default: 1)
    let count = setting("MUTANTS", default: 400)
    let root = copy.root
    let statements = try ScratchCopy.files(in: root).flatMap { file in
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: file)))
      return MutationFinder(file: file, bytes: bytes).found
    }
    var choice = Choice(statements, seed: UInt64(seed))
    say("seed \(seed): \(count) of \(choice.count) mutations of \(statements.count) statements")
    try copy.prepare()
    // What did not compile last time need not be tried again.
    let record = copy.folder.appending(path: ".build/refused")
    choice.refused = Set(lines(of: record))
    while true {
      let mutations = choice.chosen(count)
      try copy.write(mutations)
      let wrong = try copy.build()
      if wrong.isEmpty { return mutations }
      choice.refused.formUnion(wrong.map { mutations[$0 - 1].identity })
      try choice.refused.map { $0 + "\n" }.joined()
        .write(to: record, atomically: true, encoding: .utf8)
      say("\(choice.refused.count) do not compile")
    }
  }

  /// Tells of survivors that are not listed, as the list would have them, and of listed ones that are
  /// killed by now.
  private static func report(
    _ survivors: [Mutation], of verdicts: [Verdict], _ mutations: [Mutation], root: URL
  ) throws -> Bool {
    let list = SurvivorList(
      try String(contentsOf: root.appending(path: Self.list), encoding: .utf8))
    let surviving = Set(survivors.map(\.key))
    for verdict in verdicts {
      let key = mutations[verdict.number - 1].key
      guard list.reasons[key] != nil, !surviving.contains(key) else { continue }
      say("listed, and killed: \(key)")
    }
    let unlisted = survivors.filter { list.reasons[$0.key] == nil }
    if !unlisted.isEmpty { say("\nsurvivors that \(Self.list) does not explain:") }
    for (file, found) in Dictionary(grouping: unlisted, by: \.file).sorted(by: { $0.key < $1.key })
    {
      say("\n## \(file)\n")
      for mutation in found { say("- \(mutation.item)") }
    }
    say("")
    let isMany = survivors.count * 100 > mutations.count * mostSurvivors
    if isMany { say("more than \(mostSurvivors) of a hundred survive") }
    return unlisted.isEmpty && !isMany
  }
}

/// A line of output, at once.
func say(_ words: String...) {
  FileHandle.standardOutput.write(Data((words.joined(separator: " ") + "\n").utf8))
}
