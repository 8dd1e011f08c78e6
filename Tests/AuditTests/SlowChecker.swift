import CPUPolicy
import PolicyFormats
import PolicyText

/// A second judge of candidates, written from the tables row by row and bit by bit, without masks.
///
/// It is slow and shares no code with the auditor but the tables and the policy's own accessors.
struct SlowChecker {
  let bound: CPUPolicy
  let context: AuditContext

  /// What is wrong, as text.
  func findings(_ candidate: CPUPolicy) -> [String] {
    var found: [String] = []
    for slot in 0..<LeafLayout.slotCount {
      for register in [Register.eax, .ebx, .ecx, .edx] {
        for bit in 0..<32 where candidate[slot: slot][register] >> UInt32(bit) & 1 != 0 {
          if let text = setBit(candidate, slot, register, bit) { found.append(text) }
        }
      }
    }
    for field in Field.all { found += compare(candidate, field) }
    for feature in Feature.allNamed { found += relations(candidate, feature) }
    found += states(candidate) + forms(candidate) + registers(candidate) + unknown(candidate)
    return found
  }

  /// Places that only one of the two knows, and that hold something there.
  private func unknown(_ candidate: CPUPolicy) -> [String] {
    var found: [String] = []
    for slot in 0..<LeafLayout.slotCount where isLive(candidate, slot) {
      let known = (candidate.isKnown(slot: slot), bound.isKnown(slot: slot))
      if known.0 && !known.1 && candidate[slot: slot] != LeafRegisters() { found.append("bound?") }
      if !known.0 && known.1 && bound[slot: slot] != LeafRegisters() { found.append("candidate?") }
    }
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      let known = (candidate.isKnown(msr: index), bound.isKnown(msr: index))
      if known.0 && !known.1 && candidate[msr: index] ?? 0 != 0 { found.append("bound msr?") }
      if !known.0 && known.1 && bound[msr: index] ?? 0 != 0 { found.append("candidate msr?") }
    }
    return found
  }

  private var isSystem: Bool { context.scope == .system }

  private func mayHave(_ feature: Feature) -> Bool {
    guard bound.featureSet.contains(feature) else { return false }
    var lost: [Feature] = context.hasNestedVirtualisation ? [] : [.vmx, .svm]
    if context.kind == .pv32 {
      lost.append(.lm)
      if bound.vendorString != "AuthenticAMD" && bound.vendorString != "HygonGenuine" {
        lost.append(.syscall)
      }
    }
    if lost.contains(where: { $0 == feature || needs(feature, $0) }) { return false }
    if context.kind == .hvmShadow {
      let letters = feature.audience
      if letters.contains("H") || letters.contains("h") { return false }
    }
    return true
  }

  /// Whether a feature needs another one, through any number of others.
  private func needs(_ feature: Feature, _ other: Feature) -> Bool {
    var direct: [Feature] = []
    FeatureSet.forEachRequirement(of: feature) { direct.append($0) }
    return direct.contains { $0 == other || needs($0, other) }
  }

  private func isLive(_ policy: CPUPolicy, _ slot: Int) -> Bool {
    let place = LeafLayout.place(ofSlot: slot)
    let isWithin =
      switch place.leaf >> 28 {
      case 0: place.leaf <= policy[leaf: 0].eax || !policy.isKnown(leaf: 0)
      case 4: true
      default:
        place.leaf == 0x8000_0000 || !policy.isKnown(leaf: 0x8000_0000)
          || policy[leaf: 0x8000_0000].eax >> 16 == 0x8000
            && place.leaf <= policy[leaf: 0x8000_0000].eax
      }
    return isWithin && (place.isPlain || Int(place.subleaf) < policy.subleafCount(place.leaf))
  }

  private func feature(_ slot: Int, _ register: Register, _ bit: Int) -> Feature? {
    RowIndex.features(slot: slot, register).first { $0.bit == bit }
  }

  private func fields(_ slot: Int, _ register: Register, _ bit: Int) -> [Field] {
    RowIndex.fields(slot: slot, register).filter { ($0.lowBit...$0.highBit).contains(bit) }
  }

  /// A bit that is set: is it allowed to be?
  private func setBit(
    _ candidate: CPUPolicy, _ slot: Int, _ register: Register, _ bit: Int
  ) -> String? {
    let place = LeafLayout.place(ofSlot: slot)
    let label = "\(PlaceText.leaf(place)) \(register)[\(bit)]"
    let held = bound[slot: slot][register] >> UInt32(bit) & 1 != 0
    if !isLive(candidate, slot), candidate.isKnown(slot: slot) {
      let isAbsentToo = held && !isLive(bound, slot)
      let isHidden = feature(slot, register, bit).map(context.hiddenFeatures.contains) ?? false
      guard isSystem && (isAbsentToo || isHidden) else { return "\(label): stale" }
    }
    if let feature = feature(slot, register, bit) {
      if feature.audit == .equal { return nil }
      return mayHave(feature) || !bound.isKnown(slot: slot) ? nil : "\(label): \(feature.name)"
    }
    if isSystem && held { return nil }
    guard isLive(candidate, slot) else { return nil }
    if place.leaf >> 28 == 4 {
      return place.leaf & 0xff == 0 && register == .eax || held ? nil : "\(label): hypervisor"
    }
    if let text = owner(candidate, place, slot, register) { return "\(label): \(text)" }
    let rows = fields(slot, register, bit)
    if rows.isEmpty { return "\(label): reserved" }
    return rows.allSatisfy { refuses($0, slot, held, place) } ? "\(label): \(rows[0].name)" : nil
  }

  /// Leaves that come with a feature.
  private func owner(
    _ candidate: CPUPolicy, _ place: LeafPlace, _ slot: Int, _ register: Register
  ) -> String? {
    let owners: [UInt32: Feature] = [
      0x5: .monitor, 0xf: .pqm, 0x10: .pqe, 0x12: .sgx, 0x14: .procTrace, 0x1a: .hybrid,
      0x1c: .archLbr, 0x1d: .amxTile, 0x1e: .amxTile, 0x8000_000a: .svm, 0x8000_0019: .page1gb,
      0x8000_001b: .ibs, 0x8000_001c: .lwp, 0x8000_001d: .topoext, 0x8000_001e: .topoext,
    ]
    let isBounds = candidate[slot: slot][register] & ~bound[slot: slot][register] == 0
    if let feature = owners[place.leaf], !candidate.has(feature), !(isSystem && isBounds) {
      return "needs \(feature.name)"
    }
    if place.leaf == 0xa && !context.hasPerformanceCounters { return "no counters" }
    return nil
  }

  private func isVendors(_ field: Field) -> Bool {
    switch bound.vendorString {
    case "GenuineIntel": field.isDefined(by: .intel)
    case "AuthenticAMD", "HygonGenuine": field.isDefined(by: .amd)
    case "CentaurHauls", "  Shanghai  ": field.isDefined(by: .centaur)
    default: true
    }
  }

  private func refuses(_ field: Field, _ slot: Int, _ held: Bool, _ place: LeafPlace) -> Bool {
    let whole = bound[slot: slot][field.register] & field.mask
    let isUnknown = !bound.isKnown(slot: slot)
    switch field.rules.audit {
    case .zero: return true
    case .subset:
      return !held && !isUnknown
    case .atmost:
      return whole == 0 && !isUnknown && field != .maxPhysicalAddressBits
        && field != .maxBasicLeaf && field != .maxLeaf7Subleaf && field != .maxExtendedLeaf
    case .equal:
      return whole == 0 && !isUnknown && field.rules.guest != .pass && field.leaf != 0xd
    case .atleast: return bound[leaf: 0xa].eax & 0xff == 0
    case .topology where field.rules.guest == .dynamic: return true
    case .any, .topology:
      return !(isVendors(field) || whole != 0 || isUnknown) || isWithdrawn(field)
    case .derived: return whole == 0 && !isUnknown && !isRecomputed(field)
    }
  }

  private func isRecomputed(_ field: Field) -> Bool {
    field.leaf == 0xd || field.leaf == 0x8000_0001 || field == .maxLinearAddressBits
      || field.leaf == 0x8000_0000 && field != .maxExtendedLeaf
  }

  /// What derivation clears for a vendor although the row leaves it free.
  private func isWithdrawn(_ field: Field) -> Bool {
    let vendor = bound.vendorString
    let amd = vendor == "AuthenticAMD" || vendor == "HygonGenuine"
    let common: Set<UInt32> = [5, 6, 8, 0xb, 0xc]
    if common.contains(field.leaf) { return true }
    if field.leaf == 0x8000_0008 && field.register == .edx { return true }
    if field.leaf == 0x8000_0007 && field.register != .edx { return true }
    if amd {
      let leaves: Set<UInt32> = [2, 3, 4, 9, 0xa, 0x8000_0009]
      return leaves.contains(field.leaf) || (0x8000_000b...0x8000_0018).contains(field.leaf)
        || (0x8000_001b...0x8000_0020).contains(field.leaf)
        || field.leaf == 0x8000_0021 && (field.register == .ebx || field.register == .edx)
    }
    if vendor == "GenuineIntel" {
      return field.leaf == 3 || field.leaf == 9 || field.leaf == 0x8000_0005
        || field.leaf == 0x8000_0006 && field.register != .ecx
        || field.leaf == 0x8000_0008 && field.register == .ecx
        || field.leaf == 0x8000_0001 && (field.register == .eax || field.register == .ebx)
    }
    return false
  }

  /// Numbers against the bound.
  private func compare(_ candidate: CPUPolicy, _ field: Field) -> [String] {
    guard field.leaf >> 28 != 4, field.leaf != 0xd else { return [] }
    var found: [String] = []
    for subleaf in field.subleaves {
      guard let slot = field.slot(subleaf: subleaf), isLive(candidate, slot),
        bound.isKnown(slot: slot), candidate.isKnown(slot: slot)
      else { continue }
      let value = candidate[field, subleaf: subleaf]
      var held = bound[field, subleaf: subleaf]
      switch field.rules.audit {
      case .atmost:
        if field == .maxPhysicalAddressBits {
          let least: UInt32 = candidate.has(.pae) || candidate.has(.pse36) ? 36 : 32
          if !isSystem { held = min(held, context.physicalAddressLimit) }
          held = max(held, least)
        }
        if field == .maxExtendedLeaf && !isSystem {
          let amd = bound.vendorString == "AuthenticAMD" || bound.vendorString == "HygonGenuine"
          held = min(held, amd ? 0x8000_0021 : 0x8000_0008)
        }
        if value > held { found.append("\(field.name) \(value) > \(held)") }
      case .equal where field.rules.guest == .pass || field.rules.guest == .fixedOne:
        if value != held && (field.rules.guest == .pass || held != 0 || value != 0) {
          found.append("\(field.name) \(value) != \(held)")
        }
      case .equal:
        if value != 0 && value != held { found.append("\(field.name) \(value) != \(held)") }
      case .derived where !isRecomputed(field):
        if value != 0 && value != held { found.append("\(field.name) \(value) != \(held)") }
      default: break
      }
    }
    return found
  }

  /// A feature against others and the host.
  private func relations(_ candidate: CPUPolicy, _ feature: Feature) -> [String] {
    var found: [String] = []
    let has = candidate.has(feature)
    FeatureSet.forEachRequirement(of: feature) { need in
      if has && !candidate.has(need) { found.append("\(feature.name) without \(need.name)") }
    }
    if feature.audit == .equal {
      if let host = context.hostFeatures {
        if has != host.contains(feature) && (has || !isSystem) && candidate.isKnown(feature) {
          found.append("\(feature.name) is not the host's")
        }
      } else if has && !bound.has(feature) {
        found.append(feature.name)
      }
    }
    if feature == .xsave && has && candidate[.maxBasicLeaf] < 0xd {
      found.append("XSAVE needs 0xd")
    }
    return found
  }

  /// Leaf 0xd.
  private func states(_ candidate: CPUPolicy) -> [String] {
    guard candidate[.maxBasicLeaf] >= 0xd else { return [] }
    var wanted: Set<Int> = []
    if candidate.has(.xsave) {
      wanted = [0, 1]
      let brings: [(Feature, [Int])] = [
        (.avx, [2]), (.mpx, [3, 4]), (.avx512f, [5, 6, 7]), (.pku, [9]), (.amxTile, [17, 18]),
      ]
      for (feature, states) in brings where candidate.has(feature) { wanted.formUnion(states) }
    }
    var found: [String] = []
    let first = candidate[leaf: 0xd]
    let second = candidate[leaf: 0xd, subleaf: 1]
    for state in 0..<64 where candidate.isKnown(leaf: 0xd) {
      let word = state < 32 ? first.eax : first.edx
      if (word >> UInt32(state & 31) & 1 != 0) != wanted.contains(state) {
        found.append("state \(state)")
      }
    }
    if second.ecx | second.edx != 0 { found.append("supervisor states") }
    var size: UInt32 = wanted.isEmpty ? 0 : 576
    var isSizeKnown = candidate.isKnown(leaf: 0xd)
    for state in 2..<63 {
      let place = UInt32(state)
      let value = candidate[leaf: 0xd, subleaf: place]
      guard candidate.isKnown(leaf: 0xd, subleaf: place) else {
        if wanted.contains(state) { isSizeKnown = false }
        continue
      }
      if wanted.contains(state) { size = max(size, value.eax &+ value.ebx) }
      guard bound.isKnown(leaf: 0xd, subleaf: place) else { continue }
      var held = bound[leaf: 0xd, subleaf: place]
      if !wanted.contains(state) { held = LeafRegisters() } else if held.isZero { continue }
      if !candidate.has(.xsavec) { held.ecx &= ~2 }
      if !candidate.has(.xsaves) { held.ecx &= ~1 }
      if value.eax != held.eax || value.ebx != held.ebx || (value.ecx ^ held.ecx) & 3 != 0 {
        if state < candidate.subleafCount(0xd) { found.append("component \(state)") }
      }
    }
    if isSizeKnown && first.ecx != size { found.append("size \(first.ecx) != \(size)") }
    return found
  }

  /// Copies, widths and values that must make sense in themselves.
  private func forms(_ candidate: CPUPolicy) -> [String] {
    var found: [String] = []
    let vendor = bound.vendorString
    let amd = vendor == "AuthenticAMD" || vendor == "HygonGenuine"
    let free = !amd && vendor != "GenuineIntel"
    func copy(_ name: String, _ value: UInt32, _ expected: UInt32, _ held: UInt32) {
      if value != expected && !(value == held && (isSystem || free)) { found.append(name) }
    }
    let limit = candidate[leaf: 0x8000_0000].eax
    if limit != 0 && limit >> 16 != 0x8000 && !(isSystem && limit == bound[.maxExtendedLeaf]) {
      found.append("extended limit")
    }
    if limit != 0 && candidate.isKnown(leaf: 0x8000_0000) {
      let identity = candidate[leaf: 0]
      let again = candidate[leaf: 0x8000_0000]
      let held = bound[leaf: 0x8000_0000]
      copy("vendor b", again.ebx, amd ? identity.ebx : 0, held.ebx)
      copy("vendor c", again.ecx, amd ? identity.ecx : 0, held.ecx)
      copy("vendor d", again.edx, amd ? identity.edx : 0, held.edx)
    }
    if candidate.extendedLeafCount >= 1 && candidate.isKnown(leaf: 0x8000_0001) {
      let signature = candidate[leaf: 1].eax
      let again = candidate[leaf: 0x8000_0001]
      let held = bound[leaf: 0x8000_0001]
      for (shift, width) in [(0, 15), (4, 15), (8, 15), (16, 15), (20, 255)] as [(UInt32, UInt32)] {
        copy(
          "signature", again.eax >> shift & width, amd ? signature >> shift & width : 0,
          held.eax >> shift & width)
      }
      let common: UInt32 = 0x0183_f3ff
      let expected = amd ? candidate[leaf: 1].edx & common : 0
      if !(isSystem && again.edx & common == 0) {
        copy("mirror", again.edx & common, expected, held.edx & common)
      }
    }
    if candidate.extendedLeafCount >= 8 && candidate.isKnown(leaf: 0x8000_0008) {
      let linear: UInt32 = candidate.has(.lm) ? candidate.has(.la57) ? 57 : 48 : 32
      if candidate[.maxLinearAddressBits] != linear
        && !(isSystem && candidate[.maxLinearAddressBits] == bound[.maxLinearAddressBits])
      {
        found.append("linear width")
      }
      let least: UInt32 = candidate.has(.pae) || candidate.has(.pse36) ? 36 : 32
      if candidate[.maxPhysicalAddressBits] < least
        && !(isSystem && candidate[.maxPhysicalAddressBits] == bound[.maxPhysicalAddressBits])
      {
        found.append("physical width")
      }
    }
    return found + choices(candidate, amd: amd)
  }

  /// Fields that are the toolstack's choice.
  private func choices(_ candidate: CPUPolicy, amd: Bool) -> [String] {
    var found: [String] = []
    let signature = candidate[leaf: 1].eax
    if candidate[.maxBasicLeaf] >= 1 && signature != bound[leaf: 1].eax {
      let family = signature >> 8 & 15
      if family != 15 && signature >> 20 & 255 != 0 { found.append("extended family") }
      if family < 6 && signature >> 16 & 15 != 0 { found.append("extended model") }
    }
    if candidate.extendedLeafCount >= 4 {
      var bytes: [UInt8] = []
      var same: [Bool] = []
      for leaf: UInt32 in 0x8000_0002...0x8000_0004 {
        for register in [Register.eax, .ebx, .ecx, .edx] {
          let word = candidate[leaf: leaf][register]
          for shift in [0, 8, 16, 24] as [UInt32] {
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            same.append(word == bound[leaf: leaf][register])
          }
        }
      }
      let end = bytes.firstIndex(of: 0) ?? bytes.count
      for (index, byte) in bytes.enumerated() where !same[index] {
        if index < end ? !(32...126).contains(byte) : byte != 0 { found.append("brand") }
      }
    }
    let two = candidate[leaf: 2]
    if candidate[.maxBasicLeaf] >= 2 && two != bound[leaf: 2] {
      let noList = candidate[.maxBasicLeaf] < 4 || candidate[leaf: 4].eax & 31 == 0
      for register in [Register.eax, .ebx, .ecx, .edx] {
        let word = two[register]
        if word >> 31 != 0 && word << 1 != 0 && word != bound[leaf: 2][register] {
          found.append("descriptors")
        }
        let shifts: [UInt32] = register == .eax ? [8, 16] : [0, 8, 16]
        if word >> 31 == 0 && noList && shifts.contains(where: { word >> $0 & 255 == 255 }) {
          found.append("descriptor 0xff")
        }
      }
    }
    for leaf: UInt32 in [4, 0x8000_001d] where candidate.isWithinLimits(leaf: leaf) {
      for index in 0..<candidate.subleafCount(leaf) {
        let value = candidate[leaf: leaf, subleaf: UInt32(index)]
        if value == bound[leaf: leaf, subleaf: UInt32(index)] { continue }
        if value.eax & 31 > 3 || value.eax >> 5 & 7 == 0
          || value.eax >> 9 & 1 != 0 && value.ecx != 0
        {
          found.append("cache \(index)")
        }
      }
    }
    if amd { found += amdCaches(candidate) }
    for (leaf, highest) in [(0x4000_0000, 6), (0x4000_0100, 5)] as [(UInt32, UInt32)] {
      let value = candidate[leaf: leaf].eax
      if value == 0 || value == bound[leaf: leaf].eax { continue }
      let base = value & 0xffff_ff00
      if base != 0 && base != leaf || !(2...highest).contains(value & 0xff) {
        found.append("hypervisor limit")
      }
    }
    return found
  }

  private func amdCaches(_ candidate: CPUPolicy) -> [String] {
    var found: [String] = []
    if candidate.extendedLeafCount >= 5 {
      for register in [Register.ecx, .edx] {
        let word = candidate[leaf: 0x8000_0005][register]
        if word == bound[leaf: 0x8000_0005][register] || word == 0 { continue }
        if word >> 16 & 255 == 0 || word >> 24 == 0 || word & 255 == 0 { found.append("L1") }
      }
    }
    if candidate.extendedLeafCount >= 6 {
      for register in [Register.ecx, .edx] {
        let word = candidate[leaf: 0x8000_0006][register]
        if word == bound[leaf: 0x8000_0006][register] { continue }
        let size = register == .ecx ? word >> 16 : word >> 18
        switch word >> 12 & 15 {
        case 0: if size != 0 { found.append("size without ways") }
        case 7: found.append("code 7")
        case 9:
          let list = candidate[leaf: 0x8000_001d].eax & 31
          if list == 0 || candidate.extendedLeafCount < 0x1d {
            found.append("code 9")
          } else {
            fallthrough
          }
        default:
          if register == .ecx && size == 0 || word & 255 == 0 { found.append("no size or line") }
        }
      }
    }
    return found
  }

  /// MSRs.
  private func registers(_ candidate: CPUPolicy) -> [String] {
    var found: [String] = []
    for position in 0..<LeafLayout.msrCount {
      let index = LeafLayout.msr(at: position)
      guard let value = candidate[msr: index], value != 0, bound.isKnown(msr: index) else {
        continue
      }
      guard let held = bound[msr: index] else {
        found.append("msr \(index.rawValue)")
        continue
      }
      let named = RowIndex.features(msr: index)
      for bit in 0..<64 where value >> UInt64(bit) & 1 != 0 {
        if let feature = named.first(where: { $0.bit + ($0.word == 17 ? 32 : 0) == bit }) {
          if !mayHave(feature) { found.append("msr \(feature.name)") }
          continue
        }
        let row = MSRField.all.first {
          $0.msr == index && ($0.lowBit...$0.highBit).contains(bit) && named.isEmpty
        }
        let isHeld = held >> UInt64(bit) & 1 != 0
        if let row {
          let allowed = row.rules.audit == .subset && isHeld || value & row.mask == held & row.mask
          if !allowed { found.append("msr bit \(bit)") }
        } else if !(isSystem && isHeld) {
          found.append("msr reserved \(bit)")
        }
      }
    }
    return found
  }
}
