import CPUPolicy
import PolicyText

/// Writes one policy in a known form.
public enum PolicyWriter {
  /// The bytes, and the places that the form cannot hold.
  ///
  /// - Parameter machine: what forms of a whole machine say besides, where it is known.
  public static func write(
    _ named: NamedPolicy, as format: PolicyFormat, machine: QEMUCPUFormat.Machine? = nil
  ) -> (bytes: [UInt8], dropped: [String]) {
    switch format {
    case .json: (Array((PolicyJSON.document(named).text + "\n").utf8), [])
    case .leaves: LeavesFormat.write(named.policy)
    case .featureset: (Array((named.policy.featureSet.hexadecimal() + "\n").utf8), [])
    case .cpuidR: (Array(cpuidTool(named.policy).utf8), msrPlaces(named.policy))
    case .xenCPUID: (Array(xenCPUID(named).utf8), [])
    case .xl: XLFormat.write(named.policy)
    case .migrationRecords: MigrationRecords.write(named.policy)
    case .instlatx64: (Array(instlat(named.policy).utf8), [])
    case .qemuCPU: QEMUCPUFormat.write(named.policy, machine)
    case .firecrackerTemplate: FirecrackerTemplate.write(named.policy)
    case .libvirtCPU: LibvirtFormats.writeCPU(named.policy)
    case .libvirtCPUData: (LibvirtFormats.writeData(named.policy), [])
    // Replies, not settings: nobody could use a written one.
    case .qemuExpansion, .libvirtCapabilities: ([], [])
    }
  }

  private static func msrPlaces(_ policy: CPUPolicy) -> [String] {
    msrs(policy).filter { $0.1 != 0 }.map { "msr \(hexText($0.0.rawValue))" }
  }

  private static func msrs(_ policy: CPUPolicy) -> [(MSRIndex, UInt64)] {
    (0..<LeafLayout.msrCount).compactMap { position in
      let index = LeafLayout.msr(at: position)
      return policy[msr: index].map { (index, $0) }
    }
  }

  private static func cpuidTool(_ policy: CPUPolicy) -> String {
    var text = "CPU:\n"
    policy.canonical.forEachLeaf { place, registers in
      let subleaf = "0x" + Hex.digits(place.isPlain ? 0 : place.subleaf, 2)
      text += "   \(Hex.word(place.leaf)) \(subleaf): eax=\(Hex.word(registers.eax))"
      text += " ebx=\(Hex.word(registers.ebx)) ecx=\(Hex.word(registers.ecx))"
      text += " edx=\(Hex.word(registers.edx))\n"
    }
    return text
  }

  private static func xenCPUID(_ named: NamedPolicy) -> String {
    var rows = ""
    var count = 0
    named.policy.canonical.forEachLeaf { place, registers in
      guard !registers.isZero else { return }
      count += 1
      rows += "  \(Hex.digits(place.leaf, 8)):\(Hex.digits(place.subleaf, 8)) -> "
      rows +=
        [registers.eax, registers.ebx, registers.ecx, registers.edx]
        .map { Hex.digits($0, 8) }.joined(separator: ":") + "\n"
    }
    let values = msrs(named.policy)
    let title = named.name.split(separator: "-").map { part in
      part == "pv" || part == "hvm"
        ? part.uppercased() : part.prefix(1).uppercased() + part.dropFirst()
    }.joined(separator: " ")
    var text = "\(title) policy: \(count) leaves, \(values.count) MSRs\n CPUID:\n"
    text += "  leaf     subleaf  -> eax      ebx      ecx      edx     \n" + rows
    text += " MSRs:\n  index    -> value           \n"
    for (index, value) in values {
      text += "  \(Hex.digits(index.rawValue, 8)) -> \(Hex.digits(value, 16))\n"
    }
    return text
  }

  private static func instlat(_ policy: CPUPolicy) -> String {
    var text = "------[ CPUID Registers / Logical CPU #0 ]------\n\n"
    policy.canonical.forEachLeaf { place, registers in
      text += "CPUID \(Hex.digits(place.leaf, 8)): "
      text += [registers.eax, registers.ebx, registers.ecx, registers.edx]
        .map { Hex.digits($0, 8) }.joined(separator: "-").uppercased()
      text += place.isPlain ? "\n" : " [SL \(Hex.digits(place.subleaf, 2).uppercased())]\n"
    }
    text += "\n------[ MSR Registers / Logical CPU #0 ]------\n\n"
    for (index, value) in msrs(policy) {
      let digits = Array(Hex.digits(value, 16).uppercased())
      let groups = stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }
      text +=
        "MSR \(Hex.digits(index.rawValue, 8).uppercased()): \(groups.joined(separator: "-"))\n"
    }
    return text
  }
}
