import Foundation

/// The rule files of the repository.
enum RuleFiles {
    static func texts() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "rules.d")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".test.yaml") }.sorted()
            .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
    }
}
