import Evaluation
import Testing

@testable import Templates

/// Plans of a system that exists already.
@Suite struct ChangedPlanTests {
    @Test func whatGoesIsLeftOutAndWhatComesIsThere() throws {
        let plan = try loadPlan(named: "changes")
        #expect(
            plan.resources.map(\.name).sorted() == [
                "aws_sqs_queue.counted[0]", "aws_sqs_queue.counted[1]", "aws_sqs_queue.imported", "aws_sqs_queue.kept",
                "aws_sqs_queue.new_name", "aws_sqs_queue.replaced",
            ])
        #expect(plan.resourceCount == 6)
        #expect(plan.open.isEmpty)
        #expect(plan.region == "eu-west-1")
    }

    @Test func valuesAreThoseAfterTheChange() throws {
        let plan = try loadPlan(named: "changes")
        #expect(try plan.attribute("name", of: "aws_sqs_queue.replaced").knownText == "other-name")
        // The ARN of what exists is known, and that of what is replaced is not.
        let known = try plan.attribute("redrive_policy", of: "aws_sqs_queue.imported").unwrappedJSON
        #expect(known.member("deadLetterTargetArn").knownText == "arn:aws:sqs:eu-west-1:123456789012:kept")
        #expect(known.member("maxReceiveCount").knownText == "2")
        let later = try plan.attribute("redrive_policy", of: "aws_sqs_queue.counted[1]")
        #expect(later.isUnknown)
        #expect(later.mentioned == ["aws_sqs_queue.replaced arn"])
    }

    @Test func aPlanWhoseRunFailedMayLackResources() throws {
        let plan = try loadPlan(named: "errored")
        #expect(plan.open.map(\.reason.text) == ["the plan's run failed before it was complete"])
        #expect(plan.resourceCount == 6)
    }
}
