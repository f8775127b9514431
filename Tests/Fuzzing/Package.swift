// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the product builds the fuzzers; scripts/fuzz builds and runs them.
// The product's targets are links to its sources.
let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

func instrumentedLayer(_ name: String, sees dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: instrumented)
}

/// A program whose `main` is libFuzzer's.
func fuzzer(_ name: String, sees dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies + ["LibFuzzer"],
        swiftSettings: instrumented + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

let package = Package(
    name: "Fuzzing",
    targets: [
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "LibFuzzer"),
        instrumentedLayer("YAMLBridge", sees: ["CYAML"]),
        instrumentedLayer("Text"),
        instrumentedLayer("Patterns"),
        instrumentedLayer("Evaluation", sees: ["YAMLBridge", "Text"]),
        instrumentedLayer("Templates", sees: ["Evaluation", "YAMLBridge", "Text", "Patterns"]),
        instrumentedLayer("Topology", sees: ["Templates", "Evaluation", "Text"]),
        instrumentedLayer("FuzzChecks", sees: ["YAMLBridge"]),
        fuzzer("FuzzYAML", sees: ["FuzzChecks", "YAMLBridge"]),
        fuzzer("FuzzJSON", sees: ["FuzzChecks", "YAMLBridge"]),
        fuzzer("FuzzTemplates", sees: ["Topology", "Templates", "Evaluation", "YAMLBridge"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
