// SPDX-License-Identifier: Apache-2.0

import Hosts
import PolicyCore
import PolicyFormats
import PolicyText

/// What an agent says of its host: what it is, and by digest what it has.
public struct HostState: Equatable, Sendable {
  /// A program with its version.
  public struct Software: Equatable, Sendable {
    /// Its name, e.g. `Xen` or `KVM`.
    public var name: String
    /// Its version; nil where it does not tell.
    public var version: String?

    /// A program with its version.
    public init(name: String, version: String? = nil) {
      self.name = name
      self.version = version
    }
  }

  /// What it is called.
  public var name: String
  /// The pool in which it stands; nil for the one of its enrolment.
  public var pool: String?
  /// Changes with each boot, and is no other machine's.
  public var bootID: String
  /// Number of the report, higher than that of any before it.
  public var sequence: Int
  /// When all of it was read, in seconds since 1970.
  public var readAt: Int
  /// Digest of its facts (`HostFactsText`).
  public var facts: String
  /// Digests of the policies of its hypervisor, by their names: `hvm-max` and the like.
  public var policies: [String: String]
  /// Its time-stamp counter.
  public var tsc: HostDescription.TimeStampCounter
  /// Its last-branch records.
  public var lbr: HostDescription.BranchRecords
  /// The revision of its microcode.
  public var microcode: UInt32?
  /// The release of its kernel.
  public var kernel: String?
  /// What runs guests on it.
  public var hypervisor: Software?
  /// What gives the guests their machines, where that is a program of its own: QEMU.
  public var machineMonitor: Software?
  /// Version and date of its firmware, as DMI has them.
  public var firmware: String?
  /// Digest of the command lines of its kernel and hypervisor.
  public var commandLine: String?

  /// A host of which nothing but this is known.
  public init(
    name: String, pool: String? = nil, bootID: String, sequence: Int, readAt: Int, facts: String
  ) {
    self.name = name
    self.pool = pool
    self.bootID = bootID
    self.sequence = sequence
    self.readAt = readAt
    self.facts = facts
    policies = [:]
    tsc = HostDescription.TimeStampCounter()
    lbr = HostDescription.BranchRecords()
  }

  private static let mostPolicies = 32

  /// The members of a document that holds the state.
  var members: [JSONValue.Member] {
    let value = JSONValue.members([
      "name": .string(name), "pool": .optional(pool), "bootID": .string(bootID),
      "sequence": .integer(sequence), "readAt": .integer(readAt), "facts": .string(facts),
      "policies": .object(
        policies.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .string($0.value)) }),
      "tsc": .members([
        "khz": .optional(tsc.khz), "invariant": .optional(tsc.isInvariant),
        "scaling": .optional(tsc.canScale),
      ]),
      "lbr": .members(["format": .optional(lbr.format), "depth": .optional(lbr.depth)]),
      "microcode": .optional(microcode.map { Hex.word($0) }), "kernel": .optional(kernel),
      "hypervisor": Self.json(hypervisor), "machineMonitor": Self.json(machineMonitor),
      "firmware": .optional(firmware), "commandLine": .optional(commandLine),
    ])
    guard case .object(let members) = value else { return [] }
    return members
  }

  private static func json(_ software: Software?) -> JSONValue {
    software.map { .members(["name": .string($0.name), "version": .optional($0.version)]) } ?? .null
  }

  init(_ reader: RecordReader) throws(FormatError) {
    self.init(
      name: try reader.text("name"), pool: try reader.optionalID("pool"),
      bootID: try reader.id("bootID"), sequence: try reader.number("sequence"),
      readAt: try reader.number("readAt"), facts: try reader.digest("facts"))
    if let object = try reader.optionalObject("policies"), case .object(let members) = object.value
    {
      guard members.count <= Self.mostPolicies else {
        throw reader.error("policies", "more than \(Self.mostPolicies)")
      }
      for member in members {
        guard PolicyKind(name: member.name) != nil else {
          throw object.error(member.name, "no policy of a host")
        }
        policies[member.name] = try object.digest(member.name)
      }
    }
    if let part = try reader.optionalObject("tsc") {
      tsc.khz = try part.optionalNumber("khz")
      tsc.isInvariant = try part.optionalFlag("invariant")
      tsc.canScale = try part.optionalFlag("scaling")
    }
    if let part = try reader.optionalObject("lbr") {
      lbr.format = try part.optionalNumber("format")
      lbr.depth = try part.optionalNumber("depth")
    }
    if let text = try reader.optionalText("microcode") {
      guard text.hasPrefix("0x"), let number = UInt32(text.dropFirst(2), radix: 16) else {
        throw reader.error("microcode", "no number such as 0x0000001d")
      }
      microcode = number
    }
    kernel = try reader.optionalText("kernel")
    hypervisor = try Self.software(try reader.optionalObject("hypervisor"))
    machineMonitor = try Self.software(try reader.optionalObject("machineMonitor"))
    firmware = try reader.optionalText("firmware")
    commandLine = try reader.optionalDigest("commandLine")
  }

  private static func software(_ reader: RecordReader?) throws(FormatError) -> Software? {
    guard let reader else { return nil }
    return Software(name: try reader.text("name"), version: try reader.optionalText("version"))
  }
}

/// What the store keeps of a host: what its agent said last, and what followed from that.
public struct HostRecord: FleetRecord {
  /// The guests that stand in records of their own.
  public struct Guests: Equatable, Sendable {
    /// Digest of all of them, as their agent told them.
    public var digest: String
    /// How many there are.
    public var count: Int
    /// In how many parts they stand.
    public var parts: Int

    /// Guests by their number.
    public init(digest: String, count: Int, parts: Int) {
      self.digest = digest
      self.count = count
      self.parts = parts
    }
  }

  /// The host's id, which is its machine's.
  public var id: String
  /// What its agent said.
  public var state: HostState
  /// Its guests.
  public var guests: Guests
  /// Boots before this one: a machine that says one of them is another one with the same id.
  public var formerBoots: [String]
  /// When a server took the report, in seconds since 1970 by its own clock.
  public var receivedAt: Int

  /// How many boots are kept.
  public static let mostFormerBoots = 8

  /// The pool in which the host stands.
  public var pool: String { state.pool ?? HostRecord.noPool }
  /// The pool of hosts that no operator put into one.
  public static let noPool = "default"

  /// A record of a host.
  public init(
    id: String, state: HostState, guests: Guests, formerBoots: [String] = [], receivedAt: Int
  ) {
    self.id = id
    self.state = state
    self.guests = guests
    self.formerBoots = formerBoots
    self.receivedAt = receivedAt
  }

  /// The record as it is written.
  public var json: JSONValue {
    .object(
      [.init(name: "id", value: .string(id))] + state.members + [
        .init(
          name: "guests",
          value: .members([
            "digest": .string(guests.digest), "count": .integer(guests.count),
            "parts": .integer(guests.parts),
          ])),
        .init(name: "formerBoots", value: .strings(formerBoots)),
        .init(name: "receivedAt", value: .integer(receivedAt)),
      ])
  }

  public init(reading value: JSONValue, source: String) throws(FormatError) {
    let reader = RecordReader(value, source: source)
    let part = try reader.object("guests")
    self.init(
      id: try reader.id("id"), state: try HostState(reader),
      guests: Guests(
        digest: try part.digest("digest"), count: try part.number("count"),
        parts: try part.number("parts")),
      formerBoots: try reader.texts("formerBoots", most: Self.mostFormerBoots),
      receivedAt: try reader.number("receivedAt"))
  }
}
