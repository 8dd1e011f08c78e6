// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Hosts
import Pictures
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "One policy: show, convert, compare, audit, explain.",
    subcommands: [Show.self, Convert.self, Diff.self, Audit.self, Explain.self])

  /// Which policy of which input.
  struct Selection: ParsableArguments {
    @Argument(
      help: "The input, -, or qmp:SOCKET for a machine that QEMU runs.", completion: Offers.files)
    var file: String
    @Option(
      help: "A policy that the input holds or that is derived from it, e.g. hvm-max.",
      completion: Offers.policies)
    var policy: String?
    @Option(help: "The logical CPU of a dump, counted from 0.")
    var cpu = 0
    @Option(help: "The input's format, where its content does not tell.")
    var from: PolicyFormat?
    @Option(help: "Derive it as this release of Xen does, e.g. 4.17 or 4.17.7.")
    var xen: String?
    @OptionGroup var made: XLHost

    /// The host that the input describes and its policies, where none of its policies is chosen; nil for everything else.
    func host() throws -> (description: HostDescription, policies: SystemPolicies)? {
      guard policy == nil, cpu == 0 else { return nil }
      let document = try Input.read(file, format: from)
      guard
        document.document?.host != nil || !document.content.cpus.isEmpty
          || document.content.policy(named: PolicyKind.raw.name) != nil
      else { return nil }
      let owner = try HypervisorOptions.parse(cpuid: nil, dom0CPUID: nil, xen: xen)
      let host = try HostInput.host(document, file).under(owner)
      return (host, host.systemPolicies(owner))
    }

    /// The policy, and what a Domain document says of the machine around it.
    func load() throws -> (policy: NamedPolicy, machine: QEMUCPUFormat.Machine?) {
      let document = try Input.read(file, format: from)
      if document.content.xlGuest == nil { try made.refuse() }
      let owner = try HypervisorOptions.parse(cpuid: nil, dom0CPUID: nil, xen: xen)
      let named = try PolicySelection.pick(
        document, file, named: policy, cpu: cpu, owner: owner, made: made)
      if let guest = document.content.guest, let topology = guest.topology {
        let khz = guest.tscKilohertz
        return (named, QEMUCPUFormat.Machine(topology: topology, tscKilohertz: khz))
      }
      guard let domain = document.document?.domain else { return (named, nil) }
      return (
        named,
        QEMUCPUFormat.Machine(topology: domain.topology, tscKilohertz: domain.tsc.khz)
      )
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a policy in any form.")

    @OptionGroup var selection: Selection
    @Option(help: "Print it in this format.")
    var to: PolicyFormat?
    @Flag(help: "Leave out what the format cannot hold.")
    var drop = false
    @OptionGroup var release: ReleaseOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let releases = try release.parse()
      let (named, machine) = try selection.load()
      if let to {
        try Convert.write(
          named, as: to, drop: drop, WritingOptions(machine: machine, releases: releases))
      } else {
        try output.print(
          Document.policy(named).json, rows: { PolicyTable.rows(named) },
          table: { PolicyTable.text(named) })
      }
    }
  }

  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convert",
      abstract: "Write a policy in another format; fails where the format cannot hold all of it.",
      discussion: """
        With --to xen-save the input is a file of xl save, and --out the file that is written: the
        same guest with the policy of --with. Where --against or --host names the destination, that
        policy is audited against it first, and nothing is written where it is not accepted.
        """)

    @OptionGroup var selection: Selection
    @Option(help: "The format to write.")
    var to: PolicyFormat
    @Flag(help: "Leave out what the format cannot hold.")
    var drop = false
    @OptionGroup var release: ReleaseOption
    @OptionGroup var saved: SavedGuestOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let releases = try release.parse()
      guard to != .xenSave else {
        try saved.rewrite(selection, drop: drop, output.choice)
        return
      }
      try saved.refuse()
      if to == .xapi, let (host, policies) = try selection.host() {
        let written = XAPIWriter.write(host: policies.raw, count: host.logicalCPUs) { kind in
          kind.isHVM && !policies.hasHVM ? nil : policies[kind]
        }
        try Self.put(
          PolicyCodec.Written(written.bytes, dropped: written.dropped), as: to, drop: drop,
          output.choice)
        return
      }
      let (named, machine) = try selection.load()
      try Self.write(
        named, as: to, drop: drop, WritingOptions(machine: machine, releases: releases),
        output.choice)
    }

    /// Writes a policy in a form; within a `Conversion`, where the output is to be a document.
    static func write(
      _ named: NamedPolicy, as format: PolicyFormat, drop: Bool, _ options: WritingOptions,
      _ output: Output = Output()
    ) throws {
      guard format.isWritable else {
        throw CommandFailure(
          .usage, "--to \(format.rawValue): this form is a reply of a host, which is only read")
      }
      var options = options
      options.catalogue = try ModelOptions.catalogue(for: format)
      let written = PolicyWriter.write(named, as: format, options)
      let unknown = format == .json ? [] : PolicyJSON.unknownPlaces(named.policy)
      if !unknown.isEmpty {
        Console.note(
          "\(format.rawValue) cannot say that these are unknown: "
            + unknown.joined(separator: ", "))
      }
      for note in written.notes { Console.note("\(format.rawValue): \(note)") }
      try put(written, as: format, drop: drop, output, unknown: unknown)
    }

    private static func put(
      _ written: PolicyCodec.Written, as format: PolicyFormat, drop: Bool, _ output: Output,
      unknown: [String] = []
    ) throws {
      for place in written.dropped { Console.error("\(format.rawValue) cannot hold \(place)") }
      guard written.dropped.isEmpty || drop else {
        throw CommandFailure(.findings, "nothing was written; --drop leaves these out")
      }
      guard output.form != .table else {
        Console.data(written.bytes)
        return
      }
      try show(
        Conversion(
          format, bytes: written.bytes, dropped: written.dropped, unknown: unknown,
          notes: written.notes), output)
    }

    /// Prints what was written as a document; a row of it says how much that is.
    static func show(_ conversion: Conversion, _ output: Output) throws {
      let size = conversion.file?.size ?? conversion.bytes?.count ?? 0
      try output.print(
        Document.conversion(conversion).json,
        rows: {
          [
            ["format", "size", "dropped", "unknown", "file"],
            [
              conversion.format.rawValue, "\(size)", conversion.dropped.joined(separator: "; "),
              conversion.unknown.joined(separator: "; "), conversion.file?.path ?? "",
            ],
          ]
        }, table: { "" })
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Compare two policies field by field; exit status 1 where they differ.",
      discussion: """
        Each difference has the severity of its row of the tables: what a guest may suffer that was
        promised the one and gets the other. A log that holds a guest and its host is enough alone.
        """)

    @Argument(help: "The first input.", completion: Offers.files)
    var first: String
    @Argument(
      help: "The second input; left out where the first holds a guest and its host.",
      completion: Offers.files)
    var second: String?
    @Option(help: "The policy to take from both inputs.", completion: Offers.policies)
    var policy: String?
    @Option(help: "Derive both as this release of Xen does; A:B: the first as A, the second as B.")
    var xen: String?
    @OptionGroup var made: XLHost
    @OptionGroup var page: PageOptions
    @OptionGroup var fail: FailOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      guard let second else {
        try compareWithin()
        return
      }
      let releases = try xen.map(Self.releases)
      let inputs = try [first, second].map { (path: $0, document: try Input.read($0)) }
      if inputs.allSatisfy({ $0.document.content.xlGuest == nil }) { try made.refuse() }
      let sides = try zip(inputs, [releases?.first, releases?.second]).map { input, owner in
        try PolicySelection.pick(
          input.document, input.path, named: policy, owner: owner, made: made)
      }
      let (left, right) = (sides[0], sides[1])
      try show(left, right, first, second)
    }

    /// The guest of an input and the host on which it ran.
    private func compareWithin() throws {
      guard let pair = try Input.read(first).content.guestAndHost else {
        throw CommandFailure(
          .usage, "\(first): it does not hold a guest and its host; give a second input")
      }
      try show(pair.guest, pair.host, "\(first): guest", "\(first): host")
    }

    private func show(
      _ left: NamedPolicy, _ right: NamedPolicy, _ first: String, _ second: String
    ) throws {
      let differences = PolicyDifference.between(left.policy.canonical, right.policy.canonical)
      let statements = StatementDifference.between(left.statements, right.statements)
      let comparison = PolicyComparison(first, second, differences, statements: statements)
      if try !page.write(output, { DifferencePage.text(comparison) }) {
        try Self.show(differences, first, second, output, statements: statements)
      }
      try fail.check(differences.map(\.severity) + statements.map(\.severity))
    }

    /// The options of both sides: one release for both, or two with a colon between.
    private static func releases(
      _ text: String
    ) throws -> (first: DerivationOptions?, second: DerivationOptions?) {
      let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let options = try words.map {
        try HypervisorOptions.parse(cpuid: nil, dom0CPUID: nil, xen: String($0))
      }
      return (options[0], options[options.count - 1])
    }

    /// Prints differences between two policies, which are called so.
    static func show(
      _ differences: [PolicyDifference], _ first: String, _ second: String,
      _ output: OutputOptions, statements: [StatementDifference] = []
    ) throws {
      let heading = ["place", "bits", "name", "first", "second", "severity"]
      let rows = [heading] + differences.map(Self.cells) + statements.map(Self.cells)
      try output.print(
        Document.policyDiff(
          PolicyComparison(first, second, differences, statements: statements)
        ).json,
        rows: { rows },
        table: {
          // What programs may read keeps its columns.
          let isSigned = Screen.current.width != nil
          var table = TextTable((isSigned ? [""] : []) + heading, empty: "no differences")
          for row in rows.dropFirst() {
            table.add((isSigned ? [ChangeSign(row[3], row[4]).rawValue] : []) + row)
          }
          return table.text(hasHeading: !output.noHeaders)
        })
    }

    /// Place, bits, name, both values and severity.
    static func cells(_ difference: PolicyDifference) -> [String] {
      [
        PlaceText.register(difference.place), difference.bits, difference.name,
        difference.left.map { "0x" + String($0, radix: 16) } ?? "unknown",
        difference.right.map { "0x" + String($0, radix: 16) } ?? "unknown",
        difference.severity.word,
      ]
    }

    private static func cells(_ difference: StatementDifference) -> [String] {
      [
        "", "", difference.subject, difference.left ?? "not stated",
        difference.right ?? "not stated", difference.severity.word,
      ]
    }
  }
}
