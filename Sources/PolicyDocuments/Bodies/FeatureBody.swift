// SPDX-License-Identifier: Apache-2.0

import PolicyCore
import PolicyFormats
import PolicyText

/// What the `FeatureList` document says of a feature.
enum FeatureBody {
  static func value(_ feature: Feature) -> JSONValue {
    .object(
      [
        .init(name: "name", value: .string(feature.name)),
        .init(name: "optionName", value: .string(feature.optionName)),
        .init(name: "word", value: .integer(feature.word)),
        .init(name: "bit", value: .integer(feature.bit)),
      ] + PlaceMembers.of(feature.place) + [
        .init(name: "audience", value: .string(feature.audience)),
        .init(name: "maturity", value: .string(feature.maturity.word)),
        .init(name: "migration", value: .string(feature.migration.word)),
        .init(name: "requires", value: .strings(feature.requirements.map(\.name))),
        .init(name: "vendors", value: .string(feature.definedBy)),
        .init(
          name: "names",
          value: .members([
            "linux": .string(feature.linuxName), "qemu": .string(feature.qemuName),
            "libvirt": .string(feature.libvirtName),
          ])),
        .init(name: "meaning", value: .string(feature.meaning)),
      ])
  }
}
