// SPDX-License-Identifier: Apache-2.0
// Generated from the tables in ABI/ by `make generate`. Do not edit: change the table.
// swift-format-ignore-file
/// Stable numbers of what a report can find: `CPU0101` and so on. A number never changes
/// its meaning.
public enum ViolationCode: UInt16, Sendable {
  /// CPU0101: feature above the bound.
  case featureNotOffered = 101
  /// CPU0102: feature without its prerequisite.
  case prerequisiteMissing = 102
  /// CPU0103: nested virtualisation not enabled.
  case nestedNotEnabled = 103
  /// CPU0104: feature not for this kind of guest.
  case notForThisKind = 104
  /// CPU0105: bit differs from the host's behaviour.
  case differsFromHost = 105
  /// CPU0106: maximum leaf below what a feature needs.
  case needsHigherLeaf = 106
  /// CPU0111: reserved bits set.
  case reservedBits = 111
  /// CPU0112: leaf that no policy has.
  case unknownLeaf = 112
  /// CPU0113: data beyond the policy's own limits.
  case beyondLimits = 113
  /// CPU0121: bits above the bound.
  case fieldNotOffered = 121
  /// CPU0122: number above the bound.
  case fieldAboveBound = 122
  /// CPU0123: bits of the bound missing.
  case fieldBelowBound = 123
  /// CPU0124: value differs from the bound.
  case fieldDiffers = 124
  /// CPU0125: field that must be zero for guests.
  case fieldMustBeZero = 125
  /// CPU0126: field of another vendor.
  case fieldNotDefined = 126
  /// CPU0127: topology without a choice.
  case topologyNotChosen = 127
  /// CPU0131: maximum leaf above the bound.
  case limitAboveBound = 131
  /// CPU0132: another vendor.
  case vendorDiffers = 132
  /// CPU0133: malformed maximum extended leaf.
  case limitMalformed = 133
  /// CPU0141: XSAVE states do not follow the features.
  case xstateMask = 141
  /// CPU0142: XSAVE area of the wrong size.
  case xstateSize = 142
  /// CPU0143: XSAVE component laid out differently.
  case xstateComponent = 143
  /// CPU0151: repeated field differs from its original.
  case copyDiffers = 151
  /// CPU0152: linear address width does not follow the features.
  case linearWidth = 152
  /// CPU0153: physical address width too small.
  case physicalWidth = 153
  /// CPU0154: derived field differs.
  case derivedDiffers = 154
  /// CPU0161: family and model contradict each other.
  case signatureMalformed = 161
  /// CPU0162: brand string is no text.
  case brandMalformed = 162
  /// CPU0163: cache descriptors contradict each other.
  case cacheDescriptors = 163
  /// CPU0164: impossible cache in a list.
  case cacheList = 164
  /// CPU0165: impossible cache in AMD's registers.
  case cacheCodes = 165
  /// CPU0166: hypervisor leaf limit out of range.
  case hypervisorLimit = 166
  /// CPU0171: leaf without its feature.
  case leafWithoutFeature = 171
  /// CPU0172: performance counters without a virtual PMU.
  case countersOff = 172
  /// CPU0181: MSR that the bound does not have.
  case msrNotOffered = 181
  /// CPU0191: the bound is not known here.
  case boundUnknown = 191
  /// CPU0192: the candidate is not known here.
  case candidateUnknown = 192
  /// CPU0201: promise of a constant counter broken.
  case timeStampCounter = 201
  /// CPU0202: last-branch records of another form.
  case branchRecords = 202
  /// CPU0203: counter at another rate.
  case counterRate = 203
  /// CPU0204: no guests of this kind on the host.
  case kindNotAvailable = 204
  /// CPU0205: no guests of this kind in this build.
  case kindNotBuilt = 205
  /// CPU0206: warning that the guest was not given.
  case warningMissing = 206
  /// CPU0207: state that no stream carries.
  case stateNotCarried = 207
  /// CPU0208: records need the same model.
  case modelDiffers = 208
  /// CPU0211: the move skips releases.
  case releasesSkipped = 211
  /// CPU0212: the move goes back to an older release.
  case olderRelease = 212
  /// CPU0213: addresses of interrupts change with the release.
  case x2apicNumbering = 213
  /// CPU0214: another hypervisor.
  case otherHypervisor = 214
  /// CPU0215: interrupts do not reach every virtual CPU.
  case extendedDestinations = 215
  /// CPU0216: a name of cpuid= stands for another feature.
  case nameMoved = 216
  /// CPU0217: state larger than the host moves.
  case stateSize = 217
  /// CPU0221: no such machine type.
  case machineTypeMissing = 221
  /// CPU0222: name that the destination does not know.
  case nameNotKnown = 222
  /// CPU0223: invariant counter that holds the guest.
  case counterNotMovable = 223
  /// CPU1001: APIC ids collide or need x2APIC (R1).
  case apicIDs = 1001
  /// CPU1002: APIC ids disagree (R2).
  case initialID = 1002
  /// CPU1003: processors of a package miscounted (R3).
  case packageRoom = 1003
  /// CPU1004: HTT hides further processors (R4).
  case singleProcessor = 1004
  /// CPU1005: old and new leaves divide the package differently (R5).
  case legacyDecoding = 1005
  /// CPU1006: levels out of order or too small (R6).
  case levels = 1006
  /// CPU1007: topology leaves hidden (R7).
  case x2APICLevels = 1007
  /// CPU1008: leaf 0x1f ends elsewhere than 0xb (R8).
  case lastLevel = 1008
  /// CPU1009: cache shared by an impossible number (R9).
  case cacheSharing = 1009
  /// CPU1010: AMD's id width too small (R10).
  case processorCount = 1010
  /// CPU1011: AMD's extended topology disagrees (R11).
  case extendedTopology = 1011
  /// CPU1012: more virtual CPUs than seats (R12).
  case capacity = 1012
  /// CPU1013: APIC ids and counts contradict each other (R13).
  case idsScattered = 1013
  /// CPU1014: threads that older systems do not see (R14).
  case threadsUntold = 1014
  /// CPU1021: cache without a size.
  case cacheSize = 1021
}
