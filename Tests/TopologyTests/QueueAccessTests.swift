import Evaluation
import Templates
import Testing

@testable import Topology

/// What the task role of a service may do with the queue that the service receives from.
@Suite("Access to queues")
struct QueueAccessTests {
    private func template(policies: String, managed: String = "[]", more: String = "", queue: String = "{}") -> String {
        """
        Parameters: {Open: {Type: String}, Env: {Type: String}}
        Conditions: {IsLive: !Equals [!Ref Env, live]}
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: \(queue)}
          Other: {Type: AWS::SQS::Queue}
          Role:
            Type: AWS::IAM::Role
            Properties:
              ManagedPolicyArns: \(managed)
              Policies:
                - PolicyName: work
                  PolicyDocument:
                    Statement: \(policies)
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              TaskRoleArn: !GetAtt Role.Arn
              ContainerDefinitions: [{Name: w, Environment: [{Name: QUEUE_URL, Value: !Ref Jobs}]}]
          Worker: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task, LaunchType: FARGATE}}
        \(more)
        """
    }

    /// Receive, delete and decrypt.
    private func access(_ text: String) throws -> [String] {
        let model = try model(text)
        let service = try model.object("Worker", kind: .service)
        let access = try #require(try model.objects("queueAccess", of: service).first { $0.name == "Jobs" })
        return try ["mayReceive", "mayDelete", "mayDecrypt"].map { try model.field($0, of: access).shown }
    }

    private static let cases: [(String, String, String)] = [
        ("[{Effect: Allow, Action: 'sqs:*', Resource: '*'}]", "true", "true"),
        ("[{Effect: Allow, Action: [sqs:ReceiveMessage], Resource: !GetAtt Jobs.Arn}]", "true", "false"),
        ("[{Effect: Allow, Action: ['sqs:Receive*', 'SQS:deletemessage'], Resource: !GetAtt Jobs.Arn}]", "true", "true"),
        ("[{Effect: Allow, Action: 'sqs:*', Resource: !GetAtt Other.Arn}]", "false", "false"),
        ("[{Effect: Allow, NotAction: 'sqs:DeleteMessage', Resource: '*'}]", "true", "false"),
        ("[{Effect: Allow, Action: 'sqs:*', NotResource: !GetAtt Jobs.Arn}]", "false", "false"),
        ("[{Effect: Allow, Action: 'sqs:*', NotResource: !GetAtt Other.Arn}]", "true", "true"),
        (
            "[{Effect: Allow, Action: 'sqs:*', Resource: '*'}, {Effect: Deny, Action: 'sqs:Delete*', Resource: '*'}]",
            "true", "false"
        ),
        (
            "[{Effect: Allow, Action: 'sqs:*', Resource: '*'}, {Effect: Deny, Action: '*', Resource: '*', Condition: {Bool: {aws:SecureTransport: false}}}]",
            "true", "true"
        ),
        (
            "[{Effect: Allow, Action: 'sqs:*', Resource: '*'}, {Effect: Deny, Action: '*', Resource: '*', Condition: {StringNotEquals: {aws:RequestedRegion: eu-west-1}}}]",
            "unknown", "unknown"
        ),
        (
            "[{Effect: Allow, Action: 'sqs:*', Resource: '*', Condition: {StringEquals: {aws:ResourceTag/team: a}}}]",
            "unknown", "unknown"
        ),
        ("[{Effect: Allow, Action: 'sqs:*', Resource: !Ref Open}]", "unknown", "unknown"),
        ("[{Effect: Allow, Action: !Ref Open, Resource: '*'}]", "unknown", "unknown"),
        (
            "[{Effect: Allow, Action: 'sqs:*', Resource: !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Jobs.QueueName}'}]",
            "true", "true"
        ),
        ("[{Effect: Allow, Action: 's3:*', Resource: '*'}]", "false", "false"),
        ("!Ref Open", "unknown", "unknown"),
        (
            "[!If [IsLive, {Effect: Allow, Action: 'sqs:*', Resource: '*'}, !Ref AWS::NoValue]]",
            "choice(true, false)", "choice(true, false)"
        ),
        (
            "[{Effect: Allow, Action: 'sqs:*', Resource: !If [IsLive, !GetAtt Jobs.Arn, !GetAtt Other.Arn]}]",
            "choice(true, false)", "choice(true, false)"
        ),
    ]

    @Test("Statements", arguments: cases)
    func statements(policies: String, receive: String, delete: String) throws {
        #expect(try Array(access(template(policies: policies)).prefix(2)) == [receive, delete])
    }

    @Test("Policies of AWS by their names")
    func managed() throws {
        func receive(_ name: String) throws -> [String] {
            try Array(access(template(policies: "[]", managed: "['arn:aws:iam::aws:policy/\(name)']")).prefix(2))
        }
        #expect(try receive("AmazonSQSFullAccess") == ["true", "true"])
        #expect(try receive("AmazonSQSReadOnlyAccess") == ["false", "false"])
        #expect(try receive("ReadOnlyAccess") == ["true", "false"])
        #expect(try receive("service-role/AWSLambdaSQSQueueExecutionRole") == ["true", "true"])
        #expect(try receive("PowerUserAccess") == ["true", "true"])
        #expect(try receive("AmazonS3FullAccess") == ["false", "false"])
        #expect(try receive("APolicyThatNobodyKnows") == ["unknown", "unknown"])
    }

    @Test("A policy from outside leaves it open; one of the input counts")
    func attached() throws {
        let attached = """
              More:
                Type: AWS::IAM::Policy
                Properties:
                  Roles: [!Ref Role]
                  PolicyDocument: {Statement: {Effect: Allow, Action: 'sqs:*', Resource: !GetAtt Jobs.Arn}}
            """
        #expect(try access(template(policies: "[]", more: attached)).first == "true")
        #expect(try access(template(policies: "[]", managed: "[!Ref Open]")).first == "unknown")
        #expect(
            try access(template(policies: "[]", managed: "['arn:aws:iam::111122223333:policy/ours']")).first == "unknown")
        let doubtful = attached.replacing("!Ref Role", with: "!Ref Open")
        #expect(try access(template(policies: "[]", more: doubtful)).first == "unknown")
    }

    @Test("The queue's own policy is enough within an account")
    func resourcePolicy() throws {
        let policy = """
              Access:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Jobs]
                  PolicyDocument: {Statement: {Effect: Allow, Principal: {AWS: !GetAtt Role.Arn}, Action: 'sqs:*', Resource: !GetAtt Jobs.Arn}}
            """
        #expect(try access(template(policies: "[]", more: policy)).prefix(2) == ["true", "true"])
        #expect(
            try access(
                template(
                    policies: "[]", more: policy.replacing("!GetAtt Role.Arn", with: "'arn:aws:iam::111122223333:root'"))
            ).first == "false")
    }

    @Test("A customer's key needs kms:Decrypt, by its own policy or the role's")
    func key() throws {
        let key = """
              Key:
                Type: AWS::KMS::Key
                Properties:
                  KeyPolicy: {Statement: [{Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}]}
            """
        let receive = "{Effect: Allow, Action: 'sqs:*', Resource: '*'}"
        let queue = "{KmsMasterKeyId: !Ref Key}"
        #expect(try access(template(policies: "[\(receive)]")).last == "true")
        #expect(try access(template(policies: "[\(receive)]", more: key, queue: queue)).last == "false")
        let decrypts = "[\(receive), {Effect: Allow, Action: 'kms:Decrypt', Resource: !GetAtt Key.Arn}]"
        #expect(try access(template(policies: decrypts, more: key, queue: queue)).last == "true")
        #expect(try access(template(policies: "[\(receive)]", queue: "{KmsMasterKeyId: !Ref Open}")).last == "unknown")
        let alias = key + "\n  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/jobs, TargetKeyId: !Ref Key}}"
        #expect(
            try access(template(policies: "[\(receive)]", more: alias, queue: "{KmsMasterKeyId: alias/jobs}")).last
                == "false")
    }

    @Test("Without a task role there are no rights on Fargate, and the instance's on instances")
    func noRole() throws {
        let text = template(policies: "[]").replacing("      TaskRoleArn: !GetAtt Role.Arn\n", with: "")
        #expect(try access(text).first == "false")
        #expect(try access(text.replacing("LaunchType: FARGATE", with: "LaunchType: EC2")).first == "unknown")
    }
}
