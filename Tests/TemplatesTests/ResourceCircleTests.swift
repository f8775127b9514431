import Evaluation
import Testing

@testable import Templates

@Suite struct ResourceCircleTests {
    private func circles(_ resources: String, sections: String = "") throws -> [String] {
        try load("\(sections)\nResources:\n\(resources)").problems
            .filter { $0.code == .circularReference }.map(\.message)
    }

    @Test func twoThatReferToEachOtherAreReportedOnce() throws {
        let found = try circles(
            """
              A: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt B.Arn}}}
              B: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt A.Arn}}}
              C: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt A.Arn}}}
            """)
        #expect(found == ["resources need each other before they exist: A needs B needs A"])
    }

    @Test func dependsOnAndTextsCount() throws {
        let found = try circles(
            """
              A: {Type: AWS::SQS::Queue, DependsOn: C}
              B: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub "x-${A}"}}
              C: {Type: AWS::SQS::Queue, DependsOn: [B]}
            """)
        #expect(found == ["resources need each other before they exist: A needs C needs B needs A"])
    }

    @Test func aResourceThatNeedsItselfIsACircle() throws {
        #expect(try circles("  A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref A}}").count == 1)
    }

    @Test func sidesOfAConditionAndChainsAreNone() throws {
        let found = try circles(
            """
              A: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [Live, !Ref B, x]}}
              B: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [Live, y, !Ref A]}}
              C: {Type: AWS::SQS::Queue, DependsOn: [A, B]}
              D: {Type: AWS::SQS::Queue, DependsOn: [A, C]}
            """,
            sections: "Parameters: {S: {Type: String}}\nConditions: {Live: !Equals [!Ref S, live]}")
        #expect(found.isEmpty)
    }

    @Test func tenThousandInARowAreNoTrouble() throws {
        let chain = (1..<10_000).map { [$0] } + [[0]]
        #expect(Circles(needs: chain).found().map(\.count) == [10_000])
    }
}
