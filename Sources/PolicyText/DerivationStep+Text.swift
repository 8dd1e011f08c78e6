// SPDX-License-Identifier: Apache-2.0

import PolicyCore

extension DerivationStep {
  /// The step's name in documents: `emulated-apic`, `dom0-opt-in`.
  public var name: String {
    var result = ""
    var wasUppercase = false
    for character in "\(self)" {
      // Abbreviations are one word.
      if character.isUppercase && !wasUppercase { result.append("-") }
      wasUppercase = character.isUppercase
      result += character.lowercased()
    }
    return result
  }

  /// Why the step does what it does.
  public var reason: String {
    switch self {
    case .recorded: "the source recorded it"
    case .clearDynamic: "the value mirrors the state of the CPU that was read (CR4, XCR0, XSS)"
    case .hideOuterHypervisor: "leaves of an outer hypervisor are not this host's"
    case .clearStale: "it lies beyond the limits that the CPU states"
    case .serveExtents: "the hypervisor serves no more leaves"
    case .knownFeatures: "no row of ABI/features.csv names the bit"
    case .everyCPU: "not every CPU of the host has it"
    case .withholdOptIns:
      "the hypervisor uses it only when told to (hostDefault in ABI/features.csv)"
    case .optOut: "opted out by cpuid="
    case .optIn: "opted in by cpuid="
    case .guestOnly: "cpuid=...=guest: offered to HVM guests, not used by the hypervisor"
    case .lfenceDispatch: "whether LFENCE is serialising follows from DE_CFG or the family"
    case .xsaveUnusable: "XSAVE needs maximum leaf 0xd, and xsave= not off"
    case .lineSizeUnusable: "CLZERO needs a cache line size that is a power of two"
    case .resourceControlAbsent: "resource control needs leaf 0x10"
    case .randomErratum: "RDRAND fails after resume from S3 on AMD family 0x15 and 0x16"
    case .sysenterAMD: "SYSENTER does not work in long mode on AMD"
    case .lahfErratum: "early K8 reports LAHF_LM without having it"
    case .monitorErratum: "MONITOR is unreliable on AMD family 0x10"
    case .topoextReenabled: "TOPOEXT was switched off by firmware and is on again"
    case .nullSelector: "a null selector was seen to clear the segment base"
    case .branchTypeImmune: "family 0x19 is not affected by branch type confusion"
    case .branchTypeBarrier: "the barrier also flushes branch types on this family"
    case .returnOverflowImmune: "without multithreading the return stack cannot overflow this way"
    case .schedulerAttackImmune: "family or microcode is not open to transient scheduler attacks"
    case .clwbSlow: "CLWB is slow behind the gather-sampling microcode; CLFLUSHOPT is used instead"
    case .slowStrings: "firmware switched fast strings off"
    case .transactionsSynthesised: "the microcode's transaction control exists"
    case .eibrsImpliesRRSBA:
      "enhanced IBRS falls back to other predictors on return-stack underflow"
    case .returnStackUnsafe:
      "this model may fall back to other predictors on return-stack underflow"
    case .registerFileImmune: "this model is not affected by register-file data sampling"
    case .gatherSampling:
      "gather data sampling: affected without a microcode control, or not affected"
    case .targetSelectionImmune: "this model is not affected by indirect target selection"
    case .firmwareDisabled: "firmware switched it off"
    case .earlierRelease:
      "the release does otherwise than the newest one (docs/reference/xen-releases.md)"
    case .deadlineErratum: "the TSC deadline timer is unreliable before a later microcode"
    case .includeDefault: "host default has it, and max bounds default"
    case .extendedLimit: "LFENCE_DISPATCH stands in leaf 0x80000021"
    case .rebuildXstate: "leaf 0xd follows from the features"
    case .counters: "performance counters follow vpmu="
    case .cpuidFaulting: "CPUID faulting needs PLATFORM_INFO and MISC_FEATURES_ENABLES"
    case .copyParent: "copied from the policy above"
    case .miscellaneous:
      "identifiers, power, topology and other vendors' leaves are no guest's business"
    case .raiseLimits: "max accepts guests of hosts with higher limits"
    case .audienceMask: "audience letters in ABI/features.csv"
    case .emulatedAPIC: "the hypervisor emulates the local APIC"
    case .virtualSSBD: "the hypervisor makes VIRT_SSBD"
    case .speculationControl: "whether SPEC_CTRL is virtualised for this kind of guest"
    case .returnOverflowGuest: "holds only while branch speculation is reduced for guests"
    case .vmxControls: "needs an execution control of VT-x"
    case .svmFeatures: "nested SVM offers only what the hypervisor implements"
    case .anyHostSettings:
      "a guest may come from any host, so max accepts what warns of unsafe ones"
    case .kernelOffer: "the kernel's offer decides"
    case .toolstackChoices: "the toolstack's choice, so max accepts it"
    case .impliedBits: "implied by another bit"
    case .optedOutStays: "opted out by cpuid=, and not to be offered in any other way"
    case .fieldLimits: "limited by cpuid="
    case .sanitise: "a prerequisite is missing"
    case .nestedLeaf: "PV guests have no nested virtualisation"
    case .hostLimits: "default has the host's limits"
    case .withheldFields: "guests get it only where it was asked for (guest in ABI/fields.csv)"
    case .defaultAdjustments: "default shows what this host is"
    case .returnStackAdvice: "the host's return stack is unsafe, and the guest must know"
    case .shadowPaging: "no domain on shadow page tables has it"
    case .invariantTSC: "the control domain does not migrate"
    case .dom0OptIn: "opted in by dom0-cpuid="
    case .dom0OptOut: "opted out by dom0-cpuid="
    case .withinMax: "max binds the control domain as any other"
    case .domainFields: "set by the hypervisor in every domain's policy"
    }
  }
}
