// SPDX-License-Identifier: Apache-2.0

import Domains
import PolicyFormats

/// With which CPU a guest booted, as it stands in the guest's own XML: it goes along where the guest migrates or
/// is saved, to hosts whose store has nothing of it.
public enum BootRecord {
  /// The name space of the element, which is no address of anything.
  static let space = "https://cpupolicy.invalid/boot/v1"
  static let key = "cpupolicy"

  /// Keeps the document of a domain in the XML of what runs, in which it lasts as long as that does.
  ///
  /// - Parameters:
  ///   - document: a `Domain` document in JSON.
  ///   - digest: of the domain's policy.
  ///   - name: the domain's.
  ///   - hypervisor: whose it is; a read-only connection may not.
  public static func keep(
    _ document: String, digest: String, of name: String, in hypervisor: LibvirtHypervisor
  ) throws(DomainError) {
    do {
      try hypervisor.connection.setMetadata(
        "<boot digest='sha256:\(digest)'>\(escaped(document))</boot>", key: key, uri: space,
        of: name)
    } catch {
      throw DomainError(error)
    }
  }

  /// The document that a domain's XML holds; nil where it holds none.
  ///
  /// - Throws: for XML that is none, and for a record that stands twice.
  public static func document(in xml: String, source: String) throws(FormatError) -> String? {
    var reader = XMLReader(Array(xml.utf8), source: source)
    let root = try reader.read()
    guard let metadata = try root.only("metadata", source: source) else { return nil }
    let records = metadata.children.filter { element in
      let prefix = element.name.split(separator: ":").first.map(String.init) ?? ""
      let isOurs = element.name.hasSuffix(":boot") && element["xmlns:\(prefix)"] == space
      return isOurs || element.name == "boot" && element["xmlns"] == space
    }
    guard records.count < 2 else {
      throw .duplicate(
        "the record of the boot", first: records[0].placeText, source: source,
        line: records[1].line, column: records[1].column)
    }
    return records.first?.text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
