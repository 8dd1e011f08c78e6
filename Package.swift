// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "swift-cpu-policy",
  products: [
    .library(name: "CPUPolicy", targets: ["CPUPolicy"]),
    .library(name: "PolicyText", targets: ["PolicyText"]),
  ],
  targets: [
    .executableTarget(name: "abi-generator"),
    .target(name: "CPUPolicy"),
    .target(name: "PolicyText", dependencies: ["CPUPolicy"]),
  ]
)
