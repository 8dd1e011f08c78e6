// SPDX-License-Identifier: Apache-2.0

import Domains
import Hosts
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText
import TestSupport
import Testing

/// Rules that ask first whether the guest has what they are about, and limits of which zero, or nothing, is no
/// number.
@Suite struct MoveLimitTests {
  private typealias Situation = ComplaintTests.Situation

  private func found(_ situation: Situation) -> [Judgement.Finding] {
    situation.check().findings
  }

  // MARK: If the guest has it

  static let features: [Feature] = [
    .sgx, .sgxLc, .sgxKeys, .ibs, .lwp, .procTrace, .enqcmd, .nodeidMsr, .hybrid, .archPerfMon,
    .intelPpin, .amdPpin,
  ]

  /// A destination may have more than the guest: that is no difference that it sees.
  @Test(arguments: features) func aFeatureThatTheGuestHas(_ feature: Feature) throws {
    var richer = try Situation()
    richer.offer { $0.set(feature, true) }
    #expect(richer.check().verdict == .safe, "\(feature.name)")
    var poorer = try Situation()
    poorer.offer { $0.set(feature, false) }
    poorer.guest.policy.set(feature, true)
    #expect(poorer.check().verdict == .unsafe)
    #expect(
      found(poorer).contains {
        $0.violation.code == .featureNotOffered && $0.violation.subject == .feature(feature)
      }, "\(feature.name)")
  }

  /// What a feature brings is asked of a guest that has the feature, zero or not.
  @Test func whatAFeatureBrings() throws {
    let fields: [(Feature, Field, UInt32)] = [
      (.procTrace, .ptIpIsLip, 0), (.procTrace, .ptCr3Filter, 0), (.archLbr, .archLbrDepths, 0),
      (.amxTile, .amxTileBytes, 1), (.mpx, .mpxMawau, 0),
    ]
    for (feature, field, subleaf) in fields {
      var situation = try Situation()
      situation.offer {
        $0[.maxBasicLeaf] = 0x1e
        $0.set(feature, true)
        $0[.amxMaxPalette] = 1
        $0[field, subleaf: subleaf] = 1
      }
      // Without the feature the zero says nothing.
      #expect(!found(situation).contains { $0.violation.subject == .field(field) })
      situation.guest.policy[.maxBasicLeaf] = 0x1e
      situation.guest.policy.set(feature, true)
      situation.guest.policy[.amxMaxPalette] = 1
      #expect(
        found(situation).contains {
          $0.violation.subject == .field(field) && $0.violation.code == .fieldDiffers
        }, "\(field.name)")
      situation.guest.policy[field, subleaf: subleaf] = 1
      #expect(!found(situation).contains { $0.violation.subject == .field(field) })
    }
  }

  // MARK: Addresses that a guest maps

  @Test func theWidthOfWhatAGuestMaps() throws {
    func check(
      guest: UInt32, host: UInt32, isHome: Bool = false
    ) throws -> (MigrationCheck.Verdict, [Judgement.Finding]) {
      var situation = try Situation()
      situation.offer {
        $0[.maxPhysicalAddressBits] = 52
        $0[.guestPhysicalAddressBits] = host
      }
      situation.guest.policy[.maxPhysicalAddressBits] = 48
      situation.guest.policy[.guestPhysicalAddressBits] = guest
      if isHome {
        situation.guest.judge = Domain.Judge(situation.host, situation.host.systemPolicies())
      }
      let check = situation.check()
      return (
        check.verdict,
        check.findings.filter { $0.violation.subject == .field(.guestPhysicalAddressBits) }
      )
    }
    // Zero is as many as there are.
    #expect(try check(guest: 0, host: 0).0 == .safe)
    #expect(try check(guest: 48, host: 0).0 == .safe)
    #expect(try check(guest: 40, host: 48).0 == .safe)
    #expect(try check(guest: 0, host: 48).0 == .safe)
    // The host maps less than the guest was told, or may take for granted.
    #expect(try check(guest: 48, host: 40).0 == .unsafe)
    let (verdict, open) = try check(guest: 0, host: 40)
    #expect(verdict == .unknown)
    #expect(open.map(\.violation.value) == [48] && open.map(\.violation.bound) == [40])
    #expect(open.allSatisfy { !$0.isDecided })
    // Where it was born it mapped no more.
    #expect(try check(guest: 0, host: 40, isHome: true).0 == .safe)
    // More than the guest's own addresses is no width.
    #expect(try check(guest: 52, host: 52).0 == .unsafe)
    #expect(try check(guest: 56, host: 0).0 == .unsafe)
  }

  // MARK: The size of a guest's state

  /// A guest with AMX under KVM, on a host that has it; the host moves so many bytes.
  private func tiles(_ bytes: Int?, _ hypervisor: String = "KVM") throws -> MigrationCheck {
    var situation = try Situation(hypervisor)
    situation.host.stateBytes = bytes
    // Both say so, so that the size alone is at issue.
    situation.offer { $0[.xsaveSizeMax] = 11_008 }
    situation.guest.policy[.xsaveSizeMax] = 11_008
    return situation.check()
  }

  private func ofState(_ check: MigrationCheck) -> Judgement.Finding? {
    check.findings.first { $0.violation.code == .stateSize }
  }

  @Test func stateUnderKVM() throws {
    let small = try #require(ofState(try tiles(4096)))
    #expect(small.isDecided && small.violation.severity == .guestCrash)
    #expect(small.violation.value == 11_008 && small.violation.bound == 4096)
    #expect(small.violation.message.contains("11008") && small.violation.message.contains("4096"))
    #expect(try tiles(4096).verdict == .unsafe)
    for bytes in [11_008, 16_384] { #expect(try ofState(tiles(bytes)) == nil) }
    // Nobody recorded it.
    let open = try tiles(nil)
    #expect(ofState(open)?.isDecided == false)
    #expect(open.judgement.gather.contains { $0.contains("host show --source kvm") })
    // Xen has no such number.
    #expect(try ofState(tiles(4096, "Xen")) == nil)
    // At home it has what it has, and 4096 bytes are moved by all.
    var home = try Situation()
    home.guest.judge = Domain.Judge(home.host, home.host.systemPolicies())
    home.host.stateBytes = 4096
    #expect(home.check().verdict == .safe)
  }

  /// What the kernel offers without the permission for tiles has a size without them.
  @Test func stateOfAnOffer() throws {
    var situation = try Situation()
    situation.guest.policy[.xsaveSizeMax] = 11_008
    var offer = situation.host.boot
    offer[.xsaveSizeMax] = 2696
    situation.host.kernelOffer = KernelOffer(policy: offer, emulated: FeatureSet())
    #expect(ofState(situation.check())?.violation.bound == 4096)
    offer[.xsaveSizeMax] = 11_008
    situation.host.kernelOffer = KernelOffer(policy: offer, emulated: FeatureSet())
    #expect(ofState(situation.check()) == nil)
  }

  /// The size goes through a document, and a change of it is a fact of the host.
  @Test func stateInDocuments() throws {
    var host = try Situation().host
    host.stateBytes = 4096
    let document = Document.host(host, host.systemPolicies())
    let read = try #require(try Document(reading: document.json, source: "host")?.host)
    #expect(read.stateBytes == 4096)
    var after = host
    after.stateBytes = 11_008
    let facts = HostChange(from: host, to: after, guests: []).facts
    #expect(facts.map(\.name) == ["hypervisor.stateBytes"])
  }
}
