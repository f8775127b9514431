import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// A plan that is large enough for a second thread says the same on one and on two.
@Suite struct PlanThreadTests {
    private let count = 4_000

    private var text: String {
        func list(_ one: (Int) -> String) -> String { (0..<count).map(one).joined(separator: ",") }
        func head(_ number: Int) -> String {
            let type = number % 4 == 0 ? "aws_sqs_queue" : "aws_route"
            return #""address":"\#(type).r\#(number)","mode":"managed","type":"\#(type)","name":"r\#(number)""#
        }
        let planned = list { #"{\#(head($0)),"values":{"name":"q\#($0)"},"sensitive_values":{}}"# }
        let changes = list { number in
            let action = number % 8 == 0 ? "delete" : "create"
            return
                #"{\#(head(number)),"change":{"actions":["\#(action)"],"before":null,"after":{},"after_unknown":{"arn":true}}}"#
        }
        let written = list {
            #"{\#(head($0)),"expressions":{"arn":{"references":["aws_sqs_queue.r4.arn","aws_sqs_queue.r4"]}}}"#
        }
        return """
            {"format_version":"1.2","terraform_version":"1.9.8","planned_values":{"root_module":{"resources":[\(planned)]}},
            "resource_changes":[\(changes)],"configuration":{"root_module":{"resources":[\(written)]}}}
            """
    }

    @Test func theResultIsTheSameForAnyNumberOfThreads() throws {
        let document = try Document.parse(Array(text.utf8), path: "plan.json")
        #expect(document.bytes.count > 1_000_000)
        let stacks = [1, 2].flatMap { jobs in
            var options = LoadOptions(terraformTypes: ["aws_sqs_queue"])
            options.jobs = jobs
            return Workload.load([document], options: options).stacks
        }
        try #require(stacks.count == 2)
        let shown = stacks.map { stack in
            stack.resources.map { "\($0.name) \($0.type) \($0.body.member("name").knownText ?? "") \($0.body.mentioned)" }
        }
        #expect(shown[0] == shown[1])
        // What is deleted is not there; what nobody looks into still says what it is made from.
        #expect(shown[0].count == count - count / 8)
        #expect(shown[0].contains("aws_route.r1 aws_route  [\"aws_sqs_queue.r4 arn\"]"))
        #expect(shown[0].contains("aws_sqs_queue.r4 aws_sqs_queue q4 []"))
    }
}
