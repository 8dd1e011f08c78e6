// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import TestSupport

/// Features, and what hangs on them: prerequisites, the host's own behaviour, owned leaves.
extension TableJudge {
  /// What of the bound's features a domain of this kind may have.
  static func allowed(
    _ bound: JudgedPolicy, _ vendor: String, _ context: AuditContext
  ) -> Set<Int> {
    let places = bound.places
    var gone: Set<Int> = []
    func remove(_ feature: Int) { gone.formUnion(places.dependants[feature].union([feature])) }
    if context.kind == .hvmShadow {
      for (index, feature) in places.abi.features.enumerated()
      where feature.audience.uppercased().contains("H") {
        remove(index)
      }
    }
    if !context.hasNestedVirtualisation {
      remove(places.feature("VMX"))
      remove(places.feature("SVM"))
    }
    if context.kind == .pv32 {
      remove(places.feature("LM"))
      if vendor != "amd" { remove(places.feature("SYSCALL")) }
    }
    return Set(places.abi.features.indices.filter { bound.has($0) && !gone.contains($0) })
  }

  func features(_ candidate: JudgedPolicy) -> [Finding] {
    var found: [Finding] = []
    for (index, feature) in abi.features.enumerated() {
      let isSet = candidate.has(index)
      if feature.audit == "equal" {
        found += hostBehaviour(index, isSet, candidate)
      } else if isSet && !allowed.contains(index) {
        found += excess(index)
      }
      guard isSet else { continue }
      for need in places.needs[index] where !candidate.has(need) {
        // The bound's own CPU shows it so.
        if isSystem && bound.has(index) && !bound.has(need) { continue }
        found.append(finding(102, feature: index, need: abi.features[need].name))
      }
    }
    if candidate.has("XSAVE") && candidate.basicLimit < 0xd {
      found.append(finding(106, feature: places.feature("XSAVE")))
    }
    return found
  }

  /// A feature that is set and that the domain may not have.
  private func excess(_ feature: Int) -> [Finding] {
    if !knowsBound(feature) { return [] }
    switch abi.words[abi.features[feature].word].place {
    case .msr(let msr, _):
      // An MSR that the bound lacks is refused as a whole.
      if bound.msrs[msr] == nil { return [] }
    default: break
    }
    let name = abi.features[feature].name
    let code: UInt16 =
      if !bound.has(feature) {
        101
      } else {
        (name == "VMX" || name == "SVM") && !context.hasNestedVirtualisation ? 103 : 104
      }
    return [finding(code, feature: feature)]
  }

  private func knowsBound(_ feature: Int) -> Bool { bound.knows(feature) }

  /// Bits that tell how the CPU behaves, whatever a policy says.
  private func hostBehaviour(
    _ feature: Int, _ isSet: Bool, _ candidate: JudgedPolicy
  ) -> [Finding] {
    let row = abi.features[feature]
    guard let host = context.hostFeatures else {
      return isSet && !bound.has(feature) ? [finding(101, feature: feature)] : []
    }
    let isHosts = host[word: row.word] >> UInt32(row.bit) & 1 != 0
    guard isSet != isHosts, isSet || !isSystem, candidate.knows(feature) else { return [] }
    return [finding(105, feature: feature)]
  }

  /// Leaves that hold data only where a feature is shown, and counters that were not given.
  func ownedLeaves(_ candidate: JudgedPolicy) -> [Finding] {
    var found: [Finding] = []
    for row in abi.owners where !shows(row.owner, candidate) {
      let need = places.featureIndex[row.owner] == nil ? "" : row.owner
      switch row.place {
      case .leaf(let leaf): found += data(171, leaf, candidate, need: need)
      case .field(let name): found += field(name, candidate, need: need)
      case .msrs(let range):
        for (msr, value) in candidate.msrs where range.contains(msr) && value != 0 {
          guard let held = bound.msrs[msr], !bound.unknownMSRs.contains(msr),
            !candidate.unknownMSRs.contains(msr), !isSystem || value != held
          else { continue }
          found += (0..<64).filter { value >> UInt64($0) & 1 != 0 }
            .map { Finding(171, .msr(msr), $0...$0, need: need) }
        }
      }
    }
    if !context.hasPerformanceCounters { found += data(172, 0xa, candidate) }
    return found
  }

  /// Whether a policy shows an owner: a feature that is set, or a field that is not zero.
  func shows(_ owner: String, _ policy: JudgedPolicy) -> Bool {
    places.featureIndex[owner] == nil ? policy[place(owner)] != 0 : policy.has(owner)
  }

  /// Whether a field waits for another owner than its leaf does.
  func isOwnedAlone(_ name: String) -> Bool {
    abi.owners.contains { if case .field(name) = $0.place { true } else { false } }
  }

  /// Who owns a row in a slot; nil where it waits for nothing.
  func owner(_ index: Int, _ slot: Int) -> String? {
    let field = abi.fields[index]
    var ofLeaf: String?
    for row in abi.owners {
      switch row.place {
      case .field(field.name): return row.owner
      case .leaf(field.leaf): ofLeaf = row.owner
      default: break
      }
    }
    return ofLeaf
  }

  /// A field that waits for another owner than its leaf does.
  private func field(_ name: String, _ candidate: JudgedPolicy, need: String) -> [Finding] {
    let place = place(name)
    let value = candidate[place]
    let row = abi.fields[places.fieldIndex[name] ?? 0]
    guard candidate.shows(leaf: row.leaf), value != 0, !isSystem || value != bound[place] else {
      return []
    }
    let permitted = permitted[place.position] | (isSystem ? bound.registers[place.position] : 0)
    guard value << place.shift & ~permitted == 0 else { return [] }
    let finding = finding(171, name)
    return [Finding(171, finding.place, row.bits, row: name, need: need)]
  }

  /// What a leaf holds that its rows alone would allow; what they refuse is reported there.
  private func data(
    _ code: UInt16, _ leaf: UInt32, _ candidate: JudgedPolicy, need: String = ""
  ) -> [Finding] {
    guard candidate.shows(leaf: leaf), let block = places.blocks[leaf] else { return [] }
    var found: [Finding] = []
    for slot in block {
      for register in 0..<4 {
        let position = slot * 4 + register
        let value = candidate.registers[position]
        let held = bound.registers[position]
        let permitted = isSystem ? permitted[position] | held : permitted[position]
        guard value & permitted != 0, !isSystem || value & ~held != 0 else { continue }
        found += Self.bits(value).map { finding(code, slot, register, $0...$0, need: need) }
      }
    }
    return found
  }
}
