// SPDX-License-Identifier: Apache-2.0

/// How APIC ids are laid out.
public enum TopologyLayout: UInt8, Sendable, BitwiseCopyable {
  /// Each level takes as many bits as it needs.
  case packed
  /// One thread a core, and a bit for it all the same: virtual CPU n has id 2 * n. Xen's layout, kept
  /// for guests that come from there.
  case legacy
}

/// The sockets, dies, cores and threads that a domain's virtual CPUs seem to sit on.
///
/// Virtual CPUs fill threads first, then cores, dies and sockets. `docs/semantics/topology.md`.
public struct Topology: Equatable, Sendable, BitwiseCopyable {
  /// Number of sockets.
  public let sockets: UInt32
  /// Dies of a socket.
  public let dies: UInt32
  /// Cores of a die.
  public let cores: UInt32
  /// Threads of a core.
  public let threads: UInt32
  /// Number of virtual CPUs, at most `capacity`.
  public let vCPUs: UInt32
  /// How APIC ids are numbered.
  public let layout: TopologyLayout
  /// Bits of an APIC id that tell the threads of a core apart.
  public let threadWidth: UInt32
  /// Bits that tell the cores of a die apart.
  public let coreWidth: UInt32
  /// Bits that tell the dies of a socket apart.
  public let dieWidth: UInt32

  /// - Parameters:
  ///   - sockets: at least one, as are the others.
  ///   - dies: of a socket.
  ///   - cores: of a die.
  ///   - threads: of a core.
  ///   - vCPUs: nil for as many as there is room for.
  ///   - layout: how APIC ids are laid out.
  /// - Throws: what does not fit, with both values.
  public init(
    sockets: UInt32, dies: UInt32 = 1, cores: UInt32, threads: UInt32 = 1, vCPUs: UInt32? = nil,
    layout: TopologyLayout = .packed
  ) throws(TopologyError) {
    guard sockets > 0, dies > 0, cores > 0, threads > 0 else { throw TopologyError(.empty) }
    guard layout == .packed || threads == 1 else {
      throw TopologyError(.legacyThreads, value: threads, bound: 1)
    }
    // Leaf 0xb counts a package's processors in 16 bits.
    let package = UInt64(dies) &* UInt64(min(cores, 0x10000)) &* UInt64(min(threads, 0x10000))
    guard package <= 0xffff, dies <= 0xffff else {
      throw TopologyError(
        .packageTooLarge, value: UInt32(truncatingIfNeeded: min(package, 0xffff_ffff)),
        bound: 0xffff)
    }
    self.sockets = sockets
    self.dies = dies
    self.cores = cores
    self.threads = threads
    self.layout = layout
    threadWidth = layout == .legacy ? 1 : Topology.width(threads)
    coreWidth = Topology.width(cores)
    dieWidth = Topology.width(dies)
    let room = package &* UInt64(sockets)
    let wanted = vCPUs.map { UInt64($0) } ?? room
    self.vCPUs = UInt32(truncatingIfNeeded: min(wanted, 0xffff_ffff))
    guard wanted > 0 else { throw TopologyError(.empty) }
    guard wanted <= room else {
      throw TopologyError(
        .tooManyVCPUs, value: self.vCPUs, bound: UInt32(truncatingIfNeeded: room))
    }
    // The highest id of all is the broadcast.
    let bits = packageWidth &+ Topology.width(sockets)
    guard room < 0xffff_ffff, bits < 32 else {
      throw TopologyError(.idsTooWide, value: bits, bound: 31)
    }
  }

  /// One socket, one die, one thread a core, and a core for each virtual CPU.
  public static func plain(vCPUs: UInt32) throws(TopologyError) -> Topology {
    try Topology(sockets: 1, cores: vCPUs)
  }

  /// Bits that count to `number`, from zero.
  @inlinable
  static func width(_ number: UInt32) -> UInt32 {
    number <= 1 ? 0 : 32 &- UInt32(truncatingIfNeeded: (number &- 1).leadingZeroBitCount)
  }

  /// Bits below the socket.
  public var packageWidth: UInt32 { threadWidth &+ coreWidth &+ dieWidth }

  /// Logical processors of a die.
  public var dieCount: UInt32 { threads &* cores }
  /// Logical processors of a socket.
  public var packageCount: UInt32 { dieCount &* dies }
  /// APIC ids set aside for a socket: a power of two.
  public var packageRoom: UInt32 { 1 &<< packageWidth }
  /// Logical processors of all sockets.
  public var capacity: UInt32 { packageCount &* sockets }

  /// Where a virtual CPU sits.
  public struct Seat: Equatable, Sendable {
    /// Number of the socket, from zero.
    public var socket: UInt32
    /// Number of the die in its socket, from zero.
    public var die: UInt32
    /// Number of the core in its die, from zero.
    public var core: UInt32
    /// Number of the thread in its core, from zero.
    public var thread: UInt32
  }

  /// The seat of a virtual CPU.
  public func seat(of vCPU: UInt32) -> Seat {
    let core = vCPU / threads
    let die = core / cores
    return Seat(socket: die / dies, die: die % dies, core: core % cores, thread: vCPU % threads)
  }

  /// The APIC id of a virtual CPU.
  public func apicID(of vCPU: UInt32) -> UInt32 {
    let seat = seat(of: vCPU)
    let die = seat.socket &<< dieWidth | seat.die
    let core = die &<< coreWidth | seat.core
    return core &<< threadWidth | seat.thread
  }

  /// The highest id in use: ids ascend with the virtual CPUs.
  public var highestAPICID: UInt32 { apicID(of: vCPUs &- 1) }

  /// An id for the IO-APIC, which classic software wants apart from those of the CPUs, in four bits;
  /// nil where none is free.
  public var ioAPICID: UInt32? {
    if highestAPICID < 15 { return highestAPICID &+ 1 }
    var used: UInt32 = 0
    var vCPU: UInt32 = 0
    while vCPU < vCPUs {
      let id = apicID(of: vCPU)
      if id > 15 { break }
      used |= 1 &<< id
      vCPU &+= 1
    }
    let free = ~used & 0xfffe
    return free == 0 ? nil : UInt32(truncatingIfNeeded: free.trailingZeroBitCount)
  }
}

extension Topology {
  /// Whether leaves 1 and 4 cannot tell the shape: more than 256 ids, or more than 64 cores, in a
  /// socket. Only leaf 0xb can then. SDM vol. 3A, "Hierarchical Mapping of Shared Resources".
  var isLegacyDecodingSaturated: Bool { packageWidth > 8 || packageWidth &- threadWidth > 6 }

  /// Holds the shape against AMD's fields that have no saturated value.
  func checkAMDFields() throws(TopologyError) {
    try check(packageWidth, .apicIdCoreIdSize)
    try check(threads &- 1, .threadsPerCoreMinusOne)
    try check(cores &* dies &- 1, .coreId)
    try check(dies &- 1, .nodesPerPackageMinusOne)
    let nodes = UInt64(sockets) &* UInt64(dies) &- 1
    try check(UInt32(truncatingIfNeeded: min(nodes, 0xffff_ffff)), .nodeId)
  }

  private func check(_ value: UInt32, _ field: Field) throws(TopologyError) {
    guard value > field.valueMask else { return }
    throw TopologyError(.fieldOverflow, value: value, bound: field.valueMask, field: field)
  }
}

/// Why a topology cannot be had.
public struct TopologyError: Error, Equatable, Sendable {
  /// What is in the way.
  public enum Kind: UInt8, Sendable {
    /// A level has nothing in it.
    case empty
    /// More virtual CPUs than seats.
    case tooManyVCPUs
    /// A socket has more logical processors than its leaves can count.
    case packageTooLarge
    /// APIC ids need more bits than there are.
    case idsTooWide
    /// The legacy layout has one thread a core.
    case legacyThreads
    /// Several dies need a leaf that the back end does not serve.
    case leafNotServed
    /// Ids above 254 need x2APIC.
    case needsX2APIC
    /// More cores or id bits than AMD's leaves can tell.
    case fieldOverflow
  }

  /// What is in the way.
  public var kind: Kind
  /// What was asked for; 0 where the kind says it all.
  public var value: UInt32
  /// What can be had; 0 where the kind says it all.
  public var bound: UInt32
  /// The field that cannot hold the value.
  public var field: Field?

  /// A fault of a topology, with what was asked for and what can be had.
  public init(_ kind: Kind, value: UInt32 = 0, bound: UInt32 = 0, field: Field? = nil) {
    self.kind = kind
    self.value = value
    self.bound = bound
    self.field = field
  }
}
