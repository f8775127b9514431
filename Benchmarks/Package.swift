// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the product builds the measurements.
// All targets but the two benchmarks are links to the product's sources; rules.d and catalog are what they embed.
let package = Package(
    name: "Benchmarks",
    targets: [
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "EmbeddedFiles"),
        .target(name: "YAMLBridge", dependencies: ["CYAML"]),
        .target(name: "BareLibyaml", dependencies: ["CYAML"], cSettings: [.unsafeFlags(["-O2"])]),
        .executableTarget(name: "benchmark", dependencies: ["YAMLBridge", "BareLibyaml"]),
        .target(name: "Text"),
        .target(name: "Patterns"),
        .target(name: "Evaluation", dependencies: ["YAMLBridge", "Text"]),
        .target(name: "Templates", dependencies: ["Evaluation", "YAMLBridge", "Text", "Patterns"]),
        .target(name: "Topology", dependencies: ["Templates", "Evaluation", "Text"]),
        .target(name: "InstanceCatalog", dependencies: ["EmbeddedFiles", "Text"]),
        .target(name: "Capacity", dependencies: ["InstanceCatalog", "Text"]),
        .target(name: "CEL", dependencies: ["Text", "Patterns"]),
        .target(
            name: "Rules",
            dependencies: [
                "CEL", "Text", "Topology", "Templates", "Evaluation", "YAMLBridge", "Capacity", "InstanceCatalog",
                "EmbeddedFiles",
            ]),
        .executableTarget(
            name: "rules-benchmark", dependencies: ["Rules", "Topology", "Templates", "Evaluation", "YAMLBridge"],
            path: "Sources/rules-benchmark"),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
