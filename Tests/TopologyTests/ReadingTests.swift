import Evaluation
import Templates
import Testing

@testable import Topology

@Suite struct ReadingTests {
    @Test func writtenDefaultedAbsentAndUnknownAreFourThings() throws {
        let model = try model(
            """
            Parameters: {Open: {Type: Number}}
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties: {VisibilityTimeout: "60", DelaySeconds: !Ref Open}
            """)
        let queue = try model.object("Q", kind: .queue)
        let fields = try ["visibilityTimeout", "messageRetentionPeriod", "delaySeconds", "redrive"].map {
            try model.field($0, of: queue)
        }
        #expect(fields.map(\.shown) == ["60", "345600", "unknown", "absent"])
        #expect(fields.map(\.state) == [.explicit, .defaulted, .unknown, .absent])
        #expect(
            fields.map { $0.origin.path } == [
                "Properties.VisibilityTimeout", "Properties", "Properties.DelaySeconds", "Properties",
            ])
    }

    @Test(arguments: [
        ("1024", "1024"), ("'512'", "512"), ("1 vCPU", "1024"), (".5 vcpu", "512"), ("0.25 vCPU", "256"), ("2.0", "2"),
        ("abc", "unknown"), ("99999999999999999999999", "9223372036854775807"), ("1.3 vCPU", "unknown"), ("''", "unknown"),
    ])
    func cpuIsReadAsECSDoes(_ text: String, _ expected: String) throws {
        let model = try model("Resources: {T: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: \(text)}}}")
        #expect(try model.field("cpu", of: model.object("T", kind: .taskDefinition)).shown == expected)
    }

    @Test(arguments: [
        ("true", "true"), ("'false'", "false"), ("yes", "true"), ("'yes'", "unknown"), ("off", "false"), ("3", "unknown"),
    ])
    func truthValuesAreReadAsCloudFormationDoes(_ text: String, _ expected: String) throws {
        let model = try model("Resources: {Q: {Type: AWS::SQS::Queue, Properties: {FifoQueue: \(text)}}}")
        #expect(try model.field("isFifo", of: model.object("Q", kind: .queue)).shown == expected)
    }

    @Test func aConditionalPropertyKeepsBothSidesWithTheirDefaults() throws {
        let model = try model(
            """
            Parameters: {Stage: {Type: String}}
            Conditions: {Live: !Equals [!Ref Stage, live]}
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties: {VisibilityTimeout: !If [Live, 600, !Ref "AWS::NoValue"]}
            """)
        #expect(try model.field("visibilityTimeout", of: model.object("Q", kind: .queue)).shown == "choice(600, 30)")
    }

    @Test func structuresInsideAreRead() throws {
        let model = try model(
            """
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt D.Arn, maxReceiveCount: 5}}
              D: {Type: AWS::SQS::Queue}
            """)
        let queue = try model.object("Q", kind: .queue)
        #expect(try model.field("redrive.maxReceiveCount", of: queue).shown == "5")
        #expect(try model.field("redrive.deadLetterQueue.name", of: queue).shown == "D")
        #expect(try model.field("redrive.maxReceiveCount", of: queue).origin.path == "Properties.RedrivePolicy.maxReceiveCount")
    }

    @Test(arguments: [
        #"'{"deadLetterTargetArn": "${D.Arn}", "maxReceiveCount": 5}'"#,
        #"'{"deadLetterTargetArn": "${D.Arn}", "maxReceiveCount": "${Five}"}'"#,
        #"'{"deadLetterTargetArn": "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:dead", "maxReceiveCount": ${Five}}'"#,
    ])
    func jsonWrittenAsTextIsReadToo(_ text: String) throws {
        let model = try model(
            """
            Parameters: {Five: {Type: Number, Default: 5}}
            Resources:
              Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: !Sub \(text)}}
              D: {Type: AWS::SQS::Queue, Properties: {QueueName: dead}}
            """)
        let queue = try model.object("Q", kind: .queue)
        #expect(try model.field("redrive.maxReceiveCount", of: queue).shown == "5")
        #expect(try model.field("redrive.deadLetterQueue.name", of: queue).shown == "D")
    }

    @Test(arguments: [
        ("!GetAtt D.Arn", "object"),
        ("arn:aws:sqs:us-east-1:111122223333:dead", "object"),
        ("!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:dead'", "object"),
        ("!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${N}'", "object"),
        ("arn:aws:sqs:us-east-1:111122223333:other", "unknown"),
        ("!Ref Arn", "unknown"),
        ("!ImportValue arn", "unknown"),
        ("!If [C, !GetAtt D.Arn, !Ref Arn]", "choice(object, unknown)"),
    ])
    func linksAreFoundByReferenceNameAndArn(_ target: String, _ expected: String) throws {
        let model = try model(
            """
            Parameters: {Arn: {Type: String}, N: {Type: String, Default: dead}, S: {Type: String}}
            Conditions: {C: !Equals [!Ref S, x]}
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties: {RedrivePolicy: {deadLetterTargetArn: \(target), maxReceiveCount: 5}}
              D: {Type: AWS::SQS::Queue, Properties: {QueueName: dead}}
            """)
        #expect(try model.field("redrive.deadLetterQueue", of: model.object("Q", kind: .queue)).shown == expected)
    }

    @Test func aNameFromTheSameUnknownParameterIsTheSameName() throws {
        let model = try model(
            """
            Parameters: {N: {Type: String}}
            Resources:
              Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref N}}
              M:
                Type: AWS::Lambda::EventSourceMapping
                Properties: {EventSourceArn: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${N}", FunctionName: f}
            """)
        #expect(try model.objects("consumers", of: model.object("Q", kind: .queue)).count == 1)
    }
}
