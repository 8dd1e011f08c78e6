// SPDX-License-Identifier: Apache-2.0

import PolicyFormats
import PolicyText

/// The inputs of an argument that takes a list: files, directories with all that is in them, and `-`.
///
/// What is wrong with one input is told and stops no other; it decides how the command ends.
struct InputList {
  private let words: [String]
  private let walk: InputWalk
  /// The worst end of an input that could not be judged.
  private var worst: ExitStatus?
  private(set) var failed = 0

  init(_ words: [String]) {
    self.words = words
    walk = InputWalk(words)
    for note in walk.notes { Console.note(note) }
    for error in walk.errors { fail(CommandFailure(error)) }
  }

  /// Whether more inputs than one are asked for, however many there turn out to be.
  var isSeveral: Bool { words.count > 1 || walk.hasFolders }

  private mutating func fail(_ failure: CommandFailure) {
    failed += 1
    if !failure.message.isEmpty { Console.error(failure.message) }
    if failure.status.rawValue > worst?.rawValue ?? 0 { worst = failure.status }
  }

  /// The answers to every input that can be judged; an error where that is none.
  mutating func judge<Answer>(_ body: (String) throws -> Answer) throws -> [Answer] {
    var answers: [Answer] = []
    var progress = Progress("inputs read", of: walk.found.count)
    for (number, input) in walk.found.enumerated() {
      progress.advance(to: number)
      do {
        answers.append(try body(input.path))
      } catch {
        guard let failure = CommandFailure(error) else { throw error }
        if input.isOfFolder, Self.isAboutOthers(input.path),
          (error as? FormatError)?.kind == .unrecognised
        {
          Console.note("passed over: \(failure.message)")
        } else {
          fail(failure)
        }
      }
    }
    guard answers.isEmpty else { return answers }
    // Inputs that were named one by one have told what is wrong with them.
    if let worst, !walk.hasFolders { throw CommandFailure(worst, "") }
    throw CommandFailure(
      max(worst, .unreadable),
      "\(words.joined(separator: ", ")): nothing was judged, because nothing could be read; "
        + "give files, or a directory that holds some")
  }

  /// Ends the command where an input could not be judged, whatever the others came to.
  func check() throws {
    if failed > 0 { throw CommandFailure(max(worst, .unreadable), "") }
  }

  /// The line of a table that says how much was judged.
  func judgedLine(inputs: Int, cpus: Int) -> String {
    let rest = failed == 0 ? "" : "; \(failed) could not be judged"
    return "judged     \(Counted.of(inputs, "input")), \(Counted.of(cpus, "CPU"))\(rest)\n"
  }

  private func max(_ status: ExitStatus?, _ least: ExitStatus) -> ExitStatus {
    guard let status, status.rawValue > least.rawValue else { return least }
    return status
  }

  /// Whether a file is, by its name, about the files beside it and no input.
  private static func isAboutOthers(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix(".md")
      || ["README", "MANIFEST", "LICENSE"].contains { name.hasPrefix($0) }
  }
}
