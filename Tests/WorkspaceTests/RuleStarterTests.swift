import Foundation
import Rules
import TestSupport
import Testing

@testable import Workspace

@Suite("A new rule")
struct RuleStarterTests {
    @Test("passes its own tests, and they notice every mistake")
    func passes() throws {
        let folder = try TemporaryFolder()
        let starter = try RuleStarter(name: "queue-keeps-two-weeks", folder: folder.path + "/policy/own")
        #expect(starter.path.hasSuffix("/policy/own/ORG001-queue-keeps-two-weeks.yaml"))
        _ = try starter.write(schema: "{}\n", to: folder.path + "/policy/own/rule.schema.json")
        let results = try RuleTests.run([folder.path + "/policy"], mutating: true)
        #expect(results.count == 8)
        #expect(results.flatMap(\.failures).map(\.message) == [])
    }

    @Test("takes the next free id")
    func nextID() throws {
        let folder = try TemporaryFolder()
        let first = try RuleStarter(name: "one", folder: folder.path)
        _ = try first.write(schema: "{}", to: folder.path + "/rule.schema.json")
        #expect(try RuleStarter(name: "two", folder: folder.path).path.hasSuffix("ORG002-two.yaml"))
    }

    @Test("leaves a file alone that is no schema of its own, and says when it replaces one")
    func schema() throws {
        let folder = try TemporaryFolder()
        let schema = folder.path + "/rule.schema.json"
        let one = try RuleStarter(name: "one", folder: folder.path)
        try folder.write("mine", to: "rule.schema.json")
        let error = #expect(throws: ConfigurationError.self) {
            try one.write(schema: "new", to: schema, replacing: { $0 == "old" })
        }
        #expect(error?.diagnostics.map(\.file) == [schema])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rule.schema.json"])
        try folder.write("old", to: "rule.schema.json")
        #expect(try one.write(schema: "new", to: schema, replacing: { $0 == "old" }) == .replaced)
        #expect(try String(contentsOfFile: schema, encoding: .utf8) == "new")
        let two = try RuleStarter(name: "two", folder: folder.path)
        #expect(try two.write(schema: "new", to: schema) == .written)
        #expect(throws: ConfigurationError.self) { try RuleStarter(name: "two", id: "ORG009", folder: folder.path) }
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("Bad Name", nil, "'Bad Name' is not a rule name"), ("a # b", nil, "'a # b' is not a name for a rule"),
            ("../../escape", nil, "'../../escape' is not a rule name"), ("good", "x", "'x' is not a rule id"),
            ("good", "SQS001", "the id SQS001 belongs to a rule in rules.d/sqs/SQS001-dead-letter-queue-missing.yaml"),
            ("duplicate-key", nil, "the name duplicate-key belongs to a rule in the program"),
        ] as [(String, String?, String)])
    func refused(_ name: String, _ id: String?, _ message: String) throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: ConfigurationError.self) { try RuleStarter(name: name, id: id, folder: folder.path) }
        #expect(error?.diagnostics.contains { $0.message == message && $0.help != nil } == true, "\(error?.diagnostics ?? [])")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
