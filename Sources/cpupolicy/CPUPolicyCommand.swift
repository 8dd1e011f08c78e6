// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CArguments
import Domains
import Glibc
import Hosts
import LibvirtBackEnd
import PolicyCore
import PolicyFormats
import PolicyText
import QEMUBackEnd

/// The command: what CPU does a guest see, who decided it, is it allowed, where can it move?
struct CPUPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cpupolicy",
    abstract: "What x86 CPU a virtual machine sees, who decided it, and whether it is allowed.",
    discussion: "Data goes to the standard output, everything else to the standard error.",
    version: Version.number,
    subcommands: [
      HostCommand.self, PolicyCommand.self, FeaturesCommand.self, TopologyCommand.self,
      DomainCommand.self, GuestCommand.self, MigrateCommand.self, PoolCommand.self,
      HookCommand.self, ExplainCodeCommand.self,
    ])
}

/// How a command ends.
enum ExitStatus: Int32, CaseIterable {
  case fine = 0
  case findings = 1
  case usage = 2
  case unreadable = 3
  case unavailable = 4
  case permission = 5
  case drift = 6

  var meaning: String {
    switch self {
    case .fine: "fine"
    case .findings: "incompatible, rejected, or findings"
    case .usage: "usage"
    case .unreadable: "unreadable input, or output that cannot be written"
    case .unavailable: "back end unavailable"
    case .permission: "permission"
    case .drift: "drift"
    }
  }
}

/// A failure with its exit status and a message of one line for the standard error.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The most reasons that are told one by one.
  static let mostReasons = 20

  /// A failure for several reasons: each is told, up to a number, and the last one's line ends the command.
  init(_ status: ExitStatus, each reasons: [String]) {
    let told = reasons.count > Self.mostReasons ? reasons[..<Self.mostReasons] : reasons[...]
    let rest = reasons.count - told.count
    let lines = told + (rest > 0 ? ["and \(rest) more like these"] : [])
    for line in lines.dropLast() { Console.error(line) }
    self.init(status, lines.last ?? "")
  }

  init(_ error: FormatError) {
    self.init(error.kind == .permission ? .permission : .unreadable, error.description)
  }

  init(_ error: DomainError) {
    let status: ExitStatus =
      switch error {
      case .notFound, .invalidName, .topology: .usage
      case .storage: .unreadable
      case .unavailable: .unavailable
      case .permission: .permission
      case .altered: .drift
      default: .findings
      }
    self.init(status, "\(error)")
  }

  /// Any failure of a command; nil for those of its words, which the parser tells. What no reader, store
  /// or back end throws is no error of ours, and named by its type alone.
  init?(_ error: any Error) {
    switch error {
    case let error as CommandFailure: self = error
    case let error as FormatError: self.init(error)
    case let error as DomainError: self.init(error)
    case let error as LibvirtError: self.init(DomainError(error))
    case let error as TopologyError: self.init(.usage, "\(error)")
    case let error as QMPError:
      self.init(error.isPermission ? .permission : .unavailable, "qmp: \(error)")
    case let error as LocalMachine.ReadError: self.init(.unavailable, "\(error)")
    default:
      let code = CPUPolicyCommand.exitCode(for: error)
      guard code != .success && code != .validationFailure else { return nil }
      self.init(.unavailable, "the command failed: \(type(of: error))")
    }
  }
}

@main
enum Main {
  static func main() {
    // A reader that has seen enough closes the pipe; that is no failure of ours.
    signal(SIGPIPE, SIG_DFL)
    do {
      let words = arguments[...]
      if words.starts(with: ["host", "show"]),
        let report = HostReport(plainWords: words.dropFirst(2))
      {
        Talk.choose(report.talk)
        try Configuration.load()
        try report.run()
        return
      }
      if words.elementsEqual(["--version"]) {
        Console.data(Version.text + "\n")
        return
      }
      var command = try parsed(Array(words))
      // libvirt's hook asks for nothing that is configured, and a broken file must stop no guest.
      // So must help, which is a command of the parser's own.
      if "\(type(of: command))" != "HelpCommand", !(command is HookCommand.Libvirt) {
        try Configuration.load()
      }
      try command.run()
    } catch {
      guard let failure = CommandFailure(error) else { endByParser(error) }
      if !failure.message.isEmpty { Console.error(failure.message) }
      exit(failure.status.rawValue)
    }
  }

  /// The command; ends the process where the words ask for help, or are wrong.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    do {
      return try parsedCommand(words)
    } catch let missing as MissingVerb {
      Console.errors(missing.help)
      exit(ExitStatus.usage.rawValue)
    } catch {
      // The parser's messages repeat the words, in which a line break is no line of the command's.
      let shown = words.map(ShownText.line)
      if !(error is CommandFailure), shown != words { _ = try parsedCommand(shown) }
      throw error
    }
  }

  /// Ends the process as the parser of words wants it: with help, or a message of what is wrong in them.
  private static func endByParser(_ error: any Error) -> Never {
    let text = CPUPolicyCommand.fullMessage(for: error)
    if let refused = RefusedValue(text) {
      Console.error(refused.message)
      exit(ExitStatus.usage.rawValue)
    }
    if CPUPolicyCommand.exitCode(for: error).isSuccess {
      // Of what was asked for and is no report only help has an overview.
      let isHelp = text.hasPrefix("OVERVIEW: ")
      Console.data(text + "\n" + (isHelp ? HelpSections.text(askedBy: Array(arguments)) : ""))
      exit(0)
    }
    Console.errors(text)
    exit(ExitStatus.usage.rawValue)
  }

  /// The words behind the program's name. Not those of `CommandLine`, which are read from /proc and
  /// missing in a sandbox: a command without its words must not pass for one.
  private static var arguments: [String] {
    (0..<carguments_count()).dropFirst().compactMap { index in
      carguments_word(index).map { String(cString: $0) }
    }
  }

  /// Words that name no command: nothing was asked for, so nothing may succeed.
  private struct MissingVerb: Error {
    var help: String
  }

  /// The command that the words name, with its options.
  ///
  /// Straight to the verb where that works: the tree of all commands takes longer to build than a
  /// host's policies to derive. Everything else, help and errors among it, goes through the root,
  /// whose messages name the whole command.
  private static func parsedCommand(_ words: [String]) throws -> any ParsableCommand {
    var type: any ParsableCommand.Type = CPUPolicyCommand.self
    var rest = words[...]
    while let word = rest.first,
      let next = type.configuration.subcommands.first(where: {
        $0.configuration.commandName == word
      })
    {
      type = next
      rest = rest.dropFirst()
    }
    if type.configuration.subcommands.isEmpty, let command = try? type.parse(Array(rest)) {
      return command
    }
    guard type.configuration.subcommands.isEmpty else {
      guard let word = rest.first else {
        throw MissingVerb(help: CPUPolicyCommand.helpMessage(for: type))
      }
      if !word.hasPrefix("-"), word != "help" { throw CommandFailure(verb: word, of: type) }
      return try CPUPolicyCommand.parseAsRoot(words)
    }
    return try CPUPolicyCommand.parseAsRoot(words)
  }
}
