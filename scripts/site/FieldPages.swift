// SPDX-License-Identifier: Apache-2.0

import Pictures
import PolicyCore
import PolicyText

/// A page for every field of CPUID, every MSR, and every field of one.
enum FieldPages {
  private static let reference = ("Reference", "reference/index.html")

  static func add(_ tables: Tables, to site: inout Site) throws {
    for row in tables.fields { addField(row, tables, to: &site) }
    addFieldList(tables, to: &site)
    try addMSRs(tables, to: &site)
  }

  private static func text(_ row: Tables.Row, _ column: String) -> String { row[column] ?? "" }

  // MARK: CPUID

  private static func place(_ row: Tables.Row) -> String {
    let subleaf = text(row, "subleaf")
    return "\(text(row, "leaf"))\(subleaf == "*" ? "" : ":" + subleaf) "
      + "\(text(row, "register").uppercased())[\(text(row, "bits"))]"
  }

  private static func addField(_ row: Tables.Row, _ tables: Tables, to site: inout Site) {
    let name = text(row, "name")
    let path = "reference/fields/\(name).html"
    site.add(
      Site.Entry(
        title: name, kind: "field", path: path, names: [place(row), text(row, "option")],
        meaning: text(row, "meaning")))
    site.add(path, title: name, trail: [reference, ("Fields", "reference/fields.html")]) { page in
      page.element("h1", name)
      page.element("p", ["class": "lead"], "\(text(row, "meaning")); \(place(row))")
      facts(row, place(row), &page)
      rules(row, &page)
      let option = text(row, "option")
      page.element("h2", "Ask, and set")
      page.element("pre") { pre in
        pre.text("cpupolicy policy explain \(name) HOST")
        if !option.isEmpty { pre.text("\ncpupolicy host show HOST --cpuid \(option)=NUMBER") }
      }
      owned(name, tables, &page)
    }
  }

  private static func facts(_ row: Tables.Row, _ place: String, _ page: inout Markup) {
    let confidence = ["medium": ", to be confirmed", "low": ", doubtful"]
    page.facts(
      [
        ("place", place), ("makers", text(row, "vendors")), ("kind", text(row, "kind")),
        ("unit", text(row, "unit")),
        (
          "CPUs of one machine",
          text(row, "perCPU") == "own" ? "differ by nature" : text(row, "perCPU")
        ),
        ("source", text(row, "source") + (confidence[text(row, "confidence")] ?? "")),
      ].filter { !$0.1.isEmpty })
  }

  private static func rules(_ row: Tables.Row, _ page: inout Markup) {
    page.element("h2", "Rules")
    page.rules(
      ["guest", "audit", "level", "migration", "severity"].map { ($0, text(row, $0)) })
  }

  private static func owned(_ name: String, _ tables: Tables, _ page: inout Markup) {
    let owned = tables.owned(by: name)
    guard !owned.isEmpty else { return }
    page.element("h2", "What depends on it")
    page.element("ul") { list in
      for leaf in owned {
        list.element(
          "li", "\(text(leaf, "place")): \(text(leaf, "meaning")), only where it is not zero")
      }
    }
  }

  private static func addFieldList(_ tables: Tables, to site: inout Site) {
    site.add("reference/fields.html", title: "Fields", trail: [reference]) { page in
      page.element("h1", "Fields of CPUID")
      page.element("p", "Everything in CPUID that is no bit of the featureset.")
      var leaves: [String] = []
      for row in tables.fields where leaves.last != text(row, "leaf") {
        if !leaves.contains(text(row, "leaf")) { leaves.append(text(row, "leaf")) }
      }
      for leaf in leaves {
        page.element("h2", ["id": "leaf-\(leaf)"], "Leaf \(leaf)")
        page.table(["field", "place", "meaning"]) { body in
          for row in tables.fields where text(row, "leaf") == leaf {
            body.row(text(row, "name"), link: "fields/\(text(row, "name")).html") { cells in
              cells.element("td", place(row))
              cells.element("td", text(row, "meaning"))
            }
          }
        }
      }
    }
  }

  // MARK: MSRs

  private struct Register {
    var index: String
    var name: String
    var fields: [Tables.Row] = []
    var features: [Feature] = []
  }

  /// Every register in which the tables name something.
  private static func registers(_ tables: Tables) -> [Register] {
    var registers: [UInt64: Register] = [:]
    func at(_ number: UInt64) -> Register {
      let index = "0x" + String(number, radix: 16)
      return registers[number]
        ?? Register(index: index, name: tables.msrNames[number].map { text($0, "name") } ?? "")
    }
    for row in tables.msrs {
      let number = Tables.number(text(row, "msr"))
      var register = at(number)
      register.fields.append(row)
      registers[number] = register
    }
    for feature in Feature.allNamed {
      guard case .msr(let index, _) = feature.place else { continue }
      var register = at(UInt64(index.rawValue))
      register.features.append(feature)
      registers[UInt64(index.rawValue)] = register
    }
    return registers.keys.sorted().compactMap { registers[$0] }
  }

  private static func addMSRs(_ tables: Tables, to site: inout Site) throws {
    let registers = registers(tables)
    let list = ("MSRs", "reference/msrs.html")
    for register in registers {
      let title = "MSR \(register.index)"
      let path = "reference/msrs/\(register.index).html"
      site.add(
        Site.Entry(title: title, kind: "MSR", path: path, names: [register.index, register.name]))
      site.add(path, title: title, trail: [reference, list]) { page in
        page.element("h1", title)
        if !register.name.isEmpty { page.element("p", ["class": "lead"], register.name) }
        page.table(["what", "bits", "meaning"]) { body in
          for feature in register.features {
            guard case .msr(_, let bit) = feature.place else { continue }
            body.row(feature.name, link: "../features/\(feature.name).html") { cells in
              cells.element("td", "\(bit)")
              cells.element("td", feature.meaning)
            }
          }
          for row in register.fields {
            body.row(text(row, "name"), link: "../msr-fields/\(text(row, "name")).html") { cells in
              cells.element("td", text(row, "bits"))
              cells.element("td", text(row, "meaning"))
            }
          }
        }
      }
      for row in register.fields { addMSRField(row, register, list, to: &site) }
    }
    site.add("reference/msrs.html", title: "MSRs", trail: [reference]) { page in
      page.element("h1", "MSRs")
      page.table(["register", "name", "fields"]) { body in
        for register in registers {
          body.row("MSR \(register.index)", link: "msrs/\(register.index).html") { cells in
            cells.element("td", register.name)
            cells.element("td", "\(register.fields.count + register.features.count)")
          }
        }
      }
    }
  }

  private static func addMSRField(
    _ row: Tables.Row, _ register: Register, _ list: (String, String), to site: inout Site
  ) {
    let name = text(row, "name")
    let path = "reference/msr-fields/\(name).html"
    let place = "MSR \(register.index)[\(text(row, "bits"))]"
    site.add(
      Site.Entry(
        title: name, kind: "MSR field", path: path, names: [place, register.name],
        meaning: text(row, "meaning")))
    let trail = [
      reference, list, ("MSR \(register.index)", "reference/msrs/\(register.index).html"),
    ]
    site.add(path, title: name, trail: trail) { page in
      page.element("h1", name)
      page.element("p", ["class": "lead"], "\(text(row, "meaning")); \(place)")
      facts(row, "\(place) \(register.name)", &page)
      page.element("h2", "Hypervisors")
      page.facts([("Xen", text(row, "xen")), ("KVM", text(row, "kvm"))])
      rules(row, &page)
    }
  }
}
