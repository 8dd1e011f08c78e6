// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// libvirt's `cpu_map`: the features and CPU models of x86 that one release of it knows.
///
/// It is libvirt's own arithmetic, by which its XML says how a CPU differs from a model. What a guest of
/// QEMU gets under a model's name is QEMU's to say.
public struct CPUMap: Sendable {
  /// A feature: a name for bits.
  public struct FeatureEntry: Sendable {
    /// libvirt's name of it.
    public let name: String
    /// The bits, almost always one.
    public let places: [OtherName.Place]
    /// Whether a guest that has it may move.
    public let isMigratable: Bool
    /// Names that others have for it. libvirt takes none of them in its XML.
    public let aliases: [String]
  }

  /// A family and model of CPUs that libvirt calls by a model's name.
  public struct ModelSignature: Equatable, Sendable {
    /// The family.
    public let family: UInt32
    /// The model within the family.
    public let model: UInt32
    /// The steppings; empty for all.
    public let steppings: [ClosedRange<UInt32>]
  }

  /// A CPU model.
  public struct Model: Sendable {
    /// libvirt's name of it.
    public let name: String
    /// The map's name of its vendor; nil for models of none.
    public internal(set) var vendor: String?
    /// The CPUs that libvirt calls by the name.
    public internal(set) var signatures: [ModelSignature] = []
    /// Whether libvirt calls hosts by it.
    public internal(set) var isForHosts = true
    /// Whether libvirt chooses it for guests; who names another one gets it all the same.
    public internal(set) var isForGuests = true
    /// Its features, by name.
    public internal(set) var features: Set<String> = []
    /// Features that it lost in some release: not in it, and always written out.
    public internal(set) var removed: Set<String> = []
    /// Features that it got in some release: in it, and not written out among its features.
    public internal(set) var added: Set<String> = []
    /// Whether a partial check holds it against the host's own CPUID, and not against QEMU's answer.
    public internal(set) var isCheckedByMap = false
  }

  /// The folder, or the one file of old releases.
  public let path: String
  /// The twelve characters of each vendor, by the map's name of it.
  public private(set) var vendors: [String: String] = [:]
  /// The features, by name.
  public private(set) var features: [String: FeatureEntry] = [:]
  /// The models, in the map's order.
  public private(set) var models: [Model] = []
  private var modelIndex: [String: Int] = [:]

  /// The map that a folder holds, or a single file.
  ///
  /// - Parameter path: the folder with `index.xml`, or a file that ends in `.xml`.
  /// - Throws: with file, line and column of what is wrong.
  public init(path: String) throws(FormatError) {
    self.path = path
    var reader = CPUMapReader(path: path)
    try reader.read(into: &self)
  }

  /// The features and vendors of a map, and of its models the one of a name with its parents, where it stands
  /// in the file of its name: reading the others takes most of the time.
  init(path: String, only model: String) throws(FormatError) {
    self.path = path
    var reader = CPUMapReader(path: path, only: model)
    try reader.read(into: &self)
    if self.model(model) == nil, reader.hasPassedOver {
      (vendors, features, models, modelIndex) = ([:], [:], [], [:])
      var whole = CPUMapReader(path: path)
      try whole.read(into: &self)
    }
  }

  /// The model of a name; nil where the map has none.
  public func model(_ name: String) -> Model? { modelIndex[name].map { models[$0] } }

  // MARK: Building

  /// - Returns: whether the name is new.
  mutating func add(vendor name: String, _ text: String) -> Bool {
    vendors.updateValue(text, forKey: name) == nil
  }

  /// - Returns: whether the name is new.
  mutating func add(_ feature: FeatureEntry) -> Bool {
    features.updateValue(feature, forKey: feature.name) == nil
  }

  /// - Returns: whether the name is new.
  mutating func add(_ model: Model) -> Bool {
    guard modelIndex[model.name] == nil else { return false }
    modelIndex[model.name] = models.count
    models.append(model)
    return true
  }
}

/// A feature's name that libvirt refuses.
public struct UnknownCPUFeature: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name that is refused.
  public let name: String
  /// The map that does not have it.
  public let map: String

  public var description: String {
    "unknown CPU feature: \(name), says libvirt's cpu_map in \(map)"
  }
}

extension CPUMap {
  /// The features of a model with settings on top: libvirt's arithmetic, in which no feature brings
  /// another one.
  ///
  /// - Parameters:
  ///   - model: the model's name.
  ///   - wishes: features by libvirt's names, on or off, in their order.
  /// - Returns: nil where the map does not have the model.
  public func features(
    of model: String, _ wishes: [(name: String, isOn: Bool)] = []
  ) throws(UnknownCPUFeature) -> Set<String>? {
    guard var result = self.model(model)?.features else { return nil }
    for wish in wishes {
      guard features[wish.name] != nil else {
        throw UnknownCPUFeature(name: wish.name, map: path)
      }
      if wish.isOn { result.insert(wish.name) } else { result.remove(wish.name) }
    }
    return result
  }
}
