// SPDX-License-Identifier: Apache-2.0

extension PolicyLevel {
  /// The one policy of the pool. Its places are known, since a level is a decision; but for those that no
  /// host recorded.
  ///
  /// Where hosts differ in what must be equal the field is zero: see `forEachConflict`.
  public func closed() -> CPUPolicy {
    var policy = CPUPolicy()
    close(into: &policy)
    return policy
  }

  /// The same in place.
  public func close(into policy: inout CPUPolicy) {
    policy = CPUPolicy()
    merge(into: &policy)
    raiseLimits(of: &policy)
    var features = levelledFeatures()
    conflictingStates(features).forEachFeature { features.removeWithDependants($0) }
    removeHidden(&features, policy)
    features.sanitise()
    adviseReturnStack(&features)
    policy.featureSet = features
    finish(&policy, features)
  }

  /// The features of the pool, before what needs what is looked at.
  private func levelledFeatures() -> FeatureSet {
    var common = FeatureSet()
    var some = FeatureSet()
    var own = common.words.mutableSpan
    var others = some.words.mutableSpan
    let sources = FeatureTable.sources.span
    for word in sources.indices {
      let source = FeatureSource(sources[word])
      if source.isMSR {
        let isEverywhere = presentMSRs &>> UInt64(source.msrPosition) & 1 != 0
        own[word] = isEverywhere ? source.half(of: allMSRs[source.msrPosition]) : 0
        others[word] = source.half(of: anyMSRs[source.msrPosition])
      } else {
        own[word] = all[source.registerPosition]
        others[word] = any[source.registerPosition]
      }
    }
    var result = common
    for word in 0..<Feature.wordCount {
      for bit in 0..<32 {
        let feature = Feature(word: word, bit: bit)
        guard feature.isNamed else { continue }
        switch feature.level {
        case .or: result.set(feature, some.contains(feature) && ceiling.contains(feature))
        case .derived: result.remove(feature)
        default: break
        }
      }
    }
    result.formIntersection(.known)
    return result
  }

  /// Bits that some host has, of a feature.
  func isSomewhere(_ feature: Feature) -> Bool {
    let source = FeatureSource(FeatureTable.sources[feature.word])
    let word =
      source.isMSR
      ? source.half(of: anyMSRs[source.msrPosition]) : any[source.registerPosition]
    return word & feature.mask != 0
  }

  /// Features of which a state has different layouts on the hosts.
  func conflictingStates(_ features: FeatureSet) -> FeatureSet {
    var states: UInt64 = 0
    if let block = LeafLayout.block(Field.xstateComponentSize.leaf) {
      for component in 2..<block.count {
        for position in ((block.base &+ component) &* 4)..<((block.base &+ component) &* 4 &+ 4)
        where differs(at: position) != 0 {
          states |= 1 &<< UInt64(component)
        }
      }
    }
    var result = FeatureSet()
    guard states != 0 else { return result }
    features.forEachFeature { feature in
      var alone = FeatureSet()
      alone.insert(feature)
      if (Xstate.mask(of: alone) | Xstate.supervisorMask(of: alone)) & ~0b11 & states != 0 {
        result.insert(feature)
      }
    }
    return result
  }

  /// The bits of a register that must be equal and are not.
  func differs(at position: Int) -> UInt32 {
    // Where no host counted, every bit of `all` is set, and none of `any`: nothing differs.
    any[position] & ~all[position] & table.equal[position]
  }

  /// Says which weakness of the return stack a guest must expect that may run on any of the hosts: one
  /// that has EIBRS keeps the narrower one.
  private func adviseReturnStack(_ features: inout FeatureSet) {
    guard isSomewhere(.rsba) || isSomewhere(.rrsba), features.contains(.archCaps) else { return }
    let advice: Feature = features.contains(.eibrs) ? .rrsba : .rsba
    if ceiling.contains(advice) { features.insert(advice) }
  }

  /// Numbers, what must be equal, and what one host gives; zero for what a pool computes or leaves out.
  private func merge(into policy: inout CPUPolicy) {
    var values = policy.registers.mutableSpan
    var rows = FieldRows()
    while let field = rows.next() {
      for subleaf in field.subleaves {
        guard let position = field.position(subleaf: subleaf) else { continue }
        let mask = field.mask
        let value: UInt32
        switch field.rules.level {
        case .and: value = all[position]
        case .or: value = any[position]
        case .min, .max: value = numbers[position]
        case .equal: value = differs(at: position) & mask == 0 ? any[position] : 0
        case .choice: value = chosen[position]
        // What guests have whatever the host has.
        case .ignore: value = field.rules.guest == .fixedOne ? any[position] : 0
        case .derived: value = 0
        }
        values[position] = values[position] & ~mask | value & mask
      }
    }
    for position in 0..<LeafLayout.msrCount
    where presentMSRs &>> UInt64(position) & 1 != 0 {
      policy[msr: LeafLayout.msr(at: position)] = 0
    }
    mergeMSRs(into: &policy)
    for slot in 0..<LeafLayout.slotCount where !whollyUnknown.span.isKnown(slot: slot) {
      policy.markUnknown(slot: slot)
    }
  }

  private func mergeMSRs(into policy: inout CPUPolicy) {
    var values = policy.msrs.mutableSpan
    for row in 0..<MSRField.count {
      let field = MSRField(rawValue: UInt16(truncatingIfNeeded: row))
      let position = field.position
      guard policy.presentMSRs &>> UInt64(position) & 1 != 0 else { continue }
      let value: UInt64
      switch field.rules.level {
      case .and: value = allMSRs[position]
      case .or: value = anyMSRs[position]
      case .min, .max: value = msrNumbers[position]
      case .equal:
        value = (allMSRs[position] ^ anyMSRs[position]) & field.mask == 0 ? anyMSRs[position] : 0
      case .choice, .derived, .ignore: value = 0
      }
      values[position] = values[position] & ~field.mask | value & field.mask
    }
  }

  /// Raises the pool's limits to the features that it has because some host has them, as far as every
  /// host can show the leaf.
  private func raiseLimits(of policy: inout CPUPolicy) {
    for word in 0..<Feature.wordCount {
      let source = FeatureSource(FeatureTable.sources[word])
      guard !source.isMSR,
        any[source.registerPosition] & ceiling[word: word] & FeatureSet.accumulating[word: word]
          != 0
      else { continue }
      let place = LeafLayout.place(ofSlot: source.registerPosition >> 2)
      raise(.maxBasicLeaf, to: place.leaf, .basic, highestBasic, &policy)
      raise(.maxExtendedLeaf, to: place.leaf, .extended, highestExtended, &policy)
      if place.leaf == Field.maxLeaf7Subleaf.leaf, policy[.maxLeaf7Subleaf] < place.subleaf,
        place.subleaf <= highestSubleaf
      {
        policy[.maxLeaf7Subleaf] = place.subleaf
      }
    }
  }

  private func raise(
    _ limit: Field, to leaf: UInt32, _ range: LeafRange, _ highest: UInt32,
    _ policy: inout CPUPolicy
  ) {
    if LeafRange(of: leaf) == range, policy[limit] < leaf, leaf <= highest { policy[limit] = leaf }
  }

  /// Removes what stands beyond the pool's limits, with what needs it: no guest would see it.
  private func removeHidden(_ features: inout FeatureSet, _ policy: borrowing CPUPolicy) {
    let limits = policy.limits
    let lastSubleaf = policy[.maxLeaf7Subleaf]
    var hidden = FeatureSet()
    for word in 0..<Feature.wordCount {
      let source = FeatureSource(FeatureTable.sources[word])
      guard !source.isMSR else { continue }
      let place = LeafLayout.place(ofSlot: source.registerPosition >> 2)
      let isBeyond =
        place.leaf == Field.maxLeaf7Subleaf.leaf && place.subleaf > lastSubleaf
      if !limits.contain(place.leaf) || isBeyond { hidden[word: word] = features[word: word] }
    }
    hidden.forEachFeature { features.removeWithDependants($0) }
    if !limits.contain(Field.xstateComponentSize.leaf) { features.removeWithDependants(.xsave) }
  }

  /// What follows from the levelled features.
  private func finish(_ policy: inout CPUPolicy, _ features: FeatureSet) {
    let layouts = policy
    let supervisor = (UInt64(all[xssPosition &+ 3]) &<< 32 | UInt64(all[xssPosition &+ 2]))
    policy.rebuildXstate(hardware: layouts, supervisorStates: supervisor)
    policy.clearUnownedLeaves(features)
    clearUnownedFields(of: &policy, features)
    policy[.maxLinearAddressBits] = DomainRules.linearWidth(
      hasLongMode: features.contains(.lm), hasFiveLevels: features.contains(.la57))
    let least = DomainRules.leastPhysicalWidth(
      hasPAE: features.contains(.pae), hasPSE36: features.contains(.pse36))
    policy[.maxPhysicalAddressBits] = max(policy[.maxPhysicalAddressBits], least)
    dropListed(.l2Associativity, of: &policy)
    dropListed(.l3Associativity, of: &policy)
    dropPointers(of: &policy)
    policy.keepGuestLeaves()
    if !features.contains(.svm) { policy.clearKnown(leaf: 0x8000_000a) }
    if !features.contains(.page1gb) { policy.clearKnown(leaf: 0x8000_0019) }
    policy.clearNumbersBeyondLimits()
  }

  /// The code of a cache whose associativity stands in the list of caches. APM vol. 3 E.4.5.
  private static let listed: UInt32 = 9

  /// Leaves a cache out whose associativity stands in a list that the pool does not show, where the hosts
  /// have different ones.
  private func dropListed(_ associativity: Field, of policy: inout CPUPolicy) {
    guard policy.vendor.isAMDLike, policy[associativity] == PolicyLevel.listed,
      let position = associativity.position(subleaf: 0), all[position] != any[position]
    else { return }
    let isShown = policy.isWithinLimits(leaf: Field.amdCacheType.leaf)
    if !isShown || policy[.amdCacheType] == 0 { policy[position: position] = 0 }
  }

  /// Leaves out the cache descriptors that send their reader to a list which the pool does not show, where
  /// the hosts have different ones.
  private func dropPointers(of policy: inout CPUPolicy) {
    let start = (LeafLayout.slot(Field.cacheDescriptor1.leaf, 0) ?? 0) &* 4
    var differing: UInt32 = 0
    for position in start..<start &+ 4 { differing |= all[position] ^ any[position] }
    guard differing != 0, policy.view.lacksCacheList else { return }
    var descriptors = FieldRows(leaf: Field.cacheDescriptor1.leaf)
    while let field = descriptors.next() {
      guard field != .cacheDescriptorQueryCount else { continue }
      if policy[field] == DomainRules.cachesInList { policy[field] = 0 }
    }
  }

  private var xssPosition: Int { (LeafLayout.slot(Field.xstateComponentSize.leaf, 1) ?? 0) &* 4 }

  private func clearUnownedFields(of policy: inout CPUPolicy, _ features: FeatureSet) {
    for index in FeatureTable.ownedFields.indices {
      let owner = Owner(packed: FeatureTable.ownersOfFields[index])
      let field = OwnedField(packed: FeatureTable.ownedFields[index])
      if !owner.isShown(features, in: policy.registers.span) {
        policy[position: field.position] &= ~field.mask
      }
    }
  }
}
