// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LibvirtBackEnd
import Stores

/// What stands at the end of help, where a terminal shows it: examples, and for the command as a whole the
/// files and variables that it looks at and how it ends. The manual pages are made of the same text.
enum HelpSections {
  /// - Parameter words: the command line that asked for help.
  static func text(askedBy words: [String]) -> String {
    let verb = verb(words)
    var text = section(
      "EXAMPLES", Example.all(of: verb).map { ($0.purpose + ":", $0.line) }, isBelow: true)
    if verb.isEmpty {
      text += section("FILES", files)
      text += section("ENVIRONMENT", variables)
      text += section("EXIT STATUS", ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
    }
    return text
  }

  /// The words that name a command, without those that ask for help.
  private static func verb(_ words: [String]) -> [String] {
    var type: any ParsableCommand.Type = CPUPolicyCommand.self
    return words.filter { word in
      let next = type.configuration.subcommands.first { $0.configuration.commandName == word }
      if let next { type = next }
      return next != nil
    }
  }

  private static func section(
    _ heading: String, _ entries: [(name: String, text: String)], isBelow: Bool = false
  ) -> String {
    let width = entries.map(\.name.count).max() ?? 0
    let lines = entries.map { entry in
      isBelow
        ? "  \(entry.name)\n    \(entry.text)\n"
        : "  \(entry.name)\(String(repeating: " ", count: width - entry.name.count))  \(entry.text)\n"
    }
    return "\n\(heading):\n" + lines.joined()
  }

  private static let files = [
    (Configuration.ofSystem, "defaults of all users; the user's own follow"),
    ("$XDG_CONFIG_HOME/cpupolicy/config.toml", "defaults of the user; else ~/.config"),
    ("$XDG_STATE_HOME/cpupolicy", "domains of the local store; else ~/.local/state"),
    ("$XDG_CACHE_HOME/cpupolicy", "what emulators answered; else ~/.cache"),
    (HookCommand.usualConfiguration, "what the hook refuses"),
    (BootPolicyStore.usualFolder, "with which CPU guests booted"),
    (CPUMapAuthority.usualFolders[0], "libvirt's CPU models"),
  ]

  private static let variables =
    Configuration.Key.allCases.map { ($0.variable, "the configuration's \($0.rawValue)") } + [
      (Configuration.fileVariable, "one file instead of both of the configuration"),
      ("COLUMNS", "how wide tables are; else as the terminal is"),
      ("NO_COLOR", "no colours"),
      ("CLICOLOR_FORCE", "colours into files and pipes too; CLICOLOR=0: none"),
      ("TERM", "no colours where it is dumb"),
      ("LIBVIRT_DEFAULT_URI", "libvirt's address, where --connect gives none"),
      ("PATH", "where the emulator is looked for"),
    ]
}
