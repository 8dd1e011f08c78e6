import CPUPolicy

extension ViolationCode {
  /// `CPU0101`.
  public var text: String {
    let digits = String(rawValue)
    return "CPU" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The code with a text as `text` gives it, in either case.
  public init?(text: String) {
    let upper = text.uppercased()
    guard upper.hasPrefix("CPU"), let number = UInt16(upper.dropFirst(3)),
      let code = ViolationCode(rawValue: number), code.text == upper
    else { return nil }
    self = code
  }

  /// Every code, ascending.
  public static let all: [ViolationCode] = (0...1999).compactMap(ViolationCode.init(rawValue:))

  /// What the code stands for, in a few words.
  public var title: String {
    switch self {
    case .featureNotOffered: "feature above the bound"
    case .prerequisiteMissing: "feature without its prerequisite"
    case .nestedNotEnabled: "nested virtualisation not enabled"
    case .notForThisKind: "feature not for this kind of guest"
    case .differsFromHost: "bit differs from the host's behaviour"
    case .needsHigherLeaf: "maximum leaf below what a feature needs"
    case .reservedBits: "reserved bits set"
    case .unknownLeaf: "leaf that no policy has"
    case .beyondLimits: "data beyond the policy's own limits"
    case .fieldNotOffered: "bits above the bound"
    case .fieldAboveBound: "number above the bound"
    case .fieldBelowBound: "bits of the bound missing"
    case .fieldDiffers: "value differs from the bound"
    case .fieldMustBeZero: "field that must be zero for guests"
    case .fieldNotDefined: "field of another vendor"
    case .topologyNotChosen: "topology without a choice"
    case .apicIDs: "APIC ids collide or need x2APIC (R1)"
    case .initialID: "APIC ids disagree (R2)"
    case .packageRoom: "processors of a package miscounted (R3)"
    case .singleProcessor: "HTT hides further processors (R4)"
    case .legacyDecoding: "old and new leaves divide the package differently (R5)"
    case .levels: "levels out of order or too small (R6)"
    case .x2APICLevels: "topology leaves hidden (R7)"
    case .lastLevel: "leaf 0x1f ends elsewhere than 0xb (R8)"
    case .cacheSharing: "cache shared by an impossible number (R9)"
    case .processorCount: "AMD's id width too small (R10)"
    case .extendedTopology: "AMD's extended topology disagrees (R11)"
    case .capacity: "more virtual CPUs than seats (R12)"
    case .cacheSize: "cache without a size"
    case .limitAboveBound: "maximum leaf above the bound"
    case .vendorDiffers: "another vendor"
    case .limitMalformed: "malformed maximum extended leaf"
    case .xstateMask: "XSAVE states do not follow the features"
    case .xstateSize: "XSAVE area of the wrong size"
    case .xstateComponent: "XSAVE component laid out differently"
    case .copyDiffers: "repeated field differs from its original"
    case .linearWidth: "linear address width does not follow the features"
    case .physicalWidth: "physical address width too small"
    case .derivedDiffers: "derived field differs"
    case .signatureMalformed: "family and model contradict each other"
    case .brandMalformed: "brand string is no text"
    case .cacheDescriptors: "cache descriptors contradict each other"
    case .cacheList: "impossible cache in a list"
    case .cacheCodes: "impossible cache in AMD's registers"
    case .hypervisorLimit: "hypervisor leaf limit out of range"
    case .leafWithoutFeature: "leaf without its feature"
    case .countersOff: "performance counters without a virtual PMU"
    case .msrNotOffered: "MSR that the bound does not have"
    case .boundUnknown: "the bound is not known here"
    case .candidateUnknown: "the candidate is not known here"
    case .timeStampCounter: "promise of a constant counter broken"
    case .branchRecords: "last-branch records of another form"
    }
  }

  /// The long text: what it means, what a guest would suffer, and what to do.
  public var explanation: String {
    switch self {
    case .featureNotOffered:
      """
      The candidate shows a feature that the bound (the max policy of this kind of guest) does not
      have. A guest that believes it will execute an instruction or touch a control register that
      faults, or, where the bit is an assurance (a name with _NO, for instance), will leave out a
      mitigation that it needs. Some hypervisors drop such a bit without a word; here the whole set
      is refused, so that what was asked for and what the guest sees stay the same.
      Clear the bit. `cpupolicy policy explain NAME HOST` says which step of derivation keeps the
      feature from guests on that host.
      """
    case .prerequisiteMissing:
      """
      A feature builds on another one that the candidate does not show: AVX2 on AVX, AVX on XSAVE.
      Operating systems take the pair for granted and crash or misbehave where only one half is
      there. The prerequisites stand in the column `requires` of ABI/features.csv.
      Show the prerequisite too, or clear everything that needs it.
      """
    case .nestedNotEnabled:
      """
      VMX and SVM let a guest run guests of its own. The domain was created without nested
      virtualisation, so the hypervisor would refuse the instructions behind the bit.
      Create the domain with nested virtualisation, or clear the bit.
      """
    case .notForThisKind:
      """
      The max policy that was given has the feature, but this kind of guest cannot: a domain on
      shadow page tables lacks what only nested paging can carry, and a 32-bit PV domain has neither
      long mode nor, except on AMD and Hygon, SYSCALL.
      """
    case .differsFromHost:
      """
      FDP_EXCP_ONLY and NO_FPU_SEL describe how the x87 unit saves its pointers. No hypervisor can
      make a CPU behave otherwise, so a domain's policy must have exactly the host's value, set or
      clear. A guest that believes the opposite reads wrong instruction pointers after FXSAVE.
      """
    case .needsHigherLeaf:
      """
      XSAVE is described in leaf 0xd. A policy that shows the feature and ends below that leaf sends
      the guest to a leaf that is not there: it would allocate a save area of size zero.
      """
    case .reservedBits:
      """
      The bits have no name in the tables: no vendor documents them, or this project does not know
      them yet. Nobody can say what a guest would do with them, so they are zero for guests.
      A row in ABI/fields.csv or ABI/features.csv is all it takes to name a bit.
      """
    case .unknownLeaf:
      """
      The tables have no row in this leaf or subleaf, so no policy has a place for it.
      """
    case .beyondLimits:
      """
      The policy's own limits (the maximum basic leaf, the maximum extended leaf, the maximum subleaf
      of leaf 7, the end of a list, the highest XSAVE component) say that this place holds no data,
      and yet there is some. A guest would never see it; accepting it would mean to change it.
      """
    case .fieldNotOffered:
      """
      The field is a set of bits of which the candidate shows more than the bound has. Each stands
      for something that the machine or the hypervisor does not do.
      """
    case .fieldAboveBound:
      """
      The field is a number (a width, a count, a version) that must not exceed the bound's: the guest
      would use addresses, counters or functions that are not there.
      """
    case .fieldBelowBound:
      """
      The bits say what is absent, or what must be. A candidate that lacks one promises the guest
      something that the machine does not have.
      """
    case .fieldDiffers:
      """
      The field describes the machine in a way that cannot be emulated: a guest with another value
      would compute wrong addresses, sizes or frequencies.
      """
    case .fieldMustBeZero:
      """
      The field belongs to the platform's owner (power, thermal control, identity), or is filled in
      when a virtual CPU asks (its APIC id, the size for its current XCR0). In a stored policy it is
      zero.
      """
    case .fieldNotDefined:
      """
      Only the other vendor's manual defines the field, and the bound has none of it: leaf 4 on an
      AMD CPU, 0x80000005 on an Intel one. Software that finds it set may take the other vendor's
      path.
      """
    case .topologyNotChosen:
      """
      System policies carry no topology: where virtual CPUs sit is chosen when a domain is created,
      and solved into its policy. A policy that is judged without such a choice must leave these
      fields zero.
      """
    case .apicIDs:
      """
      R1: every virtual CPU has an APIC id of its own. Ids above 254 can be addressed only with
      x2APIC, which the policy must then show.
      """
    case .initialID:
      """
      R2: bits 31:24 of EBX in leaf 1 are the low byte of the full APIC id in leaf 0xb, 0x1f or
      0x8000001e. Old software uses the one, new software the other, and both start the same CPUs.
      """
    case .packageRoom:
      """
      R3: bits 23:16 of EBX in leaf 1 count a package's processors: on Intel the room for their ids,
      rounded up to a power of two, on AMD the exact number. The bits count only behind HTT.
      """
    case .singleProcessor:
      """
      R4: HTT may be clear only where a package has a single logical processor. Otherwise software
      stops looking, and believes that each virtual CPU is a socket.
      """
    case .legacyDecoding:
      """
      R5: software without leaf 0xb divides the package by leaf 1 EBX[23:16] and leaf 4 EAX[31:26].
      As long as neither field is saturated the result must be the shift in leaf 0xb.
      """
    case .levels:
      """
      R6: in leaves 0xb, 0x1f and 0x80000026 the types ascend from 1, shifts and counts do not
      descend, a level's count fits its shift, every subleaf repeats its number and the id, and a
      subleaf without type ends the list. The last shift is that of the package: on AMD it equals
      ApicIdSize (0x80000008 ECX[15:12]) in leaf 0xb and in 0x80000026.
      """
    case .x2APICLevels:
      """
      R7: software that finds x2APIC reads its id in leaf 0xb, so the maximum leaf must reach it; a
      domain with several dies needs 0x1f (Intel) or 0x80000026 (AMD) as well.
      """
    case .lastLevel:
      """
      R8: leaf 0x1f refines leaf 0xb. Both end at the same shift, that of the package.
      """
    case .cacheSharing:
      """
      R9: the processors that share a cache do not become fewer from level to level, and are no more
      than a package has. Leaf 4 states room for ids (a power of two, less one) and the same number
      of cores in every subleaf; 0x8000001d states a plain count, less one.
      """
    case .processorCount:
      """
      R10: two to the power of ApicIdSize (0x80000008 ECX[15:12]) is at least the number of threads in
      ECX[7:0] plus one; zero means that the count decides.
      """
    case .extendedTopology:
      """
      R11: TOPOEXT comes with 0x8000001d and 0x8000001e, and only with them. The threads of a core
      there equal those of leaf 0xb, and the node is one of those that the sockets have.
      """
    case .capacity:
      """
      R12: no more virtual CPUs than sockets, dies, cores and threads give seats.
      """
    case .cacheSize:
      """
      A typed subleaf of a cache list with neither line size, ways nor sets describes a cache of one
      byte. Guests divide by such numbers.
      """
    case .limitAboveBound:
      """
      The candidate promises leaves (or subleaves of leaf 7) beyond the bound's maximum. The guest
      would read zeros, or another leaf's data, and believe them.
      """
    case .vendorDiffers:
      """
      The vendor decides how dozens of fields are read, which MSRs exist and how system calls work.
      A guest of another vendor than its host does not survive.
      """
    case .limitMalformed:
      """
      The maximum extended leaf is either zero (there are no extended leaves) or 0x8000xxxx.
      """
    case .xstateMask:
      """
      Which states XSAVE can save (leaf 0xd subleaf 0 EDX:EAX, and for XSS subleaf 1 EDX:ECX) follows
      from the features: AVX brings bit 2, AVX-512 bits 5 to 7, and so on. A guest that misses a
      state loses registers at a context switch; one that sees too many faults on XSETBV.
      """
    case .xstateSize:
      """
      Leaf 0xd subleaf 0 ECX is the size of the save area with every offered state. It is recomputed
      from the components; a guest that allocates less overwrites its own memory.
      """
    case .xstateComponent:
      """
      Size, offset and flags of an XSAVE component are the hardware's: XSAVE writes there, whatever
      CPUID says. They must equal the bound's. Two CPUs can have the same features and place a
      component differently (protection keys stand elsewhere on AMD than on Intel).
      """
    case .copyDiffers:
      """
      Some registers repeat others: the vendor string in 0x80000000, the signature in 0x80000001 EAX,
      common features in 0x80000001 EDX. On AMD and Hygon the copy must equal its original; on Intel
      it must be zero.
      """
    case .linearWidth:
      """
      The linear address width is 32 without long mode, 48 with it and 57 with five-level paging,
      whatever the host's own is. A guest with another value checks canonical addresses wrongly.
      """
    case .physicalWidth:
      """
      PAE and PSE-36 paging hold 36 bits of physical address, plain paging 32. A guest that is told
      less treats valid page table bits as reserved.
      """
    case .derivedDiffers:
      """
      The field follows from other parts of the policy, or of the domain, and does not agree.
      """
    case .signatureMalformed:
      """
      The extended family counts only where the base family is 0xf, the extended model only from
      family 6 on. Software that follows the manual and software that does not would disagree about
      which CPU this is.
      """
    case .brandMalformed:
      """
      The brand in 0x80000002 to 0x80000004 is 48 bytes of ASCII, padded with NUL at its end. Programs
      print it as it stands.
      """
    case .cacheDescriptors:
      """
      A register of leaf 2 with bit 31 set tells its reader to ignore it, so it must hold nothing;
      descriptor 0xff sends the reader to leaf 4, which must be there.
      """
    case .cacheList:
      """
      A cache in leaf 4 or 0x8000001d has type 1 (data), 2 (instruction) or 3 (unified), a level of at
      least 1, and a single set if it is fully associative. Guests size and colour their memory by it.
      """
    case .cacheCodes:
      """
      0x80000005 and 0x80000006 describe caches by size, line and a code for the associativity: code 7
      is reserved, code 9 sends the reader to 0x8000001d, and a cache that is there has a size and a
      line.
      """
    case .hypervisorLimit:
      """
      EAX of 0x40000000 and 0x40000100 limits the hypervisor's leaves. Zero leaves the choice to the
      hypervisor; else the low byte counts from 2, and the rest is zero or the range's own number.
      """
    case .leafWithoutFeature:
      """
      The leaf describes a feature that the candidate does not show (ABI/leaves.csv). A guest should
      not read it, but some do, and act on it.
      """
    case .countersOff:
      """
      Leaf 0xa describes performance counters. The domain was created without a virtual PMU, so the
      counters' MSRs fault.
      """
    case .msrNotOffered:
      """
      The candidate holds a value for an MSR that the bound does not have: the hypervisor does not let
      a policy choose it.
      """
    case .boundUnknown:
      """
      The source of the bound did not record this place, so nobody knows whether the candidate's value
      is allowed. Unknown is not zero, and no acceptance rests on it.
      """
    case .candidateUnknown:
      """
      The source of the candidate did not record this place, and the bound has something there. What
      the guest would see is not known.
      """
    case .timeStampCounter:
      """
      The guest sees ITSC: its time-stamp counter was promised to run at one rate for ever. It may move
      only where that rate goes on: to a host with an invariant counter of the same frequency, to one that
      scales it (HVM guests in the default mode), or, where every read is emulated, anywhere. A frequency
      that is not known cannot be compared, and then the promise is not kept either.
      """
    case .branchRecords:
      """
      The guest reads last-branch records (LBR, LER), which no hypervisor emulates: their format and
      number are the CPU's own. It may go on only where both are known to be those of the host that
      judged it. Formats are PERF_CAPABILITIES[5:0]; 0x3f stands for one that nobody recorded.
      Record MSR 0x345 of both hosts, move the guest to a host of the same kind, or create it without
      --uses-lbr.
      """
    }
  }
}
