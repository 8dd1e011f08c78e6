// SPDX-License-Identifier: Apache-2.0

// For writers of text: a freestanding core has none, and no packages.
#if !hasFeature(Embedded)
  extension CPUPolicy {
    /// Whether a leaf says anything of this CPU: the feature or field to which it belongs is shown, or it belongs
    /// to none (`ABI/leaves.csv`).
    package func showsOwner(ofLeaf leaf: UInt32) -> Bool {
      for index in FeatureTable.ownedLeaves.indices where FeatureTable.ownedLeaves[index] == leaf {
        let owner = Owner(packed: FeatureTable.ownersOfLeaves[index])
        return owner.isShown(featureSet, in: registers.span)
      }
      return true
    }
  }

  extension Feature {
    /// The leaf that says something only where the feature is shown; nil for most features.
    package var ownedLeaf: UInt32? {
      for index in FeatureTable.ownedLeaves.indices {
        let owner = Owner(packed: FeatureTable.ownersOfLeaves[index])
        if owner.feature == self { return FeatureTable.ownedLeaves[index] }
      }
      return nil
    }
  }
#endif
