import Rules
import TestSupport
import Testing

@testable import Workspace

@Suite("Finding rules")
struct RuleListTests {
    private func ids(_ filter: RuleFilter) throws -> [String] {
        try RuleCatalog().rules.filter(filter.includes).map(\.id)
    }

    @Test("filters narrow, and all of them must fit")
    func filters() throws {
        #expect(try ids(RuleFilter()).count == RuleCatalog().rules.count)
        #expect(try ids(RuleFilter(families: ["tpl"])).allSatisfy { $0.hasPrefix("TPL") })
        #expect(try ids(RuleFilter(families: ["SQS"], severities: [.error], words: ["Visibility", "consumer"])) == ["SQS007"])
        #expect(try ids(RuleFilter(tags: ["sqs", "duplicate-processing"])) == ["SQS007"])
        #expect(try ids(RuleFilter(families: ["SQS"], tags: ["cloudformation"])).isEmpty)
    }

    @Test(
        "a near miss is answered with a question",
        arguments: [
            ("SQS0O1", "Did you mean 'SQS001'?"),
            ("covers-processing", "Did you mean 'SQS007' (visibility-timeout-covers-processing)?"),
            ("size-bound", "Did you mean 'size-bounds'?"),
        ])
    func question(_ name: String, _ answer: String) throws {
        #expect(try RuleCatalog().question(for: name) == answer)
    }

    @Test("nothing near has no question")
    func nothingNear() throws {
        #expect(try RuleCatalog().question(for: "completely-different-thing") == nil)
    }

    @Test("who names a rule's file means the tests beside it")
    func testFiles() throws {
        let folder = try TemporaryFolder()
        let starter = try RuleStarter(name: "mine", folder: folder.path)
        _ = try starter.write(schema: "{}", to: folder.path + "/rule.schema.json")
        try folder.write(
            """
            apiVersion: ecslint/v1
            kind: RuleTests
            rule: ORG001
            tests: [{name: beside, input: {format: model, q: {name: jobs, messageRetentionPeriod: 1}}, expect: [{check: too-short}]}]
            """, to: "ORG001-mine.test.yaml")
        #expect(try RuleTests.run([starter.path]).contains { $0.name == "beside" && $0.isPassed })
        #expect(try RuleTests.run([folder.path]).contains { $0.name == "beside" && $0.isPassed })
    }
}
