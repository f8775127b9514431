import Evaluation
import Testing

@testable import Templates

@Suite("SAM connectors")
struct ServerlessConnectorTests {
    private static let resources = """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Jobs: {Type: AWS::SQS::Queue}
          Other: {Type: AWS::SQS::Queue}
          Topic: {Type: AWS::SNS::Topic}
          Work: {Type: AWS::Serverless::Function}

        """

    private func connector(_ properties: String) throws -> Workload {
        try load(Self.resources + "  Link: {Type: AWS::Serverless::Connector, Properties: \(properties)}\n")
    }

    @Test("a function that may use a queue")
    func functionToQueue() throws {
        let workload = try connector("{Source: {Id: Work}, Destination: {Id: Jobs}, Permissions: [Read, Write]}")
        #expect(workload.types["LinkPolicy"] == "AWS::IAM::ManagedPolicy")
        #expect(workload.types["Link"] == nil)
        #expect(try workload.property("Roles", of: "LinkPolicy").shown == "[WorkRole]")
        let document = try workload.property("PolicyDocument", of: "LinkPolicy").shown
        #expect(document.contains("sqs:ReceiveMessage") && document.contains("sqs:SendMessage"))
        #expect(document.contains("Resource: Jobs.Arn"))
    }

    @Test("a queue that feeds a function grants its role to read")
    func queueToFunction() throws {
        let workload = try connector("{Source: {Id: Jobs}, Destination: {Id: Work}, Permissions: [Read, Write]}")
        #expect(try workload.property("Roles", of: "LinkPolicy").shown == "[WorkRole]")
        let document = try workload.property("PolicyDocument", of: "LinkPolicy").shown
        #expect(document.contains("[sqs:ReceiveMessage, sqs:GetQueueAttributes, sqs:DeleteMessage]"))
    }

    @Test("a topic that sends to a queue, connector inside the topic, several destinations")
    func inside() throws {
        let workload = try load(
            Self.resources.replacing(
                "Topic: {Type: AWS::SNS::Topic}",
                with: """
                    Topic:
                        Type: AWS::SNS::Topic
                        Connectors:
                          Out: {Properties: {Destination: [{Id: Jobs}, {Id: Other}], Permissions: [Write]}}
                    """))
        #expect(try workload.property("Queues", of: "TopicOutQueuePolicyDestination0").shown == "[Jobs]")
        let document = try workload.property("PolicyDocument", of: "TopicOutQueuePolicyDestination1").shown
        #expect(document.contains("Condition: {ArnEquals: {aws:SourceArn: Topic}}"))
        #expect(document.contains("Resource: Other.Arn"))
        #expect(workload.resource("TopicOutQueuePolicyDestination0")?.body.origin.resource == "Topic")
    }

    @Test("ends by type and ARN; a topic that may call a function")
    func byARN() throws {
        let named = try connector(
            """
            {Source: {Type: AWS::Lambda::Function, RoleName: worker}, Destination: {Type: AWS::SQS::Queue, Arn: 'arn:aws:sqs:r:1:q'},
                Permissions: [Write]}
            """)
        #expect(try named.property("Roles", of: "LinkPolicy").shown == "[worker]")
        let other = try connector("{Source: {Id: Topic}, Destination: {Id: Work}, Permissions: [Write]}")
        #expect(other.types["LinkPolicy"] == nil)
        #expect(other.types["LinkWriteLambdaPermission"] == "AWS::Lambda::Permission")
        #expect(try other.property("SourceArn", of: "LinkWriteLambdaPermission").shown == "Topic")
        #expect(other.problems.isEmpty)
    }
}
