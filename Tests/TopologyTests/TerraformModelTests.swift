import Templates
import Testing

@testable import Topology

@Suite struct TerraformModelTests {
    @Test func readsAQueueByItsArguments() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"name": "jobs", "visibility_timeout_seconds": 90, "fifo_queue": null,
              "kms_master_key_id": "", "receive_wait_time_seconds": {"$filled": 0}}}
            """)
        let queue = try model.object("aws_sqs_queue.jobs", kind: "queue")
        #expect(try model.field("queueName", of: queue).shown == "jobs")
        #expect(try model.field("visibilityTimeout", of: queue).shown == "90")
        #expect(try model.field("isFifo", of: queue).shown == "false")
        #expect(try model.field("kmsMasterKeyId", of: queue).shown == "absent")
        let wait = try model.field("receiveMessageWaitTimeSeconds", of: queue)
        #expect(wait.shown == "0")
        #expect(wait.state == .defaulted)
    }

    @Test(arguments: [
        (#"{"$unknown": ["aws_sqs_queue.dlq"]}"#, "object", "unknown"),
        (#""{\"deadLetterTargetArn\": \"arn:aws:sqs:eu-west-1:1:jobs-failed\", \"maxReceiveCount\": 4}""#, "object", "4"),
        (#"{"deadLetterTargetArn": {"$ref": "aws_sqs_queue.dlq"}, "maxReceiveCount": 4}"#, "object", "4"),
        (#"[{"deadLetterTargetArn": {"$ref": "aws_sqs_queue.dlq"}, "maxReceiveCount": "4"}]"#, "object", "4"),
        (#"{"$unknown": ["aws_sqs_queue.dlq", "aws_sqs_queue.third"]}"#, "unknown", "unknown"),
    ])
    func followsARedrivePolicy(_ policy: String, _ link: String, _ count: String) throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"redrive_policy": \(policy)}, "aws_sqs_queue.dlq": {"name": "jobs-failed"},
              "aws_sqs_queue.third": {"name": "third"}}
            """)
        let queue = try model.object("aws_sqs_queue.jobs", kind: "queue")
        #expect(try model.field("redrive.deadLetterQueue", of: queue).shown == link)
        let counted = try model.field("redrive.maxReceiveCount", of: queue)
        #expect(counted.shown == count)
        let dead = try model.object("aws_sqs_queue.dlq", kind: "queue")
        if link == "object" {
            #expect(try model.field("isDeadLetterQueue", of: dead).shown == "true")
            #expect(try model.objects("deadLetterSources", of: dead).map(\.name) == ["aws_sqs_queue.jobs"])
        } else {
            #expect(try model.field("isDeadLetterQueue", of: dead).shown == "unknown")
        }
    }

    @Test(arguments: [
        ("null", "absent"), ("\"\"", "absent"), ("[]", "absent"), (#"{"$unknown": []}"#, "unknown"),
    ])
    func tellsAnAbsentRedrivePolicyFromAnUnknownOne(_ policy: String, _ expected: String) throws {
        let model = try terraformModel(#"{"aws_sqs_queue.jobs": {"redrive_policy": \#(policy)}}"#)
        #expect(try model.field("redrive", of: model.object("aws_sqs_queue.jobs", kind: "queue")).shown == expected)
    }

    @Test func readsContainersFromJSONText() throws {
        let model = try terraformModel(
            #"""
            {"aws_ecs_task_definition.t": {"family": "t", "cpu": "512", "memory": "1024",
              "runtime_platform": [{"cpu_architecture": "ARM64"}], "tags": {"ecslint:processing-seconds": "40"},
              "container_definitions": "[{\"name\": \"app\", \"memoryReservation\": 300, \"environment\": [{\"name\": \"MODE\", \"value\": \"\"}]}]"}}
            """#)
        let definition = try model.object("aws_ecs_task_definition.t", kind: "taskDefinition")
        #expect(try model.field("cpu", of: definition).shown == "512")
        #expect(try model.field("cpuArchitecture", of: definition).shown == "ARM64")
        let container = try #require(model.objects("containers", of: definition).first)
        #expect(container.name == "app")
        #expect(try model.field("memoryReservation", of: container).shown == "300")
        let variable = try #require(model.objects("environment", of: container).first)
        #expect(try model.field("value", of: variable).shown == "")
        #expect(try model.objects("tags", of: definition).map { try model.field("key", of: $0).shown } == ["ecslint:processing-seconds"])
    }

    @Test func followsScalingFromTheQueueToTheService() throws {
        let model = try terraformModel(
            """
            {"aws_sqs_queue.jobs": {"name": "jobs"},
             "aws_ecs_cluster.main": {"name": "main"},
             "aws_ecs_service.worker": {"name": "worker", "cluster": {"$ref": "aws_ecs_cluster.main", "attribute": "id"},
               "launch_type": "FARGATE", "network_configuration": [{"assign_public_ip": true, "subnets": ["a"]}]},
             "aws_appautoscaling_target.worker": {"resource_id": "service/main/worker", "service_namespace": "ecs",
               "min_capacity": 1, "max_capacity": 9},
             "aws_appautoscaling_policy.out": {"policy_type": "StepScaling", "service_namespace": "ecs",
               "resource_id": {"$unknown": ["aws_appautoscaling_target.worker"]},
               "step_scaling_policy_configuration": [{"adjustment_type": "ChangeInCapacity", "cooldown": 60}]},
             "aws_appautoscaling_policy.named": {"service_namespace": "ecs", "resource_id": "service/main/worker"},
             "aws_cloudwatch_metric_alarm.deep": {"dimensions": {"QueueName": {"$ref": "aws_sqs_queue.jobs", "attribute": "name"}},
               "alarm_actions": [{"$ref": "aws_appautoscaling_policy.named"}]}}
            """)
        let service = try model.object("aws_ecs_service.worker", kind: "service")
        #expect(try model.field("maxTasks", of: service).shown == "9")
        #expect(try model.field("assignPublicIp", of: service).shown == "ENABLED")
        #expect(try model.field("cluster", of: service).shown == "object")
        #expect(try model.objects("consumedQueues", of: service).map(\.name) == ["aws_sqs_queue.jobs"])
        let policy = try model.object("aws_appautoscaling_policy.out", kind: "scalingPolicy")
        #expect(try model.field("service", of: policy).shown == "object")
        #expect(try model.field("step.cooldown", of: policy).shown == "60")
    }

    @Test func findsConsumersByTheTaskRole() throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": "jobs"},
             "aws_iam_role.task": {"name": "task"},
             "aws_iam_role_policy.receive": {"role": {"$ref": "aws_iam_role.task", "attribute": "id"},
               "policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:ReceiveMessage"],
                 "Resource": {"$ref": "aws_sqs_queue.jobs"}}]}},
             "aws_ecs_task_definition.t": {"task_role_arn": {"$ref": "aws_iam_role.task"}},
             "aws_ecs_service.worker": {"task_definition": {"$ref": "aws_ecs_task_definition.t"}}}
            """#)
        let queue = try model.object("aws_sqs_queue.jobs", kind: "queue")
        #expect(try model.objects("consumers", of: queue).map(\.name) == ["aws_ecs_service.worker"])
        #expect(try model.field("maxTasks", of: model.object("aws_ecs_service.worker", kind: "service")).shown == "0")
    }

    @Test func readsTheUserDataOfALaunchTemplate() throws {
        // #!/bin/bash\necho ECS_RESERVED_MEMORY=256 >> /etc/ecs/ecs.config\n
        let model = try terraformModel(
            """
            {"aws_launch_template.host": {"instance_type": "m6i.large",
              "user_data": "IyEvYmluL2Jhc2gKZWNobyBFQ1NfUkVTRVJWRURfTUVNT1JZPTI1NiA+PiAvZXRjL2Vjcy9lY3MuY29uZmlnCg=="},
             "aws_autoscaling_group.hosts": {"min_size": 1, "max_size": 3, "launch_template":
               [{"id": {"$ref": "aws_launch_template.host", "attribute": "id"}, "version": "$Latest"}],
               "mixed_instances_policy": []}}
            """)
        let group = try model.object("aws_autoscaling_group.hosts", kind: "autoScalingGroup")
        #expect(try model.field("ecsReservedMemory", of: group).shown == "256")
        #expect(try model.field("isMixed", of: group).shown == "false")
        #expect(try model.field("instanceTypes", of: group).shown == "list(1)")
    }

    @Test func seesTheOwnNameOfAQueueBehindItsModule() throws {
        let model = try terraformModel(
            #"""
            {"module.queue_with_dlq.aws_sqs_queue.main": {}, "module.a[\"x.y\"].aws_sqs_queue.jobs_dlq[0]": {},
             "aws_sqs_queue.q[\"jobs-dlq\"]": {}}
            """#)
        let named = try model.objects(of: "queue").map { try model.field("isNamedLikeDeadLetterQueue", of: $0).shown }
        #expect(named == ["false", "true", "true"])
    }
}
