// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

@c(cpupolicy_features)
public func features(_ policy: UnsafeRawPointer, _ words: UnsafeMutablePointer<UInt32>) {
  Objects.policy(policy).pointee.featureSet.store(words)
  for word in Feature.wordCount..<32 { words[word] = 0 }
}

@c(cpupolicy_set_features)
public func setFeatures(
  _ policy: UnsafeMutableRawPointer, _ words: UnsafePointer<UInt32>, _ raw: UnsafeRawPointer
) {
  // The policy may keep the states of XSS that it has. The register, as `xssMask` would copy it all.
  let registers = Objects.policy(policy).pointee[leaf: 0xd, subleaf: 1]
  let states = UInt64(registers.edx) &<< 32 | UInt64(registers.ecx)
  Objects.policy(policy).pointee.featureSet = FeatureSet(words)
  Objects.policy(policy).pointee.rebuildXstate(
    hardware: Objects.policy(raw).pointee, supervisorStates: states)
}

@c(cpupolicy_has)
public func has(_ policy: UnsafeRawPointer, _ feature: UInt32) -> Int32 {
  guard let number = UInt16(exactly: feature) else { return 0 }
  return Objects.policy(policy).pointee.has(Feature(rawValue: number)) ? 1 : 0
}

@c(cpupolicy_features_close)
public func closeFeatures(_ words: UnsafeMutablePointer<UInt32>) {
  var set = FeatureSet(UnsafePointer(words))
  set.sanitise()
  set.store(words)
}

@c(cpupolicy_features_remove)
public func removeFeature(_ words: UnsafeMutablePointer<UInt32>, _ feature: UInt32) {
  guard let number = UInt16(exactly: feature) else { return }
  var set = FeatureSet(UnsafePointer(words))
  set.removeWithDependants(Feature(rawValue: number))
  set.store(words)
}

@c(cpupolicy_feature_number)
public func featureNumber(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
  guard length > 0 else { return .max }
  let bytes = UnsafeBufferPointer(start: name, count: length)
  return OptionNames.feature(bytes.span).map { UInt32($0.rawValue) } ?? .max
}

@c(cpupolicy_feature_name)
public func featureName(
  _ feature: UInt32, _ name: UnsafeMutablePointer<UInt8>?, _ room: Int
) -> Int {
  guard let number = UInt16(exactly: feature) else { return 0 }
  var length = 0
  OptionNames.forEachByte(of: Feature(rawValue: number)) { byte in
    if length < room { name?[length] = byte }
    length &+= 1
  }
  return length
}
