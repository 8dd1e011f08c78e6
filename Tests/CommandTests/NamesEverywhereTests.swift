// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText
import TestSupport
import Testing

@testable import cpupolicy

/// Each name that any world has for a feature is taken by each option that takes features, or asked back.
@Suite struct NamesEverywhereTests {
  /// Every name of the tables, as its world writes it.
  private static func names() -> Set<String> {
    let rows = ABITables.project.features
    let own = rows.flatMap { [$0.name, $0.name.lowercased()] + $0.otherNames }
    // The last one is said of two.
    return Set(own + OtherName.rows.map(\.name) + ["ssbno"])
  }

  @Test func everyOptionTakesEveryName() throws {
    Talk.choose(.quiet)
    defer { Talk.choose(.usual) }
    var (features, asked, fields) = (0, 0, 0)
    for name in Self.names().sorted() {
      let meanings = KnownName.meanings(of: name)
      switch meanings.first {
      case .feature(let feature) where meanings.count == 1:
        // As an argument (policy explain, domain explain) and an option of its own (pool plan --gain).
        #expect(try NameInput.feature(name, option: "--gain ") == feature, "\(name)")
        // In the hypervisor's lists (--cpuid, --dom0-cpuid, --set HOST:cpuid=).
        #expect(
          try NameInput.list("no-\(name)", option: "--cpuid").optedOut.contains(feature), "\(name)")
        // In a toolstack's wishes (domain create, guest verify).
        let changes = try ChangeOption.parse("no-\(name)")
        #expect(changes.removed.contains(feature), "\(name)")
        features += 1
      case .feature?:
        let failure = #expect(throws: CommandFailure.self) {
          try NameInput.feature(name, option: "--gain ")
        }
        #expect(failure?.message.contains("name one of") == true, "\(name)")
        #expect(throws: CommandFailure.self) { try NameInput.list(name, option: "--cpuid") }
        asked += 1
      case .field?, .msrField?:
        #expect(try NameInput.meaning(of: name) == meanings[0], "\(name)")
        fields += 1
      case nil: break
      }
    }
    #expect(features > 600 && asked > 0 && fields > 10, "\(features) \(asked) \(fields)")
  }
}
