// SPDX-License-Identifier: Apache-2.0

import PolicyCore

/// The value of `-smp`: how many virtual CPUs there are, and where they sit.
struct QEMUProcessors {
  private(set) var vCPUs: UInt32?
  /// Nil where the machine's version decides how they are spread, or a level is in it that no leaf tells.
  private(set) var topology: Topology?

  /// - Parameter error: what is thrown of a value that makes no sense.
  init(_ text: String, error: (String) -> FormatError) throws(FormatError) {
    var counts: [String: UInt32] = [:]
    for (index, part) in text.split(separator: ",").enumerated() {
      let pair = part.split(separator: "=", maxSplits: 1)
      let name = pair.count == 2 ? String(pair[0]) : "cpus"
      guard pair.count == 2 || index == 0, let number = UInt32(pair[pair.count - 1]),
        (1...65536).contains(number)
      else { throw error("\(part.prefix(40)) is no number of something") }
      guard counts.updateValue(number, forKey: name) == nil else {
        throw error("\(name.prefix(40)) stands twice")
      }
    }
    let levels = ["sockets", "cores", "threads"]
    let known = Set(levels + ["cpus", "maxcpus", "dies"])
    let others = counts.filter { !known.contains($0.key) }
    vCPUs = counts["cpus"] ?? counts["maxcpus"]
    let dies = counts["dies"] ?? 1
    let given = levels.compactMap { counts[$0] }
    // With two of the three QEMU computes the third; of fewer the machine's version decides.
    guard others.values.allSatisfy({ $0 == 1 }), given.count >= 2 else { return }
    let product = given.reduce(UInt64(dies)) { min($0 * UInt64($1), 1 << 32) }
    let most = UInt64(counts["maxcpus"] ?? vCPUs ?? 0)
    func level(_ name: String) -> UInt32 {
      counts[name] ?? UInt32(truncatingIfNeeded: most == 0 ? 1 : max(most / product, 1))
    }
    do {
      let result = try Topology(
        sockets: level("sockets"), dies: dies, cores: level("cores"), threads: level("threads"),
        vCPUs: vCPUs)
      guard most == 0 || UInt64(result.capacity) == most else {
        throw error("\(most) virtual CPUs do not fill the topology")
      }
      topology = result
      vCPUs = result.vCPUs
    } catch let failure as TopologyError {
      throw error("\(failure)")
    } catch let failure as FormatError {
      throw failure
    } catch {
      return
    }
  }
}
