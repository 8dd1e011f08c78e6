// SPDX-License-Identifier: Apache-2.0

import Pictures
import PolicyCore
import PolicyText

/// A page for every feature, and one with all.
enum FeaturePages {
  static let trail = [
    ("Reference", "reference/index.html"), ("Features", "reference/features.html"),
  ]

  static func path(_ feature: Feature) -> String { "reference/features/\(feature.name).html" }

  static func add(_ tables: Tables, to site: inout Site) throws {
    let rows = Dictionary(uniqueKeysWithValues: tables.features.map { ($0["name"] ?? "", $0) })
    for feature in Feature.allNamed { add(feature, rows[feature.name] ?? [:], tables, to: &site) }
    site.add("reference/features.html", title: "Features", trail: [trail[0]]) { page in
      page.element("h1", "Features")
      page.element(
        "p",
        "Every bit of the featureset, with its place and what it is. Search finds each by any of its names."
      )
      for word in 0..<Feature.wordCount {
        let members = Feature.allNamed.filter { $0.word == word }
        guard let first = members.first else { continue }
        page.element("h2", ["id": "word-\(word)"], PlaceText.register(first.place))
        page.table(["feature", "bit", "meaning"]) { body in
          for feature in members {
            body.row(feature.name, link: "features/\(feature.name).html") { row in
              row.element("td", "\(feature.bit)")
              row.element("td", feature.meaning)
            }
          }
        }
      }
    }
  }

  /// What other worlds call it.
  private static func names(_ feature: Feature) -> [(world: String, names: [String])] {
    func others(_ world: OtherName.World, _ own: [String]) -> [String] {
      let rows = OtherName.rows.filter { $0.world == world && $0.feature == feature }.map(\.name)
      return own.filter { !$0.isEmpty } + rows.filter { !own.contains($0) }
    }
    return [
      ("Xen", [feature.name]), ("cpuid= and this command", [feature.optionName]),
      ("Linux, /proc/cpuinfo", others(.linux, [feature.linuxName])),
      ("QEMU", others(.qemu, feature.qemuNames)),
      ("libvirt", others(.libvirt, feature.libvirtNames)),
    ]
  }

  private static func add(
    _ feature: Feature, _ row: Tables.Row, _ tables: Tables, to site: inout Site
  ) {
    let place = PlaceText.short(feature.place)
    let names = names(feature)
    site.add(
      Site.Entry(
        title: feature.name, kind: "feature", path: path(feature),
        names: Array(Set(names.dropFirst().flatMap(\.names))).sorted() + [place],
        meaning: feature.meaning))
    site.add(path(feature), title: feature.name, trail: trail) { page in
      page.element("h1", feature.name)
      page.element("p", ["class": "lead"], "\(feature.meaning); \(place)")
      page.element("h2", "Names")
      page.table(["world", "name"]) { body in
        for (world, names) in names {
          body.row(world) { cells in
            cells.element("td") { cell in
              if names.isEmpty { cell.text("none") }
              for (index, name) in names.enumerated() {
                if index > 0 { cell.text(", ") }
                cell.element("code", name)
              }
            }
          }
        }
      }
      page.element("h2", "Place")
      page.facts([
        ("place", place), ("featureset", "word \(feature.word), bit \(feature.bit)"),
        ("manual", feature.definedBy == "any" ? "every maker's" : feature.definedBy),
      ])
      page.element("h2", "Derivation")
      page.element("p", audience(feature, hostDefault: row["hostDefault"] != "no"))
      page.element("p", "Why: \(feature.reason).")
      for earlier in tables.earlier[feature.name] ?? [] {
        let audience = earlier["audience"] ?? ""
        page.element(
          "p",
          "Before Xen \(earlier["until"] ?? ""): "
            + (audience == "unknown"
              ? "the bit had no name." : "audience \(audience.isEmpty ? "none" : audience)."))
      }
      page.element("h2", "Rules")
      page.rules([
        ("maturity", feature.maturity.word), ("audit", "\(feature.audit)"),
        ("level", "\(feature.level)"), ("migration", feature.migration.word),
      ])
      related(feature, tables, &page)
      page.element("h2", "Ask")
      page.element("pre") { $0.text("cpupolicy policy explain \(feature.optionName) HOST") }
    }
  }

  private static func related(_ feature: Feature, _ tables: Tables, _ page: inout Markup) {
    page.element("h2", "What it needs, and what needs it")
    page.links("It needs", feature.requirements)
    let all = FeatureSet.dependants(of: feature).features.filter { $0 != feature }
    let direct = all.filter { $0.requirements.contains(feature) }
    page.links("Needs it", direct)
    page.links("Goes with it besides", all.filter { !direct.contains($0) })
    let owned = tables.owned(by: feature.name)
    if !owned.isEmpty {
      page.element("p", "Only where it is shown do these hold data:")
      page.element("ul") { list in
        for row in owned { list.element("li", "\(row["place"] ?? ""): \(row["meaning"] ?? "")") }
      }
    }
  }

  /// Who may have it, in words.
  private static func audience(_ feature: Feature, hostDefault: Bool) -> String {
    var parts: [String] = []
    let letters = feature.audience.filter { "ASHash".contains($0) }
    let guests: [Character: String] = [
      "a": "every kind of guest", "s": "HVM guests", "h": "HVM guests with nested paging",
    ]
    for letter in letters {
      guard let who = guests[Character(letter.lowercased())] else { continue }
      parts.append(
        letter.isUppercase ? "\(who) by default" : "\(who) who opt in: in max and not in default")
    }
    var text =
      parts.isEmpty ? "No guest has it of itself." : "For " + parts.joined(separator: "; ") + "."
    if feature.audience.contains("!") {
      text += " The bit's value does not simply mean that it is there."
    }
    if feature.audience.contains("|") { text += " Over a pool it is shown where any host has it." }
    if !hostDefault { text += " The host itself uses it only when told to." }
    return text + " (Audience \"\(feature.audience)\" in ABI/features.csv.)"
  }
}

extension Markup {
  /// A line of links to features; nothing where there are none is said.
  mutating func links(_ what: String, _ features: [Feature]) {
    element("p") { line in
      line.text("\(what): ")
      if features.isEmpty { line.text("nothing.") }
      for (index, feature) in features.enumerated() {
        if index > 0 { line.text(", ") }
        line.element("a", ["href": "\(feature.name).html"], feature.name)
      }
    }
  }
}
