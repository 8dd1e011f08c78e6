// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let package = Package(
  name: "swift-cpu-policy",
  products: [
    .library(name: "PolicyCore", targets: ["PolicyCore"]),
    .library(name: "PolicyText", targets: ["PolicyText"]),
    .library(name: "PolicyFormats", targets: ["PolicyFormats"]),
    .library(name: "Hosts", targets: ["Hosts"]),
    .library(name: "Domains", targets: ["Domains"]),
    .library(name: "PolicyDocuments", targets: ["PolicyDocuments"]),
    .library(name: "Pictures", targets: ["Pictures"]),
    .library(name: "Fleet", targets: ["Fleet"]),
    .library(name: "KVMBackEnd", targets: ["KVMBackEnd"]),
    .library(name: "XenBackEnd", targets: ["XenBackEnd"]),
    .library(name: "QEMUBackEnd", targets: ["QEMUBackEnd"]),
    .library(name: "LibvirtBackEnd", targets: ["LibvirtBackEnd"]),
    .executable(name: "cpupolicy", targets: ["cpupolicy"]),
  ],
  // A client of the libraries alone says `traits: []`, and fetches none of what these need.
  traits: [
    .trait(name: "Command", description: "The command: argument parser and YAML output."),
    .trait(name: "Stores", description: "Domains in SQLite."),
    .trait(name: "Compression", description: "Inputs that gzip or xz packed."),
    .default(enabledTraits: ["Command", "Stores", "Compression"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // YAML output of documents.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // Domains in SQLite, with schema migrations.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(name: "abi-generator"),
    // Part of no product: `make check` runs them, and `make mutants` the third.
    .executableTarget(name: "layer-check", path: "scripts/layer-check"),
    .executableTarget(name: "api-list", path: "scripts/api-list"),
    .executableTarget(name: "mutants", path: "scripts/mutants"),
    // Part of no product: `make site`.
    .executableTarget(
      name: "site",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Pictures", "Fleet"],
      path: "scripts/site", exclude: ["search.js"]),
    // A policy is read where it stands, by views of its storage: without these every reader would copy
    // nearly 4 KB.
    .target(
      name: "PolicyCore",
      swiftSettings: [
        .enableExperimentalFeature("AddressableParameters"),
        .enableExperimentalFeature("Lifetimes"),
      ]),
    // The C interface; scripts/build-c-library.sh makes the freestanding archive of it.
    .target(name: "CPUPolicyC", dependencies: ["PolicyCore"], exclude: ["include"]),
    .target(name: "PolicyText", dependencies: ["PolicyCore"]),
    // zlib and liblzma, as the system has them.
    .target(
      name: "CCompression",
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("lzma")]),
    .target(
      name: "PolicyFormats",
      dependencies: [
        "PolicyCore", "PolicyText",
        .target(name: "CCompression", condition: .when(traits: ["Compression"])),
      ]),
    .target(name: "CCPUID"),
    // `make` tells which commit is built.
    .target(
      name: "CArguments",
      cSettings: Context.environment["CPUPOLICY_COMMIT"].flatMap { $0.isEmpty ? nil : $0 }.map {
        [.define("CPUPOLICY_COMMIT", to: "\"\($0)\"")]
      } ?? []),
    .target(name: "CKVM"),
    // Starts programs that do not outlive this one.
    .target(name: "CProcess"),
    .target(name: "CXen"),
    .target(name: "CLibvirt"),
    // What hosts are: this machine, a dump, a document.
    .target(
      name: "Hosts", dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "CCPUID"]),
    // The life of a domain, the same on every hypervisor, and its moves.
    .target(name: "Domains", dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Hosts"]),
    // Every document that others build on.
    .target(
      name: "PolicyDocuments",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains"]),
    // Documents for a browser: pages and drawings.
    .target(
      name: "Pictures",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "PolicyDocuments"]),
    // Many hosts at once: one policy for all, and in what they differ.
    .target(
      name: "Fleet",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "PolicyDocuments",
        "Pictures",
      ]),
    // One hypervisor each.
    .target(
      name: "KVMBackEnd",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "CKVM"]),
    .target(
      name: "XenBackEnd",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "CXen"]),
    .target(
      name: "QEMUBackEnd",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "CProcess"]),
    .target(
      name: "LibvirtBackEnd",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "QEMUBackEnd", "CLibvirt",
      ]),
    .testTarget(
      name: "LibvirtTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "LibvirtBackEnd",
        "QEMUBackEnd", "PolicyDocuments", "TestSupport",
      ]),
    .testTarget(
      name: "KVMTests",
      dependencies: ["Hosts", "Domains", "KVMBackEnd", "CKVM", "TestSupport"]),
    // Boots real machines: Integration/kvm.
    .testTarget(
      name: "KVMIntegrationTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd", "TestSupport", "cpupolicy",
      ]),
    .target(
      name: "Stores",
      dependencies: [
        "Domains", "PolicyDocuments", "PolicyFormats", "Fleet",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Stores"])),
      ]),
    .executableTarget(
      name: "cpupolicy",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "PolicyDocuments",
        "Pictures", "Fleet", "KVMBackEnd", "XenBackEnd", "QEMUBackEnd", "LibvirtBackEnd", "Stores",
        "CArguments",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["Command"])),
        .product(name: "Yams", package: "Yams", condition: .when(traits: ["Command"])),
      ],
      // Packed relocations, which the default linker cannot write, and no exported symbols, among
      // which the loader and the runtime would search, shorten every start; so do the archives that
      // `make` links there, and which stand in for shared libraries.
      linkerSettings: [
        .unsafeFlags([
          "-L", Context.packageDirectory + "/.build/static-libraries", "-use-ld=lld", "-Xlinker",
          "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker",
          "--no-export-dynamic",
        ])
      ]),
    // The quick start of README.md; part of no product. `Examples/c` and `Examples/hypervisor` have builds
    // of their own.
    .executableTarget(
      name: "quickstart",
      dependencies: ["PolicyCore", "PolicyText", "Hosts", "Domains", "PolicyDocuments"],
      path: "Examples/swift"),
    // Runs in the control domain of the rig; part of no product.
    .executableTarget(
      name: "xen-checks",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd",
      ],
      path: "Integration/xen/Sources/xen-checks"),
    .target(
      name: "TestSupport", dependencies: ["PolicyCore", "PolicyText", "PolicyFormats"],
      path: "Tests/TestSupport"),
    // The pinned policies of Tests/Golden, and what pins them anew; part of no product.
    .target(
      name: "GoldenSupport",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd", "TestSupport",
      ],
      path: "Tests/GoldenSupport"),
    .executableTarget(
      name: "golden", dependencies: ["GoldenSupport"], path: "Tests/GoldenTool"),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "GoldenSupport", "TestSupport"]),
    .testTarget(
      name: "CPUPolicyCTests",
      dependencies: ["PolicyCore", "CPUPolicyC", "PolicyText", "TestSupport"]),
    .testTarget(name: "ABIGeneratorTests", dependencies: ["abi-generator", "TestSupport"]),
    .testTarget(
      name: "PolicyCoreTests", dependencies: ["PolicyCore", "PolicyText", "TestSupport"]),
    .testTarget(
      name: "PolicyFormatsTests",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "TestSupport"]),
    .testTarget(
      name: "HostsTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd", "PolicyDocuments", "TestSupport",
      ]),
    .testTarget(
      name: "AuditTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd", "GoldenSupport", "TestSupport",
      ]),
    // Writes to a fleet's store until a test kills it; part of no product.
    .executableTarget(
      name: "fleet-writer", dependencies: ["Fleet", "Stores"], path: "Tests/FleetWriter"),
    .testTarget(
      name: "StoresTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd", "Fleet", "Stores", "fleet-writer", "PolicyDocuments", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Stores"])),
      ]),
    .testTarget(
      name: "XenTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "KVMBackEnd", "XenBackEnd",
        "QEMUBackEnd", "CXen", "PolicyDocuments", "Fleet", "TestSupport",
      ]),
    // Boots the hypervisor of Examples/hypervisor.
    .testTarget(
      name: "HypervisorTests",
      dependencies: ["PolicyCore", "PolicyText", "PolicyFormats", "TestSupport", "cpupolicy"]),
    .testTarget(
      name: "FleetTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "PolicyDocuments",
        "Fleet", "TestSupport",
      ]),
    // Opens pages in a Chromium, where one is installed.
    .testTarget(
      name: "PicturesTests",
      dependencies: [
        "PolicyCore", "PolicyText", "PolicyFormats", "Hosts", "Domains", "PolicyDocuments",
        "Pictures", "Fleet", "TestSupport",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "cpupolicy", "PolicyText", "PolicyFormats", "TestSupport",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["Command"])),
        .product(name: "Yams", package: "Yams", condition: .when(traits: ["Command"])),
      ]),
  ]
)
