import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("What references stand for")
struct ReferenceTableTests {
    @Test(
        "Ref and id are names, ARNs, URLs or ids",
        arguments: [
            ("AWS::SQS::Queue", ReferenceForm.url), ("AWS::SNS::Topic", .arn), ("AWS::ECS::Cluster", .name),
            ("AWS::ECS::Service", .arn), ("AWS::ECS::TaskDefinition", .arn), ("AWS::IAM::Role", .name),
            ("AWS::KMS::Key", .id), ("AWS::EC2::LaunchTemplate", .id), ("AWS::Lambda::Function", .name),
        ])
    func refs(type: String, form: ReferenceForm) {
        #expect(ReferenceTable.form(of: .identifier, type: type) == form)
    }

    @Test(
        "attributes of both dialects",
        arguments: [
            ("AWS::SQS::Queue", "Arn", ReferenceForm.arn), ("AWS::SQS::Queue", "QueueName", .name),
            ("AWS::SQS::Queue", "QueueUrl", .url), ("AWS::ECS::Service", "Name", .name), ("aws_sqs_queue", "id", .url),
            ("aws_sqs_queue", "url", .url), ("aws_sqs_queue", "arn", .arn), ("data.aws_sqs_queue", "name", .name),
            ("aws_ecs_cluster", "id", .arn), ("aws_ecs_task_definition", "family", .name),
            ("aws_ecs_task_definition", "id", .name), ("aws_iam_role", "id", .name), ("aws_kms_key", "key_id", .id),
        ])
    func attributes(type: String, name: String, form: ReferenceForm) {
        #expect(ReferenceTable.form(of: .named(name), type: type) == form)
    }

    @Test("what identifies nothing has no form")
    func others() {
        #expect(ReferenceTable.form(of: .named("VisibilityTimeout"), type: "AWS::SQS::Queue") == nil)
        #expect(ReferenceTable.form(of: .identifier, type: "AWS::EC2::VPC") == nil)
        #expect(ReferenceTable.service(of: "aws_cloudwatch_log_group") == "logs")
        #expect(ReferenceTable.service(of: "AWS::AutoScaling::AutoScalingGroup") == nil)
    }
}
