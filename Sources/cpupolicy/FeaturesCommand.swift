// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
import PolicyDocuments
import PolicyFormats
import PolicyText

struct FeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features", abstract: "The feature bits that the project knows.",
    subcommands: [List.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List every bit of the featureset: place, audience, maturity, needs, names.")

    @OptionGroup var output: OutputOptions

    func run() throws { try Self.show(Feature.allNamed, output) }

    /// Lists features.
    static func show(_ features: [Feature], _ output: OutputOptions) throws {
      try output.print(
        Document.featureList(features).json,
        rows: {
          [["name", "option", "place", "audience", "maturity", "migration", "requires", "meaning"]]
            + features.map(cells)
        },
        table: {
          var table = TextTable([
            "name", "place", "audience", "maturity", "migration", "requires", "meaning",
          ])
          table.setSentences(2, .below)
          for feature in features {
            var cells = cells(feature)
            cells.remove(at: 1)
            table.add(cells)
          }
          return table.text(hasHeading: !output.noHeaders)
        })
    }

    private static func cells(_ feature: Feature) -> [String] {
      [
        feature.name, feature.optionName, PlaceText.short(feature.place), feature.audience,
        feature.maturity.word, feature.migration.word,
        feature.requirements.map(\.name).joined(separator: " "), feature.meaning,
      ]
    }
  }
}
