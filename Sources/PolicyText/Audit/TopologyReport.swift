import CPUPolicy

/// Topology rules over all CPUs of one host.
public enum TopologyReport {
  /// A violation, and the CPU that shows it.
  public struct Finding: Equatable, Sendable {
    public var cpu: Int
    public var violation: Violation
  }

  /// Everything that is wrong with the CPUs' topology data, CPU by CPU.
  public static func findings(_ cpus: [CPUPolicy]) -> [Finding] {
    var result: [Finding] = []
    var owners: [UInt32: Int] = [:]
    for (index, cpu) in cpus.enumerated() {
      var audit = TopologyAudit(of: cpu)
      var found: [Violation] = []
      audit.forEachViolation { found.append($0) }
      if cpus.count > 1, let id = audit.apicID() {
        if owners[id] != nil { found.append(collision(id, cpu)) } else { owners[id] = index }
      }
      result += found.sorted(by: Violation.inLeafOrder).map { Finding(cpu: index, violation: $0) }
    }
    return result
  }

  /// R1: an id that another CPU has.
  private static func collision(_ id: UInt32, _ cpu: CPUPolicy) -> Violation {
    let hasLevels = cpu.maxBasicLeaf >= 0xb && cpu.subleafCount(0xb) > 0
    let field: Field = hasLevels ? .topologyX2ApicId : .initialApicId
    let place = LeafPlace(field.leaf, field.isPlain ? LeafPlace.noSubleaf : 0)
    return Violation(
      .apicIDs, at: .leaf(place, field.register), bits: field.lowBit...field.highBit,
      subject: .field(field), value: UInt64(id), bound: UInt64(id), severity: .guestCrash)
  }
}
