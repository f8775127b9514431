import Testing

@testable import Rules

/// The runner must fail tests that ought to fail.
struct RuleTestRunnerTests {
    private func results(_ tests: String) throws -> [String: [String]] {
        let rules = try RuleFixtures.rules(
            """
            select: {kind: queue, as: q}
            checks:
              - id: fast
                assert: q.visibilityTimeout < 60
                at: q.visibilityTimeout
                related: [{at: q.delaySeconds, label: the delay}]
                message: slow
            tests:
            """ + "\n" + tests)
        return Dictionary(
            uniqueKeysWithValues: RuleTestRunner().run(rules).map { ($0.name, $0.failures.map(\.message)) })
    }

    private static let complete = """
          - {name: bad, input: {format: model, q: {visibilityTimeout: 90}}, expect: [{check: fast}]}
          - {name: good, input: {format: model, q: {visibilityTimeout: 9}}, expect: []}
          - {name: open, input: {format: model, q: {visibilityTimeout: {$unknown: x}}}, expect: [{check: fast, verdict: undecided}]}
        """

    @Test func aCompleteSetPasses() throws {
        let found = try results(Self.complete)
        #expect(found.count == 4)
        #expect(found.filter { !$0.value.isEmpty } == [:])
    }

    @Test(arguments: [
        ("{visibilityTimeout: 90}", "[]", "+ found: finding of 'fast'"),
        ("{visibilityTimeout: {$unknown: x}}", "[]", "+ found: undecided of 'fast'"),
        ("{visibilityTimeout: 9}", "[{check: fast}]", "- expected: finding of 'fast'"),
        ("{visibilityTimeout: 90}", "[{check: fast, message~: fast}]", "saying 'fast'"),
        ("{visibilityTimeout: 90}", "[{check: fast, at: q.delaySeconds}]", "at q.delaySeconds"),
        ("{visibilityTimeout: 90}", "[{check: fast, for: someone}]", "for someone"),
        ("{visibilityTimeout: 90}", "[{check: fast, related: q.visibilityTimeout}]", "showing q.visibilityTimeout"),
        ("{visibilityTimeout: 90, delaySeconds: 1}", "[{check: fast, related: [q.delaySeconds, q.redrive]}]", "q.redrive"),
        ("{visibilityTimout: 90}", "[]", "queue has no field 'visibilityTimout'"),
        ("{visibilityTimeout: soon}", "[]", "this is not of type int"),
    ])
    func aWrongExpectationFails(queue: String, expected: String, failure: String) throws {
        let found = try results("  - {name: t, input: {format: model, q: \(queue)}, expect: \(expected)}")
        #expect(found["t"]?.first?.contains(failure) == true, "\(found)")
    }

    @Test func relatedPlacesCount() throws {
        let found = try results(
            "  - {name: t, input: {format: model, q: {visibilityTimeout: 90, delaySeconds: 1}}, "
                + "expect: [{check: fast, related: [q.delaySeconds]}]}")
        #expect(found["t"] == [])
    }

    @Test func annotationsCount() throws {
        let found = try results(
            """
              - name: right
                input:
                  format: cloudformation
                  text: |
                    Resources:
                      Jobs:
                        Type: AWS::SQS::Queue
                        Properties:
                          # finding: fast
                          VisibilityTimeout: 90
                      # clean
                      Mail: {Type: AWS::SQS::Queue}
              - name: wrong line
                input:
                  format: cloudformation
                  text: |
                    Resources:
                      # finding: fast
                      Jobs:
                        Type: AWS::SQS::Queue
                        Properties:
                          # clean
                          VisibilityTimeout: 90
              - name: no template
                input: {format: cloudformation, text: "a: 1"}
                expect: []
              - name: expects nothing
                input: {format: cloudformation, text: "{Resources: {Jobs: {Type: AWS::SQS::Queue}}}"}
            """)
        #expect(found["right"] == [])
        #expect(found["wrong line"]?.first?.contains("- expected: finding of 'fast' at line 3") == true)
        #expect(found["wrong line"]?.first?.contains("line 7 is marked clean") == true)
        #expect(found["no template"] == ["the input is not a cloudformation template"])
        #expect(found["expects nothing"]?.first?.contains("the test expects nothing") == true)
    }

    @Test func everyVerdictOfACheckNeedsATest() throws {
        let lines = Self.complete.split(separator: "\n")
        for (index, missing) in ["a finding", "something that passes it", "an undecided verdict"].enumerated() {
            let rest = lines.enumerated().filter { $0.offset != index }.map(\.element).joined(separator: "\n")
            #expect(try results(rest)["coverage"] == ["no test of 'fast' shows \(missing)"])
        }
    }

    @Test func aPlanIsReadByItsLoader() throws {
        let found = try results(
            """
              - name: plan
                input:
                  format: terraform-plan
                  text: |
                    {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                      {"address": "aws_sqs_queue.jobs", "mode": "managed", "type": "aws_sqs_queue", "name": "jobs",
                       "values": {"visibility_timeout_seconds": 90}}]}}}
                expect: [{check: fast, at: aws_sqs_queue.jobs.visibility_timeout_seconds}]
              - name: plan that is a template
                input: {format: terraform-plan, text: "Resources: {Jobs: {Type: AWS::SQS::Queue}}"}
                expect: []
            """)
        #expect(found["plan"] == [])
        #expect(found["plan that is a template"] == ["the input is not a terraform-plan template"])
    }
}
