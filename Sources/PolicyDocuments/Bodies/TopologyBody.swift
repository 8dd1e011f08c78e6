// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `Topology` document says.
enum TopologyBody {
  /// A topology with the leaves that one virtual CPU sees.
  ///
  /// - Parameters:
  ///   - topology: where the virtual CPUs sit.
  ///   - policy: the policy into which the topology was solved, as that CPU sees it.
  static func members(_ topology: Topology, seenIn policy: CPUPolicy) -> [JSONValue.Member] {
    shape(topology) + [.init(name: "leaves", value: .array(leaves(policy)))]
  }

  /// Shape and ids.
  static func shape(_ topology: Topology) -> [JSONValue.Member] {
    let ioAPICID = topology.ioAPICID
    let ids = (0..<topology.vCPUs).map { JSONValue.integer(Int(topology.apicID(of: $0))) }
    var members: [JSONValue.Member] = [
      .init(name: "sockets", value: .integer(Int(topology.sockets))),
      .init(name: "dies", value: .integer(Int(topology.dies))),
      .init(name: "cores", value: .integer(Int(topology.cores))),
      .init(name: "threads", value: .integer(Int(topology.threads))),
      .init(name: "vcpus", value: .integer(Int(topology.vCPUs))),
      .init(
        name: "layout", value: .string(topology.layout == .legacy ? "legacy" : "packed")),
      .init(name: "apicIDs", value: .array(ids)),
      .init(name: "ioAPICID", value: .optional(ioAPICID.map(Int.init))),
    ]
    if ioAPICID == nil {
      members.append(.init(name: "ioAPICReason", value: .string(TopologyError.noIOAPICID)))
    }
    return members
  }

  /// The leaves in which a field comes from the topology; lists include their terminator.
  private static func leaves(_ policy: CPUPolicy) -> [JSONValue] {
    var leaves = Set(Field.all.filter { $0.rules.audit == .topology }.map(\.leaf))
    // CMP_LEGACY follows the topology too.
    if policy.vendor.isAMDLike { leaves.insert(0x8000_0001) }
    var result: [JSONValue] = []
    for slot in 0..<LeafLayout.slotCount {
      let place = LeafLayout.place(ofSlot: slot)
      guard leaves.contains(place.leaf), policy.isWithinLimits(leaf: place.leaf) else { continue }
      let count = policy.subleafCount(place.leaf)
      let isListed = count > 0 && place.subleaf <= UInt32(count) && place.leaf != 0x18
      if place.isPlain || isListed { result.append(PolicyJSON.leaf(place, policy[slot: slot])) }
    }
    return result
  }
}
