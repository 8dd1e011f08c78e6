// SPDX-License-Identifier: Apache-2.0

import Domains

/// A domain as libvirt has it: what is kept of it, and what runs.
public struct LibvirtDomain: Equatable, Sendable {
  /// virDomainState. `include/libvirt/libvirt-domain.h`.
  public enum State: Int32, Sendable {
    case none = 0
    case running, blocked, paused, shuttingDown, off, crashed, suspended
  }

  /// The domain's name.
  public var name: String
  /// The domain's UUID, with hyphens.
  public var uuid: String
  /// Its number; nil while it does not run.
  public var id: Int?
  /// What it does now.
  public var state: State
  /// The XML of what runs; nil where nothing does.
  public var live: String?
  /// The XML with which it starts next; nil for a domain that is gone when it ends.
  public var configured: String?

  /// A domain as libvirt tells of it.
  public init(
    name: String, uuid: String, id: Int?, state: State, live: String? = nil,
    configured: String? = nil
  ) {
    self.name = name
    self.uuid = uuid
    self.id = id
    self.state = state
    self.live = live
    self.configured = configured
  }

  /// Whether its hypervisor has it.
  public var isRunning: Bool { id != nil }

  /// The state in the words of all hypervisors.
  var runState: Domain.RunState {
    switch state {
    case .none, .running, .blocked: .running
    case .paused: .paused
    case .shuttingDown: .shutdown
    case .off: .off
    case .crashed: .crashed
    case .suspended: .suspended
    }
  }
}
