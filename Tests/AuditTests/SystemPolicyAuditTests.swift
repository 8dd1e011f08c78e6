// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hosts
import PolicyCore
import PolicyFormats
import TestSupport
import Testing

/// Every policy that derivation makes must be acceptable under its own max.
@Suite struct SystemPolicyAuditTests {
  static let dumps = Fixtures.dumps + Corpus.dumps

  @Test(arguments: dumps) func derivedPoliciesAreAccepted(_ path: String) throws {
    let document = try InputFile.read(path)
    let host = try #require(HostDescription(name: "x", document: document))
    let policies = SystemPolicies(facts: host.facts)
    let pairs: [(PolicyKind, PolicyKind, GuestKind)] = [
      (.pvMax, .pvMax, .pv), (.pvDefault, .pvMax, .pv), (.hvmMax, .hvmMax, .hvm),
      (.hvmDefault, .hvmMax, .hvm), (.hvmShadowMax, .hvmShadowMax, .hvmShadow),
      (.hvmShadowDefault, .hvmShadowMax, .hvmShadow), (.dom0PV, .pvMax, .pv),
      (.dom0HVM, .hvmMax, .hvm), (.raw, .raw, .hvm), (.hostMax, .hostMax, .hvm),
      (.hostDefault, .hostMax, .hvm), (.hostDefault, .hostDefault, .hvm),
    ]
    for (candidate, bound, kind) in pairs {
      var context = AuditContext(kind: kind)
      context.hostFeatures = policies.hostDefault.featureSet
      context.hiddenFeatures = policies[kind.defaultPolicy].hiddenFeatures
      let auditor = Auditor(bound: policies[bound], context: context)
      let policy = policies[candidate]
      var found: [Violation] = []
      auditor.forEachViolation(of: policy) { found.append($0) }
      #expect(found.isEmpty, "\(path) \(candidate) \(found.prefix(3))")
    }
  }
}
