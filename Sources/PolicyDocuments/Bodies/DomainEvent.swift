// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyFormats

/// What the `Event` document says: something that happened to a domain of a hypervisor's.
public struct DomainEvent: Sendable {
  /// What happened, in the hypervisor's word: `started`, `stopped`.
  public var event: String
  /// Whence a domain that has started has what it runs: `booted`, `migrated`; nil of all that is no start.
  public var start: String?
  /// The domain's name.
  public var domain: String
  /// The domain's UUID.
  public var uuid: String
  /// What a domain that has started got of what was asked for; nil where it could not be told.
  public var delivery: Delivery?
  /// Whether the CPU with which it booted is kept in the store.
  public var isKept: Bool

  /// An event of a domain, by its name and UUID.
  public init(
    _ event: String, start: String? = nil, domain: String, uuid: String,
    delivery: Delivery? = nil, isKept: Bool = false
  ) {
    self.event = event
    self.start = start
    self.domain = domain
    self.uuid = uuid
    self.delivery = delivery
    self.isKept = isKept
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "event", value: .string(event)),
      .init(name: "start", value: .optional(start)),
      .init(name: "domain", value: .string(domain)),
      .init(name: "uuid", value: .string(uuid)),
      .init(name: "verdict", value: .optional(delivery?.verdict.rawValue)),
      .init(name: "lost", value: .strings(delivery?.lost ?? [])),
      .init(name: "because", value: .optional(delivery?.because)),
      .init(name: "kept", value: .bool(isKept)),
    ]
  }
}
