// SPDX-License-Identifier: Apache-2.0

/// The name of an outside form of a policy. Each form's own folder under `Forms` gives it one.
public struct PolicyFormat: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  /// A form's own name.
  init(_ name: String) { rawValue = name }

  /// The known form of a name.
  public init?(rawValue: String) {
    // Labels of a node are known under the name of their tool as well.
    let name = rawValue == "nfd" ? PolicyFormat.nodeLabels.rawValue : rawValue
    guard PolicyCodec.all.contains(where: { $0.format.rawValue == name }) else { return nil }
    self.rawValue = name
  }

  /// Whether a policy can be written in the form; the others say what a host or machine answered.
  public var isWritable: Bool { PolicyCodec.of(self).writer != nil }
}

extension PolicyFormat: CaseIterable {
  public static var allCases: [PolicyFormat] { PolicyCodec.all.map(\.format) }
}
