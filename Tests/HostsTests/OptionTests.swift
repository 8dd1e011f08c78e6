// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// What the owner opts in to and out of.
@Suite struct OptionTests {
  /// A rich CPU without errata of its own: everything that the table names, but for what rules act
  /// on, on an AMD part of a family that none of them names.
  private var richCPU: CPUPolicy {
    var policy = CPUPolicy()
    policy.record(
      LeafRegisters(eax: 0xd, ebx: 0x6874_7541, ecx: 0x444d_4163, edx: 0x6974_6e65), leaf: 0)
    policy.record(LeafRegisters(eax: 0x00b0_0f21, ebx: 0x800), leaf: 1)
    policy.featureSet = .known
    policy[.maxLeaf7Subleaf] = 2
    policy[.maxExtendedLeaf] = 0x8000_0021
    policy[.svmNestedPaging] = 1
    for component: UInt32 in 2..<19 {
      policy.record(
        LeafRegisters(eax: 64, ebx: 576 + 64 * component), leaf: 0xd, subleaf: component)
    }
    return policy
  }

  private func options(_ list: String) throws -> DerivationOptions {
    var options = DerivationOptions()
    if !list.isEmpty { options.apply(try CPUIDOption(parsing: list)) }
    return options
  }

  private func derive(_ list: String) throws -> SystemPolicies {
    SystemPolicies(facts: HostFacts(boot: richCPU), options: try options(list))
  }

  @Test func optOutTakesDependantsAlong() throws {
    let policies = try derive("no-avx")
    for feature in [Feature.avx, .avx2, .fma, .f16c, .avx512f, .avx512Vnni] {
      #expect(policies.raw.has(feature))
      for kind in PolicyKind.allCases where kind != .raw && kind != .hostMax {
        #expect(!policies[kind].has(feature), "\(feature.name) in \(kind.name)")
      }
    }
    #expect(policies.hostMax.has(.avx))
  }

  @Test func laterPositiveDoesNotUndo() throws {
    let option = try CPUIDOption(parsing: "no-smap,smap")
    #expect(option.optedOut.contains(.smap) && !option.optedIn.contains(.smap))
  }

  /// Every feature that is off by default for some guest comes in by its own name.
  @Test func everyOptInWorks() throws {
    let table = FeatureTable.abi
    let off = table.hvmHAPMax.subtracting(table.hvmHAPDefault)
    #expect(off.count == 13)
    for feature in off.features {
      let before = try derive("")
      let after = try derive(feature.optionName)
      let needs = before.hvmMax.has(feature)
      #expect(needs, "\(feature.name) is in max")
      #expect(!before.hvmDefault.has(feature), "\(feature.name) is off by default")
      #expect(after.hvmDefault.has(feature), "\(feature.name) is opted in")
      #expect(!after.hvmShadowDefault.has(feature) || table.hvmShadowMax.contains(feature))
      #expect(!after.pvDefault.has(feature) || table.pvMax.contains(feature))
    }
  }

  /// A table in which the hypervisor itself leaves features out by default.
  @Test func syntheticHostOptIn() throws {
    var options = DerivationOptions()
    options.table.hostOptIn.insert(.fred)
    options.table.hostOptIn.insert(.avx2)
    options.table.pvMax.insert(.fred)
    options.table.pvDefault.insert(.fred)
    let facts = HostFacts(boot: richCPU)
    let without = SystemPolicies(facts: facts, options: options)
    #expect(without.hostMax.has(.fred) && without.hostMax.has(.avx2))
    #expect(!without.hostDefault.has(.fred) && !without.hostDefault.has(.avx2))
    #expect(!without.hostDefault.has(.avx512f), "dependants are withheld, too")
    #expect(!without.pvMax.has(.fred), "guest max derives from host default")
    options.apply(try CPUIDOption(parsing: "fred,avx2"))
    let with = SystemPolicies(facts: facts, options: options)
    #expect(with.hostDefault.has(.fred) && with.pvDefault.has(.fred))
    #expect(with.hostDefault.has(.avx512f))
  }

  /// Of "for guests alone" and "for everybody" the later one counts.
  @Test func guestOnlyIsUndoneByName() throws {
    let everybody = try CPUIDOption(parsing: "smep=guest,smep")
    #expect(everybody.optedIn.contains(.smep) && !everybody.guestOnly.contains(.smep))
    let guests = try CPUIDOption(parsing: "smep,smep=guest")
    #expect(!guests.optedIn.contains(.smep) && guests.guestOnly.contains(.smep))
  }

  @Test func guestOnly() throws {
    let policies = try derive("smep=guest")
    #expect(policies.hostMax.has(.smep) && !policies.hostDefault.has(.smep))
    #expect(policies.hvmMax.has(.smep) && policies.hvmDefault.has(.smep))
    #expect(!policies.pvMax.has(.smep) && !policies.dom0PV.has(.smep))
  }

  @Test func numbers() throws {
    var cpu = richCPU
    cpu[.maxPhysicalAddressBits] = 48
    let facts = HostFacts(boot: cpu)
    let policies = SystemPolicies(facts: facts, options: try options("maxphysaddr=40"))
    #expect(policies.hostDefault[.maxPhysicalAddressBits] == 48)
    #expect(policies.hvmMax[.maxPhysicalAddressBits] == 40)
    #expect(policies.pvDefault[.maxPhysicalAddressBits] == 40)
  }

  @Test func unmetOptInsAreReported() throws {
    var cpu = richCPU
    cpu.set(.movdiri, false)
    let options = try options("movdiri,no-rtm,tsxldtrk,itsc")
    let policies = SystemPolicies(facts: HostFacts(boot: cpu), options: options)
    var reasons: [Feature: UnmetOptIn] = [:]
    policies.forEachUnmetOptIn(options) { reasons[$0] = $1 }
    #expect(reasons == [.movdiri: .hardwareLacks, .tsxldtrk: .prerequisiteMissing(.rtm)])
  }

  /// Of several prerequisites the one is named that is missing.
  @Test func missingPrerequisitesAreNamed() throws {
    var named = 0
    for feature in Feature.allNamed {
      var needs: [Feature] = []
      FeatureSet.forEachRequirement(of: feature) { needs.append($0) }
      for need in needs where needs.count > 1 {
        let options = try options("\(feature.optionName),no-\(need.optionName)")
        let policies = SystemPolicies(facts: HostFacts(boot: richCPU), options: options)
        policies.forEachUnmetOptIn(options) { unmet, reason in
          guard unmet == feature, case .prerequisiteMissing(let missing) = reason else { return }
          named += 1
          #expect(!policies.hostDefault.has(missing), "\(feature.name) and \(need.name)")
        }
      }
    }
    #expect(named > 5)
  }

  /// Where the hardware and all prerequisites are there, a rule has taken the feature away.
  @Test func withdrawnOptIns() throws {
    var cpu = richCPU
    cpu.record(
      LeafRegisters(eax: 0xd, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69), leaf: 0)
    cpu[leaf: 1].eax = 0x0003_06c3
    cpu.set(.gdsNo, false)
    cpu.set(.gdsCtrl, false)
    // Nobody knows the model under a hypervisor, so every one counts as vulnerable.
    cpu.set(.hypervisor, true)
    var options = try options("avx")
    options.gatherSamplingMitigation = true
    let policies = SystemPolicies(facts: HostFacts(boot: cpu), options: options)
    var reasons: [Feature: UnmetOptIn] = [:]
    policies.forEachUnmetOptIn(options) { reasons[$0] = $1 }
    #expect(reasons == [.avx: .withdrawn])
  }

  /// What comes with a feature that the default lacks is max's.
  @Test func nestedParametersComeAlong() throws {
    let policies = try derive("")
    var settings = DomainSettings(kind: .hvm, topology: try Topology(sockets: 1, cores: 1))
    settings.hasNestedVirtualisation = true
    let policy = try policies.initialPolicy(settings, added: [.svm])
    #expect(policy.has(.svm) && !policies.hvmDefault.has(.svm))
    #expect(policy[leaf: 0x8000_000a] == policies.hvmMax[leaf: 0x8000_000a])
    #expect(!policy[leaf: 0x8000_000a].isZero)
  }

  @Test func controlDomain() throws {
    var options = DerivationOptions()
    options.applyDom0(try CPUIDOption(parsing: "no-avx,movdiri"))
    let policies = SystemPolicies(facts: HostFacts(boot: richCPU), options: options)
    #expect(
      policies.pvDefault.has(.avx) && !policies.dom0PV.has(.avx) && !policies.dom0PV.has(.avx2))
    #expect(policies.dom0PV.has(.movdiri) && !policies.pvDefault.has(.movdiri))
    #expect(policies.dom0PV.has(.itsc), "the control domain does not migrate")
  }

  @Test func errorsComeAllAtOnceWithTheirColumns() {
    let errors = #expect(throws: CPUIDOptionErrors.self) {
      try CPUIDOption(parsing: "avx,avx512,,no-smep=yes,smap=maybe,maxphysaddr=x,maxphysaddr=300")
    }?.errors
    #expect(errors?.map(\.column) == [5, 12, 20, 30, 48, 62])
    #expect(errors?.first?.nearest.contains("avx512f") == true)
    #expect(errors?[2].message.contains("negated") == true)
    let unknown = #expect(throws: CPUIDOptionErrors.self) { try CPUIDOption(parsing: "no-sse44") }
    #expect(unknown?.errors.first?.nearest.contains { $0.hasPrefix("no-sse4") } == true)
    for text in ["", "mo-avx", "np-avx", "no_avx", "no-", "no", "non-avx"] {
      #expect(throws: CPUIDOptionErrors.self) { try CPUIDOption(parsing: text) }
    }
    var problem: OptionList.Problem?
    var list = OptionList()
    list.read(Array("avx,maxphysaddr=300".utf8).span) { problem = $0 }
    #expect(problem?.fault == .aboveField && problem?.value == 300 && problem?.bound == 255)
    #expect(problem?.item == 4..<19 && problem?.offset == 16)
  }

  @Test func booleans() throws {
    for word in ["yes", "on", "true", "enable", "1"] {
      #expect(try CPUIDOption(parsing: "rdrand=\(word)").optedIn.contains(.rdrand))
    }
    for word in ["no", "off", "false", "disable", "0"] {
      #expect(try CPUIDOption(parsing: "rdrand=\(word)").optedOut.contains(.rdrand))
    }
    #expect(try CPUIDOption(parsing: "maxleaf=0x16").limits.first?.value == 0x16)
  }

  /// The parser's names are those of the table, every one, and no others.
  @Test func everyNameIsTaken() throws {
    let names = Dictionary(
      uniqueKeysWithValues: Feature.allNamed.map { (Array($0.optionName.utf8), $0) })
    for feature in Feature.allNamed {
      let name = Array(feature.optionName.utf8)
      #expect(OptionNames.feature(name.span) == feature, "\(feature.name)")
      var bytes: [UInt8] = []
      OptionNames.forEachByte(of: feature) { bytes.append($0) }
      #expect(bytes == name)
      for wrong in [name + [0x2d], Array(name.dropLast()), [0x2c] + name] {
        #expect(OptionNames.feature(wrong.span) == names[wrong])
      }
      let list = "no-\(feature.optionName),maxphysaddr=0x24"
      let option = try CPUIDOption(parsing: list)
      #expect(option.optedOut.features == [feature] && option.optedIn.isEmpty)
      #expect(option.limits.map(\.field) == [.maxPhysicalAddressBits])
      #expect(option.limits.map(\.value) == [36])
    }
    for index in 0..<(Feature.wordCount * 32) {
      let feature = Feature(rawValue: UInt16(index))
      guard !feature.isNamed else { continue }
      OptionNames.forEachByte(of: feature) { _ in Issue.record("\(index) has no name") }
    }
    #expect(OptionNames.feature([UInt8]().span) == nil)
  }

  /// Numbers are digits and nothing else, up to what the field holds.
  @Test func digitsAlone() throws {
    for text in ["", "0x", "x", "+4", "-4", "4 ", "0xg", "4294967296", "0x100000000", "0b1"] {
      #expect(throws: CPUIDOptionErrors.self) { try CPUIDOption(parsing: "maxleaf=\(text)") }
    }
    let last = try CPUIDOption(parsing: "maxleaf=4294967295,maxphysaddr=255,maxleaf=0XfF")
    #expect(last.limits.map(\.value).sorted() == [255, 255], "the later limit counts")
    #expect(throws: CPUIDOptionErrors.self) { try CPUIDOption(parsing: "maxphysaddr=256") }
  }
}
