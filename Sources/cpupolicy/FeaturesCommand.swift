// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import PolicyCore
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

    func run() throws {
      let features = Feature.allNamed
      try output.print(
        .document(
          .featureList,
          [
            "features": .array(features.map(Self.document))
          ]),
        rows: {
          [["name", "option", "place", "audience", "maturity", "migration", "requires", "meaning"]]
            + features.map(Self.cells)
        },
        table: {
          var table = TextTable([
            "name", "place", "audience", "maturity", "migration", "requires", "meaning",
          ])
          for feature in features {
            var cells = Self.cells(feature)
            cells.remove(at: 1)
            table.add(cells)
          }
          return table.text(hasHeading: !output.noHeaders)
        })
    }

    private static func requirements(_ feature: Feature) -> [String] {
      var names: [String] = []
      FeatureSet.forEachRequirement(of: feature) { names.append($0.name) }
      return names
    }

    private static func cells(_ feature: Feature) -> [String] {
      [
        feature.name, feature.optionName, PlaceText.short(feature.place), feature.audience,
        feature.maturity.word, feature.migration.word,
        requirements(feature).joined(separator: " "), feature.meaning,
      ]
    }

    private static func document(_ feature: Feature) -> JSONValue {
      var members: [(String, JSONValue)] = [
        ("name", .string(feature.name)), ("optionName", .string(feature.optionName)),
        ("word", .integer(feature.word)), ("bit", .integer(feature.bit)),
      ]
      switch feature.place {
      case .leaf(let place, let register, _):
        members += [
          ("leaf", .string(Hex.word(place.leaf))),
          ("subleaf", place.isPlain ? .null : .integer(Int(place.subleaf))),
          ("register", .string("\(register)")),
        ]
      case .msr(let index, _): members.append(("msr", .string(Hex.word(index.rawValue))))
      case .none: break
      }
      members += [
        ("audience", .string(feature.audience)), ("maturity", .string(feature.maturity.word)),
        ("migration", .string(feature.migration.word)),
        ("requires", .strings(requirements(feature))),
        ("vendors", .string(feature.definedBy)),
        (
          "names",
          .members([
            "linux": .string(feature.linuxName), "qemu": .string(feature.qemuName),
            "libvirt": .string(feature.libvirtName),
          ])
        ),
        ("meaning", .string(feature.meaning)),
      ]
      return .object(members.map { JSONValue.Member(name: $0.0, value: $0.1) })
    }
  }
}
