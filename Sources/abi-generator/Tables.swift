// SPDX-License-Identifier: Apache-2.0

/// A row of `features.csv`: one bit of the featureset.
struct FeatureRow {
  var source: CSVTable.Row
  var name: String
  var word: Int
  var bit: Int
  var audience: String
  var hostDefault: Bool
  var requires: [String]
  var maturity: Maturity
  var migration: MigrationRule
  var level: LevelRule
  var audit: AuditRule
  /// Whose manual describes the bit.
  var vendors: [VendorWord]

  var index: Int { word * 32 + bit }
  var identifier: String { camelCase(name, separator: "_") }
  /// The name on command lines: lower case, hyphens.
  var optionName: String { name.lowercased().replacing("_", with: "-") }

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["name"]
    word = Int(try row.number("word"))
    bit = Int(try row.number("bit"))
    guard bit < 32 else { throw row.error("bit", "\(bit) is outside the register (0 to 31)") }
    audience = row["audience"]
    for letter in audience where !"AaSsHh!|".contains(letter) {
      throw row.error("audience", "unknown letter \"\(letter)\"; known are A S H a s h ! |")
    }
    guard audience.filter(\.isLetter).count <= 1 else {
      throw row.error("audience", "\"\(audience)\" names more than one audience")
    }
    switch row["hostDefault"] {
    case "yes": hostDefault = true
    case "no": hostDefault = false
    default: throw row.error("hostDefault", "\"\(row["hostDefault"])\" is neither yes nor no")
    }
    requires = row["requires"].split(separator: " ").map(String.init)
    maturity = try row.word("maturity", Maturity.self)
    migration = try row.word("migration", MigrationRule.self)
    let accumulates = audience.contains("|")
    level =
      row["level"].isEmpty
      ? (accumulates ? .or : .and) : try row.word("level", LevelRule.self)
    audit = row["audit"].isEmpty ? .subset : try row.word("audit", AuditRule.self)
    vendors = try row.vendors()
    let optIn = !hostDefault || audience.contains { $0.isLowercase }
    if optIn && row["reason"].isEmpty {
      throw row.error("reason", "\(name) is opt-in and gives no reason")
    }
  }
}

/// A row of `words.csv`: where a word of the featureset lives.
struct WordRow {
  var source: CSVTable.Row
  var abbreviation: String
  var leaf: UInt32?
  var subleaf: UInt32?
  var register: Register?
  var msr: UInt32?
  var isHighHalf = false

  init(_ row: CSVTable.Row, expected: Int) throws(TableError) {
    source = row
    guard try row.number("word") == UInt32(expected) else {
      throw row.error("word", "words are append-only and in order; \(expected) is expected here")
    }
    abbreviation = row["abbreviation"]
    if row["msr"].isEmpty {
      leaf = try row.number("leaf")
      subleaf = row["subleaf"] == "*" ? nil : try row.number("subleaf")
      register = try row.word("register", Register.self)
    } else {
      msr = try row.number("msr")
      isHighHalf = row["register"] == "hi"
    }
  }
}

/// Bits of a field, both ends included.
struct BitRange: Equatable {
  var high: Int
  var low: Int

  init(_ row: CSVTable.Row, limit: Int) throws(TableError) {
    let parts = row["bits"].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count), numbers[0] >= 0 else {
      throw row.error("bits", "\"\(row["bits"])\" is neither a bit nor high:low")
    }
    high = numbers[0]
    low = numbers.last ?? high
    guard high < limit else { throw row.error("bits", "\(high) is outside the register") }
    guard low >= 0, low <= high else { throw row.error("bits", "low end above high end") }
  }

  func overlaps(_ other: BitRange) -> Bool { low <= other.high && other.low <= high }
}

/// What the rows of `fields.csv` and `msrs.csv` have in common.
struct FieldRules {
  var vendors: [VendorWord]
  var kind: FieldKind
  var guest: GuestRule
  var audit: AuditRule
  var level: LevelRule
  var migration: MigrationRule
  var severity: Severity
  /// Where the row is known from, and how well.
  var origin: RowOrigin

  init(_ row: CSVTable.Row) throws(TableError) {
    origin = try RowOrigin(row)
    vendors = try row.vendors()
    kind = try row.word("kind", FieldKind.self)
    guest = try row.word("guest", GuestRule.self)
    audit = try row.word("audit", AuditRule.self)
    level = try row.word("level", LevelRule.self)
    migration = try row.word("migration", MigrationRule.self)
    severity = try row.word("severity", Severity.self)
  }

  var vendorMask: UInt32 { VendorWord.mask(vendors) }

  /// All rules in one integer, as `FieldRules` of the core unpacks it.
  var packed: UInt32 {
    guest.code | audit.code << 4 | level.code << 8 | migration.code << 12 | severity.code << 16
      | kind.code << 20
  }
}

/// A row of `fields.csv`: a CPUID field that is no named bit of the featureset.
struct FieldRow {
  var source: CSVTable.Row
  var name: String
  var leaf: UInt32
  /// Nil where the leaf ignores ECX.
  var subleaves: ClosedRange<UInt32>?
  var register: Register
  var bits: BitRange
  var rules: FieldRules
  /// Whether the CPUs of one machine differ in the field by nature.
  var isPerCPU: Bool

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["name"]
    leaf = try row.number("leaf")
    if row["subleaf"] != "*" {
      let ends = row["subleaf"].split(separator: "-").compactMap { UInt32($0) }
      guard let first = ends.first, let last = ends.last, first <= last, last < Capacity.subleaves
      else {
        throw row.error("subleaf", "\"\(row["subleaf"])\" is neither *, a number nor a range")
      }
      subleaves = first...last
    }
    register = try row.word("register", Register.self)
    bits = try BitRange(row, limit: 32)
    rules = try FieldRules(row)
    switch row["perCPU"] {
    case "own": isPerCPU = true
    case "same": isPerCPU = false
    default: throw row.error("perCPU", "\"\(row["perCPU"])\" is neither own nor same")
    }
  }
}

/// A row of `msrs.csv`: a field of a model-specific register.
struct MSRRow {
  var source: CSVTable.Row
  var name: String
  var index: UInt32
  var bits: BitRange
  var rules: FieldRules
  /// What each hypervisor does with the register for a guest.
  var xen: XenHandling
  var kvm: KVMHandling

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    name = row["name"]
    xen = try row.word("xen", XenHandling.self)
    kvm = try row.word("kvm", KVMHandling.self)
    index = try row.number("msr")
    bits = try BitRange(row, limit: 64)
    rules = try FieldRules(row)
  }
}

/// A row of `leaves.csv`: a leaf, registers or a field that hold data only where their owner, a feature
/// or a field, is shown.
struct OwnedRow {
  enum Place {
    case leaf(UInt32)
    case msrs(ClosedRange<UInt32>)
    /// A field by its name.
    case field(String)
  }

  var source: CSVTable.Row
  var place: Place
  /// The name of a feature or of a field.
  var owner: String

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    owner = row["owner"]
    let text = row["place"]
    if text.hasPrefix("msr ") {
      place = .msrs(try row.range("place", of: String(text.dropFirst(4))))
    } else if text.hasPrefix("0x") {
      place = .leaf(try row.number("place"))
    } else {
      place = .field(text)
    }
  }
}

/// A row of `xl.csv`: a key of xl's `cpuid=` that is no name of a feature.
struct XLRow {
  var source: CSVTable.Row
  var key: String
  var leaf: UInt32
  /// All ones where the leaf ignores ECX.
  var subleaf: UInt32
  var register: Register
  var bits: BitRange

  init(_ row: CSVTable.Row) throws(TableError) {
    source = row
    key = row["key"]
    leaf = try row.number("leaf")
    subleaf = row["subleaf"] == "*" ? UInt32.max : try row.number("subleaf")
    register = try row.word("register", Register.self)
    bits = try BitRange(row, limit: 32)
  }
}

/// The tables, read and found sound.
struct Tables {
  var features: [FeatureRow]
  var words: [WordRow]
  var fields: [FieldRow]
  var msrs: [MSRRow]
  var owned: [OwnedRow]
  var guestLeaves: [GuestLeafRow]
  var lists: [ListRow]
  var donors: [DonorRow]
  var architectureLevels: [ArchitectureLevelRow]
  var backEnds: [BackEndRow]
  var branchRecords: [BranchRecordRow]
  var carriedState: [CarriedStateRow]
  var models: [ModelRow]
  var states: [StateRow]
  var xl: [XLRow]
  /// Names of MSRs in their maker's manuals.
  var msrNames: [MSRNameRow]
  var codes: [CodeRow]
  var anyHost: [AnyHostRow]
  var exceptions: [ExceptionRow]
  var xenReleases: [ReleaseRow]
  var xenRules: [XenRuleRow]
  var xenFeatures: [FeatureHistoryRow]
  /// Names of `cpuid=` that stood for another feature in earlier releases of Xen.
  var xenNames: [MovedNameRow]
  /// What other worlds call bits, besides the names in the rows of features.
  var names: [NameRow]
  /// How the tool `cpuid` words bits.
  var cpuidLines: [CpuidLineRow]
  /// Models that managers define themselves.
  var managerModels: [ManagerModelRow]

  static let files = [
    "features.csv", "words.csv", "fields.csv", "msrs.csv", "leaves.csv", "guest-leaves.csv",
    "lists.csv", "back-ends.csv", "models.csv", "xstates.csv", "xl.csv", "codes.csv",
    "any-host.csv", "exceptions.csv", "msr-names.csv", "xen-releases.csv", "xen-rules.csv",
    "xen-features.csv", "xen-names.csv",
    "names.csv", "donors.csv", "x86-levels.csv", "manager-models.csv",
    "branch-records.csv", "carried-state.csv", "cpuid-lines.csv",
  ]
  private static let ruleColumns = [
    "vendors", "kind", "guest", "audit", "level", "migration", "unit", "source", "confidence",
  ]

  /// - Parameter text: gives the text of one of `files`.
  init(text: (String) throws -> String) throws {
    features = try CSVTable(
      file: "features.csv", text: text("features.csv"),
      columns: [
        "name", "word", "bit", "audience", "hostDefault", "requires", "maturity", "migration",
        "reason", "vendors", "linux", "qemu", "libvirt", "meaning",
      ]
    ).rows.map(FeatureRow.init)
    // Texts are looked up by index, and a row may stand anywhere in its file.
    features.sort { $0.index < $1.index }
    words = []
    let wordTable = try CSVTable(
      file: "words.csv", text: text("words.csv"),
      columns: ["word", "abbreviation", "leaf", "subleaf", "register", "msr"])
    for (index, row) in wordTable.rows.enumerated() {
      words.append(try WordRow(row, expected: index))
    }
    fields = try CSVTable(
      file: "fields.csv", text: text("fields.csv"),
      columns: ["leaf", "subleaf", "register", "bits", "name", "severity", "perCPU"]
        + Self.ruleColumns
    ).rows.map(FieldRow.init)
    msrs = try CSVTable(
      file: "msrs.csv", text: text("msrs.csv"),
      columns: ["msr", "bits", "name", "severity", "xen", "kvm"] + Self.ruleColumns
    ).rows.map(MSRRow.init)
    owned = try CSVTable(
      file: "leaves.csv", text: text("leaves.csv"), columns: ["place", "owner", "meaning"]
    ).rows.map(OwnedRow.init)
    guestLeaves = try CSVTable(
      file: "guest-leaves.csv", text: text("guest-leaves.csv"),
      columns: ["leaf", "registers", "vendors", "stays", "meaning"]
    ).rows.map(GuestLeafRow.init)
    lists = try CSVTable(
      file: "lists.csv", text: text("lists.csv"),
      columns: ["leaf", "end", "field", "terminator", "meaning"]
    ).rows.map(ListRow.init)
    donors = try CSVTable(
      file: "donors.csv", text: text("donors.csv"), columns: ["leaf", "group", "meaning"]
    ).rows.map(DonorRow.init)
    architectureLevels = try CSVTable(
      file: "x86-levels.csv", text: text("x86-levels.csv"),
      columns: ["name", "features", "source"]
    ).rows.map(ArchitectureLevelRow.init)
    backEnds = try CSVTable(
      file: "back-ends.csv", text: text("back-ends.csv"), columns: ["name", "kvm", "meaning"]
    ).rows.map(BackEndRow.init)
    branchRecords = try CSVTable(
      file: "branch-records.csv", text: text("branch-records.csv"),
      columns: ["family", "models", "depth", "meaning"]
    ).rows.map(BranchRecordRow.init)
    carriedState = try CSVTable(
      file: "carried-state.csv", text: text("carried-state.csv"),
      columns: ["owner", "xen", "kvm", "severity", "meaning"]
    ).rows.map(CarriedStateRow.init)
    models = try CSVTable(
      file: "models.csv", text: text("models.csv"),
      columns: [
        "list", "vendor", "family", "models", "stepping", "feature", "microcode", "source",
      ]
    ).rows.map(ModelRow.init)
    states = try CSVTable(
      file: "xstates.csv", text: text("xstates.csv"),
      columns: ["component", "register", "features", "meaning"]
    ).rows.map(StateRow.init)
    xl = try CSVTable(
      file: "xl.csv", text: text("xl.csv"), columns: ["key", "leaf", "subleaf", "register", "bits"]
    ).rows.map(XLRow.init)
    msrNames = try CSVTable(
      file: "msr-names.csv", text: text("msr-names.csv"), columns: ["msr", "name", "source"]
    ).rows.map(MSRNameRow.init)
    codes = try CSVTable(
      file: "codes.csv", text: text("codes.csv"),
      columns: ["code", "name", "when", "title", "rule", "message", "remedy", "text"]
    ).rows.map(CodeRow.init)
    anyHost = try CSVTable(
      file: "any-host.csv", text: text("any-host.csv"),
      columns: ["feature", "vendors", "rule", "reason"]
    ).rows.map(AnyHostRow.init)
    exceptions = try CSVTable(
      file: "exceptions.csv", text: text("exceptions.csv"),
      columns: ["table", "name", "finding", "reason"]
    ).rows.map(ExceptionRow.init)
    xenReleases = try CSVTable(
      file: "xen-releases.csv", text: text("xen-releases.csv"),
      columns: ["release", "words", "maxSubleaf7", "maxExtendedLeaf"]
    ).rows.map(ReleaseRow.init)
    xenRules = try CSVTable(
      file: "xen-rules.csv", text: text("xen-rules.csv"),
      columns: ["rule", "since", "changes", "source"]
    ).rows.map(XenRuleRow.init)
    xenFeatures = try CSVTable(
      file: "xen-features.csv", text: text("xen-features.csv"),
      columns: ["feature", "until", "audience"]
    ).rows.map(FeatureHistoryRow.init)
    xenNames = try CSVTable(
      file: "xen-names.csv", text: text("xen-names.csv"),
      columns: ["name", "feature", "until", "source"]
    ).rows.map(MovedNameRow.init)
    names = try CSVTable(
      file: "names.csv", text: text("names.csv"),
      columns: ["world", "name", "place", "since", "until"]
    ).rows.map(NameRow.init)
    cpuidLines = try CSVTable(
      file: "cpuid-lines.csv", text: text("cpuid-lines.csv"), columns: ["leaf", "line", "place"]
    ).rows.map(CpuidLineRow.init)
    managerModels = try CSVTable(
      file: "manager-models.csv", text: text("manager-models.csv"),
      columns: ["manager", "name", "base", "features", "source"]
    ).rows.map(ManagerModelRow.init)
    try validate()
  }
}

extension Tables {
  /// The tables with the rows in the order in which the code looks for them: features by index, fields
  /// by leaf, and MSRs by index. Where in its file a row is added does not matter.
  func inOrder() -> Tables {
    var tables = self
    tables.features.sort { $0.index < $1.index }
    tables.fields.sort { ($0.leaf, $0.source.number) < ($1.leaf, $1.source.number) }
    tables.msrs.sort { ($0.index, $0.source.number) < ($1.index, $1.source.number) }
    return tables
  }
}
