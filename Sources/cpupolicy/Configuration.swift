// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import PolicyFormats
import PolicyText
import Synchronization

/// What is set for every run of the command: by the administrator's file, the user's file and the
/// environment. What stands later wins, and an option over all of them.
///
/// Nothing is used of a file that cannot be read whole.
struct Configuration: Equatable, Sendable {
  /// What can be set; its name in a file.
  enum Key: String, CaseIterable {
    case stateDir = "state-dir"
    case source, hypervisor, color, server

    /// Its name in the environment.
    var variable: String { "CPUPOLICY_" + rawValue.uppercased().replacing("-", with: "_") }
  }

  /// A value, and where it stands.
  struct Setting<Value: Equatable & Sendable>: Equatable, Sendable {
    var value: Value
    var origin: String
  }

  private(set) var stateDir: Setting<String>?
  private(set) var source: Setting<HostSource>?
  private(set) var hypervisor: Setting<DomainCommand.Connection.Back>?
  private(set) var color: Setting<Screen.Colours>?
  /// The fleet service's address. Nothing asks one so far.
  private(set) var server: Setting<String>?

  init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its name, for messages and as the origin of what it says.
  /// - Throws: `FormatError` with line and column.
  init(reading bytes: [UInt8], path: String) throws(FormatError) {
    var reader = TOMLReader(bytes, source: path)
    while let entry = try reader.next() {
      func error(_ message: String, _ remedy: String) -> FormatError {
        reader.error(message, remedy: remedy, at: entry.start)
      }
      guard let key = Key(rawValue: entry.key) else {
        let names = Key.allCases.map(\.rawValue)
        throw error(
          "\(entry.key): \(Choices.refusal(entry.key, "key", of: names))", "leave it out")
      }
      guard case .text(let text) = entry.value else {
        throw error("\(entry.key) is no list", "give one string")
      }
      let place = reader.place(entry.start)
      if let refusal = set(key, text, origin: "\(path):\(place.line)") {
        throw error("\(entry.key) = \"\(text)\": \(refusal)", "or leave it out")
      }
    }
  }

  /// Sets a key.
  /// - Returns: what is wrong with the text, where something is; nothing is set then.
  mutating func set(_ key: Key, _ text: String, origin: String) -> String? {
    switch key {
    case .stateDir:
      guard text.hasPrefix("/") else { return "this is no absolute path" }
      stateDir = Setting(value: text, origin: origin)
    case .source: return Self.put(text, origin, into: &source)
    case .hypervisor: return Self.put(text, origin, into: &hypervisor)
    case .color: return Self.put(text, origin, into: &color)
    case .server:
      guard text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("unix:")
      else { return "expected is http://, https:// or unix: with an address" }
      server = Setting(value: text, origin: origin)
    }
    return nil
  }

  private static func put<Value: RawRepresentable<String> & CaseIterable & Equatable & Sendable>(
    _ text: String, _ origin: String, into setting: inout Setting<Value>?
  ) -> String? {
    guard let value = Value(rawValue: text) else {
      return Choices.refusal(text, "value", of: Value.allCases.map(\.rawValue))
    }
    setting = Setting(value: value, origin: origin)
    return nil
  }

  /// What the other says, too; where both say something the other's.
  mutating func merge(_ other: Configuration) {
    stateDir = other.stateDir ?? stateDir
    source = other.source ?? source
    hypervisor = other.hypervisor ?? hypervisor
    color = other.color ?? color
    server = other.server ?? server
  }

  /// Each key that is set, as a file would say it, and where it stands.
  var lines: [String] {
    func line(_ key: Key, _ value: String?, _ origin: String?) -> String? {
      guard let value, let origin else { return nil }
      return "\(origin): \(key.rawValue) = \"\(value)\""
    }
    return [
      line(.stateDir, stateDir?.value, stateDir?.origin),
      line(.source, source?.value.rawValue, source?.origin),
      line(.hypervisor, hypervisor?.value.rawValue, hypervisor?.origin),
      line(.color, color?.value.rawValue, color?.origin),
      line(.server, server?.value, server?.origin),
    ].compactMap(\.self)
  }
}

// MARK: Where it comes from

extension Configuration {
  /// The administrator's file.
  static let ofSystem = "/etc/cpupolicy.toml"
  /// Names one file that is read instead of the administrator's and the user's; empty: none is.
  static let fileVariable = "CPUPOLICY_CONFIG"

  /// Everything that is set.
  ///
  /// - Parameter environment: the value of a variable.
  static func found(_ environment: (String) -> String?) throws -> Configuration {
    var configuration = Configuration()
    if let file = environment(fileVariable) {
      if !file.isEmpty {
        configuration = try Configuration(reading: try InputFile.contents(of: file), path: file)
      }
    } else {
      for path in [ofSystem, ofUser(environment)].compactMap(\.self) where access(path, F_OK) == 0 {
        configuration.merge(
          try Configuration(reading: try InputFile.contents(of: path), path: path))
      }
    }
    for key in Key.allCases {
      guard let text = environment(key.variable), !text.isEmpty else { continue }
      if let refusal = configuration.set(key, text, origin: key.variable) {
        throw CommandFailure(.usage, "\(key.variable)=\(text): \(refusal)")
      }
    }
    return configuration
  }

  /// The user's file; nil where neither variable says where.
  private static func ofUser(_ environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/cpupolicy/config.toml"
    }
    return environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      .map { $0 + "/.config/cpupolicy/config.toml" }
  }

  private static let loaded = Mutex(Configuration())

  /// What is set; nothing before ``load()``.
  static var current: Configuration { loaded.withLock { $0 } }

  /// Reads what is set, once before a command runs.
  static func load() throws {
    let found = try found { name in getenv(name).map { String(cString: $0) } }
    loaded.withLock { $0 = found }
    for line in found.lines { Console.detail(line) }
    if let server = found.server {
      Console.note("\(server.origin): server is kept for the fleet service; nothing asks it yet")
    }
  }
}
