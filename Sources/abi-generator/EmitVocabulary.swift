// SPDX-License-Identifier: Apache-2.0

/// The words of the tables' columns, as enumerations of the core.
struct VocabularyEmitter {
  var files: [String: String] { ["Sources/PolicyCore/Generated/Rules.swift": rules] }

  private var rules: String {
    Emission.banner + Emission.enumeration(Register.self) + Emission.enumeration(GuestRule.self)
      + Emission.enumeration(AuditRule.self) + Emission.enumeration(LevelRule.self)
      + Emission.enumeration(MigrationRule.self) + Emission.enumeration(Severity.self)
      + Emission.enumeration(Maturity.self) + Emission.enumeration(FieldKind.self)
      + Emission.enumeration(VendorWord.self).dropLast()
  }
}
