import Evaluation
import Templates
import Testing

@testable import Topology

/// What is looked up exists outside of the input: it is neither missing nor known.
@Suite("Data sources of Terraform")
struct DataSourceTests {
    private func configuration(_ text: String) throws -> Model { try model([("main.tf.json", text)]) }

    @Test("a reference to a data source leads out of the input, and leaves nothing absent")
    func outside() throws {
        let model = try configuration(
            #"""
            {"data": {
               "aws_sqs_queue": {"dead": {"name": "dead"}}, "aws_ecs_cluster": {"main": {"cluster_name": "main"}},
               "aws_iam_role": {"task": {"name": "task"}}, "aws_kms_key": {"key": {"key_id": "alias/jobs"}},
               "aws_lambda_function": {"work": {"function_name": "work"}}, "aws_autoscaling_group": {"hosts": {"name": "hosts"}},
               "aws_launch_template": {"hosts": {"name": "hosts"}}, "aws_ecs_task_definition": {"far": {"task_definition": "far"}},
               "aws_sns_topic": {"alerts": {"name": "alerts"}}, "aws_caller_identity": {"me": {}}, "aws_region": {"here": {}},
               "aws_partition": {"here": {}}, "aws_ssm_parameter": {"token": {"name": "/token"}}},
             "resource": {
               "aws_sqs_queue": {"jobs": {"name": "jobs", "kms_master_key_id": "${data.aws_kms_key.key.arn}",
                 "redrive_policy": "${jsonencode({deadLetterTargetArn = data.aws_sqs_queue.dead.arn, maxReceiveCount = 4})}"}},
               "aws_ecs_task_definition": {"t": {"family": "t", "task_role_arn": "${data.aws_iam_role.task.arn}",
                 "container_definitions": "${jsonencode([{name = \"w\", secrets = [{name = \"T\", valueFrom = data.aws_ssm_parameter.token.arn}]}])}"}},
               "aws_ecs_service": {
                 "near": {"name": "near", "cluster": "${data.aws_ecs_cluster.main.arn}", "task_definition": "${aws_ecs_task_definition.t.arn}"},
                 "far": {"name": "far", "task_definition": "${data.aws_ecs_task_definition.far.arn}"}},
               "aws_autoscaling_group": {"own": {"name": "own", "launch_template": {"id": "${data.aws_launch_template.hosts.id}"}}},
               "aws_ecs_capacity_provider": {"p": {"name": "p", "auto_scaling_group_provider": {"auto_scaling_group_arn": "${data.aws_autoscaling_group.hosts.arn}"}}},
               "aws_lambda_event_source_mapping": {"feed": {"event_source_arn": "arn:${data.aws_partition.here.partition}:sqs:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:jobs", "function_name": "${data.aws_lambda_function.work.arn}"}},
               "aws_cloudwatch_event_rule": {"daily": {"name": "daily", "schedule_expression": "rate(1 day)"}},
               "aws_cloudwatch_event_target": {"daily": {"rule": "${aws_cloudwatch_event_rule.daily.name}", "arn": "${data.aws_lambda_function.work.arn}"}},
               "aws_cloudwatch_metric_alarm": {"deep": {"alarm_name": "deep", "alarm_actions": ["${data.aws_sns_topic.alerts.arn}"]}}}}
            """#)
        let links: [(Kind, String, String)] = [
            (.queue, "aws_sqs_queue.jobs", "redrive.deadLetterQueue"), (.queue, "aws_sqs_queue.jobs", "key"),
            (.taskDefinition, "aws_ecs_task_definition.t", "taskRole"), (.service, "aws_ecs_service.near", "cluster"),
            (.service, "aws_ecs_service.far", "taskDefinition"),
            (.autoScalingGroup, "aws_autoscaling_group.own", "launchTemplate"),
            (.capacityProvider, "aws_ecs_capacity_provider.p", "autoScalingGroup"),
            (.eventSourceMapping, "aws_lambda_event_source_mapping.feed", "function"),
        ]
        for (kind, name, field) in links {
            #expect(try model.field(field, of: model.object(name, kind: kind)).shown == "unknown", "\(field) of \(name)")
        }
        let mapping = try model.object("aws_lambda_event_source_mapping.feed", kind: .eventSourceMapping)
        #expect(try model.field("queue", of: mapping).shown == "object")
        let target = try #require(model.objects(of: .eventTarget).first)
        #expect(try model.field("isFunction", of: target).shown == "true")
        #expect(try model.field("mayInvoke", of: target).shown == "absent")
        #expect(
            try model.field("actions", of: model.object("aws_cloudwatch_metric_alarm.deep", kind: .alarm)).shown == "list(1)")
    }

    @Test(
        "a key that is looked up by an alias of AWS is AWS's own",
        arguments: [
            (#"{"aws_kms_alias": {"k": {"name": "alias/aws/sqs"}}}"#, "data.aws_kms_alias.k.target_key_arn", "true"),
            (#"{"aws_kms_alias": {"k": {"name": "alias/jobs"}}}"#, "data.aws_kms_alias.k.arn", "false"),
            (#"{"aws_kms_key": {"k": {"key_id": "alias/aws/sqs"}}}"#, "data.aws_kms_key.k.id", "true"),
        ])
    func keys(_ data: String, _ reference: String, _ isOfAWS: String) throws {
        let model = try configuration(
            #"{"data": \#(data), "resource": {"aws_sqs_queue": {"jobs": {"name": "jobs", "kms_master_key_id": "${\#(reference)}"}}}}"#
        )
        let queue = try model.object("aws_sqs_queue.jobs", kind: .queue)
        #expect(try model.field("usesAwsManagedKey", of: queue).shown == isOfAWS)
        #expect(try model.field("usesCustomerKey", of: queue).shown == (isOfAWS == "true" ? "false" : "true"))
    }

    @Test(
        "the newest revision of an own family is its task definition",
        arguments: [
            "${aws_ecs_task_definition.t.family}:${max(aws_ecs_task_definition.t.revision, data.aws_ecs_task_definition.t.revision)}",
            "${data.aws_ecs_task_definition.t.family}:${data.aws_ecs_task_definition.t.revision}",
            "${data.aws_ecs_task_definition.t.arn_without_revision}", "t:${data.aws_ecs_task_definition.t.revision}",
            "arn:aws:ecs:eu-west-1:111122223333:task-definition/t:${data.aws_ecs_task_definition.t.revision}",
        ])
    func revisions(_ definition: String) throws {
        let model = try configuration(
            #"""
            {"data": {"aws_ecs_task_definition": {"t": {"task_definition": "${aws_ecs_task_definition.t.family}"}}},
             "resource": {"aws_ecs_task_definition": {"t": {"family": "t", "container_definitions": "[]"}},
               "aws_ecs_service": {"worker": {"name": "worker", "task_definition": "\#(definition)"}}}}
            """#)
        let service = try model.object("aws_ecs_service.worker", kind: .service)
        #expect(try model.field("taskDefinition", of: service).shown == "object")
    }

    @Test("moved, imported and removed resources have no influence")
    func moved() throws {
        let model = try configuration(
            #"""
            {"moved": [{"from": "aws_sqs_queue.old", "to": "aws_sqs_queue.jobs"}],
             "import": [{"to": "aws_sqs_queue.jobs", "id": "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs"}],
             "removed": [{"from": "aws_sqs_queue.gone", "lifecycle": {"destroy": false}}],
             "resource": {"aws_sqs_queue": {"jobs": {"name": "jobs"}}}}
            """#)
        #expect(model.objects(of: .queue).map(\.name) == ["aws_sqs_queue.jobs"])
    }

    @Test("texts that Terraform takes for truth values")
    func truthValues() throws {
        let model = try configuration(
            #"""
            {"resource": {"aws_launch_template": {"hosts": {"name": "hosts", "block_device_mappings": [
              {"device_name": "/dev/sda1", "ebs": {"encrypted": "1"}}, {"device_name": "/dev/sdb", "ebs": {"encrypted": "0"}},
              {"device_name": "/dev/sdc", "ebs": {"encrypted": ""}}, {"device_name": "/dev/sdd", "ebs": {"encrypted": "true"}}]}}}}
            """#)
        let devices = try model.objects("blockDevices", of: model.object("aws_launch_template.hosts", kind: .launchTemplate))
        #expect(try devices.map { try model.field("encrypted", of: $0).shown } == ["true", "false", "absent", "true"])
    }
}
