// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyText

extension WorldNames {
  /// The names of the bits beyond the featureset that a policy has, by its registers or by what is said beside
  /// them.
  func others(of named: NamedPolicy) -> [OtherName] {
    var result = others(of: named.policy.canonical)
    for statement in named.statements {
      guard let place = Self.place(of: statement),
        let own = others.first(where: { $0.place == place }), !result.contains(own)
      else { continue }
      result.append(own)
    }
    return result
  }

  /// Where a bit stands of which a statement says that it is on; nil for other statements.
  static func place(of statement: Statement) -> OtherName.Place? {
    let words = statement.subject.split(separator: " ")
    guard statement.value == ModelRequest.Wish.required.rawValue, words.count == 2,
      words[0] == "feature"
    else { return nil }
    let name = String(words[1])
    switch (OtherName.named(name, .qemu) ?? OtherName.named(name, .libvirt))?.place {
    case let place? where place != .none: return place
    default: return nil
    }
  }
}
