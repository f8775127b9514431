import Evaluation
import Templates

/// What references to resources stand for: the one place that knows which attribute is a name, an ARN, a URL or an id, and how
/// ARNs and URLs are built.
///
/// Sources: "Return values" of each type in the CloudFormation template reference; "Attribute Reference" of each page of
/// Terraform's AWS provider (`website/docs/r`); "Resource types" of each service in the Service Authorization Reference for
/// the ARNs; "Queue and message identifiers" in the SQS developer guide for URLs. Services of ECS have the long form with the
/// cluster's name, log groups end in `:*` where CloudFormation gives their ARN.
package enum ReferenceTable {
    /// The row of a type, in either dialect and for data sources too; `nil` for a type that is not listed.
    package static func row(of type: String) -> ReferenceRow? { ProviderFacts.builtIn.row(of: type) }

    /// What an attribute of a resource stands for; `nil` where nothing is known of it.
    package static func form(of attribute: Reference.Attribute, type: String) -> ReferenceForm? {
        row(of: type)?.form(of: attribute)
    }

    /// The name of the service in the ARNs of a type.
    package static func service(of type: String) -> String? { row(of: type)?.arn?.service }

    static let rows = messaging + containers + access + events + hosts + storage

    private static let queueARN: AddressPattern = "arn:{partition}:sqs:{region}:{account}:{name}"
    private static let queueURL: AddressPattern = "https://{host}/{account}/{name}"
    private static let topicARN: AddressPattern = "arn:{partition}:sns:{region}:{account}:{name}"
    private static let subscriptionARN: AddressPattern = "arn:{partition}:sns:{region}:{account}:{topic}:{id}"

    private static let messaging: [ReferenceRow] = [
        ReferenceRow(
            "AWS::SQS::Queue", .url, ["Arn": .arn, "QueueName": .name, "QueueUrl": .url], arn: queueARN, url: queueURL),
        ReferenceRow("aws_sqs_queue", .url, ["arn": .arn, "name": .name, "url": .url], arn: queueARN, url: queueURL),
        ReferenceRow("AWS::SNS::Topic", .arn, ["TopicArn": .arn, "TopicName": .name], arn: topicARN),
        ReferenceRow("aws_sns_topic", .arn, ["arn": .arn, "name": .name], arn: topicARN),
        ReferenceRow("AWS::SNS::Subscription", .arn, ["Arn": .arn], arn: subscriptionARN),
        ReferenceRow("aws_sns_topic_subscription", .arn, ["arn": .arn], arn: subscriptionARN),
    ]

    private static let clusterARN: AddressPattern = "arn:{partition}:ecs:{region}:{account}:cluster/{name}"
    private static let serviceARN: AddressPattern = "arn:{partition}:ecs:{region}:{account}:service/{cluster}/{name}"
    private static let taskARN: AddressPattern = "arn:{partition}:ecs:{region}:{account}:task-definition/{name}:{revision}"
    private static let providerARN: AddressPattern = "arn:{partition}:ecs:{region}:{account}:capacity-provider/{name}"
    private static let repositoryARN: AddressPattern = "arn:{partition}:ecr:{region}:{account}:repository/{name...}"

    private static let containers: [ReferenceRow] = [
        ReferenceRow("AWS::ECS::Cluster", .name, ["Arn": .arn], arn: clusterARN),
        ReferenceRow("aws_ecs_cluster", .arn, ["arn": .arn, "name": .name], arn: clusterARN),
        ReferenceRow("AWS::ECS::Service", .arn, ["Name": .name, "ServiceArn": .arn], arn: serviceARN),
        ReferenceRow("aws_ecs_service", .arn, ["arn": .arn, "name": .name], arn: serviceARN),
        ReferenceRow("AWS::ECS::TaskDefinition", .arn, ["TaskDefinitionArn": .arn], arn: taskARN),
        ReferenceRow("aws_ecs_task_definition", .name, ["arn": .arn, "family": .name], arn: taskARN),
        ReferenceRow("AWS::ECS::CapacityProvider", .name, [:], arn: providerARN),
        ReferenceRow("aws_ecs_capacity_provider", .arn, ["arn": .arn, "name": .name], arn: providerARN),
        ReferenceRow("AWS::ECR::Repository", .name, ["Arn": .arn, "RepositoryUri": .url], arn: repositoryARN),
        ReferenceRow(
            "aws_ecr_repository", .name, ["arn": .arn, "name": .name, "repository_url": .url], arn: repositoryARN),
    ]

    private static let roleARN: AddressPattern = "arn:{partition}:iam::{account}:role{path...}{name}"
    private static let profileARN: AddressPattern = "arn:{partition}:iam::{account}:instance-profile{path...}{name}"
    private static let policyARN: AddressPattern = "arn:{partition}:iam::{account}:policy{path...}{name}"
    private static let keyARN: AddressPattern = "arn:{partition}:kms:{region}:{account}:key/{id}"
    private static let aliasARN: AddressPattern = "arn:{partition}:kms:{region}:{account}:{name...}"
    private static let secretARN: AddressPattern = "arn:{partition}:secretsmanager:{region}:{account}:secret:{secret...}"
    private static let parameterARN: AddressPattern = "arn:{partition}:ssm:{region}:{account}:parameter{parameter...}"

    private static let access: [ReferenceRow] = [
        ReferenceRow("AWS::IAM::Role", .name, ["Arn": .arn, "RoleId": .id], arn: roleARN),
        ReferenceRow("aws_iam_role", .name, ["arn": .arn, "name": .name, "unique_id": .id], arn: roleARN),
        ReferenceRow("AWS::IAM::InstanceProfile", .name, ["Arn": .arn], arn: profileARN),
        ReferenceRow(
            "aws_iam_instance_profile", .name, ["arn": .arn, "name": .name, "unique_id": .id], arn: profileARN),
        ReferenceRow("AWS::IAM::ManagedPolicy", .arn, ["PolicyArn": .arn, "PolicyId": .id], arn: policyARN),
        ReferenceRow("aws_iam_policy", .arn, ["arn": .arn, "name": .name, "policy_id": .id], arn: policyARN),
        ReferenceRow("AWS::KMS::Key", .id, ["Arn": .arn, "KeyId": .id], arn: keyARN),
        ReferenceRow("aws_kms_key", .id, ["arn": .arn, "key_id": .id], arn: keyARN),
        ReferenceRow("AWS::KMS::Alias", .name, [:], arn: aliasARN),
        ReferenceRow("aws_kms_alias", .name, ["arn": .arn, "name": .name], arn: aliasARN),
        ReferenceRow("AWS::SecretsManager::Secret", .arn, ["Id": .arn], arn: secretARN),
        ReferenceRow("aws_secretsmanager_secret", .arn, ["arn": .arn, "name": .name], arn: secretARN),
        ReferenceRow("AWS::SSM::Parameter", .name, [:], arn: parameterARN),
        ReferenceRow("aws_ssm_parameter", .name, ["arn": .arn, "name": .name], arn: parameterARN),
    ]

    private static let functionARN: AddressPattern = "arn:{partition}:lambda:{region}:{account}:function:{name}"
    private static let ruleARN: AddressPattern = "arn:{partition}:events:{region}:{account}:rule/{rule...}"
    private static let busARN: AddressPattern = "arn:{partition}:events:{region}:{account}:event-bus/{name...}"
    private static let scheduleARN: AddressPattern = "arn:{partition}:scheduler:{region}:{account}:schedule/{group}/{name}"
    private static let pipeARN: AddressPattern = "arn:{partition}:pipes:{region}:{account}:pipe/{name}"
    private static let machineARN: AddressPattern = "arn:{partition}:states:{region}:{account}:stateMachine:{name}"
    private static let alarmARN: AddressPattern = "arn:{partition}:cloudwatch:{region}:{account}:alarm:{alarm...}"
    private static let logGroupARN: AddressPattern = "arn:{partition}:logs:{region}:{account}:log-group:{name...}"
    private static let logGroupStreamsARN: AddressPattern = "arn:{partition}:logs:{region}:{account}:log-group:{name...}:*"

    private static let events: [ReferenceRow] = [
        ReferenceRow("AWS::Lambda::Function", .name, ["Arn": .arn], arn: functionARN),
        ReferenceRow("AWS::Serverless::Function", .name, ["Arn": .arn], arn: functionARN),
        ReferenceRow("aws_lambda_function", .name, ["arn": .arn, "function_name": .name], arn: functionARN),
        ReferenceRow("AWS::Events::Rule", .name, ["Arn": .arn], arn: ruleARN),
        ReferenceRow("aws_cloudwatch_event_rule", .name, ["arn": .arn, "name": .name], arn: ruleARN),
        ReferenceRow("AWS::Events::EventBus", .name, ["Arn": .arn, "Name": .name], arn: busARN),
        ReferenceRow("aws_cloudwatch_event_bus", .name, ["arn": .arn, "name": .name], arn: busARN),
        ReferenceRow("AWS::Scheduler::Schedule", .name, ["Arn": .arn], arn: scheduleARN),
        ReferenceRow("aws_scheduler_schedule", .id, ["arn": .arn, "name": .name], arn: scheduleARN),
        ReferenceRow("AWS::Pipes::Pipe", .name, ["Arn": .arn], arn: pipeARN),
        ReferenceRow("aws_pipes_pipe", .name, ["arn": .arn, "name": .name], arn: pipeARN),
        ReferenceRow("AWS::StepFunctions::StateMachine", .arn, ["Arn": .arn, "Name": .name], arn: machineARN),
        ReferenceRow("aws_sfn_state_machine", .arn, ["arn": .arn, "name": .name], arn: machineARN),
        ReferenceRow("AWS::CloudWatch::Alarm", .name, ["Arn": .arn], arn: alarmARN),
        ReferenceRow("aws_cloudwatch_metric_alarm", .name, ["arn": .arn, "alarm_name": .name], arn: alarmARN),
        ReferenceRow("AWS::CloudWatch::CompositeAlarm", .name, ["Arn": .arn], arn: alarmARN),
        ReferenceRow("aws_cloudwatch_composite_alarm", .name, ["arn": .arn, "alarm_name": .name], arn: alarmARN),
        ReferenceRow("AWS::Logs::LogGroup", .name, ["Arn": .arn], arn: logGroupStreamsARN),
        ReferenceRow("aws_cloudwatch_log_group", .name, ["arn": .arn, "name": .name], arn: logGroupARN),
    ]

    private static let hosts: [ReferenceRow] = [
        ReferenceRow("AWS::AutoScaling::AutoScalingGroup", .name, ["AutoScalingGroupARN": .arn]),
        ReferenceRow("aws_autoscaling_group", .name, ["arn": .arn, "name": .name]),
        ReferenceRow("AWS::AutoScaling::LaunchConfiguration", .name, [:]),
        ReferenceRow("aws_launch_configuration", .name, ["arn": .arn, "name": .name]),
        ReferenceRow("AWS::EC2::LaunchTemplate", .id, ["LaunchTemplateId": .id]),
        ReferenceRow("aws_launch_template", .id, ["arn": .arn, "name": .name]),
        ReferenceRow("AWS::AutoScaling::ScalingPolicy", .arn, ["Arn": .arn, "PolicyName": .name]),
        ReferenceRow("aws_autoscaling_policy", .name, ["arn": .arn, "name": .name]),
        ReferenceRow("AWS::ApplicationAutoScaling::ScalableTarget", .id, ["Id": .id]),
        ReferenceRow("aws_appautoscaling_target", .id, ["arn": .arn, "resource_id": .id]),
        ReferenceRow("AWS::ApplicationAutoScaling::ScalingPolicy", .arn, ["Arn": .arn]),
        ReferenceRow("aws_appautoscaling_policy", .name, ["arn": .arn, "name": .name]),
        ReferenceRow("AWS::ElasticLoadBalancingV2::TargetGroup", .arn, ["TargetGroupName": .name]),
        ReferenceRow("aws_lb_target_group", .arn, ["arn": .arn, "name": .name]),
        ReferenceRow("AWS::ElasticLoadBalancingV2::LoadBalancer", .arn, ["LoadBalancerName": .name]),
        ReferenceRow("aws_lb", .arn, ["arn": .arn, "name": .name]),
    ]

    private static let bucketARN: AddressPattern = "arn:{partition}:s3:::{name}"
    private static let tableARN: AddressPattern = "arn:{partition}:dynamodb:{region}:{account}:table/{name}"

    private static let storage: [ReferenceRow] = [
        ReferenceRow("AWS::S3::Bucket", .name, ["Arn": .arn, "WebsiteURL": .url], arn: bucketARN),
        ReferenceRow("aws_s3_bucket", .name, ["arn": .arn, "bucket": .name], arn: bucketARN),
        ReferenceRow("AWS::DynamoDB::Table", .name, ["Arn": .arn], arn: tableARN),
        ReferenceRow("aws_dynamodb_table", .name, ["arn": .arn, "name": .name], arn: tableARN),
    ]
}
