/// Entry points for the check that a C program can link the core.

/// Number of features that fall with `index`, itself excluded.
@c(check_dependant_count)
public func checkDependantCount(_ index: UInt16) -> Int32 {
  Int32(truncatingIfNeeded: FeatureSet.dependants(of: Feature(rawValue: index)).count)
}

/// Derives every policy of a CPU with the given signature and returns HVM max's maximum leaf.
@c(check_derivation)
public func checkDerivation(_ vendor: UnsafePointer<UInt32>, _ signature: UInt32) -> UInt32 {
  var raw = CPUPolicy()
  raw[leaf: 0] = LeafRegisters(eax: 0xd, ebx: vendor[0], ecx: vendor[1], edx: vendor[2])
  raw[leaf: 1].eax = signature
  raw.featureSet = .known
  return SystemPolicies(facts: HostFacts(boot: raw)).hvmMax.maxBasicLeaf
}
