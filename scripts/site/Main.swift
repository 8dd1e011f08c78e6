// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Builds the site, or looks whether its links lead somewhere: `site [--check] ROOT FOLDER`.
@main
struct Main {
  static func main() throws {
    var words = CommandLine.arguments.dropFirst()
    let isCheck = words.first == "--check"
    if isCheck { words.removeFirst() }
    guard words.count == 2, let root = words.first, let folder = words.last else {
      FileHandle.standardError.write(Data("usage: site [--check] ROOT FOLDER\n".utf8))
      exit(2)
    }
    let site = URL(fileURLWithPath: folder)
    if !isCheck { try build(URL(fileURLWithPath: root), site) }
    let links = try SiteLinks(site)
    for fault in links.faults { print(fault) }
    print("\(links.pages) pages, \(links.count) links, \(links.faults.count) of them lead nowhere")
    guard links.faults.isEmpty else { exit(1) }
  }

  private static func build(_ root: URL, _ folder: URL) throws {
    var site = Site(folder: folder)
    let tables = try Tables(root)
    try FeaturePages.add(tables, to: &site)
    try FieldPages.add(tables, to: &site)
    CodePages.add(to: &site)
    ReferencePages.add(to: &site)
    try TextPages(root).add(to: &site)
    try OtherPages.add(root, to: &site)
    try site.write(root)
  }
}
