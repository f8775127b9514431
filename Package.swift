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
        layer("Spelling"),
        layer("Patterns"),
        layer("YAMLBridge", sees: ["CYAML"]),
        layer("Evaluation", sees: ["YAMLBridge", "Spelling"]),
        layer("Templates", sees: ["Evaluation", "YAMLBridge", "Spelling", "Patterns"]),
        layer("Topology", sees: ["Templates", "Evaluation", "YAMLBridge"]),
        layer("InstanceCatalog", sees: ["EmbeddedFiles"]),
        layer("Capacity", sees: ["InstanceCatalog"]),
        layer("CEL", sees: ["Spelling", "Patterns"]),
        layer(
            "Rules",
            sees: [
                "CEL", "Spelling", "Topology", "Templates", "Evaluation", "YAMLBridge", "Capacity", "InstanceCatalog",
                "EmbeddedFiles",
            ]),
        layer(
            "Workspace",
            sees: [
                "Rules", "CEL", "Spelling", "Topology", "Templates", "Evaluation", "YAMLBridge", "Capacity", "InstanceCatalog",
            ]),
        layer(
            "Reports",
            sees: ["Workspace", "Rules", "Topology", "Templates", "Evaluation", "YAMLBridge", "Capacity", "InstanceCatalog"]),
        .executableTarget(
            name: "ecslint",
            dependencies: [
                "Reports", "Workspace", "Rules", "Capacity", "InstanceCatalog",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "YAMLBridge"),
        tests(of: "Patterns"),
        tests(of: "Evaluation", sees: ["YAMLBridge"]),
        tests(of: "Templates", sees: ["Evaluation", "YAMLBridge"], leavingOut: ["Terraform/Console"]),
        tests(of: "Topology", sees: ["Templates", "Evaluation", "YAMLBridge"]),
        tests(of: "InstanceCatalog"),
        tests(of: "Capacity", sees: ["InstanceCatalog"]),
        tests(of: "CEL", leavingOut: ["known-differences.txt"]),
        tests(of: "Rules", sees: ["CEL", "Topology", "Templates", "Evaluation", "YAMLBridge"]),
        tests(of: "Workspace", sees: ["Reports", "Rules", "InstanceCatalog", "Evaluation", "YAMLBridge"]),
        tests(of: "Reports", sees: ["Workspace", "Rules", "InstanceCatalog", "Evaluation", "YAMLBridge"]),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "YAMLBridge"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
