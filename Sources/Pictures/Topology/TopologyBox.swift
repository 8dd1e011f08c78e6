// SPDX-License-Identifier: Apache-2.0

import PolicyText

/// A machine as boxes in boxes: packages, dies, caches of several cores, and cores, with what all threads of a box
/// share. Boxes that are alike and too many to be read one by one stand for several.
struct TopologyBox: Equatable {
  enum Kind: Equatable { case machine, package, die, cache, core }

  var kind: Kind
  /// The number of the box among those around it; of a box that stands for several, those of all.
  var numbers: [Int] = []
  var threads: [TopologyTree.Thread] = []
  /// What all of its threads share, and nobody else.
  var caches: [String] = []
  var boxes: [TopologyBox] = []

  /// The most threads that are drawn one by one.
  static let mostThreads = 32
  /// The most boxes for which one stands.
  private static let mostAlike = 16
  /// The most boxes, of those that hold some, that stand side by side.
  private static let mostBoxes = 32

  /// How many boxes it stands for.
  var count: Int { max(numbers.count, 1) }
}

extension TopologyBox {
  init(_ tree: TopologyTree) {
    self.init(kind: .machine, threads: tree.threads)
    boxes = tree.packages.map { package in
      let dies = package.dies.map { die in
        TopologyBox(
          kind: .die, numbers: [die.number], threads: die.cores.flatMap(\.threads),
          boxes: die.cores.map { core in
            TopologyBox(kind: .core, numbers: [core.number], threads: core.threads)
          })
      }
      return TopologyBox(
        kind: .package, numbers: [package.number], threads: dies.flatMap(\.threads),
        // The only die of a package is the package.
        boxes: dies.count == 1 ? dies[0].boxes : dies)
    }
    // The widest first, so that what is inside it finds it there. The levels of one box stand in their order.
    let shared = tree.caches.compactMap { cache in
      cache.sharedBy.map { (cache: cache, cpus: Set($0)) }
    }
    for (cache, cpus) in shared.enumerated().sorted(by: {
      ($1.element.cpus.count, $0.offset) < ($0.element.cpus.count, $1.offset)
    }).map(\.element) {
      add("\(cache.name) \(cache.sizeText)", cpus)
    }
    fold(isLarge: tree.threads.count > Self.mostThreads)
  }

  private var cpus: Set<Int> { Set(threads.map(\.cpu)) }

  /// Puts a cache where those are who share it: into the smallest box that holds them all.
  private mutating func add(_ cache: String, _ sharers: Set<Int>) {
    let one = sharers.first
    if let inner = boxes.firstIndex(where: { $0.threads.contains { $0.cpu == one } }),
      sharers.isSubset(of: boxes[inner].cpus)
    {
      boxes[inner].add(cache, sharers)
      return
    }
    let inside = boxes.indices.filter { boxes[$0].cpus.isSubset(of: sharers) }
    let members = inside.map { boxes[$0] }
    let isWhole = members.reduce(0) { $0 + $1.threads.count } == sharers.count
    guard sharers != cpus, isWhole, let first = inside.first else {
      caches.append(sharers == cpus ? cache : "\(cache): \(NumberRanges.text(sharers.sorted()))")
      return
    }
    for index in inside.reversed() { boxes.remove(at: index) }
    boxes.insert(
      TopologyBox(
        kind: .cache, threads: members.flatMap(\.threads), caches: [cache], boxes: members),
      at: first)
  }

  /// Whether two boxes differ in nothing but numbers.
  private func isLike(_ other: TopologyBox) -> Bool {
    kind == other.kind && caches == other.caches && threads.count == other.threads.count
      && boxes.count == other.boxes.count
      && zip(boxes, other.boxes).allSatisfy { $0.isLike($1) }
  }

  /// Lets one box stand for several that are alike, one beside the other, where there are too many.
  private mutating func fold(isLarge: Bool) {
    if boxes.count > Self.mostBoxes || isLarge && boxes.first?.kind == .core {
      var folded: [TopologyBox] = []
      var first: TopologyBox?
      for box in boxes {
        if let last = folded.indices.last, let model = first, box.isLike(model),
          folded[last].count < Self.mostAlike
        {
          folded[last].numbers += box.numbers.isEmpty ? [folded[last].count] : box.numbers
          folded[last].threads += box.threads
          folded[last].boxes = []
        } else {
          first = box
          folded.append(box)
          if box.numbers.isEmpty { folded[folded.count - 1].numbers = [0] }
        }
      }
      boxes = folded
    }
    for index in boxes.indices where boxes[index].count == 1 { boxes[index].fold(isLarge: isLarge) }
  }
}
