import Testing

@testable import YAMLBridge

struct BeginningSearchTests {
    private let search = BeginningSearch(["aws_sqs_queue", "aws_sqs_queue_policy", "var"])

    private func finds(_ text: String, path: String = "plan.json") throws -> Bool {
        let root = try #require(try Document.parse(Array(text.utf8), path: path).root)
        return search.mayFind(in: root)
    }

    @Test(arguments: ["aws_sqs_queue", "aws_sqs_queue.jobs.arn", "aws_sqs_queue_policy.p[0]", "var.x", "var[0]", "var"])
    func findsTextsThatBeginWithAName(_ text: String) throws {
        #expect(try finds(#"{"a": [1, {"references": ["path.module", "\#(text)"]}]}"#))
    }

    @Test(arguments: ["aws_sqs", "aws_sqs_queue_p.jobs", "aws_sqs_queues.jobs", "variable.x", "x.var", "", "."])
    func passesOverOthers(_ text: String) throws {
        #expect(try !finds(#"{"a": [1, {"references": ["path.module", "\#(text)"]}]}"#))
    }

    @Test func looksInsideOfTheNodeOnly() throws {
        let text = #"{"first": ["x"], "second": ["var.x"], "third": ["y"]}"#
        let root = try #require(try Document.parse(Array(text.utf8), path: "plan.json").root)
        #expect(try !search.mayFind(in: #require(root["first"])))
        #expect(try search.mayFind(in: #require(root["second"])))
        #expect(try !search.mayFind(in: #require(root["third"])))
    }

    @Test func aliasesOfYAMLMayLeadAnywhere() throws {
        #expect(try finds("a: b", path: "plan.yaml"))
    }
}
