// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the product builds the measurements.
// YAMLBridge and CYAML are links to the product's sources.
let package = Package(
    name: "Benchmarks",
    targets: [
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "YAMLBridge", dependencies: ["CYAML"]),
        .target(name: "BareLibyaml", dependencies: ["CYAML"], cSettings: [.unsafeFlags(["-O2"])]),
        .executableTarget(name: "benchmark", dependencies: ["YAMLBridge", "BareLibyaml"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
