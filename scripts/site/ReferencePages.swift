// SPDX-License-Identifier: Apache-2.0

import Pictures
import PolicyCore
import PolicyText

/// Where the reference begins.
enum ReferencePages {
  static func add(to site: inout Site) {
    func count(_ kind: String) -> Int { site.entries.filter { $0.kind == kind }.count }
    let parts = [
      ("Features", "features.html", "\(count("feature")) bits that a policy shows or hides"),
      ("Fields", "fields.html", "\(count("field")) numbers and flags of CPUID besides"),
      (
        "MSRs", "msrs.html",
        "\(count("MSR")) registers with \(count("MSR field")) fields besides their features"
      ),
      ("Codes", "codes.html", "\(count("code")) codes of reports, each at length"),
      (
        "Rules and their words", "../docs/reference/rules.html",
        "what the columns of the tables mean"
      ),
      (
        "Features in one table", "../docs/reference/features.html", "every column, for printing"
      ),
      (
        "Fields and MSRs in one table", "../docs/reference/fields.html",
        "every column, for printing"
      ),
      (
        "Names of other worlds", "../docs/reference/names.html",
        "names of QEMU, libvirt and Linux that came later, or have no feature"
      ),
      ("Releases of Xen", "../docs/reference/xen-releases.html", "what differs between them"),
      ("Documents", "../schema/index.html", "every JSON document, and its schema"),
    ]
    site.add("reference/index.html", title: "Reference") { page in
      page.element("h1", "Reference")
      page.element("p", "Generated from the tables that the command itself is made of.")
      page.table(["part", "what is in it"]) { body in
        for (title, path, meaning) in parts {
          body.row(title, link: path) { $0.element("td", meaning) }
        }
      }
    }
  }
}
