// SPDX-License-Identifier: Apache-2.0

/// What a guest got of the CPU that was asked for, where its hypervisor may give less without a word.
public struct Delivery: Equatable, Sendable {
  /// What there is to say in one word.
  public enum Verdict: String, CaseIterable, Sendable {
    /// It has what was asked for.
    case asAsked = "as-asked"
    /// Features that were asked for are missing.
    case lostFeatures = "lost-features"
    /// Nothing was missing that can be told, and nothing looks: the next start or move may give it another
    /// CPU.
    case unchecked
    /// The hypervisor would refuse to start it here.
    case cannotStart = "cannot-start"
    /// What was asked for, or what it got, is not known.
    case unknown
  }

  /// What there is to say in one word.
  public var verdict: Verdict
  /// How the CPU is asked for, in the toolstack's word: `custom`, `host-model`.
  public var mode: String
  /// Whether it is what a start would come to, of a domain that does not run.
  public var isForecast: Bool
  /// Features that were asked for and are missing, by the toolstack's names, sorted.
  public var lost: [String]
  /// Features that the guest has without having been asked for, likewise.
  public var unasked: [String]
  /// The reason, for people.
  public var because: String

  /// What came of a wish for a CPU.
  public init(
    verdict: Verdict, mode: String, isForecast: Bool = false, lost: [String] = [],
    unasked: [String] = [], because: String
  ) {
    self.verdict = verdict
    self.mode = mode
    self.isForecast = isForecast
    self.lost = lost
    self.unasked = unasked
    self.because = because
  }
}
