// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats

/// On which host a guest of xl.cfg is made: its policy follows from the host's.
struct XLHost: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The host on which a guest of xl.cfg is made: a dump or a document.", valueName: "file"),
    completion: Offers.files)
  var host: String?

  /// A host that something else names, where the option does not.
  private var other: HostDescription?
  private var owner: DerivationOptions?

  private enum CodingKeys: CodingKey { case host }

  init() {}

  /// The same with a host to fall back on, and what its owner asks for.
  func or(_ other: HostDescription?, _ owner: DerivationOptions?) -> XLHost {
    var result = self
    result.other = other
    result.owner = host == nil ? owner : nil
    return result
  }

  /// The same with what the owner of the host asks for.
  func under(_ owner: DerivationOptions?) -> XLHost {
    var result = self
    result.owner = owner
    return result
  }

  /// The guest of a configuration, or one whose policy nobody knows where no host is at hand. A setting
  /// alone, of which no file says whose it is, needs the kind, too.
  func guest(_ configuration: XLGuest, _ path: String, kind: GuestKind?) throws -> Guest {
    var lacking: [String] = []
    if !configuration.isDomain, kind == nil {
      lacking.append("the kind of the domain that has the setting: --kind, or type in the file")
    }
    let description = try host.map { try HostInput.load($0, from: nil) } ?? other
    if description == nil { lacking.append("the host on which it is made: --host FILE") }
    guard let description, lacking.isEmpty else {
      var guest = Guest(
        name: configuration.name ?? path, kind: kind ?? configuration.kind,
        policy: XLHost.nothing)
      guest.wanting = "\(path): " + lacking.joined(separator: "; ")
      return guest
    }
    noteAssumed(configuration, path, kind)
    return try Self.making { () throws(DomainError) in
      try Guest(configuration, named: path, kind: kind, on: description.under(owner), owner)
    }
  }

  /// The guest's policy; nil where no host is given.
  func policy(
    _ configuration: XLGuest, _ path: String, _ owner: DerivationOptions?
  ) throws -> NamedPolicy? {
    guard host != nil else { return nil }
    let guest = try under(owner).guest(
      configuration, path, kind: configuration.isDomain ? nil : .hvm)
    let origin = guest.judge.map { NamedPolicy.Origin(host: $0.host, digest: $0.digest) }
    return NamedPolicy(
      name: "policy", policy: guest.policy, assumed: configuration.assumed, origin: origin)
  }

  /// Refuses the option where the input stands for itself.
  func refuse() throws {
    guard host == nil else {
      throw CommandFailure(
        .usage, "--host is for guests of xl.cfg, whose policy is one of a host's; leave it out")
    }
  }

  private static func making(_ body: () throws(DomainError) -> Guest) throws -> Guest {
    do {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }

  private func noteAssumed(_ configuration: XLGuest, _ path: String, _ kind: GuestKind?) {
    var configuration = configuration
    // What a kind decides is not assumed.
    if let kind { configuration.type = kind.isHVM ? .hvm : .pv }
    let assumed = configuration.assumed.filter { kind == nil || !$0.contains("kernel") }
    guard !assumed.isEmpty else { return }
    Console.note("\(path): not said, and taken as xl's default: " + assumed.joined(separator: ", "))
  }

  /// A policy of which nothing is known.
  private static let nothing: CPUPolicy = {
    var policy = CPUPolicy()
    for slot in 0..<LeafLayout.slotCount { policy.markUnknown(slot: slot) }
    for index in [MSRIndex.archCapabilities, .platformInfo] { policy.markUnknown(msr: index) }
    return policy
  }()
}
