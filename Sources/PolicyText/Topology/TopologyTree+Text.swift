// SPDX-License-Identifier: Apache-2.0

extension TopologyTree {
  /// The tree as a person reads it: a line for each core, then who shares which cache.
  public var text: String {
    var text = "\(TopologyTree.counted(packages.count, "package"))"
    text += ", \(TopologyTree.counted(dies.count, "die"))"
    text += ", \(TopologyTree.counted(cores.count, "core"))"
    text += ", \(TopologyTree.counted(threads.count, "thread"))\n"
    for package in packages {
      text += "package \(package.number)\n"
      for die in package.dies {
        if package.dies.count > 1 { text += "  die \(die.number)\n" }
        let indent = package.dies.count > 1 ? "    " : "  "
        for core in die.cores { text += "\(indent)\(TopologyTree.line(core))\n" }
      }
    }
    return text + cacheLines
  }

  private static func line(_ core: Core) -> String {
    let threads = core.threads.map { thread in
      let id = thread.apicID.map { "APIC id \($0)" } ?? "no APIC id"
      return "CPU \(thread.cpu) (\(id))"
    }
    return "core \(core.number): \(threads.joined(separator: ", "))"
  }

  /// Caches of one kind in one line.
  private var cacheLines: String {
    var lines: [(title: String, groups: [String])] = []
    for cache in caches {
      let title = "\(cache.name), \(cache.sizeText)"
      let group =
        cache.sharedBy.map(NumberRanges.text)
        ?? "in CPUs \(NumberRanges.text(cache.seenBy)), who shares it is not recorded"
      if let index = lines.firstIndex(where: { $0.title == title }) {
        lines[index].groups.append(group)
      } else {
        lines.append((title, [group]))
      }
    }
    if lines.isEmpty { return "" }
    return "caches, and the CPUs that share each\n"
      + lines.map { "  \($0.title): \($0.groups.joined(separator: " | "))\n" }.joined()
  }

  private static func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
