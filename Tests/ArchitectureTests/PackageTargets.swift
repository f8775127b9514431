import Foundation
import TestSupport

/// The targets of `Package.swift` under `Sources`, as the file declares them.
struct PackageTargets {
    struct Target {
        let name: String
        /// Targets of this package that it sees.
        let dependencies: [String]
        let files: [(path: String, text: String)]

        /// The modules that its files import.
        var imports: Set<String> { Set(files.flatMap { PackageTargets.imports(of: $0.text) }) }
    }

    /// In the order of the file.
    let targets: [Target]

    init() throws {
        let root = PackageFolder.root
        let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        var declared: [(name: String, dependencies: [String])] = []
        // From one declaration's name to the next.
        let declaration = /(?:\n {8}|\()(?:layer|\.target|\.executableTarget|\.systemLibrary)\(\s*(?:name: )?"(\w+)"/
        let body = manifest[(manifest.range(of: "targets: [")?.upperBound ?? manifest.startIndex)...]
        let starts = body.matches(of: declaration)
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : body.endIndex
            let rest = body[start.range.upperBound..<end].prefix { $0 != "]" }
            let list = rest.contains("sees: [") || rest.contains("dependencies: [") ? String(rest) : ""
            let names = list.matches(of: /"(\w+)"/).map { String($0.output.1) }
            declared.append((String(start.output.1), names))
        }
        let names = Set(declared.map(\.name))
        targets = try declared.filter { $0.name != "TestSupport" }.map { target in
            let folder = root.appending(path: "Sources/\(target.name)")
            return Target(
                name: target.name, dependencies: target.dependencies.filter(names.contains), files: try Self.files(in: folder))
        }
    }

    private static func files(in folder: URL) throws -> [(path: String, text: String)] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map { url in
            (url.path.replacing(PackageFolder.root.path + "/", with: ""), try String(contentsOf: url, encoding: .utf8))
        }
    }

    private static func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            line.wholeMatch(of: /(?:@testable |package |internal |private )*import (?:\w+ )?(\w+).*/).map { String($0.output.1) }
        }
    }
}
