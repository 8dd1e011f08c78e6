// SPDX-License-Identifier: Apache-2.0

import Domains
import Foundation
import Hosts
import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import PolicyFormats

/// A guest that Xen 4.17 saved, without its memory: `xl save` of a PVH guest on an emulated CPU.
struct SavedGuestTests {
  private let path = Fixtures.path("saved-guest.xlsave")

  private func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func read(_ bytes: [UInt8]) throws(FormatError) -> PolicyDocument {
    try PolicyReader.read(bytes.span, source: "guest")
  }

  @Test("A file of xl save gives policy, kind of guest, Xen's version and counter")
  func reading() throws {
    let document = try InputFile.read(path)
    #expect(document.format == .migrationRecords)
    let saved = try #require(document.savedGuest)
    #expect(saved.isHVM == true)
    #expect(saved.majorVersion == 4 && saved.minorVersion == 17)
    #expect(saved.tsc?.mode == 0 && saved.tsc?.khz == 2_445_403)
    #expect(document.policies[0].policy.signature.model == 0x55)
  }

  @Test("Replaced records change nothing else, and come back as they were written")
  func replacing() throws {
    let original = try bytes()
    let policy = try read(original).policies[0].policy
    let tsc = try #require(try read(original).savedGuest?.tsc)
    let same = try MigrationRecords.replacing(
      in: original.span, source: "guest", policy: policy, tsc: tsc)
    #expect(same.bytes == original)
    var features = policy.featureSet
    features.removeWithDependants(.aesni)
    let fewer = policy.withFeatures(features)
    let changed = try MigrationRecords.replacing(
      in: original.span, source: "guest", policy: fewer,
      tsc: SavedGuest.TimeStampCounter(mode: 1, khz: 1_000_000, nanoseconds: 1 << 40))
    let document = try read(changed.bytes)
    #expect(document.policies[0].policy.canonical == fewer.canonical)
    #expect(document.savedGuest?.tsc?.khz == 1_000_000)
    #expect(document.savedGuest?.tsc?.nanoseconds == 1 << 40)
    let bare = MigrationRecords.write(policy, tsc: tsc)
    #expect(try read(bare.bytes).savedGuest?.tsc == tsc)
  }

  @Test("A file that is cut is refused or said to be incomplete")
  func cut() throws {
    let whole = try bytes()
    for count in 48..<whole.count {
      let outcome = Result { try read(Array(whole.prefix(count))) }
      // Between two records it is only told that the end is missing.
      if case .success(let document) = outcome {
        #expect(document.notes.contains { $0.contains("not complete") }, "\(count) bytes")
      }
    }
    #expect(throws: FormatError.self) { try read(Array(whole.prefix(1000))) }
    #expect(try read(whole).notes.count == 1)
  }

  @Test("A damaged frame is refused, or read for what it still says")
  func strange() throws {
    let whole = try bytes()
    // The byte order, the configuration's length, libxl's and libxc's stream, the kind of guest.
    for (place, value) in [(32, UInt8(1)), (46, 0xff), (100, 0), (48 + 49 + 16, 9)] {
      var damaged = whole
      damaged[place] = value
      guard damaged != whole else { continue }
      let outcome = Result { try read(damaged) }
      if case .success(let document) = outcome {
        // A changed byte of the configuration alone is no business of ours.
        #expect(document.policies.count == 1)
      }
    }
  }

  @Test("A promised counter needs the same frequency, scaling, or emulation")
  func counters() throws {
    let document = try InputFile.read(Fixtures.path("guest-epyc.txt"))
    var host = try #require(HostDescription(name: "host", document: document))
    host.tsc.isInvariant = true
    host.tsc.khz = 2_000_000
    host.tsc.canScale = false
    let policies = host.systemPolicies()
    var guest = Guest(name: "guest", kind: .hvm, policy: policies.hvmMax)
    var features = guest.policy.featureSet
    features.insert(.itsc)
    guest.policy = guest.policy.withFeatures(features)
    func isKept(_ host: HostDescription, _ guest: Guest) -> Bool {
      !MigrationCheck(guest, to: host, policies: policies).findings
        .contains { $0.violation.code == .timeStampCounter }
    }
    #expect(!isKept(host, guest), "an unknown frequency cannot be kept")
    guest.tsc.khz = 2_000_000
    #expect(isKept(host, guest))
    guest.tsc.khz = 2_400_000
    #expect(!isKept(host, guest))
    host.tsc.canScale = true
    #expect(isKept(host, guest))
    guest.kind = .pv
    #expect(!isKept(host, guest), "nothing scales for a PV guest")
    guest.tsc.mode = .emulated
    #expect(isKept(host, guest))
    guest.tsc.mode = .native
    guest.kind = .hvm
    #expect(!isKept(host, guest), "a native counter is not scaled")
    host.tsc.isInvariant = false
    guest.tsc.mode = .automatic
    #expect(!isKept(host, guest))
  }
}
