// SPDX-License-Identifier: Apache-2.0
// Literals of sets are arrays, which the freestanding core does not have.
#if !hasFeature(Embedded)
  extension FeatureSet: SetAlgebra {
    /// Adds a feature. Returns it where it was in the set already, else nil.
    @inlinable
    @discardableResult
    public mutating func update(with feature: Feature) -> Feature? {
      insert(feature).inserted ? nil : feature
    }
  }
#endif
