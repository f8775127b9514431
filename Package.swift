// swift-tools-version: 6.2
import PackageDescription

// One target a layer of docs/architecture.md; a target sees only those above it in this list.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func layer(_ name: String, sees dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, sees dependencies: [Target.Dependency] = [], leavingOut excluded: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        exclude: excluded, swiftSettings: strict)
}

let package = Package(
    name: "ecslint",
    products: [.executable(name: "ecslint", targets: ["ecslint"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "EmbeddedFiles"),
        layer("Text"),
        layer("Patterns"),
        layer("YAMLBridge", sees: ["CYAML"]),
        layer("Evaluation", sees: ["YAMLBridge", "Text", "Patterns"]),
        layer("Templates", sees: ["Evaluation", "YAMLBridge", "Text", "Patterns"]),
        layer("PropertyLedger", sees: ["EmbeddedFiles", "Text"]),
        layer("Topology", sees: ["Templates", "Evaluation", "PropertyLedger", "Text"]),
        layer("InstanceCatalog", sees: ["EmbeddedFiles", "Text"]),
        layer("Capacity", sees: ["InstanceCatalog", "Text"]),
        layer("Simulation"),
        layer("CEL", sees: ["Text", "Patterns"]),
        layer(
            "Rules",
            sees: [
                "CEL", "Text", "Topology", "Templates", "Evaluation", "YAMLBridge", "Capacity", "InstanceCatalog",
                "EmbeddedFiles",
            ]),
        layer(
            "Workspace",
            sees: [
                "Rules", "CEL", "Text", "Topology", "Templates", "Evaluation", "YAMLBridge", "Capacity", "InstanceCatalog",
                "Simulation",
            ]),
        layer(
            "Reports",
            sees: [
                "Workspace", "Rules", "Text", "Topology", "PropertyLedger", "Templates", "Evaluation", "YAMLBridge", "Capacity",
                "InstanceCatalog", "Simulation",
            ]),
        .executableTarget(
            name: "ecslint",
            dependencies: [
                "Reports", "Workspace", "Rules", "Text", "Capacity", "InstanceCatalog", "Simulation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "Text"),
        tests(of: "YAMLBridge"),
        tests(of: "Patterns"),
        tests(of: "Evaluation", sees: ["YAMLBridge"]),
        tests(of: "Templates", sees: ["Topology", "Evaluation", "YAMLBridge"], leavingOut: ["Terraform/Console"]),
        tests(of: "PropertyLedger", sees: ["Text"]),
        tests(of: "Topology", sees: ["PropertyLedger", "Templates", "Evaluation", "YAMLBridge", "Text"]),
        tests(of: "InstanceCatalog", sees: ["Text"]),
        tests(of: "Capacity", sees: ["InstanceCatalog", "Text"]),
        tests(of: "Simulation"),
        tests(of: "CEL", leavingOut: ["known-differences.txt"]),
        tests(of: "Rules", sees: ["CEL", "Topology", "PropertyLedger", "Templates", "Evaluation", "YAMLBridge"]),
        tests(of: "Workspace", sees: ["Reports", "Rules", "InstanceCatalog", "Evaluation", "YAMLBridge", "Text"]),
        tests(of: "Reports", sees: ["Workspace", "Rules", "InstanceCatalog", "Evaluation", "YAMLBridge", "Text"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "YAMLBridge"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
