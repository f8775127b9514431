import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Statements of policies")
struct StatementTests {
    private func field(_ name: String, _ statement: String) throws -> String {
        let model = try model(
            """
            Parameters: {Open: {Type: String}}
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Access: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Jobs], PolicyDocument: {Statement: [\(statement)]}}}
            """)
        let statement = try #require(model.objects(of: .statement).first)
        return try model.field(name, of: statement).shown
    }

    private static let publicCases: [(String, String)] = [
        ("Effect: Allow, Principal: '*', Action: 'sqs:*'", "true"),
        ("Effect: Allow, Principal: {AWS: ['*']}, Action: 'sqs:*'", "true"),
        ("Effect: Allow, NotPrincipal: {AWS: 'arn:aws:iam::1:root'}, Action: 'sqs:*'", "true"),
        ("Effect: Deny, Principal: '*', Action: 'sqs:*'", "false"),
        ("Effect: Allow, Principal: {AWS: 'arn:aws:iam::111122223333:root'}, Action: 'sqs:*'", "false"),
        ("Effect: Allow, Principal: {Service: '*'}, Action: 'sqs:*'", "false"),
        ("Effect: Allow, Principal: {AWS: !Ref Open}, Action: 'sqs:*'", "unknown"),
        ("Effect: !Ref Open, Principal: '*', Action: 'sqs:*'", "unknown"),
        ("Effect: Allow, Principal: !Ref Open, Action: 'sqs:*'", "unknown"),
        ("Effect: Allow, Principal: '*', Condition: {ArnEquals: {'aws:SourceArn': !Ref Open}}", "false"),
        ("Effect: Allow, Principal: '*', Condition: {ArnLike: {'aws:SourceArn': '*'}}", "true"),
        ("Effect: Allow, Principal: '*', Condition: {StringNotEquals: {'aws:SourceAccount': '1'}}", "true"),
        ("Effect: Allow, Principal: '*', Condition: {StringEqualsIfExists: {'aws:SourceArn': 'x'}}", "true"),
        ("Effect: Allow, Principal: '*', Condition: {IpAddress: {'aws:SourceIp': '0.0.0.0/0'}}", "true"),
        ("Effect: Allow, Principal: '*', Condition: {IpAddress: {'aws:SourceIp': '10.0.0.0/8'}}", "false"),
        ("Effect: Allow, Principal: '*', Condition: {Bool: {'aws:SecureTransport': 'true'}}", "true"),
        (
            "Effect: Allow, Principal: '*', Condition: {Bool: {'aws:SecureTransport': 'true'}, StringEquals: {'aws:PrincipalOrgID': o}}",
            "false"
        ),
        ("Effect: Allow, Principal: '*', Condition: {StringEquals: {'aws:PrincipalTag/team': a}}", "unknown"),
        ("Effect: Allow, Principal: '*', Condition: !Ref Open", "unknown"),
    ]

    @Test("Whether strangers may come in", arguments: publicCases)
    func isPublic(statement: String, expected: String) throws {
        #expect(try field("isPublic", "{\(statement)}") == expected)
    }

    @Test("How wide a statement is")
    func width() throws {
        #expect(try field("isOnEveryResource", "{Effect: Allow, Action: 'sqs:*', Resource: '*'}") == "true")
        #expect(try field("isOnEveryResource", "{Effect: Allow, Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:*'}") == "true")
        #expect(try field("isOnEveryResource", "{Effect: Allow, Action: 'sqs:*', Resource: 'arn:aws:sqs:*'}") == "true")
        #expect(
            try field("isOnEveryResource", "{Effect: Allow, Action: 'sqs:*', Resource: 'arn:aws:sqs:*:*:jobs-*'}") == "false"
        )
        #expect(try field("isOnEveryResource", "{Effect: Allow, Action: 'sqs:*', Resource: !GetAtt Jobs.Arn}") == "false")
        #expect(try field("isOnEveryResource", "{Effect: Allow, Action: 'sqs:*', Resource: !Ref Open}") == "unknown")
        #expect(try field("grantsEveryQueueAction", "{Effect: Allow, Action: 'SQS:*', Resource: x}") == "true")
        #expect(try field("grantsEveryQueueAction", "{Effect: Allow, Action: 'sqs:Get*', Resource: x}") == "false")
        #expect(try field("grantsEveryQueueAction", "{Effect: Deny, Action: 'sqs:*', Resource: x}") == "false")
        #expect(try field("concernsQueues", "{Effect: Allow, Action: ['s3:*', 'sqs:Get*'], Resource: x}") == "true")
        #expect(try field("concernsQueues", "{Effect: Allow, Action: ['s3:*', 'sns:Publish'], Resource: x}") == "false")
        #expect(try field("concernsQueues", "{Effect: Allow, Action: '*', Resource: x}") == "true")
    }

    @Test("A denial of plain transport")
    func transport() throws {
        func denies(_ statement: String) throws -> String {
            let model = try model(
                """
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                  Access: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Jobs], PolicyDocument: {Statement: [\(statement)]}}}
                """)
            return try model.field("deniesPlainTransport", of: model.object("Jobs", kind: .queue)).shown
        }
        #expect(
            try denies(
                "{Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': false}}}"
            ) == "true")
        #expect(
            try denies(
                "{Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': true}}}"
            ) == "false")
        #expect(try denies("{Effect: Allow, Principal: '*', Action: 'sqs:*', Resource: '*'}") == "false")
    }
}
