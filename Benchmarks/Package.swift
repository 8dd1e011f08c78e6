// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
  name: "policy-benchmarks",
  dependencies: [.package(name: "swift-cpu-policy", path: "..")],
  targets: [
    .executableTarget(
      name: "policy-benchmarks",
      dependencies: [
        .product(name: "PolicyCore", package: "swift-cpu-policy"),
        .product(name: "PolicyFormats", package: "swift-cpu-policy"),
        .product(name: "Hosts", package: "swift-cpu-policy"),
        .product(name: "Domains", package: "swift-cpu-policy"),
        .product(name: "Fleet", package: "swift-cpu-policy"),
        .product(name: "PolicyDocuments", package: "swift-cpu-policy"),
        .product(name: "PolicyText", package: "swift-cpu-policy"),
        .product(name: "KVMBackEnd", package: "swift-cpu-policy"),
        "empty-program", "CTwin",
      ]),
    .target(name: "CTwin", cSettings: [.unsafeFlags(["-O2"])]),
    .executableTarget(name: "empty-program"),
  ]
)
