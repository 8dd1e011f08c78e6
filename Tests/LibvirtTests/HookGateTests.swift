// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

@testable import LibvirtBackEnd

/// What the hook decides, and by which configuration.
@Suite struct HookGateTests {
  private static func policy(_ features: Feature...) -> CPUPolicy {
    var set = FeatureSet()
    for feature in features { set.insert(feature) }
    return PartialPolicy(features: set).policy
  }

  private static func gate(
    _ difference: HookGate.Action, _ unknown: HookGate.Action
  ) -> HookGate {
    var configuration = HookGate.Configuration()
    configuration.difference = difference
    configuration.unknown = unknown
    return HookGate(configuration)
  }

  @Test func decisions() throws {
    let boot = Self.policy(.avx, .aesni)
    for action in [HookGate.Action.warn, .refuse] {
      let other: HookGate.Action = action == .warn ? .refuse : .warn
      func text(_ decision: HookGate.Decision) -> String? {
        switch decision {
        case .pass: return nil
        case .warn(let text): return action == .warn ? text : nil
        case .refuse(let text): return action == .refuse ? text : nil
        }
      }
      let differing = Self.gate(action, other)
      #expect(differing.decide("g", boot: boot, now: boot) == .pass)
      let changed = text(differing.decide("g", boot: boot, now: Self.policy(.aesni, .mpx)))
      #expect(changed?.contains("g would go on") == true)
      #expect(changed?.contains("loses avx; gains mpx") == true, "\(changed ?? "")")
      let asking = Self.gate(other, action)
      #expect(text(asking.decide("g", boot: nil, now: boot))?.contains("booted") == true)
      #expect(text(asking.decide("g", boot: boot, now: nil, reason: "r"))?.contains("(r)") == true)
      // A feature of which nobody knows is no all-clear, and nothing at all is none either.
      var less = boot
      let slot = try #require(LeafLayout.slot(1, 0))
      less.markUnknown(slot: slot)
      #expect(text(asking.decide("g", boot: boot, now: less))?.contains("keep") == true)
      #expect(text(asking.decide("g", boot: less, now: boot)) == nil)
      let nothing = PartialPolicy().policy
      #expect(text(asking.decide("g", boot: nothing, now: nothing)) != nil)
    }
  }

  /// Family and model count where both sides say them.
  @Test func identity() {
    var (first, second) = (
      PartialPolicy(features: FeatureSet()), PartialPolicy(features: FeatureSet())
    )
    first.set(family: 6, model: 0x55, stepping: 4)
    second.set(family: 6, model: 0x6a, stepping: 4)
    let found = BootComparison(first.policy, second.policy)
    #expect(found.isDifferent && found.changed == [.baseModel, .extendedModel], "\(found.changed)")
    #expect(!BootComparison(first.policy, first.policy).isDifferent)
  }

  @Test func configuration() throws {
    let text = "# a comment\n\n difference=refuse # more\r\nunknown = refuse\nstore =\t/a b/c \n"
    let read = try HookGate.Configuration(parsing: text, source: "f")
    #expect(read.difference == .refuse && read.unknown == .refuse && read.store == "/a b/c")
    #expect(try HookGate.Configuration(parsing: "", source: "f") == HookGate.Configuration())
    #expect(HookGate.Configuration().difference == .warn)
  }

  @Test(arguments: [
    ("difference", 1), ("\ndifference = stop", 2), ("other = warn", 1), ("store = here", 1),
    ("unknown = warn\nunknown = warn", 2), ("= warn", 1), ("unknown =", 1),
  ])
  func brokenConfiguration(_ text: String, _ line: Int) {
    let error = #expect(throws: FormatError.self) {
      try HookGate.Configuration(parsing: text, source: "f")
    }
    #expect(error?.line == line && error?.remedy.contains("difference = warn|refuse") == true)
  }

  @Test(arguments: [
    "", "<cpu/>", "<domain/>", "<domain><name>a</name></domain>",
    "<domain><uuid>a</uuid></domain>",
  ])
  func noDomain(_ xml: String) {
    #expect(throws: FormatError.self) { try HookGate.Subject(xml, source: "x") }
  }
}
