// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import PolicyDocuments
import PolicyText
import Stores

extension HookCommand {
  /// Where libvirt looks for hooks.
  struct Place: ParsableArguments {
    @Option(help: "libvirt's folder of hooks.", completion: Offers.folders)
    var hooks = "/etc/libvirt/hooks"
    @Option(help: "The hook's configuration.", completion: Offers.files)
    var config = HookCommand.usualConfiguration
    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false

    /// The hook, beside those of others.
    var script: String { hooks + "/qemu.d/cpupolicy" }

    /// Whether the hook is there; one that somebody else made is nobody's to change.
    func isInstalled() throws -> Bool {
      guard FileManager.default.fileExists(atPath: script) else { return false }
      let text = try? String(contentsOfFile: script, encoding: .utf8)
      guard text?.contains(HookCommand.mark) == true else {
        throw CommandFailure(
          .findings, "\(script): somebody else made it; take it away, when you know what it does")
      }
      return true
    }

    /// Prints what became of the hook where a document is asked for.
    func show(
      _ change: HookChange.Change, writesConfiguration: Bool = false, _ form: FormOptions
    ) throws {
      guard form.output != .table else { return }
      let told = HookChange(
        script: script, change: change, configuration: config,
        writesConfiguration: writesConfiguration, isDryRun: dryRun)
      try form.choice.print(
        Document.hookChange(told).json,
        rows: {
          [
            ["script", "change", "configuration", "configurationWritten", "dryRun"],
            [script, change.rawValue, config, "\(writesConfiguration)", "\(dryRun)"],
          ]
        }, table: { "" })
    }

    func failure(_ path: String, _ error: any Error) -> CommandFailure {
      let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
      let isPermission = code == Int(EACCES) || code == Int(EPERM) || code == Int(EROFS)
      return CommandFailure(
        isPermission ? .permission : .unreadable,
        "\(path): it cannot be changed; run as root, or name another folder with --hooks or --config"
      )
    }
  }

  /// The line by which the hook is known.
  fileprivate static let mark = "# Made by cpupolicy hook install; cpupolicy hook remove undoes it."

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Install the hook: guests are looked at from now on.",
      discussion: """
        The hook is a file in libvirt's folder of hooks, and its configuration is written where there is none: \
        it refuses what is known to change a guest's CPU, and warns where nobody knows. libvirt notices a \
        first hook when its daemon is started anew.
        """)

    @Flag(help: "Let the hook refuse where its configuration is missing or broken.")
    var strict = false
    @OptionGroup var place: Place
    @OptionGroup var form: FormOptions

    func run() throws {
      let isThere = try place.isInstalled()
      guard
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      else {
        throw CommandFailure(.unavailable, "/proc is not there, which says where the command is")
      }
      let script = """
        #!/bin/sh
        \(HookCommand.mark)
        exec \(Self.quoted(program)) hook libvirt --config \(Self.quoted(place.config))\
        \(strict ? " --strict" : "") -- "$@"

        """
      let configuration = """
        # What the hook of libvirt does about a guest that migrates to this host or is restored on it.
        # It would get another CPU than it booted with: warn or refuse.
        difference = refuse
        # Nobody knows: warn or refuse.
        unknown = warn
        # Where domain watch keeps what guests booted with.
        store = \(BootPolicyStore.usualFolder)

        """
      let hasConfiguration = FileManager.default.fileExists(atPath: place.config)
      if !place.dryRun {
        if !hasConfiguration { try write(configuration, to: place.config, mode: 0o644) }
        try write(script, to: place.script, mode: 0o755)
      }
      let verb = place.dryRun ? "would be " : "is "
      if !hasConfiguration { Console.error("\(place.config) \(verb)written") }
      Console.error("\(place.script) \(verb)\(isThere ? "written anew" : "installed")")
      if !isThere { Console.note("libvirt notices a first hook when its daemon is started anew") }
      try place.show(
        isThere ? .rewritten : .installed, writesConfiguration: !hasConfiguration, form)
    }

    private func write(_ text: String, to path: String, mode: Int) throws {
      let folder = (path as NSString).deletingLastPathComponent
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        // In one step: libvirt may run it meanwhile.
        let temporary = "\(folder)/.\((path as NSString).lastPathComponent).\(getpid())"
        try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: temporary)
        guard rename(temporary, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
      } catch {
        throw place.failure(path, error)
      }
    }

    /// A word of the shell's.
    private static func quoted(_ word: String) -> String {
      "'" + word.replacing("'", with: "'\\''") + "'"
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove the hook; its configuration and what was kept stay.")

    @OptionGroup var place: Place
    @OptionGroup var form: FormOptions

    func run() throws {
      guard try place.isInstalled() else {
        Console.note("\(place.script) is not there")
        return try place.show(.absent, form)
      }
      if !place.dryRun {
        do {
          try FileManager.default.removeItem(atPath: place.script)
        } catch {
          throw place.failure(place.script, error)
        }
      }
      Console.error("\(place.script) \(place.dryRun ? "would be" : "is") removed")
      try place.show(.removed, form)
    }
  }
}
