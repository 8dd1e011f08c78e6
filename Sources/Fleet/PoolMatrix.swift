// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

/// In what the hosts of a pool differ.
public enum PoolMatrix {
  /// Compares one policy of each host. Equal ones are compared once, however many hosts have them; what
  /// the CPUs of one machine differ in by nature is left out.
  ///
  /// - Parameters:
  ///   - policies: the hosts with their policies.
  ///   - name: what these policies are called.
  public static func comparison(
    _ policies: [(host: String, policy: CPUPolicy)], of name: String
  ) -> PoolComparison {
    let policies = policies.map { (host: $0.host, policy: shared($0.policy)) }
    let digests = policies.map { PolicyDigest.of($0.policy) }
    var distinct: [(digest: String, policy: CPUPolicy, count: Int)] = []
    for (digest, entry) in zip(digests, policies) {
      if let known = distinct.firstIndex(where: { $0.digest == digest }) {
        distinct[known].count += 1
      } else {
        distinct.append((digest, entry.policy, 1))
      }
    }
    let rows = PoolMatrix.rows(distinct)
    var oddities: [String: Int] = [:]
    for row in rows {
      var holders: [UInt64?: Int] = [:]
      for (entry, value) in zip(distinct, row.values) {
        holders[value.value, default: 0] += entry.count
      }
      // Of values that as many have, none is the usual one.
      let most = holders.values.max() ?? 0
      let usual = holders.filter { $0.value == most }
      for value in row.values where usual.count > 1 || usual[value.value] == nil {
        oddities[value.digest, default: 0] += 1
      }
    }
    let hosts = zip(policies, digests).map { entry, digest in
      PoolComparison.Host(name: entry.host, digest: digest, odd: oddities[digest] ?? 0)
    }
    return PoolComparison(
      policy: name,
      hosts: hosts.enumerated().sorted {
        ($1.element.odd, $0.offset) < ($0.element.odd, $1.offset)
      }.map(\.element), rows: rows)
  }

  private static func rows(
    _ distinct: [(digest: String, policy: CPUPolicy, count: Int)]
  ) -> [PoolComparison.Row] {
    guard let first = distinct.first else { return [] }
    var seen: Set<String> = []
    var found: [PolicyDifference] = []
    for other in distinct.dropFirst() {
      for difference in PolicyDifference.between(first.policy, other.policy)
      where seen.insert("\(difference.place) \(difference.bits)").inserted {
        found.append(difference)
      }
    }
    return found.map { difference in
      PoolComparison.Row(
        place: difference.place, bits: difference.bits, field: difference.name,
        severity: difference.severity,
        values: distinct.map { ($0.digest, difference.value(in: $0.policy)) })
    }
  }

  /// A policy without what the CPUs of one machine differ in.
  private static func shared(_ policy: CPUPolicy) -> CPUPolicy {
    var result = policy.canonical
    for field in Field.all where field.rules.isPerCPU {
      for subleaf in field.subleaves { result[field, subleaf: subleaf] = 0 }
    }
    return result
  }
}
