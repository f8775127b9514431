import Foundation
import TestSupport
import Testing
import YAMLBridge

@testable import Rules

struct RuleFileShapeTests {
    @Test(arguments: ["SQS001", "ORG0001", "AB123", "A123", "ABCDEFGHI123", "sqs001", "SQS01", "SQS00001", "SQS001x", ""])
    func theLoaderAndTheSchemaTakeTheSameIDs(_ id: String) throws {
        #expect(RuleFileParser.isID(id) == fits(id, RuleFileShape.idPattern))
    }

    @Test(arguments: [
        "a", "ab", "a-b", "-a", "a-", "A", "a_b", "a b", "", "9-lives", String(repeating: "x", count: 80),
        String(repeating: "x", count: 81),
    ])
    func theLoaderAndTheSchemaTakeTheSameNames(_ name: String) throws {
        #expect(RuleFileParser.isName(name) == fits(name, RuleFileShape.namePattern))
    }

    @Test(arguments: ["int", "double", "string", "bool", "list<int>", "list<string>", "list<list<int>>", "map", "list<>", ""])
    func theLoaderAndTheSchemaTakeTheSameTypes(_ type: String) throws {
        let key = try #require(RuleFileShape.parameter.keys.first { $0.name == "type" })
        guard case .pattern(let pattern) = key.form else {
            Issue.record("no pattern")
            return
        }
        #expect((RuleParameterType(type) != nil) == fits(type, pattern))
    }

    private func fits(_ text: String, _ pattern: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }

    @Test func everyRuleFileNamesTheSchemaForEditors() throws {
        let folder = PackageFolder.root.appending(path: "rules.d")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let files = paths.filter { $0.hasSuffix(".yaml") }
        #expect(files.count >= 17)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let up = String(repeating: "../", count: file.split(separator: "/").count)
            let line = "# yaml-language-server: $schema=\(up)docs/rule.schema.json\n"
            #expect(text.hasPrefix(line), "rules.d/\(file) must start with: \(line)")
        }
    }

    /// Every required key is missed when it is left out, and every other one is not.
    @Test func requiredKeysAreThoseThatTheLoaderMisses() throws {
        let lines = RuleFixtures.text("select: {kind: queue, as: q}\nchecks: [{id: a, assert: 'true', at: q, message: m}]")
            .split(separator: "\n").map(String.init)
        for key in RuleFileShape.rule.keys where lines.contains(where: { $0.hasPrefix(key.name + ":") }) {
            let text = lines.filter { !$0.hasPrefix(key.name + ":") }.joined(separator: "\n")
            let missing = try RuleFixtures.faults(text).filter { $0.code == "missing-key" }.map(\.message)
            #expect(missing == (key.isRequired ? ["'\(key.name)' is missing"] : []), "\(key.name)")
        }
    }
}
