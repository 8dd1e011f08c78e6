// SPDX-License-Identifier: Apache-2.0

import PolicyFormats

/// What the `HookDecision` document says: what libvirt's hook decided about a guest.
public struct HookDecision: Sendable {
  /// What comes of it.
  public enum Decision: String, Sendable { case pass, warn, refuse }

  /// The guest's name.
  public var domain: String
  /// libvirt's word for what the guest does: `migrate`, `restore`.
  public var operation: String
  /// What comes of it.
  public var decision: Decision
  /// Why a guest is not let pass without a word; nil where it is.
  public var reason: String?

  /// A decision about a guest.
  public init(domain: String, operation: String, decision: Decision, reason: String? = nil) {
    self.domain = domain
    self.operation = operation
    self.decision = decision
    self.reason = reason
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "domain", value: .string(domain)),
      .init(name: "operation", value: .string(operation)),
      .init(name: "decision", value: .string(decision.rawValue)),
      .init(name: "reason", value: .optional(reason)),
    ]
  }
}

/// What the `HookChange` document says: what became of libvirt's hook.
public struct HookChange: Sendable {
  /// What was done with the script, or would be.
  public enum Change: String, Sendable { case installed, rewritten, removed, absent }

  /// The path of the script that libvirt calls.
  public var script: String
  /// What was done with the script, or would be.
  public var change: Change
  /// The path of the hook's configuration.
  public var configuration: String
  /// Whether the configuration was missing, and is written.
  public var writesConfiguration: Bool
  /// True where nothing but a look was asked for.
  public var isDryRun: Bool

  /// A change of the hook by the paths of its script and configuration.
  public init(
    script: String, change: Change, configuration: String, writesConfiguration: Bool,
    isDryRun: Bool
  ) {
    self.script = script
    self.change = change
    self.configuration = configuration
    self.writesConfiguration = writesConfiguration
    self.isDryRun = isDryRun
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "script", value: .string(script)),
      .init(name: "change", value: .string(change.rawValue)),
      .init(name: "configuration", value: .string(configuration)),
      .init(name: "configurationWritten", value: .bool(writesConfiguration)),
      .init(name: "dryRun", value: .bool(isDryRun)),
    ]
  }
}
