// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats

/// What libvirt's qemu hook decides: whether a guest may go on here with the CPU that it would get.
///
/// libvirt itself compares nothing where the host's own CPU is given: a guest that migrates or is restored
/// then has another CPU without a word. The hook is told the domain's XML and must not ask libvirt, which
/// waits for it. https://libvirt.org/hooks.html
public struct HookGate: Sendable {
  /// Operations of which the hook is told, as far as they matter here.
  public enum Operation: String, Sendable {
    case migrate, restore, prepare, start, started, stopped, release
  }

  /// What to do about something.
  public enum Action: String, Sendable { case warn, refuse }

  /// The owner's choice.
  public struct Configuration: Equatable, Sendable {
    /// What to do where a guest arrives and would get another CPU than it booted with.
    public var difference = Action.warn
    /// What to do where it arrives and nobody knows.
    public var unknown = Action.warn
    /// The folder of boot policies; nil for the usual one.
    public var store: String?

    /// A configuration that warns, and refuses nothing.
    public init() {}

    /// Reads `key = value` lines; `#` begins a comment.
    ///
    /// - Parameters:
    ///   - text: of the file.
    ///   - source: its name, for errors.
    /// - Throws: for the first line that says nothing known, with its number.
    public init(parsing text: String, source: String) throws(FormatError) {
      var seen: [String: Int] = [:]
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() {
        let words = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
          .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
        if words == [""] { continue }
        func error(_ message: String) -> FormatError {
          FormatError(
            .malformed, source: source, line: index + 1, column: 1, message: message,
            remedy: "known are difference = warn|refuse, unknown = warn|refuse, store = FOLDER")
        }
        guard words.count == 2 else { throw error("a line is KEY = VALUE") }
        guard seen.updateValue(index, forKey: words[0]) == nil else {
          throw error("\(words[0]) stands twice")
        }
        switch words[0] {
        case "store":
          guard words[1].hasPrefix("/") else { throw error("store is no absolute path") }
          store = words[1]
        case "difference", "unknown":
          guard let action = Action(rawValue: words[1]) else {
            throw error("\(words[0]) is \(words[1].prefix(40))")
          }
          if words[0] == "unknown" { unknown = action } else { difference = action }
        default: throw error("\(words[0].prefix(40)) is no key")
        }
      }
    }

    private static func trimmed(_ text: Substring) -> String {
      let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
      var rest = text.drop(while: isBlank)
      while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
      return String(rest)
    }
  }

  /// What comes of it.
  public enum Decision: Equatable, Sendable {
    /// Nothing is to be said.
    case pass
    case warn(String)
    case refuse(String)
  }

  /// What the owner chose.
  public var configuration: Configuration

  /// A gate that does as its owner chose.
  public init(_ configuration: Configuration) { self.configuration = configuration }

  /// What of a domain matters to the hook.
  public struct Subject: Sendable {
    /// The domain's name.
    public var name: String
    /// The domain's UUID.
    public var uuid: String
    /// Whether libvirt neither tells nor compares its features.
    public var isHostOwn: Bool
    /// Whether the XML has the CPU that the guest had where it comes from, next to libvirt's own model.
    public var isExpanded: Bool
    /// The XML as libvirt would tell of a running domain.
    public var domain: LibvirtDomain

    /// - Parameters:
    ///   - xml: what the hook is given.
    ///   - source: its name, for errors.
    public init(_ xml: String, source: String) throws(FormatError) {
      let cpu = try DomainCPU(xml, source: source)
      var reader = XMLReader(Array(xml.utf8), source: source)
      let root = try reader.read()
      guard root.name == "domain", let name = try root.only("name", source: source)?.text,
        let uuid = try root.only("uuid", source: source)?.text
      else {
        throw FormatError(
          .malformed, source: source, message: "it is no <domain> with a name and a UUID",
          remedy: "libvirt gives the hook the domain's XML on its standard input")
      }
      self.name = name
      self.uuid = uuid
      isHostOwn = cpu.isHostOwn || cpu.hasOwnArgument
      isExpanded = cpu.check == "full"
      domain = LibvirtDomain(name: name, uuid: uuid, id: 0, state: .running, live: xml)
    }
  }

  /// Whether a guest that arrives may go on here.
  ///
  /// - Parameters:
  ///   - name: the guest's.
  ///   - boot: as it booted; nil where nobody knows.
  ///   - now: as it would go on; nil where nobody knows.
  ///   - reason: why something is not known, where that is told.
  public func decide(
    _ name: String, boot: CPUPolicy?, now: CPUPolicy?, reason: String? = nil
  ) -> Decision {
    func decision(_ action: Action, _ text: String) -> Decision {
      action == .refuse ? .refuse(text) : .warn(text)
    }
    let why = reason.map { " (\($0))" } ?? ""
    guard let boot else {
      return decision(
        configuration.unknown,
        "cpupolicy: unknown with which CPU \(name) booted\(why); domain watch keeps it, in the store of "
          + "this host")
    }
    guard let now else {
      return decision(
        configuration.unknown, "cpupolicy: unknown which CPU \(name) would get here\(why)")
    }
    let comparison = BootComparison(boot, now)
    if comparison.isDifferent {
      return decision(
        configuration.difference,
        "cpupolicy: \(name) would go on with another CPU than it booted with: it \(comparison.text)"
      )
    }
    guard !comparison.isUnknown else {
      let names = comparison.undecided.map(\.optionName).joined(separator: ", ")
      return decision(
        configuration.unknown,
        "cpupolicy: unknown whether \(name) would keep \(names.isEmpty ? "its features" : names)\(why)"
      )
    }
    return .pass
  }
}
