// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where domains are kept. Every call is one transaction: it happens whole or not at all, and calls of
/// several processes do not mix. One that blocks its thread waits for others no longer than its deadline.
public protocol DomainStore: Sendable {
  /// Adds a domain and gives it a number.
  func insert(_ domain: Domain) async throws(DomainError) -> Domain
  /// All domains, by number.
  func domains() async throws(DomainError) -> [Domain]
  /// Some of the domains behind a number, by number: a hundred thousand are looked at in turns.
  func domains(after id: Int, most count: Int) async throws(DomainError) -> [Domain]
  /// What lists show of all domains, by number.
  func summaries() async throws(DomainError) -> [DomainSummary]
  /// The domain of a name; nil where there is none.
  func domain(named name: String) async throws(DomainError) -> Domain?
  /// Puts a changed domain in the place of the one of its name.
  /// - Returns: the domain with its new revision.
  /// - Throws: `DomainError.changedMeanwhile` where the revision is no longer the one that was read.
  func replace(_ domain: Domain) async throws(DomainError) -> Domain
  /// Removes a domain for good.
  /// - Throws: `DomainError.changedMeanwhile` where it is no longer the one that was read.
  func remove(_ domain: Domain) async throws(DomainError)
}

/// Domains in memory, gone with the process.
public final class MemoryDomainStore: DomainStore {
  private struct State {
    var domains: [Domain] = []
    var lastID = 0
  }

  private let state = Mutex(State())

  /// A store without domains.
  public init() {}

  /// Adds a domain and gives it the next number; throws `DomainError.exists` where its name is taken.
  public func insert(_ domain: Domain) throws(DomainError) -> Domain {
    try state.withLock { state throws(DomainError) in
      guard !state.domains.contains(where: { $0.name == domain.name }) else {
        throw .exists(domain.name)
      }
      state.lastID += 1
      var stored = domain
      stored.id = state.lastID
      state.domains.append(stored)
      return stored
    }
  }

  /// All domains, by number.
  public func domains() throws(DomainError) -> [Domain] { state.withLock { $0.domains } }

  /// At most `count` of the domains behind a number, by number.
  public func domains(after id: Int, most count: Int) throws(DomainError) -> [Domain] {
    state.withLock { Array($0.domains.filter { $0.id > id }.prefix(count)) }
  }

  /// What lists show of all domains, by number.
  public func summaries() throws(DomainError) -> [DomainSummary] {
    state.withLock { DomainSummary.of($0.domains) }
  }

  /// The domain of a name; nil where there is none.
  public func domain(named name: String) throws(DomainError) -> Domain? {
    state.withLock { state in state.domains.first { $0.name == name } }
  }

  /// Puts a changed domain in the place of the one of its name, unless that was changed meanwhile.
  public func replace(_ domain: Domain) throws(DomainError) -> Domain {
    try state.withLock { state throws(DomainError) in
      guard let index = state.domains.firstIndex(where: { $0.name == domain.name }) else {
        throw .notFound(domain.name)
      }
      guard state.domains[index].isVersion(of: domain) else { throw .changedMeanwhile }
      guard state.domains[index] != domain else { return domain }
      var changed = domain
      changed.revision += 1
      state.domains[index] = changed
      return changed
    }
  }

  /// Removes a domain, unless it was changed meanwhile.
  public func remove(_ domain: Domain) throws(DomainError) {
    try state.withLock { state throws(DomainError) in
      guard let index = state.domains.firstIndex(where: { $0.name == domain.name }) else {
        throw .notFound(domain.name)
      }
      guard state.domains[index].isVersion(of: domain) else { throw .changedMeanwhile }
      state.domains.remove(at: index)
    }
  }
}

extension Domain {
  /// Whether a stored domain still is the one that was read: neither changed nor made anew.
  public func isVersion(of read: Domain) -> Bool { id == read.id && revision == read.revision }
}
