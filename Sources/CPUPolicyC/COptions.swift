// SPDX-License-Identifier: Apache-2.0

#if canImport(PolicyCore)
  import PolicyCore
#endif

/// `struct cpupolicy_limit`.
struct LimitRecord: BitwiseCopyable {
  var leaf, subleaf, register, low, value: UInt32

  /// The field whose lowest bit stands there; nil where none does.
  var field: Field? {
    let wanted = LeafPlace(leaf, subleaf)
    for row in 0..<Field.count {
      let field = Field(rawValue: UInt16(truncatingIfNeeded: row))
      if field.leaf == leaf, field.isPlain == wanted.isPlain,
        wanted.isPlain || field.subleaves.lowerBound == subleaf,
        UInt32(field.register.rawValue) == register, field.lowBit == Int(low)
      {
        return field
      }
    }
    return nil
  }

  init(_ field: Field, _ value: UInt32) {
    leaf = field.leaf
    subleaf = field.isPlain ? LeafPlace.noSubleaf : field.subleaves.lowerBound
    register = UInt32(field.register.rawValue)
    low = UInt32(truncatingIfNeeded: field.lowBit)
    self.value = value
  }
}

/// `struct cpupolicy_options`.
struct OptionsRecord {
  var head: Head
  var supervisorStates: UInt64
  var optedOut, optedIn, guestOnly, dom0OptedOut, dom0OptedIn, kernelOffer: FeatureWords
  var limits: InlineArray<16, LimitRecord>
  var limitCount: UInt32
  var maxLeaf, maxSubleaf7, maxExtendedLeaf, cacheCount, topologyCount, stateCount: UInt32
  var hasKernelOffer, allMSRs: UInt8
  var specCtrlPV, specCtrlHVM, gdsMitigation, ssbd, bpSpecReduce, vpmu, hap, xsave: UInt8
  var dom0CPUIDFaulting: UInt8
  var reserved: UInt8
  var xenRelease: UInt32
  var reservedWord: UInt32

  /// Takes the owner's choices over.
  /// - Returns: false where a limit is of no field, or the tables have no such release.
  static func store(
    _ record: UnsafePointer<OptionsRecord>, in options: UnsafeMutablePointer<DerivationOptions>
  ) -> Bool {
    options.pointee.optedOut = FeatureSet(record.pointee.optedOut)
    options.pointee.optedIn = FeatureSet(record.pointee.optedIn)
    options.pointee.guestOnly = FeatureSet(record.pointee.guestOnly)
    options.pointee.dom0OptedOut = FeatureSet(record.pointee.dom0OptedOut)
    options.pointee.dom0OptedIn = FeatureSet(record.pointee.dom0OptedIn)
    if record.pointee.hasKernelOffer == 1 {
      options.pointee.kernelOffer = FeatureSet(record.pointee.kernelOffer)
    }
    options.pointee.speculationControlPV = Answer.or(record.pointee.specCtrlPV, true)
    options.pointee.speculationControlHVM = Answer.or(record.pointee.specCtrlHVM, true)
    options.pointee.gatherSamplingMitigation = Answer.known(record.pointee.gdsMitigation)
    options.pointee.alwaysDisableStoreBypass = Answer.or(record.pointee.ssbd, false)
    options.pointee.reducesBranchSpeculation = Answer.or(record.pointee.bpSpecReduce, true)
    options.pointee.virtualPMU = Answer.or(record.pointee.vpmu, false)
    options.pointee.nestedPaging = Answer.or(record.pointee.hap, true)
    options.pointee.usesXsave = Answer.or(record.pointee.xsave, true)
    options.pointee.dom0CPUIDFaulting = Answer.or(record.pointee.dom0CPUIDFaulting, true)
    if record.pointee.xenRelease != 0 {
      guard let release = XenRelease(number: record.pointee.xenRelease) else { return false }
      options.pointee.follow(release)
    }
    storeServed(record, &options.pointee.served)
    return storeLimits(record, &options.pointee.limits)
  }

  private static func storeServed(
    _ record: UnsafePointer<OptionsRecord>, _ served: inout ServedABI
  ) {
    if record.pointee.maxLeaf != 0 { served.maxBasicLeaf = record.pointee.maxLeaf }
    if record.pointee.maxSubleaf7 != 0 { served.maxFeatureSubleaf = record.pointee.maxSubleaf7 }
    if record.pointee.maxExtendedLeaf != 0 {
      served.maxExtendedLeaf = record.pointee.maxExtendedLeaf
    }
    if record.pointee.cacheCount != 0 { served.cacheCount = record.pointee.cacheCount }
    if record.pointee.topologyCount != 0 { served.topologyCount = record.pointee.topologyCount }
    if record.pointee.stateCount != 0 { served.stateCount = record.pointee.stateCount }
    served.supervisorStates = record.pointee.supervisorStates
    served.hasOnlyPolicyMSRs = record.pointee.allMSRs != 1
  }

  private static func storeLimits(
    _ record: UnsafePointer<OptionsRecord>, _ limits: inout FieldLimits
  ) -> Bool {
    let count = record.pointee.limitCount
    guard count <= UInt32(FieldLimits.capacity) else { return false }
    let span = record.pointee.limits.span
    for index in 0..<Int(count) {
      let limit = span[index]
      guard let field = limit.field, limits.set(field, limit.value) else { return false }
    }
    return true
  }

  /// Adds a parsed list.
  /// - Returns: false where there is no room for its limits, and then nothing is added.
  static func add(
    _ list: borrowing OptionList, isDom0: Bool, to record: UnsafeMutablePointer<OptionsRecord>
  ) -> Bool {
    if isDom0 {
      merge(list.optedOut, into: &record.pointee.dom0OptedOut)
      merge(list.optedIn, into: &record.pointee.dom0OptedIn)
      return true
    }
    var limits = FieldLimits()
    guard storeLimits(UnsafePointer(record), &limits) else { return false }
    var haveRoom = true
    list.limits.forEachLimit { if !limits.set($0, $1) { haveRoom = false } }
    guard haveRoom else { return false }
    merge(list.optedOut, into: &record.pointee.optedOut)
    merge(list.optedIn, into: &record.pointee.optedIn)
    merge(list.guestOnly, into: &record.pointee.guestOnly)
    var count = 0
    limits.forEachLimit { field, value in
      record.pointee.limits[count] = LimitRecord(field, value)
      count &+= 1
    }
    record.pointee.limitCount = UInt32(truncatingIfNeeded: count)
    return true
  }

  private static func merge(_ set: FeatureSet, into words: inout FeatureWords) {
    var span = words.mutableSpan
    for word in 0..<Feature.wordCount { span[word] |= set[word: word] }
  }
}

/// `struct cpupolicy_option_error`.
struct OptionErrorRecord {
  var head = Head(size: 32, version: Head.version)
  var fault, column, item, length, bound: UInt32
  var reserved: UInt32 = 0

  init(_ problem: OptionList.Problem) {
    fault = UInt32(problem.fault.rawValue)
    column = UInt32(truncatingIfNeeded: problem.offset &+ 1)
    item = UInt32(truncatingIfNeeded: problem.item.lowerBound &+ 1)
    length = UInt32(truncatingIfNeeded: problem.item.count)
    bound = problem.bound
  }
}

@c(cpupolicy_options_parse)
public func parseOptions(
  _ options: UnsafeMutableRawPointer, _ dom0: Int32, _ text: UnsafePointer<UInt8>, _ length: Int,
  _ errors: UnsafeMutableRawPointer?, _ room: UInt32
) -> Int32 {
  guard Head.check(UnsafeRawPointer(options), OptionsRecord.self) != nil, length >= 0,
    length <= 0xffff_ffff
  else { return Status.invalid }
  var room = room
  if let errors, room > 0 {
    guard Head.check(UnsafeRawPointer(errors), OptionErrorRecord.self) != nil else {
      return Status.invalid
    }
  } else {
    room = 0
  }
  let records = errors?.assumingMemoryBound(to: OptionErrorRecord.self)
  var list = OptionList()
  var count: UInt32 = 0
  list.read(UnsafeBufferPointer(start: text, count: length).span) { problem in
    if count < room { records?[Int(count)] = OptionErrorRecord(problem) }
    count &+= 1
  }
  if count > 0 { return Int32(truncatingIfNeeded: min(count, 0x7fff_ffff)) }
  let record = options.assumingMemoryBound(to: OptionsRecord.self)
  return OptionsRecord.add(list, isDom0: dom0 != 0, to: record) ? Status.fine : Status.invalid
}
