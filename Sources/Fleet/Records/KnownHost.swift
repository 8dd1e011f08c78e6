// SPDX-License-Identifier: Apache-2.0

/// What a store holds of a host before a report of it is taken.
public struct KnownHost: Sendable {
  /// A guest's terms where it was first heard of, and its boot then.
  public struct Promise: Equatable, Sendable {
    /// What was promised to it.
    public var terms: GuestTerms
    /// The mark of the boot; nil where nobody could tell.
    public var boot: String?
    /// The host where it was told of last.
    public var host: String

    /// A promise to a guest.
    public init(terms: GuestTerms, boot: String?, host: String) {
      self.terms = terms
      self.boot = boot
      self.host = host
    }
  }

  /// The record; nil for a host that is new.
  public var record: HostRecord?
  /// When the record was put; nil for a host that is new.
  public var revision: FleetRevision?
  /// The parts of its guests as they stand in the store.
  public var parts: [[UInt8]]
  /// Numbers of the reports of which drift is kept, in ascending order.
  public var drift: [Int]
  /// Whether the facts of the report are in the store.
  public var hasFacts: Bool
  /// Digests of policies that are in the store.
  public var policies: Set<String>
  /// What was promised to guests of the report, by UUID.
  public var promises: [String: Promise]

  /// What is known of a host.
  public init(
    record: HostRecord? = nil, revision: FleetRevision? = nil, parts: [[UInt8]] = [],
    drift: [Int] = [], hasFacts: Bool = false, policies: Set<String> = [],
    promises: [String: Promise] = [:]
  ) {
    self.record = record
    self.revision = revision
    self.parts = parts
    self.drift = drift
    self.hasFacts = hasFacts
    self.policies = policies
    self.promises = promises
  }

  /// Takes what was promised to the guests of a host.
  public mutating func take(_ record: GuestsRecord, of host: String) {
    for guest in record.guests {
      promises[guest.uuid] = Promise(
        terms: record.terms[guest.terms], boot: guest.boot, host: host)
    }
  }
}
